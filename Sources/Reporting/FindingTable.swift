import Model

/// Findings as rows of delimited text: RFC 4180 in one of its dialects, or tab-separated with escapes.
///
/// A format made of rows is a file that names its dialect and hands its three calls on to a table.
struct FindingTable: Sendable {
  struct Dialect: Sendable {
    /// ASCII, and neither a quote nor a line end.
    var delimiter = UInt8(ascii: ",")
    var lineEnd = "\n"
    /// Without it spreadsheet programs on Windows take the file for the local code page.
    var hasByteOrderMark = false
    /// Text cells are made safe for spreadsheets and terminals; otherwise they are exactly what they were.
    var isGuarded = true
    /// Backslashes stand for what would end a cell or act on a terminal, and quotes are nothing special: `cut` and `awk`
    /// know none.
    var isEscaped = false
  }

  private let dialect: Dialect
  private var fields = FindingFields(includingExcerpts: false)

  init(_ dialect: Dialect) { self.dialect = dialect }

  mutating func begin(_ run: RunReport, into output: inout [UInt8]) {
    fields = FindingFields(includingExcerpts: run.includesExcerpts)
    if dialect.hasByteOrderMark { output += "\u{FEFF}".utf8 }
    appendRow(to: &output) { .text($0.name) }
  }

  func write(_ finding: Finding, into output: inout [UInt8]) {
    appendRow(to: &output) { $0.value(finding) }
  }

  private func appendRow(to output: inout [UInt8], _ cell: (FindingFields.Column) -> ReportValue) {
    for (index, column) in fields.columns.enumerated() {
      if index > 0 { output.append(dialect.delimiter) }
      append(cell(column), to: &output)
    }
    output += dialect.lineEnd.utf8
  }

  private func append(_ cell: ReportValue, to output: inout [UInt8]) {
    switch cell {
    case .absent: break
    case .text(let text):
      let start = output.count
      output += text.utf8
      // Most cells are written as they are: what was appended is looked at, and taken back where it needs more.
      if isPlain(output[start...]) { return }
      output.removeSubrange(start...)
      appendText(dialect.isGuarded ? Self.guarded(text) : text, to: &output)
    // Numbers are ours, and a guard would make text of a negative one.
    case .integer, .flag: JSONText.append(cell, to: &output)
    case .list, .object:
      var json: [UInt8] = []
      JSONText.append(cell, to: &json)
      appendText(String(decoding: json, as: UTF8.self), to: &output)
    }
  }

  /// Nothing but visible ASCII that no dialect spells otherwise.
  private func isPlain(_ cell: ArraySlice<UInt8>) -> Bool {
    if let first = cell.first, "=+-@".utf8.contains(first) { return false }
    return cell.allSatisfy { byte in
      (0x20...0x7E).contains(byte) && byte != dialect.delimiter && byte != UInt8(ascii: "\"")
        && byte != UInt8(ascii: "\\")
    }
  }

  private func appendText(_ text: String, to output: inout [UInt8]) {
    if dialect.isEscaped { appendEscaped(text, to: &output) } else { appendQuotedIfNeeded(text, to: &output) }
  }

  private func appendEscaped(_ text: String, to output: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": output += #"\\"#.utf8
      case "\t": output += #"\t"#.utf8
      case "\n": output += #"\n"#.utf8
      case "\r": output += #"\r"#.utf8
      case _ where VisibleText.hides(scalar): VisibleText.appendEscape(of: scalar, to: &output)
      default: output += scalar.utf8
      }
    }
  }

  /// Keeps a spreadsheet from running a cell as a formula: quoting does not, a leading apostrophe does.
  ///
  /// The first character is judged before it is escaped, since a reader that undoes the escapes would meet it again.
  private static func guarded(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r": "'" + VisibleText.of(text)
    default: VisibleText.of(text)
    }
  }

  private func appendQuotedIfNeeded(_ text: String, to output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains { byte in
      byte == dialect.delimiter || byte == quote || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
    }
    if !needsQuotes {
      output += text.utf8
      return
    }
    output.append(quote)
    for byte in text.utf8 {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }
}

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
    appendRow(fields.columns.map { .text($0.name) }, to: &output)
  }

  func write(_ finding: Finding, into output: inout [UInt8]) {
    appendRow(fields.columns.map { $0.value(finding) }, to: &output)
  }

  private func appendRow(_ cells: [ReportValue], to output: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(dialect.delimiter) }
      append(cell, to: &output)
    }
    output += dialect.lineEnd.utf8
  }

  private func append(_ cell: ReportValue, to output: inout [UInt8]) {
    switch cell {
    case .absent: break
    case .text(let text): appendText(dialect.isGuarded ? Self.guarded(text) : text, to: &output)
    // Numbers are ours, and a guard would make text of a negative one.
    case .integer, .flag: JSONText.append(cell, to: &output)
    case .list, .object:
      var json: [UInt8] = []
      JSONText.append(cell, to: &json)
      appendText(String(decoding: json, as: UTF8.self), to: &output)
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

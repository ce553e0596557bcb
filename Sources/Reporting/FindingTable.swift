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
  private let traits: [ByteTraits]
  private var fields = FindingFields(includingExcerpts: false)

  init(_ dialect: Dialect) {
    self.dialect = dialect
    traits = (0...UInt8.max).map { ByteTraits(of: $0, dialect) }
  }

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
      if !appendAsItIs(text, to: &output) { appendText(dialect.isGuarded ? Self.guarded(text) : text, to: &output) }
    // Numbers are ours, and a guard would make text of a negative one.
    case .integer, .flag: JSONText.append(cell, to: &output)
    case .list, .object:
      var json: [UInt8] = []
      json.reserveCapacity(512)
      JSONText.append(cell, to: &json)
      if dialect.isEscaped {
        appendEscaped(String(decoding: json, as: UTF8.self), to: &output)
      } else {
        appendQuotedIfNeeded(json, to: &output)
      }
    }
  }

  /// Most cells are written as they are, but for quotes around them: one look at their bytes tells.
  /// - Returns: false, with nothing written, where a cell needs more.
  private func appendAsItIs(_ text: String, to output: inout [UInt8]) -> Bool {
    let all = text.utf8.withContiguousStorageIfAvailable { traits(of: $0) } ?? traits(of: text.utf8)
    if all.contains(.special) { return false }
    if all.contains(.guarded), let first = text.utf8.first, traits[Int(first)].contains(.guarded) { return false }
    let isQuoted = all.contains(.delimiter)
    if isQuoted { output.append(UInt8(ascii: "\"")) }
    output += text.utf8
    if isQuoted { output.append(UInt8(ascii: "\"")) }
    return true
  }

  private func traits(of bytes: some Sequence<UInt8>) -> ByteTraits {
    bytes.reduce(into: ByteTraits()) { $0.formUnion(traits[Int($1)]) }
  }

  private func appendText(_ text: String, to output: inout [UInt8]) {
    if dialect.isEscaped { appendEscaped(text, to: &output) } else { appendQuotedIfNeeded(text.utf8, to: &output) }
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

  private func appendQuotedIfNeeded(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.contains { byte in
      byte == dialect.delimiter || byte == quote || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
    }
    if !needsQuotes {
      output += text
      return
    }
    output.append(quote)
    for byte in text {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }
}

/// What a byte means to the cell that holds it.
private struct ByteTraits: OptionSet {
  let rawValue: UInt8

  /// A dialect may spell it otherwise, or it is part of a character that acts.
  static let special = ByteTraits(rawValue: 1)
  /// Asks for quotes around the cell.
  static let delimiter = ByteTraits(rawValue: 2)
  /// At its beginning, it makes a formula of it.
  static let guarded = ByteTraits(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of byte: UInt8, _ dialect: FindingTable.Dialect) {
    self = []
    if !(0x20...0x7E).contains(byte) || byte == UInt8(ascii: "\"") { insert(.special) }
    if dialect.isEscaped, byte == dialect.delimiter || byte == UInt8(ascii: "\\") { insert(.special) }
    if byte == dialect.delimiter { insert(.delimiter) }
    if "=+-@".utf8.contains(byte) { insert(.guarded) }
  }
}

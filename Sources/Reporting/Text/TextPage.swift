/// Lines of plain text about 100 columns wide: the one place where the text report's strings become bytes.
///
/// Every line is made visible text here, so that nothing from a log can act on a terminal, whoever wrote the line.
struct TextPage {
  static let width = 100

  private(set) var bytes: [UInt8] = []

  mutating func line(_ text: String) {
    // A last cell that is empty leaves the padding before it.
    let end = text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
    VisibleText.append(String(text[..<end]), to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Starts a section: an empty line, then its title.
  mutating func section(_ title: String) {
    line("")
    line(title)
  }

  /// A paragraph broken at spaces; its first line starts with the head, the others below its end or at the indent.
  mutating func paragraph(_ head: String, _ text: String, indent: Int? = nil) {
    let head = VisibleText.of(head)
    let indent = indent ?? head.unicodeScalars.count
    var current = head
    var length = head.unicodeScalars.count
    var isEmpty = true
    for word in VisibleText.of(text).split(separator: " ") {
      let wordLength = word.unicodeScalars.count
      if !isEmpty, length + 1 + wordLength > Self.width {
        line(current)
        current = String(repeating: " ", count: indent)
        length = indent
        isEmpty = true
      }
      current += isEmpty ? String(word) : " \(word)"
      length += isEmpty ? wordLength : wordLength + 1
      isEmpty = false
    }
    line(current)
  }

  /// Rows with aligned columns; the last column is broken at spaces where it passes the width.
  mutating func table(_ table: TextTable) {
    for row in table.aligned { paragraph(row.head, row.last) }
  }
}

/// Text in which every character that acts instead of showing is spelled out: `\n`, `\t`, `\u001B`.
///
/// This is what keeps a log's content from moving a terminal's cursor, forging a line or turning its direction round.
/// A backslash stays as it is, so visible text is for people; what must be read back exactly goes into JSON.
enum VisibleText {
  /// Whether a character acts instead of showing: controls, DEL, C1, line separators and bidirectional controls.
  static func hides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  static func append(_ text: String, to output: inout [UInt8]) {
    if isPlain(text) {
      output += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": output += #"\n"#.utf8
      case "\r": output += #"\r"#.utf8
      case "\t": output += #"\t"#.utf8
      case _ where hides(scalar): appendEscape(of: scalar, to: &output)
      default: output += scalar.utf8
      }
    }
  }

  static func of(_ text: String) -> String {
    if isPlain(text) { return text }
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Nothing but visible ASCII, as nearly all text of a report is.
  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }

  /// `\u` and four digits, as JSON writes it too. No hidden character is beyond U+FFFF.
  static func appendEscape(of scalar: Unicode.Scalar, to output: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    output += #"\u"#.utf8
    output += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    output += digits.utf8
  }
}

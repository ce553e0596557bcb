/// Goes through a line of text from left to right, byte by byte.
struct TextCursor {
  var at: Int
  let end: Int

  /// Longer escape sequences are text like any other.
  private static let longestEscape = 32

  var isAtEnd: Bool { at >= end }

  func peek(_ bytes: RawSpan, ahead: Int = 0) -> UInt8? { at + ahead < end ? bytes.byte(at + ahead) : nil }

  mutating func take(_ literal: StaticString, _ bytes: RawSpan) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard at + count <= end else { return false }
    for index in 0..<count {
      guard unsafe bytes.byte(at + index) == literal.utf8Start[index] else { return false }
    }
    at += count
    return true
  }

  /// Passes spaces, tabs and the colours of terminals (ECMA-48 section 5.4: `ESC [ … m`).
  mutating func skipBlanks(_ bytes: RawSpan) {
    while let byte = peek(bytes) {
      if byte.isBlank {
        at += 1
      } else if byte == 0x1B, let length = escapeLength(bytes) {
        at += length
      } else {
        return
      }
    }
  }

  private func escapeLength(_ bytes: RawSpan) -> Int? {
    guard peek(bytes, ahead: 1) == UInt8(ascii: "[") else { return nil }
    var length = 2
    while length < Self.longestEscape, let byte = peek(bytes, ahead: length) {
      length += 1
      if byte >= 0x40, byte < 0x7F { return length }
      if byte < 0x20 || byte >= 0x40 { return nil }
    }
    return nil
  }

  /// The letters, digits and `_ $ . - /` that come next; nothing is passed where there are none.
  mutating func takeWord(_ bytes: RawSpan, upTo limit: Int = 200) -> Range<Int> {
    let start = at
    while at < end, at - start < limit, bytes.byte(at).isWordByte { at += 1 }
    return start..<at
  }

  /// An id or a login: up to a blank, a quote, a comma or an escape.
  mutating func takeName(_ bytes: RawSpan, upTo limit: Int = 200) -> Range<Int> {
    let start = at
    while at < end, at - start < limit, !bytes.byte(at).endsName { at += 1 }
    return start..<at
  }

  mutating func takeDigits(_ bytes: RawSpan, upTo limit: Int) -> Range<Int> {
    let start = at
    while at < end, at - start < limit, bytes.byte(at).isDigit { at += 1 }
    return start..<at
  }

  /// The first of the bytes that stands at or behind the cursor, if it does within so many bytes.
  func find(_ byte: UInt8, _ bytes: RawSpan, within limit: Int = 200) -> Int? {
    (at..<min(end, at + limit)).first { bytes.byte($0) == byte }
  }
}

extension UInt8 {
  /// White space inside a line.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  fileprivate var isWordByte: Bool {
    if isLetter || isDigit { return true }
    switch self {
    case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"): return true
    default: return false
    }
  }
}

extension RawSpan {
  /// The text of some bytes; what is not UTF-8 becomes U+FFFD.
  func text(_ range: Range<Int>) -> String {
    String(decoding: range.map { byte($0) }, as: UTF8.self)
  }

  /// Whether a text stands somewhere in the bytes.
  func contains(_ literal: StaticString, in range: Range<Int>) -> Bool {
    var cursor = TextCursor(at: range.lowerBound, end: range.upperBound)
    while cursor.at < range.upperBound {
      let start = cursor.at
      if cursor.take(literal, self) { return true }
      cursor.at = start + 1
    }
    return false
  }
}

extension UInt8 {
  fileprivate var endsName: Bool {
    self <= 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: ",") || self == UInt8(ascii: "'")
  }
}

/// Literals and numbers (RFC 8259 sections 3 and 6) over bytes.
extension RawSpan {
  /// The length of a number or literal.
  @inline(never)
  func lengthOfScalar(_ from: Int, isFinal: Bool) throws(JSONFault) -> Int {
    switch byte(from) {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try endOfNumber(from, isFinal: isFinal) - from
    case UInt8(ascii: "t"): try lengthOfLiteral("true", from)
    case UInt8(ascii: "f"): try lengthOfLiteral("false", from)
    case UInt8(ascii: "n"): try lengthOfLiteral("null", from)
    default: throw JSONFault(reason: .expectedValue, offset: from)
    }
  }

  private func lengthOfLiteral(_ literal: StaticString, _ from: Int) throws(JSONFault) -> Int {
    let length = literal.utf8CodeUnitCount
    for index in 0..<length {
      guard from + index < byteCount else { throw JSONFault(reason: .unexpectedEnd, offset: byteCount) }
      guard unsafe byte(from + index) == literal.utf8Start[index] else {
        throw JSONFault(reason: .badLiteral, offset: from)
      }
    }
    return length
  }

  /// The end of `-? (0 | 1-9 digits) (. digits)? (e sign? digits)?`. At the span's end it is known only if nothing follows.
  private func endOfNumber(_ from: Int, isFinal: Bool) throws(JSONFault) -> Int {
    let end = byteCount
    var at = from
    if byte(at) == UInt8(ascii: "-") { at += 1 }
    guard at < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
    if byte(at) == UInt8(ascii: "0") {
      at += 1
    } else {
      try passDigits(&at, end, from)
    }
    if at < end, byte(at) == UInt8(ascii: ".") {
      at += 1
      try passDigits(&at, end, from)
    }
    if at < end, byte(at) | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, byte(at) == UInt8(ascii: "+") || byte(at) == UInt8(ascii: "-") { at += 1 }
      try passDigits(&at, end, from)
    }
    if at == end {
      if !isFinal { throw JSONFault(reason: .unexpectedEnd, offset: end) }
    } else if byte(at).isDigit {
      throw JSONFault(reason: .badNumber, offset: from)
    }
    return at
  }

  @inline(__always)
  private func passDigits(_ at: inout Int, _ end: Int, _ from: Int) throws(JSONFault) {
    guard at < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
    guard byte(at).isDigit else { throw JSONFault(reason: .badNumber, offset: from) }
    while at < end, byte(at).isDigit { at += 1 }
  }
}

/// What single bytes mean to JSON.
extension UInt8 {
  /// RFC 8259 section 2: space, tab, line feed, carriage return.
  @inline(__always)
  var isJSONWhitespace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// Whether a string holds the byte as it is: ASCII without controls, quote and backslash.
  @inline(__always)
  var isPlainInString: Bool { self >= 0x20 && self < 0x80 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\") }

  @inline(__always)
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  var hexDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// Eight bytes at a time.
extension UInt64 {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of the first byte that is a quote, a backslash, a control or beyond ASCII (bits above the first may be wrong:
  /// subtraction borrows upwards).
  @inline(__always)
  var specialInString: UInt64 {
    let quote = self ^ (Self.ones &* UInt64(UInt8(ascii: "\"")))
    let backslash = self ^ (Self.ones &* UInt64(UInt8(ascii: "\\")))
    let found =
      ((quote &- Self.ones) & ~quote) | ((backslash &- Self.ones) & ~backslash)
      | ((self &- Self.ones &* 0x20) & ~self) | self
    return found & Self.highs
  }

  /// Which of the eight bytes is the first with a value; 8 if none is.
  @inline(__always)
  func firstOffset(of byte: UInt8) -> Int { flags(of: byte).trailingZeroBitCount &>> 3 }

  /// The high bits of the bytes with a value (behind the first one, bits of others may be set too: subtraction borrows upwards).
  @inline(__always)
  func flags(of byte: UInt8) -> UInt64 {
    let different = self ^ (Self.ones &* UInt64(byte))
    return (different &- Self.ones) & ~different & Self.highs
  }
}

/// Digits, eight at a time.
extension RawSpan {
  /// The number that up to 16 digits write; nil of anything else, and near the end of the span.
  @inline(__always)
  func shortNumber(_ start: Int, _ end: Int) -> Int64? {
    let count = end &- start
    guard count > 0, count <= 16, start &+ 8 <= byteCount else { return nil }
    if count <= 8 { return word(start).number(ofDigits: count).map { Int64($0) } }
    guard let high = word(start).number(ofDigits: count &- 8), let low = word(end &- 8).number(ofDigits: 8) else {
      return nil
    }
    return Int64(high &* 100_000_000 &+ low)
  }
}

extension UInt64 {
  /// The number that the first of eight bytes write, the lowest first; nil where one of them is no digit.
  @inline(__always)
  fileprivate func number(ofDigits count: Int) -> UInt64? {
    // Zeros come to stand before them.
    let digits = (self ^ Self.ones &* UInt64(UInt8(ascii: "0"))) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    guard (digits | (digits &+ Self.ones &* 0x76)) & Self.highs == 0 else { return nil }
    let pairs = digits &* 10 &+ digits &>> 8
    let outer = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let inner = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (outer &+ inner) &>> 32
  }
}

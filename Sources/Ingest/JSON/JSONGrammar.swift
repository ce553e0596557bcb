/// The grammar's leaves over bytes: strings and numbers (RFC 8259 sections 7 and 6).
extension RawSpan {
  /// Bounds-checked.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// Bounds-checked; the lowest byte is the first.
  @inline(__always)
  func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The offset of a string's closing quote; the flags of what it holds are added.
  @inline(__always)
  func endOfString(_ from: Int, _ end: Int, _ flags: inout UInt64) throws(JSONFault) -> Int {
    var at = from
    while true {
      // Eight bytes at a time while they are plain.
      while at + 8 <= end {
        let special = word(at).specialInString
        if special != 0 {
          at += special.trailingZeroBitCount >> 3
          break
        }
        at += 8
      }
      guard at < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
      let byte = byte(at)
      if byte == UInt8(ascii: "\"") { return at }
      if byte == UInt8(ascii: "\\") {
        flags |= JSONScanner.escapedFlag
        try passEscape(&at, end, &flags)
      } else if byte >= 0x80 {
        flags |= JSONScanner.beyondASCIIFlag
        try passUTF8(&at, end)
      } else if byte < 0x20 {
        throw JSONFault(reason: .controlInString, offset: at)
      } else {
        at += 1
      }
    }
  }

  private func passEscape(_ at: inout Int, _ end: Int, _ flags: inout UInt64) throws(JSONFault) {
    guard at + 1 < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
    switch byte(at + 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 2
    case UInt8(ascii: "u"):
      let unit = try hexUnit(at + 2, end)
      at += 6
      guard unit & 0xF800 == 0xD800 else { return }
      // A high surrogate wants a low one right behind it. A lone one is accepted and counted: JavaScript writes such texts.
      guard unit < 0xDC00 else {
        flags |= JSONScanner.loneSurrogateFlag
        return
      }
      guard at < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
      guard byte(at) == UInt8(ascii: "\\") else {
        flags |= JSONScanner.loneSurrogateFlag
        return
      }
      guard at + 1 < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
      guard byte(at + 1) == UInt8(ascii: "u"), try hexUnit(at + 2, end) & 0xFC00 == 0xDC00 else {
        flags |= JSONScanner.loneSurrogateFlag
        return
      }
      at += 6
    default: throw JSONFault(reason: .badEscape, offset: at)
    }
  }

  /// The four hexadecimal digits of a `\u` escape.
  func hexUnit(_ at: Int, _ end: Int) throws(JSONFault) -> UInt16 {
    var unit: UInt16 = 0
    for index in at..<at + 4 {
      guard index < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
      guard let digit = byte(index).hexDigit else { throw JSONFault(reason: .badEscape, offset: index) }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// Passes well-formed sequences beyond ASCII: those of table 3-7 of the Unicode Standard and no others.
  private func passUTF8(_ at: inout Int, _ end: Int) throws(JSONFault) {
    while at < end {
      let lead = byte(at)
      if lead < 0x80 { return }
      let count: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: count = 2
      case 0xE0: (count, second) = (3, 0xA0...0xBF)
      case 0xED: (count, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: count = 3
      case 0xF0: (count, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: count = 4
      case 0xF4: (count, second) = (4, 0x80...0x8F)
      default: throw JSONFault(reason: .invalidUTF8, offset: at)
      }
      for index in 1..<count {
        guard at + index < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
        let byte = byte(at + index)
        guard index == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else {
          throw JSONFault(reason: .invalidUTF8, offset: at)
        }
      }
      at += count
    }
  }

  /// The end of `-? (0 | 1-9 digits) (. digits)? (e sign? digits)?`. At the span's end it is known only if nothing follows.
  @inline(__always)
  func endOfNumber(_ from: Int, _ end: Int, isFinal: Bool) throws(JSONFault) -> Int {
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

extension UInt8 {
  /// RFC 8259 section 2: space, tab, line feed, carriage return.
  @inline(__always)
  var isJSONWhitespace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

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
}

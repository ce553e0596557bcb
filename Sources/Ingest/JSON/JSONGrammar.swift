/// White space and strings (RFC 8259 sections 2 and 7) over bytes.
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

  /// Bounds-checked.
  @inline(__always)
  func uint32(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The offset must be known to lie inside.
  @inline(__always)
  @unsafe
  func uncheckedByte(_ offset: Int) -> UInt8 {
    unsafe unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  func isQuote(_ offset: Int) -> Bool {
    guard offset < byteCount else { return false }
    return unsafe uncheckedByte(offset) == UInt8(ascii: "\"")
  }

  /// The end of the white space that begins at an offset, and the line feeds in it.
  @inline(never)
  func endOfWhitespace(_ from: Int) -> (offset: Int, lineFeeds: Int) {
    var at = from
    var lineFeeds = 0
    while at < byteCount, byte(at).isJSONWhitespace {
      if byte(at) == 0x0A { lineFeeds += 1 }
      at += 1
    }
    return (at, lineFeeds)
  }

  /// The offset of the first byte that means something in a string: a quote, a backslash, a control, or beyond ASCII; or the span's end.
  ///
  /// Never inlined, so that its constants stay in registers.
  @inline(never)
  func endOfPlainText(_ from: Int) -> Int {
    var at = from
    // Eight bytes at a time; the last ones one by one.
    while at &+ 8 <= byteCount {
      let special = UInt64(littleEndian: unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
        .specialInString
      if special != 0 { return at &+ special.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < byteCount, byte(at).isPlainInString { at += 1 }
    return at
  }

  /// The offset of a string's closing quote; the flags of what it holds are added.
  @inline(never)
  func endOfString(_ from: Int, _ flags: inout UInt64) throws(JSONFault) -> Int {
    let end = byteCount
    var at = from
    while at < end {
      let byte = byte(at)
      if byte == UInt8(ascii: "\"") { return at }
      if byte == UInt8(ascii: "\\") {
        flags |= TapeEntry.escapedFlag
        try passEscape(&at, end, &flags)
      } else if byte >= 0x80 {
        flags |= TapeEntry.beyondASCIIFlag
        try passUTF8(&at, end)
      } else if byte < 0x20 {
        throw JSONFault(reason: .controlInString, offset: at)
      } else {
        at = endOfPlainText(at)
      }
    }
    throw JSONFault(reason: .unexpectedEnd, offset: end)
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
        flags |= TapeEntry.loneSurrogateFlag
        return
      }
      guard at < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
      guard byte(at) == UInt8(ascii: "\\") else {
        flags |= TapeEntry.loneSurrogateFlag
        return
      }
      guard at + 1 < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
      guard byte(at + 1) == UInt8(ascii: "u"), try hexUnit(at + 2, end) & 0xFC00 == 0xDC00 else {
        flags |= TapeEntry.loneSurrogateFlag
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
}

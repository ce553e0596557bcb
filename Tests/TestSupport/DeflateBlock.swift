/// Blocks of compressed data built bit by bit, as RFC 1951 section 3.2 has them; only literals, so that nobody's compressor is needed.
public enum DeflateBlock: Sendable, CaseIterable {
  case stored, fixed, dynamic

  /// - Parameter text: at most 65,535 bytes.
  public func bytes(_ text: [UInt8], isFinal: Bool = true) -> [UInt8] {
    var bits = Bits()
    bits.append(isFinal ? 1 : 0, count: 1)
    switch self {
    case .stored: bits.appendStored(text)
    case .fixed: bits.appendFixed(text)
    case .dynamic: bits.appendDynamic(text)
    }
    // An empty stored block ends a block that others follow on a byte (section 3.2.4).
    if !isFinal, self != .stored {
      bits.append(0, count: 1)
      bits.appendStored([])
    }
    return bits.bytes
  }
}

/// Bits packed as section 3.1.1 has them: from the least significant on, but codes from their most significant.
private struct Bits {
  private(set) var bytes: [UInt8] = []
  private var count = 0

  mutating func append(_ value: Int, count: Int) {
    for bit in 0..<count { append(value >> bit & 1) }
  }

  mutating func appendCode(_ code: Int, count: Int) {
    for bit in (0..<count).reversed() { append(code >> bit & 1) }
  }

  private mutating func append(_ bit: Int) {
    if count % 8 == 0 { bytes.append(0) }
    bytes[bytes.count - 1] |= UInt8(bit) << UInt8(count % 8)
    count += 1
  }

  mutating func appendStored(_ text: [UInt8]) {
    append(0, count: 2)
    while count % 8 != 0 { append(0) }
    append(text.count, count: 16)
    append(~text.count, count: 16)
    for byte in text { append(Int(byte), count: 8) }
  }

  /// Section 3.2.6.
  mutating func appendFixed(_ text: [UInt8]) {
    append(1, count: 2)
    for byte in text {
      if byte < 144 {
        appendCode(0x30 + Int(byte), count: 8)
      } else {
        appendCode(0x190 + Int(byte) - 144, count: 9)
      }
    }
    appendCode(0, count: 7)
  }

  /// Section 3.2.7, with a code of eight bits for each byte but the last, and of nine for that and the end of the block.
  mutating func appendDynamic(_ text: [UInt8]) {
    append(2, count: 2)
    append(257 - 257, count: 5)
    append(1 - 1, count: 5)
    append(18 - 4, count: 4)
    // The lengths 8, 1 and 9 have the codes 0, 10 and 11.
    for length in [0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2] { append(length, count: 3) }
    for _ in 0..<255 { appendCode(0, count: 1) }
    for _ in 255...256 { appendCode(3, count: 2) }
    appendCode(2, count: 2)
    for byte in text {
      if byte < 255 { appendCode(Int(byte), count: 8) } else { appendCode(510, count: 9) }
    }
    appendCode(511, count: 9)
  }
}

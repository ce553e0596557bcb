/// A member of a gzip file built field by field, as RFC 1952 section 2.3 has it; fields may be wrong.
public struct GzipMember: Sendable {
  public var magic: [UInt8] = [0x1F, 0x8B]
  public var method: UInt8 = 8
  public var isText = false
  public var reservedFlags: UInt8 = 0
  public var time: [UInt8] = [0, 0, 0, 0]
  public var extraFlags: UInt8 = 0
  public var system: UInt8 = 255
  public var extra: [UInt8]?
  public var name: [UInt8]?
  public var comment: [UInt8]?
  public var hasHeaderChecksum = false
  /// Added to the right one, to make it wrong.
  public var headerChecksumError: UInt16 = 0
  public var checksumError: UInt32 = 0
  public var lengthError: UInt32 = 0
  public var text: [UInt8]
  public var blocks: [UInt8]

  public init(_ text: [UInt8], _ block: DeflateBlock = .stored) {
    self.text = text
    blocks = block.bytes(text)
  }

  public init(_ text: String, _ block: DeflateBlock = .stored) { self.init(Array(text.utf8), block) }

  public var header: [UInt8] {
    var flags = reservedFlags
    if isText { flags |= 1 }
    if hasHeaderChecksum { flags |= 2 }
    if extra != nil { flags |= 4 }
    if name != nil { flags |= 8 }
    if comment != nil { flags |= 16 }
    var header = magic + [method, flags] + time + [extraFlags, system]
    if let extra { header += Self.bytes(of: UInt16(extra.count)) + extra }
    if let name { header += name + [0] }
    if let comment { header += comment + [0] }
    if hasHeaderChecksum {
      header += Self.bytes(of: UInt16(truncatingIfNeeded: Self.checksum(header)) &+ headerChecksumError)
    }
    return header
  }

  public var trailer: [UInt8] {
    Self.bytes(of: Self.checksum(text) &+ checksumError) + Self.bytes(of: UInt32(text.count) &+ lengthError)
  }

  public var bytes: [UInt8] { header + blocks + trailer }

  private static func bytes(of value: some FixedWidthInteger) -> [UInt8] {
    (0..<(value.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 as section 8 has it, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }
  }
}

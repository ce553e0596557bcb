import Model
import TestSupport
import Testing

@testable import Ingest

/// Gzip as RFC 1952 has it, case by case; the section is named where its words decide.
struct GzipConformanceTests {
  private static let text = Array(#"{"a":"žluťoučký 🪁"}"#.utf8) + Array(UInt8.min...UInt8.max)

  /// Whole, byte by byte, and into a small buffer.
  private func expect(
    _ gzip: [UInt8], _ text: [UInt8], _ damage: Problem.Kind? = nil, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for read in [
      ReadBytes(gzip: gzip, bufferLength: 100_000), ReadBytes(gzip: gzip, headLength: 2, pieceLength: 1),
      ReadBytes(gzip: gzip, pieceLength: 7, bufferLength: 3),
    ] {
      #expect(read.bytes == text, comment, sourceLocation: sourceLocation)
      #expect(read.damage?.kind == damage, comment, sourceLocation: sourceLocation)
      if damage != nil { #expect(read.damage?.byteOffset == text.count, comment, sourceLocation: sourceLocation) }
    }
  }

  private func member(_ text: [UInt8] = text, _ change: (inout GzipMember) -> Void) -> [UInt8] {
    var member = GzipMember(text)
    change(&member)
    return member.bytes
  }

  /// A member with each field of the header for which there is a bit.
  private func member(fields: Int, _ text: [UInt8] = text) -> [UInt8] {
    member(text) {
      $0.isText = fields & 1 != 0
      $0.hasHeaderChecksum = fields & 2 != 0
      if fields & 4 != 0 { $0.extra = Array("Ap".utf8) + [3, 0, 1, 2, 0] }
      if fields & 8 != 0 { $0.name = Array("export-1.json".utf8) }
      if fields & 16 != 0 { $0.comment = [0x6E, 0xE9, 0x0A, 0x31] }
    }
  }

  // MARK: Section 2.2: a file is a series of members, one after the other

  @Test("2.2: members with any fields and blocks, one after the other, some of them empty")
  func members() {
    var gzip: [UInt8] = []
    var text: [UInt8] = []
    for (number, block) in (0..<24).map({ ($0, DeflateBlock.allCases[$0 % 3]) }) {
      let piece = number % 4 == 0 ? [] : Array("piece \(number)\n".utf8)
      gzip += GzipMember(piece, block).bytes + member(fields: number, piece)
      text += piece + piece
    }
    expect(gzip, text)
  }

  @Test("2.2: a second member that is broken costs itself, and nothing before it", arguments: 1...20)
  func brokenSecondMember(length: Int) {
    let second = member(fields: 31)
    expect(member { _ in } + second.prefix(length), Self.text, .truncatedGzip)
    var garbage = second
    garbage[0] = 0x7B
    expect(member { _ in } + garbage, Self.text, .corruptGzip)
  }

  // MARK: Sections 2.3 and 2.3.1: the header

  @Test("2.3.1, FLG: every set of FTEXT, FHCRC, FEXTRA, FNAME and FCOMMENT", arguments: 0..<32)
  func flags(fields: Int) {
    expect(member(fields: fields), Self.text)
    expect(member(fields: fields) + member(fields: 31 - fields), Self.text + Self.text)
  }

  @Test("2.3.1, FLG: a header of any fields that is cut at any byte", arguments: [0, 2, 4, 8, 16, 31])
  func cutHeader(fields: Int) {
    let whole = member(fields: fields)
    let header = whole.count - GzipMember(Self.text).blocks.count - 8
    for length in 2..<header { expect(Array(whole[..<length]), [], .truncatedGzip, "cut to \(length)") }
  }

  @Test("2.3.1.2: reserved flags must be refused", arguments: [0x20, 0x40, 0x80, 0xE0] as [UInt8])
  func reservedFlags(flags: UInt8) {
    let broken = member { $0.reservedFlags = flags }
    expect(broken, [], .corruptGzip)
    expect(member { _ in } + broken, Self.text, .corruptGzip)
  }

  @Test("2.3.1, ID1 and ID2: other bytes are no member")
  func magic() {
    for magic in [[0x1F, 0x8C], [0x1E, 0x8B], [0x8B, 0x1F]] as [[UInt8]] {
      let broken = member { $0.magic = magic }
      expect(member { _ in } + broken, Self.text, .corruptGzip)
      #expect(Encoding.detect(broken) != .gzip)
    }
  }

  @Test("2.3.1, CM: only 8, deflate, is known", arguments: [0, 1, 7, 9, 255] as [UInt8])
  func method(method: UInt8) {
    let broken = member { $0.method = method }
    expect(broken, [], .corruptGzip)
    expect(member { _ in } + broken, Self.text, .corruptGzip)
  }

  @Test("2.3.1: MTIME, XFL and OS may be anything", arguments: [0, 1, 0x7F, 0xFF] as [UInt8])
  func fieldsWithoutMeaning(value: UInt8) {
    expect(
      member {
        ($0.time, $0.extraFlags, $0.system) = ([value, value, value, value], value, value)
      }, Self.text)
  }

  @Test("2.3.1.1, FEXTRA: from nothing to all that its length can say", arguments: [0, 1, 4, 300, 65_535])
  func extra(count: Int) {
    expect(member { $0.extra = [UInt8](repeating: 0x1F, count: count) }, Self.text)
  }

  @Test("2.3.1, FNAME and FCOMMENT: any length, any bytes but zero", arguments: [0, 1, 255, 70_000])
  func names(count: Int) {
    let name = (0..<count).map { UInt8($0 % 255 + 1) }
    expect(member { ($0.name, $0.comment) = (name, name) }, Self.text)
  }

  @Test("2.3.1, CRC16: wrong by any bit", arguments: 0..<16)
  func headerChecksum(bit: Int) {
    let broken = member {
      $0.hasHeaderChecksum = true
      $0.name = [0x61]
      $0.headerChecksumError = 1 << UInt16(bit)
    }
    expect(broken, [], .corruptGzip)
    expect(member { _ in } + broken, Self.text, .corruptGzip)
  }

  // MARK: Section 2.3.1: the trailer

  @Test("2.3.1, CRC32 and ISIZE: wrong by any bit; the text comes out and is not trusted", arguments: 0..<32)
  func trailer(bit: Int) {
    expect(member { $0.checksumError = 1 << UInt32(bit) }, Self.text, .corruptGzip)
    expect(member { $0.lengthError = 1 << UInt32(bit) }, Self.text, .corruptGzip)
    expect(member { $0.lengthError = 1 << UInt32(bit) } + member { _ in }, Self.text, .corruptGzip)
  }

  @Test("2.3.1: of the trailer any bytes are missing", arguments: 1...8)
  func cutTrailer(missing: Int) { expect(member { _ in }.dropLast(missing), Self.text, .truncatedGzip) }

  // MARK: The compressed blocks (RFC 1951)

  @Test("Stored, fixed and dynamic blocks, alone and in one member")
  func blocks() {
    for one in DeflateBlock.allCases {
      expect(GzipMember(Self.text, one).bytes, Self.text, nil, "\(one)")
      expect(GzipMember([], one).bytes, [], nil, "\(one), empty")
      for other in DeflateBlock.allCases {
        let two = member(Self.text + Self.text) {
          $0.blocks = one.bytes(Self.text, isFinal: false) + other.bytes(Self.text)
        }
        expect(two, Self.text + Self.text, nil, "\(one), \(other)")
      }
    }
  }

  @Test("Cut at each byte of a block: what was written before comes out", arguments: DeflateBlock.allCases)
  func cutBlock(block: DeflateBlock) {
    let whole = GzipMember(Self.text, block)
    var longest = 0
    for length in 0..<whole.blocks.count {
      let read = ReadBytes(gzip: whole.header + whole.blocks[..<length], bufferLength: 100_000)
      #expect(Self.text.starts(with: read.bytes))
      #expect(read.bytes.count >= longest)
      #expect(read.damage?.kind == .truncatedGzip)
      longest = read.bytes.count
      // Nothing is held back of what is not compressed.
      if block == .stored { #expect(longest == max(0, length - 5)) }
    }
    #expect(longest >= Self.text.count - 2)
  }

  @Test("RFC 1951, 3.2.3 and 3.2.4: a block of the type that is none, and a stored one whose lengths do not match")
  func brokenBlocks() {
    let good = DeflateBlock.fixed.bytes(Self.text, isFinal: false)
    for broken in [[0x07], [0x01, 5, 0, 0, 0, 1, 2, 3, 4, 5]] as [[UInt8]] {
      expect(member { $0.blocks = good + broken }, Self.text, .corruptGzip)
    }
  }
}

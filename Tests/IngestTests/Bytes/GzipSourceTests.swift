import Model
import Testing

@testable import Ingest

/// Gzip, sound and damaged: whatever was inflated is handed out, and damage is named.
struct GzipSourceTests {
  static let text = (0..<24).map { "{\"line\":\($0),\"text\":\"\(String(repeating: "ab", count: $0))\"}\n" }.joined()
  static let bytes = Array(text.utf8)
  static let half = bytes.count / 2

  private func expect(_ read: ReadBytes, _ text: [UInt8], _ damage: Problem.Kind? = nil, _ comment: Comment? = nil) {
    #expect(read.bytes == text, comment)
    #expect(read.damage?.kind == damage, comment)
    if damage != nil { #expect(read.damage?.byteOffset == text.count, comment) }
  }

  @Test("One member, of any compression, in pieces and into buffers of any size", arguments: [0, 1, 6, 9] as [Int32])
  func oneMember(_ level: Int32) {
    let member = GzipBytes.member(Self.bytes, level: level)
    for length in [1, 2, 3, 7, 64, 1000, 100_000] {
      expect(ReadBytes(gzip: member, pieceLength: length), Self.bytes)
      expect(ReadBytes(gzip: member, bufferLength: length), Self.bytes)
      expect(ReadBytes(gzip: member, headLength: 2, pieceLength: length, bufferLength: length), Self.bytes)
    }
  }

  @Test("Members after each other are one text, wherever it was split")
  func members() {
    for split in stride(from: 0, through: Self.bytes.count, by: 61) {
      let gzip = GzipBytes.member(Array(Self.bytes[..<split])) + GzipBytes.member(Array(Self.bytes[split...]), level: 0)
      expect(ReadBytes(gzip: gzip, pieceLength: 13), Self.bytes)
      expect(ReadBytes(gzip: gzip, pieceLength: 1, bufferLength: 5), Self.bytes)
    }
  }

  @Test("Empty members, before, between and after")
  func emptyMembers() {
    let empty = GzipBytes.member("")
    expect(ReadBytes(gzip: empty), [])
    expect(
      ReadBytes(gzip: empty + empty + GzipBytes.member(Self.bytes) + empty + GzipBytes.member("x") + empty),
      Self.bytes + [0x78])
  }

  @Test("Many small members")
  func manyMembers() {
    let gzip = (0..<500).flatMap { GzipBytes.member("\($0)\n") }
    expect(ReadBytes(gzip: gzip, bufferLength: 64), Array((0..<500).map { "\($0)\n" }.joined().utf8))
  }

  @Test("Zero bytes behind a member are padding, also between members", arguments: [1, 2, 63, 512, 300_000])
  func padding(_ count: Int) {
    let zeros = [UInt8](repeating: 0, count: count)
    expect(ReadBytes(gzip: GzipBytes.member(Self.bytes) + zeros), Self.bytes)
    expect(
      ReadBytes(gzip: GzipBytes.member("a") + zeros + GzipBytes.member("b") + zeros, pieceLength: 100), [0x61, 0x62])
  }

  @Test("Members with a name, a comment, extra fields and a header checksum")
  func headerFields() {
    var member = GzipBytes.member("text")
    member[3] = 0x1C
    member.insert(contentsOf: [3, 0, 1, 2, 3] + Array("name.json\0comment\0".utf8), at: 10)
    expect(ReadBytes(gzip: member), Array("text".utf8))
    expect(ReadBytes(gzip: member, headLength: 2, pieceLength: 1), Array("text".utf8))
  }

  @Test("Cut at every byte: what lies before the cut comes out, and the cut is named", arguments: [0, 6] as [Int32])
  func everyCut(_ level: Int32) {
    let member = GzipBytes.member(Self.bytes, level: level)
    var longest = 0
    for length in 2..<member.count {
      let large = ReadBytes(gzip: Array(member[..<length]), bufferLength: 100_000)
      expect(large, Array(Self.bytes.prefix(large.bytes.count)), .truncatedGzip, "cut to \(length)")
      // As much comes out whatever the buffers are.
      for bufferLength in [3, 100] {
        let small = ReadBytes(gzip: Array(member[..<length]), pieceLength: 50, bufferLength: bufferLength)
        #expect(small.bytes.count == large.bytes.count, "cut to \(length), buffer \(bufferLength)")
        #expect(small.damage == large.damage)
      }
      #expect(large.bytes.count >= longest)
      longest = large.bytes.count
    }
    #expect(longest == Self.bytes.count)
  }

  @Test("Without its trailer a member is cut, but all its text comes out")
  func noTrailer() {
    let member = GzipBytes.member(Self.bytes)
    for missing in 1...8 { expect(ReadBytes(gzip: member.dropLast(missing)), Self.bytes, .truncatedGzip) }
  }

  @Test("Cut in the second member")
  func secondMemberCut() {
    let first = GzipBytes.member(Array(Self.bytes[..<Self.half]))
    let second = GzipBytes.member(Array(Self.bytes[Self.half...]))
    for length in 1..<second.count {
      let read = ReadBytes(gzip: first + second[..<length], pieceLength: 70)
      expect(read, Array(Self.bytes.prefix(read.bytes.count)), .truncatedGzip, "cut to \(length)")
      #expect(read.bytes.count >= Self.half)
    }
  }

  @Test("A wrong checksum and a wrong length: the text comes out, and is not trusted", arguments: 1...8)
  func wrongTrailer(_ fromEnd: Int) {
    var member = GzipBytes.member(Self.bytes)
    member[member.count - fromEnd] ^= 0x10
    expect(ReadBytes(gzip: member), Self.bytes, .corruptGzip)
    expect(
      ReadBytes(gzip: member + GzipBytes.member("more"), pieceLength: 9, bufferLength: 9), Self.bytes, .corruptGzip)
  }

  @Test(
    "Garbage behind a member",
    arguments: [[0x01], [0x1F], [0x1F, 0x00], Array("text\n".utf8), [0x00, 0x00, 0x01], [0x7B, 0x7D]] as [[UInt8]])
  func garbage(_ garbage: [UInt8]) {
    let kind: Problem.Kind = garbage == [0x1F] ? .truncatedGzip : .corruptGzip
    expect(ReadBytes(gzip: GzipBytes.member(Self.bytes) + garbage), Self.bytes, kind)
    expect(ReadBytes(gzip: GzipBytes.member(Self.bytes) + garbage, pieceLength: 1, bufferLength: 3), Self.bytes, kind)
  }

  @Test("A bit turned at any byte of the second member: what lies before comes out, and nothing traps")
  func everyBit() {
    let first = GzipBytes.member(Array(Self.bytes[..<Self.half]))
    let second = GzipBytes.member(Array(Self.bytes[Self.half...]))
    for place in second.indices {
      for bit in [1, 6] as [UInt8] {
        var broken = second
        broken[place] ^= 1 << bit
        let read = ReadBytes(gzip: first + broken, bufferLength: 100)
        #expect(read.bytes.starts(with: Self.bytes[..<Self.half]))
        // Flags, time and system of the header are protected by nothing, nor are the bits that fill the last byte before the trailer.
        if place >= 10, place != second.count - 9 {
          #expect(read.damage?.kind == .corruptGzip || read.damage?.kind == .truncatedGzip, "byte \(place), bit \(bit)")
        }
      }
    }
  }

  @Test("Damage of the source below is handed on")
  func damageBelow() {
    let gzip = GzipBytes.member(Self.bytes)
    let read = ReadBytes(GzipSource(FailingSource(Array(gzip.dropFirst(64).prefix(100))), head: Array(gzip.prefix(64))))
    #expect(read.damage?.kind == .unreadableInput)
    #expect(Self.bytes.starts(with: read.bytes))
  }

  private final class FailingSource: ByteSource {
    private let bytes: PieceSource
    private(set) var damage: Problem?
    init(_ bytes: [UInt8]) { self.bytes = PieceSource(bytes) }

    func read(into buffer: inout [UInt8], at offset: Int) -> Int {
      let count = bytes.read(into: &buffer, at: offset)
      if count == 0 { damage = Problem(.unreadableInput, message: "the disk is gone") }
      return count
    }
  }
}

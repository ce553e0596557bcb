import Model
import TestSupport

@testable import Ingest

/// Gzip: what is packed comes out again, damage is told once, and neither depends on how the bytes arrive.
enum GzipCheck {
  /// Deflate's highest rate is 1032 to 1, and zlib may hold some before it writes.
  private static let highestRate = 1032

  static func check(_ input: FuzzInput) throws(BrokenLaw) {
    let bytes = input.bytes
    var random = input.choices
    let whole = ReadBytes(gzip: bytes, capacity: 8192, bufferLength: 16 << 10)
    try BrokenLaw.unless(whole.bytes.count <= highestRate * bytes.count, "\(whole.bytes.count) bytes came out")
    if let damage = whole.damage {
      try BrokenLaw.unless(
        [.truncatedGzip, .corruptGzip].contains(damage.kind) && damage.byteOffset == whole.bytes.count,
        "after \(whole.bytes.count) bytes: \(damage)")
    }
    for _ in 0..<(input.isThorough ? 10 : 1) {
      let pieces = ReadBytes(
        gzip: bytes, headLength: random.below(65), pieceLength: 1 + random.below(random.pick([2, 32, 4096])),
        capacity: 1 + random.below(random.pick([2, 32, 4096])), bufferLength: 1 + random.below(random.pick([64, 4096])))
      try BrokenLaw.unless(
        pieces.bytes == whole.bytes && pieces.damage == whole.damage,
        "in pieces \(pieces.bytes.count) bytes and \(String(describing: pieces.damage)),"
          + " whole \(whole.bytes.count) bytes and \(String(describing: whole.damage))")
    }
    if input.isThorough || random.oneIn(8) { try checkPacked(bytes, &random) }
  }

  /// The bytes packed as members, of which one comes after the other, and cut somewhere.
  private static func checkPacked(_ bytes: [UInt8], _ random: inout FactRandom) throws(BrokenLaw) {
    let split = random.below(bytes.count + 1)
    let level = Int32(random.below(10))
    let packed = GzipBytes.member(Array(bytes[..<split]), level: level) + GzipBytes.member(Array(bytes[split...]))
    let unpacked = ReadBytes(gzip: packed, capacity: 1 + random.below(4096), bufferLength: 1 + random.below(4096))
    try BrokenLaw.unless(unpacked.bytes == bytes && unpacked.damage == nil, "packed and unpacked, it is another")
    let cut = ReadBytes(gzip: Array(packed.dropLast(1 + random.below(8))), capacity: 8192)
    try BrokenLaw.unless(
      cut.bytes == bytes && cut.damage?.kind == .truncatedGzip, "a cut trailer: \(String(describing: cut.damage))")
  }
}

import TestSupport

@testable import Ingest

/// The record cutter: it reads to the end, says the truth about places, and finds the same whatever the buffer holds.
enum RecordsCheck {
  static func check(_ input: FuzzInput) throws(BrokenLaw) {
    let bytes = input.bytes
    var random = input.choices
    let limit = random.pick([40, 200, 1000, 1 << 20])
    let whole = ReadRecords(bytes, capacity: max(4096, bytes.count + 1), limit: limit)
    try BrokenLaw.unless(whole.bytes == bytes.count, "\(whole.bytes) of \(bytes.count) bytes were read")
    for problem in whole.problemPlaces {
      try BrokenLaw.unless(
        problem.record > 0 && (0...bytes.count).contains(problem.offset), "a problem outside of the input: \(problem)")
    }
    for place in whole.places {
      let there = bytes[min(place.offset, bytes.count)...].lazy.filter { !$0.isJSONWhitespace }
      try BrokenLaw.unless(there.starts(with: place.text.utf8), "not at byte \(place.offset): \(place.text)")
    }
    for _ in 0..<(input.isThorough ? 20 : 1) {
      let pieceLength = 1 + random.below(random.pick([4, 64, 4096]))
      let capacity = 1 + random.below(random.pick([4, 256, 4096]))
      let pieces = ReadRecords(bytes, pieceLength: pieceLength, capacity: capacity, limit: limit)
      try BrokenLaw.unless(
        pieces == whole,
        "limit \(limit); in pieces of \(pieceLength) into \(capacity) bytes:\n\(pieces)\nand whole:\n\(whole)")
    }
  }
}

import Model
import TestSupport
import Testing

@testable import Ingest

/// Whoever reads which part, and however small they are: all that is told of a file is what it tells whole.
///
/// What follows in each round is made from its number, so that a failure can be run again.
struct PartLawTests {
  @Test(arguments: UInt64(1)...8) func partsTellWhatTheWholeTells(seed: UInt64) async throws {
    var random = FactRandom(seed: seed)
    let text = Self.log(&random, seed)
    var parted = 0
    for workers in 1...5 {
      let partLength = 60 + random.below(random.pick([100, 2000, 20_000]))
      let recordLimit = random.pick([1024, 1 << 20])
      let read = try await ReadInParts(text, workers: workers, partLength: partLength, recordLimit: recordLimit)
      read.expectSame("seed \(seed), \(workers) workers, parts of \(partLength), records up to \(recordLimit)")
      if read.wasParted { parted += 1 }
    }
    // A cut inside of what is broken may have it read whole.
    #expect(parted > 0, "seed \(seed)")
  }

  /// Only one line of a late part tells that the file must be read whole.
  @Test(
    arguments: [
      #"{"kind":"req","id":"1","type":"ms.PublishEvent","body":{"dialogId":"d","event":{"type":"ContentEvent"}}}"#,
      #"[{"info":{"conversationId":"in-an-array"}}]"#,
      #"{"conversationHistoryRecords":[{"info":{"conversationId":"in-a-page"}}]}"#,
      "2026-03-02T18:00:00Z - warn: [bot.js] socket closed: 1006",
    ], [1, 2, 5])
  func oneLineThatNeedsTheWhole(line: String, workers: Int) async throws {
    for seed in UInt64(1)...2 {
      var random = FactRandom(seed: seed)
      var generator = RecordGenerator(seed: seed)
      var lines = generator.records(60).filter { !$0.contains("conversationHistoryRecords") }
      lines.insert(line, at: lines.count - 1 - random.below(20))
      let text = lines.joined(separator: "\n")
      let read = try await ReadInParts(text, workers: workers, partLength: 300 + random.below(2000))
      read.expectSame("seed \(seed)")
      #expect(!read.wasParted, "seed \(seed)")
    }
  }

  /// Self-identified records, a line each or more, and what stands between them in bad logs.
  private static func log(_ random: inout FactRandom, _ seed: UInt64) -> String {
    var generator = RecordGenerator(seed: seed)
    let lineFeed = random.pick(["\n", "\r\n"])
    let damage = random.pick([20, 60, .max])
    var text = #"{"info":{"conversationId":"own"}}"# + lineFeed
    for (number, record) in generator.records(60).enumerated() where !record.contains("conversationHistoryRecords") {
      text += line(record, damage, &random)
      // The records at random speak of few conversations; these tell all places.
      text += lineFeed + #"{"info":{"conversationId":"own-\#(number)"},"messageRecords":[{"seq":1}]}"#
      if !random.oneIn(25) { text += lineFeed }
      if random.oneIn(12) { text += random.pick(["", " ", "\t"]) + lineFeed }
    }
    return random.oneIn(2) ? text : String(text.dropLast())
  }

  private static func line(_ record: String, _ damage: Int, _ random: inout FactRandom) -> String {
    if random.oneIn(15) { return record.replacing(",\"", with: ",\n\"", maxReplacements: 3) }
    guard random.oneIn(damage) else { return record }
    return random.pick([
      String(record.prefix(random.below(record.count))), String(record.dropLast()), record + "}",
      "{\"shape-\(random.below(6))\":1}", "{}", "{\"a\":", String(record.prefix(record.count / 2)) + record,
      "{\"list\":[" + String(repeating: "1,", count: 600) + "1]}",
    ])
  }
}

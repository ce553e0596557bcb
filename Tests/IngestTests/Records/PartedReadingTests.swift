import Foundation
import Model
import TestSupport
import Testing

@testable import Ingest

/// A file that is read in parts gives what it gives whole: facts, places, problems, counts.
struct PartedReadingTests {
  private static let logs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples/logs")

  @Test(
    arguments: [
      "history/records.ndjson", "history/array.json", "history/page-1.json", "history/two-pages.json",
      "events/socket.ndjson", "events/sdk.ndjson", "events/consumer.ndjson", "webhooks/receiver.ndjson",
      "events/bot.log", "history/transcripts.csv", "damaged/broken-lines.ndjson", "damaged/cut-document.json",
      "history/page-2.json.gz",
    ], [2, 3, 7, 40])
  func givesTheSame(log: String, workers: Int) async {
    let path = InputPath(Self.logs.appending(path: log).path())
    var options = ReadingOptions()
    options.smallestPart = 256
    let whole = InputReader.read(path: path, input: 3, options: options)
    let parted = await InputReader.read(path: path, input: 3, options: options, workers: workers)
    #expect(parted.facts.canonicalDump() == whole.facts.canonicalDump())
    #expect(parted.summary.problems == whole.summary.problems)
    #expect(parted.summary.problemCounts == whole.summary.problemCounts)
    #expect(parted.summary.records == whole.summary.records)
    #expect(parted.summary.bytes == whole.summary.bytes)
    #expect(parted.summary.ignored == whole.summary.ignored)
    #expect(parted.summary.layouts == whole.summary.layouts)
    #expect(parted.summary.unrecognized == whole.summary.unrecognized)
  }

  @Test func shapesBeyondThoseThatAreCounted() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "parts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    // Each part has its own first shapes, and only the whole file knows which are the first of all.
    let lines = (0..<4000).map { "{\"k\($0 % 80 * ($0 / 1000 + 1))\":1}\n" }
    try Data(lines.joined().utf8).write(to: file)
    var options = ReadingOptions()
    options.smallestPart = 256
    let path = InputPath(file.path())
    let whole = InputReader.read(path: path, input: 0, options: options).summary
    let parted = await InputReader.read(path: path, input: 0, options: options, workers: 4).summary
    #expect(whole.unrecognized.count == InputSummary.countedShapes + 1)
    #expect(parted.unrecognized == whole.unrecognized)
    #expect(parted.problems == whole.problems)
  }

  /// A line of text makes the lines behind it, in whichever part, those of a text log.
  @Test func linesOfTextAmongRecords() async throws {
    let frame =
      #"{"kind":"notification","type":".ams.ms.OnlineEventDistribution","body":{"dialogId":"d","sequence":1}}"#
    var lines = [String](repeating: frame, count: 40)
    lines[5] = "2026-03-02T18:00:00Z - warn: [bot.js] socket closed: 1006"
    lines[30] = "    at Socket.emit (events.js:1)"
    lines[35] = "[bot.js] agentId: b-1"
    let path = FileManager.default.temporaryDirectory.appending(path: "lines-of-text-\(UUID()).log").path()
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var options = ReadingOptions()
    options.smallestPart = 256
    let whole = InputReader.read(path: InputPath(path), input: 0, options: options)
    let parted = await InputReader.read(path: InputPath(path), input: 0, options: options, workers: 4)
    #expect(parted.facts.agentEvents.all.map(\.fact) == whole.facts.agentEvents.all.map(\.fact))
    #expect(parted.facts.agentEvents.count == 1 && parted.summary.ignored == whole.summary.ignored)
    #expect(parted.summary.ignored["continuation line"] == 1 && parted.summary.problems == whole.summary.problems)
  }

  @Test func filesOfLinesAreCutAndOthersAreNot() {
    func parts(_ log: String) -> [Range<Int>] {
      Parts(of: InputPath(Self.logs.appending(path: log).path()), count: 4, lineLimit: 1 << 16, smallest: 256).ranges
    }
    let ranges = parts("webhooks/receiver.ndjson")
    #expect(ranges.count == 4)
    #expect(ranges.first?.lowerBound == 0)
    for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
    #expect(parts("history/page-1.json").isEmpty)
    #expect(parts("history/array.json").isEmpty)
    #expect(parts("history/page-2.json.gz").isEmpty)
    #expect(parts("no-such-file").isEmpty)
  }
}

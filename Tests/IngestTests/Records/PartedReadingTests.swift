import Foundation
import Model
import Testing

@testable import Ingest

/// A file that is read in parts gives what it gives whole: facts, places, problems, counts.
struct PartedReadingTests {
  private static let logs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples/logs")

  private static func path(_ log: String) -> InputPath { InputPath(logs.appending(path: log).path()) }

  @Test(
    arguments: [
      "history/records.ndjson", "history/array.json", "history/page-1.json", "history/two-pages.json",
      "events/socket.ndjson", "events/sdk.ndjson", "events/consumer.ndjson", "webhooks/receiver.ndjson",
      "events/bot.log", "history/transcripts.csv", "damaged/broken-lines.ndjson", "damaged/cut-document.json",
      "history/page-2.json.gz",
    ], [2, 3, 7, 40])
  func givesTheSame(log: String, workers: Int) async {
    for partLength in [256, 4096] {
      await ReadInParts(Self.path(log), workers: workers, partLength: partLength).expectSame("parts of \(partLength)")
    }
  }

  @Test(arguments: [256, 1 << 16]) func shapesBeyondThoseThatAreCounted(partLength: Int) async throws {
    // Each part has its own first shapes, and only the whole file knows which are the first of all.
    let lines = (0..<4000).map { "{\"k\($0 % 80 * ($0 / 1000 + 1))\":1}\n" }
    let read = try await ReadInParts(lines.joined(), workers: 4, partLength: partLength)
    #expect(read.whole.summary.unrecognized.count == InputSummary.countedShapes + 1)
    read.expectSame()
  }

  /// A line of text makes the lines behind it, in whichever part, those of a text log.
  @Test func linesOfTextAmongRecords() async throws {
    let frame =
      #"{"kind":"notification","type":".ams.ms.OnlineEventDistribution","body":{"dialogId":"d","sequence":1}}"#
    var lines = [String](repeating: frame, count: 40)
    lines[5] = "2026-03-02T18:00:00Z - warn: [bot.js] socket closed: 1006"
    lines[30] = "    at Socket.emit (events.js:1)"
    lines[35] = "[bot.js] agentId: b-1"
    let read = try await ReadInParts(lines.joined(separator: "\n"), workers: 4, partLength: 256)
    read.expectSame()
    #expect(read.parted.facts.agentEvents.count == 1 && read.parted.summary.ignored["continuation line"] == 1)
  }

  /// A record that is too large and never closed takes the lines behind it with it, wherever the file could be cut.
  @Test func aLargeRecordWithoutAnEnd() async throws {
    let records = (0..<60).map { #"{"info":{"conversationId":"c-\#($0)"}}"# }
    let large = "{\"list\":[\n" + String(repeating: "1,\n", count: 400)
    let text = (records + [large] + records).joined(separator: "\n")
    let read = try await ReadInParts(text, workers: 3, partLength: 200, recordLimit: 1024)
    #expect(read.whole.facts.conversations.count == 60 && read.whole.summary.problemCounts[.recordTooLarge] == 1)
    read.expectSame()
  }

  /// Nothing of the array is a record, so that only its end tells that the file must be read as a whole.
  @Test func anArrayThatIsCutInItsFirstElement() async throws {
    let text = String(repeating: #"{"info":{"conversationId":"c"}}"# + "\n", count: 40) + #"[{"info":"#
    let read = try await ReadInParts(text, workers: 3, partLength: 200)
    #expect(read.whole.summary.problemCounts[.unreadableInput] == 1)
    read.expectSame()
  }

  /// A worker may read the end of a log that was cut before other parts: those are not cut.
  @Test func anEndThatWasCutIsForgotten() throws {
    let lines = String(repeating: "{\"a\":1}\n", count: 10)
    let file = FileManager.default.temporaryDirectory.appending(path: "cut-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data((lines + "{\"cut\":").utf8).write(to: file)
    let source = try FileSource(path: InputPath(file.path()))
    var stream = Ingest.Stream(path: "log", input: 0, options: ReadingOptions())
    let buffer = RecordBuffer(source, capacityLimit: 1 << 20)
    var reader = RecordReader<Ingest.Stream>(buffer, limit: 1 << 20, streamedArrays: Formats.streamedArrays)
    for (range, isCut) in [(lines.utf8.count..<source.length, true), (0..<lines.utf8.count, false)] {
      source.move(to: range)
      reader.begin(at: range.lowerBound)
      reader.run(&stream)
      #expect(reader.buffer.position == range.upperBound && reader.endedInside == isCut)
    }
  }

  /// The parts of each worker are taken by another that has none left; all together they are the file.
  @Test(arguments: 0..<4) func filesOfLinesAreCut(worker: Int) throws {
    let path = Self.path("webhooks/receiver.ndjson")
    let queue = try #require(PartQueue(path, workers: 4, smallest: 256))
    var cutter = LineCutter(try FileSource(path: path))
    var ranges: [Range<Int>] = []
    while let range = queue.next(for: worker, &cutter) { ranges.append(range) }
    #expect(ranges.count > 8)
    ranges.sort { $0.lowerBound < $1.lowerBound }
    #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == queue.length)
    for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
  }

  @Test(arguments: ["history/page-1.json", "history/array.json", "history/page-2.json.gz", "no-such-file"])
  func othersAreNot(log: String) { #expect(PartQueue(Self.path(log), workers: 4, smallest: 256) == nil) }
}

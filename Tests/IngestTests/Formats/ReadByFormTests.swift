import Foundation
import Model
import TestSupport
import Testing

@testable import Ingest

/// What is read of a record whose form is known is what is read of it without forms.
struct ReadByFormTests {
  private static let logs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples/logs")

  private func read(_ bytes: [UInt8], _ forms: consuming FormTable) -> (stream: Ingest.Stream, forms: Int) {
    var stream = Ingest.Stream(path: "log", input: 0, options: ReadingOptions())
    let buffer = RecordBuffer(PieceSource(bytes), capacityLimit: 1 << 20)
    var reader = RecordReader<Ingest.Stream>(
      buffer, limit: 1 << 20, streamedArrays: Formats.streamedArrays, forms: forms)
    reader.run(&stream)
    stream.finish()
    return (stream, reader.scanner.forms.hits)
  }

  /// Each line some times, with other digits in most of them: ids, numbers, times and texts change, the form does not.
  @Test(
    arguments: [
      "events/socket.ndjson", "events/sdk.ndjson", "events/consumer.ndjson", "webhooks/receiver.ndjson",
      "history/records.ndjson", "damaged/broken-lines.ndjson",
    ], ["\n", "\r\n"])
  func changesNoFact(log: String, lineEnd: String) throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = FactRandom(seed: seed)
    let lines = try Data(contentsOf: Self.logs.appending(path: log)).split(separator: 0x0A)
    var bytes: [UInt8] = []
    for line in lines {
      for copy in 0..<4 {
        bytes +=
          copy == 0
          ? Array(line) : line.map { (0x31...0x39).contains($0) ? UInt8.random(in: 0x31...0x39, using: &random) : $0 }
        bytes += lineEnd.utf8
      }
    }
    // White space at the end, since what stands near it is scanned.
    bytes += [UInt8](repeating: 0x20, count: 4096)
    let plain = read(bytes, FormTable(nil))
    for instructions in FormTests.instructions {
      let formed = read(bytes, FormTable(instructions))
      #expect(formed.forms > lines.count, "the log has forms")
      #expect(
        formed.stream.facts.canonicalDump() == plain.stream.facts.canonicalDump(),
        "\(log) by \(instructions), seed \(seed)")
      #expect(formed.stream.summary.problems == plain.stream.summary.problems)
      #expect(formed.stream.summary.records == plain.stream.summary.records)
      #expect(formed.stream.summary.ignored == plain.stream.summary.ignored)
      #expect(formed.stream.summary.layouts == plain.stream.summary.layouts)
    }
  }

  /// An object of one form may have more that is known where it lies in another: what is kept of it there must not serve it elsewhere.
  @Test func whatIsKnownInARecordIsNotTakenForKnownInItsParts() {
    func record(_ id: String, _ audiences: String..., more: String = "") -> String {
      let messages = audiences.enumerated().map { seq, audience in
        #"{"type":"TEXT_PLAIN","messageData":{"msg":{"text":"Hello"}},"seq":\#(seq),"dialogId":"d-\#(id)","#
          + #""timeL":1790000000000,"audience":"\#(audience)","sentBy":"Agent"}"#
      }
      return #"{"info":{"conversationId":"\#(id)"}\#(more),"messageRecords":[\#(messages.joined(separator: ","))]}"#
    }
    // The first two name no conversation, so that their messages are matched and not read.
    let lines = [
      record("", "ALL", more: #","x":1"#), record("", "AGENTS_AND_MANAGERS"), record("c-3", "AGENTS_AND_MANAGERS"),
      record("c-4", "ALL", "ALL"),
    ]
    let bytes = Array(lines.joined(separator: "\n").utf8) + [UInt8](repeating: 0x20, count: 4096)
    let (formed, plain) = (read(bytes, FormTable()), read(bytes, FormTable(nil)))
    #expect(formed.forms > 2)
    #expect(formed.stream.facts.canonicalDump() == plain.stream.facts.canonicalDump())
  }
}

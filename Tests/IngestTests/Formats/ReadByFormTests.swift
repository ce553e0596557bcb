import Foundation
import Model
import TestSupport
import Testing

@testable import Ingest

/// What is read of a record whose form is known is what is read of it without forms.
struct ReadByFormTests {
  private static let logs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples/logs")

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
    let plain = ReadByForm(bytes, FormTable(nil))
    for instructions in FormTests.instructions {
      let formed = ReadByForm(bytes, FormTable(instructions))
      #expect(formed.hits > lines.count, "the log has forms")
      #expect(
        formed.facts.canonicalDump() == plain.facts.canonicalDump(),
        "\(log) by \(instructions), seed \(seed)")
      #expect(formed.summary.problems == plain.summary.problems)
      #expect(formed.summary.records == plain.summary.records)
      #expect(formed.summary.ignored == plain.summary.ignored)
      #expect(formed.summary.layouts == plain.summary.layouts)
    }
  }

  /// However a line ends, it is offered by its values: only the first is scanned.
  @Test(arguments: ["\n", "\r\n"])
  func allLinesButTheFirstAreReadByTheirValues(lineEnd: String) {
    let line = #"{"kind":"notification","body":{"changes":[]},"type":"ms.MessagingEventNotification"}"#
    let records = ReadRecords(
      String(repeating: line + lineEnd, count: 50) + String(repeating: " ", count: FormTable.lengthLimit),
      capacity: 1 << 16)
    #expect(records.cost.offeredByValues == 49 && records.records.count == 50)
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
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let (formed, plain) = (ReadByForm(bytes, FormTable()), ReadByForm(bytes, FormTable(nil)))
    #expect(formed.hits > 2)
    #expect(formed.facts.canonicalDump() == plain.facts.canonicalDump())
  }
}

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

  private static let event =
    #"{"changes":[{"sequence":7,"dialogId":"c-1","originatorMetadata":{"id":"u-1","role":"CONSUMER"},"event":{"type":"#
    + #""ContentEvent","message":"Hello","contentType":"text/plain"}}]}"#
  private static let frame = #"{"kind":"notification","body":\#(event),"type":"ms.MessagingEventNotification"}"#

  /// Frames by themselves, as a recorder wraps them, and what the SDK hands on: the ways in which most logs are written.
  @Test(
    "are read by their values",
    arguments: [
      frame, #"{"time":"2026-03-02T18:00:00.000Z","frame":\#(frame)}"#,
      #"{"ts":1772474400000,"direction":"in","frame":\#(frame)}"#,
      #"{"time":"2026-03-02T18:00:00.000Z","event":"ms.MessagingEventNotification","body":\#(event)}"#,
      #"{"level":30,"pid":12,"timestamp":"2026-03-02 18:00:00,5","payload":\#(event),"msg":"in"}"#,
      // Keys that are data stand among the values, too.
      frame.replacing(#""sequence""#, with: #""unread":{"person-4711":1,"person-4712":{"agent-12345":2}},"sequence""#),
    ])
  func commonLogs(line: String) {
    let bytes = Array(String(repeating: line + "\n", count: 9).utf8)
    let (formed, plain) = (ReadByForm(bytes, FormTable()), ReadByForm(bytes, FormTable(nil)))
    #expect(formed.formsByValues == 1 && formed.summary.records == 9)
    #expect(formed.facts.canonicalDump() == plain.facts.canonicalDump())
    #expect(formed.summary.layouts == plain.summary.layouts)
  }

  /// What may say more about its frame, or may be something else, is read as a whole.
  @Test(
    "are read as wholes",
    arguments: [
      #"{"time":"2026-03-02T18:00:00.000Z","headers":{"x-lp-account":"4711"},"frame":\#(frame)}"#,
      #"{"time":"2026-03-02T18:00:00.000Z","conversationId":"c-9","frame":\#(frame)}"#,
      #"{"time":"2026-03-02T18:00:00.000Z","login":"bot","frame":\#(frame)}"#,
      #"{"time":"2026-03-02T18:00:00.000Z","frame":\#(frame),"body":{"connected":true}}"#,
      #"{"time":"2026-03-02T18:00:00.000Z","frame":{"frame":\#(frame)}}"#, #"{"frame":\#(frame)}"#,
      #"{"time":"2026-03-02T18:00:00.000Z","body":{"changes":[{"result":{"availability":"ONLINE"}}]}}"#,
    ])
  func uncommonLogs(line: String) {
    let bytes = Array(String(repeating: line + "\n", count: 9).utf8)
    let (formed, plain) = (ReadByForm(bytes, FormTable()), ReadByForm(bytes, FormTable(nil)))
    #expect(formed.formsByValues == 0 && formed.hits >= 7 && formed.summary.records == 9)
    #expect(formed.facts.canonicalDump() == plain.facts.canonicalDump())
    #expect(formed.summary.layouts == plain.summary.layouts)
    #expect(formed.summary.ignored == plain.summary.ignored)
  }

  /// What an envelope says holds for its own frame, not for the element behind it.
  @Test func anEnvelopeInAPageEndsWithItsFrame() {
    let first = Self.frame.replacing("ms.Messaging", with: ".ams.ms.Messaging")
    let next = first.replacing("\"sequence\":7", with: "\"sequence\":8")
    let page =
      #"{"conversationHistoryRecords":[{"time":"2026-03-02T18:00:00.000Z","frame":\#(first)},{"frame":\#(next)}]}"#
    let bytes = Array(String(repeating: page + "\n", count: 9).utf8)
    let (formed, plain) = (ReadByForm(bytes, FormTable()), ReadByForm(bytes, FormTable(nil)))
    #expect(formed.hits >= 7 && formed.facts.conversations.first?.messages.count == 2)
    #expect(formed.facts.canonicalDump() == plain.facts.canonicalDump())
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

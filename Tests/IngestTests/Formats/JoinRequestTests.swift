import Model
import TestSupport
import Testing

@testable import Ingest

/// Requests to be in a conversation: who asks, for what, and what the answer was.
@Suite struct JoinRequestTests {
  private func join(
    _ field: String = #"[{"field":"ParticipantsChange","type":"ADD","role":"MANAGER","userId":"55.4711"}]"#,
    type: String = ".ams.cm.UpdateConversationField", id: Int = 7
  ) -> String {
    #"{"time":"2026-03-02T10:00:00Z","frame":{"kind":"req","id":\#(id),"type":"\#(type)","body":{"conversationId":"c","conversationField":\#(field)}}}"#
  }

  private func answer(_ members: String = #""code":403,"body":"Not allowed""#, id: Int = 7) -> String {
    #"{"time":"2026-03-02T10:00:01Z","frame":{"kind":"resp","reqId":\#(id),"type":".ReqBody$StringResp",\#(members)}}"#
  }

  /// `manager of 55.4711 answered(403) with a reason`, one a request.
  private func joins(_ lines: String...) throws -> [String] {
    let log = try ReadLog(lines.joined(separator: "\n"))
    #expect(log.problems == [])
    guard let conversation = log.conversation("c")?.value else { return [] }
    return conversation.exchanges.filter { $0.kind == .join }.map { exchange in
      let asker = exchange.sender == Message.unknownSender ? nil : conversation.participants[Int(exchange.sender)].id
      return "\(exchange.askedRole) of \(asker?.text(log.facts.names) ?? "-") \(exchange.outcome)"
        + (exchange.hasReason ? " with a reason" : "")
    }
  }

  @Test func aRequestAndItsAnswer() throws {
    #expect(try joins(join(), answer()) == ["manager of 55.4711 answered(403) with a reason"])
    #expect(
      try joins(join(type: "cm.UpdateConversationField"), answer(#""code":200"#)) == [
        "manager of 55.4711 answered(200)"
      ])
    #expect(try joins(join()) == ["manager of 55.4711 unknown"])
    let log = try ReadLog(join(), answer())
    #expect(log.facts.people.links == [])
    #expect(log.conversation("c")?.value.exchanges[0].time == .at(1_772_445_600_000))
    #expect(log.conversation("c")?.value.exchanges[0].evidence == Evidence(input: 0, record: 1))
  }

  @Test(arguments: [
    (#""code":400"#, false), (#""code":400,"body":null"#, false), (#""code":400,"body":"""#, false),
    (#""code":400,"body":{}"#, false), (#""code":400,"body":[]"#, false), (#""code":400,"body":{"reason":"no"}"#, true),
    (#""code":400,"body":["no"]"#, true), (#""code":400,"body":7"#, true),
  ])
  func reasons(answered: String, hasReason: Bool) throws {
    #expect(
      try joins(join(), answer(answered)) == ["manager of 55.4711 answered(400)\(hasReason ? " with a reason" : "")"])
  }

  @Test func fieldsOfOtherShapes() throws {
    let reader = #"{"field":"ParticipantsChange","type":"ADD","role":"READER","userId":"55.1"}"#
    #expect(try joins(join(reader), answer(#""code":200"#)) == ["reader of 55.1 answered(200)"])
    let second =
      #"[{"field":"Skill","type":"UPDATE"},{"field":"ParticipantsChange","type":"ADD","role":"ASSIGNED_AGENT"}]"#
    #expect(try joins(join(second), answer(#""code":200"#)) == ["assignedAgent of - answered(200)"])
    for other in [
      #"[{"field":"ParticipantsChange","type":"REMOVE","role":"MANAGER","userId":"55.1"}]"#,
      #"{"field":"CSATRate","csatRate":5}"#, "[]", "null", "7",
    ] {
      let log = try ReadLog(join(other))
      #expect(log.conversations == [] && log.summary.ignored == ["request of another type": 1])
    }
    let nowhere = join().replacing(#""conversationId":"c","#, with: "")
    #expect(try ReadLog(nowhere, answer()).conversations == [])
  }

  private let unnamed = #"[{"field":"ParticipantsChange","type":"ADD","role":"MANAGER"}]"#
  private let login =
    #"{"csrf":"k","config":{"loginName":"mei","userId":4711,"userPid":"p-4711","siteId":"55"},"csdsCollectionResponse":{"baseURIs":[{"account":"55"}]}}"#

  @Test func whoNamesNobodyAsksForHimself() throws {
    #expect(try joins(join(unnamed), answer()) == ["manager of - answered(403) with a reason"])
    // Whose program it is, the stream tells before or after.
    let before = try joins(login, join(unnamed), answer())
    let after = try joins(join(unnamed), answer(), login)
    #expect(before == after && before != ["manager of - answered(403) with a reason"], "\(before) \(after)")
    #expect(try joins(login, join(), answer()) == ["manager of 55.4711 answered(403) with a reason"])
  }

  /// An exchange that waits for its owner needs the whole stream, as all requests do.
  @Test func manyThatNobodyOwns() throws {
    let lines = (0..<1500).flatMap { [join(unnamed, id: $0), answer(id: $0)] }
    let log = try ReadLog(lines.joined(separator: "\n"))
    #expect(log.conversation("c")?.value.exchanges.count == 1500)
  }
}

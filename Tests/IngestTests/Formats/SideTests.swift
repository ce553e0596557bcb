import Model
import Testing

@testable import Ingest

/// On whose side a stream is, and so whose the texts are that were sent in it.
@Suite struct SideTests {
  private func publish(_ id: Int, _ text: String = "hello") -> String {
    #"{"kind":"req","id":\#(id),"type":".ams.ms.PublishEvent","body":{"dialogId":"d-1","event":{"type":"ContentEvent","contentType":"text/plain","message":"\#(text)"}}}"#
  }

  private func response(_ id: Int, _ members: String = #""code":200,"body":{"sequence":4}"#) -> String {
    #"{"kind":"resp","reqId":\#(id),\#(members)}"#
  }

  private func exchanges(_ lines: [String]) throws -> [String] {
    try #require(ReadLog(lines.joined(separator: "\n")).conversation("d-1")).exchanges
  }

  private static let refused = #""code":400"#
  private static let own =
    #"{"changes":[{"dialogId":"d-1","sequence":1,"originatorMetadata":{"id":"b","role":"ASSIGNED_AGENT"},"event":{"type":"ContentEvent","contentType":"text/plain","message":"hi"},"__isMe":true}]}"#
  private static let change =
    #"{"changes":[{"type":"UPSERT","result":{"convId":"d-1","conversationDetails":{"participants":[{"id":"k","role":"CONSUMER"},{"id":"b","role":"ASSIGNED_AGENT"}],"__myRole":"ASSIGNED_AGENT"}}}]}"#
  private static let notification =
    #"{"kind":"notification","type":".ams.aam.ExConversationChangeNotification","body":{"changes":[]}}"#
  static let consumerAuthentication =
    #"{"kind":"req","id":"0","type":"InitConnection","headers":{"type":".ams.headers.ConsumerAuthentication"}}"#

  /// What tells may stand before the request, between it and its answer, or behind both.
  @Test(arguments: [
    (own, "assignedAgent text 5 of b"), (own.replacing("true", with: "false"), "assignedAgent text 5"),
    (own.replacing("ASSIGNED_AGENT", with: "CONSUMER"), "consumer text 5"),
    (own.replacing(#","role":"ASSIGNED_AGENT""#, with: ""), "assignedAgent text 5 of b"),
    (change, "assignedAgent text 5 of b"),
    (change.replacing(#"e":"ASSIGNED_AGENT""#, with: #"e":"CONSUMER""#), "consumer text 5"),
    (notification, "assignedAgent text 5"), (notification.replacing(".ams.", with: ""), "unknown text 5"),
    (consumerAuthentication, "consumer text 5"),
    (
      #"{"kind":"req","id":"3","type":".ams.routing.SetAgentState","body":{"agentUserId":"b","availability":"ONLINE"}}"#,
      "assignedAgent text 5 of b"
    ),
  ])
  func whatTellsWhoseAStreamIs(line: String, told: String) throws {
    let request = [publish(1), response(1, Self.refused)]
    for place in 0...2 {
      var lines = request
      lines.insert(line, at: place)
      #expect(try exchanges(lines) == ["publish answered(400) \(told)"], "\(place)")
    }
  }

  @Test func whatIsToldLateHoldsForAllBefore() throws {
    let log = try ReadLog(publish(1), response(1), Self.own)
    #expect(
      log.conversation("d-1")?.messages == ["#1 assignedAgent text present 2", "#4 assignedAgent text present 5"])
    #expect(log.conversation("d-1")?.message(4)?.marks == .own)
    let consumers = try ReadLog(publish(1), response(1), Self.consumerAuthentication)
    #expect(consumers.conversation("d-1")?.messages == ["#4 consumer text present 5"])
    #expect(consumers.conversation("d-1")?.message(4)?.contentHash == 0)
  }

  /// Two programs that wrote into one log, one after the other.
  @Test func theNearestBeforeTells() throws {
    let lines = [
      publish(1, "first"), response(1, Self.refused), Self.consumerAuthentication,
      publish(2, "second"), response(2, Self.refused), Self.own,
      publish(3, "the third"), response(3, Self.refused),
    ]
    #expect(
      try exchanges(lines) == [
        "publish answered(400) consumer text 5", "publish answered(400) consumer text 6",
        "publish answered(400) assignedAgent text 9 of b",
      ])
  }

  @Test func moreThanWaitForTheirOwner() throws {
    let lines = (0..<5000).flatMap { [publish($0), response($0, Self.refused)] }
    #expect(try exchanges(lines).count == 5000)
    #expect(try exchanges(lines + [Self.consumerAuthentication]).count { $0.contains("consumer") } == 4096)
  }
}

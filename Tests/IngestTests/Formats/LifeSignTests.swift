import Model
import Testing

@testable import Ingest

/// What came over a program's socket is a sign of its life, if the program is one that asks for the time.
@Suite struct LifeSignTests {
  private static let clock = #"{"kind":"req","id":"1","type":".GetClock","body":{}}"#
  private static let change =
    #"{"kind":"notification","type":".ams.aam.ExConversationChangeNotification","body":{"changes":[{"type":"UPSERT","result":{"convId":"d-1","conversationDetails":{"state":"OPEN"}}}]}}"#
  private static let event =
    #"{"kind":"notification","type":".ams.ms.OnlineEventDistribution","body":{"dialogId":"d-1","sequence":1,"serverTimestamp":1790000000000,"event":{"type":"ContentEvent","contentType":"text/plain","message":"a"}}}"#
  private static let payload =
    #"{"dialogId":"d-1","changes":[{"sequence":1,"dialogId":"d-1","event":{"type":"AcceptStatusEvent","status":"READ"},"__isMe":false}]}"#

  /// By whose it is and in which input: the beginning and the end of each span, one after the other.
  private func heard(_ lines: [(Int64, String)]) throws -> [String: [Int64]] {
    let log = try ReadLog(
      lines.map { time, line in
        #"{"time":\#(1_790_000_000_000 + time),"#
          + (line.hasPrefix(#"{"event""#) ? String(line.dropFirst()) : #""frame":\#(line)}"#)
      }.joined(separator: "\n"))
    #expect(log.problems == [])
    return log.facts.lifeSigns.reduce(into: [:]) { all, signs in
      all["\(signs.key.agent.text(log.facts.names))/\(signs.key.input)"] = signs.value.spans.flatMap {
        [$0.lowerBound.milliseconds - 1_790_000_000_000, $0.upperBound.milliseconds - 1_790_000_000_000]
      }
    }
  }

  @Test(arguments: [
    #"{"kind":"resp","reqId":"9","code":200,"body":{"sequence":3}}"#,
    #"{"reqId":"9","code":"OK","body":{"sequence":3}}"#,
    change, event, payload,
    #"{"kind":"notification","type":".ams.routing.RoutingTaskNotification","body":{"changes":[]}}"#,
    #"{"kind":"notification","type":".ams.another","body":{}}"#, #"{"event":"publishEvent","body":{"sequence":3}}"#,
  ])
  func whatIsHeard(frame: String) throws {
    #expect(
      try heard([(0, Self.clock), (40_000, frame), (100_000, frame)])["/0"] == [40_000, 40_000, 100_000, 100_000])
  }

  /// What the program sent, what others received, and what is no frame.
  @Test(arguments: [
    #"{"kind":"req","id":"9","type":".ams.x","body":{}}"#, #"{"event":"publishEvent","body":{"dialogId":"d-1"}}"#,
    #"{"kind":"notification","type":"cqm.ExConversationChangeNotification","body":{"changes":[]}}"#,
    #"{"info":{"conversationId":"c"},"messageRecords":[]}"#,
  ])
  func whatIsNot(frame: String) throws {
    #expect(try heard([(0, Self.clock), (40_000, frame)]) == [:])
  }

  @Test func ofEachMinuteTheFirstAndTheLast() throws {
    // 14:13:20 and on.
    let moments: [Int64] = [0, 39_999, 40_000, 41_000, 99_999, 100_000, 5000, 12, 39_000, 60_000]
    #expect(
      try heard([(0, Self.clock)] + moments.map { ($0, Self.event) })["/0"]
        == [0, 39_999, 40_000, 99_999, 100_000, 100_000])
  }

  /// Without heartbeats a silence says nothing, and nothing is kept.
  @Test func onlyOfProgramsThatAskForTheTime() throws {
    #expect(
      try heard([(0, Self.event), (1, #"{"kind":"req","id":"9","type":".ams.ms.PublishEvent","body":{}}"#)]) == [:])
  }

  @Test func whoseItIs() throws {
    func named(_ user: String) -> String {
      #"{"kind":"req","id":"2","type":".ams.routing.SetAgentState","body":{"agentUserId":"\#(user)","availability":"ONLINE"}}"#
    }
    let log: [(Int64, String)] = [
      (0, Self.clock), (1, Self.event), (2, named("4.7")), (3, Self.event), (4, named("4.8")), (5, Self.event),
      (6, named("4.7")), (60_000, Self.event),
    ]
    #expect(try heard(log) == ["4.7/-1": [1, 3, 60_000, 60_000], "4.8/-1": [5, 5]])
  }
}

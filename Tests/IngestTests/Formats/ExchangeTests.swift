import Model
import Testing

@testable import Ingest

/// Requests and responses: what only the order of a stream can tell.
@Suite struct ExchangeTests {
  private static let dialog = "1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55"

  private func publish(_ id: String, _ text: String = "hello", time: Int? = nil) -> String {
    wrapped(
      #"{"kind":"req","id":\#(id),"type":".ams.ms.PublishEvent","body":{"dialogId":"d-1","event":{"type":"ContentEvent","contentType":"text/plain","message":"\#(text)"}}}"#,
      time)
  }

  private func response(_ id: String, _ members: String = #""code":200,"body":{"sequence":4}"#, time: Int? = nil)
    -> String
  {
    wrapped(#"{"kind":"resp","reqId":\#(id),"type":".ams.ms.PublishEvent$Response",\#(members)}"#, time)
  }

  private func wrapped(_ frame: String, _ time: Int?) -> String {
    time.map { #"{"time":\#(1_790_000_000_000 + $0),"frame":\#(frame)}"# } ?? frame
  }

  private func exchanges(_ lines: [String]) throws -> [String] {
    let log = try ReadLog(lines.joined(separator: "\n"))
    #expect(log.problems == [])
    return try #require(log.conversation("d-1")).exchanges
  }

  @Test func requestsAndResponsesThatTellNothing() throws {
    let requests = try ReadLog(RequestTwins.otherRequests)
    #expect(requests.problems == [] && requests.conversations == [])
    #expect(requests.summary.ignored == ["request of another type": 11] && requests.summary.layouts == ["socket-frame"])
    let responses = try ReadLog(RequestTwins.responses)
    #expect(responses.problems == [] && responses.conversations == [])
    #expect(responses.summary.ignored == ["response without its request": 8])
    let rings = try ReadLog(RequestTwins.subscribeRings)
    #expect(rings.summary.records == 2 && rings.problems == [] && rings.conversations == [])
  }

  @Test func aTextIsSentAndAnswered() throws {
    let log = try ReadLog(
      RequestTwins.publishText,
      #"{"kind":"resp","reqId":"2","code":200,"body":{"sequence":7},"type":"ms.PublishEventResponse"}"#)
    let conversation = try #require(log.conversation(Self.dialog))
    #expect(conversation.exchanges == ["publish answered(200) unknown text 20 #7"])
    #expect(conversation.messages == ["#7 unknown text present 20"])
    #expect(conversation.message(7)?.sightings == .published && conversation.message(7)?.marks == [])
    #expect(conversation.message(7)?.time.moment == nil && conversation.value.marks == .events)
    #expect(conversation.value.exchanges[0].evidence == Evidence(input: 0, record: 1))
  }

  @Test func filesQueriesAndRings() throws {
    let log = try ReadLog(
      RequestTwins.publishFile, RequestTwins.subscribeMessages, RequestTwins.acceptRing,
      #"{"kind":"resp","reqId":4,"code":202,"body":"Ring state updated successfully","type":".ReqBody$StringResp"}"#)
    let conversation = try #require(log.conversation(Self.dialog))
    #expect(
      Set(conversation.exchanges) == [
        "publish unknown assignedAgent file 0", "query unknown assignedAgent",
        "acceptRing answered(202) assignedAgent",
      ])
    let rejected = RequestTwins.acceptRing.replacing("ACCEPTED", with: "REJECTED")
    #expect(try ReadLog(rejected).conversations == [])
  }

  @Test func aQueryAndItsMessages() throws {
    let log = try ReadLog(
      #"{"kind":"req","id":"9","type":".ams.ms.QueryMessages","body":{"dialogId":"d-1","newerThanSequence":0}}"#,
      #"{"kind":"resp","reqId":9,"code":200,"type":".ams.ms.QueryMessages$Response","body":[{"sequence":0,"dialogId":"d-1","serverTimestamp":1790000000000,"event":{"type":"ContentEvent","contentType":"text/plain","message":"hello"}},{"sequence":1,"dialogId":"d-1","event":{"type":"AcceptStatusEvent","status":"READ"}}]}"#
    )
    let conversation = try #require(log.conversation("d-1"))
    #expect(conversation.exchanges == ["query answered(200) unknown items 2"])
    #expect(conversation.messages == ["#0 unknown text present 5"] && conversation.message(0)?.sightings == .queried)
    let bare = try ReadLog(
      #"{"kind":"resp","reqId":9,"type":".ams.ms.QueryMessages$Response","body":{"sequence":0,"dialogId":"d-1","event":{"type":"ContentEvent","message":"hello"}}}"#
    )
    #expect(bare.conversation("d-1")?.messages == ["#0 unknown text present 5"])
  }

  @Test(arguments: [
    (#""code":200"#, "answered(200)"), (#""code":"200""#, "answered(200)"), (#""code":"OK""#, "answered(200)"),
    (#""code":"ok""#, "answered(200)"), (#""code":429"#, "answered(429)"), (#""body":{}"#, "answered(200)"),
    (#""code":"REFUSED""#, "unknown"), (#""code":1e30"#, "unknown"), (#""code":99999999999"#, "unknown"),
  ])
  func codes(members: String, outcome: String) throws {
    #expect(try exchanges([publish("1"), response("1", members)]) == ["publish \(outcome) unknown text 5"])
  }

  /// The Connector API answers without a `kind`, by itself or in what a recorder wrote around it.
  @Test func answersOfTheConnectorAPI() throws {
    let answer = #"{"reqId":"1","code":"OK","body":{"sequence":4}}"#
    #expect(try exchanges([publish("1"), answer]) == ["publish answered(200) unknown text 5 #4"])
    #expect(
      try exchanges([publish("1", time: 0), wrapped(answer, 100)]) == ["publish answered(200) unknown text 5 #4"])
    #expect(try exchanges([publish("1"), #"{"reqId":1,"code":429}"#]) == ["publish answered(429) unknown text 5"])
    // What such an object holds says more than the object.
    let log = try ReadLog(#"{"reqId":"1","code":200,"body":\#(publish("2"))}"#, response("2"))
    #expect(log.summary.layouts == ["envelope", "socket-frame"])
    #expect(log.conversation("d-1")?.exchanges == ["publish answered(200) unknown text 5 #4"])
  }

  @Test func idsAreNumbersOrTextsAndUsedAgain() throws {
    #expect(
      try exchanges([publish("1"), response("\"1\""), publish("\"1\""), response("1", #""code":500"#)])
        == ["publish answered(200) unknown text 5 #4", "publish answered(500) unknown text 5"])
    // The nearest request before it that is still open.
    #expect(
      try exchanges([publish("7", "first"), publish("7", "second"), response("7", #""code":500"#), response("7")]) == [
        "publish answered(200) unknown text 5 #4", "publish answered(500) unknown text 6",
      ])
    #expect(try exchanges([publish(#""1,""#), response(#""1,""#)]) == ["publish answered(200) unknown text 5 #4"])
    #expect(try exchanges([publish("-1"), response("-1")]) == ["publish answered(200) unknown text 5 #4"])
  }

  @Test func anAnswerToNothingIsNoAnswer() throws {
    #expect(try exchanges([publish("2"), response("22")]) == ["publish unknown unknown text 5"])
    #expect(try exchanges([response("2"), publish("2")]) == ["publish unknown unknown text 5"])
    #expect(try exchanges([publish("null"), response("null")]) == ["publish unknown unknown text 5"])
  }

  @Test func theStreamWentOnOrEnded() throws {
    #expect(try exchanges([publish("1")]) == ["publish unknown unknown text 5"])
    // Another was answered meanwhile: that tells nothing.
    #expect(
      try exchanges([publish("1"), publish("2", "later"), response("2")]) == [
        "publish unknown unknown text 5", "publish answered(200) unknown text 5 #4",
      ])
    #expect(
      try exchanges([publish("1"), publish("2", "later"), response("1")]) == [
        "publish answered(200) unknown text 5 #4", "publish unknown unknown text 5",
      ])
    #expect(try exchanges([publish("1", time: 0), response("8", time: 9999)]) == ["publish unknown unknown text 5"])
    #expect(
      try exchanges([publish("1", time: 0), response("8", time: 10_000)]) == ["publish unanswered unknown text 5"])
  }

  /// What is asked later may be answered sooner.
  @Test(arguments: [(5, "unknown"), (9_999, "unknown"), (10_000, "unanswered")])
  func aLaterRequestWasAnswered(after milliseconds: Int, outcome: String) throws {
    let clock = wrapped(#"{"kind":"req","id":2,"type":".ams.GetClock","body":{}}"#, 0)
    let answer = response("2", #""code":200,"body":{"currentTime":1790000000005}"#, time: milliseconds)
    #expect(try exchanges([publish("1", time: 0), clock, answer]) == ["publish \(outcome) unknown text 5"])
  }

  @Test func moreOpenRequestsThanAnyClientHas() throws {
    let lines = (0..<3000).map { publish("\($0)", "text \($0)") }
    let first = try exchanges(lines)
    #expect(first.count == 3000 && first.allSatisfy { $0.hasPrefix("publish unknown") })
    let answered = try exchanges(lines + [response("2999"), response("0")])
    #expect(answered.count == 3000 && answered.filter { $0.contains("answered(") }.count == 1)
    // Those that were given up had been waiting for long.
    let spread = (0..<3000).map { publish("\($0)", "text \($0)", time: $0 * 100) }
    #expect(try exchanges(spread).count { $0.contains("unanswered") } == 2900)
  }

  /// Without a recorder's clock a request was sent at the latest when the next frame tells a moment.
  @Test func theWaitOfARequestWithoutATime() throws {
    func seen(_ sequence: Int, at milliseconds: Int) -> String {
      #"{"kind":"notification","type":"ms.MessagingEventNotification","body":{"dialogId":"d-1","sequence":\#(sequence),"serverTimestamp":\#(1_790_000_000_000 + milliseconds),"event":{"type":"ContentEvent","contentType":"text/plain","message":"hello"}}}"#
    }
    func outcome(_ lines: String...) throws -> String? {
      try exchanges(lines).first?.split(separator: " ").dropFirst().first.map(String.init)
    }
    let clock = [#"{"kind":"req","id":2,"type":".ams.GetClock","body":{}}"#, response("2")]
    // Hours may lie between the frame before and the request.
    #expect(try outcome(seen(1, at: 0), publish("1"), seen(2, at: 9_000_000)) == "unknown")
    #expect(try outcome(seen(1, at: 0), publish("1"), clock[0], clock[1]) == "unknown")
    #expect(try outcome(publish("1"), seen(1, at: 0), seen(2, at: 9_999)) == "unknown")
    #expect(try outcome(publish("1"), seen(1, at: 0), seen(2, at: 10_000)) == "unanswered")
    // What is sent anew is older than what was told before.
    #expect(
      try outcome(seen(3, at: 50_000), publish("1"), seen(1, at: 0), seen(4, at: 51_000), seen(5, at: 60_999))
        == "unknown")
    // A consumer's next connection, which may have been earlier.
    #expect(
      try outcome(
        seen(1, at: 60_000), SideTests.consumerAuthentication, publish("1"), seen(2, at: 20_000), seen(3, at: 30_000))
        == "unanswered")
    #expect(
      try outcome(
        publish("1"), seen(1, at: 60_000), seen(2, at: 70_000), SideTests.consumerAuthentication, seen(3, at: 0))
        == "unanswered")
    #expect(
      try outcome(publish("1"), seen(1, at: 60_000), SideTests.consumerAuthentication, seen(2, at: 70_000))
        == "unanswered")
  }

  /// Without a recorder's clock a request has no time: that of an earlier frame would be too early.
  @Test func theTimeOfASentText() throws {
    let echo =
      #"{"kind":"notification","type":".ams.ms.OnlineEventDistribution","body":{"dialogId":"d-1","sequence":4,"serverTimestamp":1790000020500,"event":{"type":"ContentEvent","contentType":"text/plain","message":"hello"}}}"#
    let earlier = echo.replacing("\"sequence\":4", with: "\"sequence\":3").replacing("20500", with: "00000")
    func time(_ lines: String...) throws -> Int64? {
      try ReadLog(lines.joined(separator: "\n")).conversation("d-1")?.message(4)?.time.moment?.milliseconds
    }
    #expect(try time(earlier, publish("1"), response("1"), echo) == 1_790_000_020_500)
    #expect(try time(earlier, publish("1"), response("1")) == nil)
    #expect(try time(publish("1", time: 20_000), response("1")) == 1_790_000_020_000)
    #expect(try time(publish("1", time: 20_000), response("1"), echo) == 1_790_000_020_500)
    #expect(try time(echo, publish("1", time: 20_000), response("1")) == 1_790_000_020_500)
  }

  @Test func onWhoseSideAStreamIs() throws {
    let agent = #"{"kind":"req","id":"3","type":".ams.routing.SetAgentState","body":{"availability":"ONLINE"}}"#
    let consumer =
      #"{"kind":"req","id":"0","type":"InitConnection","headers":{"type":".ams.headers.ConsumerAuthentication","jwt":"x"}}"#
    #expect(try exchanges([agent, publish("1"), response("1")]) == ["publish answered(200) assignedAgent text 5 #4"])
    #expect(try exchanges([consumer, publish("1"), response("1")]) == ["publish answered(200) consumer text 5 #4"])
    let own = try ReadLog([agent, publish("1"), response("1")].joined(separator: "\n"))
    #expect(own.conversation("d-1")?.message(4)?.marks == .own)
    #expect(own.conversation("d-1")?.message(4)?.role == .assignedAgent)
  }

  @Test func receiptsAndTypingAreNotPublished() throws {
    let log = try ReadLog(
      #"{"kind":"req","id":1,"type":"ms.PublishEvent","body":{"dialogId":"d-1","event":{"type":"ChatStateEvent","chatState":"COMPOSING"}}}"#
    )
    #expect(log.conversations == [] && log.summary.ignored == ["request of another type": 1])
  }
}

import Model
import Testing

@testable import Ingest

/// What recorders write around a frame, and how they wrap it.
@Suite struct EnvelopeTests {
  @Test("JSON written into a string has limits of its own, a quarter of a record's")
  func embeddedLimits() throws {
    var options = ReadingOptions()
    options.recordLimit = 800_000
    func line(_ values: Int, _ padding: Int = 0) -> String {
      let ones = String(repeating: "1,", count: values)
      return
        #"{"time":1,"body":"{\"kind\":\"req\",\"a\":[\#(ones)1],\"b\":\"\#(String(repeating: "x", count: padding))\"}"}"#
    }
    #expect(try ReadLog(line(24_000), options: options).problems == [])
    #expect(try ReadLog(line(25_000), options: options).problems == ["record-too-large at 1"])
    #expect(try ReadLog(line(1, 199_000), options: options).problems == [])
    #expect(try ReadLog(line(1, 200_000), options: options).problems == ["record-too-large at 1"])
    func message(_ padding: Int) -> String {
      let text = String(repeating: "x", count: padding)
      return #"{"level":"info","timestamp":"2026-03-02T18:00:00Z","message":"[bot.js] connected: {\"ts\":1} \#(text)"}"#
    }
    #expect(try ReadLog(message(199_000), options: options).problems == [])
    #expect(try ReadLog(message(200_000), options: options).problems == ["record-too-large at 1"])
  }

  private static let frame =
    #"{"kind":"notification","type":".ams.ms.OnlineEventDistribution","body":{"dialogId":"d-1","sequence":1,"serverTimestamp":1790000000000,"event":{"type":"ContentEvent","contentType":"text/plain","message":"a"}}}"#
  private static let payload =
    #"{"changes":[{"type":"UPSERT","result":{"convId":"d-1","conversationDetails":{"participants":[{"id":"a","role":"ASSIGNED_AGENT"}]}}}]}"#

  private static func quoted(_ json: String) -> String {
    "\"" + json.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  @Test(arguments: [
    #"{"time":T,"frame":F}"#, #"{"timestamp":T,"message":F}"#, #"{"@timestamp":T,"data":F}"#, #"{"ts":T,"payload":F}"#,
    #"{"receivedAt":T,"direction":"in","anything":F}"#, #"{"level":"info","frame":F,"time":T}"#,
    #"{"time":T,"event":"notification","body":F}"#, #"{"time":T,"shipper":{"host":"h","log":F}}"#,
    #"{"time":T,"a":{"b":{"c":F}}}"#, #"{"time":T,"message":S}"#, #"{"time":T,"a":{"message":S}}"#,
    #"{"time":T,"message":Q}"#, #"{"kind":"log","time":T,"frame":F}"#, #"{"id":7,"type":"in","time":T,"body":F}"#,
  ])
  func aFrameInside(envelope: String) throws {
    for time in [
      #""2026-09-21T14:13:20.100Z""#, "1790000000100", #""1790000000100""#, #""2026-09-21T16:13:20.1004+02:00""#,
    ] {
      let inString = Self.quoted(Self.frame)
      let line = envelope.replacing(":T", with: ":" + time).replacing(":F", with: ":" + Self.frame)
        .replacing(":S", with: ":" + inString).replacing(":Q", with: ":" + Self.quoted("{\"frame\":\(inString)}"))
      let log = try ReadLog(line)
      #expect(log.problems == [], "\(line)")
      let conversation = try #require(log.conversation("d-1"))
      #expect(conversation.messages == ["#1 unknown text present 1"])
      #expect(conversation.message(1)?.time.moment == .at(1_790_000_000_000))
      #expect(conversation.message(1)?.delivered.moment == .at(1_790_000_000_100), "\(line)")
      #expect(log.summary.layouts == ["envelope", "socket-frame"] && log.summary.records == 1)
    }
  }

  @Test(arguments: [
    #"{"time":1790000000100,"event":"cqm.ExConversationChangeNotification","body":P}"#,
    #"{"time":1790000000100,"name":"cqm.ExConversationChangeNotification","data":P}"#,
    #"{"time":1790000000100,"type":"cqm.ExConversationChangeNotification","body":P}"#,
    #"{"time":1790000000100,"event":"cqm.ExConversationChangeNotification","payload":S}"#,
  ])
  func anSDKPayloadInside(envelope: String) throws {
    let log = try ReadLog(
      envelope.replacing(":P", with: ":" + Self.payload).replacing(":S", with: ":" + Self.quoted(Self.payload)))
    #expect(log.problems == [] && log.summary.layouts == ["envelope", "sdk-event"])
    let conversation = try #require(log.conversation("d-1"))
    #expect(conversation.participant("a")?.assignedInLog.moment == .at(1_790_000_000_100))
    // Nothing inside tells a time: the recorder's is all there is.
    #expect(conversation.participant("a")?.assigned.moment == .at(1_790_000_000_100))
    #expect(conversation.value.marks == [.events, .agentStream])
  }

  @Test func theAccountInTheHeaders() throws {
    let body =
      #"{"kind":"notification","type":"cqm.ExConversationChangeNotification","body":{"changes":[{"type":"UPSERT","result":{"convId":"d-1","conversationDetails":{"state":"OPEN"}}}]}}"#
    for headers in [#"{"x-liveperson-account-id":"55501"}"#, #"{"X-LivePerson-Account-Id":55501,"host":"h"}"#] {
      let log = try ReadLog(#"{"time":1790000000100,"headers":\#(headers),"body":\#(body)}"#)
      #expect(log.conversation("d-1")?.account == "55501")
      let nested = try ReadLog(#"{"headers":\#(headers),"request":{"time":1790000000100,"body":\#(body)}}"#)
      #expect(nested.conversation("d-1")?.account == "55501")
      #expect(nested.conversation("d-1")?.value.openAsOf.moment == .at(1_790_000_000_100))
    }
    let own = body.replacing(#""state""#, with: #""brandId":"7","state""#)
    #expect(
      try ReadLog(#"{"headers":{"x-liveperson-account-id":"55501"},"body":\#(own)}"#).conversation("d-1")?.account
        == "7")
  }

  /// What an envelope says ends with it.
  @Test func theNextRecordIsNotDatedByThisOne() throws {
    let log = try ReadLog(
      #"{"time":1790000000100,"headers":{"x-liveperson-account-id":"55501"},"frame":\#(Self.frame)}"#,
      Self.frame.replacing("d-1", with: "d-2"), Self.payload.replacing("d-1", with: "d-3"))
    #expect(log.conversation("d-2")?.message(1)?.delivered.moment == nil)
    #expect(log.conversation("d-3")?.account == "" && log.conversation("d-3")?.participant("a")?.assigned.moment == nil)
  }

  @Test(arguments: [
    ("connected", #"{"connected":true,"ts":1790000000000}"#, "1 connected - 14:13:20.100"),
    ("closed", "1006", "1 closed - 14:13:20.100 code 1006"), ("closed", #""""#, "1 closed - 14:13:20.100"),
    (
      "error", #"{"code":401,"service":"authentication.login","error":null}"#,
      "1 login - 14:13:20.100 answered(401) code 401 login"
    ),
    (
      "error", #"[{"code":401,"service":"authentication.login"},{"location":"Reconnect#Relogin#WS"}]"#,
      "1 login - 14:13:20.100 answered(401) code 401 login reconnect"
    ),
    ("error", #"{"code":"ENOTFOUND","syscall":"getaddrinfo"}"#, "1 failed - 14:13:20.100"),
    ("success", #"{"location":"Connect#Login"}"#, "1 login - 14:13:20.100 answered(200) login connect"),
    ("reconnecting", "{}", "1 reconnecting - 14:13:20.100"),
  ])
  func eventsOfTheConnection(name: String, body: String, event: String) throws {
    for key in ["event", "name", "type"] {
      let log = try ReadLog(#"{"time":1790000000100,"\#(key)":"\#(name)","body":\#(body)}"#)
      #expect(log.problems == [] && log.summary.ignored == [:] && log.conversations == [] && log.events == [event])
    }
  }

  @Test(arguments: [("warn", #"{"message":"x"}"#), ("error", #"{"text":"x"}"#), ("success", #"{"a":1}"#)])
  func eventsThatTellNothing(name: String, body: String) throws {
    let log = try ReadLog(#"{"time":1790000000100,"event":"\#(name)","body":\#(body)}"#)
    #expect(log.problems == [] && log.summary.ignored.count == 1 && log.events == [])
  }

  /// As a text log tells of `getClock: {…}`.
  @Test(arguments: [
    ("getClock", #"{"currentTime":1790000000000}"#, "1 heartbeat - 14:13:20.100 answered(200)"),
    ("getClock", "{}", "1 heartbeat - 14:13:20.100 answered(200)"),
    (
      "getClock", #"{"code":500,"service":"messaging","error":null}"#, "1 heartbeat - 14:13:20.100 answered(500)"
    ),
    ("setAgentState", #""Agent state updated successfully""#, "1 availability - 14:13:20.100 answered(200)"),
    (
      "subscribeExConversations", #"{"subscriptionId":"x"}"#,
      "1 conversationsSubscribed - 14:13:20.100 answered(200)"
    ),
    ("subscribeRoutingTasks", #"{"subscriptionId":"x"}"#, "1 ringsSubscribed - 14:13:20.100 answered(200)"),
    ("subscribeMessagingEvents", #""success""#, "1 messagesQueried - 14:13:20.100 answered(200)"),
  ])
  func answersToCalls(name: String, body: String, event: String) throws {
    for key in ["event", "name", "type"] {
      let log = try ReadLog(#"{"time":1790000000100,"\#(key)":"\#(name)","body":\#(body)}"#)
      #expect(log.problems == [] && log.summary.ignored == [:] && log.conversations == [] && log.events == [event])
    }
  }

  /// What was asked is no answer, and some answers tell nothing.
  @Test(arguments: [
    #""event":"setAgentState","body":{"availability":"ONLINE"}"#, #""event":"getClock""#,
    #""event":"getClock","pid":1006"#,
    #""event":"getClock","body":null"#, #""event":"publishEvent","body":{"sequence":4}"#,
    #""event":"updateRingState","body":"Ring state updated successfully""#,
  ])
  func callsThatTellNothing(members: String) throws {
    let log = try ReadLog(#"{"time":1790000000100,\#(members)}"#)
    #expect(log.problems == [] && log.summary.ignored == ["answer": 1] && log.events == [])
  }

  /// Without a name that is known a small value may be anything.
  @Test(arguments: [#"{"sequence":4}"#, #"{"conversationId":"c"}"#, #"{"currentTime":7}"#, #""OK then""#])
  func whatOnlyLooksLikeAnAnswer(body: String) throws {
    let log = try ReadLog(#"{"time":1790000000100,"event":"printed","body":\#(body)}"#)
    #expect(log.problems == ["unrecognized-record at 1"])
  }

  @Test func aRecordInAnEnvelope() throws {
    let log = try ReadLog(
      #"{"timestamp":"2026-09-21T14:13:20.100Z","data":{"info":{"conversationId":"c-1"},"messageRecords":[]}}"#)
    #expect(log.conversations == ["c-1"] && log.summary.layouts == ["envelope", "history-record"])
    let page = try ReadLog(#"{"response":\#(HistoryTwins.newest)}"#)
    #expect(page.conversations.count == 1 && page.summary.records == 1 && page.problems == [])
  }

  /// The record is sound, whatever stands in its strings.
  @Test(arguments: [
    #"{"message":"{not json, but long enough}"}"#, #"{"message":"{\"kind\":\"notification\",\"type\":"}"#,
    #"{"a":{"b":{"c":{"d":{"kind":"req","id":1}}}}}"#, #"{"message":"{\"some\":\"other\",\"json\":true}"}"#,
  ])
  func stringsThatHoldNoFrame(line: String) throws {
    let log = try ReadLog(line)
    #expect(log.problems == ["unrecognized-record at 1"] && log.summary.records == 1)
  }

  @Test func stringsInStringsHaveAnEnd() throws {
    var line = Self.frame
    for depth in 1...6 {
      line = #"{"m":\#(Self.quoted(line))}"#
      let log = try ReadLog(line)
      #expect(log.conversations == (depth <= 3 ? ["d-1"] : []), "\(depth)")
      #expect(log.problems == (depth <= 3 ? [] : ["unrecognized-record at 1"]), "\(depth)")
    }
  }

  /// How many digits a recorder's number has tells its unit.
  @Test(arguments: [
    ("1790000000", 0), ("1790000000.1", 100), ("1790000000.1004", 100), ("1790000000100", 100),
    ("1790000000100000", 100), ("1790000000100000000", 100),
  ])
  func timesOfAnyUnit(number: String, milliseconds: Int64) throws {
    for written in [number, "\"\(number)\""] {
      let log = try ReadLog(#"{"time":\#(written),"frame":\#(Self.frame)}"#)
      #expect(
        log.conversation("d-1")?.message(1)?.delivered.moment == .at(1_790_000_000_000 + milliseconds), "\(written)")
    }
  }
}

import Model
import Testing

@testable import Ingest

/// The lines that known programs write, one by one.
@Suite struct LogLineTests {
  /// The line, and the event that it tells; nothing for those that are only known.
  @Test(arguments: [
    ("2026-03-02T18:00:01.103Z - info: [bot.js] connected: {\"connected\":true}", "connected - 18:00:01.103"),
    ("connected... kite-bot { connected: true, ts: 1772474401000 }", "connected - -"),
    (#"[agent.js] CONNECTED {"connected":true,"ts":1772474401000}"#, "connected - 18:00:01.000"),
    ("socket closed 1006", "closed - - code 1006"), ("warn: [bot.js] socket closed: 4401", "closed - - code 4401"),
    ("info: [agent.js] SOCKET_CLOSED 1011", "closed - - code 1011"),
    (#"[agent.js] SOCKET_CLOSED {"connected":false,"ts":1772474401000}"#, "closed - 18:00:01.000"),
    ("warn: [bot.js] reconnecting in 5s (attempt 1 of 35)", "reconnecting - -"), ("reconnecting", "reconnecting - -"),
    (
      #"error: [agent.js] ERROR {"code":401,"service":"messaging","error":null}"#,
      "failed - - answered(401) code 401 messaging"
    ),
    (
      #"[manager.js] ERROR {"code":502,"service":"domainNames","error":null}"#,
      "failed - - answered(502) code 502 domains"
    ),
    ("got an error {\"code\":\"ETIMEDOUT\",\"syscall\":\"connect\"}", "failed - -"),
    (#"info: [bot.js] success: {"location":"Connect#Login"}"#, "login - - answered(200) login connect"),
    (#"info: [bot.js] success: {"location":"Connect#CSDS"}"#, "succeeded - - domains connect"),
    (#"info: [bot.js] success {"location":"RefreshSession#REST"}"#, "succeeded - - sessionRefresh refresh"),
    (#"error: [bot.js] setAgentState: {"code":429,"body":"Too many requests"}"#, "availability - - answered(429)"),
    (#"[bot.js] setAgentState: "Agent state updated successfully""#, "availability - - answered(200)"),
    (#"[bot.js] subscribeExConversations: {"subscriptionId":"a"}"#, "conversationsSubscribed - - answered(200)"),
    (#"[bot.js] subscribeRoutingTasks: {"code":500}"#, "ringsSubscribed - - answered(500)"),
    ("[bot.js] subscribeMessagingEvents: success", "messagesQueried - - answered(200)"),
    (#"[bot.js] getClock: {"currentTime":1772474401000}"#, "heartbeat - - answered(200)"),
    ("18:00:01.103 [main] INFO  c.example.Bot - connection opened: kite", "connection"),
    (
      "2026-03-02 18:00:01.103  WARN 12345 --- [ws-1] c.example.Bot  : connection closed, reason:  "
        + "CloseReason[1006,x], session: a", "closed - 18:00:01.103 code 1006"
    ),
    ("failed to authenticate agent kite-bot", "login kite-bot - unanswered login"),
    ("2026-03-02T18:00:00Z INFO [main] Started KiteBot in 3.2 seconds (JVM running for 4)", "started - 18:00:00.000"),
    ("> node agent.js", "started - -"), ("[PM2] App [kite:0] online", "started - -"),
  ])
  func anEvent(line: String, event: String) throws {
    let log = try ReadLog(line)
    #expect(log.problems == [] && log.summary.records == 1 && log.summary.layouts.contains("bot-log"), "\(line)")
    let told = log.events.map { String($0.dropFirst(2)) }
    #expect(event == "connection" ? told.isEmpty || told == ["connected - -"] : told == [event], "\(line)")
  }

  @Test(arguments: [
    "[bot.js] joinConversation: Joined conversation \"c-1\", \"OK Agent added successfully\"",
    "[manager.js] joinConversation {\"code\":400,\"body\":\"x\"}", "[bot.js] transferring conversation c-1 to skill 7",
    "[bot.js] leaving conversation c-1", "[bot.js] sendText hello {\"code\":400}", "[bot.js] markAsRead {\"code\":400}",
    "ignoring duplicate message 4", "conversation resumed after being online", "SMS response {\"status\":\"queued\"}",
    "[bot.js] subscribeAgentsState: {\"subscriptionId\":\"a\"}", "info: nothing known", "[INFO] nothing {known}",
    "2026-03-02 18:00:01,103 ERROR kite.py: nothing known", "Mar  2 18:00:01 host kite[12]: nothing known",
    "[2026-03-02 18:00:01] nothing known", "1772474401000 nothing known", "[bot.js] warn: {\"message\":\"x\"}",
  ])
  func aLineThatTellsNothing(line: String) throws {
    let log = try ReadLog(line)
    #expect(log.problems == [] && log.events == [] && log.summary.records == 1 && log.conversations == [], "\(line)")
    #expect(log.summary.ignored.values.reduce(0, +) == 1)
  }

  @Test func theOwnerAndItsRings() throws {
    let log = try ReadLog(
      "[bot.js] socket closed: 1000", "[bot.js] agentId: b-1",
      #"2026-03-02T18:00:01Z - info: [bot.js] acceptWaitingConversations: Joined conversation "c-1", "Ring state""#)
    #expect(log.events == ["1 closed b-1 - code 1000"] && log.traits("b-1") == .logOwner)
    #expect(log.conversation("c-1")?.exchanges == ["acceptRing answered(200) assignedAgent"])
    #expect(log.conversation("c-1")?.value.exchanges.first?.time == .at(1_772_474_401_000))
  }

  @Test func rawFramesInTheLinesOfJavaConnectors() throws {
    let frame =
      #"{"kind":"notification","type":".ams.ms.OnlineEventDistribution","body":{"dialogId":"d-1","sequence":1,"serverTimestamp":1772474404000,"event":{"type":"ContentEvent","contentType":"text/plain","message":"a"}}}"#
    let request =
      #"{"kind":"req","id":"7","type":".ams.ms.PublishEvent","body":{"dialogId":"d-1","event":{"type":"ContentEvent","contentType":"text/plain","message":"b"}}}"#
    let response = #"{"kind":"resp","reqId":"7","code":200,"body":{"sequence":2}}"#
    let log = try ReadLog(
      "2026-03-02 18:00:04.103  INFO 77 --- [ws-1] c.example.Bot  : agent [kite-bot] received message: \(frame)",
      "2026-03-02 18:00:05.103  INFO 77 --- [ws-1] c.example.Bot  : sending request: \(request)",
      "2026-03-02 18:00:05.203  INFO 77 --- [ws-1] c.example.Bot  : consumer  received message: \(response)")
    #expect(log.problems == [] && log.traits("kite-bot") == .logOwner && log.summary.assumesZone)
    let conversation = try #require(log.conversation("d-1"))
    #expect(conversation.message(1)?.delivered.moment == .at(1_772_474_404_103))
    #expect(conversation.exchanges == ["publish answered(200) consumer text 1 #2"])
  }

  @Test func placesOfTwoValuesOnOneLine() throws {
    let log = try ReadLog(
      "[bot.js] a", "[bot.js] \(TextTwins.flat.replacing("\"sequence\":1", with: "\"sequence\":5")) | \(TextTwins.flat)"
    )
    let conversation = try #require(log.conversation(TextTwins.dialog))
    #expect(conversation.message(5)?.evidence == Evidence(input: 0, record: 2, value: 1))
    #expect(conversation.message(1)?.evidence == Evidence(input: 0, record: 2, value: 2))
  }
}

extension ReadLog {
  /// `4 closed <agent> 18:00:06.103 code 1006`, one an event, in the order of their places; `-` for what it does not say.
  var events: [String] {
    facts.agentEvents.all.map { event, evidence in
      let agent = event.agent.isAbsent ? "-" : event.agent.text(facts.names)
      let time = event.time.map { String($0.description.dropFirst(11).dropLast()) } ?? "-"
      var words = ["\(evidence.record)", "\(event.kind)", agent, time]
      if event.outcome != .unknown { words.append("\(event.outcome)") }
      if let code = event.code { words.append("code \(code)") }
      if event.service != .unknown { words.append("\(event.service)") }
      if event.step != .unknown { words.append("\(event.step)") }
      if event.availability != .unknown { words.append("\(event.availability)") }
      return words.joined(separator: " ")
    }.sorted { left, right in
      let (one, other) = (Int(left.prefix { $0 != " " }) ?? 0, Int(right.prefix { $0 != " " }) ?? 0)
      return one == other ? left < right : one < other
    }
  }
}

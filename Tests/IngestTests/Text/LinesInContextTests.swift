import Model
import Synchronization
import TestSupport
import Testing

@testable import Ingest

/// Lines that say one thing by themselves and another among the lines and members around them.
@Suite struct LinesInContextTests {
  private static let start = "2026-03-02T18:00:00Z - info: [bot.js] my bot says"

  /// Behind a line with a prefix, lines without one are the rest of its message.
  @Test func theRestOfAMessageIsNoEvent() throws {
    let log = try ReadLog(Self.start, "closed", "agentId: 15551234567", "reconnecting")
    #expect(log.problems == [] && log.events == [] && log.facts.people.traits == [:])
    #expect(log.summary.ignored == ["log line": 1, "continuation line": 3])
  }

  @Test(arguments: ["undefined", "null", "-1"])
  func wordsForNothingNameNobody(word: String) throws {
    let log = try ReadLog(
      "[bot.js] agentId: \(word)", "failed to authenticate agent \(word)",
      "[bot.js] acceptWaitingConversations: Joined conversation \"\(word)\", \"Ring state updated\"")
    #expect(log.facts.people.traits == [:] && log.conversations == [])
    #expect(log.facts.agentEvents.all.allSatisfy { $0.fact.agent.isAbsent })
  }

  @Test func aLoginIsAName() throws {
    let log = try ReadLog("[bot.js] agentId: kite@example.com", "[bot.js] socket closed: 1006")
    #expect(log.events == ["2 closed kite@example.com - code 1006"])
  }

  @Test func manyValuesOnALine() throws {
    let frames = (0..<40).map {
      #"{"dialogId":"d-\#($0)","changes":[{"sequence":1,"dialogId":"d-\#($0)","event":{"type":"ContentEvent","message":"x","contentType":"text/plain"}}]}"#
    }
    let log = try ReadLog("2026-03-02T18:00:00Z - info: [bot.js] \(frames.joined(separator: " | "))")
    #expect(log.problems == [] && log.conversations.count == 40)
  }

  /// What lies in an envelope is read, whatever the envelope is called.
  @Test(arguments: ["success", "closed", "error"])
  func aFrameBesideItsName(name: String) throws {
    let frame =
      #"{"kind":"notification","type":"ms.MessagingEventNotification","body":{"dialogId":"d-1","changes":[{"sequence":1,"event":{"type":"ContentEvent","message":"x"}}]}}"#
    let log = try ReadLog(#"{"type":"\#(name)","time":1790000000000,"payload":\#(frame)}"#)
    #expect(log.problems == [] && log.conversations == ["d-1"] && log.events == [] && log.summary.ignored == [:])
  }

  /// States of a user whom the record names are the same in any order.
  @Test func statesOfAUserInAnyOrder() throws {
    let states = [("ONLINE", 0), ("OFFLINE", 200), ("ONLINE", 500)].map { state, delay in
      #"{"time":\#(1_790_000_000_000 + delay),"frame":{"kind":"notification","type":".ams.routing.AgentStateNotification","body":{"changes":[{"result":{"agentId":"a-1","availability":"\#(state)"}}]}}}"#
    }
    let log = try ReadLog(states.joined(separator: "\n"))
    let turned = try ReadLog([states[0], states[2], states[1]].joined(separator: "\n"))
    #expect(log.facts.agentEvents.count == 3)
    #expect(log.facts.canonicalDump(evidence: false) == turned.facts.canonicalDump(evidence: false))
  }

  /// Rows with a broken quote cost themselves, however many there are; no sound row is read with its quotes as text.
  @Test func brokenQuotesAmongQuotedRows() throws {
    let header = #""conversation_id","message_data","sent_by","seq","type""#
    let broken = (0..<8).map { #""bad\#($0)","a"b","Consumer",1,"TEXT_PLAIN""# }
    let sound = (0..<20_000).map { #""c-\#($0)","","Consumer",1,"TEXT_PLAIN""# }
    let log = try ReadLog(header, (broken + sound).joined(separator: "\n"))
    #expect(log.summary.problemCounts == [.unrecognizedRecord: 8])
    #expect(log.conversations.count == 20_000 && log.conversations.allSatisfy { !$0.contains("\"") })
  }

  /// A time that the stream's clock must complete is not read in a part of the stream.
  @Test(arguments: [("18:00:07", true), ("Mar  2 18:00:07", true), ("2026-03-02T18:00:07Z", false)])
  func aTimeThatOnlyTheWholeStreamTells(time: String, needsWhole: Bool) throws {
    var stream = Stream(path: "part", input: 0, options: ReadingOptions())
    let message = #"{\"dialogId\":\"d\",\"sequence\":1,\"message\":\"hi\",\"originatorMetadata\":{\"id\":\"c\"}}"#
    let line = #"{"level":"info","message":"\#(time) [bot.js] x \#(message)"}"#
    try InputReader.read(FixtureSource(line), into: &stream)
    #expect(stream.needsWhole == needsWhole && stream.facts.conversations.count == 1)
  }

  /// A message that says it had no error is a message.
  @Test func aMessageWithoutAnErrorBesideAnother() throws {
    func message(_ dialog: String, _ more: String) -> String {
      #"{"dialogId":"\#(dialog)","sequence":1,"message":"hi","originatorMetadata":{"id":"c","role":"CONSUMER"}\#(more)}"#
    }
    let log = try ReadLog(
      "2026-03-02T18:00:00Z - info: [bot.js] \(message("d-1", #","error":null"#)) | \(message("d-2", ""))")
    #expect(log.problems == [] && log.conversations == ["d-1", "d-2"] && log.events == [])
  }

  /// A zone's rules are made of a database: once an input is enough.
  @Test func aZoneIsLookedUpOnce() throws {
    let row =
      #"{"objectType":"Users","objectId":7,"element":"isEnabled","newValue":"false","changeDate":"2026-03-02 18:00:0"#
    let rows = (0..<9).map { #"\#(row)\#($0)"}"# }
    let lookups = Lookups()
    var options = ReadingOptions()
    options.zoneNamed = { name in lookups.rules(name) }
    let log = try ReadLog(rows.joined(separator: "\n"), options: options)
    #expect(log.facts.agentEvents.count == 9 && lookups.names == [AuditTrail.zone])
  }

  /// Without a zone of its own, the table's times are read as the JSON's are.
  @Test func anAuditTableWithoutAZone() throws {
    var options = ReadingOptions()
    let eastern = ZoneRules(initialOffsetMilliseconds: -18_000_000, changes: [])
    options.zoneNamed = { $0 == AuditTrail.zone ? eastern : nil }
    let log = try ReadLog(
      "Search Criteria", "Account ID,Start,End", "55501,2026-03-01,2026-03-03", "Total Items", "1", "Results",
      "Object type,Object ID,Object name,Action type,Element,Old value,New value,Date and time,Originator",
      "Users,7788,kite,Edit,Is enabled,true,false,2026-03-02T17:00:00,somebody", options: options)
    #expect(log.facts.agentEvents.all.map(\.fact.time?.milliseconds) == [1_772_488_800_000])
    #expect(log.summary.assumesZone)
  }

  /// What happened to nobody, and users of whom nothing is said, are counted.
  @Test func nothingIsLostInSilence() throws {
    let log = try ReadLog(
      #"{"agentId":"0","statusType":"3","time":"undefined"}"#,
      #"{"id":1,"loginName":"x","disabledManually":true,"isEnabled":"undefined"}"#)
    #expect(log.problems == [] && log.facts.agentEvents.isEmpty)
    #expect(log.summary.ignored == ["event of no user": 1, "user without a state": 1])
  }

  /// A text that stands where a key should is not printed.
  @Test func whatIsNoKeyIsNotPrinted() throws {
    let log = try ReadLog(#"{"+15551234567 please call me":1,"known_key":2}"#)
    #expect(log.summary.unrecognized == ["an object with another key, known_key": 1])
  }
}

/// Which zones were asked for.
private final class Lookups: Sendable {
  private let asked = Mutex<[String]>([])

  var names: [String] { asked.withLock { $0 } }

  func rules(_ name: String) -> ZoneRules {
    asked.withLock { $0.append(name) }
    return .utc
  }
}

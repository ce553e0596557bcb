import Model
import TestSupport
import Testing

@testable import Ingest

/// Layouts Q and M: messages and the audit trail as tables.
@Suite struct TableTests {
  private static let header =
    "conversation_id,context_data,device,dialog_id,message_data,message_id,participant_id,sent_by,seq,source,time,time_l,type"
  private static let rows = [
    "c-1,,undefined,c-1,Two kites please,m,v-1,Consumer,0,SMS,2026-03-02 18:00:00.000+0000,1772474400000,TEXT_PLAIN",
    #"c-1,"{'structuredMetadata': [{'botResponse': {'intents': []}}]}",undefined,c-1,"One, ""blue""?"#,
    #"Or two",m,b-1,Agent,1.0,SMS,2026-03-02 18:00:01.000+0000,1772474401000.0,TEXT_PLAIN"#,
    "c-1,,undefined,c-1,,m,b-1,Agent,2,SMS,2026-03-02 18:00:02.000+0000,,RICH_CONTENT",
    "c-1,,undefined,c-1,,m,v-1,Consumer,3,SMS,2026-03-02 18:00:03,,TEXT_PLAIN",
  ]
  private static let messages = [
    "#0 consumer text present 16", "#1 agent text present 19", "#2 agent richContent none 0",
    "#3 consumer text absent 0",
  ]

  @Test func messages() throws {
    let log = try ReadLog(Self.header, Self.rows.joined(separator: "\n"))
    #expect(log.problems == [] && log.summary.layouts == ["history-csv"] && log.summary.records == 4)
    let conversation = try #require(log.conversation("c-1"))
    #expect(conversation.messages == Self.messages && conversation.channel == "SMS")
    #expect((0...3).map { conversation.message($0)?.time.moment } == (0...3).map { .at(1_772_474_400_000 + 1000 * $0) })
    #expect(
      conversation.sender(0) == "v-1" && conversation.roles("v-1") == .consumer && log.traits("b-1") == .botResponse)
    #expect(conversation.message(2)?.evidence == Evidence(input: 0, record: 5) && log.summary.assumesZone)
    #expect(conversation.value.marks == [.history, .messagesListed] && conversation.message(0)?.sightings == .history)
  }

  @Test func otherDelimitersLineEndsAndColumns() throws {
    let text =
      "\u{FEFF}\r\n,type,seq,sent_by,message_data,conversation_id,extra\r\n0,TEXT_PLAIN,4,Consumer,Kite,c-2,x\r\n"
    for (delimiter, ending) in [(",", "\r\n"), (";", "\n"), ("\t", "\r\n")] {
      let log = try ReadLog(text.replacing(",", with: delimiter).replacing("\r\n", with: ending))
      #expect(log.problems == [] && log.conversation("c-2")?.messages == ["#4 consumer text present 4"], "\(delimiter)")
    }
    let names = try ReadLog("Search Criteria;;", "Account ID;Start(UTC);x", "1;2;3", "Total Items", "0", "Results")
    #expect(names.problems == [] && names.summary.records == 0)
  }

  @Test func brokenRowsCostThemselves() throws {
    let log = try ReadLog(
      Self.header, "c-9,short", Self.rows[0],
      #"c-1,,undefined,c-1,"half a ro"#, Self.rows[1] + "\n" + Self.rows[2], ",,,,x,,,,1,,,,", Self.rows[3],
      Self.rows[4],
      #"c-1,,undefined,c-1,"never ends"#)
    #expect(log.summary.problems.allSatisfy { $0.kind == .unrecognizedRecord && $0.byteOffset != nil })
    #expect(log.summary.problems.map(\.record) == [2, 4, 7, 10])
    #expect(log.conversations == ["c-1"] && log.conversation("c-1")?.messages == Self.messages)
  }

  @Test func everyCutAndEveryBuffer() throws {
    let text = ([Self.header] + Self.rows).joined(separator: "\n") + "\n"
    let whole = try ReadLog(text: text, input: 0)
    for capacity in 1...200 {
      let log = try ReadLog(text: text, input: 0, capacity: capacity)
      #expect(log.facts.canonicalDump() == whole.facts.canonicalDump() && log.problems == [], "\(capacity)")
    }
    let bytes = Array(text.utf8)
    for count in 0..<bytes.count {
      let log = try ReadLog(text: String(decoding: bytes[..<count], as: UTF8.self), input: 0, capacity: 4096)
      #expect(log.conversations.isEmpty || log.conversations == ["c-1"], "\(count)")
      // The last cell is the type: half of it is an unknown one.
      let known = Self.messages + ["#2 agent unknown none 0", "#3 consumer unknown none 0"]
      #expect(log.conversation("c-1")?.messages.allSatisfy(known.contains) ?? true, "\(count)")
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["\"", "\"\n", ",\"a\n", "\"a\"b\n", "\n", ",", "a,b\n"])
  func hostileRows(unit: String) throws {
    let log = try ReadLog(Self.header, String(repeating: unit, count: 100_000 / unit.utf8.count))
    #expect(log.conversations == [])
  }

  @Test func aRowOverTheLimit() throws {
    var options = ReadingOptions()
    options.recordLimit = 1024
    let long = "c-1,,,c-1,\"\(String(repeating: "x\n", count: 1000))\",m,v,Consumer,1,SMS,,,TEXT_PLAIN"
    let log = try ReadLog(Self.header, long, Self.rows[0], options: options)
    #expect(log.summary.problemCounts[.recordTooLarge] == 1 && log.conversation("c-1")?.messages.count == 1)
  }

  private static let audit = [
    "Search Criteria", "Account ID,Start(Europe/London),End(Europe/London),Object types",
    #"55501,2026-03-01,2026-03-05,"A,B""#,
    "Total Items", "3", "Results",
    "Object type,Object ID,Object name,Action type,Element,Old value,New value,Date and time,Originator,Originator Profiles",
    #"Users,7788,kite-bot,Edit,Is enabled,true,false,2026-03-02T18:00:00,someone,"[a, b]""#,
    #"Users,7788,kite-bot,Edit,Nickname,a,b,2026-03-02T18:05:00,someone,"[a, b]""#,
    #"Users,7788,kite-bot,Edit,isEnabled,false,true,2026-03-02 18:10:00.0,someone,"[a, b]""#,
    #"Skills,7788,kites,Edit,isEnabled,false,true,2026-03-02T18:10:00,someone,"[a, b]""#,
  ]

  @Test func theAuditTrail() throws {
    var options = ReadingOptions()
    options.zoneNamed = { name in
      name == "Europe/London" ? ZoneRules(initialOffsetMilliseconds: 3_600_000, changes: []) : nil
    }
    let log = try ReadLog(Self.audit.joined(separator: "\r\n"), options: options)
    #expect(log.problems == [] && log.summary.layouts == ["audit-csv"] && log.summary.records == 4)
    #expect(log.events == ["8 disabled 7788 17:00:00.000", "10 enabled 7788 17:10:00.000"])
    #expect(
      log.facts.agentEvents.all.allSatisfy { $0.fact.account == log.id("55501") })
    #expect(log.summary.ignored == ["audit row of another change": 2] && !log.summary.assumesZone)
    let unknown = try ReadLog(Self.audit.joined(separator: "\n"))
    #expect(unknown.events.first == "8 disabled 7788 18:00:00.000" && unknown.summary.assumesZone)
  }
}

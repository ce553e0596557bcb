import Model
import TestSupport
import Testing

@testable import Ingest

/// What must hold of every layout, shown by its twins.
@Suite struct LayoutTableTests {
  @Test func everyLayoutHasATwin() {
    #expect(Set(LayoutTable.rows.map(\.layout)) == Set(Formats.infos.map(\.name)))
    #expect(Set(LayoutTable.rows.map(\.twin)).count == LayoutTable.rows.count)
  }

  @Test(arguments: LayoutTable.rows.indices)
  func aTwinIsOfItsLayoutAndGivesItsFacts(index: Int) throws {
    let row = LayoutTable.rows[index]
    let log = try ReadLog(row.text)
    #expect(log.problems == [], "\(row.twin)")
    #expect(log.summary.layouts == row.inner.union([row.layout]), "\(row.twin)")
    #expect(FactCounts(log.facts).byKind == row.facts, "\(row.twin)")
  }

  /// What a layout says that it tells, its twins tell, and nothing else.
  @Test(arguments: Formats.infos.map(\.name))
  func whatALayoutTells(name: String) throws {
    let info = try #require(Formats.infos.first { $0.name == name })
    let told = LayoutTable.rows.filter { $0.layout == name }.reduce(into: Set<FactKind>()) {
      $0.formUnion($1.facts.keys)
    }
    #expect(told == info.tells)
    #expect(!info.title.isEmpty && !info.recognizedBy.isEmpty)
  }

  /// A record with some of a layout's keys that is not of it, or of no layout at all.
  @Test(arguments: [
    #"{"messageEventRecords":7}"#, #"{"conversationHistoryMetadataRecords":{}}"#, #"{"interactionHistoryRecords":"x"}"#,
    #"{"transcript":{"lines":[]}}"#, #"{"type":"RECORD"}"#, #"{"type":"record","stream":"x","record":{}}"#,
    #"{"type":"RECORD","stream":"x"}"#, #"{"type":"RECORD","stream":"x","record":[]}"#, #"{"type":"STATE"}"#,
    #"{"type":"STATE","value":7}"#, #"{"type":"SCHEMA","stream":"x"}"#, #"{"type":"ACTIVATE_VERSION"}"#,
    #"{"stream":"stdout","log":"x","time":"2026-09-21T14:13:20Z"}"#, #"{"dataType":"AgentActivity"}"#,
    #"{"recordCollection":[]}"#, #"{"dataAccessFiles":[]}"#, #"{"stateChanges":[]}"#,
    #"{"stateChanges":[{"from":"a"}]}"#,
    #"{"stateChanges":7,"timeframe":{}}"#, #"{"agentsInfo":[{"name":"x"}]}"#, #"{"agentId":7}"#, #"{"statusType":3}"#,
    #"{"agentStatusRecords":{}}"#, #"{"currentStatus":"ONLINE"}"#, #"{"loginName":"x"}"#, #"{"isEnabled":true}"#,
    #"{"loginName":"x","id":7,"deleted":false}"#, #"{"siteId":"x"}"#, #"{"siteId":"x","collection":{}}"#,
    #"{"collection":[]}"#,
    #"{"data":{}}"#, #"{"data":{"auditData":7}}"#, #"{"auditData":{}}"#, #"{"objectType":"Users"}"#,
    #"{"changeDate":"2026-09-21"}"#, #"{"csrf":"x"}"#, #"{"config":{}}"#, #"{"csrf":"x","config":7}"#,
    #"{"bearer":"x"}"#,
    #"{"error":{"message":"x"}}"#, #"{"error":"responseStatus"}"#, #"{"recordslist":{}}"#, #"{"sid":"MM1"}"#,
    #"{"MessageSid":"MM1"}"#, #"{"MessageSid":"MM1","Body":"x"}"#, #"{"NumMedia":"1"}"#, #"{"Body":"x","From":"y"}"#,
    #"{"sid":"CA1","from":"x","to":"y","status":"completed"}"#, #"{"participantsPId":[]}"#,
    #"{"participantsPId":{},"x":1}"#, #"{"userType":"2"}"#, #"{"permission":"MANAGER"}"#, #"{"convId":"c"}"#,
    #"{"convId":"c","state":"OPEN"}"#, #"{"csrf":7,"config":{}}"#, #"{"bearer":null,"config":{"color":"red"}}"#,
    #"{"error":{"responseStatus":null}}"#, #"{"error":{"responseStatus":"NOT_FOUND","message":"x"}}"#,
    #"{"event":"login","login":"x"}"#, #"{"event":"login","code":401}"#, #"{"event":"login","login":7,"code":401}"#,
    #"{"event":"logout","login":"x","code":401}"#, #"{"ip":"203.0.113.7","auth":"oauth1","login":"x"}"#,
    #"{"connected":null}"#, #"{"connected":"undefined","device":"printer"}"#, #"{"code":200,"error":null,"result":{}}"#,
    #"{"reqId":"1","body":{}}"#, #"{"code":"OK","body":{"sequence":4}}"#, #"{"reqId":[],"code":"OK"}"#,
    #"{"reqId":"1","code":null}"#, #"{"reqId":"","code":"OK","body":{}}"#, #"{"reqId":"1","code":"OK","user":"x"}"#,
    #"{"errno":0}"#, #"{"syscall":null}"#, #"{"location":"Berlin"}"#,
  ])
  func nearMisses(text: String) throws {
    let log = try ReadLog(text)
    #expect(log.problems == ["unrecognized-record at 1"], "\(log.summary.layouts)")
    #expect(log.conversations == [] && log.agentEvents == [] && log.gatewayMessages == [])
    #expect(log.facts.people.traits == [:])
  }

  /// Wrong values everywhere in JSON cost nothing but themselves.
  @Test(arguments: LayoutTable.rows.indices.filter { LayoutTable.rows[$0].isJSON })
  func everyValueInEveryPlace(index: Int) throws {
    let sound = #"{"info":{"conversationId":"sound"},"messageRecords":[{"seq":1,"sentBy":"Consumer"}]}"#
    let text = LayoutTable.rows[index].text
    for (number, place) in HostileRecordTests.scalars(text).enumerated() {
      // Each place meets some of the values; all places meet all.
      for step in 0..<3 {
        let value = HostileRecordTests.values[(number * 3 + step) % HostileRecordTests.values.count]
        let log = try ReadLog(text[..<place.lowerBound] + value + text[place.upperBound...], sound)
        #expect(log.summary.problemCounts[.malformedJSON] == nil)
        #expect(log.conversation("sound")?.messages.count == 1, "\(value) at \(text[..<place.lowerBound].suffix(40))")
      }
    }
  }

  /// Records that identify themselves say the same in any order and as often as they are read.
  @Test(arguments: [
    [AgentTwins.wrapped, AgentTwins.documented, AgentTwins.changes, AgentTwins.statuses, AgentTwins.users],
    [AgentTwins.users, AgentTwins.delta, AgentTwins.audit, AgentTwins.login, AgentTwins.agentEntry],
    [OtherTwins.singer, OtherTwins.singerUsers, OtherTwins.webhooks, OtherTwins.listed, AgentTwins.changesByAgent],
    [OtherTwins.consumerMessages, OtherTwins.consumerConversations, OtherTwins.chats, AgentTwins.engagements],
  ])
  func orderAndRepeatsDoNotMatter(texts: [String]) throws {
    let once = try ReadLog(text: texts.joined(separator: "\n"), input: 0)
    let turned = try ReadLog(text: (texts.reversed() + texts).joined(separator: "\n"), input: 0)
    #expect(once.facts.canonicalDump(evidence: false) == turned.facts.canonicalDump(evidence: false))
    var joined = FactStore()
    for (input, text) in texts.enumerated() { joined.join(try ReadLog(text: text, input: input).facts) }
    #expect(once.facts.canonicalDump(evidence: false) == joined.canonicalDump(evidence: false))
  }

  /// Pages in pages, up to the limit of depth.
  @Test(
    arguments: Formats.pages.keys.map(\.rawValue).sorted() + [
      "auditData", "agentStatusRecords", "stateChanges", "agentsInfo",
    ])
  func pagesInPages(key: String) throws {
    let open = #"{"timeframe":{},"\#(key)":["#
    for depth in [2, 100, 250] {
      let log = try ReadLog(String(repeating: open, count: depth) + String(repeating: "]}", count: depth))
      #expect(log.problems == [] && log.summary.layouts.count == 1)
    }
  }

  /// A page is one by its array alone, whatever stands before or behind it: whether it fits the buffer must not matter.
  @Test(arguments: [
    #"{"kind":"req","messageEventRecords":[{"a":1},{"b":2}],"type":"x"}"#,
    #"{"messageEventRecords":[{"a":1}],"conversationHistoryRecords":[{"info":{"conversationId":"c"}}],"messageEventRecords":[{"b":2}]}"#,
    #"{"interactionHistoryRecords":7,"info":{},"transcript":{},"interactionHistoryRecords":[{"a":1}]}"#,
    #"{"agentsInfo":[{"a":1},{"b":2}],"other":{}}"#, #"{"stateChanges":[{"a":1}],"timeframe":{}}"#,
    #"{"_metadata":{},"conversationHistoryRecords":{"info":{"conversationId":"c"}}}"#,
  ])
  func aPageThatDoesNotFitTheBuffer(text: String) throws {
    let whole = try ReadLog(text: text, input: 0)
    for capacity in [1, 16, text.utf8.count - 1] {
      let small = try ReadLog(text: text, input: 0, capacity: capacity)
      #expect(small.summary.recordsByLayout == whole.summary.recordsByLayout && small.problems == whole.problems)
      #expect(small.summary.records == whole.summary.records)
      #expect(small.facts.canonicalDump() == whole.facts.canonicalDump())
    }
  }

  /// A list that is no list, and things in a list that do not belong there.
  @Test(arguments: [
    #"{"dataType":7,"metaData":[],"recordCollection":{"array":{"array":{"array":{"array":{"array":[7]}}}}}}"#,
    #"{"dataType":{"string":{"string":"x"}},"recordCollection":[null,7,[],{"body":null},{"body":{"agentSessionsData":7}},{"body":{"engagements":[7]}}]}"#,
    #"{"siteId":"x","collection":[7,null,[],{}]}"#,
    #"{"type":"RECORD","stream":["users"],"record":{}}"#, #"{"type":"RECORD","stream":"agent_activity","record":{}}"#,
    #"{"csrf":"x","config":{},"csdsCollectionResponse":{"baseURIs":[[]]}}"#,
    #"{"agentId":"7","statusChangeHistory":[7,null,{},{"statusType":9},{"statusType":1}]}"#,
  ])
  func listsOfNothing(text: String) throws {
    let log = try ReadLog(text)
    #expect(log.summary.problemCounts[.malformedJSON] == nil && log.summary.problemCounts[.unrecognizedRecord] == nil)
    #expect(log.agentEvents.allSatisfy { $0 == "login - of  answered(200) login" } && log.conversations == [])
  }
}

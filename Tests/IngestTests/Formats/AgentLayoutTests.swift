import Model
import TestSupport
import Testing

@testable import Ingest

/// Layouts H to O: users of an account, what they did and how they stand.
@Suite struct AgentLayoutTests {
  private static let session = [
    "availability 1790000001000 of 4711 in 40718263 online", "login 1790000000000 of 4711 in 40718263 answered(200)",
    "logout 1790000003000 of 4711 in 40718263",
  ]

  @Test(arguments: [AgentTwins.wrapped, AgentTwins.documented, AgentTwins.bare])
  func activityInAllWrappings(text: String) throws {
    let log = try ReadLog(text)
    #expect(log.problems == [] && log.summary.layouts == ["data-access-file"] && log.summary.records == 1)
    #expect(log.agentEvents == Self.session && log.login("4711") == "harbor@example.com")
    #expect(log.summary.ignored == ["agent activity without a change": 1] && log.conversations == [])
  }

  @Test func documentsBehindEachOther() throws {
    let log = try ReadLog(text: AgentTwins.wrapped + AgentTwins.bare + "\n" + AgentTwins.documented, input: 0)
    #expect(log.summary.records == 3 && log.agentEvents == Self.session)
  }

  @Test func engagementsSurveysAndVisitsAreCounted() throws {
    let log = try ReadLog(AgentTwins.engagements, AgentTwins.listing)
    #expect(log.problems == [] && log.conversations == [] && log.agentEvents == [])
    #expect(
      log.summary.ignored == [
        "live chat": 1, "messaging engagement": 1, "survey": 1, "web session": 1, "list of files": 1,
      ])
    #expect(log.summary.layouts == ["data-access-file", "data-access-listing"])
  }

  @Test(arguments: [AgentTwins.changes, AgentTwins.changesByAgent])
  func changesOfStatus(text: String) throws {
    let log = try ReadLog(text)
    #expect(log.problems == [] && log.summary.layouts == ["agent-activity"] && log.summary.ignored == [:])
    #expect(
      log.agentEvents == [
        "availability 1790000001000 of 4711 occupied", "availability 1790000002000 of lantern away",
        "login 1790000000000 of 4711 answered(200)", "logout 1790000003000 of 4711",
      ])
    #expect(log.login("4711") == "harbor@example.com" && log.login("lantern") == nil)
  }

  /// A page that does not fit is read element by element, to the same facts.
  @Test(arguments: [OtherTwins.consumerMessages, OtherTwins.consumerConversations, OtherTwins.chats])
  func documentsOfAnySize(text: String) throws {
    var options = ReadingOptions()
    options.recordLimit = 1024
    let padding = String(repeating: " ", count: 4096)
    let large = try #require(text.firstIndex(of: "[")).utf16Offset(in: text)
    let padded = text.prefix(large + 1) + padding + text.dropFirst(large + 1)
    let streamed = try ReadLog(text: String(padded), options: options, input: 0, capacity: 64)
    let whole = try ReadLog(text: text, input: 0)
    #expect(streamed.problems == [] && streamed.summary.records == whole.summary.records)
    #expect(streamed.summary.recordsByLayout == whole.summary.recordsByLayout)
    #expect(streamed.agentEvents == whole.agentEvents && streamed.summary.ignored == whole.summary.ignored)
    #expect(streamed.facts.canonicalDump() == whole.facts.canonicalDump())
  }

  @Test func elementsByThemselves() throws {
    let log = try ReadLog(
      #"{"agentId":7,"statusType":"3","time":1790000000000}"#, #"{"agentId":7,"currentStatus":"away"}"#,
      #"{"objectType":"ACUserObject","objectId":7,"element":"User enabled","newValue":"Disabled","changeDate":"2026-09-21T14:13:20"}"#
    )
    #expect(
      log.agentEvents == [
        "availability - of 7 away now", "disabled 1790000000000 of 7", "login 1790000000000 of 7 answered(200)",
      ])
    #expect(log.summary.layouts == ["agent-activity", "agent-status", "audit-trail"] && log.problems == [])
  }

  @Test func presentStatuses() throws {
    let log = try ReadLog(AgentTwins.statuses)
    #expect(log.problems == [] && log.summary.layouts == ["agent-status"] && log.summary.records == 3)
    #expect(
      log.agentEvents == [
        "availability 1790000000000 of 4711 in 40718263 online now",
        "availability 1790000001000 of 4712 in 40718263 backSoon now", "closed 1790000001000 of 4712 in 40718263 now",
        "connected 1790000000000 of 4711 in 40718263 now",
      ])
    #expect(log.summary.ignored == ["agent status of another kind": 1])
  }

  @Test func users() throws {
    let log = try ReadLog(AgentTwins.users)
    #expect(log.problems == [] && log.summary.layouts == ["user"] && log.summary.records == 4)
    #expect(
      log.agentEvents == [
        "disabled - of 4712 by itself now", "disabled - of 4713 by hand now", "disabled - of 4714 by hand now",
        "enabled 1790000000000 of 4711 now",
      ])
    #expect(log.traits("4711") == .bot && log.traits("4712") == .human && log.traits("4713") == .system)
    #expect(log.areLinked("4711", "c1c50a3f-3f0b-4b8f-9d39-0f6d2fb7d1a2") && log.login("4712") == "lantern")
    #expect(log.summary.assumesZone)
    let delta = try ReadLog(AgentTwins.delta)
    #expect(delta.agentEvents == ["disabled - of 4712 in 40718263 by hand now", "enabled - of 4711 in 40718263 now"])
    let nobody = try ReadLog(#"{"id":0,"loginName":"undefined","isEnabled":false}"#)
    #expect(nobody.problems == ["missing-field at 1"] && nobody.agentEvents == [])
  }

  @Test func changesOfSettings() throws {
    let log = try ReadLog(AgentTwins.audit)
    #expect(log.problems == [] && log.summary.layouts == ["audit-trail"] && log.summary.records == 4)
    #expect(log.summary.ignored == ["change of a setting": 2] && log.summary.assumesZone)
    #expect(
      log.agentEvents == [
        "disabled 1768198246000 of harbor@example.com in 40718263",
        "enabled 1783836646000 of harbor@example.com in 40718263",
      ])
  }

  @Test func settingsInTheirZone() throws {
    var options = ReadingOptions()
    options.zoneNamed = { name in
      name == "America/New_York" ? ZoneRules(initialOffsetMilliseconds: -18_000_000, changes: []) : nil
    }
    let eastern = try ReadLog(AgentTwins.audit, options: options)
    #expect(eastern.agentEvents.first == "disabled 1768216246000 of harbor@example.com in 40718263")
    #expect(eastern.summary.assumedZones == ["America/New_York"])
    options.zone = ZoneRules(initialOffsetMilliseconds: 3_600_000, changes: [])
    let named = try ReadLog(AgentTwins.audit, options: options)
    // The user's zone is that of other logs.
    #expect(named.agentEvents == eastern.agentEvents)
    #expect(named.summary.assumedZones == ["America/New_York"])
  }

  @Test(arguments: [
    ("Users", "Enabled", "false", 1), ("users", "is enabled", "No", 1), ("Users", "Status", "Disabled", 1),
    ("Users", "Status", "false", 0), ("Users", "Email notifications enabled", "false", 0),
    ("Skills", "Enabled", "false", 0),
    ("Users", "Enabled", "maybe", 0), ("Users", "Disabled manually", "true", 0),
  ])
  func onlyTheFlagOfUsersCounts(type: String, element: String, value: String, count: Int) throws {
    let log = try ReadLog(
      #"{"objectType":"\#(type)","objectName":"x","element":"\#(element)","newValue":"\#(value)","changeDate":"2026-09-21 14:13:20"}"#
    )
    #expect(log.agentEvents.count == count && log.problems == [])
    let nobody = try ReadLog(
      #"{"objectType":"\#(type)","objectName":"N/A","element":"\#(element)","newValue":"\#(value)","changeDate":""}"#)
    #expect(nobody.agentEvents == [])
  }

  @Test func logins() throws {
    let log = try ReadLog(AgentTwins.loginRefused, AgentTwins.sessionExpired, AgentTwins.login)
    #expect(log.problems == [] && log.summary.layouts == ["login"])
    // Whose the first two are, the third tells.
    let pid = "c1c50a3f-3f0b-4b8f-9d39-0f6d2fb7d1a2"
    #expect(
      log.agentEvents == [
        "failed 1790000000000 of 4711 answered(401) code 401 sessionRefresh",
        "login 1790000000000 of 4711 answered(401) code 401 login",
        "login 1790000000000 of 4711 in 40718263 answered(200) login",
      ])
    // People log in too, so that alone makes nobody a bot.
    #expect(log.traits("4711") == [] && log.areLinked("4711", pid) && log.login("4711") == "harbor-bot")
    #expect(log.summary.assumesZone)
  }

  @Test(arguments: [
    ("\"FORBIDDEN\"", "answered(403) code 403"), ("\"TOO_MANY_REQUESTS\"", "answered(429) code 429"),
    ("\"too_many_requests\"", "answered(429) code 429"), ("503", "answered(503) code 503"), ("-1", ""),
    ("\"WHATEVER\"", ""),
    ("null", ""), ("99999999999", ""), ("[]", ""),
  ])
  func refusals(status: String, outcome: String) throws {
    let log = try ReadLog(#"{"error":{"time":7,"internalCode":"x","responseStatus":\#(status)}}"#)
    let words = ["login 7 of ", outcome, "login"].filter { !$0.isEmpty }
    #expect(log.agentEvents == [words.joined(separator: " ")])
  }

  @Test func partsOfRecords() throws {
    let log = try ReadLog(AgentTwins.agentEntry, AgentTwins.participants, AgentTwins.usage)
    #expect(log.problems == [] && log.summary.layouts == ["fragment", "data-usage"])
    #expect(log.traits("4260318950") == .bot && log.login("4260318950") == "Velvet")
    #expect(log.summary.ignored == ["map of participants": 1, "list of data usage": 1] && log.conversations == [])
  }

  /// The answer's own time has no zone.
  @Test func anErrorIsDatedByItsRecorder() throws {
    let log = try ReadLog(
      #"{"time":"2026-09-21T09:13:21.500Z","body":{"error":{"time":"Sep 21, 2026 2:13:20 PM","message":"x","internalCode":2,"responseStatus":"UNAUTHORIZED"}}}"#
    )
    #expect(log.events == ["1 login - 09:13:21.500 answered(401) code 401 login"] && !log.summary.assumesZone)
  }
}

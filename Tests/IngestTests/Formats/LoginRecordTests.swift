import Model
import TestSupport
import Testing

@testable import Ingest

/// Logins with what their recorder wrote beside them.
@Suite struct LoginRecordTests {
  @Test func linesOfARecorder() throws {
    let log = try ReadLog(AgentTwins.recordedLogins)
    #expect(log.problems == [] && log.summary.layouts == ["login-record"] && log.summary.records == 3)
    #expect(
      log.agentEvents == [
        "login 1790000000000 of kite-bot in 40718263 answered(401) code 401 login oauth1 from 203.0.113.7",
        "login 1790000001000 of kite-bot in 40718263 answered(200) login oauth2",
        "login 1790000002000 of kite-bot in 40718263 unanswered login password from 203.0.113.8",
      ])
    #expect(log.facts.people.traits == [:])
  }

  @Test(arguments: ["null", "7", "600", "\"\"", "true", "[]", "-1"])
  func withoutACodeNothingIsKnown(code: String) throws {
    let log = try ReadLog(#"{"time":7,"event":"login","login":"x","code":\#(code)}"#)
    #expect(log.agentEvents == [] && log.problems == [] && log.summary.ignored == ["login without a code": 1])
  }

  /// The answers that `AgentTwins` has, and an error of the SDK, in a recorder's object.
  @Test func answersAndErrorsInARecordersObject() throws {
    func around(_ event: String, _ body: String) -> String {
      let line = body.split(separator: "\n").joined()
      return #"{"time":1790000000000,"event":"\#(event)","login":"harbor-bot","account":"40718263","ip":"203.0.113.7","#
        + #""auth":"oauth2","body":\#(line)}"#
    }
    let login = "in 40718263 answered(401) code 401 login oauth2 from 203.0.113.7"
    #expect(
      try ReadLog(around("login", AgentTwins.loginRefused)).agentEvents
        == ["login 1790000000000 of harbor-bot \(login)"])
    // Beside an address even the code of an expired session is a login's.
    #expect(
      try ReadLog(around("login", AgentTwins.sessionExpired)).agentEvents
        == ["login 1790000000000 of harbor-bot \(login)"])
    #expect(
      try ReadLog(around("login", AgentTwins.login)).agentEvents
        == ["login 1790000000000 of 4711 in 40718263 answered(200) login oauth2 from 203.0.113.7"])
    #expect(
      try ReadLog(around("error", #"{"code":401,"service":"authentication.login","error":{}}"#)).agentEvents
        == ["login 1790000000000 of harbor-bot \(login)"])
    // Only logins come from somewhere.
    #expect(
      try ReadLog(around("closed", "1006")).agentEvents == ["closed 1790000000000 of harbor-bot in 40718263 code 1006"])
    // What no line names is of the only one whom the log names.
    #expect(
      try ReadLog(
        around("connected", #"{"ts":1790000000000}"#), #"{"time":1790000003000,"event":"closed","body":1006}"#
      )
      .agentEvents.first == "closed 1790000003000 of harbor-bot code 1006")
  }

  /// Whose log it is, its messages tell by a participant's id, its logins by a login.
  @Test func theOnlyLoginOfALogIsItsOwners() throws {
    let login = AgentTwins.recordedLogins.split(separator: "\n").map(String.init)[0]
    let owned = try ReadLog("info: [bot.js] agentId: pid-7", login)
    #expect(owned.login("pid-7") == "kite-bot")
    let two = try ReadLog("info: [bot.js] agentId: pid-7", login, login.replacing("kite-bot", with: "crane-bot"))
    #expect(two.login("pid-7") == nil)
  }

  @Test(arguments: [
    ("203.0.113.7", "203.0.113.7"), ("9.255.255.255", "9.255.255.255"), ("10.0.0.1", nil), ("11.0.0.0", "11.0.0.0"),
    ("172.15.255.255", "172.15.255.255"), ("172.16.0.0", nil), ("172.31.255.255", nil), ("172.32.0.0", "172.32.0.0"),
    ("192.168.0.1", nil), ("192.169.0.1", "192.169.0.1"), ("100.63.255.255", "100.63.255.255"), ("100.64.0.0", nil),
    ("100.127.255.255", nil), ("100.128.0.0", "100.128.0.0"), ("127.0.0.1", nil), ("169.254.1.1", nil),
    ("169.253.1.1", "169.253.1.1"), ("0.0.0.0", nil), ("224.0.0.1", nil), ("255.255.255.255", nil),
    ("223.255.255.255", "223.255.255.255"), ("::1", nil), ("::", nil), ("fc00::1", nil), ("fdff::1", nil),
    ("fe80::1", nil), ("fe80::1%eth0", nil), ("febf::1", nil), ("fec0::1", "fec0:0:0:0:0:0:0:1"), ("ff02::1", nil),
    ("2001:db8::7", "2001:db8:0:0:0:0:0:7"), ("2001:0DB8:0:0:0:0:0:7", "2001:db8:0:0:0:0:0:7"),
    ("2001:db8::", "2001:db8:0:0:0:0:0:0"), ("::ffff:203.0.113.7", "203.0.113.7"), ("::ffff:10.0.0.1", nil),
    ("::ffff:cb00:7107", "203.0.113.7"), ("64:ff9b::203.0.113.7", "64:ff9b:0:0:0:0:cb00:7107"), ("", nil),
    ("kite-bot", nil), ("203.0.113", nil), ("203.0.113.256", nil), ("203.0.113.7.1", nil), ("203.0.113.", nil),
    ("203.0.113.7:443", nil), (":", nil), (":::", nil), ("1::2::3", nil), ("1:2:3:4:5:6:7", nil), (":1::2", nil),
    ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:2:3:4:5:6:7:8:9", nil), ("1:2:3:4:5:6:7::8", nil), ("12345::", nil),
    ("+1::2", nil), ("1:2:", nil), ("203.0.113.7::1", nil), ("g::1", nil),
  ])
  func onlyPublicAddresses(written: String, kept: String?) throws {
    #expect(PublicAddress(written)?.text == kept)
  }

  @Test func anAddressIsEqualHoweverItIsWritten() throws {
    #expect(PublicAddress("2001:db8::7") == PublicAddress("2001:DB8:0:0::0007"))
    #expect(PublicAddress(String(repeating: "1", count: 5000)) == nil)
  }
}

import Detection
import Model
import TestSupport
import Testing

/// What findings about bots say beside their causes.
@Suite struct BotFindingTests {
  private static func details(_ finding: Finding) -> [String: DetailValue] {
    Dictionary(uniqueKeysWithValues: finding.details.map { ($0.key, $0.value) })
  }

  /// The vendor's own case: all four have the same code, two are disabled, enabled, and disabled again.
  @Test func twoOfFourBots() throws {
    let check = try TranscriptCheck(
      BotLoginFailure.self,
      """
      00:00 bot program: login 200
      00:00 second bot program: login 200
      00:00 manager bot program: login 200
      00:00 agent program: login 200
      01:30 ⚑ disabled error high bot program: login 401 connect oauth2 [from 203.0.113.7]
      01:35 bot program: login 401 connect oauth2 [from 203.0.113.7]
      01:36 bot program: disabled
      01:41 bot program: login 403 connect oauth2 [from 203.0.113.7]
      01:30 ⚑ disabled error medium second bot program: login 401
      01:35 second bot program: login 401
      15:00 bot program: enabled
      15:10 bot program: login 200
      15:00 second bot program: login 200
      16:00 ⚑ disabled error high bot program: login 401
      16:30 bot program: disabled
      16:00 second bot program: login 401
      """)
    #expect(check.difference == nil)
    let first = Self.details(check.findings[0])
    #expect(first["login"] == .text("bot@example.com") && check.findings[0].bot == "bot")
    #expect(first["attempts"] == .integer(3) && first["consecutive_failures"] == .integer(3))
    #expect(first["status_codes"] == .text("401 403") && first["error_step"] == .text("connect"))
    #expect(first["siblings_ok"] == .integer(2) && first["siblings_failing"] == .integer(1))
    #expect(first["working_siblings"] == .text("agent, manager-bot@example.com"))
    #expect(first["minimum_retry_gap_ms"] == .integer(5000) && first["auth_method"] == .text("oauth2"))
    #expect(first["addresses"] == .integer(1) && first["seconds_since_enabled"] == DetailValue.none)
    #expect(first["last_time"] == .text("2026-03-02T10:01:41.000Z"))
    for finding in check.findings {
      #expect(finding.conversation == nil && finding.bot != nil && finding.account == "account-1")
      #expect(finding.details.map(\.key) == check.findings[0].details.map(\.key))
      #expect(!finding.details.contains { "\($0.value)".contains("203.0.113") })
    }
  }

  @Test func secondsSinceItWasEnabled() throws {
    let check = try TranscriptCheck(
      BotLoginFailure.self,
      """
      00:00 bot program: enabled
      01:30 ⚑ bot program: login 401
      01:31 bot program: login 401
      01:32 bot program: login 401
      """)
    #expect(check.difference == nil)
    #expect(check.findings.map { Self.details($0)["seconds_since_enabled"] } == [.integer(90)])
  }

  @Test func consumersWhoWaitedAreCounted() throws {
    let check = try TranscriptCheck(
      ConnectorOffline.self,
      """
      layout: bot log and history
      conversation:
      00:00 bot program: connected
      00:10 opened
      00:11 bot joins
      00:13 bot: hi
      01:00 ⚑ failed-connection error high bot program: closed 1006
      01:01 bot program: reconnecting
      01:02 bot program: failed 502 messaging reconnect
      01:31 bot program: failed domains reconnect
      01:20 consumer: are you there
      04:00 bot program: connected
      04:05 bot: yes
      conversation × 2:
      00:10 opened
      00:11 bot joins
      00:13 bot: hi
      02:00 consumer: and I
      conversation:
      08:00 opened
      08:01 bot joins
      08:02 consumer: no fault of that outage
      20:00 log ends
      """)
    #expect(check.difference == nil)
    let details = Self.details(try #require(check.findings.first))
    #expect(details["unanswered_messages"] == .integer(3) && details["conversations_affected"] == .integer(3))
    #expect(details["started"] == .text("2026-03-02T10:01:00.000Z") && details["duration_ms"] == .integer(180_000))
    #expect(details["ended"] == .text("2026-03-02T10:04:00.000Z") && details["attempts"] == .integer(3))
    #expect(details["codes"] == .text("502") && details["services"] == .text("domains messaging"))
    #expect(details["close_code"] == .integer(1006) && details["other_connectors_up"] == .integer(0))
    #expect(details["login"] == .text("bot@example.com"))
  }

  /// The same keys in the same order, whichever evidence there was.
  @Test(arguments: [BotLoginFailure.info.id, ConnectorOffline.info.id])
  func detailsHaveTheSameKeys(id: String) throws {
    let cases = TranscriptCase.all.filter { $0.detector.info.id == id }
    let keys = Set(try cases.flatMap { try $0.check().findings }.map { $0.details.map(\.key) })
    #expect(keys.count == 1)
    for finding in try cases.flatMap({ try $0.check().findings }) {
      #expect(finding.metric != nil && finding.value != nil && finding.threshold != nil)
    }
  }
}

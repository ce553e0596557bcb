import Model
import TestSupport
import Testing

@testable import Ingest

/// Whose program wrote a log, as its own requests and the lines around its start tell it.
@Suite struct OwnerTests {
  private static let closed = #"{"time":"2026-03-02T18:05:00Z","event":"closed","body":1006}"#

  private static func frame(_ second: Int, _ frame: String) -> String {
    #"{"time":"2026-03-02T18:00:0\#(second)Z","frame":\#(frame)}"#
  }

  @Test func whoSetsAnAvailabilityIsTheProgramsUser() throws {
    let log = try ReadLog(
      Self.frame(
        1,
        #"{"kind":"req","id":"1","type":".ams.routing.SetAgentState","body":{"agentUserId":"55.4711","availability":"ONLINE"}}"#
      ),
      Self.closed)
    #expect(log.events == ["1 availability 55.4711 18:00:01.000 online", "2 closed 55.4711 18:05:00.000 code 1006"])
    // Administrative records know the number alone, which another account may have given too: the whole run tells.
    #expect(log.facts.people.links == [])
  }

  @Test func whoAsksForItsOwnProfileIsNamedInTheAnswer() throws {
    func log(_ asked: String) throws -> ReadLog {
      try ReadLog(
        Self.frame(1, #"{"kind":"req","id":"7","type":".ams.userprofile.GetUserProfile","body":{\#(asked)}}"#),
        Self.frame(
          2,
          #"{"kind":"resp","reqId":"7","code":200,"type":".ams.userprofile.GetUserProfile$Response","body":{"userId":"55.4711"}}"#
        ),
        Self.closed)
    }
    #expect(try log("").events == ["3 closed 55.4711 18:05:00.000 code 1006"])
    // A consumer's profile names the consumer.
    #expect(try log(#""userId":"55.4711""#).events == ["3 closed - 18:05:00.000 code 1006"])
  }

  /// What starts a program writes no times, and nothing before its lines.
  @Test func aStartIsDatedByTheNextLine() throws {
    let log = try ReadLog(
      "2026-03-02T18:00:00Z - info: [bot.js] socket closed: 1006", "> kite@1.0.0 start /srv/kite", "> node bot.js", "",
      #"2026-03-02T18:01:00Z - info: [bot.js] connected: {"connected":true}"#)
    #expect(
      log.events == [
        "1 closed - 18:00:00.000 code 1006", "3 started - 18:01:00.000", "5 connected - 18:01:00.000",
      ])
    let cut = try ReadLog("2026-03-02T18:00:00Z - info: [bot.js] socket closed: 1006", "> node bot.js")
    #expect(cut.events == ["1 closed - 18:00:00.000 code 1006", "2 started - -"])
  }

  /// A log that begins with what npm writes is a log from its first line on.
  @Test func aLogThatBeginsWithTheCommand() throws {
    let log = try ReadLog(
      "", "> kite-bot@2.3.1 start", "> node bot.js", "",
      #"2026-03-02T18:01:00Z - info: [bot.js] connected: {"connected":true}"#)
    #expect(log.problems == [])
    #expect(log.events == ["3 started - 18:01:00.000", "5 connected - 18:01:00.000"])
    let quoted = try ReadLog("2026-03-02T18:00:00Z - info: [bot.js] said", "> kite@example.com wrote", "> so be it")
    #expect(quoted.events == [] && quoted.summary.ignored["continuation line"] == 2)
  }

  /// The end of a conversation is told as its agent's removal is: `DELETE`.
  @Test(arguments: [("CLOSE", false), ("OPEN", true)])
  func whoIsNoLongerTold(state: String, isTakenAway: Bool) throws {
    let log = try ReadLog(
      #"{"kind":"notification","type":".ams.aam.ExConversationChangeNotification","body":{"changes":[{"type":"DELETE","result":{"convId":"c-1","conversationDetails":{"state":"\#(state)","metaDataLastUpdateTs":1790000000000,"participants":[{"id":"k","role":"CONSUMER"},{"id":"b","role":"ASSIGNED_AGENT"}]}}}]}}"#
    )
    #expect((log.conversation("c-1")?.value.unassigned.latest.moment != nil) == isTakenAway)
  }
}

import Model
import Testing

@testable import Ingest

/// What shippers of logs write before a line, and what the line says behind it.
@Suite struct ShipperPrefixTests {
  private static let prefixes = [
    "2026-03-02T18:00:06.103000000Z stdout F ", "2026-03-02T19:00:06.103+01:00 stderr P ",
    "2026-03-02T18:00:06.103Z stdout F 2026-03-02T18:00:06.000Z - warn: ",
    "2026-03-02T18:00:06.103000+00:00 app[web.1]: ", "2026-03-02T18:00:06.103Z host bot[123]: ",
    "<14>1 2026-03-02T18:00:06.103Z host bot 123 - - ",
    #"<14>1 2026-03-02T18:00:06.103Z host bot 123 ID7 [origin ip="192.0.2.1"][x y="z"] "#,
    "<14>Mar  2 18:00:06 host bot[123]: 2026-03-02T18:00:06.103Z - warn: ",
    "bot-1  | 2026-03-02T18:00:06.103Z - warn: ", "0|bot  | 2026-03-02T18:00:06.103Z: ",
    "CreateTime:1772474406103\t", "LogAppendTime:1772474406103 ",
  ]

  @Test(arguments: prefixes)
  func anEventBehindIt(prefix: String) throws {
    let log = try ReadLog(prefix + "[bot.js] socket closed: 1006")
    #expect(log.problems == [] && log.events == ["1 closed - 18:00:06.103 code 1006"], "\(log.summary)")
  }

  private static let frame =
    #"{"kind":"notification","type":"ms.MessagingEventNotification","body":{"dialogId":"d-1","changes":[{"sequence":1,"event":{"type":"ContentEvent","contentType":"text/plain","message":"x"}}]}}"#

  @Test(arguments: prefixes + ["bot_1 | ", "got a notification: ", "CreateTime:1772474406103\tkey-7\t", "12 > "])
  func aFrameBehindIt(prefix: String) throws {
    let log = try ReadLog(prefix + Self.frame)
    #expect(log.problems == [] && log.conversations == ["d-1"], "\(log.summary)")
  }

  /// Words that nobody knows make no log of what stands around them.
  @Test func aFrameBehindUnknownWords() throws {
    let log = try ReadLog("got: " + Self.frame, "nothing known", "and {\"some\":\"thing\"}", Self.frame)
    #expect(log.problems == ["malformed-json at 2", "malformed-json at 3"] && log.summary.records == 2)
    let rest = try ReadLog("2026-03-02T18:00:00Z - info: my bot says", "look: " + Self.frame)
    #expect(rest.conversations == [] && rest.summary.ignored == ["log line": 1, "continuation line": 1])
  }

  /// `error: {…}` may be the name of the SDK's event, in a log without prefixes.
  @Test func anEventThatIsCalledAsALevel() throws {
    let log = try ReadLog(
      #"connected: {"connected":true}"#, #"error: {"code":401,"service":"authentication.login","error":null}"#,
      "socket closed: 1006")
    #expect(log.problems == [] && log.summary.ignored == [:])
    #expect(
      log.events == ["1 connected - -", "2 login - - answered(401) code 401 login", "3 closed - - code 1006"])
  }
}

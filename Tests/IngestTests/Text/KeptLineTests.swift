import Model
import Testing

@testable import Ingest

/// Lines of text in records: as loggers write them beside other members, and as containers and shippers keep them.
@Suite struct KeptLineTests {
  private static let closed = "[bot.js] socket closed: 1006"
  private static let event = "closed - 18:00:06.103 code 1006"

  @Test(arguments: [
    #"{"level":"warn","message":"M","timestamp":T,"meta":{"a":1},"tags":["x"]}"#,
    #"{"level":40,"time":T,"msg":"M","err":{"type":"Error","message":"x","stack":"Error: x\n    at y"}}"#,
    #"{"log":"M\n","stream":"stdout","time":T}"#,
    #"{"log":"M\n","stream":"stderr","time":T,"kubernetes":{"pod_name":"bot-1"}}"#,
    #"{"log":"2026-03-02T18:00:06.103Z - warn: M\n","stream":"stdout","time":"2026-03-02T18:00:07Z"}"#,
    #"{"_index":"logs","_source":{"@timestamp":T,"message":"M"}}"#, #"{"timestamp":T,"message":"M","ingestionTime":1}"#,
    #"{"result":{"_raw":"M","host":"h"},"time":T}"#, #"{"textPayload":"M","timestamp":T,"severity":"INFO"}"#,
    #"{"events":[{"timestamp":T,"message":"M"}]}"#,
  ])
  func aLineInARecord(record: String) throws {
    for time in [#""2026-03-02T18:00:06.103Z""#, "1772474406103"] {
      let log = try ReadLog(record.replacing(":T", with: ":" + time).replacing("M", with: Self.closed))
      #expect(log.problems == [] && log.summary.records == 1, "\(record)")
      #expect(log.events.map { String($0.dropFirst(2)) } == [Self.event], "\(record)")
    }
  }

  /// People write such words too; that a logger wrote them, its prefix must tell.
  @Test(arguments: [
    #"{"timestamp":1772474406103,"message":"closed"}"#, #"{"time":1772474406103,"log":"connected"}"#,
    #"{"time":1772474406103,"name":"[bot.js] socket closed"}"#, #"{"log":"nothing known\n","stream":"stdout"}"#,
    #"{"log":"closed","stream":"events"}"#, #"{"message":"2026-03-02T18:00:00Z"}"#,
  ])
  func whatIsNoLine(record: String) throws {
    let log = try ReadLog(record)
    #expect(log.problems == ["unrecognized-record at 1"] && log.events == [])
  }

  @Test func anErrorBesideTheLine() throws {
    let log = try ReadLog(
      #"{"level":50,"time":1772474406103,"err":{"type":"Error","message":"x","code":401,"service":"authentication.login"},"msg":"could not log in"}"#,
      #"{"level":50,"time":1772474406103,"err":{"code":"ENOTFOUND","syscall":"getaddrinfo"},"msg":"closed"}"#)
    #expect(log.problems == [] && log.summary.ignored == [:])
    #expect(log.events == ["1 login - 18:00:06.103 answered(401) code 401 login", "2 failed - 18:00:06.103"])
  }

  private static let stack = "TypeError: x is not a function\\n    at Bot.answer (/bot.js:12:3)"

  /// winston 2 and 3, and pino: the exception that nobody caught is the program's last word, or one before it starts again.
  @Test(arguments: [
    #"{"date":"x","process":{"pid":1},"os":{"uptime":1},"trace":[{"line":12}],"stack":["S"],"level":"error","message":"uncaughtException: x","timestamp":T}"#,
    #"{"date":"x","error":{},"exception":true,"level":"error","message":"uncaughtException: x\nS","os":{},"stack":"S","trace":[],"timestamp":T}"#,
    #"{"level":60,"time":T,"err":{"type":"TypeError","message":"x","stack":"S"},"msg":"uncaughtException"}"#,
  ])
  func anExceptionThatNobodyCaught(record: String) throws {
    let line = record.replacing("\":T", with: "\":\"2026-03-02T18:00:06.103Z\"").replacing("S", with: Self.stack)
    let ended = try ReadLog(#"{"level":"info","message":"[bot.js] connected: {}"}"#, line)
    #expect(ended.problems == [] && ended.events == ["1 connected - -", "2 crashed - 18:00:06.103"])
    let again = try ReadLog(
      line, #"{"level":"info","message":"[bot.js] connected: {}","timestamp":"2026-03-02T18:00:09.103Z"}"#)
    #expect(again.events.contains { $0.contains("crashed - 18:00:06.103") }, "\(again.events)")
    // Its socket closes: it is the same program.
    let goesOn = try ReadLog(
      line, #"{"level":"info","message":"[bot.js] socket closed: 1006","timestamp":"2026-03-02T18:00:09.103Z"}"#)
    #expect(!goesOn.events.contains { $0.contains("crashed") }, "\(goesOn.events)")
  }

  /// What continues a line stands in records of its own.
  @Test func theOutputOfAContainer() throws {
    func output(_ line: String) -> String {
      #"{"log":"\#(line)\n","stream":"stderr","time":"2026-03-02T18:00:06.103Z"}"#
    }
    let log = try ReadLog(
      [
        output("[bot.js] connected: {}"), output("/bot.js:12"), output("  x()"), output("   ^"), output(""),
        output("TypeError: x is not a function"), output("    at Bot.answer (/bot.js:12:3)"), output("    at b"),
      ].joined(separator: "\n"))
    #expect(log.problems == [] && log.summary.ignored == ["continuation line": 7] && log.summary.records == 8)
    #expect(log.events == ["1 connected - 18:00:06.103", "7 crashed - 18:00:06.103"])
    let message = try ReadLog(output("2026-03-02T18:00:06Z - info: my bot says"), output("closed"))
    #expect(message.problems == [] && message.events == [])
  }
}

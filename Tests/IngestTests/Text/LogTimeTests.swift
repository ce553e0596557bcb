import Model
import Testing

@testable import Ingest

/// Times at the beginning of log lines, with and without zones, years and dates.
@Suite struct LogTimeTests {
  private func event(_ lines: String..., options: ReadingOptions = ReadingOptions()) throws -> (String?, InputSummary) {
    let log = try ReadLog(lines.joined(separator: "\n"), options: options)
    return (log.facts.agentEvents.all.last?.fact.time?.description, log.summary)
  }

  @Test(arguments: [
    ("2026-03-02T18:00:01.103Z - ", false), ("2026-03-02T19:00:01.103+01:00 ", false),
    ("2026-03-02 18:00:01,103 ", true), ("[2026-03-02 18:00:01.103] ", true), ("1772474401103 ", false),
    ("[1772474401103] ", false), ("2026-03-02 18:00:01.103: ", true),
    ("\u{1B}[90m2026-03-02T18:00:01.103Z\u{1B}[39m ", false),
  ])
  func aMoment(prefix: String, assumesZone: Bool) throws {
    let (time, summary) = try event(prefix + "[bot.js] socket closed: 1006")
    #expect(time == "2026-03-02T18:00:01.103Z", "\(prefix)")
    #expect(summary.assumesZone == assumesZone && !summary.assumesYear)
  }

  @Test func theUsersZone() throws {
    var options = ReadingOptions()
    options.zone = ZoneRules(initialOffsetMilliseconds: -5 * 3_600_000, changes: [])
    let (time, summary) = try event("2026-03-02 13:00:01 [bot.js] socket closed: 1006", options: options)
    #expect(time == "2026-03-02T18:00:01.000Z" && !summary.assumesZone)
  }

  /// The year comes from what the stream told before; without it there is none.
  @Test func timesWithoutAYear() throws {
    let line = "Dec 31 23:59:58 host kite[7]: [bot.js] socket closed: 1006"
    #expect(try event(line).0 == nil)
    #expect(try !event(line).1.assumesYear)
    for (told, expected) in [
      ("2026-01-01T00:00:05Z", "2025-12-31T23:59:58.000Z"), ("2026-12-31T12:00:00Z", "2026-12-31T23:59:58.000Z"),
      ("2026-12-30T12:00:00Z", "2025-12-31T23:59:58.000Z"), ("2026-12-31T00:00:00Z", "2026-12-31T23:59:58.000Z"),
    ] {
      let (time, summary) = try event("\(told) [bot.js] known", line)
      #expect(time == expected, "\(told)")
      #expect(summary.assumesYear && summary.assumesZone)
    }
    #expect(try event("2026-03-02T18:00:00Z [bot.js] known", "Feb 29 10:00:00 host kite: socket closed 1006").0 == nil)
  }

  @Test func timesWithoutADate() throws {
    let line = "23:59:58.500 [main] WARN Bot - socket closed 1006"
    #expect(try event(line).0 == nil)
    #expect(try event("2026-03-02T00:00:03Z [bot.js] known", line).0 == "2026-03-01T23:59:58.500Z")
    #expect(try event("2026-03-02T18:00:03Z [bot.js] known", line).0 == "2026-03-02T23:59:58.500Z")
  }

  /// What only begins like a time is none.
  @Test(arguments: [
    "2026-03-02T18:00:00,\"x\" socket", "18:00 a", "18:00:00Z\" a", "2026-13-02T18:00:00Z a", "Mar 40 18:00:00 a",
    "177247440110 a", "17724744011031 a", "2026-03-02 a", "Mar a",
  ])
  func noMoment(line: String) throws {
    #expect(try ReadLog(line).problems == ["malformed-json at 1"], "\(line)")
  }
}

import Model
import Testing

@testable import Ingest

/// Moments whose month is a word.
@Suite struct NamedMonthTimeTests {
  @Test(arguments: [
    ("Mon, 21 Sep 2026 14:13:20 +0000", 1_790_000_000_000), ("21 Sep 2026 16:13:20 +0200", 1_790_000_000_000),
    ("Mon, 21 Sep 2026 08:43:20 -0530", 1_790_000_000_000), ("Mon, 21 Sep 2026 14:13:20 GMT", 1_790_000_000_000),
    ("Sep 21, 2026 2:13:20 PM", 1_790_000_000_000), ("Sep 21, 2026, 2:13:20\u{202F}PM", 1_790_000_000_000),
    ("Sep 21, 2026 12:00:00 AM", 1_789_948_800_000), ("Sep 21, 2026 12:00:00 PM", 1_789_992_000_000),
    ("Sep 21, 2026 14:13:20", 1_790_000_000_000), ("1 Jan 1970 00:00:01 Z", 1000),
  ])
  func moments(text: String, milliseconds: Int64) throws {
    #expect(try #require(NamedMonthTime(text)).moment(in: .utc) == .at(milliseconds))
  }

  @Test func withAndWithoutAZone() throws {
    let zone = ZoneRules(initialOffsetMilliseconds: 3_600_000, changes: [])
    #expect(try #require(NamedMonthTime("Sep 21, 2026 2:13:20 PM")).moment(in: zone) == .at(1_789_996_400_000))
    #expect(
      try #require(NamedMonthTime("21 Sep 2026 14:13:20 +0000")).moment(in: zone) == .at(1_790_000_000_000))
  }

  @Test(arguments: [
    "", "Sep", "Sep 21", "Sep 21, 2026", "Sep 31, 2026 2:13:20 PM", "Foo 21, 2026 2:13:20 PM", "Sep 21, 26 2:13:20 PM",
    "Sep 21, 2026 13:13:20 PM", "Sep 21, 2026 0:13:20 PM", "21 Sep 2026 24:13:20 +0000", "21 Sep 2026 14:60:20 +0000",
    "21 Sep 2026 14:13 +0000", "21 Sep 2026 14:13:20 +2400", "21 Sep 2026 14:13:20 +000", "21 Sep 2026 14:13:20 CEST",
    "a b c 21 Sep 2026 14:13:20 +0000", "21 Sep 2026 14:13:20 +0000 x",
    "9999999999999999999999 Sep 2026 14:13:20 +0000",
    "2026-09-21T14:13:20Z", "21 Sep -026 14:13:20 +0000",
  ])
  func noMoments(text: String) { #expect(NamedMonthTime(text) == nil) }
}

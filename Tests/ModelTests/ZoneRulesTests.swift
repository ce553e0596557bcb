import Model
import Testing

/// Local times become moments by the clocks that showed them.
@Suite struct ZoneRulesTests {
  private static let hour: Int64 = 3_600_000
  /// One hour east, two from hour 1000 on, one again from hour 2000 on.
  private static let rules = ZoneRules(
    initialOffsetMilliseconds: hour,
    changes: [
      ZoneRules.Change(from: 1000 * hour, offsetMilliseconds: 2 * hour),
      ZoneRules.Change(from: 2000 * hour, offsetMilliseconds: hour),
    ])

  @Test(arguments: [
    (500, 499), (1000, 999),
    // The hour that is left out is read by the clocks before it.
    (1001, 1000), (1002, 1000), (1003, 1001), (2000, 1998),
    // The hour that comes twice is meant the first time.
    (2001, 1999), (2002, 2001), (2003, 2002),
  ])
  func aLocalHour(local: Int64, expected: Int64) {
    #expect(Self.rules.moment(ofLocal: local * Self.hour) == expected * Self.hour)
  }

  @Test func utcIsItself() { #expect(ZoneRules.utc.moment(ofLocal: -7) == -7) }
}

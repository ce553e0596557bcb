import Foundation
public import Model

/// A zone by its name in the time zone database, such as `Europe/Berlin`.
public enum TimeZoneName {
  /// The zone's rules; nil where there is no such zone.
  public static func rules(_ name: String) -> ZoneRules? {
    guard let zone = TimeZone(identifier: name) else { return nil }
    var changes: [ZoneRules.Change] = []
    let first = offset(zone, years.lowerBound)
    var known = first
    for week in stride(from: years.lowerBound, to: years.upperBound, by: Int(weekSeconds)) {
      let end = week + weekSeconds
      let next = offset(zone, end)
      if next == known { continue }
      changes.append(
        ZoneRules.Change(from: change(zone, after: week, by: end) * 1000, offsetMilliseconds: next * 1000))
      known = next
    }
    return ZoneRules(initialOffsetMilliseconds: first * 1000, changes: changes)
  }

  /// From 2010, before which the platform had no messaging, to 2050, in seconds since 1970.
  private static let years: Range<Int64> = 1_262_304_000..<2_524_608_000
  /// No zone changes its clocks twice in a week.
  private static let weekSeconds: Int64 = 7 * 86_400

  private static func offset(_ zone: TimeZone, _ seconds: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
  }

  /// The first second with the clocks of the end.
  private static func change(_ zone: TimeZone, after start: Int64, by end: Int64) -> Int64 {
    let last = offset(zone, end)
    var before = start
    var after = end
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if offset(zone, middle) == last { after = middle } else { before = middle }
    }
    return after
  }
}

/// A zone that was asked for by its name.
public struct NamedZone: Sendable {
  public let name: String
  public let rules: ZoneRules

  /// Nil where there is no such zone.
  public init?(_ name: String) {
    guard let rules = TimeZoneName.rules(name) else { return nil }
    self.name = name
    self.rules = rules
  }
}

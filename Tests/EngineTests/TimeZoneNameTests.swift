import Model
import Testing

@testable import Engine

/// Zones by name: what their clocks show on either side of a change.
@Suite struct TimeZoneNameTests {
  @Test(arguments: [
    // Central European time: one hour, two in summer; changed on 2026-03-29 and 2026-10-25 at 01:00 UTC.
    ("Europe/Berlin", "2026-03-29T01:59:59Z", "2026-03-29T00:59:59.000Z"),
    ("Europe/Berlin", "2026-03-29T03:00:00Z", "2026-03-29T01:00:00.000Z"),
    ("Europe/Berlin", "2026-10-25T02:30:00Z", "2026-10-25T00:30:00.000Z"),
    ("Europe/Berlin", "2026-10-25T03:00:00Z", "2026-10-25T02:00:00.000Z"),
    ("US/Eastern", "2019-11-12T06:10:46Z", "2019-11-12T11:10:46.000Z"),
    ("America/New_York", "2026-07-01T12:00:00Z", "2026-07-01T16:00:00.000Z"),
    ("Asia/Kolkata", "2026-07-01T12:00:00Z", "2026-07-01T06:30:00.000Z"),
    // Moscow left summer time for good in 2011 and winter time came back in 2014.
    ("Europe/Moscow", "2013-01-15T12:00:00Z", "2013-01-15T08:00:00.000Z"),
    ("Europe/Moscow", "2015-01-15T12:00:00Z", "2015-01-15T09:00:00.000Z"),
    ("UTC", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00.000Z"),
  ])
  func clocksShow(zone: String, local: String, expected: String) throws {
    let rules = try #require(TimeZoneName.rules(zone))
    let shown = try #require(TimeArgument.parse(local, in: .utc))
    #expect(Timestamp(milliseconds: rules.moment(ofLocal: shown.milliseconds))?.description == expected)
  }

  @Test(arguments: [
    ("2026-03-02", "2026-03-01T23:00:00.000Z"),
    ("2024-02-29", "2024-02-28T23:00:00.000Z"),
    ("2026-07-01", "2026-06-30T22:00:00.000Z"),
    // As the text report prints times.
    ("2026-03-02 18:00", "2026-03-02T17:00:00.000Z"),
    ("2026-03-02T18:00:00", "2026-03-02T17:00:00.000Z"),
    ("2026-03-02T18:00:00Z", "2026-03-02T18:00:00.000Z"),
    ("2026-03-02T18:00:00-05:00", "2026-03-02T23:00:00.000Z"),
  ])
  func timesOfTheCommandLineAreOfTheZone(text: String, expected: String) throws {
    let rules = try #require(TimeZoneName.rules("Europe/Berlin"))
    #expect(TimeArgument.parse(text, in: rules)?.description == expected)
  }

  @Test(arguments: [
    "", ":00", "2026-02-29", "2026-03-02T18", "2026-03-02 18:00:", "2026-03-02T18:00:00T00:00:00", "18:00",
  ])
  func noTimes(text: String) { #expect(TimeArgument.parse(text, in: .utc) == nil) }

  @Test(arguments: ["Nowhere/Atlantis", "", "Europe/", "berlin time"])
  func noSuchZone(name: String) { #expect(TimeZoneName.rules(name) == nil) }
}

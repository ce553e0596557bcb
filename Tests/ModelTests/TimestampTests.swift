import Model
import TestSupport
import Testing

@Suite struct TimestampTests {
  /// An independent calendar: it counts days one by one.
  private struct Calendar {
    var year = 1, month = 1, day = 1

    var monthLength: Int {
      switch month {
      case 2: year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    }

    mutating func advance() {
      day += 1
      if day > monthLength { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: width - String(number).count) + String(number)
  }

  /// Every day counts on; every 13th is converted, there and back.
  @Test func daysOfTheYears1To9999() throws {
    var calendar = Calendar()
    var days: Int64 = -719_162
    while calendar.year <= 9999 {
      if days % 13 == 0 || calendar.month == 2 && calendar.day >= 28 && calendar.year % 20 == 0 {
        let date = "\(padded(calendar.year, 4))-\(padded(calendar.month, 2))-\(padded(calendar.day, 2))"
        let found = Timestamp.days(year: Int64(calendar.year), month: Int64(calendar.month), day: Int64(calendar.day))
        try #require(found == days, "\(date)")
        let moment = try #require(Timestamp(milliseconds: days * 86_400_000 + 43_384_005))
        try #require(moment.description == "\(date)T12:03:04.005Z")
      }
      calendar.advance()
      days += 1
    }
    #expect(days * 86_400_000 - 1 == Timestamp.writable.upperBound)
  }

  @Test func datesThatAreNone() {
    for (year, month, day) in [
      (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 4, 31),
      (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (-5, 3, 1), (.max, 1, 1), (2026, .min, 1),
    ] as [(Int64, Int64, Int64)] {
      #expect(Timestamp.days(year: year, month: month, day: day) == nil, "\(year)-\(month)-\(day)")
    }
    #expect(Timestamp.days(year: 2000, month: 2, day: 29) != nil)
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (1_790_000_000_007, "2026-09-21T14:13:20.007Z"), (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (-62_135_596_800_000 + 999, "0001-01-01T00:00:00.999Z"),
    ] as [(Int64, String)])
  func description(milliseconds: Int64, expected: String) {
    #expect(Timestamp(milliseconds: milliseconds)?.description == expected)
  }

  @Test func whatRFC3339CannotWriteIsNoMoment() {
    for milliseconds in [Int64.min, .max, -62_135_596_800_001, 253_402_300_800_000, 1_000_000_000_000_000_000] {
      #expect(Timestamp(milliseconds: milliseconds) == nil)
    }
  }

  @Test func addingStaysInsideTheWritableYears() throws {
    let moment = try #require(Timestamp(milliseconds: 1_790_000_000_000))
    #expect(moment.adding(milliseconds: .max).milliseconds == Timestamp.writable.upperBound)
    #expect(moment.adding(milliseconds: .min).milliseconds == Timestamp.writable.lowerBound)
    #expect(moment.adding(milliseconds: -5).milliseconds(since: moment) == -5)
    #expect(moment < moment.adding(milliseconds: 1))
  }

  @Test func extremesForgetOrderAndRepeats() {
    var random = FactRandom(seed: 8)
    let moments = (0..<40).map { _ in Timestamp(milliseconds: Int64(random.below(90)) - 45) }
    var extent = Extent()
    for moment in moments + moments.shuffled(using: &random) + [nil] { extent.fold(moment) }
    #expect(extent.earliest.moment == moments.compactMap(\.self).min())
    #expect(extent.latest.moment == moments.compactMap(\.self).max())
    #expect(Extent().milliseconds == nil)
    #expect(Earliest().moment == nil && Latest().moment == nil)
  }
}

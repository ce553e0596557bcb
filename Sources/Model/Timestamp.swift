/// A moment in milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Comparable, Sendable {
  public let milliseconds: Int64

  /// The years 1 to 9999, which are all that RFC 3339 can write.
  public static let writable: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  /// Nil where the number is no moment of the years 1 to 9999.
  public init?(milliseconds: Int64) {
    guard Self.writable.contains(milliseconds) else { return nil }
    self.milliseconds = milliseconds
  }

  private init(unchecked milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  /// This moment moved by some milliseconds, held inside the writable years.
  public func adding(milliseconds delta: Int64) -> Timestamp {
    let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
    if overflow { return Timestamp(unchecked: delta < 0 ? Self.writable.lowerBound : Self.writable.upperBound) }
    return Timestamp(unchecked: min(max(sum, Self.writable.lowerBound), Self.writable.upperBound))
  }

  /// The milliseconds from another moment to this one; negative if this one is earlier.
  public func milliseconds(since earlier: Timestamp) -> Int64 { milliseconds - earlier.milliseconds }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC with milliseconds: `2026-11-22T06:00:00.000Z`.
  public var description: String {
    let day = milliseconds.floorDivided(by: 86_400_000)
    let ofDay = milliseconds - day * 86_400_000
    let date = Self.civil(daysSince1970: day)
    return String(unsafeUninitializedCapacity: 24) { text in
      var end = 0
      func append(_ number: Int64, _ width: Int, _ mark: Unicode.Scalar) {
        var rest = number
        for place in (end..<end + width).reversed() {
          text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
        text[end + width] = UInt8(ascii: mark)
        end += width + 1
      }
      append(date.year, 4, "-")
      append(date.month, 2, "-")
      append(date.day, 2, "T")
      append(ofDay / 3_600_000, 2, ":")
      append(ofDay / 60_000 % 60, 2, ":")
      append(ofDay / 1000 % 60, 2, ".")
      append(ofDay % 1000, 3, "Z")
      return end
    }
  }

  /// Days since 1970 of a date of the proleptic Gregorian calendar; nil where there is no such date.
  public static func days(year: Int64, month: Int64, day: Int64) -> Int64? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floorDivided(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func length(ofMonth month: Int64, year: Int64) -> Int64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return leap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Years are counted from March, so that the leap day is a year's last: then month lengths repeat every five months.
  private static func civil(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

extension Int64 {
  func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

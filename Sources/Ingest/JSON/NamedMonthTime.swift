import Model

/// Reads moments whose month is a word: RFC 2822's `Mon, 02 Mar 2026 18:00:00 +0000`, and `Mar 2, 2026 6:00:00 PM`, which has no zone.
struct NamedMonthTime {
  /// Milliseconds that clocks in its zone show, counted as if they were UTC.
  let local: Int64
  /// East of UTC; nil where none is written.
  let offsetMinutes: Int64?

  /// - Parameter zone: that of a time without one.
  func moment(in zone: ZoneRules) -> Timestamp? {
    guard let offsetMinutes else { return Timestamp(milliseconds: zone.moment(ofLocal: local)) }
    return Timestamp(milliseconds: local - offsetMinutes * 60_000)
  }

  init?(_ text: String) {
    guard text.utf8.count <= 64 else { return nil }
    // Newer runtimes write a narrow space before AM and PM.
    let parts = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard let at = parts.firstIndex(where: { Self.month($0) != nil }), let month = Self.month(parts[at]) else {
      return nil
    }
    // The day of the week may stand before; the day before the month, or behind it.
    let dayIsFirst = at > 0 && Self.number(parts[at - 1], upTo: 2) != nil
    let rest = Array(parts[(at + 1)...])
    let dayPart = dayIsFirst ? parts[at - 1] : rest.first
    let behind = dayIsFirst ? rest : Array(rest.dropFirst())
    guard at <= (dayIsFirst ? 2 : 1), let dayPart, let day = Self.number(dayPart, upTo: 2),
      (2...3).contains(behind.count),
      let year = Self.number(behind[0], upTo: 4), behind[0].utf8.count == 4,
      let days = Timestamp.days(year: year, month: month, day: day), var time = Self.time(behind[1])
    else { return nil }
    var offset: Int64?
    if behind.count == 3 {
      switch behind[2].uppercased() {
      case "AM", "PM":
        guard (1...12).contains(time.hour) else { return nil }
        time.hour = time.hour % 12 + (behind[2].uppercased() == "PM" ? 12 : 0)
      case "GMT", "UTC", "UT", "Z": offset = 0
      default:
        guard let written = Self.offset(behind[2]) else { return nil }
        offset = written
      }
    }
    offsetMinutes = offset
    local = ((days * 24 + time.hour) * 60 + time.minute) * 60_000 + time.second * 1000
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func month(_ word: String) -> Int64? {
    months.firstIndex(of: word.lowercased()).map { Int64($0) + 1 }
  }

  private static func number(_ digits: String, upTo length: Int) -> Int64? {
    guard (1...length).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int64(digits)
  }

  private static func time(_ text: String) -> (hour: Int64, minute: Int64, second: Int64)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0), upTo: 2) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2], hour < 24, minute < 60,
      second <= 60
    else { return nil }
    return (hour, minute, second)
  }

  /// Minutes: `+0530`.
  private static func offset(_ text: String) -> Int64? {
    guard text.utf8.count == 5, let sign = text.first, sign == "+" || sign == "-",
      let number = number(String(text.dropFirst()), upTo: 4), number / 100 < 24, number % 100 < 60
    else { return nil }
    return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
  }
}

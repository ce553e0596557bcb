import Model

/// A moment as loggers write it at the beginning of a line, some without a zone, a year or even a date.
struct LogTime {
  private enum Form {
    case written(WrittenTime)
    case epoch(Int64)
    /// Milliseconds since the day began.
    case yearless(month: Int64, day: Int64, ofDay: Int64)
    case dateless(ofDay: Int64)
  }

  private let form: Form

  /// The time stands without its year, as syslog writes it (RFC 3164 section 4.1.2).
  var isYearless: Bool { if case .yearless = form { true } else { false } }
  /// The time is enough to tell the moment, but for the zone.
  var isWhole: Bool {
    switch form {
    case .written, .epoch: true
    case .yearless, .dateless: false
    }
  }

  private static let dayMilliseconds: Int64 = 86_400_000
  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads the time at the cursor, and moves it behind. Something that only begins like a time is none: what follows must be a blank,
  /// a colour, a colon and a blank, or the end.
  init?(_ bytes: RawSpan, _ cursor: inout TextCursor) {
    var next = cursor
    guard let form = Self.form(bytes, &next) else { return nil }
    if next.peek(bytes) == UInt8(ascii: ":") { next.at += 1 }
    if let byte = next.peek(bytes), !byte.isBlank, byte != 0x1B { return nil }
    self.form = form
    cursor = next
  }

  private static func form(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Form? {
    var end = cursor.at
    if let written = WrittenTime(beginning: bytes, cursor.at, cursor.end, endsAt: &end) {
      cursor.at = end
      return .written(written)
    }
    for (index, name) in months.enumerated() where cursor.take(name, bytes) {
      cursor.skipBlanks(bytes)
      guard let day = number(1...2, bytes, &cursor), (1...31).contains(day), cursor.take(" ", bytes),
        let ofDay = timeOfDay(bytes, &cursor)
      else { return nil }
      return .yearless(month: Int64(index + 1), day: day, ofDay: ofDay)
    }
    if let ofDay = timeOfDay(bytes, &cursor) { return .dateless(ofDay: ofDay) }
    // Epoch milliseconds have thirteen digits since 2001 and until 2286.
    guard let number = number(13...13, bytes, &cursor), number >= 1_000_000_000_000 else { return nil }
    return .epoch(number)
  }

  private static func number(_ digits: ClosedRange<Int>, _ bytes: RawSpan, _ cursor: inout TextCursor) -> Int64? {
    let start = cursor
    let range = cursor.takeDigits(bytes, upTo: digits.upperBound + 1)
    guard digits.contains(range.count) else {
      cursor = start
      return nil
    }
    return range.reduce(0) { $0 * 10 + Int64(bytes.byte($1) - UInt8(ascii: "0")) }
  }

  /// `17:08:41`, with a fraction or without.
  private static func timeOfDay(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Int64? {
    let start = cursor
    guard let hour = number(2...2, bytes, &cursor), hour < 24, cursor.take(":", bytes),
      let minute = number(2...2, bytes, &cursor), minute < 60, cursor.take(":", bytes),
      let second = number(2...2, bytes, &cursor), second <= 60
    else {
      cursor = start
      return nil
    }
    var milliseconds: Int64 = 0
    if cursor.peek(bytes, ahead: 1)?.isDigit == true, cursor.take(".", bytes) || cursor.take(",", bytes) {
      var unit: Int64 = 100
      for index in cursor.takeDigits(bytes, upTo: 9) {
        milliseconds += Int64(bytes.byte(index) - UInt8(ascii: "0")) * unit
        unit /= 10
      }
    }
    return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
  }

  /// - Parameter clock: the newest moment that the stream told: a time without its year or date lies near it, or nowhere.
  func moment(in zone: ZoneRules, near clock: Timestamp?) -> Timestamp? {
    switch form {
    case .written(let time): return time.moment(in: zone)
    case .epoch(let milliseconds): return Timestamp(milliseconds: milliseconds)
    case .yearless(let month, let day, let ofDay):
      guard let clock else { return nil }
      let year = 1970 + clock.milliseconds / 31_556_952_000
      return (year - 1...year + 1)
        .compactMap { Timestamp.days(year: $0, month: month, day: day) }
        .map { zone.moment(ofLocal: $0 * Self.dayMilliseconds + ofDay) }
        .filter { $0 <= clock.milliseconds + Self.dayMilliseconds }
        .max().flatMap { Timestamp(milliseconds: $0) }
    case .dateless(let ofDay):
      guard let clock else { return nil }
      let today = clock.milliseconds / Self.dayMilliseconds
      return (today - 1...today + 1)
        .map { zone.moment(ofLocal: $0 * Self.dayMilliseconds + ofDay) }
        .min { abs($0 - clock.milliseconds) < abs($1 - clock.milliseconds) }
        .flatMap { Timestamp(milliseconds: $0) }
    }
  }

  /// Whether a zone is written.
  var hasZone: Bool {
    switch form {
    case .written(let time): time.offsetMinutes != nil
    case .epoch: true
    case .yearless, .dateless: false
    }
  }
}

extension Stream {
  /// When a line was written, as far as it and the stream tell.
  mutating func moment(_ time: LogTime) -> Timestamp? {
    // The clock that completes it is the whole stream's.
    if !time.isWhole { needsWholeStream() }
    guard let moment = time.moment(in: options.zone ?? .utc, near: exchanges.clock.moment) else { return nil }
    if !time.hasZone, options.zone == nil { summary.assumedZones.insert(InputSummary.usualZone) }
    if !time.isWhole { summary.assumesYear = true }
    return moment
  }
}

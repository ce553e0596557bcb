import Model

/// Reads moments as people and programs write them: RFC 3339 with any number of fractional digits, and the history's
/// `2026-03-02 18:00:00.000+0000`.
struct WrittenTime {
  /// Milliseconds that clocks in its zone show, counted as if they were UTC.
  let local: Int64
  /// East of UTC; nil where none is written.
  let offsetMinutes: Int64?

  /// A time without a zone is read in UTC.
  static func parse(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Timestamp? {
    WrittenTime(bytes, start, end)?.moment(in: .utc)
  }

  /// - Parameter zone: that of a time without one.
  func moment(in zone: ZoneRules) -> Timestamp? {
    guard let offsetMinutes else { return Timestamp(milliseconds: zone.moment(ofLocal: local)) }
    return Timestamp(milliseconds: local - offsetMinutes * 60_000)
  }

  init?(_ bytes: RawSpan, _ start: Int, _ end: Int) {
    var behind = start
    self.init(beginning: bytes, start, end, endsAt: &behind)
    if behind != end { return nil }
  }

  /// Reads a time that other text may follow.
  /// - Parameter behind: where it ends.
  init?(beginning bytes: RawSpan, _ start: Int, _ end: Int, endsAt behind: inout Int) {
    if end - start == 24, let local = bytes.milliseconds(ofISOString: start) {
      self.local = local
      offsetMinutes = 0
      behind = end
      return
    }
    var reader = Digits(at: start, end: end)
    guard let year = reader.number(4, bytes), reader.take("-", bytes), let month = reader.number(2, bytes),
      reader.take("-", bytes), let day = reader.number(2, bytes),
      reader.take("T", bytes) || reader.take("t", bytes) || reader.take(" ", bytes),
      let hour = reader.number(2, bytes), hour < 24, reader.take(":", bytes),
      let minute = reader.number(2, bytes), minute < 60, reader.take(":", bytes),
      // 60 is a leap second (RFC 3339 section 5.6).
      let second = reader.number(2, bytes), second <= 60,
      let days = Timestamp.days(year: year, month: month, day: day)
    else { return nil }
    var milliseconds: Int64 = 0
    if reader.take(".", bytes) || reader.take(",", bytes) {
      guard let fraction = reader.fraction(bytes) else { return nil }
      milliseconds = fraction
    }
    let zone = reader.at
    offsetMinutes = reader.zone(bytes)
    behind = offsetMinutes == nil ? zone : reader.at
    local = ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + milliseconds
  }

  private struct Digits {
    var at: Int
    let end: Int

    var isAtEnd: Bool { at == end }

    mutating func number(_ count: Int, _ bytes: RawSpan) -> Int64? {
      guard at + count <= end else { return nil }
      var value: Int64 = 0
      for index in at..<at + count {
        guard bytes.byte(index).isDigit else { return nil }
        value = value * 10 + Int64(bytes.byte(index) - UInt8(ascii: "0"))
      }
      at += count
      return value
    }

    mutating func take(_ character: Unicode.Scalar, _ bytes: RawSpan) -> Bool {
      guard at < end, UInt32(bytes.byte(at)) == character.value else { return false }
      at += 1
      return true
    }

    /// Milliseconds; finer digits are cut off.
    mutating func fraction(_ bytes: RawSpan) -> Int64? {
      var milliseconds: Int64 = 0
      var digits = 0
      while at < end, bytes.byte(at).isDigit {
        if digits < 3 { milliseconds = milliseconds * 10 + Int64(bytes.byte(at) - UInt8(ascii: "0")) }
        digits += 1
        at += 1
      }
      while digits > 0, digits < 3 {
        milliseconds *= 10
        digits += 1
      }
      return digits > 0 ? milliseconds : nil
    }

    /// Minutes east of UTC: `Z`, `+0000`, `+00:00`.
    mutating func zone(_ bytes: RawSpan) -> Int64? {
      if take("Z", bytes) || take("z", bytes) { return 0 }
      let isWest = take("-", bytes)
      guard isWest || take("+", bytes), let hours = number(2, bytes) else { return nil }
      _ = take(":", bytes)
      guard let minutes = number(2, bytes), hours < 24, minutes < 60 else { return nil }
      return (hours * 60 + minutes) * (isWest ? -1 : 1)
    }
  }
}

extension RawSpan {
  /// What JavaScript's `toISOString` writes, `2026-03-02T18:00:00.000Z`, eight bytes at a time: most recorders date each record so. Nil of
  /// anything else.
  fileprivate func milliseconds(ofISOString start: Int) -> Int64? {
    // "0000-00-", "00T00:00" and ":00.000Z", and where in them no digit stands.
    guard let date = word(start).digits(over: 0x2D30_302D_3030_3030, not: 0xFF00_00FF_0000_0000),
      let hours = word(start + 8).digits(over: 0x3030_3A30_3054_3030, not: 0x0000_FF00_00FF_0000),
      let seconds = word(start + 16).digits(over: 0x5A30_3030_2E30_303A, not: 0xFF00_0000_FF00_00FF),
      let days = Timestamp.days(
        year: date.pair(0) * 100 + date.pair(2), month: date.pair(5), day: hours.pair(0))
    else { return nil }
    let (hour, minute, second) = (hours.pair(3), hours.pair(6), seconds.pair(1))
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + seconds.pair(4) * 10 + seconds.pair(5) % 10
  }
}

extension UInt64 {
  /// Eight bytes with digits where zeros stand in a pattern, each as its value; nil where another byte is not the pattern's.
  /// - Parameter others: all bits of the bytes that are no digits.
  fileprivate func digits(over pattern: UInt64, not others: UInt64) -> UInt64? {
    let digits = self ^ pattern
    let isWrong = (digits | (digits &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 != 0
    return isWrong || digits & others != 0 ? nil : digits
  }

  /// The number that two of eight digits write.
  fileprivate func pair(_ place: Int) -> Int64 {
    Int64(self &>> UInt64(8 * place) & 0xFF) * 10 + Int64(self &>> UInt64(8 * place + 8) & 0xFF)
  }
}

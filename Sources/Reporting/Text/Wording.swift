import Model

/// How counts, shares and times are put into words for a person.
enum Wording {
  /// Grouped by thousands: `18,332`.
  static func number(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    return digits.indices.reduce(into: number < 0 ? "-" : "") { text, index in
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digits[index])
    }
  }

  /// A count with its noun: `1 error`, `12 errors`.
  static func count(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// A count in a column, where a dash is easier to look past than a zero.
  static func cell(_ count: Int) -> String { count == 0 ? "-" : number(count) }

  /// A percentage to one decimal; it never says none or all of what is some.
  static func share(_ part: Int, of whole: Int) -> String {
    let tenths = (part * 1000 + whole / 2) / whole
    if part > 0, tenths == 0 { return "<0.1%" }
    if part < whole, tenths >= 1000 { return ">99.9%" }
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// UTC to the second: `2026-11-22 06:00:00`.
  static func second(_ time: Timestamp) -> String {
    let text = time.description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))"
  }

  /// UTC to the minute: `2026-11-22 06:00`.
  static func minute(_ time: Timestamp) -> String { String(second(time).prefix(16)) }

  /// The severities that there are: `3 errors, 1 warning, 8 info`.
  static func severities(_ counts: FindingTally.Counts) -> String {
    [(counts.error, "error"), (counts.warning, "warning"), (counts.info, "info")]
      .filter { $0.0 > 0 }
      .map { $0.1 == "info" ? "\(number($0.0)) info" : count($0.0, $0.1) }
      .joined(separator: ", ")
  }

  /// Names with their counts, the most numerous first: `slow-reply (8), duplicate-reply (4)`.
  static func ranked(_ counts: [String: Int], atMost limit: Int = 8) -> String {
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return list(sorted.map { "\($0.key) (\(number($0.value)))" }, atMost: limit)
  }

  static func list(_ names: [String], atMost limit: Int) -> String {
    let shown = names.prefix(limit).joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(number(names.count - limit)) more" : shown
  }
}

import Model

/// A number by which a recorder tells a moment: seconds since 1970, as Splunk and GELF write them, with a fraction or without;
/// milliseconds; or microseconds and nanoseconds, as journald and Loki do. How many digits it has tells which.
struct EpochTime {
  let moment: Timestamp

  /// Before this, in 1973, a number is no count of milliseconds that a recorder wrote.
  static let earliestMilliseconds: Int64 = 100_000_000_000

  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.allSatisfy(\.isDigit) }),
      let whole = Int64(Substring(parts[0])), whole > 0
    else { return nil }
    let milliseconds: Int64
    switch parts[0].count {
    case 9...11:
      let fraction = parts.count == 2 ? String(Substring(parts[1].prefix(3))) : ""
      let digits = fraction + String(repeating: "0", count: 3 - fraction.utf8.count)
      milliseconds = whole * 1000 + (Int64(digits) ?? 0)
    case 12...14: milliseconds = whole
    case 15...17: milliseconds = whole / 1000
    case 18...19: milliseconds = whole / 1_000_000
    default: return nil
    }
    guard let moment = Timestamp(milliseconds: milliseconds) else { return nil }
    self.moment = moment
  }
}

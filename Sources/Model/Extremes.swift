/// The earliest of the moments folded into it, in eight bytes; order and repeats change nothing.
public struct Earliest: Hashable, Sendable {
  private var raw = Int64.max
  public init(_ moment: Timestamp? = nil) { raw = moment?.milliseconds ?? .max }
  public var moment: Timestamp? { Timestamp(milliseconds: raw) }
  public mutating func fold(_ moment: Timestamp?) { if let moment { raw = min(raw, moment.milliseconds) } }
  public mutating func fold(_ other: Earliest) { raw = min(raw, other.raw) }
}

/// The latest of the moments folded into it, in eight bytes; order and repeats change nothing.
public struct Latest: Hashable, Sendable {
  private var raw = Int64.min
  public init(_ moment: Timestamp? = nil) { raw = moment?.milliseconds ?? .min }
  public var moment: Timestamp? { Timestamp(milliseconds: raw) }
  public mutating func fold(_ moment: Timestamp?) { if let moment { raw = max(raw, moment.milliseconds) } }
  public mutating func fold(_ other: Latest) { raw = max(raw, other.raw) }
}

/// From when to when something was seen: what receipts, typing and coverage fold into.
public struct Extent: Hashable, Sendable {
  public var earliest = Earliest()
  public var latest = Latest()
  public init() {}

  public mutating func fold(_ moment: Timestamp?) {
    earliest.fold(moment)
    latest.fold(moment)
  }

  public mutating func fold(_ other: Extent) {
    earliest.fold(other.earliest)
    latest.fold(other.latest)
  }

  /// The milliseconds from the first to the last sighting; nil where there was none.
  public var milliseconds: Int64? {
    guard let first = earliest.moment, let last = latest.moment else { return nil }
    return last.milliseconds(since: first)
  }

  /// Whether either end lies in the range: the middle is not kept.
  public func touches(_ range: ClosedRange<Timestamp>) -> Bool {
    [earliest.moment, latest.moment].contains { $0.map(range.contains) ?? false }
  }
}

/// How far a zone's clocks are from UTC, and from when on: what turns a written time without a zone into a moment.
public struct ZoneRules: Sendable, Equatable {
  /// One change of the clocks.
  public struct Change: Sendable, Equatable {
    /// Epoch milliseconds.
    public let from: Int64
    public let offsetMilliseconds: Int64

    public init(from: Int64, offsetMilliseconds: Int64) {
      self.from = from
      self.offsetMilliseconds = offsetMilliseconds
    }
  }

  public static let utc = ZoneRules(initialOffsetMilliseconds: 0, changes: [])

  private let initialOffset: Int64
  private let changes: [Change]

  /// - Parameters:
  ///   - initialOffsetMilliseconds: before the first change, east of UTC.
  ///   - changes: in the order of time.
  public init(initialOffsetMilliseconds: Int64, changes: [Change]) {
    initialOffset = initialOffsetMilliseconds
    self.changes = changes
  }

  /// The moment at which clocks show this time, both in milliseconds. Of an hour that comes twice the first is meant; a
  /// time in an hour that is left out is read by the clocks before it.
  public func moment(ofLocal local: Int64) -> Int64 {
    var offset = initialOffset
    for change in changes {
      // The clocks as they were show this or a later time when they are changed: it lies before.
      if local - offset < change.from { break }
      let later = local - change.offsetMilliseconds
      if later < change.from { break }
      offset = change.offsetMilliseconds
    }
    return local - offset
  }
}

/// Moments at which something came over a program's socket, whatever it was: of each minute the first and the last, so that a socket
/// that is never still takes no more room than one that is. Order and repeats change nothing.
public struct LifeSigns: Hashable, Sendable {
  /// Whose socket: a user's, or, where nothing names one, that of the program that wrote an input.
  public struct Owner: Hashable, Sendable {
    public let agent: Identifier
    public let input: Int

    public init(_ agent: Identifier, input: Int) {
      self.agent = agent
      self.input = agent.isAbsent ? input : -1
    }
  }

  /// Milliseconds of a minute.
  private struct Span: Hashable {
    var first: UInt16
    var last: UInt16
  }

  public static let minuteLength: UInt64 = 60_000
  /// By the milliseconds at which they began.
  private var minutes: [Int64: Span] = [:]

  public init() {}

  public var isEmpty: Bool { minutes.isEmpty }

  /// When the minute of a moment began, in milliseconds since 1970.
  public static func minute(of moment: Timestamp) -> Int64 {
    moment.milliseconds.floorDivided(by: Int64(minuteLength)) * Int64(minuteLength)
  }

  public mutating func fold(_ moment: Timestamp) {
    let minute = Self.minute(of: moment)
    let offset = UInt16(truncatingIfNeeded: moment.milliseconds - minute)
    fold(Span(first: offset, last: offset), minute)
  }

  private mutating func fold(_ span: Span, _ minute: Int64) {
    guard var known = minutes[minute] else {
      minutes[minute] = span
      return
    }
    known.first = min(known.first, span.first)
    known.last = max(known.last, span.last)
    minutes[minute] = known
  }

  public mutating func join(_ other: LifeSigns) {
    if minutes.isEmpty {
      minutes = other.minutes
      return
    }
    for (minute, span) in other.minutes { fold(span, minute) }
  }

  /// From the first to the last moment of each minute, sorted.
  public var spans: [ClosedRange<Timestamp>] {
    minutes.sorted { $0.key < $1.key }.compactMap { minute, span in
      guard let first = Timestamp(milliseconds: minute + Int64(span.first)),
        let last = Timestamp(milliseconds: minute + Int64(span.last))
      else { return nil }
      return first...last
    }
  }
}

public import Model

/// A span in which a bot's program had no connection.
public struct Outage: Sendable, Hashable {
  public var began: Timestamp
  /// When the program was connected again, or gave another sign of life; nil where it never did before its log ends.
  public var ended: Timestamp?
  /// The socket's close code; nil where it did not close by itself.
  public var closeCode: Int32?
  /// An exception that nobody caught ended the program.
  public var crashed = false
  /// The program was started in it.
  public var restarted = false
  /// Attempts to connect that were announced or failed.
  public var attempts = 0
  /// The last thing that went wrong, where a log tells.
  public var lastFailure: AgentEvent?
  /// Conversations or messages were subscribed to after it; rings tell of new conversations only.
  public var resubscribed = false
  /// The smallest place that tells of it.
  public var evidence: Evidence

  init(began: Timestamp, evidence: Evidence) {
    self.began = began
    self.evidence = evidence
  }

  /// Milliseconds until it ended, or until a moment where it did not.
  public func milliseconds(until end: Timestamp?) -> Int64? {
    (ended ?? end).map { max(0, $0.milliseconds(since: began)) }
  }

  public func contains(_ moment: Timestamp) -> Bool { moment >= began && ended.map { moment < $0 } ?? true }
}

/// A request of a program's own and the answer it got, settled while its stream was read.
public struct Exchange: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    /// A message sent.
    case publish
    /// The dialog's messages asked for.
    case query
    /// A ring accepted.
    case acceptRing
  }

  public enum Outcome: Sendable, Hashable {
    /// The stream went on without an answer.
    case unanswered
    /// The stream ended too soon to tell.
    case unknown
    /// An HTTP-like code; the Connector API's `"OK"` is 200.
    case answered(Int32)

    /// The SDK hands an error to its caller where the code is above 399.
    public var isRefusal: Bool { if case .answered(let code) = self { code > 399 } else { false } }
    public var isSuccess: Bool { if case .answered(let code) = self { code <= 399 } else { false } }
    public var code: Int32? { if case .answered(let code) = self { code } else { nil } }
  }

  public var kind: Kind
  public var outcome: Outcome
  public var evidence: Evidence
  /// Time of the log, or of the stream's last frame that had one.
  public var time: Timestamp?
  public var dialog: UInt16
  /// On whose side the stream is: `consumer`, `agent`, or `unknown`.
  public var side: Role
  /// Messages in a query's answer.
  public var items: Int32 = 0
  /// What was published.
  public var content = ContentKind.unknown
  public var text = TextState.none
  public var counts = TextCounts(utf16: 0, scalars: 0, graphemes: 0, utf8: 0)
  /// The sequence that the answer gave.
  public var sequence: Int32?

  public init(kind: Kind, outcome: Outcome, evidence: Evidence, time: Timestamp?, dialog: UInt16, side: Role) {
    self.kind = kind
    self.outcome = outcome
    self.evidence = evidence
    self.time = time
    self.dialog = dialog
    self.side = side
  }
}

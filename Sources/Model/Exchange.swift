/// A request of a program's own and the answer it got, settled while its stream was read.
public struct Exchange: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    /// A message sent.
    case publish
    /// The dialog's messages asked for.
    case query
    /// A ring accepted.
    case acceptRing
    /// Somebody asked to be in the conversation, in the role `askedRole`.
    case join
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
  /// When the recorder wrote the request; nil where it wrote no time.
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
  /// Who asked, where the stream tells: an index into the conversation's participants, or `Message.unknownSender`.
  public var sender = Message.unknownSender
  /// Asked for, of `join`: manager, reader or assigned agent.
  public var askedRole = Role.unknown
  /// The answer said something beside its code.
  public var hasReason = false

  public init(kind: Kind, outcome: Outcome, evidence: Evidence, time: Timestamp?, dialog: UInt16, side: Role) {
    self.kind = kind
    self.outcome = outcome
    self.evidence = evidence
    self.time = time
    self.dialog = dialog
    self.side = side
  }

  /// By place; exchanges of one place by all they say, so that equal ones come to stand together.
  func precedes(_ other: Exchange) -> Bool {
    if evidence != other.evidence { return evidence < other.evidence }
    let mine = (kind.rawValue, time?.milliseconds ?? .min, outcome.order, items, sequence ?? .min, side)
    let theirs = (
      other.kind.rawValue, other.time?.milliseconds ?? .min, other.outcome.order, other.items, other.sequence ?? .min,
      other.side
    )
    if mine != theirs { return mine < theirs }
    let said = (content, text, counts.utf16, counts.scalars, counts.graphemes, counts.utf8)
    let saidThere = (
      other.content, other.text, other.counts.utf16, other.counts.scalars, other.counts.graphemes, other.counts.utf8
    )
    if said != saidThere { return said < saidThere }
    let asked = (askedRole, hasReason ? 1 : 0, sender, dialog)
    return asked < (other.askedRole, other.hasReason ? 1 : 0, other.sender, other.dialog)
  }
}

extension Exchange.Outcome {
  fileprivate var order: Int64 {
    switch self {
    case .unanswered: .min
    case .unknown: .min + 1
    case .answered(let code): Int64(code)
    }
  }
}

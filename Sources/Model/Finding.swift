public enum Severity: String, Sendable, CaseIterable, Comparable {
  case info, warning, error

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  private var rank: Int { self == .info ? 0 : self == .warning ? 1 : 2 }
}

public enum Confidence: String, Sendable, CaseIterable, Comparable {
  case low, medium, high

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  private var rank: Int { self == .low ? 0 : self == .medium ? 1 : 2 }
}

/// A value of a finding's details.
public enum DetailValue: Sendable, Hashable {
  case text(String)
  case integer(Int64)
  case flag(Bool)
  case none
}

/// One problem found, in the columns that every report has.
public struct Finding: Sendable {
  /// One English sentence; a type of its own, so that a detector's words stand together at its file's end.
  public struct Message: Sendable, ExpressibleByStringInterpolation {
    public let text: String
    public init(stringLiteral text: String) { self.text = text }
  }

  /// When the problem happened; server time where the log has it.
  public var time: Timestamp?
  public var severity: Severity
  public var detector: String
  public var cause: String
  public var confidence: Confidence
  public var account: String?
  public var conversation: String?
  public var dialog: String?
  public var channel: String?
  public var skill: String?
  public var bot: String?
  public var sequence: Int64?
  public var summary: String
  public var metric: String?
  public var value: Int64?
  public var threshold: Int64?
  /// Where it was seen; the run turns it into `source` and `record`.
  public var evidence: Evidence?
  /// Other places that it rests on: where the clock of one of them was guessed, the finding is less sure.
  public var restsOn: [Evidence] = []
  public var source: String?
  public var record: Int?
  public var remedy: String
  public var documentation: String
  public var fingerprint: String
  /// The detector's own fields, the same keys in the same order for every finding of a detector.
  public var details: [(key: String, value: DetailValue)]
  /// The beginning of the message, only where the user asked for it.
  public var excerpt: String?

  public init(
    time: Timestamp?, severity: Severity, detector: String, cause: String, confidence: Confidence, summary: Message,
    remedy: String, documentation: String, fingerprint: String
  ) {
    self.time = time
    self.severity = severity
    self.detector = detector
    self.cause = cause
    self.confidence = confidence
    self.summary = summary.text
    self.remedy = remedy
    self.documentation = documentation
    self.fingerprint = fingerprint
    details = []
  }

  /// By time (none last), then conversation, detector, fingerprint: a total order, since fingerprints differ.
  public static func reportOrder(_ left: Finding, _ right: Finding) -> Bool {
    let leftTime = left.time?.milliseconds ?? .max
    let rightTime = right.time?.milliseconds ?? .max
    if leftTime != rightTime { return leftTime < rightTime }
    return (left.conversation ?? "", left.detector, left.fingerprint)
      < (right.conversation ?? "", right.detector, right.fingerprint)
  }
}

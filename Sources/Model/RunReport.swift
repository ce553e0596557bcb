/// What a run was and saw: everything a report holds beside its findings.
public struct RunReport: Sendable {
  public var toolVersion: String
  public var isComplete: Bool
  public var exitCode: Int32
  /// From the first to the last moment that the inputs speak of.
  public var coverage: Extent
  /// The moment at which the log ends, for everything that waits.
  public var asOf: Timestamp?
  /// Settings that differ from their defaults, by full key, as the user would write them.
  public var settings: [(key: String, value: String)]
  public var inputs: [InputSummary]
  public var conversations: Int
  public var messages: Int
  public var bots: [String]
  public var detectors: [DetectorTally]
  /// What the reader should know first.
  public var notices: [String]
  public var includesExcerpts: Bool

  public init(
    toolVersion: String, isComplete: Bool, exitCode: Int32, coverage: Extent, asOf: Timestamp?,
    settings: [(key: String, value: String)], inputs: [InputSummary], conversations: Int, messages: Int, bots: [String],
    detectors: [DetectorTally], notices: [String], includesExcerpts: Bool
  ) {
    self.toolVersion = toolVersion
    self.isComplete = isComplete
    self.exitCode = exitCode
    self.coverage = coverage
    self.asOf = asOf
    self.settings = settings
    self.inputs = inputs
    self.conversations = conversations
    self.messages = messages
    self.bots = bots
    self.detectors = detectors
    self.notices = notices
    self.includesExcerpts = includesExcerpts
  }
}

/// One detector's count over a run.
public struct DetectorTally: Sendable {
  public var id: String
  /// What it judges: `conversationsAffected` and the like count these.
  public var unit = DetectorInfo.Unit.conversations
  public var findings: [Severity: Int] = [:]
  public var conversationsAffected = 0
  /// Conversations that the detector could judge.
  public var conversationsJudged = 0
  /// Conversations whose verdict lies beyond the end, or before the beginning, of what was read.
  public var undecided = 0
  /// Conversations in which no input could have shown the problem, by reason.
  public var notApplicable: [String: Int] = [:]

  public init(id: String) { self.id = id }
}

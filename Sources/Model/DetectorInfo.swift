/// All that is written about a detector: lists, explanations, the documentation page and the tests are made of it.
public struct DetectorInfo: Sendable {
  public var id: String
  /// What it finds: one sentence.
  public var summary: String
  /// The symptom as users tell it, and what lies behind it.
  public var symptom: String
  /// The severities it gives, and when.
  public var severity: String
  public var causes: [Cause]
  /// Which inputs can show the problem, and what each cannot.
  public var inputs: String
  /// What it can find the problem in: any of these.
  public var judgesFrom: Set<FactKind>
  /// What looks like the problem and is not.
  public var notFlagged: [String]
  /// What holds a finding back although all else speaks for it.
  public var guards: [Guard]
  /// What it judges, and is counted in.
  public var unit: Unit
  public var settings: [SettingInfo]
  public var remedy: String
  public var documentation: String
  public var examples: [Example]

  public struct Cause: Sendable {
    public let id: String
    public let meaning: String
    public let remedy: String

    public init(_ id: String, _ meaning: String, remedy: String) {
      self.id = id
      self.meaning = meaning
      self.remedy = remedy
    }
  }

  /// Something that can hold a finding back.
  public struct Guard: Sendable {
    public let id: String
    /// What is not reported, as a sentence.
    public let meaning: String

    public init(_ id: String, _ meaning: String) {
      self.id = id
      self.meaning = meaning
    }
  }

  public enum Unit: String, Sendable {
    case conversations, bots
  }

  /// A transcript whose lines with a flag, and no others, the detector finds.
  public struct Example: Sendable {
    public let title: String
    public let transcript: String

    public init(_ title: String, _ transcript: String) {
      self.title = title
      self.transcript = transcript
    }
  }

  public init(
    id: String, summary: String, symptom: String, severity: String, causes: [Cause], inputs: String,
    judgesFrom: Set<FactKind>, notFlagged: [String], guards: [Guard] = [], unit: Unit = .conversations,
    settings: [SettingInfo], remedy: String, documentation: String, examples: [Example]
  ) {
    self.id = id
    self.summary = summary
    self.symptom = symptom
    self.severity = severity
    self.causes = causes
    self.inputs = inputs
    self.judgesFrom = judgesFrom
    self.notFlagged = notFlagged
    self.guards = guards
    self.unit = unit
    self.settings = settings
    self.remedy = remedy
    self.documentation = documentation
    self.examples = examples
  }
}

/// One setting: its key, its default as the user would write it, and what it means, units included.
public struct SettingInfo: Sendable {
  public let key: String
  public let defaultValue: String
  public let meaning: String

  public init(_ key: String, default defaultValue: String, _ meaning: String) {
    self.key = key
    self.defaultValue = defaultValue
    self.meaning = meaning
  }
}

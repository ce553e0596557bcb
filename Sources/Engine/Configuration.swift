public import Model

/// Everything a run is asked for, checked and complete: command line over configuration file over defaults.
public struct Configuration: Sendable {
  public struct Output: Sendable, Equatable {
    public var format: String
    public var path: String

    public init(format: String, path: String) {
      self.format = format
      self.path = path
    }
  }

  public struct Setting: Sendable, Equatable {
    public var detector: String
    public var key: String
    public var value: String

    public init(detector: String, key: String, value: String) {
      self.detector = detector
      self.key = key
      self.value = value
    }
  }

  public var paths: [InputPath] = []
  /// Files that say what is asked for, which no report may overwrite either.
  public var instructions: [InputPath] = []
  /// What goes to standard output; `none` for nothing.
  public var format = "text"
  public var outputs: [Output] = []
  /// Only these detectors; all if empty.
  public var only: [String] = []
  public var except: [String] = []
  /// In order: a later one of the same key wins.
  public var settings: [Setting] = []
  public var bots: Set<String> = []
  public var accounts: Set<String> = []
  public var skills: Set<String> = []
  public var channels: Set<String> = []
  public var since: Timestamp?
  public var until: Timestamp?
  public var asOf: Timestamp?
  /// The zone of times that have none; nil where the user named none.
  public var timeZone: NamedZone?
  public var minimumSeverity = Severity.info
  /// Nil: findings alone never fail a run.
  public var failOn: Severity?
  /// CSV with a byte-order mark and CRLF.
  public var isForExcel = false
  /// What stands between the cells of CSV.
  public var delimiter = UInt8(ascii: ",")
  public var isStrict = false
  /// Characters of each message to show; 0 shows no text.
  public var excerptLength = 0
  public var recordLimit = 16 << 20
  public var jobs = 1

  public init() {}
}

/// Settings that cannot be meant; the message is one line that says what would do.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

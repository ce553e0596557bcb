import ArgumentParser
import Engine
import Model

/// When something is shown: on a terminal only, always, never.
enum Showing: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// The options of every command that runs the detectors.
struct RunOptions: ParsableArguments {
  @OptionGroup var inputs: InputOptions

  @Option(
    name: [.customShort("f", allowingJoined: true), .long],
    help: "What goes to standard output: \(ReportNames.listed), none (default: text).")
  var format: String?

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: "Also write a report here: the extension names the format, or <format>=<path>. Repeatable.")
  var output: [String] = []

  @Flag(help: "CSV for spreadsheet programs: with a byte-order mark and CRLF.")
  var excel = false

  @Option(help: "What stands between the cells of CSV: one character, or tab (default: a comma).")
  var delimiter: String?

  @OptionGroup var judging: JudgingOptions

  @Option(help: "Show only findings of this account. Repeatable.")
  var account: [String] = []

  @Option(help: "Show only findings of this skill. Repeatable.")
  var skill: [String] = []

  @Option(help: "Show only findings of this channel. Repeatable.")
  var channel: [String] = []

  @Option(help: "Show only findings from this time on (RFC 3339, or a date; in --time-zone where it has none).")
  var since: String?

  @Option(help: "Show only findings before this time; a date is its beginning.")
  var until: String?

  @Option(
    name: .customLong("as-of"), help: "When the export was taken: where the log ends (default: newest time in it).")
  var asOf: String?

  @Option(name: .customLong("min-severity"), help: "Leave lesser findings out of the reports: info, warning, error.")
  var minSeverity: SeverityArgument?

  @Option(
    name: .customLong("fail-on"), help: "Exit 1 if a finding is at least this severe: none, info, warning, error.")
  var failOn: FailureLimit?

  @Flag(help: "An unreadable record also makes the run incomplete (exit 2).")
  var strict = false

  @Option(name: .customLong("include-text"), help: "Add a column with up to this many characters of each message.")
  var includeText: Int?

  @Option(help: "Show progress on standard error: auto, always, never.")
  var progress: Showing = .auto

  @Option(help: "Colours on standard error: auto, always, never.")
  var color: Showing = .auto

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but what cannot be written.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "List every problem on standard error.")
  var verbose = false

  /// The configuration that the command line and the configuration file make together.
  /// - Throws: where either cannot be meant.
  func configuration() throws -> Configuration {
    var configuration = try judging.configuration()
    try inputs.apply(to: &configuration)
    if let format { configuration.format = format }
    guard configuration.format == "none" || ReportNames.all.contains(configuration.format) else {
      throw ValidationError("There is no format '\(configuration.format)'; there are: \(ReportNames.listed), none.")
    }
    configuration.outputs = try ReportNames.outputs(output)
    try judging.apply(to: &configuration)
    configuration.accounts = Set(account)
    configuration.skills = Set(skill)
    configuration.channels = Set(channel)
    configuration.since = try since.map { try Self.time($0, "--since", configuration) }
    configuration.until = try until.map { try Self.time($0, "--until", configuration) }
    if let since, let until, let first = configuration.since, let end = configuration.until, first >= end {
      throw ValidationError("--since \(since) --until \(until): nothing can be from the one on and before the other.")
    }
    configuration.asOf = try asOf.map { try Self.time($0, "--as-of", configuration) }
    if excel { configuration.isForExcel = true }
    if let delimiter { configuration.delimiter = try ReportNames.delimiter(delimiter) }
    if let minSeverity { configuration.minimumSeverity = minSeverity.severity }
    if let failOn { configuration.failOn = failOn.severity }
    configuration.isStrict = configuration.isStrict || strict
    configuration.excerptLength = try InputOptions.number(includeText, "--include-text", 0...100_000) ?? 0
    return configuration
  }

  /// - Parameter configuration: whose zone is that of a time without one.
  static func time(_ text: String, _ option: String, _ configuration: Configuration) throws -> Timestamp {
    guard let time = TimeArgument.parse(text, in: configuration.timeZone?.rules ?? .utc) else {
      throw ValidationError(
        "\(option) \(text): a time such as 2026-03-02T18:00:00Z or a date such as 2026-03-02 is wanted.")
    }
    return time
  }
}

struct SeverityArgument: ExpressibleByArgument {
  let severity: Severity

  init?(argument: String) {
    guard let severity = Severity(rawValue: argument) else { return nil }
    self.severity = severity
  }
}

/// The severity from which findings fail a run; `none` for never.
struct FailureLimit: ExpressibleByArgument {
  let severity: Severity?

  init?(argument: String) {
    severity = Severity(rawValue: argument)
    if severity == nil, argument != "none" { return nil }
  }
}

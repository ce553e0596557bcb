import Detection
import Ingest
public import Model
import Synchronization

/// One run, from paths to reports. The data flows one way:
///
///     paths -> inputs -> facts -> knowledge -> findings -> report order -> reports
public struct Run: Sendable {
  let configuration: Configuration
  let suite: DetectorSuite
  private let files: TemporaryFiles
  private let progress: @Sendable (_ done: Int, _ of: Int) -> Void

  /// - Parameters:
  ///   - files: knows the reports that are not finished.
  ///   - progress: told when an input is done.
  /// - Throws: where a setting is none that a detector has; nothing has been read then.
  public init(
    _ configuration: Configuration, files: TemporaryFiles = TemporaryFiles(),
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(ConfigurationError) {
    self.configuration = configuration
    self.files = files
    self.progress = progress
    suite = try DetectorSuite(configuration)
  }

  /// Reads everything, judges everything, and writes the reports.
  public func callAsFunction() async -> RunResult {
    let inputs = InputList(configuration)
    let reading = await read(inputs)
    let knowledge = await Knowledge(
      reading.facts, shared: suite.shared, listedBots: configuration.bots, asOf: configuration.asOf,
      jobs: configuration.jobs)
    let verdicts = await suite.judge(reading.facts.conversations, knowledge, jobs: configuration.jobs)
    let findings = ReportOrder(verdicts, configuration).findings(from: reading.inputs)
    let summary = RunSummary(configuration, suite, knowledge, reading, verdicts, findings)
    let failures = await ReportOutput(configuration, inputs, files).write(findings, summary.report)
    return RunResult(
      report: summary.report, findings: findings, requestNotices: summary.requestNotices, failures: failures,
      facts: reading.facts)
  }

  /// Reads the inputs side by side. Their facts are joined in the order of the inputs: a join of any other order would give the
  /// same facts, but not in the same places.
  func read(_ list: InputList) async -> Reading {
    var reading = Reading(inputs: list.unreadable)
    let options = suite.readingOptions(configuration)
    // Fewer inputs than workers: a large one is read by several.
    let workers = configuration.jobs / max(1, list.paths.count)
    await withTaskGroup(of: (Int, Parcel<FactStore>, InputSummary).self) { group in
      var waiting = list.paths.enumerated().makeIterator()
      var done: [Int: (Parcel<FactStore>, InputSummary)] = [:]
      func start(_ next: (offset: Int, element: InputPath)?) {
        guard let next else { return }
        group.addTask {
          let (facts, summary) = await InputReader.read(
            path: next.element, input: next.offset, options: options, workers: workers)
          return (next.offset, Parcel(facts), summary)
        }
      }
      for _ in 0..<configuration.jobs { start(waiting.next()) }
      var joined = 0
      while let (index, facts, summary) = await group.next() {
        done[index] = (facts, summary)
        start(waiting.next())
        while let (facts, summary) = done.removeValue(forKey: joined) {
          reading.add(facts.take() ?? FactStore(), summary)
          joined += 1
          progress(joined, list.paths.count)
        }
      }
    }
    reading.facts.settle()
    return reading
  }
}

/// Something large that a task hands over. Its result is held a little longer by the task itself, and what is held twice is copied
/// when it changes: whoever takes it out of a parcel has it alone.
private final class Parcel<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: Value) { self.value = Mutex(value) }

  func take() -> Value? {
    value.withLock { held in
      var value: Value?
      swap(&value, &held)
      return value
    }
  }
}

/// What was read: the facts of all inputs, and the account of each.
struct Reading {
  var facts = FactStore()
  private(set) var inputs: [InputSummary] = []
  /// Paths that no input came of.
  private(set) var unreadable: [InputSummary]

  init(inputs unreadable: [InputSummary]) { self.unreadable = unreadable }

  mutating func add(_ facts: consuming FactStore, _ summary: InputSummary) {
    if inputs.isEmpty { self.facts = facts } else { self.facts.join(facts) }
    inputs.append(summary)
  }

  /// Every input and every path that was none, by path.
  var all: [InputSummary] { (inputs + unreadable).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
}

/// How a run ended.
public struct RunResult: Sendable {
  public let report: RunReport
  public let findings: [Finding]
  /// Where what was asked for does not fit what was read, one line each; the report says so, too, if it can.
  public let requestNotices: [String]
  /// Reports that could not be written, one line each.
  public let failures: [String]
  /// What all of it was judged from.
  let facts: FactStore

  public var exitCode: Int32 { failures.isEmpty ? report.exitCode : ExitCode.incomplete }
}

/// What the exit codes mean; a higher one outranks a lower.
public enum ExitCode {
  public static let success: Int32 = 0
  /// Findings at or above `--fail-on`; a conversation to explain that nothing speaks of.
  public static let findings: Int32 = 1
  /// An input or a report is missing or damaged, or something unexpected went wrong.
  public static let incomplete: Int32 = 2
  /// The command line or a file of settings is wrong; nothing was read (EX_USAGE of sysexits.h).
  public static let usage: Int32 = 64
}

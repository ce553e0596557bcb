import Model

@testable import Reporting

/// Made-up runs and findings, and what a format writes about them.
enum SampleReport {
  static let emptyRun = RunReport(
    toolVersion: "1.2.3", isComplete: true, exitCode: 0, coverage: Extent(), asOf: nil, settings: [], inputs: [],
    conversations: 0, messages: 0, bots: [], detectors: [], notices: [], includesExcerpts: false)

  /// A run with everything in it once, and incomplete.
  static var fullRun: RunReport {
    var run = emptyRun
    run.isComplete = false
    run.exitCode = 2
    run.coverage.fold(time(0))
    run.coverage.fold(time(3_600_000))
    run.asOf = time(7_200_000)
    run.settings = [("slow-reply.warn_seconds", "20"), ("bots", "a, b")]
    var whole = InputSummary(path: "a.jsonl")
    whole.recordsByLayout = ["socket": 7, "history": 5]
    whole.bytes = 4096
    whole.records = 12
    whole.ignored = ["typing": 3, "presence": 1]
    for record in 1...21 {
      whole.add(Problem(.malformedJSON, record: record, byteOffset: record * 10, message: "Bad."))
    }
    var cut = InputSummary(path: "b.gz")
    cut.add(Problem(.truncatedGzip, message: "Cut."))
    run.inputs = [whole, cut]
    run.conversations = 7
    run.messages = 41
    run.bots = ["bot-1"]
    var tally = DetectorTally(id: "slow-reply")
    tally.findings = [.error: 1]
    tally.conversationsAffected = 2
    tally.conversationsJudged = 3
    tally.undecided = 1
    tally.notApplicable = ["no times": 2, "no bot": 1]
    run.detectors = [tally, DetectorTally(id: "silent-one")]
    run.notices = ["Read this first."]
    return run
  }

  /// Milliseconds after 2026-11-22T06:00:00Z.
  static func time(_ milliseconds: Int64) -> Timestamp? { Timestamp(milliseconds: 1_795_327_200_000 + milliseconds) }

  /// A finding in which everything that may be absent is.
  static func bareFinding(
    _ severity: Severity = .warning, detector: String = "slow-reply", cause: String = "slow",
    summary: Finding.Message = "S.", remedy: String = "R.", fingerprint: String = "f-0"
  ) -> Finding {
    Finding(
      time: nil, severity: severity, detector: detector, cause: cause, confidence: .low, summary: summary,
      remedy: remedy, documentation: "https://d", fingerprint: fingerprint)
  }

  /// A finding in which nothing is absent, and each value is one of its kind.
  static var fullFinding: Finding {
    var finding = Finding(
      time: time(5), severity: .error, detector: "slow-reply", cause: "unanswered", confidence: .high,
      summary: "No answer.", remedy: "Answer.", documentation: "https://d", fingerprint: "f-0123456789abcdef")
    finding.account = "acc"
    finding.conversation = "con"
    finding.dialog = "dia"
    finding.channel = "cha"
    finding.skill = "ski"
    finding.bot = "bot"
    finding.sequence = -1
    finding.metric = "wait_ms"
    finding.value = -70_000
    finding.threshold = 60_000
    finding.source = "a.jsonl"
    finding.record = 17
    finding.details = [("line", .text("17:2")), ("count", .integer(-3)), ("own", .flag(true)), ("late", .none)]
    finding.excerpt = "Hello"
    return finding
  }

  static func written(
    by format: any ReportWriter.Type, _ run: RunReport = emptyRun, _ findings: [Finding] = []
  ) -> String {
    written(by: format.init(), run, findings)
  }

  static func written(by writer: any ReportWriter, _ run: RunReport, _ findings: [Finding]) -> String {
    var writer = writer
    var output: [UInt8] = []
    writer.begin(run, into: &output)
    for finding in findings { writer.write(finding, into: &output) }
    writer.end(run, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

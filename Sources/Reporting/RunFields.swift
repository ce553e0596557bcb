import Model

/// What the JSON formats say about a run beside its findings: keys and values, in the order of the reports.
enum RunFields {
  typealias Members = [(key: String, value: ReportValue)]

  static let schema = ReportValue.text("convolint-report/1")

  static func tool(_ run: RunReport) -> ReportValue {
    .object([("name", .text("convolint")), ("version", .text(run.toolVersion))])
  }

  static func run(_ run: RunReport) -> Members {
    [
      ("complete", .flag(run.isComplete)),
      ("exit_code", .integer(Int64(run.exitCode))),
      (
        "coverage",
        .object([
          ("start", ReportValue(run.coverage.earliest.moment)), ("end", ReportValue(run.coverage.latest.moment)),
        ])
      ),
      ("as_of", ReportValue(run.asOf)),
      ("settings", .object(run.settings.map { ($0.key, .text($0.value)) })),
    ]
  }

  static func input(_ input: InputSummary) -> Members {
    let problems = input.problemCounts.map { ($0.key.rawValue, $0.value) }
    return [
      ("path", .text(input.path)),
      ("layouts", .list(input.layouts.sorted().map(ReportValue.text))),
      ("bytes", ReportValue(input.bytes)),
      ("records", ReportValue(input.records)),
      ("ignored", ReportValue(counts: input.ignored)),
      ("problems", ReportValue(counts: Dictionary(uniqueKeysWithValues: problems))),
      ("unrecognized", ReportValue(counts: input.unrecognized)),
    ]
  }

  static func summary(_ run: RunReport) -> Members {
    [
      ("conversations", ReportValue(run.conversations)),
      ("messages", ReportValue(run.messages)),
      ("bots", .list(run.bots.map(ReportValue.text))),
      ("notices", .list(run.notices.map(ReportValue.text))),
      ("detectors", .list(run.detectors.map { .object(detector($0)) })),
    ]
  }

  /// The rate is in basis points, hundredths of a percent, rounded down; absent where nothing could be judged.
  private static func detector(_ tally: DetectorTally) -> Members {
    let judged = tally.conversationsJudged
    return [
      ("detector", .text(tally.id)),
      ("findings", .object(Severity.allCases.map { ($0.rawValue, ReportValue(tally.findings[$0] ?? 0)) })),
      ("conversations_affected", ReportValue(tally.conversationsAffected)),
      ("conversations_judged", ReportValue(judged)),
      ("rate_basis_points", judged == 0 ? .absent : ReportValue(tally.conversationsAffected * 10_000 / judged)),
      ("undecided", ReportValue(tally.undecided)),
      ("not_applicable", ReportValue(counts: tally.notApplicable)),
      ("unit", .text(tally.unit.rawValue)),
    ]
  }

  /// The listed problems of all inputs; `count` is how many of the kind the input has, listed or not.
  static func problems(_ run: RunReport) -> [Members] {
    run.inputs.flatMap { problems(of: $0) }
  }

  static func problems(of input: InputSummary) -> [Members] {
    input.problems.map { problem in
      [
        ("source", .text(input.path)),
        ("record", ReportValue(problem.record)),
        ("byte_offset", ReportValue(problem.byteOffset)),
        ("kind", .text(problem.kind.rawValue)),
        ("message", .text(problem.message)),
        ("count", ReportValue(input.problemCounts[problem.kind])),
      ]
    }
  }
}

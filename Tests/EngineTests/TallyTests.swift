import Model
import Testing

@testable import Engine

/// The numbers of a run's summary fit each other.
struct TallyTests {
  private static let logs = [
    "", "bots", "damaged", "events", "managers", "webhooks", "history/page-1.json", "history/clusters.ndjson",
    "history/replies.ndjson", "bots/logins.ndjson",
  ]

  @Test(arguments: logs) func theyAddUp(log: String) async throws {
    var configuration = Configuration()
    configuration.paths = [InputPath(SampleLogs.path(log))]
    configuration.format = "none"
    configuration.jobs = 2
    let result = await (try Run(configuration))()
    #expect(!result.report.detectors.isEmpty)
    for tally in result.report.detectors {
      let findings = result.findings.filter { $0.detector == tally.id }
      for severity in Severity.allCases {
        #expect(tally.findings[severity, default: 0] == findings.count { $0.severity == severity }, "\(tally.id)")
      }
      #expect(tally.conversationsAffected <= tally.conversationsJudged, "\(tally.id)")
      if tally.unit == .conversations {
        #expect(tally.conversationsAffected == Set(findings.compactMap(\.conversation)).count, "\(tally.id)")
        let others = tally.undecided + tally.notApplicable.values.reduce(0, +)
        #expect(tally.conversationsJudged + others == result.report.conversations, "\(tally.id)")
      }
    }
  }
}

import Detection
import Model
import Testing

@testable import Engine

struct ReportOrderTests {
  private func finding(_ fingerprint: String, at milliseconds: Int64, record: Int) -> Finding {
    var finding = Finding(
      time: Timestamp(milliseconds: milliseconds), severity: .info, detector: "empty-message", cause: "unknown",
      confidence: .low, summary: "made up", remedy: "", documentation: "", fingerprint: fingerprint)
    finding.evidence = Evidence(input: 0, record: record)
    return finding
  }

  /// Two findings of a bot in one minute have one fingerprint; at which places they were seen is a matter of how the log was cut.
  @Test func oneOfEachFingerprintWhateverTheOrder() throws {
    let early = finding("f-a", at: 1000, record: 9)
    let late = finding("f-a", at: 3000, record: 1)
    let between = finding("f-b", at: 2000, record: 5)
    let info = try #require(Catalog.infos.first)
    for findings in [
      [early, late, between], [between, late, early], [late, between, early], [early, between, late],
    ] {
      let verdict = DetectorSuite.Verdict(info: info, examination: Examination(), findings: findings)
      let ordered = ReportOrder([verdict], Configuration()).findings(from: [InputSummary(path: "a.ndjson")])
      #expect(ordered.map(\.record) == [9, 5])
      #expect(ordered.map(\.source) == ["a.ndjson", "a.ndjson"])
    }
  }
}

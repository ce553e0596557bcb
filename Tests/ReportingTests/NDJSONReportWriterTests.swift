import Foundation
import Model
import Testing

@testable import Reporting

@Suite struct NDJSONReportWriterTests {
  private func lines(_ run: RunReport, _ findings: [Finding] = []) -> [String] {
    SampleReport.written(by: NDJSONReportWriter.self, run, findings)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func anEmptyReportIsTheLineOfTheRun() {
    #expect(
      lines(SampleReport.emptyRun) == [
        #"{"type":"run","schema":"convolint-report/1","tool":{"name":"convolint","version":"1.2.3"},"complete":true,"#
          + #""exit_code":0,"coverage":{"start":null,"end":null},"as_of":null,"settings":{},"#
          + #""summary":{"conversations":0,"messages":0,"bots":[],"notices":[],"detectors":[]}}"#
      ])
  }

  @Test func everyLineIsAnObjectWithItsTypeAndTheRunIsLast() throws {
    let written = lines(SampleReport.fullRun, [SampleReport.fullFinding, SampleReport.bareFinding()])
    let types = try written.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["type"] as? String
    }
    let expected = [
      Array(repeating: "finding", count: 2), Array(repeating: "problem", count: 21), ["input", "input", "run"],
    ]
    #expect(types == expected.flatMap { $0 })
  }

  /// The two JSON formats say the same, but that the run's inputs have lines of their own.
  @Test func theLinesCarryWhatTheJSONReportCarries() throws {
    let findings = [SampleReport.fullFinding, SampleReport.bareFinding()]
    let report = SampleReport.written(by: JSONReportWriter.self, SampleReport.fullRun, findings)
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
    var wholeRun = try #require(whole["run"] as? [String: Any])
    let objects = try lines(SampleReport.fullRun, findings).map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    func ofType(_ type: String) -> [[String: Any]] {
      objects.filter { $0["type"] as? String == type }.map { $0.filter { $0.key != "type" } }
    }
    #expect(ofType("finding") as NSArray == whole["findings"] as? NSArray)
    #expect(ofType("problem") as NSArray == whole["problems"] as? NSArray)
    #expect(ofType("input") as NSArray == wholeRun["inputs"] as? NSArray)
    wholeRun["inputs"] = nil
    for key in ["schema", "tool", "summary"] { wholeRun[key] = whole[key] }
    #expect(ofType("run") as NSArray == [wholeRun] as NSArray)
  }

  @Test func keysStandInTheOrderOfTheColumns() {
    let line = lines(SampleReport.emptyRun, [SampleReport.bareFinding()])[0]
    #expect(
      line == #"{"type":"finding","time":null,"severity":"warning","detector":"slow-reply","cause":"slow","#
        + #""confidence":"low","account_id":null,"conversation_id":null,"dialog_id":null,"channel":null,"#
        + #""skill_id":null,"bot_id":null,"sequence":null,"summary":"S.","metric":null,"value":null,"#
        + #""threshold":null,"source":null,"record":null,"remedy":"R.","doc_url":"https://d","#
        + #""fingerprint":"f-0","details":{}}"#)
  }

  @Test func theExcerptIsLastAndOnlyOnRequest() {
    #expect(!lines(SampleReport.emptyRun, [SampleReport.fullFinding])[0].contains("excerpt"))
    var run = SampleReport.emptyRun
    run.includesExcerpts = true
    #expect(lines(run, [SampleReport.fullFinding])[0].hasSuffix(#""late":null},"excerpt":"Hello"}"#))
  }
}

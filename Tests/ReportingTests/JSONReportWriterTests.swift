import Foundation
import Model
import Testing

@testable import Reporting

@Suite struct JSONReportWriterTests {
  static let emptyReport = """
    {
      "schema": "convolint-report/1",
      "tool": {"name":"convolint","version":"1.2.3"},
      "run": {
        "complete": true,
        "exit_code": 0,
        "coverage": {"start":null,"end":null},
        "as_of": null,
        "settings": {},
        "inputs": []
      },
      "summary": {
        "conversations": 0,
        "messages": 0,
        "bots": [],
        "notices": [],
        "detectors": []
      },
      "findings": [],
      "problems": []
    }

    """

  @Test func anEmptyReportHoldsEverything() throws {
    let report = SampleReport.written(by: JSONReportWriter.self)
    #expect(report == Self.emptyReport)
    _ = try JSONSerialization.jsonObject(with: Data(report.utf8))
  }

  @Test func aFullReportIsWrittenLineByLine() {
    let report = SampleReport.written(
      by: JSONReportWriter.self, SampleReport.fullRun, [SampleReport.fullFinding, SampleReport.bareFinding()])
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = #"""
      {
        "schema": "convolint-report/1",
        "tool": {"name":"convolint","version":"1.2.3"},
        "run": {
          "complete": false,
          "exit_code": 2,
          "coverage": {"start":"2026-11-22T06:00:00.000Z","end":"2026-11-22T07:00:00.000Z"},
          "as_of": "2026-11-22T08:00:00.000Z",
          "settings": {"slow-reply.warn_seconds":"20","bots":"a, b"},
          "inputs": [
            {"path":"a.jsonl","layouts":["history","socket"],"bytes":4096,"records":12,"ignored":{"presence":1,"typing":3},"problems":{"malformed-json":21},"unrecognized":{}},
            {"path":"b.gz","layouts":[],"bytes":0,"records":0,"ignored":{},"problems":{"truncated-gzip":1},"unrecognized":{}}
          ]
        },
        "summary": {
          "conversations": 7,
          "messages": 41,
          "bots": ["bot-1"],
          "notices": ["Read this first."],
          "detectors": [
            {"detector":"slow-reply","findings":{"info":0,"warning":0,"error":1},"conversations_affected":2,"conversations_judged":3,"rate_basis_points":6666,"undecided":1,"not_applicable":{"no bot":1,"no times":2},"unit":"conversations"},
            {"detector":"silent-one","findings":{"info":0,"warning":0,"error":0},"conversations_affected":0,"conversations_judged":0,"rate_basis_points":null,"undecided":0,"not_applicable":{},"unit":"conversations"}
          ]
        },
        "findings": [
          {"time":"2026-11-22T06:00:00.005Z","severity":"error","detector":"slow-reply","cause":"unanswered","confidence":"high","account_id":"acc","conversation_id":"con","dialog_id":"dia","channel":"cha","skill_id":"ski","bot_id":"bot","sequence":-1,"summary":"No answer.","metric":"wait_ms","value":-70000,"threshold":60000,"source":"a.jsonl","record":17,"remedy":"Answer.","doc_url":"https://d","fingerprint":"f-0123456789abcdef","details":{"line":"17:2","count":-3,"own":true,"late":null}},
          {"time":null,"severity":"warning","detector":"slow-reply","cause":"slow","confidence":"low","account_id":null,"conversation_id":null,"dialog_id":null,"channel":null,"skill_id":null,"bot_id":null,"sequence":null,"summary":"S.","metric":null,"value":null,"threshold":null,"source":null,"record":null,"remedy":"R.","doc_url":"https://d","fingerprint":"f-0","details":{}}
        ],
        "problems": [
          {"source":"a.jsonl","record":1,"byte_offset":10,"kind":"malformed-json","message":"Bad.","count":21},
      """#.split(separator: "\n").map(String.init)
    #expect(Array(lines.prefix(head.count)) == head)
    let tail = #"""
          {"source":"a.jsonl","record":20,"byte_offset":200,"kind":"malformed-json","message":"Bad.","count":21},
          {"source":"b.gz","record":null,"byte_offset":null,"kind":"truncated-gzip","message":"Cut.","count":1}
        ]
      }

      """#.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(Array(lines.suffix(tail.count)) == tail)
    #expect(lines.count == head.count + 18 + tail.count)
  }

  @Test func nastyTextIsReadBackAsItWas() throws {
    let nasty = "\"\\\u{0}\u{1B}[31m\r\n\t\u{85}\u{2028}\u{202E}=1,é👩‍👧"
    var run = SampleReport.emptyRun
    run.includesExcerpts = true
    run.settings = [(nasty, nasty)]
    var finding = SampleReport.bareFinding(summary: Finding.Message(stringLiteral: nasty))
    finding.excerpt = nasty
    finding.details = [(nasty, .text(nasty))]
    let report = SampleReport.written(by: JSONReportWriter.self, run, [finding, SampleReport.bareFinding()])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
    let settings = (object["run"] as? [String: Any])?["settings"] as? [String: String]
    #expect(settings == [nasty: nasty])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings[0]["summary"] as? String == nasty)
    #expect(findings[0]["excerpt"] as? String == nasty)
    #expect(findings[0]["details"] as? [String: String] == [nasty: nasty])
    #expect(findings[1]["excerpt"] is NSNull)
    #expect(findings[1].count == 23)
  }

  @Test func aProblemCountsItsKindInItsInputOnly() throws {
    var run = SampleReport.emptyRun
    run.inputs = [2, 1].map { repeats in
      var input = InputSummary(path: "\(repeats)")
      for _ in 0..<repeats { input.add(Problem(.malformedJSON, message: "J.")) }
      input.add(Problem(.missingField, message: "M."))
      return input
    }
    let report = SampleReport.written(by: JSONReportWriter.self, run, [])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
    let problems = try #require(object["problems"] as? [[String: Any]])
    #expect(problems.map { $0["message"] as? String } == ["J.", "J.", "M.", "J.", "M."])
    #expect(problems.map { $0["count"] as? Int } == [2, 2, 1, 1, 1])
  }

  @Test func theExcerptIsLeftOutWithoutRequest() {
    let report = SampleReport.written(by: JSONReportWriter.self, SampleReport.emptyRun, [SampleReport.fullFinding])
    #expect(!report.contains("excerpt"))
    #expect(!report.contains("Hello"))
  }
}

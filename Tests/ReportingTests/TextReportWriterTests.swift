import Model
import Testing

@testable import Reporting

@Suite struct TextReportWriterTests {
  static let lastLine =
    "More: `convolint explain <detector>` says what a finding means; `--format csv` lists every finding."

  @Test func anEmptyReportSaysSo() {
    #expect(
      SampleReport.written(by: TextReportWriter.self) == """
        Complete: 0 conversations, 0 messages, no times
        Found: nothing

        \(Self.lastLine)

        """)
  }

  @Test func aFullReportReadsFromTheVerdictDown() {
    var recovered = SampleReport.fullFinding
    recovered.severity = .warning
    recovered.cause = "slow"
    recovered.summary = "An answer, late."
    var elsewhere = SampleReport.bareFinding(.info, detector: "bot-first-message", cause: "race", remedy: "None.")
    elsewhere.conversation = "other"
    let report = SampleReport.written(
      by: TextReportWriter.self, SampleReport.fullRun, [recovered, SampleReport.fullFinding, elsewhere])
    #expect(
      report == """
        INCOMPLETE: 7 conversations, 41 messages, 2026-11-22 06:00 to 2026-11-22 07:00 UTC
        Note: Read this first.
        Judged as of: 2026-11-22 08:00 UTC
        Found: 1 error, 1 warning, 1 info; 2 conversations affected
        Not read to the end: b.gz
        Could not be read: 22 problems in 2 of 2 inputs, listed below

        Findings by detector and cause
                             error  warning  info  affected
          slow-reply             1        1     -  2 of 3 judged conversations (66.7%)
            unanswered           1        -     -
            slow                 -        1     -
          bot-first-message      -        -     1
            race                 -        -     1

        Not found, and nothing to judge: silent-one

        What to do, worst first
          slow-reply, unanswered: Answer.

        Findings by bot
               error  warning  info  detectors
          bot      1        1     -  slow-reply (2)

        Bots without a finding: bot-1

        Worst conversations and bots (times are UTC)
          con: 1 error, 1 warning
            2026-11-22 06:00:00  error    slow-reply: No answer.
            2026-11-22 06:00:00  warning  slow-reply: An answer, late.
          other: 1 info
            at no known time     info     bot-first-message: S.

        Conversations not judged (undecided: the log does not reach far enough to tell)
                      undecided  not applicable  because
          slow-reply          1               2  no times
                                              1  no bot

        Read
                            inputs  records  bytes
          history + socket       1       12  4,096
          no known layout        1        0      0
          Known, with nothing to judge: typing (3), presence (1)
          With settings: slow-reply.warn_seconds=20, bots=a, b

        Could not be read: 22 problems in 2 of 2 inputs
          b.gz: truncated-gzip (1)
            b.gz: Cut.
          a.jsonl: malformed-json (21)
            a.jsonl:1 (byte 10): Bad.
            a.jsonl:2 (byte 20): Bad.
            a.jsonl:3 (byte 30): Bad.

        \(Self.lastLine)

        """)
  }

  @Test func findingNothingInAnIncompleteRunIsNoAllClear() {
    var run = SampleReport.emptyRun
    run.isComplete = false
    let report = SampleReport.written(by: TextReportWriter.self, run, [])
    #expect(
      report.hasPrefix("INCOMPLETE: 0 conversations, 0 messages, no times\nFound: nothing in what could be read\n"))
  }

  @Test func aDetectorThatJudgedAndFoundNothingIsNamedApart() {
    var run = SampleReport.emptyRun
    var judged = DetectorTally(id: "judged-one")
    judged.conversationsJudged = 1
    run.detectors = [judged, DetectorTally(id: "idle-one")]
    let report = SampleReport.written(by: TextReportWriter.self, run, [])
    #expect(report.contains("\nJudged, and not found: judged-one\nNot found, and nothing to judge: idle-one\n"))
  }

  @Test func aRunJudgedAsOfItsNewestTimeDoesNotSayWhen() {
    var run = SampleReport.fullRun
    run.asOf = run.coverage.latest.moment
    #expect(!SampleReport.written(by: TextReportWriter.self, run, []).contains("as of"))
  }

  @Test func linesFromALogCannotForgeLinesOfTheReport() {
    var run = SampleReport.emptyRun
    run.notices = ["one\nComplete: all is well\u{1B}[2K"]
    let report = SampleReport.written(by: TextReportWriter.self, run, [])
    #expect(report.contains("\nNote: one\\nComplete: all is well\\u001B[2K\n"))
  }

  @Test func findingsThatTheReportLeavesOutAreCounted() {
    var run = SampleReport.emptyRun
    var tally = DetectorTally(id: "slow-reply")
    tally.findings = [.error: 2, .info: 3]
    tally.conversationsJudged = 9
    run.detectors = [tally]
    let some = SampleReport.written(by: TextReportWriter.self, run, [SampleReport.bareFinding(.error)])
    #expect(some.contains("\n4 findings more, left out of this report by filters or the baseline.\n"))
    let none = SampleReport.written(by: TextReportWriter.self, run, [])
    #expect(none.contains("\n5 findings more, left out"))
    #expect(!none.contains("not found"))
  }

  @Test func botsAreNotCountedAmongTheConversationsAffected() {
    var ofBot = SampleReport.bareFinding(.error)
    ofBot.bot = "b"
    var ofProgram = SampleReport.bareFinding(.error)
    ofProgram.source = "bot.log"
    let bots = SampleReport.written(by: TextReportWriter.self, SampleReport.emptyRun, [ofBot, ofProgram])
    #expect(bots.contains("\nFound: 2 errors\n"))
    #expect(bots.contains("\nWorst conversations and bots (times are UTC)\n  bot b: 1 error\n"))
    var ofConversation = SampleReport.bareFinding(.info)
    ofConversation.conversation = "c"
    let all = SampleReport.written(
      by: TextReportWriter.self, SampleReport.emptyRun, [ofBot, ofConversation, ofConversation])
    #expect(all.contains("\nFound: 1 error, 2 info; 1 conversation affected\n"))
  }

  @Test func onlyTheWorstTenConversationsAreListed() {
    let findings = (1...12).flatMap { number in
      (0..<(number == 12 ? 5 : 1)).map { _ in
        var finding = SampleReport.bareFinding(number == 7 ? .error : .warning)
        finding.conversation = "conversation-\(number)"
        return finding
      }
    }
    let report = SampleReport.written(by: TextReportWriter.self, SampleReport.emptyRun, findings)
    let listed = report.split(separator: "\n").filter { $0.hasPrefix("  conversation-") }.map(String.init)
    #expect(listed.count == 10)
    #expect(
      Array(listed.prefix(3)) == [
        "  conversation-7: 1 error", "  conversation-12: 5 warnings", "  conversation-1: 1 warning",
      ])
    #expect(report.contains("S.\n    and 2 more\n  conversation-1:"))
    #expect(report.contains("  and 2 more with findings\n"))
  }

  @Test func aRunOfManyInputsIsCutShort() {
    var run = SampleReport.emptyRun
    run.inputs = (10..<22).map { number in
      var input = InputSummary(path: "in\(number)")
      input.add(Problem(.missingField, record: 1, message: "No id."))
      return input
    }
    let report = SampleReport.written(by: TextReportWriter.self, run, [])
    #expect(report.contains("Could not be read: 12 problems in 12 of 12 inputs\n  in10: missing-field (1)\n"))
    #expect(report.contains("    in19:1: No id.\n  and 2 problems in 2 more inputs\n"))
    #expect(!report.contains("in20"))
  }

  @Test func manyBotsAndCausesAreCutShort() {
    let findings = (10..<22).map { number in
      var finding = SampleReport.bareFinding(cause: "cause-\(number)", remedy: "Remedy \(number).")
      finding.bot = "bot-\(number)"
      return finding
    }
    let report = SampleReport.written(by: TextReportWriter.self, SampleReport.emptyRun, findings)
    #expect(report.contains("slow-reply, cause-14: Remedy 14.\n  and 7 more remedies\n"))
    #expect(report.contains("  bot-19      -        1     -  slow-reply (1)\n  and 2 more bots\n"))
  }

  @Test func aRemedyIsToldOnceAndNotForNotes() {
    let findings = [
      SampleReport.bareFinding(.error, cause: "a"), SampleReport.bareFinding(cause: "b"),
      SampleReport.bareFinding(.info, cause: "c", remedy: "Quiet."),
    ]
    let report = SampleReport.written(by: TextReportWriter.self, SampleReport.emptyRun, findings)
    #expect(report.contains("What to do, worst first\n  slow-reply, a: R.\n\n"))
    #expect(!report.contains("Quiet."))
  }

  @Test func textBesideATableStaysWithinThePage() {
    let long = Array(repeating: "word", count: 60).joined(separator: " ")
    var run = SampleReport.fullRun
    run.notices = [long]
    run.detectors[0].notApplicable = [long: 3]
    var finding = SampleReport.bareFinding(summary: Finding.Message(stringLiteral: long), remedy: long)
    finding.conversation = "c"
    let report = SampleReport.written(by: TextReportWriter.self, run, [finding])
    let widest = report.split(separator: "\n").map(\.count).max() ?? 0
    #expect((90...TextPage.width).contains(widest))
    #expect(!report.contains(" \n"))
  }

  @Test func recordsOfNoLayoutAreShownByShape() {
    var run = SampleReport.fullRun
    for (number, shape) in ["a number", "an object with a, b", "a", "b", "c", "d", "e"].enumerated() {
      for _ in number..<7 { run.inputs[0].addUnrecognized(shape, record: 1, byteOffset: 0) }
    }
    run.inputs[1].addUnrecognized("e", record: 1, byteOffset: 0)
    let report = SampleReport.written(by: TextReportWriter.self, run, [])
    let shown = """
        Of no known layout:
          a number (7)
          an object with a, b (6)
          a (5)
          b (4)
          c (3)
          and 2 more shapes
        With settings:
      """
    #expect(report.contains(shown), "\(report)")
  }
}

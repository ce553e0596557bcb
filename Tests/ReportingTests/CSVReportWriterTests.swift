import Model
import Testing

@testable import Reporting

@Suite struct CSVReportWriterTests {
  static let header =
    "time,severity,detector,cause,confidence,account_id,conversation_id,dialog_id,channel,skill_id,bot_id,"
    + "sequence,summary,metric,value,threshold,source,record,remedy,doc_url,fingerprint,details"

  @Test func theHeaderIsThereWithoutFindings() {
    #expect(SampleReport.written(by: CSVReportWriter.self) == Self.header + "\n")
  }

  @Test func everyColumnHoldsItsValue() {
    let row =
      "2026-11-22T06:00:00.005Z,error,slow-reply,unanswered,high,acc,con,dia,cha,ski,bot,-1,No answer.,wait_ms,"
      + "-70000,60000,a.jsonl,17,Answer.,https://d,f-0123456789abcdef,"
      + #""{""line"":""17:2"",""count"":-3,""own"":true,""late"":null}""#
    let report = SampleReport.written(by: CSVReportWriter.self, SampleReport.fullRun, [SampleReport.fullFinding])
    #expect(report == "\(Self.header)\n\(row)\n")
  }

  @Test func whatIsAbsentIsEmpty() {
    let report = SampleReport.written(
      by: CSVReportWriter.self, SampleReport.emptyRun, [SampleReport.bareFinding(), SampleReport.bareFinding()])
    let row = ",warning,slow-reply,slow,low,,,,,,,,S.,,,,,,R.,https://d,f-0,{}"
    #expect(report == "\(Self.header)\n\(row)\n\(row)\n")
  }

  @Test func theExcerptIsLastAndOnlyOnRequest() {
    var run = SampleReport.emptyRun
    run.includesExcerpts = true
    let without = SampleReport.bareFinding()
    var with = without
    with.excerpt = "=1+1"
    let row = ",warning,slow-reply,slow,low,,,,,,,,S.,,,,,,R.,https://d,f-0,{}"
    let report = SampleReport.written(by: CSVReportWriter.self, run, [without, with])
    #expect(report == "\(Self.header),excerpt\n\(row),\n\(row),'=1+1\n")
  }

  @Test(arguments: [
    ("", ""),
    ("a,b", "\"a,b\""),
    ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("a;b", "a;b"),
    ("a\nb\r\nc\td", #"a\nb\r\nc\td"#),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("+1", "'+1"),
    ("-2", "'-2"),
    ("@x", "'@x"),
    ("\t=1", #"'\t=1"#),
    ("\r=1", #"'\r=1"#),
    ("\n=1", #"\n=1"#),
    ("=1,\"2\"", "\"'=1,\"\"2\"\"\""),
    ("a=1", "a=1"),
    (" =1", " =1"),
    ("=\u{301}1", "'=\u{301}1"),
    ("'quoted", "'quoted"),
    ("\u{0}\u{1B}[0m\u{9B}", #"\u0000\u001B[0m\u009B"#),
    ("\u{202E}evil\u{2028}", #"\u202Eevil\u2028"#),
    (#"C:\temp"#, #"C:\temp"#),
    ("Grüße 👩‍👧", "Grüße 👩‍👧"),
  ])
  func aTextCellIsSafeAndOnOneLine(_ text: String, _ cell: String) {
    let finding = SampleReport.bareFinding(summary: Finding.Message(stringLiteral: text))
    let report = SampleReport.written(by: CSVReportWriter.self, SampleReport.emptyRun, [finding])
    let row = ",warning,slow-reply,slow,low,,,,,,,,\(cell),,,,,,R.,https://d,f-0,{}"
    #expect(Array(report.utf8) == Array("\(Self.header)\n\(row)\n".utf8))
  }

  @Test func detailsEscapeOnceForJSONAndOnceForCSV() {
    var finding = SampleReport.bareFinding()
    finding.details = [("=k\"", .text("\u{1B}\n,"))]
    let report = SampleReport.written(by: CSVReportWriter.self, SampleReport.emptyRun, [finding])
    #expect(report.hasSuffix(#",f-0,"{""=k\"""":""\u001B\n,""}""# + "\n"))
  }

  @Test func excelGetsAByteOrderMarkAndCRLF() {
    var options = ReportOptions()
    options.isForExcel = true
    let writer = CSVReportWriter(options)
    let report = SampleReport.written(by: writer, SampleReport.emptyRun, [SampleReport.bareFinding()])
    let row = ",warning,slow-reply,slow,low,,,,,,,,S.,,,,,,R.,https://d,f-0,{}"
    #expect(Array(report.utf8) == Array("\u{FEFF}\(Self.header)\r\n\(row)\r\n".utf8))
  }

  @Test func anotherDelimiterIsWhatNeedsQuotes() {
    var options = ReportOptions()
    options.delimiter = UInt8(ascii: ";")
    let writer = CSVReportWriter(options)
    let report = SampleReport.written(by: writer, SampleReport.emptyRun, [SampleReport.bareFinding(summary: "a,b;c")])
    #expect(report.hasSuffix("\n;warning;slow-reply;slow;low;;;;;;;;\"a,b;c\";;;;;;R.;https://d;f-0;{}\n"))
  }

  @Test func theRawKindChangesNothing() {
    let finding = SampleReport.bareFinding(summary: "=1\r\n\u{1B}", remedy: "-\t")
    let report = SampleReport.written(by: CSVRawReportWriter.self, SampleReport.emptyRun, [finding])
    let row = ",warning,slow-reply,slow,low,,,,,,,,\"=1\r\n\u{1B}\",,,,,,-\t,https://d,f-0,{}"
    #expect(Array(report.utf8) == Array("\(Self.header)\n\(row)\n".utf8))
  }

  /// `cut -f` and `awk -F'\t'` know no quotes: every line feed ends a row, every tab a cell.
  @Test func tabSeparatedValuesHaveEscapesAndNoQuotes() {
    let finding = SampleReport.bareFinding(summary: "a\tb\nc\\n\"d\"", remedy: "=1\r")
    let report = SampleReport.written(by: TSVReportWriter.self, SampleReport.emptyRun, [finding])
    let row =
      "\twarning\tslow-reply\tslow\tlow\t\t\t\t\t\t\t\t" + #"a\tb\nc\\n"d""# + "\t\t\t\t\t\t" + #"=1\r"#
      + "\thttps://d\tf-0\t{}"
    #expect(report == "\(Self.header.replacing(",", with: "\t"))\n\(row)\n")
  }
}

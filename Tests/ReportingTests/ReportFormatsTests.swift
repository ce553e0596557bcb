import Foundation
import Model
import Testing

@testable import Reporting

/// What must hold of every format in the list.
@Suite struct ReportFormatsTests {
  @Test func namesAreUniqueAndLowerCase() {
    let names = ReportFormats.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.isEmpty && $0 == $0.lowercased() })
  }

  @Test func noTwoFormatsClaimAnExtension() {
    let extensions = ReportFormats.all.flatMap { $0.fileExtensions }
    #expect(Set(extensions).count == extensions.count)
    #expect(extensions.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0 == $0.lowercased() })
  }

  @Test func formatsAreFoundByNameAndExtension() {
    for format in ReportFormats.all {
      #expect(ReportFormats.format(named: format.name) == format)
      for fileExtension in format.fileExtensions {
        #expect(ReportFormats.format(forExtension: fileExtension) == format)
        #expect(ReportFormats.format(forExtension: fileExtension.uppercased()) == format)
      }
    }
    #expect(ReportFormats.format(named: "CSV") == nil)
    #expect(ReportFormats.format(named: "") == nil)
    #expect(ReportFormats.format(forExtension: "") == nil)
    #expect(ReportFormats.format(forExtension: ".csv") == nil)
  }

  @Test func namesOfTheContractAreThere() {
    let names = Set(ReportFormats.all.map { $0.name })
    #expect(names.isSuperset(of: ["text", "csv", "csv-raw", "tsv", "json", "ndjson"]))
  }

  @Test func everyWriterInTheFolderIsInTheList() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Reporting").resolvingSymlinksInPath()
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).compactMap { path -> String? in
      let name = URL(filePath: path).lastPathComponent
      return name.hasSuffix("ReportWriter.swift") && name != "ReportWriter.swift" ? String(name.dropLast(6)) : nil
    }
    #expect(!files.isEmpty)
    #expect(files.sorted() == ReportFormats.all.map { String(describing: $0) }.sorted())
  }

  @Test func writersAppendAndNeverReplace() {
    for format in ReportFormats.all {
      var writer = format.init()
      var output: [UInt8] = Array("before".utf8)
      writer.begin(SampleReport.fullRun, into: &output)
      writer.write(SampleReport.fullFinding, into: &output)
      writer.end(SampleReport.fullRun, into: &output)
      let alone = SampleReport.written(by: format, SampleReport.fullRun, [SampleReport.fullFinding])
      #expect(String(decoding: output, as: UTF8.self) == "before" + alone)
      #expect(alone.hasSuffix("\n"))
    }
  }

  /// A report is read on terminals by way of `cat`, whichever its format; only the raw CSV holds what it was given.
  @Test func nothingThatActsOnATerminalIsWritten() {
    let nasty =
      "a\u{1B}[31m\u{0}\u{7}\r\n\t\u{7F}\u{85}\u{9B}\u{61C}\u{200E}\u{200F}\u{2028}\u{2029}\u{202E}\u{2066}\u{2069}z"
    var run = SampleReport.fullRun
    run.settings = [(nasty, nasty)]
    run.bots = [nasty, nasty + "2"]
    run.notices = [nasty]
    run.includesExcerpts = true
    var input = InputSummary(path: nasty)
    input.recordsByLayout = [nasty: 1]
    input.ignored = [nasty: 1]
    input.add(Problem(.unreadableInput, record: 1, message: nasty))
    run.inputs = [input]
    var tally = DetectorTally(id: nasty)
    tally.notApplicable = [nasty: 1]
    run.detectors = [tally]
    var finding = SampleReport.bareFinding(
      detector: nasty, cause: nasty, summary: Finding.Message(stringLiteral: nasty), remedy: nasty, fingerprint: nasty)
    finding.conversation = nasty
    finding.account = nasty
    finding.bot = nasty
    finding.source = nasty
    finding.excerpt = nasty
    finding.details = [(nasty, .text(nasty))]
    for format in ReportFormats.all where format != CSVRawReportWriter.self {
      let report = SampleReport.written(by: format, run, [finding])
      #expect(report.contains(#"\u001B[31m"#), "\(format)")
      let own: Set<Unicode.Scalar> = format == TSVReportWriter.self ? ["\n", "\t"] : ["\n"]
      #expect(!report.unicodeScalars.contains { !own.contains($0) && VisibleText.hides($0) }, "\(format)")
    }
  }
}

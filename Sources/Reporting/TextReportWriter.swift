public import Model

/// A summary for a person: the verdict, what was found and where, what was not judged, and what could not be read.
///
/// It lists no finding but those of the worst conversations; the other formats list all of them.
public struct TextReportWriter: ReportWriter {
  public static let name = "text"
  public static let fileExtensions = ["txt"]

  private var tally = FindingTally()

  public init(_ options: ReportOptions) {}

  public mutating func begin(_ run: RunReport, into output: inout [UInt8]) { tally = FindingTally() }

  public mutating func write(_ finding: Finding, into output: inout [UInt8]) { tally.add(finding) }

  public mutating func end(_ run: RunReport, into output: inout [UInt8]) {
    var page = TextPage()
    let sections = RunSections(run: run)
    sections.appendVerdict(tally.counts, conversations: tally.conversationsAffected, to: &page)
    FindingSections(tally: tally, run: run).append(to: &page)
    sections.append(to: &page)
    page.line("")
    page.line("More: `convolint explain <detector>` says what a finding means; `--format csv` lists every finding.")
    output += page.bytes
  }
}

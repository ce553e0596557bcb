public import Model

/// Findings as tab-separated values for the shell: never a quote, and `\t`, `\n`, `\r`, `\\`, `\u001B` for
/// what would end a cell or act on a terminal. What undoes the escapes has every text as it was.
public struct TSVReportWriter: ReportWriter {
  public static let name = "tsv"
  public static let fileExtensions = ["tsv"]

  private var table = FindingTable(
    FindingTable.Dialect(delimiter: UInt8(ascii: "\t"), isGuarded: false, isEscaped: true))

  public init(_ options: ReportOptions) {}

  public mutating func begin(_ run: RunReport, into output: inout [UInt8]) { table.begin(run, into: &output) }

  public mutating func write(_ finding: Finding, into output: inout [UInt8]) { table.write(finding, into: &output) }

  public mutating func end(_ run: RunReport, into output: inout [UInt8]) {}
}

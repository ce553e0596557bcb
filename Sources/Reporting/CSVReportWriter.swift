public import Model

/// Findings as CSV that is safe to open in a spreadsheet: one line each, and no cell that runs as a formula.
public struct CSVReportWriter: ReportWriter {
  public static let name = "csv"
  public static let fileExtensions = ["csv"]

  private var table: FindingTable

  public init(_ options: ReportOptions) {
    table = FindingTable(
      FindingTable.Dialect(
        delimiter: options.delimiter, lineEnd: options.isForExcel ? "\r\n" : "\n",
        hasByteOrderMark: options.isForExcel, isGuarded: true))
  }

  public mutating func begin(_ run: RunReport, into output: inout [UInt8]) { table.begin(run, into: &output) }

  public mutating func write(_ finding: Finding, into output: inout [UInt8]) { table.write(finding, into: &output) }

  public mutating func end(_ run: RunReport, into output: inout [UInt8]) {}
}

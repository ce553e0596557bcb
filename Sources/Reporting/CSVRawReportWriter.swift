public import Model

/// Findings as CSV that holds every text exactly as it was: for programs, not for spreadsheets.
public struct CSVRawReportWriter: ReportWriter {
  public static let name = "csv-raw"
  /// None: a file's extension means the safe kind.
  public static let fileExtensions: [String] = []

  private var table: FindingTable

  public init(_ options: ReportOptions) {
    table = FindingTable(
      FindingTable.Dialect(
        delimiter: options.delimiter, lineEnd: options.isForExcel ? "\r\n" : "\n",
        hasByteOrderMark: options.isForExcel, isGuarded: false))
  }

  public mutating func begin(_ run: RunReport, into output: inout [UInt8]) { table.begin(run, into: &output) }

  public mutating func write(_ finding: Finding, into output: inout [UInt8]) { table.write(finding, into: &output) }

  public mutating func end(_ run: RunReport, into output: inout [UInt8]) {}
}

/// The formats that a report can be written in: the one list of them.
public enum ReportFormats {
  /// In the order in which help shows them.
  public static let all: [any ReportWriter.Type] = [
    TextReportWriter.self,
    CSVReportWriter.self,
    CSVRawReportWriter.self,
    TSVReportWriter.self,
    JSONReportWriter.self,
    NDJSONReportWriter.self,
  ]

  /// The format of a name, as in `--format csv`; nil where there is none.
  public static func format(named name: String) -> (any ReportWriter.Type)? {
    all.first { $0.name == name }
  }

  /// The format of a file's extension, without its dot and in any case; nil where no format claims it.
  public static func format(forExtension fileExtension: String) -> (any ReportWriter.Type)? {
    let lowered = fileExtension.lowercased()
    return all.first { $0.fileExtensions.contains(lowered) }
  }
}

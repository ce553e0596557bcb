public import Model

/// The report as one JSON object a line, each with a `type`; the line of type `run` is last: where it is missing, the
/// report was cut.
public struct NDJSONReportWriter: ReportWriter {
  public static let name = "ndjson"
  public static let fileExtensions = ["ndjson", "jsonl"]

  private var fields = FindingFields(includingExcerpts: false)

  public init(_ options: ReportOptions) {}

  public mutating func begin(_ run: RunReport, into output: inout [UInt8]) {
    fields = FindingFields(includingExcerpts: run.includesExcerpts)
  }

  public mutating func write(_ finding: Finding, into output: inout [UInt8]) {
    appendLine("finding", fields.members(of: finding), to: &output)
  }

  public mutating func end(_ run: RunReport, into output: inout [UInt8]) {
    for problem in RunFields.problems(run) { appendLine("problem", problem, to: &output) }
    for input in run.inputs { appendLine("input", RunFields.input(input), to: &output) }
    let head: RunFields.Members = [("schema", RunFields.schema), ("tool", RunFields.tool(run))]
    let tail: RunFields.Members = [("summary", .object(RunFields.summary(run)))]
    appendLine("run", head + RunFields.run(run) + tail, to: &output)
  }

  private func appendLine(_ type: String, _ members: RunFields.Members, to output: inout [UInt8]) {
    JSONText.append(.object([("type", .text(type))] + members), to: &output)
    output.append(UInt8(ascii: "\n"))
  }
}

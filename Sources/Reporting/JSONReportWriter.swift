public import Model

/// The whole report as one JSON object, one line for each finding, problem, input and detector.
public struct JSONReportWriter: ReportWriter {
  public static let name = "json"
  public static let fileExtensions = ["json"]

  private var fields = FindingFields(includingExcerpts: false)
  private var hasFindings = false

  public init(_ options: ReportOptions) {}

  public mutating func begin(_ run: RunReport, into output: inout [UInt8]) {
    fields = FindingFields(includingExcerpts: run.includesExcerpts)
    hasFindings = false
    let inputs = run.inputs.map { ReportValue.object(RunFields.input($0)) }
    output += "{\n".utf8
    appendMember("schema", RunFields.schema, to: &output)
    output += ",\n".utf8
    appendMember("tool", RunFields.tool(run), to: &output)
    output += ",\n".utf8
    appendSection("run", RunFields.run(run) + [("inputs", .list(inputs))], to: &output)
    output += ",\n".utf8
    appendSection("summary", RunFields.summary(run), to: &output)
    output += ",\n  \"findings\": [".utf8
  }

  public mutating func write(_ finding: Finding, into output: inout [UInt8]) {
    output += (hasFindings ? ",\n    " : "\n    ").utf8
    JSONText.append(.object(fields.members(of: finding)), to: &output)
    hasFindings = true
  }

  public mutating func end(_ run: RunReport, into output: inout [UInt8]) {
    output += (hasFindings ? "\n  ],\n" : "],\n").utf8
    appendMember("problems", .list(RunFields.problems(run).map(ReportValue.object)), to: &output)
    output += "\n}\n".utf8
  }

  private func appendSection(_ key: String, _ members: RunFields.Members, to output: inout [UInt8]) {
    output += "  \"\(key)\": {".utf8
    for (index, member) in members.enumerated() {
      output += (index > 0 ? ",\n" : "\n").utf8
      appendMember(member.key, member.value, indent: "    ", to: &output)
    }
    output += "\n  }".utf8
  }

  /// A key and its value; a list of objects takes a line for each, so that two reports compare well line by line.
  private func appendMember(
    _ key: String, _ value: ReportValue, indent: String = "  ", to output: inout [UInt8]
  ) {
    output += "\(indent)\"\(key)\": ".utf8
    guard case .list(let elements) = value, case .object? = elements.first else {
      JSONText.append(value, to: &output)
      return
    }
    for (index, element) in elements.enumerated() {
      output += "\(index > 0 ? "," : "[")\n\(indent)  ".utf8
      JSONText.append(element, to: &output)
    }
    output += "\n\(indent)]".utf8
  }
}

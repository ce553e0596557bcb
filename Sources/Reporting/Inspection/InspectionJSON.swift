public import Model

/// What inputs hold, as one JSON object with a line for each input.
public struct InspectionJSON: InspectionWriter {
  private let toolVersion: String
  private var hasInputs = false

  public init(toolVersion: String) { self.toolVersion = toolVersion }

  public mutating func begin(into output: inout [UInt8]) {
    output += "{\n  \"schema\": \"convolint-inspect/1\",\n  \"tool\": ".utf8
    JSONText.append(.object([("name", .text("convolint")), ("version", .text(toolVersion))]), to: &output)
    output += ",\n  \"inputs\": [".utf8
  }

  public mutating func write(_ input: InputInventory, into output: inout [UInt8]) {
    output += (hasInputs ? ",\n    " : "\n    ").utf8
    hasInputs = true
    JSONText.append(.object(Self.members(input)), to: &output)
  }

  public mutating func end(into output: inout [UInt8]) { output += (hasInputs ? "\n  ]\n}\n" : "]\n}\n").utf8 }

  private static func members(_ input: InputInventory) -> RunFields.Members {
    let facts = Dictionary(uniqueKeysWithValues: input.facts.map { ($0.key.rawValue, $0.value) })
    let layouts = input.layouts.map { info, records in
      ReportValue.object([
        ("name", .text(info.name)), ("title", .text(info.title)), ("recognized_by", .text(info.recognizedBy)),
        ("records", ReportValue(records)),
      ])
    }
    return [
      ("path", .text(input.summary.path)),
      ("complete", .flag(input.summary.isComplete)),
      ("bytes", ReportValue(input.summary.bytes)),
      ("records", ReportValue(input.summary.records)),
      ("layouts", .list(layouts)),
      ("ignored", ReportValue(counts: input.summary.ignored)),
      ("unrecognized", ReportValue(counts: input.summary.unrecognized)),
      ("facts", ReportValue(counts: facts)),
      ("conversations", ReportValue(input.conversations)),
      ("messages", ReportValue(input.messages)),
      ("accounts", .list(input.accounts.map(ReportValue.text))),
      ("bots", .list(input.bots.map(ReportValue.text))),
      ("channels", ReportValue(counts: input.channels)),
      (
        "coverage",
        .object([
          ("start", ReportValue(input.coverage.earliest.moment)), ("end", ReportValue(input.coverage.latest.moment)),
        ])
      ),
      ("assumes_zone", .flag(input.summary.assumesZone)),
      ("assumes_year", .flag(input.summary.assumesYear)),
      ("can_show", .list(input.feeds.map(ReportValue.text))),
      ("cannot_show", .list(input.cannotFeed.map(ReportValue.text))),
      ("problems", .list(RunFields.problems(of: input.summary).map(ReportValue.object))),
    ]
  }
}

public import Model

/// What inputs hold, for a person at a terminal.
public struct InspectionText: InspectionWriter {
  private var isFirst = true

  public init() {}

  public mutating func begin(into output: inout [UInt8]) {}

  public mutating func write(_ input: InputInventory, into output: inout [UInt8]) {
    var page = TextPage()
    if !isFirst { page.line("") }
    isFirst = false
    page.line(input.summary.path)
    page.line("  \(Self.size(input))")
    Self.appendLayouts(input, to: &page)
    if !input.summary.ignored.isEmpty {
      page.paragraph(Self.head("counted only"), Wording.ranked(input.summary.ignored, atMost: 20))
    }
    for (shape, count) in input.summary.unrecognized.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(5) {
      page.paragraph(Self.head("unknown"), "\(shape) (\(Wording.number(count)))")
    }
    Self.appendFacts(input, to: &page)
    page.paragraph(Self.head("can show"), input.feeds.isEmpty ? "nothing" : input.feeds.joined(separator: ", "))
    if !input.cannotFeed.isEmpty {
      page.paragraph(Self.head("cannot show"), input.cannotFeed.joined(separator: ", "))
    }
    Self.appendProblems(input.summary, to: &page)
    output += page.bytes
  }

  public mutating func end(into output: inout [UInt8]) {}

  private static func size(_ input: InputInventory) -> String {
    let size = "\(Wording.count(input.summary.bytes, "byte")), \(Wording.count(input.summary.records, "record"))"
    guard let first = input.coverage.earliest.moment, let last = input.coverage.latest.moment else {
      return "\(size), no times"
    }
    return "\(size), \(Wording.minute(first)) to \(Wording.minute(last)) UTC"
  }

  private static func appendLayouts(_ input: InputInventory, to page: inout TextPage) {
    if input.layouts.isEmpty { page.paragraph(head("layout"), "none that is known") }
    for (info, records) in input.layouts {
      page.paragraph(
        head("layout"), "\(info.name) (\(Wording.number(records))): \(info.title); known by \(info.recognizedBy)")
    }
    for zone in input.summary.assumedZones.sorted() {
      let option = zone == InputSummary.usualZone ? " (--time-zone)" : ", which is the platform's own"
      page.paragraph(head("assumed"), "\(zone) for times without a zone\(option)")
    }
    if input.summary.assumesYear { page.paragraph(head("assumed"), "the year or day of times without one") }
  }

  private static func appendFacts(_ input: InputInventory, to page: inout TextPage) {
    let facts = Dictionary(uniqueKeysWithValues: input.facts.map { ($0.key.rawValue, $0.value) })
    page.paragraph(head("tells of"), facts.isEmpty ? "nothing that is judged" : Wording.ranked(facts, atMost: 20))
    if input.conversations > 0 {
      page.paragraph(
        head("conversations"),
        "\(Wording.number(input.conversations)) with \(Wording.count(input.messages, "message"))")
    }
    if !input.channels.isEmpty { page.paragraph(head("channels"), Wording.ranked(input.channels)) }
    if !input.accounts.isEmpty { page.paragraph(head("accounts"), Wording.list(input.accounts, atMost: 8)) }
    if !input.bots.isEmpty { page.paragraph(head("bots"), Wording.list(input.bots, atMost: 8)) }
  }

  private static func appendProblems(_ summary: InputSummary, to page: inout TextPage) {
    if summary.problemCounts.isEmpty { return }
    let kinds = Dictionary(uniqueKeysWithValues: summary.problemCounts.map { ($0.key.rawValue, $0.value) })
    page.paragraph(head("problems"), Wording.ranked(kinds))
    for problem in summary.problems.prefix(listedProblems) {
      let record = problem.record.map { "record \($0)" } ?? "at once"
      let byte = problem.byteOffset.map { " (byte \($0))" } ?? ""
      page.paragraph("    \(record)\(byte): ", problem.message, indent: 6)
    }
  }

  private static let listedProblems = 5

  private static func head(_ title: String) -> String {
    "  \(title)\(String(repeating: " ", count: max(0, 15 - title.count)))"
  }
}

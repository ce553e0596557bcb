import Model

/// What the text report says about the run: first the verdict; last what was not judged, read, and could not be read.
struct RunSections {
  let run: RunReport

  static let listedInputs = 10
  static let listedProblems = 3
  static let listedShapes = 5

  func appendVerdict(_ counts: FindingTally.Counts, conversations: Int, to page: inout TextPage) {
    let seen = "\(Wording.count(run.conversations, "conversation")), \(Wording.count(run.messages, "message"))"
    page.line("\(run.isComplete ? "Complete" : "INCOMPLETE"): \(seen), \(span)")
    for notice in run.notices { page.paragraph("Note: ", notice, indent: 2) }
    if let end = run.asOf, end != run.coverage.latest.moment {
      page.line("Judged as of: \(Wording.minute(end)) UTC")
    }
    if counts.total == 0 {
      page.line("Found: nothing\(run.isComplete ? "" : " in what could be read")")
    } else {
      let place = conversations > 0 ? "; \(Wording.count(conversations, "conversation")) affected" : ""
      page.line("Found: \(Wording.severities(counts))\(place)")
    }
    let cut = run.inputs.filter { !$0.isComplete }.map(\.path)
    if !cut.isEmpty { page.paragraph("Not read to the end: ", Wording.list(cut, atMost: Self.listedInputs), indent: 2) }
    if !troubled.isEmpty { page.line("Could not be read: \(trouble), listed below") }
  }

  private var span: String {
    guard let first = run.coverage.earliest.moment, let last = run.coverage.latest.moment else { return "no times" }
    return "\(Wording.minute(first)) to \(Wording.minute(last)) UTC"
  }

  private var troubled: [InputSummary] { run.inputs.filter { !$0.problemCounts.isEmpty } }

  private var trouble: String {
    let total = troubled.reduce(0) { $0 + $1.problemTotal }
    let inputs = "\(Wording.number(troubled.count)) of \(Wording.count(run.inputs.count, "input"))"
    return "\(Wording.count(total, "problem")) in \(inputs)"
  }

  func append(to page: inout TextPage) {
    appendNotJudged(to: &page)
    appendInputs(to: &page)
    appendProblems(to: &page)
  }

  private func appendNotJudged(to page: inout TextPage) {
    let tallies = run.detectors.filter { $0.undecided > 0 || !$0.notApplicable.isEmpty }
    if tallies.isEmpty { return }
    page.section("Conversations not judged (undecided: the log does not reach far enough to tell)")
    var table = TextTable([("", .left), ("undecided", .right), ("not applicable", .right), ("because", .left)])
    for tally in tallies {
      let reasons = tally.notApplicable.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      for (index, reason) in reasons.enumerated() {
        let isFirst = index == 0
        table.add([
          isFirst ? "  \(tally.id)" : "", isFirst ? Wording.cell(tally.undecided) : "", Wording.number(reason.value),
          reason.key,
        ])
      }
      if reasons.isEmpty { table.add(["  \(tally.id)", Wording.number(tally.undecided), "-", ""]) }
    }
    page.table(table)
  }

  private func appendInputs(to page: inout TextPage) {
    if run.inputs.isEmpty { return }
    page.section("Read")
    var byLayouts: [String: (inputs: Int, records: Int, bytes: Int)] = [:]
    var ignored: [String: Int] = [:]
    var shapes: [String: Int] = [:]
    for input in run.inputs {
      // An input does not count its records by layout, so inputs of several layouts have a row of their own.
      let layouts = input.layouts.isEmpty ? "no known layout" : input.layouts.sorted().joined(separator: " + ")
      byLayouts[layouts, default: (0, 0, 0)].inputs += 1
      byLayouts[layouts]?.records += input.records
      byLayouts[layouts]?.bytes += input.bytes
      ignored.merge(input.ignored, uniquingKeysWith: +)
      shapes.merge(input.unrecognized, uniquingKeysWith: +)
    }
    var table = TextTable([("", .left), ("inputs", .right), ("records", .right), ("bytes", .right), ("", .left)])
    for (layouts, sums) in byLayouts.sorted(by: { $0.key < $1.key }) {
      let numbers = [sums.inputs, sums.records, sums.bytes].map(Wording.number)
      table.add(["  \(layouts)"] + numbers + [""])
    }
    page.table(table)
    if !ignored.isEmpty { page.paragraph("  Known, with nothing to judge: ", Wording.ranked(ignored), indent: 4) }
    appendShapes(shapes, to: &page)
    let settings = run.settings.map { "\($0.key)=\($0.value)" }
    if !settings.isEmpty { page.paragraph("  With settings: ", settings.joined(separator: ", "), indent: 4) }
  }

  /// A line for each of the most frequent: the names of keys have commas between them.
  private func appendShapes(_ shapes: [String: Int], to page: inout TextPage) {
    if shapes.isEmpty { return }
    page.line("  Of no known layout:")
    let sorted = shapes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for shape in sorted.prefix(Self.listedShapes) {
      page.paragraph("    ", "\(shape.key) (\(Wording.number(shape.value)))", indent: 6)
    }
    let rest = sorted.dropFirst(Self.listedShapes)
    if !rest.isEmpty { page.line("    and \(Wording.count(rest.count, "more shape"))") }
  }

  private func appendProblems(to page: inout TextPage) {
    if troubled.isEmpty { return }
    page.section("Could not be read: \(trouble)")
    // What cut an input short matters more than a record here and there.
    let sorted = troubled.filter { !$0.isComplete } + troubled.filter(\.isComplete)
    for input in sorted.prefix(Self.listedInputs) {
      let kinds = Dictionary(uniqueKeysWithValues: input.problemCounts.map { ($0.key.rawValue, $0.value) })
      page.paragraph("  \(input.path): ", Wording.ranked(kinds), indent: 4)
      let problems = input.problems.filter(\.kind.endsInput) + input.problems.filter { !$0.kind.endsInput }
      for problem in problems.prefix(Self.listedProblems) {
        page.paragraph("    \(Self.place(of: problem, in: input)): ", problem.message, indent: 6)
      }
    }
    let rest = sorted.dropFirst(Self.listedInputs)
    if !rest.isEmpty {
      let more = rest.reduce(0) { $0 + $1.problemTotal }
      page.line("  and \(Wording.count(more, "problem")) in \(Wording.count(rest.count, "more input"))")
    }
  }

  /// As `path:record (byte n)`, as far as they are known.
  private static func place(of problem: Problem, in input: InputSummary) -> String {
    let record = problem.record.map { ":\($0)" } ?? ""
    let byte = problem.byteOffset.map { " (byte \($0))" } ?? ""
    return "\(input.path)\(record)\(byte)"
  }
}

extension InputSummary {
  fileprivate var problemTotal: Int { problemCounts.values.reduce(0, +) }
}

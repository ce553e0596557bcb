import Model
import TestSupport

@testable import Ingest

/// A whole input: every problem and every fact has a place in it, and neither depends on how the bytes arrive.
enum InputCheck {
  static func check(_ input: FuzzInput) throws(BrokenLaw) {
    var random = input.choices
    let options = options(&random)
    let whole = read(input.bytes, options, capacity: max(4096, input.bytes.count + 64))
    try check(whole.summary)
    try FactLaws.check(whole.facts, records: whole.summary.bytes + 1)
    for _ in 0..<(input.isThorough ? 10 : random.below(2)) {
      let pieceLength = 1 + random.below(random.pick([4, 64, 4096]))
      let capacity = 1 + random.below(random.pick([4, 256, 4096]))
      let pieces = read(input.bytes, options, pieceLength: pieceLength, capacity: capacity)
      func how() -> String { "in pieces of \(pieceLength) into \(capacity) bytes" }
      try BrokenLaw.unless(
        saySame(pieces.summary, whole.summary), "\(how()):\n\(pieces.summary)\nand whole:\n\(whole.summary)")
      let dumps = (pieces.facts.canonicalDump(), whole.facts.canonicalDump())
      try BrokenLaw.unless(dumps.0 == dumps.1, "other facts \(how()): \(dumps.0.difference(from: dumps.1))")
    }
    if input.isThorough || random.oneIn(4) { try FactLaws.checkRepeats(whole.facts) }
    if input.isThorough || random.oneIn(2) { try checkForms(input.bytes, options) }
  }

  /// Three times over, so that its objects have forms, an input gives what it gives without forms.
  private static func checkForms(_ bytes: [UInt8], _ options: ReadingOptions) throws(BrokenLaw) {
    let line: [UInt8] = [0x0A]
    let log = bytes + line + bytes + line + bytes
    let formed = ReadByForm(log, FormTable(), options)
    let plain = ReadByForm(log, FormTable(nil), options)
    try BrokenLaw.unless(
      saySame(formed.summary, plain.summary), "by form:\n\(formed.summary)\nand without:\n\(plain.summary)")
    let dumps = (formed.facts.canonicalDump(), plain.facts.canonicalDump())
    try BrokenLaw.unless(dumps.0 == dumps.1, "other facts by form: \(dumps.0.difference(from: dumps.1))")
  }

  private static func options(_ random: inout FactRandom) -> ReadingOptions {
    var options = ReadingOptions()
    options.recordLimit = random.pick([ReadingOptions.recordLimits.lowerBound, 1 << 20])
    options.excerptLength = random.pick([0, 10])
    return options
  }

  private static func read(
    _ bytes: [UInt8], _ options: ReadingOptions, pieceLength: Int = .max, capacity: Int
  ) -> (facts: FactStore, summary: InputSummary) {
    var stream = Stream(path: "input", input: 0, options: options)
    do throws(ReadingError) {
      try InputReader.read(PieceSource(bytes, pieceLength: pieceLength), into: &stream, capacity: capacity)
    } catch {
      stream.summary.add(error.problem)
    }
    stream.finish()
    return (stream.facts, stream.summary)
  }

  private static func check(_ summary: InputSummary) throws(BrokenLaw) {
    for problem in summary.problems {
      try BrokenLaw.unless(
        problem.byteOffset.map { (0...summary.bytes).contains($0) } == true, "a problem without a place: \(problem)")
      try BrokenLaw.unless(
        problem.kind.endsInput || (problem.record ?? 0) > 0, "a problem of no record: \(problem)")
      try BrokenLaw.unless(!problem.message.isEmpty, "a problem that says nothing: \(problem)")
    }
    for (kind, count) in summary.problemCounts {
      let listed = summary.problems.count { $0.kind == kind }
      try BrokenLaw.unless(listed == min(count, InputSummary.listedPerKind), "\(count) \(kind), \(listed) listed")
    }
    try BrokenLaw.unless(summary.problemCounts.count { $0.key.endsInput } <= 1, "the input ended twice")
  }

  private static func saySame(_ one: InputSummary, _ other: InputSummary) -> Bool {
    one.bytes == other.bytes && one.records == other.records && one.recordsByLayout == other.recordsByLayout
      && one.ignored == other.ignored && one.unrecognized == other.unrecognized && one.problems == other.problems
      && one.problemCounts == other.problemCounts
  }
}

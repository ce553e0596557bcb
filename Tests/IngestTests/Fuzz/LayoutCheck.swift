import Model
import TestSupport

@testable import Ingest

/// One layout: it reads every value that it recognises, whatever other layouts think of it, and gives facts that hold.
struct LayoutCheck {
  private let format: any InputFormat.Type

  init(_ format: any InputFormat.Type) { self.format = format }

  func check(_ input: FuzzInput) throws(BrokenLaw) {
    var random = input.choices
    var options = ReadingOptions()
    options.excerptLength = random.pick([0, 10])
    let (stream, recognized) = read(input.bytes, options)
    if recognized == 0 { return }
    for problem in stream.summary.problems {
      try BrokenLaw.unless(
        problem.record ?? 0 > 0 && (0...input.bytes.count).contains(problem.byteOffset ?? -1),
        "a problem without a place: \(problem)")
    }
    try FactLaws.check(stream.facts, records: input.bytes.count)
    if input.isThorough || random.oneIn(8) { try FactLaws.checkRepeats(stream.facts) }
  }

  /// How many of the values are of this layout.
  func recognized(in bytes: [UInt8]) -> Int { read(bytes, ReadingOptions()).recognized }

  /// Reads values, one behind the other, up to the first that is broken: requests and their answers are two.
  private func read(_ bytes: [UInt8], _ options: ReadingOptions) -> (stream: Stream, recognized: Int) {
    var stream = Stream(path: "values", input: 0, options: options)
    var scanner = JSONScanner()
    var recognized = 0
    var values = 0
    var elements = 0
    var start = 0
    while true {
      while start < bytes.count, bytes[start].isJSONWhitespace { start += 1 }
      let rest = bytes.span.bytes.extracting(start...)
      guard start < bytes.count, case .value(let end) = scanner.scan(rest, from: 0, isFinal: true) else { break }
      values += 1
      let record = JSONRecord(bytes: rest, tape: scanner.tape.span.extracting(first: scanner.words))
      let fields = TopLevel(record, record.root)
      if format.recognizes(fields, record) {
        recognized += 1
        stream.begin(at: Place(record: values, byteOffset: start), elementsBefore: elements)
        format.read(fields, record, into: &stream)
        elements += stream.elementsInRecord
      }
      start += end
    }
    stream.finish()
    return (stream, recognized)
  }
}

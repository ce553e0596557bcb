import Model

@testable import Ingest

/// A log that is read with the help of a table of forms, or of one that learns none.
struct ReadByForm {
  let facts: FactStore
  let summary: InputSummary
  /// Objects that were matched.
  let hits: Int
  /// Forms, of the first hundred, whose records are read by their values alone.
  let formsByValues: Int

  init(_ bytes: [UInt8], _ forms: consuming FormTable, _ options: ReadingOptions = ReadingOptions()) {
    // What stands near the end is scanned: white space stands there.
    let log = bytes + [UInt8](repeating: 0x20, count: FormTable.lengthLimit)
    var stream = Stream(path: "log", input: 0, options: options)
    let buffer = RecordBuffer(PieceSource(log), capacityLimit: options.recordLimit + (64 << 10))
    var reader = RecordReader<Stream>(
      buffer, limit: options.recordLimit, streamedArrays: Formats.streamedArrays, forms: forms)
    reader.run(&stream)
    stream.finish()
    formsByValues = (0..<100).count { unsafe stream.caches.valueFrames[$0] != nil }
    (facts, summary, hits) = (stream.facts, stream.summary, reader.scanner.forms.hits)
  }
}

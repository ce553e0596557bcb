import Model

extension Stream {
  /// Reads a line of text that was written into a record.
  mutating func readEmbeddedLine(_ node: JSONNode, _ record: JSONRecord) {
    guard let limit = embeddedLimit(for: node, record) else { return }
    let bytes = Array(record.text(node).utf8)
    var scanner = JSONScanner(recordLimit: limit)
    let isText = unsafe readLogLine(bytes.span.bytes, from: .message, &scanner)
    if !isText { reportPieces() }
  }

  private mutating func reportPieces() {
    report(.unrecognizedRecord, "a logger's message that holds pieces of JSON; it was passed over")
  }

  /// Reads a line of a program's output that was written into a record.
  mutating func readOutputLine(_ node: JSONNode, _ fields: TopLevel, _ record: JSONRecord) {
    guard let limit = embeddedLimit(for: node, record) else { return }
    // What continues a line stands in a record of its own.
    needsWholeStream()
    // As in a text log, what stands around a line is none of it.
    var bytes = Array(record.text(node).utf8.drop { $0.isBlank })
    while bytes.last == 0x0A { bytes.removeLast() }
    let line = unsafe bytes.span.bytes
    var scanner = JSONScanner(recordLimit: limit)
    if readLogLine(line, from: .output, &scanner) {
      textLog.hasOutput = true
    } else if !textLog.hasOutput {
      reportUnrecognized(fields.shape(record))
    } else if LineValues(line, from: 0, to: line.byteCount, isEmbedded: true, &scanner).isDebris {
      reportPieces()
    } else {
      // Unlike a line of text it is a record.
      textLog.passed(continuation: line, at: evidence, records: summary.records + 1)
      ignore("continuation line")
    }
  }
}

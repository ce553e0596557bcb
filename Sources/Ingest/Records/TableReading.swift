import Model

/// Tables of comma-separated values: rows instead of records.
extension RecordReader {
  /// Reads rows to the input's end. A row that cannot be used costs its first line; what looked like more of it is read again.
  mutating func readTable(_ sink: inout Sink) {
    var row = CSVRow(delimiter: sink.rowDelimiter)
    while !sink.isStopped {
      row.delimiter = sink.rowDelimiter
      guard buffer[0] != nil || buffer.fill() else { return }
      let place = Place(record: line, byteOffset: buffer.position)
      switch split(&row) {
      case .row(let end) where end > limit:
        reportTooLarge(at: place, &sink)
        pass(end)
      case .row(let end):
        let isUsed = buffer.withText(end, &scanner) { bytes, _ in sink.readRow(row, bytes, at: place) }
        if isUsed || row.innerLineFeeds == 0 {
          pass(end)
        } else {
          wasted += end
          skipLine()
        }
      case .needsMore:
        reportTooLarge(at: place, &sink)
        wasted += buffer.unread
        skipLine()
      case .fault(let reason):
        sink.report(
          Problem(
            .unrecognizedRecord, record: place.record, byteOffset: place.byteOffset,
            message: "a row that cannot be used: \(reason)"))
        skipLine()
      }
    }
  }

  private mutating func split(_ row: inout CSVRow) -> CSVRow.Outcome {
    while true {
      let isFinal = buffer.isAtEnd
      let honorsQuotes = mayTry()
      let outcome = buffer.withText(buffer.unread, &scanner) { bytes, _ in
        row.split(bytes, isFinal: isFinal, honorsQuotes: honorsQuotes)
      }
      switch outcome {
      case .needsMore where buffer.unread <= limit && buffer.fill(): continue
      case .needsMore where buffer.isAtEnd && !isFinal: continue
      case .fault:
        // A quote was followed to here in vain, and the next row may do the same.
        wasted += row.faultOffset
        return outcome
      default: return outcome
      }
    }
  }
}

/// The lines of most logs: each one object of a form that was met before.
extension RecordReader {
  /// Reads lines as long as each is one object whose form is known: the short way of what `run` does.
  mutating func readMatchingLines(_ sink: inout Sink) {
    if valuesOnLine > 0 {
      guard let ending = lineEnding(0) else { return }
      buffer.consume(ending)
      line += 1
      valuesOnLine = 0
    }
    while true {
      guard let match = buffer.match(&scanner) else {
        // What comes near the end of the bytes at hand is not matched.
        if buffer.unread < FormTable.reach, buffer.fill() { continue }
        missed = (buffer.position, buffer.unread)
        return
      }
      guard match.end <= limit, let ending = lineEnding(match.end) else { return }
      let place = Place(record: line, byteOffset: buffer.position)
      let isRead = buffer.withMatchedValues(scanner) { sink.readValues($0, at: place, elementsBefore: elements) }
      if !isRead {
        scanner.write(match)
        elements += buffer.withRecord(scanner) { sink.read($0, at: place, elementsBefore: elements) }
      }
      buffer.consume(match.end + ending)
      line += scanner.lineFeeds + 1
      if sink.isStopped { return }
    }
  }

  /// The length of the line feed, or of carriage return and line feed, at an offset; nil where neither stands.
  @inline(__always)
  private func lineEnding(_ offset: Int) -> Int? {
    if buffer[offset] == 0x0A { return 1 }
    return buffer[offset] == 0x0D && buffer[offset + 1] == 0x0A ? 2 : nil
  }
}

import Model

/// Lines that hold no object or array of records: scalar values, text, broken records.
extension RecordReader {
  /// A `[` opens an array of records only if what follows may be one: log lines begin with `[name]` or `[12]`.
  mutating func opensArray() -> Bool {
    var offset = 1
    switch significant(&offset) {
    case nil: return false
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","): return true
    default: break
    }
    while true {
      switch buffer.scan(&scanner, from: offset, within: limit + 1) {
      case .value(let end): offset += end
      case .needsMore where buffer.unread <= limit:
        _ = buffer.fill()
        continue
      case .needsMore, .fault: return false
      }
      break
    }
    guard let mark = significant(&offset) else { return false }
    if mark == UInt8(ascii: ",") { return true }
    offset += 1
    return mark == UInt8(ascii: "]") && isLineEnd(&offset)
  }

  /// The next byte from an offset on that is no white space; nil where there is none within a record's length.
  mutating func significant(_ offset: inout Int) -> UInt8? {
    while offset <= limit {
      guard let byte = buffer[offset] else {
        if buffer.fill() { continue }
        return nil
      }
      if !byte.isJSONWhitespace { return byte }
      offset += 1
    }
    return nil
  }

  /// Whether nothing but white space follows on the line.
  private mutating func isLineEnd(_ offset: inout Int) -> Bool {
    while offset <= limit {
      guard let byte = buffer[offset] else {
        if buffer.fill() { continue }
        return true
      }
      if byte == 0x0A { return true }
      if !byte.isJSONWhitespace { return false }
      offset += 1
    }
    return true
  }

  /// Reads a line, or what is left of one, that begins with neither object nor array: it is one scalar value, or broken.
  mutating func readLine(at place: Place, _ sink: inout Sink) {
    let first = buffer[0]
    if first == UInt8(ascii: ","), !mayBeHeader(at: place) {
      // Elements whose brackets were cut off.
      report(JSONFault(reason: .expectedValue, offset: 0), at: place, isLost: false, &sink)
      buffer.consume(1)
      valuesOnLine -= 1
      return
    }
    let end = buffer.lineFeed() ?? buffer.unread
    if end > limit {
      reportTooLarge(at: place, &sink)
      skipLine()
      return
    }
    switch buffer.scan(&scanner, to: end) {
    case .value(let valueEnd) where first == UInt8(ascii: "{") || isBlank(valueEnd..<end):
      elements += buffer.withRecord(scanner) { sink.read($0, at: place, elementsBefore: elements) }
      advance(valueEnd)
      return
    case _ where place.value == 1 && first != UInt8(ascii: "{") && readText(end, at: place, &sink): return
    case .value(let valueEnd): report(JSONFault(reason: .expectedValue, offset: valueEnd), at: place, &sink)
    case .fault(let fault): report(fault, at: place, &sink)
    case .needsMore: report(JSONFault(reason: .unexpectedEnd, offset: end), at: place, &sink)
    }
    let next = place.value > 1 ? recordOnLine(before: end, after: .garbage) : nil
    pass(next ?? end)
  }

  /// A table's header may begin with an empty name, that of an index; a record after a comma begins with a bracket.
  private mutating func mayBeHeader(at place: Place) -> Bool {
    var offset = 1
    guard place.value == 1, let next = significant(&offset) else { return false }
    return next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z") || next == UInt8(ascii: "\"")
  }

  /// Offers a line to the sink as text.
  private mutating func readText(_ end: Int, at place: Place, _ sink: inout Sink) -> Bool {
    let outcome = buffer.withText(end, &scanner) { sink.readText($0, at: place, scanner: &$1) }
    switch outcome {
    case .refused: return false
    case .taken: pass(end)
    case .table:
      pass(end)
      if buffer[0] != nil || buffer.fill() { pass(1) }
      readTable(&sink)
    }
    return true
  }

  private func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { buffer[$0]?.isJSONWhitespace ?? true } }
}

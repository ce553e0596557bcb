import Model

/// Documents element by element: arrays of records, and pages around them.
extension RecordReader {
  /// Reads an array whose elements are records, from its bracket on.
  mutating func readElements(_ sink: inout Sink) {
    buffer.consume(1)
    var valueIsDue = true
    var isFirst = true
    while let byte = significantByte() {
      if byte == UInt8(ascii: "]"), !valueIsDue || isFirst {
        buffer.consume(1)
        return
      }
      if !valueIsDue, byte == UInt8(ascii: ",") {
        buffer.consume(1)
        valueIsDue = true
        continue
      }
      if byte == UInt8(ascii: "]") {
        // A comma before the bracket: refused, and nothing lost.
        report(JSONFault(reason: .expectedValue, offset: 0), at: elementPlace, &sink)
        buffer.consume(1)
        return
      }
      let place = elementPlace
      let before = elements
      let result = valueIsDue ? readValue(at: place, &sink) : .fault(JSONFault(reason: .expectedCommaOrEnd, offset: 0))
      isFirst = false
      valueIsDue = false
      switch result {
      case .done:
        // A page inside the array has counted its own elements.
        if elements == before { elements += 1 }
      case .tooLarge:
        elements += 1
        skipTooLarge(at: place, &sink)
      case .fault(let fault):
        elements += 1
        report(fault, at: place, &sink)
        switch recoverElement() {
        case .atSeparator: break
        case .atValue: valueIsDue = true
        case .atEnd: return
        }
      }
    }
    report(JSONFault(reason: .unexpectedEnd, offset: 0), at: elementPlace, &sink)
  }

  private var elementPlace: Place { Place(record: elements + 1, byteOffset: buffer.position) }

  /// Whether the object at the first unread byte opens one of the streamed arrays before an offset, all before it being sound.
  mutating func opensStreamedArray(before limit: Int) -> Bool {
    var offset = 1
    while let key = scanPiece(at: &offset, limit), buffer[key.lowerBound] == UInt8(ascii: "\"") {
      let keyword = buffer.withRecord(scanner, from: key.lowerBound) { $0.keyword($0.root) }
      guard skipWhitespace(&offset) == UInt8(ascii: ":") else { return false }
      offset += 1
      if streamedArrays.contains(keyword), skipWhitespace(&offset) == UInt8(ascii: "[") { return offset < limit }
      guard scanPiece(at: &offset, limit) != nil, skipWhitespace(&offset) == UInt8(ascii: ",") else { return false }
      offset += 1
    }
    return false
  }

  /// Scans the value at an offset, which comes to stand behind it; nil where it is not whole and sound.
  private mutating func scanPiece(at offset: inout Int, _ limit: Int) -> Range<Int>? {
    guard skipWhitespace(&offset) != nil, offset < limit else { return nil }
    guard case .value(let end) = buffer.scan(&scanner, from: offset) else { return nil }
    defer { offset += end }
    return offset..<offset + end
  }

  private func skipWhitespace(_ offset: inout Int) -> UInt8? {
    while let byte = buffer[offset], byte.isJSONWhitespace { offset += 1 }
    return buffer[offset]
  }

  /// Reads a page member by member, its array of records element by element.
  mutating func readPage(_ sink: inout Sink) {
    let place = Place(record: line, value: max(valuesOnLine, 1), byteOffset: buffer.position)
    sink.beginPage()
    defer { sink.endPage() }
    buffer.consume(1)
    var isFirst = true
    while let byte = significantByte() {
      if byte == UInt8(ascii: "}") {
        buffer.consume(1)
        return
      }
      if !isFirst {
        guard byte == UInt8(ascii: ",") else { return recoverPage(.expectedCommaOrEnd, &sink) }
        buffer.consume(1)
        guard significantByte() != nil else { break }
      }
      isFirst = false
      guard buffer[0] == UInt8(ascii: "\""), case .value(let end) = scanWhole() else {
        return recoverPage(.expectedKey, &sink)
      }
      let keyword = buffer.withRecord(scanner) { $0.keyword($0.root) }
      advance(end)
      guard significantByte() == UInt8(ascii: ":") else { return recoverPage(.expectedColon, &sink) }
      buffer.consume(1)
      if significantByte() == UInt8(ascii: "["), streamedArrays.contains(keyword) {
        readElements(&sink)
      } else if case .value(let end) = scanWhole() {
        buffer.withRecord(scanner) { sink.readPageMember(keyword, $0) }
        advance(end)
      } else {
        return recoverPage(.expectedValue, &sink)
      }
    }
    report(JSONFault(reason: .unexpectedEnd, offset: buffer.position - place.byteOffset), at: place, &sink)
  }

  /// Scans the value at the first unread byte, reading on until it is whole.
  private mutating func scanWhole() -> JSONScanner.Outcome {
    while true {
      let outcome = buffer.scan(&scanner)
      guard case .needsMore = outcome, buffer.unread <= limit else { return outcome }
      _ = buffer.fill()
    }
  }

  /// What follows a page that is broken outside its array is read as if a new record began on the next line.
  private mutating func recoverPage(_ reason: JSONFault.Reason, _ sink: inout Sink) {
    let place = Place(record: line, value: max(valuesOnLine, 1), byteOffset: buffer.position)
    recoverLine(JSONFault(reason: reason, offset: 0), at: place, &sink)
  }
}

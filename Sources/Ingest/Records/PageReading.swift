import Model

/// Pages around arrays of records, read member by member.
extension RecordReader {
  /// Reads a page from its brace on, its array of records element by element.
  /// - Parameters:
  ///   - key: the array's.
  ///   - bracket: where the array begins, if what stands before it is broken and must be passed over.
  mutating func readPage(_ key: Keyword, at place: Place, from bracket: Int? = nil, _ sink: inout Sink) -> Result {
    isInPage = true
    sink.beginPage(key)
    defer {
      sink.endPage()
      isInPage = false
    }
    if let bracket {
      pass(bracket)
      if case .cut = readElements(&sink) { return .cut }
    } else {
      buffer.consume(1)
    }
    var isFirst = bracket == nil
    while let byte = significantByte() {
      if byte == UInt8(ascii: "}") {
        buffer.consume(1)
        return .done
      }
      if !isFirst {
        guard byte == UInt8(ascii: ",") else { return broken(.expectedCommaOrEnd, &sink) }
        buffer.consume(1)
        guard significantByte() != nil else { break }
      }
      isFirst = false
      guard buffer[0] == UInt8(ascii: "\""), case .value(let end) = scanWhole() else {
        return broken(.expectedKey, &sink)
      }
      let key = buffer.withRecord(scanner) { $0.keyword($0.root) }
      advance(end)
      guard let colon = significantByte() else { break }
      guard colon == UInt8(ascii: ":") else { return broken(.expectedColon, &sink) }
      buffer.consume(1)
      if significantByte() == UInt8(ascii: "["), streamedArrays.contains(key) {
        if case .cut = readElements(&sink) { return .cut }
      } else if let result = readMember(key, &sink) {
        return result
      }
    }
    endedInArray = true
    report(JSONFault(reason: .unexpectedEnd, offset: 0), at: pagePlace, isLost: false, &sink)
    return .cut
  }

  /// - Returns: nil where the member was read.
  private mutating func readMember(_ key: Keyword, _ sink: inout Sink) -> Result? {
    switch scanWhole() {
    case .value(let end) where end <= limit:
      buffer.withRecord(scanner) { sink.readPageMember(key, $0) }
      advance(end)
    case .fault(let fault) where fault.offset <= limit:
      guard case .tooManyValues = fault.reason else { return broken(fault.reason, &sink) }
      report(fault, at: pagePlace, &sink)
      advance(fault.offset)
    case .value, .needsMore, .fault: skipTooLarge(at: pagePlace, isElement: true, &sink)
    }
    return nil
  }

  private var pagePlace: Place { Place(record: elements + 1, byteOffset: buffer.position) }

  private func broken(_ reason: JSONFault.Reason, _ sink: inout Sink) -> Result {
    report(JSONFault(reason: reason, offset: 0), at: pagePlace, isLost: false, &sink)
    return .brokenPage
  }

  /// Scans the value at the first unread byte, reading on until it is whole.
  private mutating func scanWhole() -> JSONScanner.Outcome {
    while true {
      let outcome = buffer.scan(&scanner, within: limit + 1)
      guard case .needsMore = outcome, buffer.unread <= limit else { return outcome }
      _ = buffer.fill()
    }
  }

  /// The key of the first of the streamed arrays that the object at the first unread byte opens before an offset, all before it
  /// being sound.
  ///
  /// Pages do not lie in each other: what looks so is read as one record, so that no input decides how deep calls go.
  mutating func streamedArray(before limit: Int) -> Keyword? {
    if isInPage { return nil }
    var offset = 1
    while let key = scanPiece(at: &offset, limit), buffer[key.lowerBound] == UInt8(ascii: "\"") {
      let keyword = buffer.withRecord(scanner, from: key.lowerBound) { $0.keyword($0.root) }
      guard skipWhitespace(&offset) == UInt8(ascii: ":") else { return nil }
      offset += 1
      if streamedArrays.contains(keyword), skipWhitespace(&offset) == UInt8(ascii: "[") {
        return offset < limit ? keyword : nil
      }
      guard scanPiece(at: &offset, limit) != nil, skipWhitespace(&offset) == UInt8(ascii: ",") else { return nil }
      offset += 1
    }
    return nil
  }

  /// Scans the value at an offset, which comes to stand behind it; nil where it is not whole and sound.
  private mutating func scanPiece(at offset: inout Int, _ limit: Int) -> Range<Int>? {
    guard skipWhitespace(&offset) != nil, offset < limit else { return nil }
    guard case .value(let end) = buffer.scan(&scanner, from: offset, within: self.limit + 1) else { return nil }
    defer { offset += end }
    return offset..<offset + end
  }

  private func skipWhitespace(_ offset: inout Int) -> UInt8? {
    while let byte = buffer[offset], byte.isJSONWhitespace { offset += 1 }
    return buffer[offset]
  }

  /// A streamed array in the same record after a fault, which costs only what stands before the array: its key, and its bracket's
  /// offset. The record is taken to end where a line begins with a brace or bracket.
  mutating func streamedArray(after offset: Int) -> (key: Keyword, bracket: Int)? {
    guard mayTry() else { return nil }
    var offset = max(offset, 1)
    while offset <= limit {
      guard let byte = buffer[offset] else {
        if buffer.fill() { continue }
        break
      }
      if buffer[offset - 1] == 0x0A, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "}")
      {
        break
      }
      if byte == UInt8(ascii: "\""), let array = streamedArray(namedAt: offset) { return array }
      offset += 1
    }
    wasted += offset
    return nil
  }

  private mutating func streamedArray(namedAt offset: Int) -> (key: Keyword, bracket: Int)? {
    for (key, name) in streamedNames {
      while buffer.unread < offset + name.count, buffer.fill() {}
      guard matches(name, at: offset) else { continue }
      var behind = offset + name.count
      guard significant(&behind) == UInt8(ascii: ":") else { continue }
      behind += 1
      guard significant(&behind) == UInt8(ascii: "[") else { continue }
      var inside = behind + 1
      let first = significant(&inside)
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "]") { return (key, behind) }
    }
    return nil
  }
}

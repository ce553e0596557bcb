import Model

/// Where a record stands in its input.
struct Place: Equatable {
  /// The line on which a top-level value begins, or the running number of an element of a document's array.
  var record: Int
  /// The 1-based value on that line.
  var value = 1
  /// Into the uncompressed bytes.
  var byteOffset: Int
}

/// What a record reader hands its records to.
protocol RecordSink {
  /// One checked JSON value.
  /// - Returns: how many elements of a document's array it held: the reader counts elements through the whole input.
  mutating func read(_ record: JSONRecord, at place: Place, elementsBefore: Int) -> Int
  /// A page whose array of records is streamed begins; its members follow one by one, its elements through `read`.
  mutating func beginPage()
  mutating func readPageMember(_ key: Keyword, _ record: JSONRecord)
  mutating func endPage()
  mutating func report(_ problem: Problem)
}

/// Cuts an input into JSON values and has each checked, whatever lies around them.
///
/// Values may stand one a line, one after the other, or pretty over many lines. The elements of a top-level array, and of the
/// array of records in a page that does not fit the buffer or is broken somewhere, are handed over one by one, so that
/// a document may be of any size and one broken element costs only itself. Between values, white space, NUL padding, the record separators of
/// RFC 7464 and byte-order marks are passed over.
struct RecordReader<Sink: RecordSink>: ~Copyable {
  var buffer: RecordBuffer
  var scanner = JSONScanner()
  /// Bytes that one record may have.
  let limit: Int
  /// The keys of the arrays whose elements are records.
  let streamedArrays: Set<Keyword>
  var line = 1
  var valuesOnLine = 0
  var elements = 0

  init(_ buffer: consuming RecordBuffer, limit: Int, streamedArrays: Set<Keyword>) {
    self.buffer = buffer
    self.limit = limit
    self.streamedArrays = streamedArrays
  }

  enum Result {
    case done
    case fault(JSONFault)
    case tooLarge
  }

  /// Reads the input to its end.
  mutating func run(_ sink: inout Sink) {
    while let byte = significantByte(betweenValues: true) {
      valuesOnLine += 1
      switch byte {
      case UInt8(ascii: "["):
        if opensArray() { readElements(&sink) } else { readLine(&sink) }
      case UInt8(ascii: "{"):
        let place = Place(record: line, value: valuesOnLine, byteOffset: buffer.position)
        switch readValue(at: place, &sink) {
        case .done: break
        case .fault(let fault): recoverLine(fault, at: place, &sink)
        case .tooLarge: skipTooLarge(at: place, &sink)
        }
      default: readLine(&sink)
      }
    }
  }

  /// The next byte that is no white space, and comes to be the first unread one; nil at the end.
  @inline(__always)
  mutating func significantByte(betweenValues: Bool = false) -> UInt8? {
    while true {
      guard let byte = buffer[0] else {
        if buffer.fill() { continue }
        return nil
      }
      if byte.isJSONWhitespace {
        if byte == 0x0A {
          line += 1
          valuesOnLine = 0
        }
      } else if !betweenValues || !(byte == 0 || byte == 0x1E || isByteOrderMark(byte)) {
        return byte
      } else if byte == 0xEF {
        buffer.consume(2)
      }
      buffer.consume(1)
    }
  }

  private mutating func isByteOrderMark(_ byte: UInt8) -> Bool {
    guard byte == 0xEF else { return false }
    if buffer.unread < 3 { _ = buffer.fill() }
    return buffer[1] == 0xBB && buffer[2] == 0xBF
  }

  /// Checks the value that begins at the first unread byte and hands it over; the buffer grows until it is whole.
  mutating func readValue(at place: Place, _ sink: inout Sink) -> Result {
    let isObject = buffer[0] == UInt8(ascii: "{")
    while true {
      switch buffer.scan(&scanner) {
      case .value(let end):
        if end > limit { return .tooLarge }
        elements += buffer.withRecord(scanner) { sink.read($0, at: place, elementsBefore: elements) }
        advance(end)
        return .done
      case .fault(let fault):
        if isObject, opensStreamedArray(before: fault.offset) {
          readPage(&sink)
          return .done
        }
        return .fault(fault)
      case .needsMore:
        if isObject, buffer.isFull, opensStreamedArray(before: buffer.unread) {
          readPage(&sink)
          return .done
        }
        if buffer.unread > limit { return .tooLarge }
        _ = buffer.fill()
      }
    }
  }

  /// Passes a value that was scanned.
  @inline(__always)
  mutating func advance(_ count: Int) {
    buffer.consume(count)
    if scanner.lineFeeds > 0 {
      line += scanner.lineFeeds
      valuesOnLine = 0
    }
  }

  /// A `[` opens an array of records only if what follows may be one: log lines begin with `[name]`.
  private mutating func opensArray() -> Bool {
    var offset = 1
    while true {
      guard let byte = buffer[offset] else {
        if buffer.fill() { continue }
        return false
      }
      if byte.isJSONWhitespace {
        offset += 1
        continue
      }
      return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
        || byte == UInt8(ascii: "\"")
    }
  }

  /// Reads a line that begins with neither object nor array: it is one scalar value, or broken.
  private mutating func readLine(_ sink: inout Sink) {
    let place = Place(record: line, value: valuesOnLine, byteOffset: buffer.position)
    let end = buffer.lineFeed() ?? buffer.unread
    if buffer[end] == nil, !buffer.isAtEnd {
      skipTooLarge(at: place, &sink)
      return
    }
    switch buffer.scan(&scanner, to: end) {
    case .value(let valueEnd) where (valueEnd..<end).allSatisfy { buffer[$0]?.isJSONWhitespace ?? true }:
      _ = buffer.withRecord(scanner) { sink.read($0, at: place, elementsBefore: elements) }
    case .value(let valueEnd):
      report(JSONFault(reason: .expectedValue, offset: valueEnd), at: place, &sink)
    case .fault(let fault): report(fault, at: place, &sink)
    case .needsMore: report(JSONFault(reason: .unexpectedEnd, offset: end), at: place, &sink)
    }
    buffer.consume(end)
  }

  func report(_ fault: JSONFault, at place: Place, _ sink: inout Sink) {
    let kind: Problem.Kind =
      switch fault.reason {
      case .invalidUTF8: .invalidUTF8
      case .nestedTooDeep: .nestedTooDeep
      default: .malformedJSON
      }
    sink.report(
      Problem(
        kind, record: place.record, byteOffset: place.byteOffset,
        message: "\(fault.message) (byte \(place.byteOffset + fault.offset)); the record was passed over"))
  }
}

import Model

/// Cuts an input into JSON values and has each checked, whatever lies around them.
///
/// Values may stand one a line, one after the other, or pretty over many lines. The elements of a top-level array, and of the
/// array of records in a page that does not fit the buffer or is broken somewhere, are handed over one by one, so that
/// a document may be of any size and one broken element costs only itself. Between values, white space, NUL padding, the record separators of
/// RFC 7464 and byte-order marks are passed over.
struct RecordReader<Sink: RecordSink>: ~Copyable {
  var buffer: RecordBuffer
  var scanner: JSONScanner
  /// Bytes that one record may have.
  let limit: Int
  /// The keys of the arrays whose elements are records.
  let streamedArrays: Set<Keyword>
  /// The same as they are written.
  let streamedNames: [(key: Keyword, name: [UInt8])]
  var line = 1
  var valuesOnLine = 0
  var elements = 0
  var isInPage = false
  /// Bytes that were looked at in vain.
  var wasted = 0
  /// Where the reading began.
  private var origin = 0
  /// Where no form was found last, and of how many bytes at hand.
  var missed = (position: -1, unread: 0)
  /// The input ended inside of a record.
  var endedInside = false
  /// It ended inside of an array or page of records: others are missing.
  var endedInArray = false

  init(
    _ buffer: consuming RecordBuffer, limit: Int, streamedArrays: Set<Keyword>,
    forms: consuming FormTable = FormTable()
  ) {
    self.buffer = buffer
    self.limit = limit
    scanner = JSONScanner(recordLimit: limit, forms: forms)
    self.streamedArrays = streamedArrays
    streamedNames = streamedArrays.map { ($0, Array("\"\($0.rawValue)\"".utf8)) }
  }

  /// Begins anew at another position of the input, where a line begins and to which its source was moved.
  mutating func begin(at position: Int) {
    buffer.begin(at: position)
    (line, valuesOnLine, wasted, origin) = (1, 0, 0, position)
    (endedInside, endedInArray) = (false, false)
  }

  enum Result {
    case done
    case fault(JSONFault)
    case tooLarge
    /// A page was read up to where it is broken, and the problem reported.
    case brokenPage
    /// A page was read up to where it or its array was cut, and the problem reported; something else follows, or nothing.
    case cut
  }

  /// Reads the input to its end.
  mutating func run(_ sink: inout Sink) {
    while !sink.isStopped {
      readMatchingLines(&sink)
      if sink.isStopped { return }
      guard let byte = significantByte(betweenValues: true) else { return }
      valuesOnLine += 1
      if byte == UInt8(ascii: "["), opensArray() {
        _ = readElements(&sink)
      } else if byte == UInt8(ascii: "{"), mayTry() {
        readRecord(at: linePlace, &sink)
      } else {
        readLine(at: linePlace, &sink)
      }
    }
  }

  private var linePlace: Place { Place(record: line, value: valuesOnLine, byteOffset: buffer.position) }

  private mutating func readRecord(at place: Place, _ sink: inout Sink) {
    switch readValue(at: place, &sink) {
    case .done, .cut: break
    case .brokenPage: recoverLine()
    case .tooLarge: skipTooLarge(at: place, &sink)
    case .fault(let fault):
      if fault.reason == .unexpectedEnd { endedInside = true }
      report(fault, at: place, &sink)
      if let (key, bracket) = streamedArray(after: fault.offset) {
        switch readPage(key, at: place, from: bracket, &sink) {
        case .brokenPage: recoverLine()
        default: passClosingBrackets()
        }
      } else {
        recoverLine(from: fault)
      }
    }
  }

  /// Passes what closes the values around a page that was found in a broken one.
  private mutating func passClosingBrackets() {
    while let byte = buffer[0] ?? (buffer.fill() ? buffer[0] : nil),
      byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    {
      buffer.consume(1)
    }
  }

  /// Whether a value that may be broken may be looked at once more. What was looked at in vain must stay a small multiple of what
  /// was read, or an input made for it would be searched for ever; no honest damage comes near it.
  func mayTry(ahead: Int = 0) -> Bool {
    wasted <= Self.freeWaste + Self.wastePerByte * (buffer.position - origin + ahead)
  }

  /// So little was looked at in vain that, if it is so in each part of an input, nothing would be refused in the whole of it.
  var wastedLittle: Bool { wasted <= min(Self.freeWaste, Self.wastePerByte * (buffer.position - origin)) }

  private static var freeWaste: Int { 1 << 20 }
  private static var wastePerByte: Int { 16 }

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
    while buffer.unread < 3, buffer.fill() {}
    return buffer[1] == 0xBB && buffer[2] == 0xBF
  }

  /// Checks the value that begins at the first unread byte and hands it over; the buffer grows until it is whole.
  mutating func readValue(at place: Place, _ sink: inout Sink) -> Result {
    let isObject = buffer[0] == UInt8(ascii: "{")
    while true {
      switch buffer.scan(&scanner, within: limit + 1, isMissed: missed == (buffer.position, buffer.unread)) {
      case .value(let end) where end <= limit:
        elements += buffer.withRecord(scanner) { sink.read($0, at: place, elementsBefore: elements) }
        advance(end)
        return .done
      case .value:
        guard isObject, let key = streamedArray(before: limit) else { return .tooLarge }
        return readPage(key, at: place, &sink)
      case .fault(let fault):
        wasted += fault.offset
        if isObject, let key = streamedArray(before: min(fault.offset, limit)) {
          return readPage(key, at: place, &sink)
        }
        if fault.offset > limit { return .tooLarge }
        guard case .tooManyValues = fault.reason else { return .fault(fault) }
        report(fault, at: place, &sink)
        advance(fault.offset)
        return .done
      case .needsMore:
        let isTooLarge = buffer.unread > limit
        if isObject, isTooLarge || buffer.isFull, let key = streamedArray(before: min(buffer.unread, limit)) {
          return readPage(key, at: place, &sink)
        }
        if isTooLarge { return .tooLarge }
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

  /// Passes bytes that were not scanned as one value.
  mutating func pass(_ count: Int) {
    for offset in 0..<count where buffer[offset] == 0x0A {
      line += 1
      valuesOnLine = 0
    }
    buffer.consume(count)
  }

  /// - Parameter isLost: false where only the mark between two records is wrong.
  func report(_ fault: JSONFault, at place: Place, isLost: Bool = true, _ sink: inout Sink) {
    let kind: Problem.Kind =
      switch fault.reason {
      case .invalidUTF8: .invalidUTF8
      case .nestedTooDeep: .nestedTooDeep
      case .tooManyValues: .recordTooLarge
      default: .malformedJSON
      }
    let outcome =
      isLost
      ? "the record was passed over"
      : fault.reason == .unexpectedEnd ? "what came after is missing" : "no record was lost"
    sink.report(
      Problem(
        kind, record: place.record, byteOffset: place.byteOffset,
        message: "\(fault.message) (byte \(place.byteOffset + fault.offset)); \(outcome)"))
  }
}

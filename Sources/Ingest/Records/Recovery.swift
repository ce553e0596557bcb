import Model

/// Finds the next record after a top-level value that could not be read.
extension RecordReader {
  /// What stands before the record that is looked for on the same line.
  enum Debris {
    case record, garbage
  }

  /// Goes on behind a broken top-level value: with the next record on its line, or else with the next line. If the value was
  /// broken on a later line than its first, only with a line that begins as records do, for the lines between belong to it.
  mutating func recoverLine(from fault: JSONFault) {
    let lineFeed = buffer.lineFeed()
    if let next = recordOnLine(before: lineFeed, after: .record) {
      pass(next)
      return
    }
    skipLine()
    if let lineFeed, lineFeed < fault.offset { skipToRecordStart() }
  }

  /// Goes on behind the place where a page is broken, unless it was cut before a record on a new line.
  mutating func recoverLine() {
    if valuesOnLine == 0, buffer[0] == UInt8(ascii: "{") || buffer[0] == UInt8(ascii: "[") { return }
    if let next = recordOnLine(before: buffer.lineFeed(), after: .record) {
      pass(next)
      return
    }
    skipLine()
    skipToRecordStart()
  }

  private mutating func skipToRecordStart() {
    while let byte = firstUnread() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["), 0x1E, 0, 0xEF: return
      default: skipLine()
      }
    }
  }

  /// The offset of a whole record on the rest of the line: a writer that was stopped in the middle of a record goes on behind it.
  ///
  /// It must not be a part of what is broken: so it begins as the broken record does or where that was ended, is no
  /// element or member by what stands before it, and fills the line or is followed by one more.
  mutating func recordOnLine(before lineFeed: Int?, after debris: Debris) -> Int? {
    let end = min(lineFeed ?? buffer.unread, limit)
    let own = beginning()
    var offset = 1
    var previous = buffer[0] ?? 0
    while offset < end, let byte = buffer[offset] {
      if byte == UInt8(ascii: "{"), mayTry(ahead: offset), mayBegin(offset, after: previous, own, debris) {
        switch buffer.scan(&scanner, from: offset, to: end) {
        case .value(let count) where mayEnd(offset + count, end): return offset
        case .value(let count): wasted += count
        case .fault(let fault): wasted += fault.offset
        case .needsMore: break
        }
      }
      if !byte.isJSONWhitespace { previous = byte }
      offset += 1
    }
    return nil
  }

  private func mayBegin(_ offset: Int, after previous: UInt8, _ own: [UInt8], _ debris: Debris) -> Bool {
    if debris == .garbage { return true }
    switch previous {
    case UInt8(ascii: "}"), 0x1E, 0: return true
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["): return false
    default: return matches(own, at: offset)
    }
  }

  private func mayEnd(_ offset: Int, _ end: Int) -> Bool {
    var offset = offset
    while offset < end, let byte = buffer[offset], byte.isJSONWhitespace || byte == 0 { offset += 1 }
    guard offset < end, let byte = buffer[offset] else { return true }
    return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ",") || byte == 0x1E
  }

  /// A record's bytes up to its first colon: records of one input mostly begin alike. Empty where there is none soon.
  mutating func beginning() -> [UInt8] {
    while buffer.unread < Self.longestBeginning, buffer.fill() {}
    guard buffer[0] == UInt8(ascii: "{") else { return [] }
    var bytes: [UInt8] = []
    while bytes.count < Self.longestBeginning, let byte = buffer[bytes.count] {
      bytes.append(byte)
      if byte == UInt8(ascii: ":") { return bytes.count > 2 ? bytes : [] }
    }
    return []
  }

  static var longestBeginning: Int { 64 }

  func matches(_ beginning: [UInt8], at offset: Int) -> Bool {
    !beginning.isEmpty && beginning.indices.allSatisfy { buffer[offset + $0] == beginning[$0] }
  }

  func reportTooLarge(at place: Place, _ sink: inout Sink) {
    sink.report(
      Problem(
        .recordTooLarge, record: place.record, byteOffset: place.byteOffset,
        message: "the record is larger than \(limit) bytes and was passed over; --max-record-bytes reads larger ones"))
  }

  /// Reports a record over the limit and skips it without holding it.
  mutating func skipTooLarge(at place: Place, isElement: Bool = false, _ sink: inout Sink) {
    reportTooLarge(at: place, &sink)
    // A line feed ends a record that had none up to the limit: if brackets do not match, only its line is lost.
    let endsWithLine = !isElement && !(0..<min(limit, buffer.unread)).contains { buffer[$0] == 0x0A }
    let own = isElement ? [] : beginning()
    let seen = buffer.unread
    var outline = Outline()
    while let byte = firstUnread(), !outline.endsBefore(byte) {
      if byte == 0x0A, endsWithLine { return }
      pass(1)
      if isElement || byte != 0x0A { continue }
      if outline.stringWasCut { return skipToRecordStart() }
      // It was cut, where another line begins as it did.
      while buffer.unread < own.count, buffer.fill() {}
      if matches(own, at: 0) {
        wasted += seen
        return
      }
    }
    if buffer[0] == nil { endedInside = true }
  }

  mutating func skipLine() {
    while true {
      if let end = buffer.lineFeed() {
        buffer.consume(end + 1)
        line += 1
        valuesOnLine = 0
        return
      }
      buffer.consume(buffer.unread)
      if firstUnread() == nil { return }
    }
  }

  private mutating func firstUnread() -> UInt8? {
    if buffer[0] == nil { _ = buffer.fill() }
    return buffer[0]
  }
}

import Model

/// Finds the next record after one that could not be read.
extension RecordReader {
  /// Where the reader stands after a broken element.
  enum Recovery {
    case atSeparator, atValue, atEnd
  }

  /// Reports a broken top-level value and goes on with the next line; if the value was broken on a later line than its first,
  /// with the next line that begins with a brace or bracket, for the lines between belong to it.
  mutating func recoverLine(_ fault: JSONFault, at place: Place, _ sink: inout Sink) {
    report(fault, at: place, &sink)
    let lineFeed = buffer.lineFeed()
    let isOneLine = lineFeed.map { $0 >= fault.offset } ?? true
    skipLine()
    if isOneLine { return }
    while let byte = firstUnread(), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "[") { skipLine() }
  }

  /// Reports a record over the limit and skips it without holding it.
  mutating func skipTooLarge(at place: Place, _ sink: inout Sink) {
    sink.report(
      Problem(
        .recordTooLarge, record: place.record, byteOffset: place.byteOffset,
        message: "the record is larger than \(limit) bytes and was passed over; --max-record-bytes reads larger ones"))
    var outline = Outline()
    while let byte = firstUnread(), !outline.endsBefore(byte) {
      if byte == 0x0A {
        line += 1
        valuesOnLine = 0
      }
      buffer.consume(1)
    }
  }

  /// Goes past a broken element of an array.
  ///
  /// Brackets and quotes mostly still match: then the element ends where they do, if something sound follows. Otherwise the next place
  /// where something begins as this element did, and reads whole, is taken for the next element.
  mutating func recoverElement() -> Recovery {
    if let end = outlineEnd(), isFollowedSoundly(end) {
      buffer.consume(end)
      return .atSeparator
    }
    let ownBeginning = elementBeginning()
    let beginning = ownBeginning.count > 2 ? ownBeginning : Array("{\"".utf8)
    // Each try may cost as much as was passed, and some more: so the search stays linear, however hostile the input.
    var offset = 1, budget = 1 << 16
    while true {
      while offset + beginning.count <= buffer.unread {
        if budget > 0, matches(beginning, at: offset) {
          switch buffer.scan(&scanner, from: offset) {
          case .fault(let fault): budget -= fault.offset
          case .value, .needsMore:
            buffer.consume(offset)
            return .atValue
          }
        }
        budget += 4
        offset += 1
      }
      if buffer.unread > limit {
        buffer.consume(offset)
        offset = 0
      }
      if !buffer.fill() {
        buffer.consume(buffer.unread)
        return .atEnd
      }
    }
  }

  /// The offset at which the outline of the first unread value ends; nil if it does not within the limit.
  private mutating func outlineEnd() -> Int? {
    var outline = Outline()
    var offset = 0
    while true {
      while let byte = buffer[offset] {
        if outline.endsBefore(byte) { return offset }
        offset += 1
      }
      if buffer.unread > limit || !buffer.fill() { return nil }
    }
  }

  /// Whether the array ends behind an offset, or goes on with a value that is not broken.
  private mutating func isFollowedSoundly(_ end: Int) -> Bool {
    var offset = end
    guard let separator = significant(&offset) else { return false }
    if separator == UInt8(ascii: "]") { return true }
    guard separator == UInt8(ascii: ",") else { return false }
    offset += 1
    guard significant(&offset) != nil else { return false }
    if case .fault = buffer.scan(&scanner, from: offset) { return false }
    return true
  }

  private mutating func significant(_ offset: inout Int) -> UInt8? {
    while true {
      guard let byte = buffer[offset] else {
        if buffer.fill() { continue }
        return nil
      }
      if !byte.isJSONWhitespace { return byte }
      offset += 1
    }
  }

  /// The element's bytes up to its first colon: elements of one array mostly begin alike.
  private func elementBeginning() -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 64, let byte = buffer[bytes.count] {
      bytes.append(byte)
      if byte == UInt8(ascii: ":") { return bytes }
    }
    return []
  }

  private func matches(_ bytes: [UInt8], at offset: Int) -> Bool {
    for index in bytes.indices where buffer[offset + index] != bytes[index] { return false }
    return true
  }

  private mutating func skipLine() {
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

/// Follows brackets and quotes, and no other grammar, to the end of a value.
struct Outline {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isBegun = false
  private var isDone = false

  /// Whether the value ends before this byte. A line feed ends a string, for none may hold one.
  @inline(__always)
  mutating func endsBefore(_ byte: UInt8) -> Bool {
    if isDone { return true }
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") || byte == 0x0A {
        isInString = false
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      // A closing bracket that was never opened belongs to the array around, unless the value is nothing but it.
      if depth == 0 { return isBegun || byte == UInt8(ascii: "]") }
      depth -= 1
      isDone = depth == 0
    case UInt8(ascii: ","):
      if depth == 0 { return true }
    case 0x0A:
      if depth == 0, isBegun { return true }
    default: break
    }
    if !byte.isJSONWhitespace { isBegun = true }
    return false
  }
}

/// Finds the next record after an element of an array that could not be read.
extension RecordReader {
  /// Where the reader stands after a broken element.
  enum Recovery {
    case atSeparator, atValue
    /// The array was cut; something else follows it.
    case atDocument
    case atEnd
  }

  /// Goes past a broken element of an array.
  ///
  /// Brackets and quotes mostly still match: then the element ends where they do, if something sound follows. Otherwise the next place
  /// where something begins as elements of this array do, and reads whole, is taken for the next element; and what begins
  /// a line without being an element, for what follows the array.
  /// - Parameter known: how the array's first element begins.
  mutating func recoverElement(like known: [UInt8]) -> Recovery {
    let own = beginning()
    if mayTry(), let (end, isTurnedInsideOut) = outlineEnd() {
      if isFollowedSoundly(end, own, known), !isTurnedInsideOut || !holdsElement(before: end, own, known) {
        pass(end)
        return .atSeparator
      }
      wasted += end
    }
    var offset = 1
    while true {
      while offset + Self.longestBeginning <= buffer.unread || buffer.isAtEnd, let byte = buffer[offset] {
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "["), mayTry(ahead: offset),
          matches(own, at: offset) || matches(known, at: offset) || buffer[offset - 1] == 0x0A
        {
          pass(offset - 1)
          offset = 1
          if let recovery = recovery(isAlike: matches(own, at: 1) || matches(known, at: 1)) {
            pass(1)
            return recovery
          }
        }
        offset += 1
      }
      if buffer.isAtEnd {
        pass(buffer.unread)
        return .atEnd
      }
      // The byte before stays, for it tells whether a line begins.
      pass(offset - 1)
      offset = 1
      _ = buffer.fill()
    }
  }

  /// What begins at the brace or bracket behind the first unread byte; nil where it is nothing that could be gone on with.
  private mutating func recovery(isAlike: Bool) -> Recovery? {
    if buffer[1] == UInt8(ascii: "[") {
      var inside = 2
      return significant(&inside) == UInt8(ascii: "{") ? .atDocument : nil
    }
    while true {
      switch buffer.scan(&scanner, from: 1, within: limit + 2) {
      case .fault(let fault) where fault.offset <= limit:
        wasted += fault.offset
        return nil
      case .value(let count) where count <= limit:
        if isAlike { return .atValue }
        var behind = 1 + count
        let mark = significant(&behind)
        return mark == UInt8(ascii: ",") || mark == UInt8(ascii: "]") ? .atValue : .atDocument
      case .needsMore where buffer.unread <= limit + 1: _ = buffer.fill()
      default: return isAlike ? .atValue : .atDocument
      }
    }
  }

  /// The offset at which the outline of the first unread value ends; nil if it does not within the limit.
  private mutating func outlineEnd() -> (offset: Int, isTurnedInsideOut: Bool)? {
    var outline = Outline()
    var offset = 0
    while true {
      while let byte = buffer[offset] {
        if outline.endsBefore(byte) { return (offset, outline.isTurnedInsideOut) }
        offset += 1
        if offset > limit { break }
      }
      if offset > limit || !buffer.fill() {
        wasted += offset
        return nil
      }
    }
  }

  /// Whether something that begins as elements do and reads whole stands before an offset.
  private mutating func holdsElement(before end: Int, _ own: [UInt8], _ known: [UInt8]) -> Bool {
    for offset in 1..<max(end, 1) where buffer[offset] == UInt8(ascii: "{") {
      guard mayTry(ahead: offset), matches(own, at: offset) || matches(known, at: offset) else { continue }
      switch buffer.scan(&scanner, from: offset, to: end) {
      case .value: return true
      case .fault(let fault): wasted += fault.offset
      case .needsMore: wasted += end - offset
      }
    }
    return false
  }

  /// Whether the array ends behind an offset, or goes on with what begins as its elements do or is not broken.
  private mutating func isFollowedSoundly(_ end: Int, _ own: [UInt8], _ known: [UInt8]) -> Bool {
    var offset = end
    guard let separator = significant(&offset) else { return false }
    if separator == UInt8(ascii: "]") { return true }
    guard separator == UInt8(ascii: ",") else { return false }
    offset += 1
    guard significant(&offset) != nil else { return false }
    // A look at how it begins is enough: a broken one is found when it is read.
    let end = offset + 2 * Self.longestBeginning
    while buffer.unread < end, buffer.fill() {}
    if matches(own, at: offset) || matches(known, at: offset) { return true }
    guard case .fault(let fault) = buffer.scan(&scanner, from: offset, to: min(end, buffer.unread)) else { return true }
    return fault.reason == .unexpectedEnd
  }
}

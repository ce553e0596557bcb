/// One pass over one value: what the scanner knows while it goes from byte to byte.
struct JSONPass: ~Copyable, ~Escapable {
  private let bytes: RawSpan
  private let base: Int
  private let isFinal: Bool
  private var tape: MutableSpan<UInt64>
  /// For each open container its index on the tape, and in the lowest byte what ends the container around it.
  private var open: MutableSpan<UInt64>
  private var depth = 0
  /// What ends the innermost open container.
  private var closing: UInt8 = 0

  private var at: Int
  /// Words of the value so far, also those for which the tape is too short.
  private var count = 0
  private var loneSurrogates = 0
  private var lineFeeds = 0

  struct Result {
    var end, words, loneSurrogates, lineFeeds: Int
  }

  static func scan(
    _ bytes: RawSpan, from start: Int, isFinal: Bool, tape: inout [UInt64], open: inout [UInt64],
    forms: inout FormTable
  ) throws(JSONFault) -> Result {
    var pass = JSONPass(bytes, from: start, isFinal: isFinal, tape: tape.mutableSpan, open: open.mutableSpan)
    try pass.scanValue(&forms)
    return Result(
      end: pass.at, words: pass.count, loneSurrogates: pass.loneSurrogates, lineFeeds: pass.lineFeeds)
  }

  @_lifetime(copy bytes, copy tape, copy open)
  @inline(__always)
  private init(
    _ bytes: RawSpan, from start: Int, isFinal: Bool, tape: consuming MutableSpan<UInt64>,
    open: consuming MutableSpan<UInt64>
  ) {
    self.bytes = bytes
    self.base = start
    self.isFinal = isFinal
    self.tape = tape
    self.open = open
    at = start
  }

  @inline(__always)
  private mutating func scanValue(_ forms: inout FormTable) throws(JSONFault) {
    var keyIsDue = false
    while true {
      let byte = try significantByte()
      if byte == UInt8(ascii: "\"") {
        try scanString()
        if keyIsDue {
          guard try significantByte() == UInt8(ascii: ":") else { throw JSONFault(reason: .expectedColon, offset: at) }
          at &+= 1
          keyIsDue = false
          continue
        }
      } else if keyIsDue {
        throw JSONFault(reason: .expectedKey, offset: at)
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        // The value as a whole is none that is known, but what lies in it may be: the elements of a list, a section.
        if byte == UInt8(ascii: "{"), depth > 0, passForm(&forms) {
          // The whole object was passed.
        } else {
          // The closing bracket's code follows the opening one's after one more.
          try openContainer(closing: byte &+ 2)
          if try significantByte() != closing {
            keyIsDue = byte == UInt8(ascii: "{")
            continue
          }
          closeContainer(&forms)
        }
      } else {
        let length = try bytes.lengthOfScalar(at, isFinal: isFinal)
        push(offset: at, count: length)
        at &+= length
      }
      // A value is done: containers end here, and the next value is prepared.
      while true {
        if depth == 0 { return }
        let byte = try significantByte()
        if byte == UInt8(ascii: ",") {
          at &+= 1
          keyIsDue = closing == UInt8(ascii: "}")
          break
        }
        guard byte == closing else { throw JSONFault(reason: .expectedCommaOrEnd, offset: at) }
        closeContainer(&forms)
      }
    }
  }

  /// The next byte that is no white space; `at` comes to stand on it.
  @inline(__always)
  private mutating func significantByte() throws(JSONFault) -> UInt8 {
    if at < bytes.byteCount {
      let byte = unsafe bytes.uncheckedByte(at)
      if byte > 0x20 { return byte }
    }
    let (offset, passed) = bytes.endOfWhitespace(at)
    lineFeeds &+= passed
    at = offset
    guard at < bytes.byteCount else { throw JSONFault(reason: .unexpectedEnd, offset: at) }
    return unsafe bytes.uncheckedByte(at)
  }

  @inline(__always)
  private mutating func push(offset: Int, count length: Int, flags: UInt64 = 0) {
    if count < tape.count {
      unsafe tape[unchecked: count] = TapeEntry(offset: offset &- base, count: length, flags: flags).word
    }
    count &+= 1
  }

  @inline(__always)
  private mutating func openContainer(closing inner: UInt8) throws(JSONFault) {
    guard depth < open.count else { throw JSONFault(reason: .nestedTooDeep, offset: at) }
    unsafe open[unchecked: depth] = UInt64(truncatingIfNeeded: count) << 8 | UInt64(closing)
    depth &+= 1
    closing = inner
    push(offset: at, count: 0, flags: TapeEntry.containerFlag)
    at &+= 1
  }

  @inline(__always)
  private mutating func closeContainer(_ forms: inout FormTable) {
    let isObject = closing == UInt8(ascii: "}")
    at &+= 1
    depth &-= 1
    let word = open[depth]
    closing = UInt8(truncatingIfNeeded: word)
    let index = Int(truncatingIfNeeded: word >> 8)
    guard index < tape.count else { return }
    tape[index] |= UInt64(truncatingIfNeeded: count &- index) << 32
    if isObject { learnForm(&forms, from: index) }
  }

  /// Passes an object whose form is known.
  @inline(never)
  private mutating func passForm(_ forms: inout FormTable) -> Bool {
    guard let match = forms.match(bytes, at: at, from: base), count &+ match.words <= tape.count,
      depth &+ match.depth <= open.count
    else { return false }
    forms.write(match, into: &tape, at: count)
    count &+= match.words
    at = match.end
    lineFeeds &+= match.lineFeeds
    loneSurrogates &+= match.loneSurrogates
    return true
  }

  @inline(never)
  private func learnForm(_ forms: inout FormTable, from index: Int) {
    guard count <= tape.count else { return }
    forms.learn(bytes, from: base, tape: tape.span.extracting(index..<count), end: at)
  }

  @inline(__always)
  private mutating func scanString() throws(JSONFault) {
    let begin = at &+ 1
    var flags: UInt64 = 0
    var end = bytes.endOfPlainText(begin)
    if !bytes.isQuote(end) {
      end = try bytes.endOfString(end, &flags)
      if flags & TapeEntry.loneSurrogateFlag != 0 { loneSurrogates &+= 1 }
    }
    push(offset: at, count: end &- begin, flags: flags)
    at = end &+ 1
  }
}

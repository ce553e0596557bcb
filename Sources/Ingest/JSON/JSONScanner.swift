/// Checks one JSON value against RFC 8259, whole and strictly, and writes its tape: what stands where.
///
/// The tape has one 64-bit word a value, in the order of the text; an object's keys stand before their values:
///
///     [ offset: 32 | count: 28 | escaped, beyond ASCII, lone surrogate: 3 | 1 unused ]
///
/// `offset` is where the value begins, counted from the record's beginning, and the byte there tells its kind. `count` is a string's
/// or number's length in bytes (without quotes); of a container it is the index of the word after its last one. Nothing is
/// copied and no text is decoded: who wants a value finds it by its index, in any order. The tape and its array are used again for every record.
struct JSONScanner: ~Copyable {
  /// Arrays and objects may lie this deep in each other (Foundation's limit too; RFC 8259 section 9 allows one).
  static let nestingLimit = 512
  /// A record's length must fit the tape's count.
  static let lengthLimit = 1 << 28 - 1

  static let escapedFlag: UInt64 = 1 << 60
  static let beyondASCIIFlag: UInt64 = 1 << 61
  static let loneSurrogateFlag: UInt64 = 1 << 62

  enum Outcome {
    /// A whole value; it ends before this offset.
    case value(end: Int)
    /// The span ends before the value does, and more bytes may follow.
    case needsMore
    case fault(JSONFault)
  }

  private(set) var tape: [UInt64] = []
  /// Strings of the last value with an escaped surrogate that has no partner.
  private(set) var loneSurrogates = 0
  /// Line feeds between the last value's parts: all that a value can have.
  private(set) var lineFeeds = 0
  /// The tape's index of each container that is open; bit 31 marks an object.
  private var open: [UInt32] = []

  init() {
    tape.reserveCapacity(4096)
    open.reserveCapacity(Self.nestingLimit)
  }

  /// - Parameters:
  ///   - start: where the value begins; white space before it is passed over.
  ///   - isFinal: nothing follows the span.
  mutating func scan(_ bytes: RawSpan, from start: Int, isFinal: Bool) -> Outcome {
    tape.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    loneSurrogates = 0
    lineFeeds = 0
    do throws(JSONFault) {
      return .value(end: try scanValue(bytes, from: start, isFinal: isFinal))
    } catch {
      return error.reason == .unexpectedEnd && !isFinal ? .needsMore : .fault(error)
    }
  }

  private mutating func scanValue(_ bytes: RawSpan, from start: Int, isFinal: Bool) throws(JSONFault) -> Int {
    let end = bytes.byteCount
    var at = start
    while true {
      // A value is due.
      let first = try significantByte(bytes, &at, end)
      switch first {
      case UInt8(ascii: "\""):
        try scanString(bytes, &at, end, base: start)
      case UInt8(ascii: "{"):
        try openContainer(at: at, base: start, mark: 1 << 31)
        at += 1
        if try significantByte(bytes, &at, end) == UInt8(ascii: "}") {
          at += 1
          closeContainer()
        } else {
          try scanKey(bytes, &at, end, base: start)
          continue
        }
      case UInt8(ascii: "["):
        try openContainer(at: at, base: start, mark: 0)
        at += 1
        if try significantByte(bytes, &at, end) == UInt8(ascii: "]") {
          at += 1
          closeContainer()
        } else {
          continue
        }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let next = try bytes.endOfNumber(at, end, isFinal: isFinal)
        push(offset: at - start, count: next - at)
        at = next
      case UInt8(ascii: "t"): try scanLiteral("true", bytes, &at, end, base: start)
      case UInt8(ascii: "f"): try scanLiteral("false", bytes, &at, end, base: start)
      case UInt8(ascii: "n"): try scanLiteral("null", bytes, &at, end, base: start)
      default: throw JSONFault(reason: .expectedValue, offset: at)
      }
      // A value is done: containers end here, and the next value is prepared.
      while true {
        guard let container = open.last else { return at }
        let byte = try significantByte(bytes, &at, end)
        if container >> 31 == 1 {
          if byte == UInt8(ascii: ",") {
            at += 1
            _ = try significantByte(bytes, &at, end)
            try scanKey(bytes, &at, end, base: start)
            break
          }
          guard byte == UInt8(ascii: "}") else { throw JSONFault(reason: .expectedCommaOrEnd, offset: at) }
        } else {
          if byte == UInt8(ascii: ",") {
            at += 1
            break
          }
          guard byte == UInt8(ascii: "]") else { throw JSONFault(reason: .expectedCommaOrEnd, offset: at) }
        }
        at += 1
        closeContainer()
      }
    }
  }

  /// The next byte that is no white space; `at` comes to stand on it.
  @inline(__always)
  private mutating func significantByte(_ bytes: RawSpan, _ at: inout Int, _ end: Int) throws(JSONFault) -> UInt8 {
    while at < end {
      let byte = bytes.byte(at)
      if byte > 0x20 || !byte.isJSONWhitespace { return byte }
      if byte == 0x0A { lineFeeds += 1 }
      at += 1
    }
    throw JSONFault(reason: .unexpectedEnd, offset: end)
  }

  @inline(__always)
  private mutating func push(offset: Int, count: Int, flags: UInt64 = 0) {
    tape.append(UInt64(truncatingIfNeeded: offset) | UInt64(truncatingIfNeeded: count) << 32 | flags)
  }

  @inline(__always)
  private mutating func openContainer(at: Int, base: Int, mark: UInt32) throws(JSONFault) {
    guard open.count < Self.nestingLimit else { throw JSONFault(reason: .nestedTooDeep, offset: at) }
    open.append(UInt32(truncatingIfNeeded: tape.count) | mark)
    push(offset: at - base, count: 0)
  }

  @inline(__always)
  private mutating func closeContainer() {
    let index = Int(open.removeLast() & ~(1 << 31))
    tape[index] |= UInt64(truncatingIfNeeded: tape.count) << 32
  }

  @inline(__always)
  private mutating func scanKey(_ bytes: RawSpan, _ at: inout Int, _ end: Int, base: Int) throws(JSONFault) {
    guard bytes.byte(at) == UInt8(ascii: "\"") else { throw JSONFault(reason: .expectedKey, offset: at) }
    try scanString(bytes, &at, end, base: base)
    guard try significantByte(bytes, &at, end) == UInt8(ascii: ":") else {
      throw JSONFault(reason: .expectedColon, offset: at)
    }
    at += 1
  }

  @inline(__always)
  private mutating func scanString(_ bytes: RawSpan, _ at: inout Int, _ end: Int, base: Int) throws(JSONFault) {
    let quote = at
    var flags: UInt64 = 0
    let close = try bytes.endOfString(quote + 1, end, &flags)
    if flags & Self.loneSurrogateFlag != 0 { loneSurrogates += 1 }
    push(offset: quote - base, count: close - quote - 1, flags: flags)
    at = close + 1
  }

  private mutating func scanLiteral(
    _ literal: StaticString, _ bytes: RawSpan, _ at: inout Int, _ end: Int, base: Int
  ) throws(JSONFault) {
    let count = literal.utf8CodeUnitCount
    for index in 0..<count {
      guard at + index < end else { throw JSONFault(reason: .unexpectedEnd, offset: end) }
      guard unsafe bytes.byte(at + index) == literal.utf8Start[index] else {
        throw JSONFault(reason: .badLiteral, offset: at)
      }
    }
    push(offset: at - base, count: count)
    at += count
  }
}

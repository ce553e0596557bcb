/// The JSON objects and arrays in a line of text, and whether what stands around them is text at all.
struct LineValues {
  private(set) var ranges: [Range<Int>] = []
  /// A value that is broken, and where it begins; behind it nothing is looked at.
  private(set) var fault: (fault: JSONFault, start: Int)?
  /// Around the values stand pieces of JSON: this is no line of text but a record without its beginning.
  private(set) var isDebris = false
  let end: Int
  /// The line stands as text in a record: its offsets are none of the input.
  private let isEmbedded: Bool

  /// More values than any logger writes into a line.
  private static let limit = 1024

  /// Where the words before the first value end.
  var wordsEnd: Int { ranges.first?.lowerBound ?? fault?.start ?? end }

  /// An offset in the line as one in the input, from the line's beginning.
  func offset(_ offset: Int) -> Int { isEmbedded ? 0 : offset }

  init(_ bytes: RawSpan, from start: Int, to end: Int, isEmbedded: Bool = false, _ scanner: inout JSONScanner) {
    self.end = end
    self.isEmbedded = isEmbedded
    var at = start
    while at < end, !isDebris {
      if ranges.count < Self.limit, Self.opensValue(bytes, at, end) {
        switch scanner.scan(bytes.extracting(at..<end), from: 0, isFinal: true) {
        case .value(let count):
          ranges.append(at..<at + count)
          at += count
          isDebris = at < end && bytes.byte(at).belongsBehindValue
        case .fault(let fault):
          self.fault = (fault, at)
          return
        case .needsMore:
          fault = (JSONFault(reason: .unexpectedEnd, offset: end - at), at)
          return
        }
      } else {
        isDebris = Self.isDebris(bytes, at, end)
        at += 1
      }
    }
  }

  /// `{"` and `[{"`: what else begins with a brace or bracket is some other program's notation.
  private static func opensValue(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Bool {
    var cursor = TextCursor(at: start, end: end)
    _ = cursor.take("[", bytes)
    return cursor.take("{\"", bytes)
  }

  /// A quote beside a mark of JSON's grammar.
  private static func isDebris(_ bytes: RawSpan, _ at: Int, _ end: Int) -> Bool {
    guard bytes.byte(at) == UInt8(ascii: "\"") else { return false }
    if at > 0, bytes.byte(at - 1) == UInt8(ascii: "\\") || bytes.byte(at - 1) == UInt8(ascii: "{") { return true }
    guard at + 1 < end else { return false }
    switch bytes.byte(at + 1) {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return true
    case UInt8(ascii: ":"), UInt8(ascii: ","): return at + 2 < end && !bytes.byte(at + 2).isBlank
    default: return false
    }
  }
}

extension UInt8 {
  fileprivate var belongsBehindValue: Bool {
    switch self {
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "\""): true
    default: false
    }
  }
}

/// Finds where a file of lines can be cut: before a line that is a whole JSON object, behind another.
struct LineCutter: ~Copyable {
  /// Two lines mostly fit the first; longer ones than the last are not looked for.
  private static let windows = [16 << 10, 64 << 10, 256 << 10, 1 << 20]

  private let source: FileSource
  private var window: [UInt8] = []
  /// A part mostly begins where the one before ended.
  private var last: (offset: Int, cut: Int?) = (-1, nil)

  init(_ source: FileSource) { self.source = source }

  /// Whether the file may be one of lines at all.
  mutating func beginsWithObject() -> Bool { find(from: 0) { $0.endOfObject(0, &$1) } != nil }

  /// The first such place behind an offset, which nothing but the bytes of the file tells; nil where there is none near.
  mutating func cut(behind offset: Int) -> Int? {
    if last.offset != offset { last = (offset, find(from: offset) { $0.cut(&$1) }) }
    return last.cut
  }

  private mutating func find(from offset: Int, _ find: (RawSpan, inout JSONScanner) -> Int?) -> Int? {
    var scanner = JSONScanner()
    for size in Self.windows {
      if window.count < size { window = [UInt8](repeating: 0, count: size) }
      let count = source.look(at: offset, into: &window, count: size)
      if let found = unsafe find(window.span.bytes.extracting(..<count), &scanner) { return offset + found }
      if count < size { return nil }
    }
    return nil
  }
}

extension RawSpan {
  /// The beginning of the second of two lines that are objects, before which a line feed stands.
  fileprivate func cut(_ scanner: inout JSONScanner) -> Int? {
    var line = lineEnd(from: 0)
    var isBehindObject = false
    while let start = line {
      let isObject = endOfObject(start, &scanner) != nil
      if isObject, isBehindObject { return start }
      isBehindObject = isObject
      line = lineEnd(from: start)
    }
    return nil
  }

  /// Behind the line feed at or after an offset.
  private func lineEnd(from start: Int) -> Int? {
    (start..<byteCount).first { byte($0) == 0x0A }.map { $0 + 1 }
  }

  /// Behind a line that is one JSON object and nothing else.
  fileprivate func endOfObject(_ start: Int, _ scanner: inout JSONScanner) -> Int? {
    guard start < byteCount, byte(start) == UInt8(ascii: "{"), let next = lineEnd(from: start),
      case .value(let end) = scanner.scan(extracting(start..<next - 1), from: 0, isFinal: true),
      (start + end..<next - 1).allSatisfy({ byte($0) == 0x0D || byte($0) == 0x20 })
    else { return nil }
    return next
  }
}

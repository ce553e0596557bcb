import TestSupport

@testable import Ingest

/// Changes values in a text of JSON and leaves it JSON: a layout's reader looks at nothing else.
struct JSONMutator: ~Copyable {
  /// What the platform writes, as the fuzzer's dictionary too.
  static let words = Keyword.allCases.map(\.rawValue).filter { !$0.isEmpty }

  /// Values that are at the edge of what some place expects.
  private static let values = [
    "null", "true", "0", "-1", "1", "7", "1.0", "1e30", "2147483647", "2147483648", "9223372036854775807",
    "-9223372036854775808",
    "1772474640000", "253402300799999", "253402300800000", #""""#, #"" ""#, #""-1""#, #""12""#, #""\u0000""#,
    #""\ud800""#,
    #""\ufffc""#, #""***""#, #""é😀""#, #""undefined""#, #""a_b_c""#, #""c""#, #""2026-03-02T18:04:00.123Z""#,
    #""2026-03-02 18:04:00.000+0000""#, #""0000-01-01T00:00:00-23:59""#, "[]", "{}", "[[]]", "[null,{}]",
    #""{\"kind\":\"notification\",\"body\":{}}""#, "\"" + String(repeating: "x", count: 300) + "\"",
  ]

  private struct Node {
    var range: Range<Int>
    var isKey = false
    var isElement = false
  }

  private let bytes: [UInt8]
  private var random: FactRandom
  private var scanner = JSONScanner()

  init(_ bytes: [UInt8], seed: UInt32) {
    self.bytes = bytes
    random = FactRandom(seed: UInt64(seed))
  }

  /// - Returns: nil where there is no value to change.
  mutating func changed() -> [UInt8]? {
    let values = topLevelValues()
    guard !values.isEmpty else { return nil }
    let nodes = nodes(of: random.pick(values))
    guard let index = nodes.indices.randomElement(using: &random) else { return nil }
    let node = nodes[index]
    if node.isKey {
      let member = node.range.lowerBound..<nodes[index + 1].range.upperBound
      switch random.below(6) {
      case 0: return removing(member)
      case 1: return doubling(member, by: ",")
      case 2, 3: return replacing(node.range, by: Array("\"\(random.pick(Self.words))\"".utf8))
      default: return replacing(nodes[index + 1].range, by: newValue(nodes))
      }
    }
    switch random.below(6) {
    case 0 where node.isElement: return removing(node.range)
    case 1 where node.isElement: return doubling(node.range, by: ",")
    case 1 where index == 0, 2 where index == 0: return doubling(node.range, by: "\n")
    default: return replacing(node.range, by: newValue(nodes))
    }
  }

  private mutating func newValue(_ nodes: [Node]) -> [UInt8] {
    switch random.below(4) {
    case 0: Array(bytes[random.pick(nodes).range])
    case 1: Array("\"\(random.pick(Self.words))\"".utf8)
    default: Array(random.pick(Self.values).utf8)
    }
  }

  private func replacing(_ range: Range<Int>, by text: [UInt8]) -> [UInt8] {
    bytes[..<range.lowerBound] + text + bytes[range.upperBound...]
  }

  private func doubling(_ range: Range<Int>, by separator: String) -> [UInt8] {
    bytes[..<range.upperBound] + Array(separator.utf8) + bytes[range.lowerBound...]
  }

  /// With the comma on one of its sides.
  private func removing(_ range: Range<Int>) -> [UInt8] {
    var range = range
    if range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: ",") {
      range = range.lowerBound..<range.upperBound + 1
    } else if bytes[range.lowerBound - 1] == UInt8(ascii: ",") {
      range = range.lowerBound - 1..<range.upperBound
    }
    return replacing(range, by: [])
  }

  private mutating func topLevelValues() -> [Range<Int>] {
    var values: [Range<Int>] = []
    var start = 0
    while true {
      while start < bytes.count, bytes[start].isJSONWhitespace { start += 1 }
      guard start < bytes.count, let end = end(from: start) else { return values }
      values.append(start..<end)
      start = end
    }
  }

  private mutating func end(from start: Int) -> Int? {
    let bytes = bytes
    guard case .value(let length) = scanner.scan(bytes.span.bytes.extracting(start...), from: 0, isFinal: true) else {
      return nil
    }
    return start + length
  }

  /// All values inside of one, keys too, in the order of the text.
  private mutating func nodes(of value: Range<Int>) -> [Node] {
    guard end(from: value.lowerBound) != nil else { return [] }
    let tape = scanner.tape.prefix(scanner.words).map { TapeEntry(word: $0) }
    return tape.compactMap { entry in
      let start = value.lowerBound + entry.offset
      guard let end = end(from: start) else { return nil }
      var node = Node(range: start..<end)
      node.isKey = bytes[end..<value.upperBound].first { !$0.isJSONWhitespace } == UInt8(ascii: ":")
      let before = bytes[value.lowerBound..<start].last { !$0.isJSONWhitespace }
      node.isElement = !node.isKey && (before == UInt8(ascii: "[") || before == UInt8(ascii: ","))
      return node
    }
  }
}

import Model

@testable import Ingest

/// What the record reader makes of an input: records and problems, as lines that tests compare.
struct ReadRecords: Equatable, CustomStringConvertible {
  /// `<line or element>@<offset> <text>`, with `.<value>` after the line from a line's second value on; page members as `page@ <key> <text>`.
  var records: [String] = []
  var problems: [String] = []
  var kinds: [Problem.Kind] = []
  var bytes = 0
  /// How large the buffer grew, how many bytes recovery looked at in vain, and how many records were offered by their values.
  private(set) var cost = Cost()

  struct Cost: Equatable {
    var capacity = 0
    var wasted = 0
    var offeredByValues = 0

    /// Cost is not part of what was read.
    static func == (left: Self, right: Self) -> Bool { true }
  }

  var description: String { (records + problems.map { "! " + $0 }).joined(separator: "\n") }

  /// The texts without their places.
  var texts: [String] {
    records.map { record in
      let fields = record.split(separator: " ", maxSplits: record.hasPrefix("page@") ? 2 : 1)
      return String(fields.last ?? "")
    }
  }

  /// Where each record stands, and its text.
  var places: [(offset: Int, text: String)] {
    records.filter { !$0.hasPrefix("page@") }.map { record in
      let offset = record.drop { $0 != "@" }.dropFirst().prefix { $0 != " " }
      return (Int(offset) ?? 0, String(record.drop { $0 != " " }.dropFirst()))
    }
  }

  /// The record and the byte of each problem; -1 where it names none.
  var problemPlaces: [(record: Int, offset: Int)] {
    problems.map { problem in
      let fields = problem.split(separator: " ")[1].split(separator: "@")
      return (Int(fields[0]) ?? -1, Int(fields[1]) ?? -1)
    }
  }

  init(_ source: any ByteSource, capacity: Int = 4096, limit: Int = 1 << 20) {
    let buffer = RecordBuffer(source, capacity: capacity, capacityLimit: limit + 256)
    var reader = RecordReader<Sink>(buffer, limit: limit, streamedArrays: [.conversationHistoryRecords])
    var sink = Sink()
    reader.run(&sink)
    records = sink.records
    problems = sink.problems.map { "\($0.kind.rawValue) \($0.record ?? -1)@\($0.byteOffset ?? -1)" }
    kinds = sink.problems.map(\.kind)
    bytes = reader.buffer.position
    cost = Cost(capacity: reader.buffer.capacity, wasted: reader.wasted, offeredByValues: sink.offeredByValues)
  }

  init(_ text: String, pieceLength: Int = .max, capacity: Int = 4096, limit: Int = 1 << 20) {
    self.init(Array(text.utf8), pieceLength: pieceLength, capacity: capacity, limit: limit)
  }

  init(_ bytes: [UInt8], pieceLength: Int = .max, capacity: Int = 4096, limit: Int = 1 << 20) {
    self.init(PieceSource(bytes, pieceLength: pieceLength), capacity: capacity, limit: limit)
  }

  /// Writes down what it is handed. A whole page is taken apart, so that it gives what a streamed one gives.
  struct Sink: RecordSink {
    let isStopped = false
    var records: [String] = []
    var problems: [Problem] = []
    var offeredByValues = 0
    private let endFinder = EndFinder()

    mutating func read(_ record: JSONRecord, at place: Place, elementsBefore: Int) -> Int {
      if let count = readPage(record, record.root, place.byteOffset, elementsBefore) { return count }
      let value = place.value == 1 ? "" : ".\(place.value)"
      records.append("\(place.record)\(value)@\(place.byteOffset) \(text(record))")
      return 0
    }

    /// - Returns: how many elements the page has, nil where the value is no page. An empty page inside a page is one element.
    private mutating func readPage(_ record: JSONRecord, _ page: JSONNode, _ base: Int, _ elementsBefore: Int) -> Int? {
      guard let list = record.member(.conversationHistoryRecords, of: page), record.kind(list) == .array else {
        return nil
      }
      var count = 0
      var members = record.members(page)
      while let (key, value, _) = members.nextMember(in: record) {
        guard key == .conversationHistoryRecords else {
          records.append("page@ \(key) \(text(record, value))")
          continue
        }
        var elements = record.elements(value)
        while let element = elements.next(in: record) {
          if let inner = readPage(record, element, base, elementsBefore + count) {
            count += max(inner, 1)
            continue
          }
          count += 1
          records.append("\(elementsBefore + count)@\(base + record.offset(element)) \(text(record, element))")
        }
      }
      return count
    }

    mutating func readValues(_ values: JSONRecord, at place: Place, elementsBefore: Int) -> Bool {
      offeredByValues += 1
      return false
    }

    mutating func beginPage(_ key: Keyword) {}

    mutating func readPageMember(_ key: Keyword, _ record: JSONRecord) {
      records.append("page@ \(key) \(text(record))")
    }

    mutating func endPage() {}

    func readText(_ line: RawSpan, at place: Place, scanner: inout JSONScanner) -> TextOutcome { .refused }

    let rowDelimiter = UInt8(ascii: ",")

    func readRow(_ row: CSVRow, _ bytes: RawSpan, at place: Place) -> Bool { true }

    mutating func report(_ problem: Problem) { problems.append(problem) }

    /// The value as it stands in the input, without the white space around its parts.
    private func text(_ record: JSONRecord, _ node: JSONNode? = nil) -> String {
      let node = node ?? record.root
      let start = record.offset(node)
      guard let end = endFinder.end(of: record.bytes, from: start) else { return "?" }
      let bytes = (start..<end).map { record.bytes.byte($0) }
      return String(decoding: bytes.filter { !$0.isJSONWhitespace }, as: UTF8.self)
    }
  }

  /// One scanner for all values.
  private final class EndFinder {
    private var scanner = JSONScanner()

    func end(of bytes: RawSpan, from start: Int) -> Int? {
      guard case .value(let end) = scanner.scan(bytes, from: start, isFinal: true) else { return nil }
      return end
    }
  }
}

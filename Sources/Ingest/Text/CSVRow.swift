/// One row of a table of comma-separated values, cut into its cells (RFC 4180): a quoted cell may hold delimiters, line feeds, and
/// quotes written twice.
struct CSVRow {
  struct Cell {
    var range: Range<Int>
    var isQuoted: Bool
  }

  enum Outcome {
    /// The row ends before this offset, its line feed included.
    case row(end: Int)
    case needsMore
    /// A quote that never ends, or that something other than a delimiter follows.
    case fault(String)
  }

  private(set) var cells: [Cell] = []
  /// Line feeds in the row, its own not counted.
  private(set) var innerLineFeeds = 0
  /// How far the row was looked at where it is broken.
  private(set) var faultOffset = 0
  var delimiter: UInt8

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// More cells than any table has; what follows them is not looked at.
  private static let limit = 1024

  /// - Parameters:
  ///   - isFinal: nothing follows the bytes.
  ///   - honorsQuotes: false where no quote is followed any more, so that a row with one is broken.
  mutating func split(_ bytes: RawSpan, isFinal: Bool, honorsQuotes: Bool = true) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    innerLineFeeds = 0
    var at = 0
    while true {
      var start = at
      var end = at
      let isQuoted = at < bytes.byteCount && bytes.byte(at) == UInt8(ascii: "\"")
      faultOffset = at
      if isQuoted, !honorsQuotes {
        return .fault("a quoted cell, behind so many broken ones that no quote is followed")
      }
      if isQuoted {
        start += 1
        guard let quote = closingQuote(bytes, from: start) else {
          faultOffset = bytes.byteCount
          return isFinal ? .fault("a quote that does not end") : .needsMore
        }
        end = quote
        at = quote + 1
        if at < bytes.byteCount, bytes.byte(at) == 0x0D { at += 1 }
        guard at == bytes.byteCount || bytes.byte(at) == delimiter || bytes.byte(at) == 0x0A else {
          faultOffset = at
          return .fault("text behind a closing quote")
        }
      } else {
        while at < bytes.byteCount, bytes.byte(at) != delimiter, bytes.byte(at) != 0x0A { at += 1 }
        end = at
        if at == bytes.byteCount || bytes.byte(at) == 0x0A, end > start, bytes.byte(end - 1) == 0x0D { end -= 1 }
      }
      if at == bytes.byteCount, !isFinal { return .needsMore }
      if cells.count < Self.limit { cells.append(Cell(range: start..<end, isQuoted: isQuoted)) }
      if at == bytes.byteCount { return .row(end: at) }
      at += 1
      if bytes.byte(at - 1) == 0x0A { return .row(end: at) }
    }
  }

  private mutating func closingQuote(_ bytes: RawSpan, from start: Int) -> Int? {
    var at = start
    while at < bytes.byteCount {
      let byte = bytes.byte(at)
      if byte == 0x0A { innerLineFeeds += 1 }
      if byte == UInt8(ascii: "\"") {
        guard at + 1 < bytes.byteCount, bytes.byte(at + 1) == UInt8(ascii: "\"") else { return at }
        at += 1
      }
      at += 1
    }
    return nil
  }

  /// A cell's own bytes, its quotes undone.
  func bytes(_ index: Int, _ row: RawSpan) -> [UInt8] {
    guard cells.indices.contains(index) else { return [] }
    let cell = cells[index]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cell.range.count)
    var at = cell.range.lowerBound
    while at < cell.range.upperBound {
      bytes.append(row.byte(at))
      // Of two quotes one is meant.
      at += cell.isQuoted && row.byte(at) == UInt8(ascii: "\"") ? 2 : 1
    }
    return bytes
  }

  func text(_ index: Int, _ row: RawSpan) -> String { String(decoding: bytes(index, row), as: UTF8.self) }

  /// A line with nothing on it, but perhaps delimiters.
  var isBlank: Bool { cells.allSatisfy { $0.range.isEmpty } }
}

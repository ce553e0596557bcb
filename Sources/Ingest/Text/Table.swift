import Model

/// A table that a stream is read from, known by its first line.
struct Table {
  private enum Kind {
    case transcript(TranscriptTable)
    case audit(AuditTable)
  }

  private(set) var delimiter: UInt8
  private var kind: Kind

  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// Longer lines are no header.
  private static let longestHeader = 16 << 10

  init?(header bytes: RawSpan) {
    guard bytes.byteCount <= Self.longestHeader else { return nil }
    for delimiter in Self.delimiters {
      var row = CSVRow(delimiter: delimiter)
      guard case .row = row.split(bytes, isFinal: true) else { continue }
      let names = row.cells.indices.map { row.text($0, bytes) }
      if let table = TranscriptTable(names, delimiter: delimiter) {
        self.delimiter = delimiter
        kind = .transcript(table)
        return
      }
      if names.first == AuditTable.firstTitle, names.dropFirst().allSatisfy({ $0.isEmpty }) {
        self.delimiter = delimiter
        kind = .audit(AuditTable())
        return
      }
    }
    return nil
  }

  /// - Returns: why the row cannot be used.
  mutating func read(_ row: CSVRow, _ bytes: RawSpan, into stream: inout Stream) -> String? {
    switch kind {
    case .transcript(let table): return table.read(row, bytes, into: &stream)
    case .audit(var table):
      defer { kind = .audit(table) }
      var row = row
      if !table.isBegun {
        chooseDelimiter(bytes)
        row.delimiter = delimiter
        _ = row.split(bytes, isFinal: true)
      }
      return table.read(row, bytes, into: &stream)
    }
  }

  /// The delimiter of a table whose first line, a title alone, does not show it.
  private mutating func chooseDelimiter(_ line: RawSpan) {
    for delimiter in Self.delimiters {
      var row = CSVRow(delimiter: delimiter)
      if case .row = row.split(line, isFinal: true), row.cells.count > 1 {
        self.delimiter = delimiter
        return
      }
    }
  }
}

extension Stream {
  var rowDelimiter: UInt8 { table?.delimiter ?? UInt8(ascii: ",") }

  /// Reads a row of the stream's table.
  /// - Returns: false where it cannot be used, which has been reported.
  mutating func readRow(_ row: CSVRow, _ bytes: RawSpan, at place: Place) -> Bool {
    if row.isBlank { return true }
    self.place = place
    envelope = Envelope.Context()
    // Taken out, so that it can change while the stream does.
    guard var table = table.take() else { return true }
    defer { self.table = table }
    guard let reason = table.read(row, bytes, into: &self) else { return true }
    report(.unrecognizedRecord, "a row that cannot be used: \(reason)")
    return false
  }
}

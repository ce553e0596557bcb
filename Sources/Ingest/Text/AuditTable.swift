import Model

/// The audit trail as its page exports it: three tables one under the other, of which the first names the account and the zone of the
/// times, and the third holds the changes.
struct AuditTable {
  static let info = LayoutInfo(
    "audit-csv", "changes of users and settings as a table",
    recognizedBy: "a first line `Search Criteria`",
    tells: [.accounts])
  static let firstTitle = "Search Criteria"

  private enum Part {
    case criteriaHeader, criteria, total, resultsHeader, results
  }

  private var part = Part.criteriaHeader
  private var columns: [String: Int] = [:]
  private var count = 0
  private var account = ""
  private var zone: String?

  var isBegun: Bool { part != .criteriaHeader }

  /// - Returns: why the row cannot be used.
  mutating func read(_ row: CSVRow, _ bytes: RawSpan, into stream: inout Stream) -> String? {
    switch part {
    case .criteriaHeader:
      readHeader(row, bytes)
      for index in row.cells.indices where zone == nil { zone = Self.zoneName(row.text(index, bytes)) }
      part = .criteria
    case .criteria:
      account = cell("account id", row, bytes)
      part = .total
    case .total:
      if row.text(0, bytes) == "Results" { part = .resultsHeader }
    case .resultsHeader:
      readHeader(row, bytes)
      part = .results
    case .results: return readResult(row, bytes, into: &stream)
    }
    return nil
  }

  private mutating func readHeader(_ row: CSVRow, _ bytes: RawSpan) {
    columns = [:]
    count = row.cells.count
    for index in row.cells.indices { columns[row.text(index, bytes).lowercased()] = index }
  }

  /// The zone in `Start(Europe/London)`.
  private static func zoneName(_ column: String) -> String? {
    guard column.hasPrefix("Start("), column.hasSuffix(")") else { return nil }
    return String(column.dropFirst(6).dropLast())
  }

  private func cell(_ name: String, _ row: CSVRow, _ bytes: RawSpan) -> String {
    columns[name].map { row.text($0, bytes) } ?? ""
  }

  private func readResult(_ row: CSVRow, _ bytes: RawSpan, into stream: inout Stream) -> String? {
    guard row.cells.count == count else { return "it has \(row.cells.count) cells, the header \(count)" }
    stream.summary.records += 1
    stream.summary.recordsByLayout[Self.info.name, default: 0] += 1
    var change = AuditRow()
    change.objectType = cell("object type", row, bytes)
    change.objectId = cell("object id", row, bytes)
    change.objectName = cell("object name", row, bytes)
    change.element = cell("element", row, bytes)
    change.oldValue = cell("old value", row, bytes)
    change.newValue = cell("new value", row, bytes)
    change.account = account
    change.time = time(cell("date and time", row, bytes), &stream)
    if !change.read(into: &stream) { stream.ignore("audit row of another change") }
    return nil
  }

  private func time(_ text: String, _ stream: inout Stream) -> Timestamp? {
    let bytes = Array(text.utf8)
    guard let written = unsafe WrittenTime(bytes.span.bytes, 0, bytes.count) else { return nil }
    if let rules = zone.flatMap({ stream.zone(named: $0) }) { return written.moment(in: rules) }
    return unsafe stream.moment(writtenIn: bytes.span.bytes, 0, bytes.count, ofZone: AuditTrail.zone)
  }
}

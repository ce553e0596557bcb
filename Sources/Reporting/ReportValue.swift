import Model

/// A value that a report holds, before a format decides how it looks.
enum ReportValue: Sendable {
  /// Empty in CSV, `null` in JSON.
  case absent
  case text(String)
  case integer(Int64)
  case flag(Bool)
  case list([ReportValue])
  /// Members keep their order: it is the order of the report's bytes.
  case object([(key: String, value: ReportValue)])

  init(_ text: String?) { self = text.map(ReportValue.text) ?? .absent }
  init(_ integer: Int64?) { self = integer.map(ReportValue.integer) ?? .absent }
  init(_ integer: Int?) { self.init(integer.map(Int64.init)) }
  init(_ time: Timestamp?) { self.init(time?.description) }

  init(_ detail: DetailValue) {
    switch detail {
    case .text(let text): self = .text(text)
    case .integer(let integer): self = .integer(integer)
    case .flag(let flag): self = .flag(flag)
    case .none: self = .absent
    }
  }

  /// Counts by name, sorted by name: a dictionary's own order differs from run to run.
  init(counts: [String: Int]) {
    self = .object(counts.sorted { $0.key < $1.key }.map { ($0.key, ReportValue($0.value)) })
  }
}

import Model

/// The columns of a finding: their names in CSV, which are the keys in JSON, and where each value comes from.
///
/// Every format that lists findings takes them from here. The order never changes; a new column goes last, before none
/// but the excerpt, which is there only when the user asked for message text.
struct FindingFields: Sendable {
  struct Column: Sendable {
    let name: String
    let value: @Sendable (Finding) -> ReportValue

    init(_ name: String, _ value: @escaping @Sendable (Finding) -> ReportValue) {
      self.name = name
      self.value = value
    }
  }

  let columns: [Column]

  init(includingExcerpts: Bool) {
    columns = includingExcerpts ? Self.always + [Self.excerpt] : Self.always
  }

  /// The finding as an object, one member a column.
  func members(of finding: Finding) -> [(key: String, value: ReportValue)] {
    columns.map { ($0.name, $0.value(finding)) }
  }

  private static let always: [Column] = [
    Column("time") { ReportValue($0.time) },
    Column("severity") { .text($0.severity.rawValue) },
    Column("detector") { .text($0.detector) },
    Column("cause") { .text($0.cause) },
    Column("confidence") { .text($0.confidence.rawValue) },
    Column("account_id") { ReportValue($0.account) },
    Column("conversation_id") { ReportValue($0.conversation) },
    Column("dialog_id") { ReportValue($0.dialog) },
    Column("channel") { ReportValue($0.channel) },
    Column("skill_id") { ReportValue($0.skill) },
    Column("bot_id") { ReportValue($0.bot) },
    Column("sequence") { ReportValue($0.sequence) },
    Column("summary") { .text($0.summary) },
    Column("metric") { ReportValue($0.metric) },
    Column("value") { ReportValue($0.value) },
    Column("threshold") { ReportValue($0.threshold) },
    Column("source") { ReportValue($0.source) },
    Column("record") { ReportValue($0.record) },
    Column("remedy") { .text($0.remedy) },
    Column("doc_url") { .text($0.documentation) },
    Column("fingerprint") { .text($0.fingerprint) },
    Column("details") { .object($0.details.map { ($0.key, ReportValue($0.value)) }) },
  ]

  private static let excerpt = Column("excerpt") { ReportValue($0.excerpt) }
}

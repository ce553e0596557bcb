import Model

/// Answers of the audit trail's API: who changed which setting of the account.
enum AuditTrail: InputFormat {
  static let info = LayoutInfo(
    "audit-trail", "changes of an account's settings",
    recognizedBy: "`auditData`, an array, mostly inside `data`; an `objectType` with a `changeDate`",
    tells: [.accounts])

  /// Of times that are written without a zone, where the user names none.
  static let zone = "America/New_York"

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.keys.isSuperset(of: [.objectType, .changeDate]) || document(fields, record) != nil
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    if let document = document(fields, record) {
      stream.readPage(.auditData, in: document, record)
    } else if !row(fields.node, record, &stream).read(into: &stream) {
      stream.ignore("change of a setting")
    }
  }

  /// The object whose member is the list.
  private static func document(_ fields: TopLevel, _ record: JSONRecord) -> JSONNode? {
    if fields.hasArray(.auditData, .auditData, record) { return fields.node }
    guard fields.keys.contains(.data), let data = record.member(.data, of: fields.node),
      let list = record.member(.auditData, of: data), record.kind(list) == .array
    else { return nil }
    return data
  }

  private static func row(_ node: JSONNode, _ record: JSONRecord, _ stream: inout Stream) -> AuditRow {
    var row = AuditRow()
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .objectType: row.objectType = cell(value, record)
      case .objectId: row.objectId = cell(value, record)
      case .objectName: row.objectName = cell(value, record)
      case .element: row.element = cell(value, record)
      case .oldValue: row.oldValue = cell(value, record)
      case .newValue: row.newValue = cell(value, record)
      case .accountId: row.account = cell(value, record)
      case .changeDate: row.time = stream.moment(value, record, ofZone: zone)
      default: break
      }
    }
    return row
  }

  /// What is longer names nobody and no flag.
  private static func cell(_ node: JSONNode, _ record: JSONRecord) -> String {
    record.count(node) <= 256 && record.kind(node) != .null ? record.text(node) : ""
  }
}

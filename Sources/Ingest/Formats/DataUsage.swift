import Model

/// The audit of who fetched data of the account: nothing of it happened in a conversation.
enum DataUsage: InputFormat {
  static let info = LayoutInfo(
    "data-usage", "the audit of data usage",
    recognizedBy: "`recordslist`, an array",
    tells: [])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.hasArray(.recordsList, .recordsList, record)
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    stream.ignore("list of data usage")
  }
}

import Model

/// A page of the Messaging Interactions API: `_metadata` and `conversationHistoryRecords` (layout of the vendor's
/// "Messaging Interactions API" page).
enum HistoryPage: InputFormat {
  static let info = LayoutInfo(
    "history-page", "a page of the message history",
    recognizedBy: "`conversationHistoryRecords`, an array, or anything beside `_metadata`",
    tells: [.historyMessages, .bots])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.pageKey == .conversationHistoryRecords || (fields.historyRecords != nil && fields.pageMetadata != nil)
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    if stream.readPage(fields, record) { return }
    stream.readPage(.conversationHistoryRecords, in: fields.node, record, metadata: fields.pageMetadata)
  }
}

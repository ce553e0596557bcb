import Model

/// The engagement history: live chats, which are no conversations of the messaging platform, and are only counted.
enum ChatHistory: InputFormat {
  static let info = LayoutInfo(
    "chat-history", "the history of live chats",
    recognizedBy: "`interactionHistoryRecords`, or `info` beside a `transcript`",
    tells: [])

  static let kind = "live chat"

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.pageKey == .interactionHistoryRecords || isChat(fields, record)
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    if !stream.readPage(fields, record) { stream.ignore(kind) }
  }

  private static func isChat(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.keys.contains(.transcript) && fields.info.map { record.kind($0) == .object } ?? false
  }
}

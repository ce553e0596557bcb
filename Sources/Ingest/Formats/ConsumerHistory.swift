import Model

/// Answers of the Consumer Messaging History API: events of messages, or the states of conversations. Both look as the agent SDK
/// hands them to a bot, and are read so; but nobody was told of them when they happened, and their roles are not to be trusted.
enum ConsumerHistory: InputFormat {
  static let info = LayoutInfo(
    "consumer-history", "a consumer's message history",
    recognizedBy: "`messageEventRecords` or `conversationHistoryMetadataRecords`, an array",
    tells: [.historyMessages, .conversationChanges])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.pageKey == .messageEventRecords || fields.pageKey == .conversationHistoryMetadataRecords
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    stream.readPage(fields, record)
  }
}

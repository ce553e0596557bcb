import Model

/// The body of a Connector API webhook: a notification whose type has no leading dot. The consumer's socket writes the same.
enum WebhookBody: InputFormat {
  static let info = LayoutInfo(
    "webhook", "the body of a webhook",
    recognizedBy: "`kind` is `notification`, `type` has no leading dot and is none of an agent's socket",
    tells: [.messageEvents, .conversationChanges])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    record.word(fields.kind) == .notification && !SocketFrame.isAgentType(fields.type, record)
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    Notification.readFrame(
      record.typeWord(fields.type), record, fields.body, isAgentStream: false, into: &stream)
  }
}

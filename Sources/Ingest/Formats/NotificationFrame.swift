/// A notification of which kind and type are part of its form: the layout of the next one need not be looked for again.
struct NotificationFrame {
  /// The layout's place in the list.
  let place: Int
  private let type: Keyword
  private let body: JSONNode
  private let isAgentStream: Bool

  /// Nil where the record is another.
  init?(_ record: JSONRecord, _ node: JSONNode) {
    let fields = TopLevel(record, node)
    guard record.word(fields.kind) == .notification, let kind = fields.kind, record.isKnown(kind),
      let type = fields.type,
      record.isKnown(type), let body = fields.body, let place = Formats.innerPlace(of: fields, record)
    else { return nil }
    isAgentStream = Formats.all[place] == SocketFrame.self
    guard isAgentStream || Formats.all[place] == WebhookBody.self else { return nil }
    self.place = place
    self.type = record.typeWord(type)
    self.body = body
  }

  func read(_ record: JSONRecord, into stream: inout Stream) {
    Notification.readFrame(type, record, body, isAgentStream: isAgentStream, into: &stream)
  }
}

import Model

/// A notification of which kind and type are part of its form: neither its layout nor what it holds is looked for again.
struct NotificationFrame {
  /// The layout's place in the list.
  let place: Int
  private let content: Content
  private let isAgentStream: Bool

  fileprivate enum Content {
    /// The one event of the notification, and where it names its dialog.
    case messageEvent(MessageEvent, dialog: JSONNode?)
    case conversationChange(ConversationChange)
    case other(Keyword, body: JSONNode)
  }

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
    content = Content(record.typeWord(type), record, body)
  }

  func read(_ record: JSONRecord, into stream: inout Stream) {
    switch content {
    case .messageEvent(let event, let dialog):
      if isAgentStream { stream.passed(stream.envelope.time) }
      let dialog = record.identifier(dialog, &stream.facts.names)
      event.read(record, dialog: dialog, isAgentStream ? .live : .relayed, into: &stream)
    case .conversationChange(let change):
      if isAgentStream { stream.passed(stream.envelope.time) }
      change.read(record, isAgentStream ? [.events, .agentStream] : .events, into: &stream)
    case .other(let type, let body):
      Notification.readFrame(type, record, body, isAgentStream: isAgentStream, into: &stream)
    }
  }
}

extension NotificationFrame.Content {
  init(_ type: Keyword, _ record: JSONRecord, _ body: JSONNode) {
    self = .other(type, body: body)
    let members = Notification.Members(record, body)
    guard let list = members.changes, record.kind(list) == .array else { return }
    var changes = record.elements(list)
    guard let change = changes.next(in: record), changes.isEmpty, record.kind(change) == .object else { return }
    switch type {
    case .messagingEventNotification, .onlineEventDistribution:
      self = .messageEvent(MessageEvent(record, change), dialog: members.dialogId)
    case .exConversationChangeNotification: self = .conversationChange(ConversationChange(record, change))
    default: break
    }
  }
}

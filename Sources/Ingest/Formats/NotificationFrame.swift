import Model

/// A notification of which kind and type are part of its form: neither its layout nor what it holds is looked for again.
final class NotificationFrame {
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

  /// The same for whoever has the values of its form and nothing else; nil where more is needed.
  /// - Parameter record: the one that the frame is of.
  init?(_ frame: NotificationFrame, overValuesOf record: JSONRecord) {
    guard let content = frame.content.moved(ValuePlaces(record), record) else { return nil }
    self.content = content
    place = frame.place
    isAgentStream = frame.isAgentStream
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

  fileprivate func moved(_ places: borrowing ValuePlaces, _ record: JSONRecord) -> Self? {
    switch self {
    case .messageEvent(var event, var dialog):
      return event.move(places) && places.move(&dialog) ? .messageEvent(event, dialog: dialog) : nil
    case .conversationChange(var change):
      return change.move(places, record) ? .conversationChange(change) : nil
    case .other: return nil
    }
  }
}

/// The frames whose records are read from their values alone, by form.
struct ValueFrames {
  /// More than a table holds at a time, whose numbers follow each other.
  private static let size = 2048

  private var forms = [UInt32](repeating: .max, count: size)
  private var frames = [NotificationFrame?](repeating: nil, count: size)

  private static func slot(_ form: UInt32) -> Int { Int(truncatingIfNeeded: form) & (size - 1) }

  /// Whether it was decided how the records of a form are read.
  func knows(_ form: UInt32) -> Bool { forms[Self.slot(form)] == form }

  @inline(__always)
  subscript(_ form: UInt32) -> NotificationFrame? {
    let slot = Self.slot(form)
    return forms[slot] == form ? frames[slot] : nil
  }

  mutating func keep(_ frame: NotificationFrame?, of form: UInt32) {
    forms[Self.slot(form)] = form
    frames[Self.slot(form)] = frame
  }
}

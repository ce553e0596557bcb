import Model

/// A notification of which kind and type are part of its form, in an envelope or by itself: neither its layout nor what it holds is looked for
/// again.
///
/// An object, and what it holds side by side: none of it is copied to read a record.
final class NotificationFrame {
  /// What a recorder wrote around it.
  private let envelope: PlainEnvelope?
  /// The layout's place in the list.
  private let place: Int
  private let content: Content
  private let isAgentStream: Bool
  private let isOnAgentSocket: Bool
  /// The one event of the notification, and where it names its dialog.
  private let event: MessageEvent
  private let dialog: JSONNode?
  /// Its one change.
  private let change: ConversationChange

  private enum Content {
    case event, change
    case other(Keyword, body: JSONNode)
  }

  /// Nil where the record is another.
  init?(_ record: JSONRecord, _ node: JSONNode) {
    let outer = TopLevel(record, node)
    envelope = PlainEnvelope(outer, record)
    let fields = envelope.map { TopLevel(record, $0.frame) } ?? outer
    guard let (place, type, body) = Self.notification(fields, record) else { return nil }
    self.place = place
    isAgentStream = Formats.all[place] != WebhookBody.self
    isOnAgentSocket = Formats.all[place] == SocketFrame.self
    let members = Notification.Members(record, body)
    dialog = members.dialogId
    let only = Self.onlyChange(members.changes, record)
    switch (type, only) {
    case (.messagingEventNotification, let only?), (.onlineEventDistribution, let only?):
      content = .event
      event = MessageEvent(record, only)
      change = ConversationChange()
    case (.exConversationChangeNotification, let only?):
      content = .change
      event = MessageEvent()
      change = ConversationChange(record, only)
    default:
      // What the SDK hands on is no frame.
      if fields.kind == nil { return nil }
      content = .other(type, body: body)
      event = MessageEvent()
      change = ConversationChange()
    }
  }

  /// The layout, type and body of what is a notification in all records of the form.
  private static func notification(
    _ fields: TopLevel, _ record: JSONRecord
  ) -> (place: Int, type: Keyword, body: JSONNode)? {
    guard let place = Formats.innerPlace(of: fields, record) else { return nil }
    let format = Formats.all[place]
    if format == SDKEvent.self { return SDKEvent.notification(fields, record).map { (place, $0, fields.node) } }
    guard format == SocketFrame.self || format == WebhookBody.self, let kind = fields.kind, record.isKnown(kind),
      record.word(kind) == .notification, let type = fields.type, record.isKnown(type), let body = fields.body
    else { return nil }
    return (place, record.typeWord(type), body)
  }

  private static func onlyChange(_ list: JSONNode?, _ record: JSONRecord) -> JSONNode? {
    guard let list, record.kind(list) == .array else { return nil }
    var changes = record.elements(list)
    guard let change = changes.next(in: record), changes.isEmpty, record.kind(change) == .object else { return nil }
    return change
  }

  /// The same for whoever has the values of its form and nothing else; nil where more is needed.
  /// - Parameter record: the one that the frame is of.
  init?(_ frame: NotificationFrame, overValuesOf record: JSONRecord) {
    let places = ValuePlaces(record)
    var (envelope, event, dialog, change) = (frame.envelope, frame.event, frame.dialog, frame.change)
    guard envelope?.move(places) ?? true else { return nil }
    switch frame.content {
    case .event: guard event.move(places), places.move(&dialog) else { return nil }
    case .change: guard change.move(places, record) else { return nil }
    case .other: return nil
    }
    (self.envelope, self.event, self.dialog, self.change) = (envelope, event, dialog, change)
    content = frame.content
    place = frame.place
    isAgentStream = frame.isAgentStream
    isOnAgentSocket = frame.isOnAgentSocket
  }

  func read(_ record: JSONRecord, into stream: inout Stream) {
    guard let envelope else { return readFrame(record, into: &stream) }
    let outer = stream.envelope
    envelope.open(record, &stream)
    stream.count(Formats.envelopePlace)
    readFrame(record, into: &stream)
    stream.envelope = outer
  }

  private func readFrame(_ record: JSONRecord, into stream: inout Stream) {
    stream.count(place)
    if isOnAgentSocket { stream.exchanges.learn(.assignedAgent) }
    switch content {
    case .event:
      if isAgentStream { stream.heard(stream.envelope.time) }
      let dialog = record.identifier(dialog, &stream.facts.names)
      event.read(record, dialog: dialog, isAgentStream ? .live : .relayed, into: &stream)
    case .change:
      if isAgentStream { stream.heard(stream.envelope.time) }
      change.read(record, isAgentStream ? [.events, .agentStream] : .events, into: &stream)
    case .other(let type, let body):
      Notification.readFrame(type, record, body, isAgentStream: isAgentStream, into: &stream)
    }
  }
}

/// The frames whose records are read from their values alone, by form.
@safe
struct ValueFrames {
  /// Forms of which the numbers differ by so many have one place.
  private static let size = FormPaths.size

  /// Empty until a frame is kept.
  private var forms: [UInt32] = []
  /// What is lent to read a record is not counted: to count a reference there and back takes as long as to read a number.
  private var lent = unsafe [Unmanaged<NotificationFrame>?]()
  private var frames: [NotificationFrame?] = []

  private static func slot(_ form: UInt32) -> Int { Int(truncatingIfNeeded: form) & (size - 1) }

  /// Whether it was decided how the records of a form are read.
  func knows(_ form: UInt32) -> Bool { Self.slot(form) < forms.count && forms[Self.slot(form)] == form }

  /// The frame of a form, as long as none is kept.
  @unsafe
  @inline(__always)
  subscript(_ form: UInt32) -> Unmanaged<NotificationFrame>? {
    let slot = Self.slot(form)
    return unsafe slot < forms.count && forms[slot] == form ? lent[slot] : nil
  }

  mutating func keep(_ frame: NotificationFrame?, of form: UInt32) {
    let slot = Self.slot(form)
    while slot >= forms.count {
      forms.append(.max)
      frames.append(nil)
      unsafe lent.append(nil)
    }
    forms[slot] = form
    frames[slot] = frame
    unsafe lent[slot] = frame.map { unsafe Unmanaged.passUnretained($0) }
  }
}

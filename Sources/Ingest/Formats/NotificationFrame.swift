import Model

/// A notification of which kind and type are part of its form: neither its layout nor what it holds is looked for again.
///
/// An object, and what it holds side by side: none of it is copied to read a record.
final class NotificationFrame {
  /// The layout's place in the list.
  let place: Int
  private let content: Content
  private let isAgentStream: Bool
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
    let fields = TopLevel(record, node)
    guard record.word(fields.kind) == .notification, let kind = fields.kind, record.isKnown(kind),
      let type = fields.type,
      record.isKnown(type), let body = fields.body, let place = Formats.innerPlace(of: fields, record)
    else { return nil }
    isAgentStream = Formats.all[place] == SocketFrame.self
    guard isAgentStream || Formats.all[place] == WebhookBody.self else { return nil }
    self.place = place
    let members = Notification.Members(record, body)
    dialog = members.dialogId
    let only = Self.onlyChange(members.changes, record)
    switch (record.typeWord(type), only) {
    case (.messagingEventNotification, let only?), (.onlineEventDistribution, let only?):
      content = .event
      event = MessageEvent(record, only)
      change = ConversationChange()
    case (.exConversationChangeNotification, let only?):
      content = .change
      event = MessageEvent()
      change = ConversationChange(record, only)
    case (let word, _):
      content = .other(word, body: body)
      event = MessageEvent()
      change = ConversationChange()
    }
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
    var (event, dialog, change) = (frame.event, frame.dialog, frame.change)
    switch frame.content {
    case .event: guard event.move(places), places.move(&dialog) else { return nil }
    case .change: guard change.move(places, record) else { return nil }
    case .other: return nil
    }
    (self.event, self.dialog, self.change) = (event, dialog, change)
    content = frame.content
    place = frame.place
    isAgentStream = frame.isAgentStream
  }

  func read(_ record: JSONRecord, into stream: inout Stream) {
    switch content {
    case .event:
      if isAgentStream { stream.passed(stream.envelope.time) }
      let dialog = record.identifier(dialog, &stream.facts.names)
      event.read(record, dialog: dialog, isAgentStream ? .live : .relayed, into: &stream)
    case .change:
      if isAgentStream { stream.passed(stream.envelope.time) }
      change.read(record, isAgentStream ? [.events, .agentStream] : .events, into: &stream)
    case .other(let type, let body):
      Notification.readFrame(type, record, body, isAgentStream: isAgentStream, into: &stream)
    }
  }
}

/// The frames whose records are read from their values alone, by form.
@safe
struct ValueFrames {
  /// Those of a table at one time have numbers that follow each other.
  private static let size = FormTree.stepLimit

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

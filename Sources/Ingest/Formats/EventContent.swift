import Model

/// The member `event` of an event or of a publish request.
struct EventContent {
  enum EventType {
    case content, richContent, receipt, chatState, unknown
  }

  private(set) var status = KeptWord()
  private(set) var chatState = KeptWord()
  private var type = KeptWord()
  private var contentType: KeptWord?
  @Kept private var message: JSONNode?
  @Kept private var structure: JSONNode?
  private var isMessage = false

  init() {}

  init(_ record: JSONRecord, _ node: JSONNode?) {
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .type: type = KeptWord(type: value, in: record)
      case .status: status = KeptWord(value, in: record)
      case .chatState: chatState = KeptWord(value, in: record)
      case .contentType: contentType = KeptWord(value, in: record)
      case .message: message = value
      case .content: structure = value
      default: break
      }
    }
  }

  /// A message by itself, as a program hands it on.
  init(message: JSONNode) {
    isMessage = true
    self.message = message
  }

  /// - Returns: false where structured content or the like is needed, which is no single value.
  mutating func move(_ places: borrowing ValuePlaces) -> Bool {
    let isMoved = contentType?.move(places) ?? true
    return isMoved && structure == nil && status.move(places) && chatState.move(places) && type.move(places)
      && places.move(&message)
  }

  func type(_ record: JSONRecord) -> EventType {
    if isMessage { return .content }
    switch record.word(type) {
    case .contentEvent: return .content
    case .richContentEvent: return .richContent
    case .acceptStatusEvent: return .receipt
    case .chatStateEvent: return .chatState
    default: return .unknown
    }
  }

  /// - Parameter isHashed: whether it may be asked if it was said before.
  func measured(_ record: JSONRecord, _ options: borrowing ReadingOptions, isHashed: Bool) -> MessageContent {
    switch type(record) {
    case .richContent: return MessageContent(structure: structure, record, options, isHashed: isHashed)
    case .receipt: return MessageContent(kind: .action)
    case .chatState, .unknown: return MessageContent(kind: .unknown)
    case .content: break
    }
    let word = contentType.map { record.word($0) } ?? .unknown
    switch word {
    case .hostedFileMIME: return MessageContent(kind: .file)
    case .secureInvitationMIME, .secureSubmissionMIME: return MessageContent(kind: .secureForm)
    default: break
    }
    // Of a type that nobody knows yet, or of none, the message itself tells what it is.
    if let message, record.kind(message) == .object { return MessageContent(kind: .file) }
    let isText = word == .textPlainMIME || contentType == nil || message.map { record.kind($0) == .string } ?? false
    return isText
      ? MessageContent(text: message, record, options, isHashed: isHashed) : MessageContent(kind: .unknown)
  }
}

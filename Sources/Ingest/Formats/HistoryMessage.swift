import Model

/// The members of a message record of the history, and of the data in it.
struct HistoryMessage {
  @Kept private(set) var seq: JSONNode?
  @Kept private(set) var dialogId: JSONNode?
  @Kept private(set) var participantId: JSONNode?
  @Kept private(set) var time: JSONNode?
  @Kept private(set) var timeL: JSONNode?
  private(set) var audience = KeptWord()
  private(set) var sentBy = KeptWord()
  private var type = KeptWord()
  @Kept private var text: JSONNode?
  @Kept private var file: JSONNode?
  @Kept private var rich: JSONNode?
  /// A bot's response is listed with the message, or may stand in metadata that were written into a string.
  private var hasBotResponse = false
  @Kept private var rawMetadata: JSONNode?

  init(_ record: JSONRecord, _ node: JSONNode) {
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .type: type = KeptWord(value, in: record)
      case .messageData: readData(record, value)
      case .seq: seq = value
      case .dialogId: dialogId = value
      case .participantId: participantId = value
      case .time: time = value
      case .timeL: timeL = value
      case .audience: audience = KeptWord(value, in: record)
      case .sentBy: sentBy = KeptWord(value, in: record)
      case .contextData: readContext(record, value)
      default: break
      }
    }
  }

  private mutating func readData(_ record: JSONRecord, _ node: JSONNode) {
    (text, file, rich) = (nil, nil, nil)
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .msg: text = record.kind(value) == .object ? record.member(.text, of: value) : value
      case .file: file = value
      case .richContent: rich = record.kind(value) == .object ? record.member(.content, of: value) ?? value : value
      default: break
      }
    }
  }

  private mutating func readContext(_ record: JSONRecord, _ node: JSONNode) {
    hasBotResponse = false
    var entries = record.elements(record.member(.structuredMetadata, of: node))
    while let entry = entries.next(in: record) {
      if record.member(.botResponse, of: entry) != nil { hasBotResponse = true }
    }
    rawMetadata = record.member(.rawMetadata, of: node)
  }

  func isFromBot(_ record: JSONRecord) -> Bool {
    if hasBotResponse { return true }
    // The raw form is a JSON array written into a string.
    guard let raw = rawMetadata, record.kind(raw) == .string else { return false }
    return record.text(raw).contains("\"BotResponse\"")
  }

  /// A record says its type; a record of no type is known by what its data holds.
  /// - Parameter isHashed: whether it may be asked if it was said before.
  func content(_ record: JSONRecord, _ options: borrowing ReadingOptions, isHashed: Bool) -> MessageContent {
    switch record.word(type) {
    case .textPlain, .textHTML, .text:
      // Data of another kind under this type is that kind, not an empty text.
      if text == nil, rich != nil { return MessageContent(structure: rich, record, options, isHashed: isHashed) }
      if text == nil, file != nil { return MessageContent(kind: .file) }
      return MessageContent(text: text, record, options, isHashed: isHashed)
    case .richContentType: return MessageContent(structure: rich, record, options, isHashed: isHashed)
    case .hostedFile, .image, .file: return MessageContent(kind: .file)
    case .link: return MessageContent(kind: .link)
    case .secureFormInvitation, .secureFormSubmit: return MessageContent(kind: .secureForm)
    default:
      if rich != nil { return MessageContent(structure: rich, record, options, isHashed: isHashed) }
      if file != nil { return MessageContent(kind: .file) }
      return text == nil
        ? MessageContent(kind: .unknown) : MessageContent(text: text, record, options, isHashed: isHashed)
    }
  }
}

import Model

/// The section `messageRecords` of a history record.
enum HistoryMessages {
  /// - Returns: the newest message's time.
  static func read(
    _ section: JSONNode?, _ record: JSONRecord, _ conversation: Identifier, _ index: Int, _ stream: inout Stream
  ) -> Latest {
    var newest = Latest()
    guard let section, record.kind(section) == .array || record.kind(section) == .object else { return newest }
    stream.facts.update(index) { $0.marks.insert(.messagesListed) }
    var entries = record.elements(section)
    while let node = entries.next(in: record) {
      let entry = Entry(record, node)
      guard let sequence = record.sequence(entry.seq) else {
        stream.report(.missingField, "a message record without seq; it was passed over")
        continue
      }
      let time = record.timestamp(entry.timeL) ?? record.timestamp(entry.time)
      newest.fold(time)
      add(entry, record, sequence, time, conversation, index, &stream)
    }
    return newest
  }

  private struct Entry {
    var type, data, seq, dialogId, participantId, time, timeL, audience, sentBy, context: JSONNode?

    init(_ record: JSONRecord, _ node: JSONNode) {
      var members = record.members(node)
      while let (key, value, _) = members.nextMember(in: record) {
        switch key {
        case .type: type = value
        case .messageData: data = value
        case .seq: seq = value
        case .dialogId: dialogId = value
        case .participantId: participantId = value
        case .time: time = value
        case .timeL: timeL = value
        case .audience: audience = value
        case .sentBy: sentBy = value
        case .contextData: context = value
        default: break
        }
      }
    }
  }

  private static func add(
    _ entry: Entry, _ record: JSONRecord, _ sequence: Int32, _ time: Timestamp?, _ conversation: Identifier,
    _ index: Int, _ stream: inout Stream
  ) {
    let named = record.identifier(entry.dialogId, &stream.facts.names)
    let dialogId = named.isAbsent ? conversation : named
    let sender = record.identifier(entry.participantId, &stream.facts.names)
    let isConsumer = record.word(entry.sentBy) == .consumer
    let content = content(entry, record, stream.options, isHashed: !isConsumer)
    let fromBot = hasBotResponse(entry.context, record)
    let isPrivate = record.word(entry.audience) == .agentsAndManagers
    if fromBot { stream.facts.people.add(.botResponse, to: sender) }
    stream.facts.setOwner(conversation, of: dialogId)
    let evidence = stream.evidence
    let isAdded = stream.facts.add(to: index) {
      guard let dialog = $0.dialogIndex(dialogId) else { return nil }
      var new = Message(dialog: dialog, sequence: sequence, time: time, evidence: evidence, sightings: .history)
      new.sender = $0.participantIndex(sender)
      new.role = isConsumer ? .consumer : record.word(entry.sentBy) == .agent ? .agent : .unknown
      if isConsumer { $0.updateParticipant(sender) { $0.roles.insert(.consumer) } }
      if isPrivate { new.marks.insert(.privateNote) }
      if fromBot { new.marks.insert(.botResponse) }
      new.take(content)
      return new
    }
    if isAdded { stream.keep(content, of: MessageKey(dialog: dialogId, sequence: sequence), record) }
  }

  /// A record says its type; a record of no type is known by what its data holds.
  private static func content(
    _ entry: Entry, _ record: JSONRecord, _ options: borrowing ReadingOptions, isHashed: Bool
  ) -> MessageContent {
    var text: JSONNode?
    var file: JSONNode?
    var rich: JSONNode?
    var members = record.members(entry.data)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .msg: text = record.kind(value) == .object ? record.member(.text, of: value) : value
      case .file: file = value
      case .richContent: rich = value
      default: break
      }
    }
    if let node = rich, record.kind(node) == .object { rich = record.member(.content, of: node) ?? node }
    switch record.word(entry.type) {
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

  private static func hasBotResponse(_ context: JSONNode?, _ record: JSONRecord) -> Bool {
    guard context != nil else { return false }
    var entries = record.elements(record.member(.structuredMetadata, of: context))
    while let entry = entries.next(in: record) {
      if record.member(.botResponse, of: entry) != nil { return true }
    }
    // The raw form is a JSON array written into a string.
    guard let raw = record.member(.rawMetadata, of: context), record.kind(raw) == .string else { return false }
    return record.text(raw).contains("\"BotResponse\"")
  }
}

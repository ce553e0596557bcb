import Model

/// One event of a dialog, as notifications, query answers and conversation changes carry it.
struct MessageEvent {
  private var sequence, originatorId, originatorPId, originatorMetadata, serverTimestamp, event: JSONNode?
  private var dialogId, conversationId, audience, metadata, isMe: JSONNode?

  init(_ record: JSONRecord, _ node: JSONNode) {
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .sequence: sequence = value
      case .originatorId: originatorId = value
      case .originatorPId: originatorPId = value
      case .originatorMetadata: originatorMetadata = value
      case .serverTimestamp: serverTimestamp = value
      case .event: event = value
      case .dialogId: dialogId = value
      case .conversationId, .convId: conversationId = value
      case .messageAudience: audience = value
      case .metadata: metadata = value
      case .isMe: isMe = value
      default: break
      }
    }
  }

  /// Reads the event's facts.
  /// - Parameters:
  ///   - dialog: the dialog that the payload around the event names, for events that do not name it themselves.
  ///   - sightings: the door through which the event came.
  /// - Returns: whether it was a consumer's message.
  @discardableResult
  func read(
    _ record: JSONRecord, dialog outer: Identifier = .absent, _ sightings: Sightings, into stream: inout Stream
  ) -> Bool {
    var dialogId = record.identifier(self.dialogId, &stream.facts.names)
    if dialogId.isAbsent { dialogId = outer }
    let named = record.identifier(conversationId, &stream.facts.names)
    if dialogId.isAbsent { dialogId = named }
    guard !dialogId.isAbsent else {
      stream.report(.missingField, "a message event without dialogId; it was passed over")
      return false
    }
    let conversation = named.isAbsent ? dialogId : named
    stream.facts.setOwner(conversation, of: dialogId)
    let index = stream.facts.index(of: conversation, evidence: stream.evidence)
    let speaker = readSpeaker(record, &stream)
    let time = record.timestamp(serverTimestamp)
    stream.passed(time)
    let content = EventContent(record, event)
    let isConsumer = speaker.role == .consumer
    let number = record.integer(sequence).flatMap { Int32(exactly: $0) }
    switch content.type {
    case .chatState:
      readChatState(content, record, isConsumer, time ?? stream.envelope.time, index, &stream)
      return false
    case .receipt:
      readReceipt(content, record, time, number, dialogId, index, &stream)
      guard isConsumer, record.word(content.status) == .action else { return false }
    case .content, .richContent, .unknown: break
    }
    guard let number else {
      stream.report(.missingField, "a message event without sequence; it was passed over")
      return false
    }
    let isPrivate = record.word(audience) == .agentsAndManagers
    let fromBot = hasBotResponse(record)
    if fromBot { stream.facts.people.add(.botResponse, to: speaker.id) }
    let evidence = stream.evidence
    let delivered = stream.envelope.time
    var message: Message?
    stream.facts.update(index) {
      $0.marks.insert(.events)
      guard let dialog = $0.dialogIndex(dialogId) else { return }
      var new = Message(dialog: dialog, sequence: number, time: time, evidence: evidence, sightings: sightings)
      if !sightings.isDisjoint(with: [.live, .queried]) { new.delivered.fold(delivered) }
      new.sender = $0.participantIndex(speaker.id)
      new.role = speaker.role
      if isConsumer { $0.updateParticipant(speaker.id) { $0.roles.insert(.consumer) } }
      if isPrivate { new.marks.insert(.privateNote) }
      if fromBot { new.marks.insert(.botResponse) }
      if speaker.isOwn { new.marks.insert(.own) }
      message = new
    }
    guard let message else { return false }
    stream.add(message, content.measured(record, stream.options), in: dialogId, to: index, record: record)
    return isConsumer && !isPrivate
  }

  private func readSpeaker(_ record: JSONRecord, _ stream: inout Stream) -> (id: Identifier, role: Role, isOwn: Bool) {
    let pid = record.identifier(originatorPId, &stream.facts.names)
    let plain = record.identifier(originatorId, &stream.facts.names)
    var id = record.identifier(record.member(.id, of: originatorMetadata), &stream.facts.names)
    if id.isAbsent { id = pid.isAbsent ? plain : pid }
    // Old ids are `<account>.<user>`; the platform puts both into one event.
    stream.facts.people.link(plain, pid)
    let isOwn = record.flag(isMe) == true
    if isOwn { stream.facts.people.add(.logOwner, to: id) }
    return (id, Role(record.word(record.member(.role, of: originatorMetadata))), isOwn)
  }

  /// Typing and presence have neither sequence nor time: only the recorder's time dates them.
  private func readChatState(
    _ content: EventContent, _ record: JSONRecord, _ isConsumer: Bool, _ time: Timestamp?, _ index: Int,
    _ stream: inout Stream
  ) {
    guard isConsumer else { return }
    let state = record.word(content.chatState)
    stream.facts.update(index) {
      switch state {
      case .composing: $0.consumerTyping.fold(time)
      case .background, .gone: $0.consumerAway.fold(time)
      default: break
      }
    }
  }

  private func readReceipt(
    _ content: EventContent, _ record: JSONRecord, _ time: Timestamp?, _ number: Int32?, _ dialogId: Identifier,
    _ index: Int, _ stream: inout Stream
  ) {
    let isRefusal = record.word(content.status) == .nack
    stream.facts.update(index) {
      $0.marks.insert(.events)
      if isRefusal { $0.notReceived.fold(time) }
      guard let number, let dialog = $0.dialogIndex(dialogId) else { return }
      $0.updateDialog(dialog) { $0.lowestSequence = min($0.lowestSequence, number) }
    }
  }

  private func hasBotResponse(_ record: JSONRecord) -> Bool {
    var entries = record.elements(metadata)
    while let entry = entries.next(in: record) {
      if record.typeWord(record.member(.type, of: entry)) == .botResponse { return true }
    }
    return false
  }
}

/// The member `event` of an event or of a publish request.
struct EventContent {
  enum EventType {
    case content, richContent, receipt, chatState, unknown
  }

  private(set) var type = EventType.unknown
  private(set) var status, chatState: JSONNode?
  private var contentType, message: JSONNode?

  init(_ record: JSONRecord, _ node: JSONNode?) {
    var typeNode: JSONNode?
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .type: typeNode = value
      case .status: status = value
      case .chatState: chatState = value
      case .contentType: contentType = value
      case .message: message = value
      default: break
      }
    }
    switch record.typeWord(typeNode) {
    case .contentEvent: type = .content
    case .richContentEvent: type = .richContent
    case .acceptStatusEvent: type = .receipt
    case .chatStateEvent: type = .chatState
    default: break
    }
  }

  func measured(_ record: JSONRecord, _ options: ReadingOptions) -> MessageContent {
    switch type {
    case .richContent: return MessageContent(kind: .richContent)
    case .receipt: return MessageContent(kind: .action)
    case .chatState, .unknown: return MessageContent(kind: .unknown)
    case .content: break
    }
    switch record.word(contentType) {
    case .textPlainMIME: return MessageContent(text: message, record, options)
    case .hostedFileMIME: return MessageContent(kind: .file)
    case .secureInvitationMIME, .secureSubmissionMIME: return MessageContent(kind: .secureForm)
    default:
      guard let message, record.kind(message) == .object else { return MessageContent(text: message, record, options) }
      return MessageContent(kind: .file)
    }
  }
}

extension Role {
  init(_ word: Keyword) {
    switch word {
    case .consumer: self = .consumer
    case .assignedAgent, .assigned: self = .assignedAgent
    case .manager: self = .manager
    case .reader: self = .reader
    case .controller: self = .controller
    case .agent: self = .surveyAgent
    default: self = .unknown
    }
  }
}

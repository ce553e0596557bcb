import Model

/// One event of a dialog, as notifications, query answers and conversation changes carry it.
struct MessageEvent {
  @Kept private var sequence: JSONNode?
  @Kept private var originatorId: JSONNode?
  @Kept private var originatorPId: JSONNode?
  @Kept private var serverTimestamp: JSONNode?
  @Kept private var dialogId: JSONNode?
  @Kept private var conversationId: JSONNode?
  private var audience = KeptWord()
  @Kept private var metadata: JSONNode?
  /// Whether the metadata are a bot's response; nil where each record must be asked.
  private var isBotResponse: Bool?
  @Kept private var isMe: JSONNode?
  private var originator = RoleHolder.Members()
  private var content = EventContent()
  /// It is what is left of an event that a program hands on: its message, without its time.
  private var isFlat = false

  /// The members of an event, from those of its form where it has one.
  static func of(_ node: JSONNode, in record: JSONRecord, _ stream: inout Stream) -> MessageEvent {
    stream.caches.messageEvents(record, node) { MessageEvent(record, node) }
  }

  init() {}

  init(_ record: JSONRecord, _ node: JSONNode) {
    var originatorMetadata: JSONNode?
    var event: JSONNode?
    var message: JSONNode?
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
      case .messageAudience: audience = KeptWord(value, in: record)
      case .metadata: metadata = value
      case .isMe: isMe = value
      case .message: message = value
      default: break
      }
    }
    originator = RoleHolder.Members(record, originatorMetadata)
    if event == nil, let message {
      isFlat = true
      content = EventContent(message: message)
    } else {
      content = EventContent(record, event)
    }
    let response = hasBotResponse(record)
    if response.isCertain { isBotResponse = response.found }
  }

  /// Has its members stand for the values of its form.
  /// - Returns: false where it needs more than those.
  mutating func move(_ places: borrowing ValuePlaces) -> Bool {
    metadata = nil
    return isBotResponse != nil && places.move(&sequence) && places.move(&originatorId)
      && places.move(&originatorPId) && places.move(&serverTimestamp) && places.move(&dialogId)
      && places.move(&conversationId) && audience.move(places) && places.move(&isMe) && originator.move(places)
      && content.move(places)
  }

  /// Reads the event's facts.
  /// - Parameters:
  ///   - outerDialog, outerConversation: what the payload around the event names, for events that do not name it themselves.
  ///   - sightings: the door through which the event came.
  func read(
    _ record: JSONRecord, dialog outerDialog: Identifier = .absent,
    conversation outerConversation: Identifier = .absent,
    _ sightings: Sightings, into stream: inout Stream
  ) {
    var dialogId = record.identifier(self.dialogId, &stream.facts.names)
    if dialogId.isAbsent { dialogId = outerDialog }
    var named = record.identifier(conversationId, &stream.facts.names)
    if named.isAbsent { named = outerConversation }
    if dialogId.isAbsent { dialogId = named }
    guard !dialogId.isAbsent else {
      stream.report(.missingField, "a message event without dialogId; it was passed over")
      return
    }
    let conversation = named.isAbsent ? dialogId : named
    stream.facts.setOwner(conversation, of: dialogId)
    let index = stream.facts.index(of: conversation, evidence: stream.evidence)
    let time = record.timestamp(serverTimestamp)
    stream.passed(time)
    var role = Role(record.word(originator.role))
    // The consumers' history calls everybody an agent, consumers too; who is one the conversation's participants tell.
    if sightings == .history, role == .surveyAgent { role = .unknown }
    let isConsumer = role == .consumer
    let number = record.sequence(sequence)
    let type = content.type(record)
    // Of who has read or types nothing is kept but what tells who is who; a consumer's tap is a message.
    let isSaid = type == .content || type == .richContent || (type == .receipt && isConsumer)
    let hasSpeaker = isSaid || originatorPId != nil || isMe != nil
    let speaker = hasSpeaker ? readSpeaker(record, &stream) : (id: .absent, isOwn: false)
    switch type {
    case .chatState:
      return readChatState(record, role, time ?? stream.envelope.time, index, sightings, &stream)
    case .unknown:
      stream.ignore("message event of another type")
      return readReceipt(record, time, number, dialogId, index, sightings, &stream)
    case .receipt:
      readReceipt(record, time, number, dialogId, index, sightings, &stream)
      guard isConsumer, record.word(content.status) == .action else { return }
      // A tap is the consumer's turn even where its number is missing.
      if number == nil {
        return stream.facts.update(index) {
          $0.marks.insert(.consumerActed)
          $0.consumerActed.fold(time)
        }
      }
    case .content, .richContent: break
    }
    guard let number else {
      stream.report(.missingField, "a message event without sequence; it was passed over")
      return
    }
    let isPrivate = record.word(audience) == .agentsAndManagers
    let fromBot = isBotResponse ?? hasBotResponse(record).found
    if fromBot { stream.facts.people.add(.botResponse, to: speaker.id) }
    let evidence = stream.evidence
    let delivered = stream.envelope.time
    let measured = content.measured(record, stream.options, isHashed: !isConsumer)
    let isAdded = stream.facts.add(to: index) {
      $0.marks.insert(sightings.mark)
      guard let dialog = $0.dialogIndex(dialogId) else { return nil }
      var new = Message(dialog: dialog, sequence: number, time: time, evidence: evidence, sightings: sightings)
      if !sightings.isDisjoint(with: [.live, .queried]) { new.delivered.fold(delivered) }
      if isFlat, time == nil, delivered != nil {
        new.time.fold(delivered)
        new.isTimedByLog = true
      }
      new.sender = $0.participantIndex(speaker.id)
      new.role = role
      if isConsumer { $0.updateParticipant(speaker.id) { $0.roles.insert(.consumer) } }
      if isPrivate { new.marks.insert(.privateNote) }
      if fromBot { new.marks.insert(.botResponse) }
      if speaker.isOwn { new.marks.insert(.own) }
      new.take(measured)
      return new
    }
    if isAdded { stream.keep(measured, of: MessageKey(dialog: dialogId, sequence: number), record) }
  }

  private func readSpeaker(_ record: JSONRecord, _ stream: inout Stream) -> (id: Identifier, isOwn: Bool) {
    var id = record.identifier(originator.id, &stream.facts.names)
    // The same id stands in two places of most events.
    if id.isAbsent || originatorPId != nil {
      let pid = record.identifier(originatorPId, &stream.facts.names)
      let plain = record.identifier(originatorId, &stream.facts.names)
      if id.isAbsent { id = pid.isAbsent ? plain : pid }
      // Old ids are `<account>.<user>`; the platform puts both into one event.
      stream.facts.people.link(plain, pid)
    }
    guard let isOwn = record.flag(isMe) else { return (id, false) }
    // Agents' programs say of each message whether it is their own.
    let isConsumers = isOwn && Role(record.word(originator.role)) == .consumer
    stream.exchanges.learn(isConsumers ? .consumer : .assignedAgent)
    if isOwn { stream.facts.people.add(.logOwner, to: id) }
    return (id, isOwn)
  }

  /// Typing and presence have neither sequence nor time: only the recorder's time dates them.
  private func readChatState(
    _ record: JSONRecord, _ role: Role, _ time: Timestamp?, _ index: Int,
    _ sightings: Sightings, _ stream: inout Stream
  ) {
    guard time != nil else { return stream.facts.mark(index, sightings.mark) }
    let word = record.word(content.chatState)
    let state = role == .consumer ? word : .unknown
    let isAgent = role == .assignedAgent && word == .composing
    stream.facts.update(index) {
      $0.marks.insert(sightings.mark)
      switch state {
      case .composing: $0.noteConsumerTyping(time, isTyping: true)
      case .pause, .active, .inactive: $0.noteConsumerTyping(time, isTyping: false)
      case .background, .gone:
        $0.noteConsumerTyping(time, isTyping: false)
        $0.consumerAway.fold(time)
      default: if isAgent { $0.noteAgentTyping(time) }
      }
    }
  }

  private func readReceipt(
    _ record: JSONRecord, _ time: Timestamp?, _ number: Int32?, _ dialogId: Identifier,
    _ index: Int, _ sightings: Sightings, _ stream: inout Stream
  ) {
    let isRefusal = record.word(content.status) == .nack
    stream.facts.update(index) {
      $0.marks.insert(sightings.mark)
      if isRefusal { $0.notReceived.fold(time) }
      guard let number, let dialog = $0.dialogIndex(dialogId) else { return }
      $0.updateDialog(dialog) { $0.lowestSequence = min($0.lowestSequence, number) }
    }
  }

  /// Whether an entry of the metadata is of the type, and whether all entries' types are the same in all records of the form.
  private func hasBotResponse(_ record: JSONRecord) -> (found: Bool, isCertain: Bool) {
    var found = false
    var isCertain = true
    var entries = record.elements(metadata)
    while let entry = entries.next(in: record) {
      guard let type = record.member(.type, of: entry) else { continue }
      found = found || record.typeWord(type) == .botResponse
      isCertain = isCertain && record.isKnown(type)
    }
    return (found, isCertain)
  }
}

extension Sightings {
  /// What the door says about the conversation.
  fileprivate var mark: ConversationMarks { self == .history ? .history : .events }
}

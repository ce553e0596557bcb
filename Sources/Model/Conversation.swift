/// What records said about a conversation as a whole; the union over all copies.
public struct ConversationMarks: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A record said of itself, or its page of all its records, that data is missing.
  public static let partialCopy = ConversationMarks(rawValue: 1)
  public static let wholeCopy = ConversationMarks(rawValue: 2)
  /// A history record had the section of messages, if an empty one.
  public static let messagesListed = ConversationMarks(rawValue: 4)
  public static let history = ConversationMarks(rawValue: 8)
  /// A conversation change or a message event of the messaging service.
  public static let events = ConversationMarks(rawValue: 16)
  /// A conversation change that an agent's socket or SDK received.
  public static let agentStream = ConversationMarks(rawValue: 32)
  /// Its beginning is in the log: a change soon after it was opened, or before any agent was in it.
  public static let beginningSeen = ConversationMarks(rawValue: 64)
  /// Opened by the brand: source AGENT, or a proactive context.
  public static let openedByBrand = ConversationMarks(rawValue: 128)
  /// A consumer's tap on structured content that has no sequence of its own.
  public static let consumerActed = ConversationMarks(rawValue: 256)
  /// The platform locked it: nobody may join any more.
  public static let locked = ConversationMarks(rawValue: 512)
  /// A dialog of it is a live chat, not messaging.
  public static let chat = ConversationMarks(rawValue: 1024)
}

/// All that the facts say about one conversation.
public struct Conversation: Sendable {
  public let id: Identifier
  public var account = Identifier.absent
  public var channel = Identifier.absent
  public var skill = Identifier.absent
  /// The moment the skill was read for: the latest wins.
  public var skillAsOf = Latest()
  public var started = Earliest()
  public var openAsOf = Latest()
  public var closedAsOf = Latest()
  /// While it was open and nobody's: no agent was assigned and active, or its agent was no longer told of it.
  public var unassigned = Extent()
  /// Conversation changes.
  public var changes = Extent()
  public var marks: ConversationMarks = []
  /// The smallest place that speaks of it.
  public var evidence: Evidence
  /// One element, or none in the many conversations in which nothing of it happened.
  var incidents: [Incidents] = []
  public private(set) var participants: [Participant] = []
  public private(set) var dialogs: [Dialog] = []
  public internal(set) var messages: [Message] = []
  public private(set) var exchanges: [Exchange] = []

  init(id: Identifier, evidence: Evidence) {
    self.id = id
    self.evidence = evidence
  }

  public var isClosed: Bool {
    guard let closed = closedAsOf.moment else { return false }
    return openAsOf.moment.map { $0 <= closed } ?? true
  }

  /// Data is known to be missing, and no other copy has it.
  public var isPartial: Bool { marks.contains(.partialCopy) && !marks.contains(.wholeCopy) }

  /// More dialogs or participants than any conversation has. They are searched one by one, which an input without end must not
  /// make slow.
  public static let companyLimit = 1024

  /// The index of a dialog, which is added if new; nil once a conversation has too many.
  public mutating func dialogIndex(_ id: Identifier) -> UInt16? {
    if let index = dialogs.firstIndex(where: { $0.id == id }) { return UInt16(index) }
    guard dialogs.count < Self.companyLimit else { return nil }
    dialogs.append(Dialog(id: id))
    return UInt16(dialogs.count - 1)
  }

  /// The index of a participant, which is added if new; `Message.unknownSender` once a conversation has too many.
  public mutating func participantIndex(_ id: Identifier) -> UInt16 {
    if id.isAbsent { return Message.unknownSender }
    if let index = participants.firstIndex(where: { $0.id == id }) { return UInt16(index) }
    guard participants.count < Self.companyLimit else { return Message.unknownSender }
    participants.append(Participant(id: id))
    return UInt16(participants.count - 1)
  }

  public mutating func updateDialog(_ index: UInt16, _ change: (inout Dialog) -> Void) {
    change(&dialogs[Int(index)])
  }

  public mutating func updateParticipant(_ id: Identifier, _ change: (inout Participant) -> Void) {
    let index = participantIndex(id)
    if index != Message.unknownSender { change(&participants[Int(index)]) }
  }

  /// Adds a message; copies are folded together when room runs out, and at the end.
  public mutating func add(_ message: Message, names: NameTable) {
    dialogs[Int(message.dialog)].lowestSequence = min(dialogs[Int(message.dialog)].lowestSequence, message.sequence)
    if messages.count == messages.capacity {
      if messages.count >= 64 { foldMessages(names: names) }
      // A quarter more at a time: doubling would cost more memory than the messages do.
      if messages.count + messages.count / 8 >= messages.capacity {
        messages.reserveCapacity(messages.count + messages.count / 4 + 3)
      }
    }
    messages.append(message)
  }

  public mutating func add(_ exchange: Exchange) {
    if exchanges.count == exchanges.capacity, exchanges.count >= 64 { foldExchanges() }
    exchanges.append(exchange)
  }

  /// Sorts messages and exchanges, and folds copies of one together.
  mutating func foldCopies(names: NameTable) {
    foldTyping()
    foldMessages(names: names)
    foldExchanges()
  }

  private mutating func foldExchanges() {
    guard exchanges.count > 1 else { return }
    exchanges.sort { $0.precedes($1) }
    var kept = 0
    for index in 1..<exchanges.count where exchanges[index] != exchanges[kept] {
      kept += 1
      exchanges[kept] = exchanges[index]
    }
    exchanges.removeSubrange((kept + 1)...)
  }

  private mutating func foldMessages(names: NameTable) {
    guard messages.count > 1 else { return }
    var sorted = true
    for index in 1..<messages.count where messages[index - 1].order >= messages[index].order {
      sorted = false
      break
    }
    if sorted { return }
    messages.sort { $0.order < $1.order }
    var kept = 0
    for index in 1..<messages.count {
      if messages[index].order == messages[kept].order {
        messages[kept].join(messages[index]) { [participants] left, right in
          names.lesser(participants[Int(left)].id, participants[Int(right)].id) == participants[Int(left)].id
        }
      } else {
        kept += 1
        messages[kept] = messages[index]
      }
    }
    messages.removeSubrange((kept + 1)...)
  }

  /// Folds another copy of this conversation into it. Commutative, associative and idempotent, as a test holds.
  mutating func join(_ other: Conversation, names: NameTable) {
    account = names.lesser(account, other.account)
    channel = names.lesser(channel, other.channel)
    joinSkill(other.skill, asOf: other.skillAsOf, names: names)
    started.fold(other.started)
    openAsOf.fold(other.openAsOf)
    closedAsOf.fold(other.closedAsOf)
    unassigned.fold(other.unassigned)
    changes.fold(other.changes)
    join(other.incidents)
    marks.formUnion(other.marks)
    evidence = min(evidence, other.evidence)
    for participant in other.participants {
      updateParticipant(participant.id) { $0.join(participant) }
    }
    let dialogMap = other.dialogs.map { dialog -> UInt16? in
      guard let index = dialogIndex(dialog.id) else { return nil }
      updateDialog(index) { $0.join(dialog) }
      return index
    }
    let senderMap = other.participants.map { participantIndex($0.id) }
    for var message in other.messages {
      guard let dialog = dialogMap[Int(message.dialog)] else { continue }
      message.dialog = dialog
      if message.sender != Message.unknownSender { message.sender = senderMap[Int(message.sender)] }
      add(message, names: names)
    }
    for var exchange in other.exchanges {
      guard let dialog = dialogMap[Int(exchange.dialog)] else { continue }
      exchange.dialog = dialog
      if exchange.sender != Message.unknownSender { exchange.sender = senderMap[Int(exchange.sender)] }
      add(exchange)
    }
  }

  /// The skill read for the latest moment; of two read for one moment, the lesser text.
  public mutating func joinSkill(_ other: Identifier, asOf: Latest, names: NameTable) {
    if other.isAbsent { return }
    let mine = skillAsOf.moment
    let theirs = asOf.moment
    if skill.isAbsent || (theirs.map { time in mine.map { $0 < time } ?? true } ?? false) {
      skill = other
    } else if mine == theirs {
      skill = names.lesser(skill, other)
    }
    skillAsOf.fold(asOf)
  }

  /// Counts the places of all its facts from some records earlier.
  mutating func moveEvidence(by records: Int) {
    evidence = evidence.moved(by: records)
    for index in messages.indices { messages[index].evidence = messages[index].evidence.moved(by: records) }
    for index in exchanges.indices { exchanges[index].evidence = exchanges[index].evidence.moved(by: records) }
  }
}

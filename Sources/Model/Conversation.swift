/// What records said about a conversation as a whole; the union over all copies.
public struct ConversationMarks: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A record said of itself, or its page of all its records, that data is missing.
  @inlinable public static var partialCopy: ConversationMarks { ConversationMarks(rawValue: 1) }
  @inlinable public static var wholeCopy: ConversationMarks { ConversationMarks(rawValue: 2) }
  /// A history record had the section of messages, if an empty one.
  @inlinable public static var messagesListed: ConversationMarks { ConversationMarks(rawValue: 4) }
  @inlinable public static var history: ConversationMarks { ConversationMarks(rawValue: 8) }
  /// A conversation change or a message event of the messaging service.
  @inlinable public static var events: ConversationMarks { ConversationMarks(rawValue: 16) }
  /// A conversation change that an agent's socket or SDK received.
  @inlinable public static var agentStream: ConversationMarks { ConversationMarks(rawValue: 32) }
  /// Its beginning is in the log: a change soon after it was opened, or before any agent was in it.
  @inlinable public static var beginningSeen: ConversationMarks { ConversationMarks(rawValue: 64) }
  /// Opened by the brand: source AGENT, or a proactive context.
  @inlinable public static var openedByBrand: ConversationMarks { ConversationMarks(rawValue: 128) }
  /// A consumer's tap on structured content that has no sequence of its own.
  @inlinable public static var consumerActed: ConversationMarks { ConversationMarks(rawValue: 256) }
  /// The platform locked it: nobody may join any more.
  @inlinable public static var locked: ConversationMarks { ConversationMarks(rawValue: 512) }
  /// A dialog of it is a live chat, not messaging.
  @inlinable public static var chat: ConversationMarks { ConversationMarks(rawValue: 1024) }
}

/// All that the facts say about one conversation.
///
/// There are many of them. What takes a byte or two stands behind what ends with some to spare.
public struct Conversation: Sendable {
  public let id: Identifier
  /// The smallest place that speaks of it.
  public var evidence: Evidence
  public internal(set) var messages: [Message] = []
  /// One element, or none in the many conversations that have nothing of it.
  @usableFromInline var rarities: [Rarities] = []
  /// Most conversations have one dialog and two participants: these are kept in place, the others among the rarities.
  @usableFromInline var firstDialog: Dialog?
  public var marks: ConversationMarks = []
  /// Nobody, where its id is absent; the same holds of the second.
  @usableFromInline var firstParticipant = Participant(id: .absent)
  /// Messages lie in the order of speaking, each once.
  var isInOrder = true
  @usableFromInline var secondParticipant = Participant(id: .absent)
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
    join(other.rarities)
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
}

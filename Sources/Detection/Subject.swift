public import Model

/// Who said a message, in the light of all that is known.
public enum Speaker: Sendable, Equatable {
  case consumer
  case bot(Identifier)
  case human
  /// Automatic messages and survey bots: they are nobody's turn.
  case system
  /// An agent of whom nothing tells if it is a bot.
  case agent
}

/// One conversation in the light of the knowledge, as every detector sees it.
public struct Subject: Sendable {
  public let conversation: Conversation
  public let knowledge: Knowledge
  public let isSMS: Bool
  /// The dialogs that hold messages between consumer and agents: neither surveys nor screen sharing.
  public private(set) var threads: [Thread] = []
  /// The bots that were assigned and active, in the order of their coming.
  public let assignedBots: [Participant]

  /// The messages of one dialog, in the order of their sequences.
  public struct Thread: Sendable {
    public let dialog: Dialog
    public let entries: [Entry]

    public struct Entry: Sendable {
      public let message: Message
      public let speaker: Speaker

      /// A consumer's message or tap, whatever it holds.
      public var isFromConsumer: Bool { speaker == .consumer && !message.marks.contains(.privateNote) }
    }
  }

  public init(_ conversation: Conversation, _ knowledge: Knowledge) {
    self.conversation = conversation
    self.knowledge = knowledge
    isSMS = Self.isSMS(conversation.channel, knowledge.names)
    assignedBots = conversation.participants
      .filter { $0.roles.contains(.assigned) && knowledge.persons.isBot($0.id) }
      .sorted { ($0.assigned.moment?.milliseconds ?? .max) < ($1.assigned.moment?.milliseconds ?? .max) }
    var entries: [[Thread.Entry]] = Array(repeating: [], count: conversation.dialogs.count)
    for message in conversation.messages where conversation.dialogs[Int(message.dialog)].holdsMessages {
      entries[Int(message.dialog)].append(Thread.Entry(message: message, speaker: speaker(message)))
    }
    for (dialog, entries) in zip(conversation.dialogs, entries) where dialog.holdsMessages {
      threads.append(Thread(dialog: dialog, entries: entries))
    }
  }

  /// Any channel whose name holds "SMS" in any case: no other name for it is documented.
  static func isSMS(_ channel: Identifier, _ names: NameTable) -> Bool {
    channel.isAbsent ? false : channel.text(names).lowercased().contains("sms")
  }

  private func speaker(_ message: Message) -> Speaker {
    if message.role == .consumer { return .consumer }
    if message.role == .controller || message.role == .surveyAgent { return .system }
    guard message.sender != Message.unknownSender else {
      return message.marks.isDisjoint(with: [.own, .botResponse]) ? .agent : .bot(.absent)
    }
    let participant = conversation.participants[Int(message.sender)]
    let persons = knowledge.persons
    if persons.isSystem(participant.id) || participant.roles == .controller { return .system }
    if persons.isBot(participant.id) { return .bot(participant.id) }
    if message.role == .unknown, participant.roles == .consumer { return .consumer }
    return persons.isHuman(participant.id) ? .human : .agent
  }

  // MARK: What is missing from the log

  /// Messages were asked for: a history export with the section, or message events.
  public var showsMessages: Bool {
    !conversation.marks.isDisjoint(with: [.messagesListed, .events]) || !conversation.messages.isEmpty
  }

  /// Its beginning is not in the log, so that nothing can be said to be missing from it.
  public var startIsTruncated: Bool {
    if conversation.marks.contains(.messagesListed) || conversation.marks.contains(.beginningSeen) { return false }
    let lowest = threads.map(\.dialog.lowestSequence).min() ?? .max
    return Int64(lowest) > knowledge.shared.truncatedAfterSequence
  }

  /// Where the evidence about its account ends.
  public var end: Timestamp? { knowledge.end(of: conversation.account) }

  /// Whether the log goes on for some time after a moment; nil where it has no times.
  public func isCovered(_ milliseconds: Int64, after moment: Timestamp?) -> Bool? {
    guard let moment, let end else { return nil }
    return end.milliseconds(since: moment) >= milliseconds
  }

  /// No message or tap of a consumer in any dialog.
  public var consumerIsSilent: Bool {
    !conversation.marks.contains(.consumerActed)
      && !threads.contains { $0.entries.contains(where: \.isFromConsumer) }
  }

  public var botSpoke: Bool {
    threads.contains { thread in
      thread.entries.contains { if case .bot = $0.speaker { !$0.message.marks.contains(.privateNote) } else { false } }
    }
  }

  /// A verdict that rests on something not being there.
  public enum Absence: Sendable, Equatable {
    case absent, present
    /// The log begins too late, ends too early, or has holes.
    case undecided
    case notApplicable(String)
  }

  /// Whether the conversation reached an active bot and no consumer message ever arrived.
  /// - Parameter wait: how long an open conversation may lack its first message, in milliseconds.
  public func contentless(after wait: Int64) -> Absence {
    guard knowledge.knowsBots else { return .notApplicable("no bot is known") }
    guard let bot = assignedBots.first else { return .present }
    guard consumerIsSilent else { return .present }
    // The platform itself says that there is something to read, or the brand wrote first and waits for a reply.
    if conversation.unread.moment != nil || conversation.marks.contains(.openedByBrand) { return .present }
    guard showsMessages else { return .notApplicable("the export has no messages") }
    if !conversation.marks.contains(.messagesListed), !knowledge.hasEvents(ofBot: bot.id) {
      return .notApplicable("the log has no message events of the bot")
    }
    if conversation.isPartial || startIsTruncated { return .undecided }
    if conversation.isClosed { return .absent }
    let began = conversation.started.moment ?? bot.assigned.moment
    return isCovered(wait, after: began).map { $0 ? .absent : .undecided }
      ?? .notApplicable("the log has no times")
  }
}

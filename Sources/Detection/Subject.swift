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

/// One conversation in the light of the knowledge, as every detector sees it. It is made for each conversation of the run:
/// it asks who each participant is once, makes one array for each dialog, and no text.
public struct Subject: Sendable, Probed {
  public let conversation: Conversation
  public let knowledge: Knowledge
  public let isSMS: Bool
  /// The dialogs that hold messages between consumer and agents: neither surveys nor screen sharing.
  public let threads: [Thread]
  /// The bots that were assigned and active, in the order of their coming.
  public let assignedBots: [Participant]
  private(set) var probe: Probe?

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

  /// - Parameter conversation: one of a settled store, whose messages lie in the order of dialog and sequence.
  public init(_ conversation: Conversation, _ knowledge: Knowledge, probe: Probe? = nil) {
    self.conversation = conversation
    self.probe = probe
    self.knowledge = knowledge
    isSMS = knowledge.isSMS(conversation.channel)
    let persons = knowledge.persons
    let kinds = conversation.participants.map { persons.kind($0.id) }
    var bots: [Participant] = []
    for (participant, kind) in zip(conversation.participants, kinds)
    where kind == .bot && participant.roles.contains(.assigned) {
      bots.append(participant)
    }
    if bots.count > 1 { bots.sort { Self.came($0, before: $1, knowledge.names) } }
    assignedBots = bots
    var threads: [Thread] = []
    threads.reserveCapacity(conversation.dialogs.count)
    var start = 0
    for (index, dialog) in conversation.dialogs.enumerated() {
      var end = start
      while end < conversation.messages.count, conversation.messages[end].dialog == index { end += 1 }
      if dialog.holdsMessages {
        let entries = conversation.messages[start..<end].map { message in
          Thread.Entry(message: message, speaker: Self.speaker(message, conversation.participants, kinds))
        }
        threads.append(Thread(dialog: dialog, entries: entries))
      }
      start = end
    }
    self.threads = threads
  }

  /// The same, where what is asked is no question of whether to report something.
  var unprobed: Subject {
    var subject = self
    subject.probe = nil
    return subject
  }

  /// Two that came at one moment, or at none that is known, in the order of their ids.
  private static func came(_ left: Participant, before right: Participant, _ names: NameTable) -> Bool {
    let times = (left.assigned.moment?.milliseconds ?? .max, right.assigned.moment?.milliseconds ?? .max)
    return times.0 == times.1 ? left.id.text(names) < right.id.text(names) : times.0 < times.1
  }

  private static func speaker(
    _ message: Message, _ participants: Few<Participant>, _ kinds: [Persons.Kind]
  ) -> Speaker {
    if message.role == .consumer { return .consumer }
    if message.role == .controller || message.role == .surveyAgent { return .system }
    guard message.sender != Message.unknownSender else {
      return message.marks.isDisjoint(with: [.own, .botResponse]) ? .agent : .bot(.absent)
    }
    let participant = participants[Int(message.sender)]
    switch kinds[Int(message.sender)] {
    case .bot: return .bot(participant.id)
    case .system: return .system
    case _ where participant.roles == .controller: return .system
    case _ where message.role == .unknown && participant.roles == .consumer: return .consumer
    case .human: return .human
    case .unknown: return .agent
    }
  }

  /// The conversation's own dialog, or else the one that began first: later dialogs resume what began before.
  public var mainThread: Thread? {
    if let own = threads.first(where: { $0.dialog.id == conversation.id && !$0.entries.isEmpty }) { return own }
    return threads.filter { !$0.entries.isEmpty }.min { left, right in
      let times = (Self.began(left), Self.began(right))
      if times.0 != times.1 { return times.0 < times.1 }
      return left.dialog.id.text(knowledge.names) < right.dialog.id.text(knowledge.names)
    }
  }

  private static func began(_ thread: Thread) -> Int64 { thread.entries[0].message.time.moment?.milliseconds ?? .max }

  /// When a bot was first there, under any of its ids.
  public func joinTime(ofBot bot: Identifier) -> Timestamp? {
    participants(of: bot).compactMap { $0.assigned.moment ?? $0.joined.moment }.min()
  }

  func participants(of bot: Identifier) -> [Participant] {
    let person = knowledge.persons.find(bot)
    return conversation.participants.filter {
      $0.id == bot || (person != nil && knowledge.persons.find($0.id) == person)
    }
  }

  /// Whether somebody else had the conversation before the bot came.
  public func isTransferred(toBot bot: Identifier, before moment: Timestamp?) -> Bool {
    if let transferred = conversation.transferred.moment, moment.map({ transferred <= $0 }) ?? true { return true }
    guard let joined = joinTime(ofBot: bot) ?? moment else { return false }
    let person = knowledge.persons.find(bot)
    let hadAnother = conversation.participants.contains { other in
      guard let assigned = other.assigned.moment, assigned < joined else { return false }
      return other.id != bot && (person == nil || knowledge.persons.find(other.id) != person)
    }
    return hadAnother || anotherSpoke(than: bot, before: joined)
  }

  /// Whether another assigned agent said something before a moment: of whoever left before the log began, only that is left.
  private func anotherSpoke(than bot: Identifier, before moment: Timestamp) -> Bool {
    threads.contains { thread in
      thread.entries.contains { entry in
        guard entry.message.time.moment.map({ $0 < moment }) ?? false else { return false }
        switch entry.speaker {
        case .human: return true
        case .agent: return entry.message.role == .assignedAgent
        case .bot, .consumer, .system: return false
        }
      }
    }
  }

  public var botSpoke: Bool {
    threads.contains { thread in
      thread.entries.contains { if case .bot = $0.speaker { !$0.message.marks.contains(.privateNote) } else { false } }
    }
  }
}

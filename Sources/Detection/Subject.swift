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
///
/// One subject turns to one conversation of a run after the other. What most detectors need to see that there is nothing for them is
/// computed at once, and makes no array; all else when it is first asked for, and then once.
public final class Subject: Probed {
  public let knowledge: Knowledge
  let probe: Probe?
  private let conversations: Conversations
  private var place = 0
  private var lookahead = Lookahead()
  /// The bot that was assigned and active first.
  private(set) var firstBot: AssignedBot?
  private(set) var botCount = 0
  /// Somebody had the conversation.
  private(set) var hadHolder = false
  /// Messages were asked for: a history export with the section, or message events.
  private(set) var showsMessages = false
  private(set) var outline = Outline()
  private(set) var speakers = SpeakerFinder()
  private var knownBots: [Participant]?
  private var knownThreads: [Thread]?
  private var knownService: Service??
  private var knownFirstSaid: Earliest?
  /// Of the outages that findings referred to, in any conversation.
  var outageNames: [OutageKey: String] = [:]

  /// Lent, part by part: what is passed on whole, is copied.
  public var conversation: Conversation { _read { yield conversations[place] } }

  public var isSMS: Bool { knowledge.isSMS(conversation.channel) }

  /// A bot that was assigned, and who it is.
  struct AssignedBot {
    let participant: Participant
    let person: Persons.Person
  }

  /// The messages of one dialog, in the order of their sequences.
  public struct Thread: Sendable {
    public let dialog: Dialog
    public let entries: [Entry]

    public struct Entry: Sendable {
      public let message: Message
      public let speaker: Speaker

      /// A consumer's message or tap, whatever it holds.
      public var isFromConsumer: Bool {
        if case .consumer = speaker { !message.marks.contains(.privateNote) } else { false }
      }
    }
  }

  /// - Parameter conversation: one of a settled store, whose messages lie in the order of dialog and sequence.
  public convenience init(_ conversation: Conversation, _ knowledge: Knowledge, probe: Probe? = nil) {
    self.init(of: Conversations(conversation), knowledge, probe: probe)
    turn(to: 0)
  }

  /// It has no conversation until it turns to one.
  /// - Parameter conversations: those of a settled store.
  public init(of conversations: Conversations, _ knowledge: Knowledge, probe: Probe? = nil) {
    self.conversations = conversations
    self.knowledge = knowledge
    self.probe = probe
  }

  /// Leaves the conversation for another one of the store.
  public func turn(to place: Int) {
    self.place = place
    (knownBots, knownThreads, knownService, knownFirstSaid) = (nil, nil, nil, nil)
    var first: AssignedBot?
    var count = 0
    var hadHolder = false
    var speakers = SpeakerFinder()
    for place in 0..<conversation.participantCount {
      let participant = conversation.participant(at: place)
      guard participant.roles.contains(.assigned) else { continue }
      let person = knowledge.persons.find(participant.id)
      hadHolder = true
      speakers = SpeakerFinder(knowing: place, participant, person.map { knowledge.persons.kind(of: $0) } ?? .unknown)
      guard let person, knowledge.persons.isBot(person) else { continue }
      count += 1
      if let first, !Self.came(participant, before: first.participant, knowledge.names) { continue }
      first = AssignedBot(participant: participant, person: person)
    }
    firstBot = first
    botCount = count
    self.hadHolder = hadHolder
    self.speakers = speakers
    let holdsMessages = lookahead.holdsMessages(place, of: conversations)
    showsMessages = holdsMessages || !conversation.marks.isDisjoint(with: [.messagesListed, .events])
    outline = holdsMessages ? Outline.of(self) : Outline()
  }

  /// The same, where what is asked is no question of whether to report something.
  var unprobed: Subject { probe == nil ? self : Subject(conversation, knowledge) }

  /// The bots that were assigned and active, in the order of their coming.
  public var assignedBots: [Participant] {
    if let knownBots { return knownBots }
    let bots =
      botCount > 1
      ? conversation.participants
        .filter { $0.roles.contains(.assigned) && knowledge.persons.kind($0.id) == .bot }
        .sorted { Self.came($0, before: $1, knowledge.names) } : firstBot.map { [$0.participant] } ?? []
    knownBots = bots
    return bots
  }

  /// The dialogs that hold messages between consumer and agents: neither surveys nor screen sharing.
  public var threads: [Thread] {
    if let knownThreads { return knownThreads }
    let threads = makeThreads()
    knownThreads = threads
    return threads
  }

  private func makeThreads() -> [Thread] {
    var speakers = speakers
    var threads: [Thread] = []
    threads.reserveCapacity(conversation.dialogs.count)
    var start = 0
    for (index, dialog) in conversation.dialogs.enumerated() {
      var end = start
      while end < conversation.messages.count, conversation.messages[end].dialog == index { end += 1 }
      if dialog.holdsMessages {
        let entries = conversation.messages[start..<end].map { message in
          Thread.Entry(message: message, speaker: speakers.speaker(of: message, in: self))
        }
        threads.append(Thread(dialog: dialog, entries: entries))
      }
      start = end
    }
    return threads
  }

  /// When the earliest of their messages was said.
  var firstSaid: Timestamp? {
    if let knownFirstSaid { return knownFirstSaid.moment }
    var first = Earliest()
    for thread in threads { for entry in thread.entries { first.fold(entry.message.time.moment) } }
    knownFirstSaid = first
    return first.moment
  }

  /// How the bot that answered served its consumer.
  var service: Service? {
    if let knownService { return knownService }
    let service = Service.of(self)
    knownService = .some(service)
    return service
  }

  /// Two that came at one moment, or at none that is known, in the order of their ids.
  private static func came(_ left: Participant, before right: Participant, _ names: NameTable) -> Bool {
    let times = (left.assigned.moment?.milliseconds ?? .max, right.assigned.moment?.milliseconds ?? .max)
    return times.0 == times.1 ? left.id.text(names) < right.id.text(names) : times.0 < times.1
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
    joinTime(ofBot: bot, knowledge.persons.find(bot))
  }

  @inline(__always)
  func joinTime(ofBot bot: Identifier, _ person: Persons.Person?) -> Timestamp? {
    if let firstBot, firstBot.participant.id == bot, knowledge.persons.hasOneId(firstBot.person) {
      return firstBot.participant.came
    }
    return firstJoinTime(ofBot: bot, person)
  }

  private func firstJoinTime(ofBot bot: Identifier, _ person: Persons.Person?) -> Timestamp? {
    var joined = Earliest()
    for participant in conversation.participants where knowledge.persons.isSame(participant.id, as: bot, person) {
      joined.fold(participant.came)
    }
    return joined.moment
  }

  func participants(of bot: Identifier) -> [Participant] {
    let person = knowledge.persons.find(bot)
    return conversation.participants.filter { knowledge.persons.isSame($0.id, as: bot, person) }
  }

  /// Whether somebody else had the conversation before the bot came.
  public func isTransferred(toBot bot: Identifier, before moment: Timestamp?) -> Bool {
    if let transferred = conversation.transferred.moment, moment.map({ transferred <= $0 }) ?? true { return true }
    guard let joined = joinTime(ofBot: bot) ?? moment else { return false }
    let person = knowledge.persons.find(bot)
    let hadAnother = conversation.participants.contains { other in
      guard let assigned = other.assigned.moment, assigned < joined else { return false }
      return !knowledge.persons.isSame(other.id, as: bot, person)
    }
    return hadAnother || anotherSpoke(than: bot, before: joined)
  }

  /// Whether another assigned agent said something before a moment: of whoever left before the log began, only that is left.
  private func anotherSpoke(than bot: Identifier, before moment: Timestamp) -> Bool {
    guard firstSaid.map({ $0 < moment }) ?? false else { return false }
    return threads.contains { thread in
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

extension Participant {
  /// When it was assigned, or else first there.
  fileprivate var came: Timestamp? { assigned.moment ?? joined.moment }
}

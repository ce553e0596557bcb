import Model

/// What some conversations teach about accounts, channels and agents, whoever those turn out to be. They are read in pieces, side by
/// side; merging two is a union and a sum.
struct ConversationNotes: Sendable {
  struct Account: Sendable, Equatable {
    /// The newest moment of which anything in it speaks.
    var end = Latest()
    /// Texts, and those of them that are masked.
    var texts = 0
    var maskedTexts = 0
  }

  struct Channel: Sendable, Equatable {
    /// Where a consumer's file came over it.
    var accountsWithFiles: Set<Identifier> = []
  }

  struct Agent: Sendable, Equatable {
    /// What messages tell about their sender.
    var traits: PersonTraits = []
    /// Of its conversations the log has message events.
    var hasEvents = false
    /// It said something in such a conversation.
    var spoke = false
    /// Until when the logs of events speak of it.
    var logEnd = Latest()
  }

  private(set) var messages = 0
  private(set) var coverage = Extent()
  private(set) var accounts = NoteTable<Account>()
  private(set) var channels = NoteTable<Channel>()
  private(set) var agents = NoteTable<Agent>()
  /// Consumers of conversations in which they wrote nothing.
  private(set) var silentConsumers: Set<Identifier> = []

  init() {}

  init(_ conversations: some Collection<Conversation>) {
    for index in conversations.indices { read(conversations[index]) }
  }

  private static let eventDoors: Sightings = [.live, .relayed, .queried, .published]

  private mutating func read(_ conversation: Conversation) {
    var log = conversation.changes
    if conversation.hasRarities {
      log.fold(conversation.consumerAway)
      log.fold(conversation.consumerTyping.extent)
      for exchange in conversation.exchanges { log.fold(exchange.time) }
    }
    var extent = Extent()
    extent.earliest.fold(conversation.started)
    extent.latest.fold(conversation.started.moment)
    extent.fold(conversation.closedAsOf.moment)
    extent.fold(conversation.openAsOf.moment)
    var account = Account()
    var speakers = PlaceSet()
    var hasEvents = false
    var hasWriting = false
    var hasFiles = false
    for message in conversation.messages {
      let time = message.time.moment
      extent.fold(time)
      log.fold(message.delivered.moment)
      if message.text != .none { account.texts += 1 }
      if message.text == .masked { account.maskedTexts += 1 }
      if message.role == .consumer {
        hasWriting = hasWriting || message.holdsContent
        hasFiles = hasFiles || message.kind == .file
      } else if message.sender != Message.unknownSender {
        speakers.insert(Int(message.sender))
        noteMarks(of: message, conversation)
      }
      if message.sightings.isDisjoint(with: Self.eventDoors) { continue }
      hasEvents = true
      log.fold(time)
    }
    extent.fold(log)
    coverage.fold(extent)
    messages += conversation.messages.count
    account.end = extent.latest
    accounts.update(conversation.account, from: Account()) { $0.fold(account) }
    channels.update(conversation.channel, from: Channel()) {
      if hasFiles { $0.accountsWithFiles.insert(conversation.account) }
    }
    if !hasWriting { noteSilence(conversation) }
    if conversation.marks.contains(.events) || hasEvents {
      noteAgents(of: conversation, speakers, hasEvents: hasEvents, log.latest)
    }
  }

  /// Messages of the log's own user, and with a bot's metadata, tell about their sender even where no other record does.
  private mutating func noteMarks(of message: Message, _ conversation: Conversation) {
    if message.marks.isDisjoint(with: [.own, .botResponse]) { return }
    agents.update(conversation.participant(at: Int(message.sender)).id, from: Agent()) {
      if message.marks.contains(.own) { $0.traits.insert(.logOwner) }
      if message.marks.contains(.botResponse) { $0.traits.insert(.botResponse) }
    }
  }

  private mutating func noteSilence(_ conversation: Conversation) {
    for index in 0..<conversation.participantCount {
      let participant = conversation.participant(at: index)
      if participant.roles.contains(.consumer) { silentConsumers.insert(participant.id) }
    }
  }

  private mutating func noteAgents(
    of conversation: Conversation, _ speakers: PlaceSet, hasEvents: Bool, _ logEnd: Latest
  ) {
    for index in 0..<conversation.participantCount {
      let participant = conversation.participant(at: index)
      if participant.roles == .consumer { continue }
      let agent = Agent(traits: [], hasEvents: hasEvents, spoke: speakers.contains(index), logEnd: logEnd)
      agents.update(participant.id, from: Agent()) { $0.fold(agent) }
    }
  }

  mutating func merge(_ other: ConversationNotes) {
    messages += other.messages
    coverage.fold(other.coverage)
    for (id, account) in other.accounts.all { accounts.update(id, from: Account()) { $0.fold(account) } }
    for (id, channel) in other.channels.all {
      channels.update(id, from: Channel()) { $0.accountsWithFiles.formUnion(channel.accountsWithFiles) }
    }
    for (id, agent) in other.agents.all { agents.update(id, from: Agent()) { $0.fold(agent) } }
    silentConsumers.formUnion(other.silentConsumers)
  }
}

extension ConversationNotes.Account {
  fileprivate mutating func fold(_ other: Self) {
    end.fold(other.end)
    texts += other.texts
    maskedTexts += other.maskedTexts
  }
}

extension ConversationNotes.Agent {
  fileprivate mutating func fold(_ other: Self) {
    traits.formUnion(other.traits)
    hasEvents = hasEvents || other.hasEvents
    spoke = spoke || other.spoke
    logEnd.fold(other.logEnd)
  }
}

/// Places in a list, of which few are above 63.
private struct PlaceSet {
  private var low: UInt64 = 0
  private var rest: Set<Int> = []

  mutating func insert(_ place: Int) {
    if place < 64 { low |= 1 << UInt64(place) } else { rest.insert(place) }
  }

  func contains(_ place: Int) -> Bool { place < 64 ? low >> UInt64(place) & 1 == 1 : rest.contains(place) }
}

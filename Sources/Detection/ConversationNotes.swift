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
    /// From when to when the logs of events speak of it.
    var log = Extent()
  }

  private(set) var messages = 0
  private(set) var coverage = Extent()
  private(set) var accounts = NoteTable<Account>()
  private(set) var channels = NoteTable<Channel>()
  private(set) var agents = NoteTable<Agent>()
  /// Consumers of conversations in which they wrote nothing.
  private(set) var silentConsumers: Set<Identifier> = []

  init() {}

  /// - Parameter places: of those conversations that are read.
  init(_ conversations: Conversations, _ places: Range<Int>) {
    for place in places { read(place, of: conversations) }
  }

  private static let eventDoors: Sightings = [.live, .relayed, .queried, .published]

  /// A conversation stays where it is: passed on whole, it would be copied. What is needed of it is taken at once, while it is at hand.
  private mutating func read(_ place: Int, of conversations: Conversations) {
    var extent = Extent()
    extent.fold(conversations[place].started.moment)
    extent.fold(conversations[place].closedAsOf.moment)
    extent.fold(conversations[place].openAsOf.moment)
    var log = conversations[place].changes
    let id = (account: conversations[place].account, channel: conversations[place].channel)
    let hasChanges = conversations[place].marks.contains(.events)
    let spoken = conversations[place].messages
    if conversations[place].hasRarities { Self.foldRarities(of: conversations[place], into: &log) }
    var account = Account()
    var senders = Senders()
    var hasWriting = false
    var hasFiles = false
    let span = spoken.span
    for index in span.indices {
      let message = span[index]
      let time = message.time.moment
      extent.fold(time)
      log.fold(message.delivered.moment)
      if message.text != .none { account.texts += 1 }
      if message.text == .masked { account.maskedTexts += 1 }
      if message.role == .consumer {
        hasWriting = hasWriting || message.holdsContent
        hasFiles = hasFiles || message.kind == .file
      } else if message.sender != Message.unknownSender {
        senders.read(message)
      }
      if message.sightings.isDisjoint(with: Self.eventDoors) { continue }
      senders.haveEvents = true
      log.fold(time)
    }
    extent.fold(log)
    coverage.fold(extent)
    messages += spoken.count
    account.end = extent.latest
    accounts.update(id.account, from: Account()) { $0.fold(account) }
    channels.update(id.channel, from: Channel()) { if hasFiles { $0.accountsWithFiles.insert(id.account) } }
    if !hasWriting { noteSilence(of: conversations[place]) }
    senders.haveLog = hasChanges || senders.haveEvents
    senders.log = log
    noteAgents(of: place, conversations, senders)
  }

  private static func foldRarities(of conversation: Conversation, into log: inout Extent) {
    log.fold(conversation.consumerAway)
    log.fold(conversation.consumerTyping.extent)
    for exchange in conversation.exchanges { log.fold(exchange.time) }
  }

  private mutating func noteSilence(of conversation: Conversation) {
    for participant in conversation.participants where participant.roles.contains(.consumer) {
      silentConsumers.insert(participant.id)
    }
  }

  /// Messages of the log's own user, and with a bot's metadata, tell about their sender even where no other record does.
  private mutating func noteAgents(of place: Int, _ conversations: Conversations, _ senders: Senders) {
    for index in 0..<conversations[place].participantCount {
      let participant = conversations[place].participant(at: index)
      let marks = senders.marks(at: index)
      var agent = Agent()
      if marks?.contains(.own) ?? false { agent.traits.insert(.logOwner) }
      if marks?.contains(.botResponse) ?? false { agent.traits.insert(.botResponse) }
      if senders.haveLog, participant.roles != .consumer {
        (agent.hasEvents, agent.spoke) = (senders.haveEvents, marks != nil)
        agent.log = senders.log
      } else if agent.traits.isEmpty {
        continue
      }
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
    log.fold(other.log)
  }
}

/// What a conversation tells of those who are not its consumers.
private struct Senders {
  /// The log has events of it: messages, or any.
  var haveEvents = false
  var haveLog = false
  var log = Extent()
  /// By place among the participants, of which few are above 63: who said something, in messages of the log's own user, with a
  /// bot's metadata.
  private var spoke: UInt64 = 0
  private var own: UInt64 = 0
  private var responded: UInt64 = 0
  private var rest: [Int: MessageMarks] = [:]

  mutating func read(_ message: Message) {
    let place = Int(message.sender)
    guard place < 64 else {
      rest[place, default: []].formUnion(message.marks)
      return
    }
    let bit: UInt64 = 1 << UInt64(place)
    spoke |= bit
    if message.marks.contains(.own) { own |= bit }
    if message.marks.contains(.botResponse) { responded |= bit }
  }

  /// The marks of all that somebody said; nil where it was nothing.
  func marks(at place: Int) -> MessageMarks? {
    guard place < 64 else { return rest[place] }
    let bit: UInt64 = 1 << UInt64(place)
    if spoke & bit == 0 { return nil }
    var marks: MessageMarks = []
    if own & bit != 0 { marks.insert(.own) }
    if responded & bit != 0 { marks.insert(.botResponse) }
    return marks
  }
}

public import Model

/// What all facts together say about the run; computed once, before any detector looks at a conversation.
///
/// A class, so that the subject of every conversation holds it at the price of one reference.
public final class Knowledge: Sendable {
  public let persons: Persons
  public let names: NameTable
  public let shared: SharedSettings
  public let longTexts: [MessageKey: TextCounts]
  public let excerpts: [MessageKey: String]
  /// From the first to the last moment that the inputs speak of.
  public let coverage: Extent
  /// Messages in all conversations.
  public let messages: Int
  /// The moment that the user says the export was taken.
  let asOf: Timestamp?
  let botTimelines: BotTimelines
  private let lessons: Lessons
  private let writings: ConsumerWritings
  private let inbox: GatewayInbox

  /// - Parameters:
  ///   - facts: a settled store.
  ///   - listedBots: ids and logins that the user says are bots.
  ///   - asOf: where the log ends; nil for the newest moment in it.
  public convenience init(_ facts: FactStore, shared: SharedSettings, listedBots: Set<String>, asOf: Timestamp?) {
    let notes = ConversationNotes(facts.conversations, facts.conversations.indices)
    let writings = ConsumerWritings(facts.conversations, facts.conversations.indices, of: notes.silentConsumers)
    self.init(facts, notes, writings, shared: shared, listedBots: listedBots, asOf: asOf)
  }

  /// The same, with the conversations read in pieces, side by side.
  public convenience init(
    _ facts: FactStore, shared: SharedSettings, listedBots: Set<String>, asOf: Timestamp?, jobs: Int
  ) async {
    let conversations = facts.conversations
    var notes = ConversationNotes()
    for piece in await Pieces.map(of: conversations.count, jobs: jobs, { ConversationNotes(conversations, $0) }) {
      notes.merge(piece)
    }
    var writings = ConsumerWritings()
    let silent = notes.silentConsumers
    if !silent.isEmpty {
      for piece in await Pieces.map(
        of: conversations.count, jobs: jobs, { ConsumerWritings(conversations, $0, of: silent) })
      {
        writings.merge(piece)
      }
    }
    self.init(facts, notes, writings, shared: shared, listedBots: listedBots, asOf: asOf)
  }

  private init(
    _ facts: FactStore, _ notes: ConversationNotes, _ writings: ConsumerWritings, shared: SharedSettings,
    listedBots: Set<String>, asOf: Timestamp?
  ) {
    let persons = Persons(facts, notes, listedBots: listedBots)
    self.persons = persons
    names = facts.names
    self.shared = shared
    self.asOf = asOf
    longTexts = facts.longTexts
    excerpts = facts.excerpts
    let botTimelines = BotTimelines(facts, persons)
    self.botTimelines = botTimelines
    let lessons = Lessons(notes, persons, botTimelines, facts.names)
    self.lessons = lessons
    var sorted = writings
    sorted.sort()
    self.writings = sorted
    inbox = GatewayInbox(facts)
    coverage = lessons.coverage
    messages = lessons.messages
  }

  /// What happened to each bot, or program that nothing names, outside of its conversations.
  public var timelines: [BotTimeline] { botTimelines.all }

  /// Known bots, by name, of whose connection, logins and account nothing was read.
  public var botsWithoutTimeline: [String] {
    persons.botNames.filter { botTimelines.find($0.key) == nil }.map(\.value)
  }

  public func timeline(of id: Identifier) -> BotTimeline? { persons.find(id).flatMap { botTimelines.find($0) } }

  /// Messages of an SMS gateway that name no conversation.
  public var unusedGatewayMessages: Int { inbox.unused }

  public var knowsBots: Bool { !persons.botNames.isEmpty }

  /// Where the evidence about an account ends: what waits past it is undecided.
  public func end(of account: Identifier) -> Timestamp? {
    asOf ?? lessons.end(of: account).moment ?? coverage.latest.moment
  }

  /// The newest moment of which anything that was read of an account speaks, be it a conversation or a bot's log; nil where there is none.
  func lastEvidence(of account: Identifier) -> Timestamp? {
    var latest = botTimelines.ends[account] ?? Latest()
    latest.fold(lessons.end(of: account))
    return asOf ?? latest.moment
  }

  /// Where the log of a bot's conversations ends, which a history export may outlast; nil where there is none with times.
  public func end(ofLogOf bot: Identifier) -> Timestamp? {
    asOf ?? persons.find(bot).flatMap { lessons.about($0).log.latest.moment }
  }

  /// Where it begins.
  func start(ofLogOf bot: Identifier) -> Timestamp? {
    persons.find(bot).flatMap { lessons.about($0).log.earliest.moment }
  }

  /// Any channel whose name holds "SMS" in any case: no other name for it is documented.
  func isSMS(_ channel: Identifier) -> Bool { !channel.isAbsent && lessons.smsChannels.contains(channel) }

  /// Whether images over SMS have ever arrived in this account.
  public func smsImagesArrive(in account: Identifier) -> Bool { lessons.accountsWithSMSFiles.contains(account) }

  /// Where texts are masked, a text that is missing altogether may be redacted.
  public func masksTexts(in account: Identifier) -> Bool {
    lessons.masksTexts(in: account, fromPercent: shared.maskingPercent)
  }

  /// Whether the log has message events of a bot; without them its log level hides what a rule would miss.
  public func hasEvents(ofBot id: Identifier) -> Bool { persons.find(id).map { lessons.about($0).hasEvents } ?? false }

  /// Whether what a bot says is in the log: of some logs only what it hears is written.
  func showsWords(of bot: Persons.Person) -> Bool { lessons.about(bot).spoke }

  /// What the gateway of text messages took in from a conversation's consumer, by time.
  public func gatewayMessages(of conversation: Identifier) -> [GatewayMessage] {
    gatewayEntries(of: conversation).map(\.message)
  }

  func gatewayEntries(of conversation: Identifier) -> [GatewayInbox.Entry] { inbox.entries(of: conversation) }

  /// The first writing of one of a silent conversation's consumers, in any conversation, in a span of time.
  func writing(ofConsumersOf conversation: Conversation, in span: ClosedRange<Timestamp>) -> Timestamp? {
    writings.first(ofConsumersOf: conversation, in: span)
  }
}

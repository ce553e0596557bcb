import Model

/// What all conversations teach about accounts, channels and bots.
struct Lessons: Sendable {
  private(set) var coverage: Extent
  /// Conversations' messages altogether.
  let messages: Int
  private let accounts: NoteTable<ConversationNotes.Account>
  private(set) var smsChannels: Set<Identifier> = []
  private(set) var accountsWithSMSFiles: Set<Identifier> = []
  private var bots: [Bot]

  struct Bot: Sendable {
    /// Of its conversations the log has message events.
    fileprivate(set) var hasEvents = false
    /// It said something anywhere: a log that never shows it says nothing about its silence.
    fileprivate(set) var spoke = false
    /// From when to when the logs of events speak of it.
    fileprivate(set) var log = Extent()
  }

  init(_ notes: ConversationNotes, _ persons: Persons, _ timelines: BotTimelines, _ names: NameTable) {
    coverage = notes.coverage
    messages = notes.messages
    accounts = notes.accounts
    bots = Array(repeating: Bot(), count: persons.count)
    for (id, channel) in notes.channels.all where id.text(names).lowercased().contains("sms") {
      smsChannels.insert(id)
      accountsWithSMSFiles.formUnion(channel.accountsWithFiles)
    }
    for (id, agent) in notes.agents.all {
      guard let person = persons.find(id), persons.isBot(person) else { continue }
      bots[person].hasEvents = bots[person].hasEvents || agent.hasEvents
      bots[person].spoke = bots[person].spoke || agent.spoke
      bots[person].log.fold(agent.log)
    }
    for timeline in timelines.all {
      coverage.fold(timeline.extent)
      if let person = timeline.person { bots[person].log.fold(timeline.extent) }
    }
  }

  /// What the conversations of a bot teach about it; of whoever is none, nothing.
  func about(_ person: Persons.Person) -> Bot { bots[person] }

  /// The newest moment of which a conversation of an account speaks.
  func end(of account: Identifier) -> Latest { accounts.find(account)?.end ?? Latest() }

  /// Whether an account masks its texts. A few masked ones do not tell: people type asterisks too.
  func masksTexts(in account: Identifier, fromPercent percent: Int64) -> Bool {
    guard let account = accounts.find(account), account.maskedTexts > 0 else { return false }
    return Int64(account.maskedTexts) * 100 >= Int64(account.texts) * percent
  }
}

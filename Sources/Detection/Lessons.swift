import Model

/// What each conversation teaches about its account, its channel and its bots.
struct Lessons: Sendable {
  private(set) var coverage = Extent()
  private(set) var ends: [Identifier: Latest] = [:]
  private(set) var smsChannels: Set<Identifier> = []
  /// Texts, and those of them that are masked, by account.
  private var texts: [Identifier: (all: Int, masked: Int)] = [:]
  private(set) var accountsWithSMSFiles: Set<Identifier> = []
  /// Bots of whose conversations the log has message events.
  private(set) var botsWithEvents: Set<Persons.Person> = []
  /// Bots that said something anywhere: a log that never shows it says nothing about their silence.
  private(set) var botsThatSpoke: Set<Persons.Person> = []
  /// Until when the logs of events speak of a bot.
  private(set) var botLogEnds: [Persons.Person: Latest] = [:]

  init(_ facts: FactStore, _ persons: Persons, _ timelines: BotTimelines) {
    let channels = Set(facts.conversations.lazy.map(\.channel))
    smsChannels = channels.filter { $0.text(facts.names).lowercased().contains("sms") }
    for conversation in facts.conversations { learn(conversation, persons) }
    for timeline in timelines.all {
      coverage.fold(timeline.extent)
      guard let person = timeline.person else { continue }
      botLogEnds[person, default: Latest()].fold(timeline.extent.latest)
    }
  }

  /// Whether an account masks its texts. A few masked ones do not tell: people type asterisks too.
  func masksTexts(in account: Identifier, fromPercent percent: Int64) -> Bool {
    guard let texts = texts[account], texts.masked > 0 else { return false }
    return Int64(texts.masked) * 100 >= Int64(texts.all) * percent
  }

  private static let eventDoors: Sightings = [.live, .relayed, .queried, .published]

  private mutating func learn(_ conversation: Conversation, _ persons: Persons) {
    var log = conversation.changes
    log.fold(conversation.consumerAway)
    log.fold(conversation.consumerTyping.extent)
    for exchange in conversation.exchanges { log.fold(exchange.time) }
    var extent = Extent()
    extent.fold(conversation.started.moment)
    extent.fold(conversation.closedAsOf.moment)
    extent.fold(conversation.openAsOf.moment)
    let isSMS = smsChannels.contains(conversation.channel)
    var hasEvents = false
    var all = 0
    var masked = 0
    for message in conversation.messages {
      extent.fold(message.time.moment)
      log.fold(message.delivered.moment)
      if message.text == .masked { masked += 1 }
      if message.text != .none { all += 1 }
      if isSMS, message.kind == .file, message.role == .consumer { accountsWithSMSFiles.insert(conversation.account) }
      if message.sightings.isDisjoint(with: Self.eventDoors) { continue }
      hasEvents = true
      log.fold(message.time.moment)
    }
    texts[conversation.account, default: (0, 0)].all += all
    texts[conversation.account, default: (0, 0)].masked += masked
    extent.fold(log)
    coverage.fold(extent)
    ends[conversation.account, default: Latest()].fold(extent.latest)
    guard conversation.marks.contains(.events) || hasEvents else { return }
    let speakers = Set(conversation.messages.lazy.filter { $0.role != .consumer }.map(\.sender))
    for (index, participant) in conversation.participants.enumerated() where participant.roles != .consumer {
      guard let person = persons.find(participant.id), persons.isBot(person) else { continue }
      if hasEvents { botsWithEvents.insert(person) }
      if speakers.contains(UInt16(truncatingIfNeeded: index)) { botsThatSpoke.insert(person) }
      botLogEnds[person, default: Latest()].fold(log.latest)
    }
  }
}

/// When the consumers that somewhere wrote nothing wrote elsewhere: in another conversation, they sent it again.
struct ConsumerWritings: Sendable {
  private var writings: [Identifier: [Timestamp]] = [:]

  init(_ facts: FactStore) {
    var silent: Set<Identifier> = []
    for conversation in facts.conversations where !Self.hasWriting(conversation) {
      for participant in conversation.participants where participant.roles.contains(.consumer) {
        silent.insert(participant.id)
      }
    }
    if silent.isEmpty { return }
    for conversation in facts.conversations {
      for participant in conversation.participants
      where participant.roles.contains(.consumer) && silent.contains(participant.id) {
        for message in conversation.messages where message.role == .consumer && message.holdsContent {
          if let time = message.time.moment { writings[participant.id, default: []].append(time) }
        }
      }
    }
    for consumer in silent { writings[consumer]?.sort() }
  }

  private static func hasWriting(_ conversation: Conversation) -> Bool {
    conversation.messages.contains { $0.role == .consumer && $0.holdsContent }
  }

  func first(ofConsumersOf conversation: Conversation, in span: ClosedRange<Timestamp>) -> Timestamp? {
    conversation.participants
      .filter { $0.roles.contains(.consumer) }
      .compactMap { writings[$0.id]?.first { span.contains($0) } }
      .min()
  }
}

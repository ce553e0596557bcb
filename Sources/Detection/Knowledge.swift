public import Model

/// What all facts together say about the run; computed once, before any detector looks at a conversation.
public struct Knowledge: Sendable {
  public let persons: Persons
  public let names: NameTable
  public let shared: SharedSettings
  public let longTexts: [MessageKey: TextCounts]
  public let excerpts: [MessageKey: String]
  /// From the first to the last moment that the inputs speak of.
  public private(set) var coverage = Extent()
  /// The moment that the user says the export was taken.
  private let asOf: Timestamp?
  private var ends: [Identifier: Latest] = [:]
  private var accountsWithMasks: Set<Identifier> = []
  private var accountsWithSMSFiles: Set<Identifier> = []
  /// Bots of whose conversations the log has message events.
  private var botsWithEvents: Set<Persons.Person> = []
  /// When the consumers that somewhere wrote nothing wrote elsewhere.
  private var writings: [Identifier: [Timestamp]] = [:]

  /// - Parameters:
  ///   - listedBots: ids and logins that the user says are bots.
  ///   - asOf: where the log ends; nil for the newest moment in it.
  public init(_ facts: FactStore, shared: SharedSettings, listedBots: Set<String>, asOf: Timestamp?) {
    persons = Persons(facts, listedBots: listedBots)
    names = facts.names
    self.shared = shared
    self.asOf = asOf
    longTexts = facts.longTexts
    excerpts = facts.excerpts
    var silent: Set<Identifier> = []
    for conversation in facts.conversations {
      learn(conversation)
      if !Self.hasConsumerMessage(conversation) { silent.formUnion(Self.consumers(conversation)) }
    }
    learnWritings(facts, of: silent)
    coverage.fold(asOf)
  }

  public var knowsBots: Bool { !persons.botNames.isEmpty }

  /// Where the evidence about an account ends: what waits past it is undecided.
  public func end(of account: Identifier) -> Timestamp? { asOf ?? ends[account]?.moment ?? coverage.latest.moment }

  /// Whether images over SMS have ever arrived in this account.
  public func smsImagesArrive(in account: Identifier) -> Bool { accountsWithSMSFiles.contains(account) }

  /// Where texts are masked, a text that is missing altogether may be redacted.
  public func masksTexts(in account: Identifier) -> Bool { accountsWithMasks.contains(account) }

  /// Whether the log has message events of a bot; without them its log level hides what a rule would miss.
  public func hasEvents(ofBot id: Identifier) -> Bool { persons.find(id).map(botsWithEvents.contains) ?? false }

  /// The first writing of one of these consumers, in any conversation, in a span of time.
  public func writing(of consumers: [Identifier], in span: ClosedRange<Timestamp>) -> Timestamp? {
    consumers.compactMap { consumer in writings[consumer]?.first { span.contains($0) } }.min()
  }

  static func consumers(_ conversation: Conversation) -> [Identifier] {
    conversation.participants.filter { $0.roles.contains(.consumer) }.map(\.id)
  }

  private static func hasConsumerMessage(_ conversation: Conversation) -> Bool {
    conversation.messages.contains { $0.role == .consumer && $0.text != .blank && $0.text != .absent }
  }

  private mutating func learn(_ conversation: Conversation) {
    var extent = conversation.changes
    extent.fold(conversation.started.moment)
    if let closed = conversation.closedAsOf.moment { extent.fold(closed) }
    if let open = conversation.openAsOf.moment { extent.fold(open) }
    extent.fold(conversation.consumerAway)
    extent.fold(conversation.consumerTyping)
    let isSMS = Subject.isSMS(conversation.channel, names)
    var hasEvents = false
    for message in conversation.messages {
      extent.fold(message.time.moment)
      extent.fold(message.delivered.moment)
      if message.text == .masked { accountsWithMasks.insert(conversation.account) }
      if isSMS, message.kind == .file, message.role == .consumer { accountsWithSMSFiles.insert(conversation.account) }
      if !message.sightings.isDisjoint(with: [.live, .relayed, .queried, .published]) { hasEvents = true }
    }
    for exchange in conversation.exchanges { extent.fold(exchange.time) }
    coverage.fold(extent)
    ends[conversation.account, default: Latest()].fold(extent.latest)
    if hasEvents {
      for participant in conversation.participants where participant.roles.contains(.assigned) {
        if let person = persons.find(participant.id), persons.isBot(person) { botsWithEvents.insert(person) }
      }
    }
  }

  private mutating func learnWritings(_ facts: FactStore, of consumers: Set<Identifier>) {
    if consumers.isEmpty { return }
    for conversation in facts.conversations {
      for consumer in Self.consumers(conversation) where consumers.contains(consumer) {
        for message in conversation.messages where message.role == .consumer && message.text == .present {
          if let time = message.time.moment { writings[consumer, default: []].append(time) }
        }
      }
    }
    for consumer in consumers { writings[consumer]?.sort() }
  }
}

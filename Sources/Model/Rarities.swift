/// What few conversations have; kept apart, so that the many stay small.
@usableFromInline struct Rarities: Sendable {
  /// Those that do not fit into the conversation itself.
  @usableFromInline var dialogs: [Dialog] = []
  @usableFromInline var participants: [Participant] = []
  @usableFromInline var exchanges: [Exchange] = []
  var transferred = Earliest()
  var lastTransferred = Latest()
  var unread = Earliest()
  var consumerAway = Extent()
  var consumerTyping = TypingEpisodes()
  var notReceived = Extent()
  var consumerActed = Earliest()
  var agentTyping: Set<Int32> = []
}

extension Conversation {
  public var transferred: Earliest {
    get { rarities.isEmpty ? Earliest() : rarities[0].transferred }
    set { if newValue != transferred { changeRarities { $0.transferred = newValue } } }
  }

  /// When it last was handed on.
  public var lastTransferred: Latest {
    get { rarities.isEmpty ? Latest() : rarities[0].lastTransferred }
    set { if newValue != lastTransferred { changeRarities { $0.lastTransferred = newValue } } }
  }

  /// The moment in which an agent typed, to `typingStep` milliseconds.
  public mutating func noteAgentTyping(_ time: Timestamp?) {
    guard let time, let slot = Int32(exactly: time.milliseconds / Self.typingStep) else { return }
    changeRarities { $0.agentTyping.insert(slot) }
  }

  /// Whether an agent typed between two moments, as far as `typingStep` tells.
  public func agentTyped(from start: Timestamp, to end: Timestamp) -> Bool {
    guard !rarities.isEmpty, !rarities[0].agentTyping.isEmpty else { return false }
    let wanted = start.milliseconds / Self.typingStep...max(start, end).milliseconds / Self.typingStep
    let typing = rarities[0].agentTyping
    // The span is short, and they may have typed for long.
    if wanted.count > typing.count { return typing.contains { wanted.contains(Int64($0)) } }
    return wanted.contains { slot in Int32(exactly: slot).map(typing.contains) ?? false }
  }

  /// Typing is kept to five seconds, so that those who type for long cost little.
  public static let typingStep: Int64 = 5000

  /// When the bot's copy of the conversation first counted unread messages.
  public var unread: Earliest {
    get { rarities.isEmpty ? Earliest() : rarities[0].unread }
    set { if newValue != unread { changeRarities { $0.unread = newValue } } }
  }

  /// The consumer's application in the background or gone.
  public var consumerAway: Extent {
    get { rarities.isEmpty ? Extent() : rarities[0].consumerAway }
    set { if newValue != consumerAway { changeRarities { $0.consumerAway = newValue } } }
  }

  public var consumerTyping: TypingEpisodes {
    get { rarities.isEmpty ? TypingEpisodes() : rarities[0].consumerTyping }
    set { if newValue != consumerTyping { changeRarities { $0.consumerTyping = newValue } } }
  }

  /// "Message not received" from either side.
  public var notReceived: Extent {
    get { rarities.isEmpty ? Extent() : rarities[0].notReceived }
    set { if newValue != notReceived { changeRarities { $0.notReceived = newValue } } }
  }

  /// The consumer's first tap that has no sequence of its own.
  public var consumerActed: Earliest {
    get { rarities.isEmpty ? Earliest() : rarities[0].consumerActed }
    set { if newValue != consumerActed { changeRarities { $0.consumerActed = newValue } } }
  }

  /// Adds a sign that the consumer types, or does no more.
  public mutating func noteConsumerTyping(_ time: Timestamp?, isTyping: Bool) {
    guard let time else { return }
    changeRarities { $0.consumerTyping.add(time, isTyping: isTyping) }
  }

  mutating func changeRarities(_ change: (inout Rarities) -> Void) {
    if rarities.isEmpty { rarities.append(Rarities()) }
    change(&rarities[0])
  }

  /// Dialogs, participants and exchanges apart, which are joined with those that are none.
  mutating func join(_ others: [Rarities]) {
    guard let other = others.first else { return }
    transferred.fold(other.transferred)
    lastTransferred.fold(other.lastTransferred)
    unread.fold(other.unread)
    consumerAway.fold(other.consumerAway)
    if !other.consumerTyping.isEmpty { changeRarities { $0.consumerTyping.join(other.consumerTyping) } }
    notReceived.fold(other.notReceived)
    consumerActed.fold(other.consumerActed)
    if other.agentTyping.isEmpty { return }
    changeRarities { $0.agentTyping.formUnion(other.agentTyping) }
  }
}

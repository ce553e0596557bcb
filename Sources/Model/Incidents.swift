/// What happens in few conversations; kept apart, so that the many stay small.
struct Incidents: Sendable {
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
    get { self[\.transferred] }
    set { self[\.transferred] = newValue }
  }

  /// When it last was handed on.
  public var lastTransferred: Latest {
    get { self[\.lastTransferred] }
    set { self[\.lastTransferred] = newValue }
  }

  /// The moment in which an agent typed, to `typingStep` milliseconds.
  public mutating func noteAgentTyping(_ time: Timestamp?) {
    guard let time, let slot = Int32(exactly: time.milliseconds / Self.typingStep) else { return }
    if incidents.isEmpty { incidents.append(Incidents()) }
    incidents[0].agentTyping.insert(slot)
  }

  /// Whether an agent typed between two moments, as far as `typingStep` tells.
  public func agentTyped(from start: Timestamp, to end: Timestamp) -> Bool {
    guard let slots = incidents.first?.agentTyping, !slots.isEmpty else { return false }
    let wanted = start.milliseconds / Self.typingStep...max(start, end).milliseconds / Self.typingStep
    return slots.contains { wanted.contains(Int64($0)) }
  }

  /// Typing is kept to five seconds, so that those who type for long cost little.
  public static let typingStep: Int64 = 5000

  /// When the bot's copy of the conversation first counted unread messages.
  public var unread: Earliest {
    get { self[\.unread] }
    set { self[\.unread] = newValue }
  }

  /// The consumer's application in the background or gone.
  public var consumerAway: Extent {
    get { self[\.consumerAway] }
    set { self[\.consumerAway] = newValue }
  }

  public var consumerTyping: TypingEpisodes {
    get { self[\.consumerTyping] }
    set { self[\.consumerTyping] = newValue }
  }

  /// "Message not received" from either side.
  public var notReceived: Extent {
    get { self[\.notReceived] }
    set { self[\.notReceived] = newValue }
  }

  /// The consumer's first tap that has no sequence of its own.
  public var consumerActed: Earliest {
    get { self[\.consumerActed] }
    set { self[\.consumerActed] = newValue }
  }

  /// Adds a sign that the consumer types, or does no more.
  public mutating func noteConsumerTyping(_ time: Timestamp?, isTyping: Bool) {
    guard let time else { return }
    if incidents.isEmpty { incidents.append(Incidents()) }
    incidents[0].consumerTyping.add(time, isTyping: isTyping)
  }

  mutating func foldTyping() {
    if !incidents.isEmpty { incidents[0].consumerTyping.foldCopies() }
  }

  private subscript<Value: Equatable>(_ incident: WritableKeyPath<Incidents, Value>) -> Value {
    get { incidents.first?[keyPath: incident] ?? Incidents()[keyPath: incident] }
    set {
      if incidents.isEmpty {
        if newValue == Incidents()[keyPath: incident] { return }
        incidents.append(Incidents())
      }
      incidents[0][keyPath: incident] = newValue
    }
  }

  mutating func join(_ others: [Incidents]) {
    guard let other = others.first else { return }
    transferred.fold(other.transferred)
    lastTransferred.fold(other.lastTransferred)
    unread.fold(other.unread)
    consumerAway.fold(other.consumerAway)
    if !other.consumerTyping.isEmpty { consumerTyping.join(other.consumerTyping) }
    notReceived.fold(other.notReceived)
    consumerActed.fold(other.consumerActed)
    if other.agentTyping.isEmpty { return }
    if incidents.isEmpty { incidents.append(Incidents()) }
    incidents[0].agentTyping.formUnion(other.agentTyping)
  }
}

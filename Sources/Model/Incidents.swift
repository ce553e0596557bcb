/// What happens in few conversations; kept apart, so that the many stay small.
struct Incidents: Sendable {
  var transferred = Earliest()
  var unread = Earliest()
  var consumerAway = Extent()
  var consumerTyping = Extent()
  var notReceived = Extent()
  var consumerActed = Earliest()
}

extension Conversation {
  public var transferred: Earliest {
    get { self[\.transferred] }
    set { self[\.transferred] = newValue }
  }

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

  public var consumerTyping: Extent {
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
    unread.fold(other.unread)
    consumerAway.fold(other.consumerAway)
    consumerTyping.fold(other.consumerTyping)
    notReceived.fold(other.notReceived)
    consumerActed.fold(other.consumerActed)
  }
}

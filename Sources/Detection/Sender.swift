import Model

extension Subject {
  /// Who sent what is in a request, of which nobody else need ever have heard; nil where nothing tells.
  func sender(of exchange: Exchange) -> Speaker? {
    switch exchange.side {
    case .unknown: nil
    case .consumer: .consumer
    default: agent(at: exchange.sender)
    }
  }

  /// Whose the messages are that a log calls its own without naming anybody: an agent's requests may tell.
  var logOwner: Speaker {
    let request = conversation.exchanges.first {
      $0.kind == .publish && $0.side != .consumer && $0.sender != Message.unknownSender
    }
    return agent(at: request?.sender ?? Message.unknownSender)
  }

  /// - Parameter place: among the participants; an agent who is not named is a bot where only bots can have been it.
  private func agent(at place: UInt16) -> Speaker {
    guard place != Message.unknownSender else { return onlyBot.map { .bot($0) } ?? .agent }
    let id = conversation.participant(at: Int(place)).id
    return switch knowledge.persons.kind(id) {
    case .bot: .bot(id)
    case .system: .system
    case .human: .human
    case .unknown: .agent
    }
  }

  /// The bot that came first, where every agent who could say something is a bot.
  private var onlyBot: Identifier? {
    let silent: RoleSet = [.consumer, .controller, .surveyAgent, .suggested]
    var first: Identifier?
    for place in 0..<conversation.participantCount {
      let participant = conversation.participant(at: place)
      if !participant.roles.isEmpty, participant.roles.isSubset(of: silent) { continue }
      switch knowledge.persons.kind(participant.id) {
      case .bot: first = first ?? participant.id
      case .system: continue
      case .human, .unknown: return nil
      }
    }
    return firstBot?.participant.id ?? first
  }
}

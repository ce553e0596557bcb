import Model

/// Whose text is judged by its length: a consumer's, a bot's, or that of somebody whom no log names.
enum TextSender: Sendable, Equatable {
  case consumer
  case bot(Identifier)
  case unknown

  /// Nil for who is not judged: people, unknown agents, and senders of automatic messages.
  init?(_ speaker: Speaker) {
    switch speaker {
    case .consumer: self = .consumer
    case .bot(let id): self = .bot(id)
    case .human, .system, .agent: return nil
    }
  }

  var bot: Identifier? { if case .bot(let id) = self { id } else { nil } }

  /// `consumer`, `bot`; nil where nobody knows.
  var name: String? {
    switch self {
    case .consumer: "consumer"
    case .bot: "bot"
    case .unknown: nil
    }
  }
}

import Model

/// Tells who said each message of one conversation; whoever says several one after the other is looked up once.
struct SpeakerFinder {
  /// The participant who was looked up last.
  private var sender = Message.unknownSender
  private var kind = Persons.Kind.unknown

  init() {}

  /// - Parameter kind: what is known of the participant at a place already.
  init(knowing place: Int, _ kind: Persons.Kind) {
    sender = UInt16(truncatingIfNeeded: place)
    self.kind = kind
  }

  mutating func speaker(of message: Message, in conversation: Conversation, _ knowledge: Knowledge) -> Speaker {
    if message.role == .consumer { return .consumer }
    if message.role == .controller || message.role == .surveyAgent { return .system }
    guard message.sender != Message.unknownSender else {
      return message.marks.isDisjoint(with: [.own, .botResponse]) ? .agent : .bot(.absent)
    }
    let participant = conversation.participant(at: Int(message.sender))
    if message.sender != sender { (sender, kind) = (message.sender, knowledge.persons.kind(participant.id)) }
    switch kind {
    case .bot: return .bot(participant.id)
    case .system: return .system
    case _ where participant.roles == .controller: return .system
    case _ where message.role == .unknown && participant.roles == .consumer: return .consumer
    case .human: return .human
    case .unknown: return .agent
    }
  }
}

import Model

/// Tells who said each message of one conversation; whoever says several one after the other is looked up once.
struct SpeakerFinder {
  /// The participant who was looked up last: where it stands, and what is known of it.
  private var sender = Message.unknownSender
  private var id = Identifier.absent
  private var roles: RoleSet = []
  private var kind = Persons.Kind.unknown
  /// Whose log it is, once that was asked.
  private var owner: Speaker?

  init() {}

  /// - Parameter kind: what is known of the participant at a place already.
  init(knowing place: Int, _ participant: Participant, _ kind: Persons.Kind) {
    sender = UInt16(truncatingIfNeeded: place)
    (id, roles, self.kind) = (participant.id, participant.roles, kind)
  }

  mutating func speaker(of message: Message, in subject: Subject) -> Speaker {
    if message.role == .consumer { return .consumer }
    if message.role == .controller { return .system }
    guard message.sender != Message.unknownSender else {
      if message.role == .surveyAgent { return .system }
      if message.marks.contains(.botResponse) { return .bot(.absent) }
      if !message.marks.contains(.own) { return .agent }
      // A program says of what it received that it is its own; of what somebody sent only his log tells.
      return message.sightings == .published ? ownerOfLog(in: subject) : .bot(.absent)
    }
    if message.sender != sender { find(message.sender, in: subject) }
    // The consumers' history calls everybody an agent, and its elements may stand by themselves: then the participants tell.
    let isCalledAgent = message.role == .surveyAgent
    if isCalledAgent, roles.isEmpty || roles.contains(.surveyAgent) { return .system }
    switch kind {
    case .bot: return .bot(id)
    case .system: return .system
    case _ where roles == .controller: return .system
    case _ where (message.role == .unknown || isCalledAgent) && roles == .consumer: return .consumer
    case .human: return .human
    case .unknown: return .agent
    }
  }

  private mutating func ownerOfLog(in subject: Subject) -> Speaker {
    let speaker = owner ?? subject.logOwner
    owner = speaker
    return speaker
  }

  private mutating func find(_ sender: UInt16, in subject: Subject) {
    let participant = subject.conversation.participant(at: Int(sender))
    self.sender = sender
    (id, roles, kind) = (participant.id, participant.roles, subject.knowledge.persons.kind(participant.id))
  }
}

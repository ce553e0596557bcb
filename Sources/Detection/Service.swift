import Model

/// Until when a bot served its consumers.
struct Service: Sendable {
  /// When the newest conversation was opened in which it answered.
  private(set) var opened: Timestamp
  /// When it last said something.
  private(set) var spoke: Timestamp?

  mutating func fold(_ other: Service) {
    opened = max(opened, other.opened)
    if let last = other.spoke { spoke = spoke.map { max($0, last) } ?? last }
  }
}

extension Service {
  /// What a conversation shows of the bot that answered in it; nil where none did.
  static func of(_ subject: Subject) -> (by: Persons.Person, Service)? {
    guard let bot = subject.outline.answeringBot,
      let person = bot == subject.firstBot?.participant.id
        ? subject.firstBot?.person : subject.knowledge.persons.find(bot),
      let opened = subject.conversation.started.moment ?? subject.threads.first?.entries.first?.message.time.moment
    else { return nil }
    let spoke = lastSpoke(bot, person, subject.conversation, subject.knowledge, subject.speakers)
    return (person, Service(opened: opened, spoke: spoke))
  }

  /// The latest of the bot's last words in each dialog.
  private static func lastSpoke(
    _ bot: Identifier, _ person: Persons.Person, _ conversation: Conversation, _ knowledge: Knowledge,
    _ finder: SpeakerFinder
  ) -> Timestamp? {
    var speakers = finder
    var latest = Latest()
    var dialog: UInt16?
    let messages = conversation.messages.span
    for index in messages.indices.reversed() {
      let message = messages[index]
      if message.dialog == dialog || message.marks.contains(.privateNote) { continue }
      guard conversation.dialog(at: Int(message.dialog)).holdsMessages,
        case .bot(let id) = speakers.speaker(of: message, in: conversation, knowledge),
        knowledge.persons.isSame(id, as: bot, person)
      else { continue }
      latest.fold(message.time.moment)
      dialog = message.dialog
    }
    return latest.moment
  }
}

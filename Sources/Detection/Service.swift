import Model

/// Until when a bot served its consumers.
struct Service: Sendable {
  let person: Persons.Person
  /// When the newest conversation was opened in which it answered.
  private(set) var opened: Timestamp
  /// When it last said something.
  private(set) var spoke: Latest

  mutating func fold(_ other: Service) {
    opened = max(opened, other.opened)
    spoke.fold(other.spoke)
  }
}

extension Service {
  /// What a conversation shows of the bot that answered in it; nil where none did.
  static func of(_ subject: Subject) -> Service? {
    guard let bot = subject.outline.answeringBot,
      let person = bot == subject.firstBot?.participant.id
        ? subject.firstBot?.person : subject.knowledge.persons.find(bot),
      let opened = subject.conversation.started.moment ?? subject.threads.first?.entries.first?.message.time.moment
    else { return nil }
    let spoke = subject.outline.hasSeveralBots ? lastSpoke(bot, person, subject) : subject.outline.botSpoke
    return Service(person: person, opened: opened, spoke: spoke)
  }

  /// The latest of the bot's last words in each dialog.
  private static func lastSpoke(_ bot: Identifier, _ person: Persons.Person, _ subject: Subject) -> Latest {
    let conversation = subject.conversation
    var speakers = subject.speakers
    var latest = Latest()
    var dialog: UInt16?
    for message in conversation.messages.reversed() {
      if message.dialog == dialog || message.marks.contains(.privateNote) { continue }
      guard conversation.dialogs[Int(message.dialog)].holdsMessages,
        case .bot(let id) = speakers.speaker(of: message, in: subject),
        subject.knowledge.persons.isSame(id, as: bot, person)
      else { continue }
      latest.fold(message.time.moment)
      dialog = message.dialog
    }
    return latest
  }
}

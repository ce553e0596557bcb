import Detection
import Model

/// What holds of a conversation as a whole, in words.
struct ExplanationTraits {
  private let subject: Subject
  private let naming: ExplanationNames

  init(_ subject: Subject) {
    self.subject = subject
    naming = ExplanationNames(subject)
  }

  private var conversation: Conversation { subject.conversation }

  var all: [(title: String, text: String)] {
    let names = subject.knowledge.names
    func text(_ id: Identifier) -> String { id.isAbsent ? "unknown" : id.text(names) }
    var all: [(title: String, text: String)] = [
      ("account", text(conversation.account)),
      ("channel", text(conversation.channel)),
      ("skill", text(conversation.skill)),
      ("state", state),
      ("read from", sources),
    ]
    var said: Set<String> = []
    for participant in conversation.participants {
      let roles = Self.roles(participant.roles)
      let who = naming.of(participant.id, participant.roles) + (roles.isEmpty ? "" : ": \(roles)")
      if said.insert(who).inserted { all.append(("who", who)) }
    }
    if !subject.knowledge.knowsBots { all.append(("note", "no bot is known; name yours with --bot <id or login>")) }
    return all
  }

  private var state: String {
    let isLocked = conversation.marks.contains(.locked)
    return (conversation.isClosed ? "closed" : "open") + (isLocked ? ", locked" : "")
      + (conversation.isPartial ? ", data is known to be missing" : "")
      + (subject.startIsTruncated ? ", began before the log" : "")
  }

  private var sources: String {
    let marks = conversation.marks
    var sources: [String] = []
    if marks.contains(.history) {
      sources.append(marks.contains(.messagesListed) ? "message history" : "message history without messages")
    }
    if marks.contains(.agentStream) {
      sources.append("a bot's or agent's own connection")
    } else if marks.contains(.events) {
      sources.append("events")
    }
    return sources.isEmpty ? "other records" : sources.joined(separator: ", ")
  }

  static func roles(_ roles: RoleSet) -> String {
    let words: [(RoleSet, String)] = [
      (.consumer, "consumer"), (.assigned, "assigned"), (.suggested, "suggested"), (.manager, "manager"),
      (.reader, "reader"), (.controller, "controller"), (.surveyAgent, "survey bot"),
    ]
    return words.filter { roles.contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}

/// How whoever is in a conversation is called.
struct ExplanationNames {
  private let knowledge: Knowledge
  private let conversation: Conversation
  private let speakers: [MessageKey: Speaker]

  init(_ subject: Subject) {
    knowledge = subject.knowledge
    conversation = subject.conversation
    var speakers: [MessageKey: Speaker] = [:]
    for thread in subject.threads {
      for entry in thread.entries {
        speakers[MessageKey(dialog: thread.dialog.id, sequence: entry.message.sequence)] = entry.speaker
      }
    }
    self.speakers = speakers
  }

  func of(_ id: Identifier, _ roles: RoleSet) -> String {
    let isBot = knowledge.persons.kind(id) == .bot
    // One name of a bot, whichever of its ids a record used.
    let text = isBot ? knowledge.persons.name(ofBot: id) : id.text(knowledge.names)
    let login = knowledge.persons.login(id).map { "\($0) (\(text))" } ?? text
    switch knowledge.persons.kind(id) {
    case .bot: return "bot \(login)"
    case .human: return "person \(login)"
    case .system: return "automatic sender \(login)"
    case .unknown: return roles.contains(.consumer) ? "consumer \(text)" : "agent \(login)"
    }
  }

  /// Shorter, since it stands in every line of the timeline.
  func sender(of message: Message) -> String {
    let dialog = conversation.dialogs[Int(message.dialog)].id
    let sender = message.sender == Message.unknownSender ? nil : conversation.participants[Int(message.sender)]
    func named(_ kind: String) -> String {
      guard let sender else { return kind }
      let text = kind == "bot" ? knowledge.persons.name(ofBot: sender.id) : sender.id.text(knowledge.names)
      return "\(kind) \(knowledge.persons.login(sender.id) ?? text)"
    }
    switch speakers[MessageKey(dialog: dialog, sequence: message.sequence)] {
    case .consumer: return "consumer"
    case .bot: return named("bot")
    case .human: return named("person")
    case .system: return "automatic message"
    case .agent: return named("agent")
    case .none: return message.role == .consumer ? "consumer" : named("agent")
    }
  }
}

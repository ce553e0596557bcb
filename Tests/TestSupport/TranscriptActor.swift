import Model

/// Somebody in a transcript: who it is, and what the log tells about it.
struct TranscriptActor: Sendable {
  let id: String
  let side: Role
  private let liveRole: Role
  private let traits: PersonTraits
  let marks: MessageMarks
  private let isListed: Bool

  static let names = [
    "consumer", "bot", "second bot", "manager bot", "survey bot", "human", "agent", "system", "controller", "somebody",
  ]

  init?(_ name: String, _ scene: TranscriptParser.Scene, _ conversation: Int) {
    guard Self.names.contains(name) else { return nil }
    let isBot = name == "bot" || name == "second bot" || name == "manager bot"
    switch name {
    case "consumer": id = scene.consumer ?? "consumer-\(conversation)"
    case "somebody": id = ""
    default: id = String(name.map { $0 == " " ? "-" : $0 })
    }
    side = name == "consumer" ? .consumer : name == "somebody" ? .unknown : .assignedAgent
    switch name {
    case "consumer": liveRole = .consumer
    case "manager bot": liveRole = .manager
    case "survey bot": liveRole = .surveyAgent
    case "controller": liveRole = .controller
    case "somebody", "system": liveRole = .unknown
    default: liveRole = .assignedAgent
    }
    switch (name, scene.bots) {
    case ("human", _): traits = .human
    case ("system", _): traits = .system
    case (_, "known") where isBot: traits = .bot
    case (_, "by response") where isBot: traits = .botResponse
    case (_, "own log") where isBot: traits = .logOwner
    // The user type says human, and a bot's metadata says bot.
    case (_, "called human") where isBot: traits = [.human, .botResponse]
    default: traits = []
    }
    marks = !isBot ? [] : scene.bots == "by response" ? .botResponse : scene.bots == "own log" ? .own : []
    isListed = isBot && scene.bots == "listed"
  }

  /// History calls everybody but consumers an agent.
  func role(seenThrough doors: Sightings) -> Role {
    doors != .history ? liveRole : side == .consumer ? .consumer : id.isEmpty ? .unknown : .agent
  }

  func introduce(_ line: TranscriptLine, _ parser: inout TranscriptParser) {
    if isListed { parser.transcript.listedBots.insert(id) }
    let (id, traits) = (id, traits)
    if traits.isEmpty { return }
    line.introduce(&parser) { store in
      let person = Identifier(id, names: &store.names)
      let login = Identifier("\(id)@example.com", names: &store.names)
      store.people.add(traits, to: person)
      store.people.setLogin(login, of: person, names: store.names)
    }
  }
}

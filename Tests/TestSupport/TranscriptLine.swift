import Model

/// One thing that happens. What may be written, with `<who>` one of `TranscriptActor.names`:
/// ```
/// opened · opened by the brand · open · closed · transferred · whole copy · unread · log ends
/// <who> joins · <who> joins as manager · <who> joins as reader · <who> joins as controller · <who> is suggested
/// consumer types · consumer pauses · consumer goes away · consumer taps · not received · receipt · dialog ends · survey begins
/// bot types · unassigned · locked · chat
/// <who> program: closed 1006          what a bot's program logs of itself: see `TranscriptProgram`
/// gateway: 1 media                    what the SMS gateway saw of the consumer
/// <who>: hello    with <blank> <absent> <placeholder> <masked 9> <rich> <rich 2> <file> <form> <tap> <text 5001> <emoji 2501> …
/// <who> sends <text 5001> -> 400      or -> 200 #3, -> no answer, -> unknown
/// <who> queries -> 3 messages         or -> 500, -> no answer, -> unknown
/// <who> asks to join as manager -> 403                          see `TranscriptJoin`
/// ```
/// Modifiers: `private`, `bot response`, `no role`, `unnamed` (the log of who sends does not say whose it is), `arrives 00:30`,
/// `logged 00:30`, `unlogged`, and doors to the message other than the layout's: `live`, `relayed`, `queried`, `history`,
/// `last content`, `published`.
struct TranscriptLine {
  let number: Int
  let text: Substring
  var time: Timestamp?
  var sequence: Int64?
  var modifiers: [String] = []

  init(number: Int, text: Substring) {
    self.number = number
    self.text = text
  }

  private static let doors: [String: Sightings] = [
    "live": .live, "relayed": .relayed, "queried": .queried, "history": .history, "last content": .lastContent,
    "published": .published,
  ]

  private static let marks: [String: MessageMarks] = ["private": .privateNote, "bot response": .botResponse]

  /// - Returns: what a finding about this line is about.
  func read(_ what: String, into parser: inout TranscriptParser) throws(TranscriptError) -> Transcript.Place {
    let place = Transcript.Place.conversation(parser.number)
    let time = time
    switch what {
    case "opened", "opened by the brand":
      let isBrand = what != "opened"
      let hasEvents = parser.scene.marks.contains(.events)
      let consumer = TranscriptActor("consumer", parser.scene, parser.number)
      note(&parser) { store, index, _ in
        let id = consumer.map { Identifier($0.id, names: &store.names) } ?? .absent
        store.update(index) {
          $0.started.fold(time)
          if hasEvents { $0.marks.insert(.beginningSeen) }
          if isBrand { $0.marks.insert(.openedByBrand) }
          $0.updateParticipant(id) { $0.roles.insert(.consumer) }
        }
      }
    case "open": note(&parser) { store, index, _ in store.update(index) { $0.openAsOf.fold(time) } }
    case "closed": note(&parser) { store, index, _ in store.update(index) { $0.closedAsOf.fold(time) } }
    case "transferred":
      note(&parser) { store, index, _ in
        store.update(index) {
          $0.transferred.fold(time)
          $0.lastTransferred.fold(time)
        }
      }
    case "unassigned": note(&parser) { store, index, _ in store.update(index) { $0.unassigned.fold(time) } }
    case "chat": note(&parser) { store, index, _ in store.update(index) { $0.marks.insert(.chat) } }
    case "locked": note(&parser) { store, index, _ in store.update(index) { $0.marks.insert(.locked) } }
    case "bot types": note(&parser) { store, index, _ in store.update(index) { $0.noteAgentTyping(time) } }
    case "whole copy": note(&parser) { store, index, _ in store.update(index) { $0.marks.insert(.wholeCopy) } }
    case "unread": note(&parser) { store, index, _ in store.update(index) { $0.unread.fold(time) } }
    case "consumer types", "consumer pauses":
      let isTyping = what == "consumer types"
      note(&parser) { store, index, _ in store.update(index) { $0.noteConsumerTyping(time, isTyping: isTyping) } }
    case "consumer goes away": note(&parser) { store, index, _ in store.update(index) { $0.consumerAway.fold(time) } }
    case "consumer taps":
      note(&parser) { store, index, _ in
        store.update(index) {
          $0.marks.insert(.consumerActed)
          $0.consumerActed.fold(time)
        }
      }
    case "not received": note(&parser) { store, index, _ in store.update(index) { $0.notReceived.fold(time) } }
    case "receipt":
      let sequence = Int32(sequence ?? 0)
      inDialog(&parser) { store, index, dialog, _ in
        store.update(index) { $0.updateDialog(dialog) { $0.lowestSequence = min($0.lowestSequence, sequence) } }
      }
    case "survey begins":
      inDialog(&parser) { store, index, dialog, _ in
        store.update(index) { $0.updateDialog(dialog) { $0.created.fold(time) } }
      }
    case "dialog ends":
      inDialog(&parser) { store, index, dialog, _ in
        store.update(index) { $0.updateDialog(dialog) { $0.closed.fold(time) } }
      }
    case "log ends": parser.transcript.end = time
    default: return try readAction(what, &parser)
    }
    return place
  }

  private func readAction(_ what: String, _ parser: inout TranscriptParser) throws(TranscriptError) -> Transcript.Place
  {
    let words = what.split(separator: " ", maxSplits: 20).map(String.init)
    if let colon = what.firstIndex(of: ":"), what[..<colon].hasSuffix(" program") {
      let rest = Substring(what[what.index(after: colon)...]).trimmed
      return try readProgram(String(what[..<colon].dropLast(" program".count)), String(rest), &parser)
    }
    if what.hasPrefix("gateway: ") { return try readGateway(what.dropFirst("gateway: ".count), &parser) }
    if let colon = what.firstIndex(of: ":"),
      let actor = TranscriptActor(String(what[..<colon]), parser.scene, parser.number)
    {
      return try readMessage(actor, Substring(what[what.index(after: colon)...]).trimmed, &parser)
    }
    for verb in ["joins", "is", "sends", "queries", "asks"] {
      guard let position = words.firstIndex(of: verb) else { continue }
      let name = words[..<position].joined(separator: " ")
      guard let actor = TranscriptActor(name, parser.scene, parser.number) else { continue }
      let rest = words[(position + 1)...].joined(separator: " ")
      if verb == "joins" || verb == "is" { return try readComing(actor, rest, &parser) }
      if verb == "asks" { return try readJoin(actor, rest, &parser) }
      return try readRequest(actor, rest, isQuery: verb == "queries", &parser)
    }
    throw TranscriptError(line: number, text, "nobody knows what happens there")
  }

  private func readProgram(
    _ who: String, _ what: String, _ parser: inout TranscriptParser
  ) throws(TranscriptError) -> Transcript.Place {
    let program = try TranscriptProgram(who, what, self, parser.scene)
    if let actor = TranscriptActor(who, parser.scene, 0), !actor.id.isEmpty { actor.introduce(self, &parser) }
    parser.transcript.facts.append(program.fact(at: number))
    return .event(line: number)
  }

  /// `1 media`, `2 media`, `a text`
  private func readGateway(
    _ what: Substring, _ parser: inout TranscriptParser
  ) throws(TranscriptError) -> Transcript.Place {
    let media = Int32(what.prefix { $0 != " " }) ?? 0
    guard what == "a text" || what == "\(media) media" else { throw TranscriptError(line: number, text, "what came?") }
    let (time, number, conversation) = (time, number, Transcript.id(ofConversation: parser.number))
    parser.transcript.facts.append { store, input, line in
      var message = GatewayMessage(id: Identifier("gateway-\(number)", names: &store.names))
      message.conversation = Identifier(conversation, names: &store.names)
      (message.direction, message.time, message.mediaCount) = (.inbound, time, media)
      if media > 0 { message.mediaKinds = .image }
      message.text = media > 0 ? .absent : .present
      store.gatewayMessages.insert(message, evidence: Evidence(input: input, record: number + line))
    }
    return .conversation(parser.number)
  }

  private func readComing(
    _ actor: TranscriptActor, _ how: String, _ parser: inout TranscriptParser
  ) throws(TranscriptError) -> Transcript.Place {
    let roles: [String: RoleSet] = [
      "": .assigned, "as manager": .manager, "as reader": .reader, "as controller": .controller,
      "suggested": .suggested,
    ]
    guard let role = roles[how] else { throw TranscriptError(line: number, text, "joins as what?") }
    let (time, hasEvents) = (time, parser.scene.marks.contains(.events))
    let logged =
      try parser.scene.hasLogTimes && parser.scene.marks.contains(.agentStream) ? moment("logged") ?? time : nil
    actor.introduce(self, &parser)
    note(&parser) { store, index, _ in
      let id = Identifier(actor.id, names: &store.names)
      store.update(index) { conversation in
        if hasEvents { conversation.changes.fold(time) }
        conversation.updateParticipant(id) {
          $0.roles.formUnion(role)
          $0.joined.fold(time)
          if role == .assigned {
            $0.foldAssigned(time)
            $0.assignedInLog.fold(logged)
          }
        }
      }
    }
    return .conversation(parser.number)
  }

  private func readMessage(
    _ actor: TranscriptActor, _ content: Substring, _ parser: inout TranscriptParser
  ) throws(TranscriptError) -> Transcript.Place {
    guard let content = TranscriptContent(content) else { throw TranscriptError(line: number, text, "what is said?") }
    let dialogName = parser.scene.dialog
    let sequence = sequence ?? parser.nextSequence[dialogName, default: 0]
    parser.nextSequence[dialogName] = sequence + 1
    let doors = modifiers.compactMap { Self.doors[$0] }.reduce(into: Sightings()) { $0.formUnion($1) }
    let sightings = doors.isEmpty ? parser.scene.sightings : doors
    let isLogged = parser.scene.hasLogTimes && !modifiers.contains("unlogged")
    let arrived = try moment("arrives") ?? time
    let delivered = sightings.isDisjoint(with: [.live, .queried]) || !isLogged ? nil : arrived
    let time = time
    let marks = modifiers.compactMap { Self.marks[$0] }.reduce(actor.marks) { $0.union($1) }
    let role = modifiers.contains("no role") ? .unknown : actor.role(seenThrough: sightings)
    actor.introduce(self, &parser)
    inDialog(&parser) { store, index, dialog, evidence in
      let sender = Identifier(actor.id, names: &store.names)
      var message = Message(
        dialog: dialog, sequence: Int32(sequence), time: time, evidence: evidence, sightings: sightings)
      message.delivered.fold(delivered)
      message.role = role
      message.marks = marks
      (message.kind, message.text, message.utf16Count) = (content.kind, content.state, content.counts.utf16)
      message.contentHash = role == .consumer ? 0 : content.hash
      store.update(index) {
        message.sender = $0.participantIndex(sender)
        if role == .consumer { $0.updateParticipant(sender) { $0.roles.insert(.consumer) } }
      }
      store.add(message, to: index)
      if content.counts.utf8 > TextCounts.keptAbove, let conversation = Optional(index) {
        var id = Identifier.absent
        store.update(conversation) { id = $0.dialogs[Int(dialog)].id }
        store.keep(content.counts, of: MessageKey(dialog: id, sequence: Int32(sequence)))
      }
    }
    return .message(conversation: parser.number, dialog: dialogId(parser), sequence: sequence)
  }

  private func readRequest(
    _ actor: TranscriptActor, _ rest: String, isQuery: Bool, _ parser: inout TranscriptParser
  ) throws(TranscriptError) -> Transcript.Place {
    let parts = rest.split(separator: "->").map { $0.trimmed }
    let words = (parts.last ?? "").split(separator: " ")
    let content = isQuery ? nil : parts.first.flatMap { TranscriptContent($0) }
    guard parts.count == (isQuery ? 1 : 2), isQuery || content != nil, let first = words.first else {
      throw TranscriptError(line: number, text, "what is sent -> how is it answered?")
    }
    let outcome: Exchange.Outcome
    var items: Int32 = 0
    var given: Int32?
    switch (first, Int32(first)) {
    case ("no", _): outcome = .unanswered
    case ("unknown", _): outcome = .unknown
    case (_, let count?) where words.last?.hasPrefix("message") == true: (outcome, items) = (.answered(200), count)
    case (_, let code?): (outcome, given) = (.answered(code), words.last.flatMap { Int32($0.dropFirst()) })
    default: throw TranscriptError(line: number, text, "how is it answered?")
    }
    let (time, count, sequence) = (time, items, words.count > 1 ? given : nil)
    let owner = actor.side == .assignedAgent && !modifiers.contains("unnamed") ? actor.id : ""
    actor.introduce(self, &parser)
    inDialog(&parser) { store, index, dialog, evidence in
      let sender = Identifier(owner, names: &store.names)
      var exchange = Exchange(
        kind: isQuery ? .query : .publish, outcome: outcome, evidence: evidence, time: time, dialog: dialog,
        side: actor.side)
      exchange.items = count
      exchange.sequence = sequence
      if let content {
        (exchange.content, exchange.text, exchange.counts) = (content.kind, content.state, content.counts)
      }
      store.update(index) {
        if !isQuery { exchange.sender = $0.participantIndex(sender) }
        $0.add(exchange)
      }
      guard let sequence, let content else { return }
      var message = Message(dialog: dialog, sequence: sequence, time: time, evidence: evidence, sightings: .published)
      (message.kind, message.text, message.utf16Count) = (content.kind, content.state, content.counts.utf16)
      message.contentHash = actor.side == .consumer ? 0 : content.hash
      message.role = actor.side
      if actor.side == .assignedAgent { message.marks = .own }
      store.add(message, to: index)
    }
    if let sequence {
      return .message(conversation: parser.number, dialog: dialogId(parser), sequence: Int64(sequence))
    }
    return .request(conversation: parser.number, line: number)
  }

  private func moment(_ modifier: String) throws(TranscriptError) -> Timestamp? {
    guard let written = modifiers.first(where: { $0.hasPrefix(modifier + " ") }) else { return nil }
    guard let time = TranscriptWords.time(String(written.dropFirst(modifier.count + 1))) else {
      throw TranscriptError(line: number, text, "'\(modifier)' when?")
    }
    return time
  }

  // MARK: Facts

  private func dialogId(_ parser: TranscriptParser) -> String {
    let id = Transcript.id(ofConversation: parser.number)
    return parser.scene.dialog == "main" ? id : "\(id)-\(parser.scene.dialog)"
  }

  /// Adds a fact about the conversation in hand, with what holds for it.
  private func note(
    _ parser: inout TranscriptParser, _ fact: @escaping @Sendable (inout FactStore, Int, Evidence) -> Void
  ) {
    let (scene, conversation, number) = (parser.scene, parser.number, number)
    parser.transcript.facts.append { store, input, line in
      let evidence = Evidence(input: input, record: number + line)
      let id = Identifier(Transcript.id(ofConversation: conversation), names: &store.names)
      let account = Identifier(scene.account, names: &store.names)
      let channel = Identifier(scene.channel, names: &store.names)
      let skill = Identifier(scene.skill, names: &store.names)
      let index = store.index(of: id, evidence: evidence)
      store.update(index) {
        $0.marks.formUnion(scene.marks)
        ($0.account, $0.channel, $0.skill) = (account, channel, skill)
      }
      fact(&store, index, evidence)
    }
  }

  /// Adds a fact about the dialog in hand.
  func inDialog(
    _ parser: inout TranscriptParser, _ fact: @escaping @Sendable (inout FactStore, Int, UInt16, Evidence) -> Void
  ) {
    let (id, name) = (dialogId(parser), parser.scene.dialog)
    let type: DialogType = name == "survey" ? .postSurvey : name == "cobrowse" ? .coBrowse : .main
    note(&parser) { store, index, evidence in
      let id = Identifier(id, names: &store.names)
      var dialog: UInt16?
      store.update(index) { conversation in
        dialog = conversation.dialogIndex(id)
        if let dialog { conversation.updateDialog(dialog) { $0.type = type } }
      }
      if let dialog { fact(&store, index, dialog, evidence) }
    }
  }

  /// Adds what is known of somebody wherever he appears.
  func introduce(_ parser: inout TranscriptParser, _ fact: @escaping @Sendable (inout FactStore) -> Void) {
    note(&parser) { store, _, _ in fact(&store) }
  }
}

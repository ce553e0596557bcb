import Model

/// What a bot's program logs of itself, or what lists tell of a bot: `<who> program: <what happened> [modifiers]`.
///
/// What happened is `heard` (something came over its socket) or the name of an `AgentEvent.Kind`, followed by any of: a code (the outcome, or of `closed` the socket's code),
/// `no answer`, a service (`messaging`, `login`, `sessionRefresh`, `domains`), a step (`connect`, `reconnect`, `refresh`), an
/// availability, a method (`oauth1`), `by hand` or `by itself`, `now` for a list of states. Modifiers: `log 2` (another
/// log than the first), `from 203.0.113.7`, `in account-2`. Of `somebody program` nothing tells whose it is.
struct TranscriptProgram {
  private var event: AgentEvent
  private let agent: String
  private var account: String
  private var address: String?
  private var log = 1
  /// Nothing happened; something came over its socket.
  private let isHeard: Bool

  init(_ who: String, _ what: String, _ line: TranscriptLine, _ scene: TranscriptParser.Scene) throws(TranscriptError) {
    func complain(_ complaint: String) -> TranscriptError { TranscriptError(line: line.number, line.text, complaint) }
    guard let actor = TranscriptActor(who, scene, 0) else { throw complain("whose program?") }
    agent = actor.id
    account = actor.id.isEmpty ? "" : scene.account
    var words = what.split(separator: " ").map(String.init)
    isHeard = what == "heard"
    guard let name = words.first,
      let kind = isHeard ? .heartbeat : AgentEvent.Kind.allCases.first(where: { "\($0)" == name })
    else { throw complain("what did the program do?") }
    words.removeFirst()
    event = AgentEvent(kind, time: line.time)
    if kind == .login { event.service = .login }
    while let word = words.first {
      guard Self.read(word, words.dropFirst().first, &event) else { throw complain("'\(word)' is no detail of it") }
      words.removeFirst(["no", "by"].contains(word) ? 2 : 1)
    }
    for modifier in line.modifiers {
      if modifier.hasPrefix("log "), let number = Int(modifier.dropFirst(4)) {
        log = number
      } else if modifier.hasPrefix("from ") {
        address = String(modifier.dropFirst(5))
      } else if modifier.hasPrefix("in ") {
        account = String(modifier.dropFirst(3))
      } else {
        throw complain("'\(modifier)' is no modifier of it")
      }
    }
  }

  private static func read(_ word: String, _ next: String?, _ event: inout AgentEvent) -> Bool {
    if let code = Int32(word) {
      if event.kind == .closed { event.code = code } else { event.outcome = .answered(code) }
      if event.kind != .closed, code > 399 { event.code = code }
      return true
    }
    switch (word, next) {
    case ("no", "answer"): event.outcome = .unanswered
    case ("by", "hand"): event.byAdministrator = true
    case ("by", "itself"): event.byAdministrator = false
    case ("now", _): event.isSnapshot = true
    case ("messaging", _): event.service = .messaging
    case ("login", _): event.service = .login
    case ("sessionRefresh", _): event.service = .sessionRefresh
    case ("domains", _): event.service = .domains
    case ("connect", _): event.step = .connect
    case ("reconnect", _): event.step = .reconnect
    case ("refresh", _): event.step = .refresh
    case ("online", _): event.availability = .online
    case ("occupied", _): event.availability = .occupied
    case ("away", _): event.availability = .away
    case ("backSoon", _): event.availability = .backSoon
    case ("offline", _): event.availability = .offline
    case ("oauth1", _): event.method = .oauth1
    case ("oauth2", _): event.method = .oauth2
    case ("password", _): event.method = .password
    default: return false
    }
    return true
  }

  func fact(at number: Int) -> Transcript.Fact {
    { [event, agent, account, address, log, isHeard] store, input, line in
      if isHeard {
        var signs = LifeSigns()
        if let time = event.time { signs.fold(time) }
        let agent = Identifier(agent, names: &store.names)
        return store.add(signs, of: LifeSigns.Owner(agent, input: input + log - 1))
      }
      var event = event
      event.agent = Identifier(agent, names: &store.names)
      event.account = Identifier(account, names: &store.names)
      if let address { event.address = Identifier(address, names: &store.names) }
      store.agentEvents.insert(event, evidence: Evidence(input: input + log - 1, record: number + line))
    }
  }
}

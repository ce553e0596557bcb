import Model

/// Events of the program that wrote a stream. Whose program it is, a line of it may tell long after they happened, or before: they
/// wait for the first that does, and each later one goes to whom the nearest line before it named.
struct OwnEvents {
  private var waiting: [(event: AgentEvent, evidence: Evidence)] = []
  private(set) var owner = Identifier.absent
  /// The first that was named: whose is what happened before.
  private(set) var firstOwner = Identifier.absent
  private var last: AgentEvent?
  /// Whose events a recorder wrote among them, by login.
  private var logins: Set<Identifier> = []
  /// Only the whole stream tells whose events these are.
  private(set) var isUsed = false
  private var heard = HeardMoments()
  /// Nothing but heartbeats that end is judged by what was heard.
  private var hasHeartbeats = false

  /// Loggers that repeat each other's lines do so at once.
  private static let repeatMilliseconds: Int64 = 1000
  /// Lines that tell whose program it is come soon, if at all.
  private static let waitingLimit = 4096

  mutating func add(_ event: AgentEvent, evidence: Evidence, into facts: inout FactStore) {
    // An event that names its user stands alone.
    guard event.agent.isAbsent else { return facts.agentEvents.insert(event, evidence: evidence) }
    isUsed = true
    if event.kind == .heartbeat { hasHeartbeats = true }
    if let last, isRepeat(event, of: last) { return }
    last = event
    if owner.isAbsent, waiting.count < Self.waitingLimit {
      waiting.append((event, evidence))
    } else {
      insert(event, evidence, into: &facts)
    }
  }

  /// The stream named whose program wrote it.
  mutating func name(_ agent: Identifier, into facts: inout FactStore) {
    if agent.isAbsent { return }
    heard.name(agent)
    owner = agent
    if firstOwner.isAbsent { firstOwner = agent }
    flush(into: &facts)
  }

  /// A recorder wrote whose event it was. That names no owner by itself: many programs may write into one log.
  mutating func login(_ login: Identifier) {
    if login.isAbsent { return }
    isUsed = true
    logins.insert(login)
  }

  /// Something came over the program's socket.
  @inline(__always)
  mutating func hear(_ moment: Timestamp?) {
    if let moment { heard.fold(moment) }
  }

  /// The stream ends. Where no line named its program's user, messages that it calls its own may.
  mutating func finish(_ facts: inout FactStore, input: Int) {
    if owner.isAbsent {
      let owners = facts.people.traits.filter { $0.value.contains(.logOwner) }
      if owners.count == 1, let only = owners.first { (owner, firstOwner) = (only.key, only.key) }
    }
    if logins.count == 1, let login = logins.first {
      // The only one whom this log names is its owner.
      if owner.isAbsent {
        owner = login
      } else if owner != login {
        facts.people.setLogin(login, of: owner, names: facts.names)
      }
    }
    flush(into: &facts)
    if !hasHeartbeats { return }
    heard.name(owner)
    heard.finish(&facts, input: input)
  }

  /// A second logger wrote the same event, a moment later or with another clock.
  private func isRepeat(_ event: AgentEvent, of last: AgentEvent) -> Bool {
    var same = event
    same.time = last.time
    guard same == last else { return false }
    guard let now = event.time, let before = last.time else { return event.time == last.time }
    return abs(now.milliseconds(since: before)) <= Self.repeatMilliseconds
  }

  private mutating func flush(into facts: inout FactStore) {
    for (event, evidence) in waiting { insert(event, evidence, into: &facts) }
    waiting = []
  }

  private func insert(_ event: AgentEvent, _ evidence: Evidence, into facts: inout FactStore) {
    var event = event
    event.agent = owner
    facts.agentEvents.insert(event, evidence: evidence)
  }
}

extension Stream {
  /// The socket told whose program wrote the stream.
  mutating func nameOwner(_ id: Identifier) {
    if id.isAbsent { return }
    ownEvents.name(id, into: &facts)
  }

  /// Something happened to the program that wrote the stream.
  mutating func note(_ event: AgentEvent) { ownEvents.add(event, evidence: evidence, into: &facts) }

  /// Completes an event by what its recorder wrote beside it.
  mutating func noteOrigin(of event: inout AgentEvent) {
    guard let origin = envelope.login else { return }
    origin.complete(&event)
    ownEvents.login(origin.login)
  }
}

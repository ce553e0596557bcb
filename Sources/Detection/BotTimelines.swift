import Model

/// Gathers what happened to each bot outside of its conversations.
struct BotTimelines: Sendable {
  /// By account, then bot; programs that nothing names last, by their logs.
  private(set) var all: [BotTimeline] = []
  private var places: [Persons.Person: Int] = [:]
  /// The places in `all` of an account's bots, by their logins or names.
  private(set) var ofAccount: [Identifier: [Int]] = [:]
  /// Until when the logs of an account's bots speak.
  private(set) var ends: [Identifier: Latest] = [:]
  /// When the first of those that nothing names was let in.
  private(set) var unnamedLetIn = Earliest()
  private var requests: [Request: Requesters] = [:]

  init(_ facts: FactStore, _ persons: Persons) {
    if facts.agentEvents.isEmpty { return }
    var owned: [Persons.Person: [BotTimeline.Entry]] = [:]
    var unowned: [Int: [BotTimeline.Entry]] = [:]
    for (event, evidence) in facts.agentEvents.all {
      let entry = BotTimeline.Entry(event: event, evidence: evidence)
      if let person = persons.find(event) {
        owned[person, default: []].append(entry)
      } else if event.agent.isAbsent {
        // A stream is one input: what nobody is named for in it happened to one program.
        unowned[evidence.input, default: []].append(entry)
      }
    }
    // People log in too; only of programs is their connection logged.
    owned = owned.filter { person, entries in
      persons.isBot(person) || !persons.isHuman(person) && entries.contains { $0.event.isOfProgram }
    }
    let ids = persons.ids()
    let lives = Lives(facts, persons, of: owned)
    for (person, entries) in owned {
      let named = entries.map(\.event.account).reduce(.absent, facts.names.lesser)
      all.append(
        BotTimeline(
          person: person, id: ids[person] ?? .absent,
          account: named.isAbsent ? lives.accounts[person] ?? .absent : named,
          entries: entries, lives: lives.moments[person] ?? [], frames: lives.frames[person] ?? [],
          heard: Self.heard(entries, facts)))
    }
    for (_, entries) in unowned {
      let account = entries.map(\.event.account).reduce(.absent, facts.names.lesser)
      all.append(
        BotTimeline(
          person: nil, id: .absent, account: account, entries: entries, lives: [], heard: Self.heard(entries, facts)))
    }
    all.sort { left, right in
      if left.id.isAbsent != right.id.isAbsent { return right.id.isAbsent }
      if left.id.isAbsent { return Self.place(left) < Self.place(right) }
      let texts = (left.account.text(facts.names), left.id.text(facts.names))
      return texts < (right.account.text(facts.names), right.id.text(facts.names))
    }
    for (index, timeline) in all.enumerated() {
      if let person = timeline.person { places[person] = index }
      if timeline.id.isAbsent { unnamedLetIn.fold(timeline.letIn) }
      ofAccount[timeline.account, default: []].append(index)
      ends[timeline.account, default: Latest()].fold(timeline.extent.latest)
      for entry in timeline.entries where entry.event.asksForWork && entry.event.isOfProgram {
        let request = Request(kind: entry.event.kind, input: entry.evidence.input)
        requests[request, default: Requesters(first: index)].add(index)
      }
    }
    sortByName(persons)
  }

  /// What came over the sockets of whoever the entries name.
  private static func heard(_ entries: [BotTimeline.Entry], _ facts: FactStore) -> [ClosedRange<Timestamp>] {
    if facts.lifeSigns.isEmpty { return [] }
    let owners = Set(entries.lazy.map { LifeSigns.Owner($0.event.agent, input: $0.evidence.input) })
    return owners.reduce(into: LifeSigns()) { all, owner in
      if let signs = facts.lifeSigns[owner] { all.join(signs) }
    }.spans
  }

  /// A request for work in one input.
  private struct Request: Hashable {
    let kind: AgentEvent.Kind
    let input: Int
  }

  /// Whose programs logged it.
  private struct Requesters {
    let first: Int
    private(set) var areSeveral = false

    init(first: Int) { self.first = first }
    mutating func add(_ place: Int) { areSeveral = areSeveral || place != first }
  }

  /// Whether an input shows that another bot's program asked for work in this way.
  func shows(_ kind: AgentEvent.Kind, in input: Int, besides timeline: BotTimeline) -> Bool {
    guard let requesters = requests[Request(kind: kind, input: input)] else { return false }
    if requesters.areSeveral { return true }
    let other = all[requesters.first]
    return other.id != timeline.id || other.account != timeline.account
  }

  /// Sorts the bots of each account by what they are called: whoever needs the first of them needs not sort some for each of many.
  private mutating func sortByName(_ persons: Persons) {
    let names = all.map { persons.login($0.id) ?? persons.name(ofBot: $0.id) }
    for account in Array(ofAccount.keys) { ofAccount[account]?.sort { names[$0] < names[$1] } }
  }

  private static func place(_ timeline: BotTimeline) -> Int {
    (timeline.entries.first ?? timeline.timeless.first)?.evidence.input ?? .max
  }

  func find(_ person: Persons.Person) -> BotTimeline? { places[person].map { all[$0] } }
}

extension AgentEvent {
  /// What a program must ask for to be given conversations: to be online, and its rings.
  var asksForWork: Bool { kind == .availability || kind == .ringsSubscribed }
}

/// When bots spoke in conversations, and in whose account.
private struct Lives {
  private(set) var moments: [Persons.Person: [Timestamp]] = [:]
  private(set) var accounts: [Persons.Person: Identifier] = [:]
  private(set) var frames: [Persons.Person: [Timestamp]] = [:]

  init(_ facts: FactStore, _ persons: Persons, of owned: [Persons.Person: [BotTimeline.Entry]]) {
    if owned.isEmpty { return }
    let watched = Set(owned.filter { $0.value.contains { $0.event.kind == .heartbeat } }.keys)
    for conversation in facts.conversations {
      var company: Set<Persons.Person> = []
      var speakers: [UInt16: Persons.Person] = [:]
      for (index, participant) in conversation.participants.enumerated() {
        guard let person = persons.find(participant.id), owned[person] != nil else { continue }
        company.insert(person)
        accounts[person] = facts.names.lesser(accounts[person] ?? .absent, conversation.account)
        speakers[UInt16(index)] = person
      }
      if company.isEmpty { continue }
      for message in conversation.messages {
        guard let time = message.time.moment, let person = speakers[message.sender] else { continue }
        moments[person, default: []].append(time)
      }
      // Whose log a frame stands in nothing tells where there are several.
      guard company.count == 1, let person = company.first, watched.contains(person) else { continue }
      let deliveries = conversation.messages.compactMap(\.delivered.moment)
      let changes = conversation.marks.contains(.agentStream) ? conversation.changes : Extent()
      frames[person, default: []] +=
        deliveries + [changes.earliest.moment, changes.latest.moment].compactMap(\.self)
    }
    for person in Array(frames.keys) { frames[person]?.sort() }
    for person in Array(moments.keys) { moments[person]?.sort() }
  }
}

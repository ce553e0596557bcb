public import Model

/// Who is who over the whole run: ids of one person joined, and which persons are bots.
public struct Persons: Sendable {
  /// Index of a person.
  public typealias Person = Int

  public private(set) var botNames: [Person: String] = [:]
  private var persons: [Identifier: Person] = [:]
  /// All of them, once all are known, where they are few: those are sooner looked through than an id is hashed.
  private var few: [(id: Identifier, person: Person)] = []
  private static let fewCount = 32
  private var traits: [PersonTraits] = []
  /// What each person is, once all is known.
  private var kinds: [Kind] = []
  /// Who has more than one id.
  private var haveSeveralIds: [Bool] = []
  private var listed: Set<Person> = []
  /// Whom the user says is a bot, and whom nothing that was read speaks of.
  public private(set) var unmetBots: [String] = []
  private var logins: [Person: Identifier] = [:]
  private var holders = LoginHolders()
  private var accounts: [Person: Set<Identifier>] = [:]
  /// Whom only events name, by name and account: two accounts may have the same login.
  private var eventUsers: [Identifier: [Identifier: Person]] = [:]
  private let names: NameTable

  /// - Parameter listedBots: ids and logins that the user says are bots.
  init(_ facts: FactStore, _ notes: ConversationNotes, listedBots: Set<String>) {
    names = facts.names
    var table = facts.names
    let listedIds = listedBots.map { (name: $0, id: Identifier($0, names: &table)) }
    let listed = Set(listedIds.map(\.id))
    let oldIds = OldIds(facts, notes, listed: listed)
    join(facts.people.links, oldIds)
    for (id, traits) in facts.people.traits { self.traits[person(id)].formUnion(traits) }
    for (id, login) in facts.people.logins {
      let person = person(id)
      logins[person] = names.lesser(logins[person] ?? .absent, login)
    }
    holders = LoginHolders(logins)
    meetEventUsers(facts)
    markSpeakers(notes)
    let met = markListed(listed, oldIds, facts)
    unmetBots = listedIds.filter { !met.contains($0.id) }.map(\.name).sorted()
    kinds = traits.indices.map { judge($0) }
    haveSeveralIds = Array(repeating: false, count: traits.count)
    var isMet = haveSeveralIds
    for person in persons.values { (haveSeveralIds[person], isMet[person]) = (isMet[person], true) }
    nameBots()
    if persons.count <= Self.fewCount { few = persons.map { ($0.key, $0.value) } }
  }

  /// What somebody is, as far as the log tells.
  public enum Kind: Sendable {
    case bot, human, system, unknown
  }

  /// Evidence in this order: the user's list; the user type; a bot's response metadata; the log's own user.
  public func kind(_ id: Identifier) -> Kind {
    find(id).map { kinds[$0] } ?? .unknown
  }

  func kind(of person: Person) -> Kind { kinds[person] }

  func isBot(_ person: Person) -> Bool { kinds[person] == .bot }

  private func judge(_ person: Person) -> Kind {
    let traits = traits[person]
    if listed.contains(person) || traits.contains(.bot) { return .bot }
    if traits.contains(.system) { return .system }
    if traits.contains(.human) { return .human }
    return traits.isDisjoint(with: [.botResponse, .logOwner]) ? .unknown : .bot
  }

  /// Nobody else in a conversation can be the same person.
  func hasOneId(_ person: Person) -> Bool { !haveSeveralIds[person] }

  /// Whether an id is a person's who also has another.
  func isSame(_ id: Identifier, as other: Identifier, _ person: Person?) -> Bool {
    if id == other { return true }
    guard let person, haveSeveralIds[person] else { return false }
    return persons[id] == person
  }

  func isHuman(_ person: Person) -> Bool { kinds[person] == .human || kinds[person] == .system }

  public func find(_ id: Identifier) -> Person? {
    if few.isEmpty { return persons[id] }
    for place in few.indices where few[place].id == id { return few[place].person }
    return nil
  }

  var count: Int { traits.count }

  /// Whom an event is about: by id, or by a login, of which the account tells whose it is.
  func find(_ event: AgentEvent) -> Person? {
    if event.agent.isAbsent { return nil }
    if let person = persons[event.agent] { return person }
    if let person = holders.only(event.agent, in: event.account) { return person }
    guard let users = eventUsers[event.agent] else { return nil }
    return users[event.account] ?? (event.account.isAbsent && users.count == 1 ? users.first?.value : nil)
  }

  /// An id of each person: the least of a participant's, which every layout of events has, else the least of all.
  func ids() -> [Person: Identifier] {
    var ids: [Person: Identifier] = [:]
    func fold(_ id: Identifier, _ person: Person) {
      guard let other = ids[person] else {
        ids[person] = id
        return
      }
      let lengths = (id.text(names).utf8.count == 36, other.text(names).utf8.count == 36)
      ids[person] = lengths.0 == lengths.1 ? names.lesser(id, other) : lengths.0 ? id : other
    }
    for (id, person) in persons { fold(id, person) }
    for (id, users) in eventUsers { for person in users.values { fold(id, person) } }
    return ids
  }

  /// The id by which a bot is reported, the same whichever of its ids a record used.
  ///
  /// Inlined, as what follows it: whoever calls it copies all tables, and counts references that the other workers count, too.
  @inline(__always)
  public func name(ofBot id: Identifier) -> String { persons[id].flatMap { botNames[$0] } ?? id.text(names) }

  @inline(__always)
  public func login(_ id: Identifier) -> String? { persons[id].flatMap { logins[$0] }?.text(names) }

  private mutating func person(_ id: Identifier) -> Person {
    if let person = persons[id] { return person }
    persons[id] = traits.count
    traits.append([])
    return traits.count - 1
  }

  /// Joins linked ids. Ids with one login stay apart: logins are unique in an account only.
  private mutating func join(_ links: Set<IdentifierPair>, _ oldIds: OldIds) {
    var parents: [Identifier: Identifier] = [:]
    func root(_ id: Identifier) -> Identifier {
      var id = id
      while let parent = parents[id] {
        // Each way is half as long for the next who goes it.
        if let next = parents[parent] { parents[id] = next }
        id = parent
      }
      return id
    }
    func unite(_ one: Identifier, _ other: Identifier) {
      let first = root(one)
      let second = root(other)
      if first != second { parents[first] = second }
    }
    let more = oldIds.links
    for pair in links { unite(pair.first, pair.second) }
    for pair in more { unite(pair.old, pair.number) }
    var roots: [Identifier: Person] = [:]
    func settle(_ id: Identifier) {
      if persons[id] != nil { return }
      let top = root(id)
      if let person = roots[top] {
        persons[id] = person
      } else {
        roots[top] = person(id)
      }
    }
    for pair in links {
      settle(pair.first)
      settle(pair.second)
    }
    for pair in more {
      settle(pair.old)
      settle(pair.number)
    }
  }

  /// Whoever something happened to is a person, under his login too.
  private mutating func meetEventUsers(_ facts: FactStore) {
    let events = facts.agentEvents.all.map(\.fact)
    if events.isEmpty { return }
    meetOwners(events)
    for event in events where !event.account.isAbsent {
      if let person = persons[event.agent] { accounts[person, default: []].insert(event.account) }
    }
    if events.contains(where: { !$0.agent.isAbsent && persons[$0.agent] == nil }) {
      for conversation in facts.conversations where !conversation.account.isAbsent {
        for participant in conversation.participants {
          if let person = persons[participant.id] { accounts[person, default: []].insert(conversation.account) }
        }
      }
    }
    holders.place(logins, accounts)
    // First those whose account is known, so that one who names none may be one of them.
    for event in events.filter({ !$0.account.isAbsent }) + events where !event.agent.isAbsent && find(event) == nil {
      eventUsers[event.agent, default: [:]][event.account] = traits.count
      traits.append([])
    }
  }

  /// Whose log it is, a socket tells by an id of the old kind, which holds the account.
  private mutating func meetOwners(_ events: [AgentEvent]) {
    var table = names
    for event in events where event.account.isAbsent && !holders.has(event.agent) {
      let account = event.agent.oldAccount(&table)
      if !account.isAbsent { accounts[person(event.agent), default: []].insert(account) }
    }
  }

  /// What messages tell about their senders.
  private mutating func markSpeakers(_ notes: ConversationNotes) {
    for (id, agent) in notes.agents.all where !agent.traits.isEmpty { traits[person(id)].formUnion(agent.traits) }
  }

  /// A listed id that no record explains is a person all the same; a listed number is the agent's of every account.
  /// - Returns: those of the ids and logins that somebody has.
  private mutating func markListed(_ ids: Set<Identifier>, _ oldIds: OldIds, _ facts: FactStore) -> Set<Identifier> {
    if ids.isEmpty { return [] }
    var met: Set<Identifier> = []
    for id in ids where persons[id] != nil { mark(person(id), by: id, &met) }
    for id in ids { for old in oldIds.ids(ofAgent: id) { mark(person(old), by: id, &met) } }
    for (id, login) in facts.people.logins where ids.contains(login) { mark(person(id), by: login, &met) }
    for id in ids { for person in (eventUsers[id] ?? [:]).values { mark(person, by: id, &met) } }
    for conversation in facts.conversations {
      for participant in conversation.participants where ids.contains(participant.id) {
        mark(person(participant.id), by: participant.id, &met)
      }
    }
    return met
  }

  private mutating func mark(_ person: Person, by id: Identifier, _ met: inout Set<Identifier>) {
    listed.insert(person)
    met.insert(id)
  }

  /// A participant id, which is a UUID, is preferred to an agent's number: every layout of events has it, and no spreadsheet
  /// takes it for a quantity.
  private mutating func nameBots() {
    for (id, person) in persons where isBot(person) {
      let name = id.text(names)
      guard let other = botNames[person] else {
        botNames[person] = name
        continue
      }
      let isUUID = name.utf8.count == 36
      let otherIsUUID = other.utf8.count == 36
      if isUUID == otherIsUUID ? name < other : isUUID { botNames[person] = name }
    }
  }
}

public import Model

/// Who is who over the whole run: ids of one person joined, and which persons are bots.
public struct Persons: Sendable {
  /// Index of a person.
  public typealias Person = Int

  public private(set) var botNames: [Person: String] = [:]
  private var persons: [Identifier: Person] = [:]
  private var traits: [PersonTraits] = []
  private var listed: Set<Person> = []
  private var logins: [Person: Identifier] = [:]
  private let names: NameTable

  /// - Parameter listedBots: ids and logins that the user says are bots.
  init(_ facts: FactStore, listedBots: Set<String>) {
    names = facts.names
    join(facts)
    for (id, traits) in facts.people.traits { self.traits[person(id)].formUnion(traits) }
    for (id, login) in facts.people.logins {
      let person = person(id)
      logins[person] = names.lesser(logins[person] ?? .absent, login)
    }
    markSpeakers(facts)
    if !listedBots.isEmpty {
      // A listed id that no record explains is a person all the same.
      for conversation in facts.conversations {
        for participant in conversation.participants where listedBots.contains(participant.id.text(names)) {
          listed.insert(person(participant.id))
        }
      }
      for (id, login) in facts.people.logins where listedBots.contains(login.text(names)) { listed.insert(person(id)) }
      for (id, _) in persons where listedBots.contains(id.text(names)) { listed.insert(person(id)) }
    }
    nameBots()
  }

  /// Evidence in this order: the user's list; the user type; a bot's response metadata; the log's own user.
  public func isBot(_ id: Identifier) -> Bool { persons[id].map(isBot) ?? false }

  func isBot(_ person: Person) -> Bool {
    if listed.contains(person) { return true }
    let traits = traits[person]
    if traits.contains(.bot) { return true }
    return traits.isDisjoint(with: [.human, .system]) && !traits.isDisjoint(with: [.botResponse, .logOwner])
  }

  public func isHuman(_ id: Identifier) -> Bool {
    persons[id].map { traits[$0].contains(.human) && !isBot($0) } ?? false
  }

  public func isSystem(_ id: Identifier) -> Bool {
    persons[id].map { traits[$0].contains(.system) && !isBot($0) } ?? false
  }

  public func find(_ id: Identifier) -> Person? { persons[id] }

  /// The id by which a bot is reported, the same whichever of its ids a record used.
  public func name(ofBot id: Identifier) -> String { persons[id].flatMap { botNames[$0] } ?? id.text(names) }

  public func login(_ id: Identifier) -> String? { persons[id].flatMap { logins[$0] }?.text(names) }

  private mutating func person(_ id: Identifier) -> Person {
    if let person = persons[id] { return person }
    persons[id] = traits.count
    traits.append([])
    return traits.count - 1
  }

  /// Joins linked ids, and ids with one login.
  private mutating func join(_ facts: FactStore) {
    var parents: [Identifier: Identifier] = [:]
    func root(_ id: Identifier) -> Identifier {
      var id = id
      while let parent = parents[id] { id = parent }
      return id
    }
    func unite(_ one: Identifier, _ other: Identifier) {
      let first = root(one), second = root(other)
      if first != second { parents[first] = second }
    }
    for pair in facts.people.links { unite(pair.first, pair.second) }
    var roots: [Identifier: Person] = [:]
    for pair in facts.people.links {
      for id in [pair.first, pair.second] where persons[id] == nil {
        let top = root(id)
        if let person = roots[top] {
          persons[id] = person
        } else {
          roots[top] = person(id)
        }
      }
    }
  }

  /// Messages of the log's own user, and with a bot's metadata, tell about their sender even where no other record does.
  private mutating func markSpeakers(_ facts: FactStore) {
    for conversation in facts.conversations {
      for message in conversation.messages where !message.marks.isDisjoint(with: [.own, .botResponse]) {
        guard message.sender != Message.unknownSender, message.role != .consumer else { continue }
        let person = person(conversation.participants[Int(message.sender)].id)
        if message.marks.contains(.own) { traits[person].insert(.logOwner) }
        if message.marks.contains(.botResponse) { traits[person].insert(.botResponse) }
      }
    }
  }

  private mutating func nameBots() {
    for (id, person) in persons where isBot(person) {
      let name = id.text(names)
      botNames[person] = min(botNames[person] ?? name, name)
    }
  }
}

import Model

/// Ids of the old kind, `<account>.<agentId>`, of agents whom other records call by the number alone.
struct OldIds {
  private typealias Old = (id: Identifier, account: Identifier)

  /// By the agent's number.
  private var all: [Identifier: [Old]] = [:]
  /// Of the numbers by which records know agents and users, the accounts in which they stand.
  private var accounts: [Identifier: Set<Identifier>] = [:]
  /// Whatever the run speaks of.
  private var everyAccount: Set<Identifier> = []

  /// - Parameter listed: ids and logins that the user says are bots.
  init(_ facts: FactStore, _ notes: ConversationNotes, listed: Set<Identifier>) {
    let events = facts.agentEvents.isEmpty ? [] : facts.agentEvents.all.map(\.fact)
    for id in facts.people.traits.keys where id.isNumber { accounts[id] = [] }
    for id in facts.people.logins.keys where id.isNumber { accounts[id] = [] }
    for link in facts.people.links {
      if link.first.isNumber { accounts[link.first] = [] }
      if link.second.isNumber { accounts[link.second] = [] }
    }
    for event in events where event.agent.isNumber {
      accounts[event.agent, default: []].formUnion(event.account.isAbsent ? [] : [event.account])
    }
    if accounts.isEmpty, !listed.contains(where: \.isNumber) { return }
    var names = facts.names
    var ids = Set(notes.agents.all.map(\.id)).union(facts.people.traits.keys).union(events.map(\.agent))
    for link in facts.people.links { ids.formUnion([link.first, link.second]) }
    // Who asked for something in a conversation of which nothing else was read.
    for conversation in facts.conversations where conversation.exchanges.contains(where: { $0.kind == .join }) {
      ids.formUnion(conversation.participants.map(\.id))
    }
    for id in ids { add(id, listed, &names) }
    if all.isEmpty { return }
    for conversation in facts.conversations where !conversation.account.isAbsent {
      for participant in conversation.participants where all[participant.id] != nil {
        accounts[participant.id]?.insert(conversation.account)
      }
    }
    everyAccount = Set(notes.accounts.all.map(\.id) + events.map(\.account) + all.values.joined().map(\.account))
    everyAccount.remove(.absent)
  }

  private mutating func add(_ id: Identifier, _ listed: Set<Identifier>, _ names: inout NameTable) {
    guard let (account, number) = id.oldParts(&names), accounts[number] != nil || listed.contains(number) else {
      return
    }
    all[number, default: []].append((id, account))
  }

  /// Whoever has a number, in whichever account.
  func ids(ofAgent number: Identifier) -> [Identifier] { all[number]?.map(\.id) ?? [] }

  /// Old ids and the numbers of the same persons. Two accounts may give one number: it is taken for the old id's where it is known in
  /// that account alone, or, if nothing tells its account, where the run speaks of no other.
  var links: [(old: Identifier, number: Identifier)] {
    accounts.flatMap { number, known in
      let possible = known.isEmpty ? everyAccount : known
      return possible.count == 1
        ? (all[number] ?? []).filter { possible.contains($0.account) }.map { ($0.id, number) } : []
    }
  }
}

extension Identifier {
  /// The account that an id of the old kind begins with; absent in any other.
  func oldAccount(_ names: inout NameTable) -> Identifier { oldParts(&names)?.account ?? .absent }

  /// Agents' numbers are of up to 15 digits, which need no name.
  fileprivate var isNumber: Bool {
    !isAbsent && !isUUID && !needsName && text(NameTable()).utf8.allSatisfy(\.isDigit)
  }

  /// The two parts of an id of the old kind; nil of any other.
  fileprivate func oldParts(_ names: inout NameTable) -> (account: Identifier, number: Identifier)? {
    if isUUID { return nil }
    let text = text(names)
    guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")), dot > text.startIndex else { return nil }
    let number = text[text.utf8.index(after: dot)...]
    guard (1...15).contains(number.utf8.count), number.utf8.allSatisfy(\.isDigit) else { return nil }
    return (Identifier(String(text[..<dot]), names: &names), Identifier(String(number), names: &names))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}

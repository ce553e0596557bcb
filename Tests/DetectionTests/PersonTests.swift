import Detection
import Model
import Testing

/// Who is who over a whole run.
@Suite struct PersonTests {
  private static func persons(listed: Set<String> = [], _ fill: (inout FactStore, (String) -> Identifier) -> Void) -> (
    Persons, (String) -> Identifier
  ) {
    var facts = FactStore()
    let id: (String) -> Identifier = { text in
      var names = NameTable()
      return Identifier(text, names: &names)
    }
    fill(&facts, id)
    let knowledge = Knowledge(facts, shared: SharedSettings(), listedBots: listed, asOf: nil)
    return (knowledge.persons, id)
  }

  @Test func linkedIdsAreOnePersonWhateverTheOrder() {
    for pairs in [[("a", "b"), ("b", "c"), ("d", "e")], [("d", "e"), ("c", "b"), ("b", "a")]] {
      let (persons, id) = Self.persons { facts, id in
        for pair in pairs { facts.people.link(id(pair.0), id(pair.1)) }
        facts.people.add(.bot, to: id("c"))
        facts.people.setLogin(id("bot@x"), of: id("b"), names: facts.names)
      }
      #expect(["a", "b", "c", "d"].map { persons.kind(id($0)) } == [.bot, .bot, .bot, .unknown])
      #expect(persons.find(id("a")) == persons.find(id("c")))
      #expect(persons.find(id("a")) != persons.find(id("d")))
      #expect(persons.name(ofBot: id("c")) == "a", "the least of its ids")
      #expect(persons.login(id("a")) == "bot@x")
      #expect(persons.botNames.count == 1)
    }
  }

  @Test func theUsersListWins() {
    for listed in ["u1", "one@x"] {
      let (persons, id) = Self.persons(listed: [listed]) { facts, id in
        facts.people.add(.human, to: id("u1"))
        facts.people.setLogin(id("one@x"), of: id("u1"), names: facts.names)
        facts.people.add(.human, to: id("u2"))
      }
      #expect(persons.kind(id("u1")) == .bot)
      #expect(persons.kind(id("u2")) == .human)
    }
  }

  @Test func aListedIdThatOnlyTakesPartIsAPerson() {
    let (persons, id) = Self.persons(listed: ["u1"]) { facts, id in
      let index = facts.index(of: id("conversation"), evidence: Evidence(input: 0, record: 1))
      facts.update(index) { $0.updateParticipant(id("u1")) { $0.roles.insert(.assigned) } }
    }
    #expect(persons.kind(id("u1")) == .bot)
    #expect(persons.name(ofBot: id("u1")) == "u1")
  }

  /// Who takes part in conversations of which accounts: the events of old ids do not name one.
  private static func takePart(
    _ facts: inout FactStore, _ id: (String) -> Identifier, _ entries: [(agent: String, account: String)]
  ) {
    for (place, entry) in entries.enumerated() {
      let index = facts.index(of: id("conversation \(place)"), evidence: Evidence(input: 0, record: place))
      facts.update(index) {
        $0.account = id(entry.account)
        $0.marks.insert(.events)
        $0.updateParticipant(id(entry.agent)) { $0.roles.insert(.assigned) }
      }
    }
  }

  private static let oldIds: [(entries: [(agent: String, account: String)], kinds: [String: Persons.Kind])] = [
    ([("1.7", ""), ("7", "1")], ["1.7": .bot, "7": .bot]),
    ([("le91350276.7", "le91350276"), ("7", "le91350276")], ["le91350276.7": .bot]),
    // Of another account, or of one of several.
    ([("1.7", ""), ("7", "2")], ["1.7": .unknown]),
    ([("1.7", ""), ("2.7", ""), ("7", "1")], ["1.7": .bot, "2.7": .unknown]),
    ([("1.7", ""), ("7", "1"), ("7", "2")], ["1.7": .unknown]),
    // Nothing tells the number's account: it is the only one, or one of several.
    ([("1.7", "")], ["1.7": .bot]), ([("1.7", "1")], ["1.7": .bot]),
    ([("1.7", ""), ("2.7", "")], ["1.7": .unknown, "2.7": .unknown]),
    ([("1.7", ""), ("x", "2")], ["1.7": .unknown]),
    // Of another shape.
    (
      [("1.8.7", "1"), ("1.", "1"), (".7", "1"), ("1.7a", "1"), ("1.77", "1"), ("7", "1")],
      ["1.8.7": .unknown, "1.": .unknown, ".7": .unknown, "1.7a": .unknown, "1.77": .unknown]
    ),
  ]

  @Test(arguments: oldIds)
  func anOldIdHoldsTheAccountAndTheAgentsNumber(
    _ entries: [(agent: String, account: String)], _ kinds: [String: Persons.Kind]
  ) {
    for entries in [entries, entries.reversed()] {
      let (persons, id) = Self.persons { facts, id in
        facts.people.add(.bot, to: id("7"))
        Self.takePart(&facts, id, entries)
      }
      for (text, kind) in kinds { #expect(persons.kind(id(text)) == kind, "\(text) among \(entries)") }
    }
  }

  @Test func aListedNumberIsTheAgentsOfTheOldId() {
    let (persons, id) = Self.persons(listed: ["7"]) { facts, id in
      Self.takePart(&facts, id, [("1.7", ""), ("2.7", "2"), ("1.8", "")])
    }
    #expect(["1.7", "2.7", "1.8"].map { persons.kind(id($0)) } == [.bot, .bot, .unknown])
  }

  @Test func theAccountOfAUserIsThatOfWhatHappenedToIt() {
    let (persons, id) = Self.persons { facts, id in
      facts.people.add(.bot, to: id("7"))
      Self.takePart(&facts, id, [("1.7", ""), ("2.7", "")])
      var event = AgentEvent(.enabled, time: nil)
      (event.agent, event.account) = (id("7"), id("2"))
      facts.agentEvents.insert(event, evidence: Evidence(input: 0, record: 9))
    }
    #expect(["1.7", "2.7"].map { persons.kind(id($0)) } == [.unknown, .bot])
    #expect(persons.find(id("2.7")) == persons.find(id("7")))
  }

  /// Two accounts may give their users one number, which the owner of a log and who asks to join are also called by.
  @Test func theSameNumberInTwoAccountsIsTwoPersons() {
    let (persons, id) = Self.persons { facts, id in
      facts.people.add(.bot, to: id("7"))
      Self.takePart(&facts, id, [("7", "1")])
      for old in ["1.7", "2.7"] {
        var event = AgentEvent(.availability, time: nil)
        event.agent = id(old)
        facts.agentEvents.insert(event, evidence: Evidence(input: 0, record: 9))
      }
    }
    #expect(persons.find(id("1.7")) == persons.find(id("7")) && persons.kind(id("2.7")) != .bot)
    #expect(persons.find(id("2.7")) != persons.find(id("7")))
  }

  /// Events of a log's owner name no account; its conversations do.
  @Test func theOwnerOfALogIsOfTheAccountOfItsConversations() {
    var facts = FactStore()
    let id: (String) -> Identifier = { text in
      var names = NameTable()
      return Identifier(text, names: &names)
    }
    Self.takePart(&facts, id, [("1.7", "1")])
    var event = AgentEvent(.connected, time: Timestamp(milliseconds: 1_790_000_000_000))
    event.agent = id("1.7")
    facts.agentEvents.insert(event, evidence: Evidence(input: 0, record: 9))
    facts.settle()
    let knowledge = Knowledge(facts, shared: SharedSettings(), listedBots: [], asOf: nil)
    #expect(knowledge.timeline(of: id("1.7"))?.account == id("1"))
  }

  /// Of whose conversation nothing else was read.
  @Test func whoAsksToJoinIsKnownByTheNumber() {
    let (persons, id) = Self.persons { facts, id in
      facts.people.add(.human, to: id("7"))
      let evidence = Evidence(input: 0, record: 1)
      let index = facts.index(of: id("c"), evidence: evidence)
      facts.update(index) {
        guard let dialog = $0.dialogIndex(id("c")) else { return }
        var exchange = Exchange(
          kind: .join, outcome: .answered(403), evidence: evidence, time: nil, dialog: dialog, side: .unknown)
        exchange.sender = $0.participantIndex(id("1.7"))
        $0.add(exchange)
      }
    }
    #expect(persons.kind(id("1.7")) == .human)
  }

  private static let evidence: [(PersonTraits, Persons.Kind)] = [
    (.bot, .bot), (.botResponse, .bot), (.logOwner, .bot), (.system, .system), (.human, .human),
    ([.bot, .human], .bot), ([.botResponse, .human], .human), ([.logOwner, .system], .system), ([], .unknown),
  ]

  @Test(arguments: evidence)
  func evidenceHasAnOrder(_ traits: PersonTraits, _ kind: Persons.Kind) {
    let (persons, id) = Self.persons { facts, id in facts.people.add(traits, to: id("u")) }
    #expect(persons.kind(id("u")) == kind)
  }
}

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

import Testing

@testable import Model

/// One conversation of which many inputs, or many dialogs, tell a little each.
@Suite(.timeLimit(.minutes(1))) struct ManyStoresTests {
  private func moment(_ seconds: Int) -> Timestamp? {
    Timestamp(milliseconds: 1_790_000_000_000 + Int64(seconds) * 1000)
  }

  private func store(_ id: String, input: Int, _ fill: (inout Conversation) -> Void) -> FactStore {
    var facts = FactStore()
    let id = Identifier(id, names: &facts.names)
    facts.update(facts.index(of: id, evidence: Evidence(input: input, record: 1))) {
      _ = $0.dialogIndex(id)
      fill(&$0)
    }
    facts.foldCopies()
    return facts
  }

  /// Each has one message of the one before it.
  @Test func messagesThatComeBackwards() {
    var facts = FactStore()
    for input in 0..<15_000 {
      facts.join(
        store("c", input: input) { conversation in
          for number in 0...2 {
            let sequence = Int32(40_000 - input * 2 + number)
            let evidence = Evidence(input: input, record: number + 1)
            conversation.add(
              Message(dialog: 0, sequence: sequence, time: nil, evidence: evidence, sightings: .live),
              names: NameTable())
          }
        })
    }
    facts.settle()
    #expect(facts.conversations[0].messages.count == 30_001)
  }

  /// Copies of what is large are few, however many inputs bring them.
  @Test func copiesStayFew() {
    var facts = FactStore()
    for input in 0..<2000 {
      facts.join(
        store("c", input: input) { conversation in
          for number in 0..<(input == 0 ? 1000 : 100) {
            let evidence = Evidence(input: input, record: number + 1)
            conversation.add(
              Message(dialog: 0, sequence: Int32(number), time: nil, evidence: evidence, sightings: .live),
              names: NameTable())
          }
        })
    }
    #expect(facts.conversations[0].messages.capacity < 2000)
    facts.settle()
    #expect(facts.conversations[0].messages.count == 1000)
  }

  @Test func typing() {
    var facts = FactStore()
    for input in 0..<15_000 {
      facts.join(
        store("c", input: input) { conversation in
          conversation.noteConsumerTyping(moment(input), isTyping: true)
          conversation.noteConsumerTyping(moment(input / 2), isTyping: true)
        })
    }
    facts.settle()
    #expect(facts.conversations[0].consumerTyping.milliseconds == 14_999_000)
  }

  @Test func requests() {
    var facts = FactStore()
    for input in 0..<15_000 {
      facts.join(
        store("c", input: input) { conversation in
          conversation.add(
            Exchange(
              kind: .query, outcome: .unknown, evidence: Evidence(input: input, record: 1), time: nil, dialog: 0,
              side: .assignedAgent))
        })
    }
    facts.settle()
    #expect(facts.conversations[0].exchanges.count == 15_000)
  }

  /// The room for them is full of different ones when copies of one begin to come.
  @Test func copiesOfARequestAmongManyOthers() {
    var conversation = Conversation(id: .absent, evidence: Evidence(input: 0, record: 1))
    func add(_ record: Int) {
      conversation.add(
        Exchange(
          kind: .query, outcome: .unknown, evidence: Evidence(input: 0, record: record), time: nil, dialog: 0,
          side: .assignedAgent))
    }
    for record in 1...20_000 { add(record) }
    while conversation.rarities[0].exchanges.count + 1 < conversation.rarities[0].exchanges.capacity {
      add(conversation.exchanges.count + 1)
    }
    let count = conversation.exchanges.count
    for _ in 0..<20_000 { add(1) }
    conversation.foldCopies(names: NameTable())
    #expect(conversation.exchanges.count == count)
  }
}

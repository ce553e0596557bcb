import Testing

@testable import Model

/// Events that name only their dialog go to the conversation it belongs to, whatever was read first.
@Suite struct SettleTests {
  private static let owner = "5a0e3c11-2b6f-4d7c-8e19-b0c4d2f1a7e3"
  private static let survey = "a survey dialog's id, not the conversation's"

  private func addEvent(_ sequence: Int32, under id: String, to store: inout FactStore) {
    let id = Identifier(id, names: &store.names)
    let evidence = Evidence(input: 0, record: Int(sequence) + 1)
    let index = store.index(of: id, evidence: evidence)
    store.update(index) { _ = $0.dialogIndex(id) }
    store.add(
      Message(dialog: 0, sequence: sequence, time: nil, evidence: evidence, sightings: .live), to: index)
  }

  private func addOwner(_ owner: String, of dialog: String, to store: inout FactStore) {
    let owner = Identifier(owner, names: &store.names)
    let dialog = Identifier(dialog, names: &store.names)
    let index = store.index(of: owner, evidence: Evidence(input: 0, record: 50))
    store.update(index) { _ = $0.dialogIndex(dialog) }
    store.setOwner(owner, of: dialog)
  }

  private func expectOne(_ store: FactStore, sourceLocation: SourceLocation = #_sourceLocation) {
    var store = store
    store.settle()
    #expect(store.conversations.count == 1, sourceLocation: sourceLocation)
    let conversation = store.conversations[0]
    #expect(conversation.id.text(store.names) == Self.owner, sourceLocation: sourceLocation)
    #expect(conversation.messages.map(\.sequence) == [3, 4], sourceLocation: sourceLocation)
    #expect(conversation.evidence == Evidence(input: 0, record: 4), sourceLocation: sourceLocation)
    #expect(store.find(conversation.id)?.messages.count == 2, sourceLocation: sourceLocation)
  }

  @Test func eventsFirst() {
    var store = FactStore()
    addEvent(3, under: Self.survey, to: &store)
    addEvent(4, under: Self.survey, to: &store)
    addOwner(Self.owner, of: Self.survey, to: &store)
    expectOne(store)
  }

  @Test func ownerFirst() {
    var store = FactStore()
    addOwner(Self.owner, of: Self.survey, to: &store)
    addEvent(4, under: Self.survey, to: &store)
    addEvent(3, under: Self.survey, to: &store)
    expectOne(store)
  }

  @Test func inThreeStores() {
    var events = FactStore()
    var more = FactStore()
    var owner = FactStore()
    addEvent(3, under: Self.survey, to: &events)
    addEvent(4, under: Self.survey, to: &more)
    addOwner(Self.owner, of: Self.survey, to: &owner)
    for order in [[events, more, owner], [owner, more, events], [more, owner, events]] {
      expectOne(order.reduce(into: FactStore()) { $0.join($1) })
    }
  }

  @Test func anOwnerThatNothingElseTellsOf() {
    var store = FactStore()
    addEvent(3, under: Self.survey, to: &store)
    addEvent(4, under: Self.survey, to: &store)
    let dialog = Identifier(Self.survey, names: &store.names)
    store.setOwner(Identifier(Self.owner, names: &store.names), of: dialog)
    expectOne(store)
  }

  /// Hash tables have another order in every process, so this is read many times over in new tables.
  @Test func aChainOfOwnersEndsAtItsRoot() {
    for round in 0..<20 {
      var store = FactStore()
      let padding = "of a length that is hashed anew, \(round)"
      let chain = ["a \(padding)", "b \(padding)", "c \(padding)", "d \(padding)"]
      for (index, id) in chain.enumerated() { addEvent(Int32(index), under: id, to: &store) }
      for (dialog, owner) in zip(chain, chain.dropFirst()) { addOwner(owner, of: dialog, to: &store) }
      store.settle()
      #expect(store.conversations.map { $0.id.text(store.names) } == [chain[3]])
      #expect(store.conversations[0].messages.count == 4)
    }
  }

  @Test func aCircleOfOwnersEndsAtItsLeastName() {
    for round in 0..<20 {
      var store = FactStore()
      let padding = "of a length that is hashed anew, \(round)"
      let circle = ["b \(padding)", "c \(padding)", "a \(padding)"]
      for (index, id) in (circle + ["outside \(padding)"]).enumerated() {
        addEvent(Int32(index), under: id, to: &store)
      }
      for (dialog, owner) in zip(circle, circle.dropFirst() + circle.prefix(1)) {
        addOwner(owner, of: dialog, to: &store)
      }
      addOwner(circle[0], of: "outside \(padding)", to: &store)
      store.settle()
      #expect(store.conversations.map { $0.id.text(store.names) } == [circle[2]])
      #expect(store.conversations[0].messages.count == 4)
    }
  }

  @Test(.timeLimit(.minutes(1))) func aVeryLongChainIsFollowedOnce() {
    var store = FactStore()
    let ids = (0..<30_000).map { Identifier("link-\($0)", names: &store.names) }
    for (dialog, owner) in zip(ids, ids.dropFirst()) {
      _ = store.index(of: dialog, evidence: Evidence(input: 0, record: 1))
      store.setOwner(owner, of: dialog)
    }
    store.settle()
    #expect(store.conversations.map(\.id) == [ids[29_999]])
  }

  @Test func aDialogNamedLikeItsConversationStays() {
    var store = FactStore()
    addEvent(3, under: Self.owner, to: &store)
    addEvent(4, under: Self.owner, to: &store)
    addOwner(Self.owner, of: Self.owner, to: &store)
    #expect(store.dialogOwners.isEmpty)
    expectOne(store)
  }
}

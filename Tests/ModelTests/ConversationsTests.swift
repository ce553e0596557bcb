import Testing

@testable import Model

/// Conversations lie in slabs and are found by their ids, however many there are and whatever was taken out.
@Suite struct ConversationsTests {
  private static func id(_ number: Int) -> Identifier { Identifier(high: UInt64(number) << 40, low: 1 << 63) }

  private static func store(_ numbers: some Sequence<Int>) -> FactStore {
    var store = FactStore()
    for number in numbers { _ = store.index(of: id(number), evidence: Evidence(input: 0, record: number + 1)) }
    return store
  }

  private func expect(
    _ store: FactStore, _ numbers: Set<Int>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(store.conversations.count == numbers.count, sourceLocation: sourceLocation)
    #expect(Set(store.conversations.map(\.id)) == Set(numbers.map(Self.id)), sourceLocation: sourceLocation)
    for number in numbers {
      #expect(store.find(Self.id(number))?.id == Self.id(number), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [0, 1, 2, 1023, 1024, 1025, 5000])
  func areFoundInTheOrderOfReading(count: Int) {
    var store = Self.store(0..<count)
    expect(store, Set(0..<count))
    #expect(store.find(Self.id(count)) == nil)
    for number in 0..<count {
      #expect(store.index(of: Self.id(number), evidence: Evidence(input: 0, record: 0)) == number)
    }
    #expect(store.conversations.allSatisfy { $0.evidence.record == 0 })
  }

  /// Whole slabs change hands: at every length of the last one nothing is lost, and nothing there twice.
  @Test(arguments: [0, 1, 1023, 1024, 1500], [0, 1, 1024, 1025, 2600])
  func twoStoresAreJoined(mine: Int, theirs: Int) {
    var store = Self.store(0..<mine)
    store.join(Self.store(mine..<mine + theirs))
    expect(store, Set(0..<mine + theirs))
    store.join(Self.store(stride(from: 0, to: mine + theirs, by: 3)))
    expect(store, Set(0..<mine + theirs))
    store.join(Self.store(mine + theirs..<mine + 2 * theirs))
    for number in 0..<mine + 2 * theirs {
      let index = store.index(of: Self.id(number), evidence: Evidence(input: 0, record: number + 1))
      #expect(store.conversations[index].id == Self.id(number))
    }
    expect(store, Set(0..<mine + 2 * theirs))
  }

  @Test func whatBothKnowIsJoinedAndTheRestMoves() {
    var store = Self.store(0..<3000)
    let other = Self.store((0..<6000).filter { $0 % 7 == 0 || $0 >= 2900 })
    store.join(other)
    expect(store, Set(0..<6000))
    #expect(other.conversations.count == 415 + 3100, "what is still in use elsewhere does not change")
  }

  @Test func straysLeaveNoGap() {
    var store = Self.store(0..<4000)
    for number in stride(from: 1, to: 4000, by: 2) { store.setOwner(Self.id(number - 1), of: Self.id(number)) }
    store.settle()
    expect(store, Set(stride(from: 0, to: 4000, by: 2)))
    #expect(store.find(Self.id(1)) == nil)
    store.settle()
    expect(store, Set(stride(from: 0, to: 4000, by: 2)))
  }

  /// Ids that differ only in few bits, or in a regular way, are spread, whatever the factors: it would take one in hundred thousand to
  /// bring a quarter of them together.
  @Test(
    arguments: [(1, 0), (1 << 32, 0), (0, 1), (0, 1 << 40), (1 << 63, 1), (0x9E37_79B9_7F4A_7C15, 3)]
      as [(UInt64, UInt64)])
  func regularIdsAreSpread(high: UInt64, low: UInt64) {
    let table = ConversationTable()
    let ids = (0..<UInt64(4096)).map { Identifier(high: $0 &* high, low: $0 &* low) }
    let places = Dictionary(grouping: ids) { table.hash($0) >> 20 }
    #expect(places.values.allSatisfy { $0.count < 1024 })
  }
}

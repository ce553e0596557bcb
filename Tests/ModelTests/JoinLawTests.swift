import Model
import TestSupport
import Testing

/// Law 2: merging is a join. What follows in each round is made from its number, so that a failure can be run again.
@Suite struct JoinLawTests {
  private static let rounds: Range<UInt64> = 0..<200

  private static func facts(_ random: inout FactRandom, upTo count: Int = 60) -> [RandomFact] {
    (0..<random.below(count)).map { _ in RandomFact.random(&random) }
  }

  private static func store(_ facts: [RandomFact]) -> FactStore {
    var store = FactStore()
    for fact in facts { fact.apply(&store) }
    return store
  }

  private static func union(_ one: FactStore, _ other: FactStore) -> FactStore {
    var union = one
    union.join(other)
    return union
  }

  @Test func isCommutative() {
    for seed in Self.rounds {
      var random = FactRandom(seed: seed)
      let one = Self.store(Self.facts(&random))
      let other = Self.store(Self.facts(&random))
      #expect(Self.union(one, other).canonicalDump() == Self.union(other, one).canonicalDump(), "seed \(seed)")
    }
  }

  @Test func isAssociative() {
    for seed in Self.rounds {
      var random = FactRandom(seed: seed)
      let first = Self.store(Self.facts(&random))
      let second = Self.store(Self.facts(&random))
      let third = Self.store(Self.facts(&random))
      let leftFirst = Self.union(Self.union(first, second), third)
      let rightFirst = Self.union(first, Self.union(second, third))
      #expect(leftFirst.canonicalDump() == rightFirst.canonicalDump(), "seed \(seed)")
    }
  }

  @Test func isIdempotent() {
    for seed in Self.rounds {
      var random = FactRandom(seed: seed)
      let one = Self.store(Self.facts(&random))
      let other = Self.store(Self.facts(&random))
      #expect(Self.union(one, one).canonicalDump() == one.canonicalDump(), "seed \(seed)")
      let both = Self.union(one, other)
      #expect(Self.union(both, other).canonicalDump() == both.canonicalDump(), "seed \(seed)")
    }
  }

  @Test func joiningNothingChangesNothing() {
    for seed in Self.rounds.prefix(50) {
      var random = FactRandom(seed: seed)
      let one = Self.store(Self.facts(&random))
      #expect(Self.union(one, FactStore()).canonicalDump() == one.canonicalDump(), "seed \(seed)")
      #expect(Self.union(FactStore(), one).canonicalDump() == one.canonicalDump(), "seed \(seed)")
    }
  }

  /// Law 1, as far as the model can hold it: facts in any order, repeated, in any number of stores.
  @Test func orderRepeatsAndCutsChangeNothing() {
    for seed in Self.rounds {
      var random = FactRandom(seed: seed)
      let facts = Self.facts(&random, upTo: 120)
      let expected = Self.store(facts).canonicalDump()
      let again = (facts + facts.filter { _ in random.oneIn(3) }).shuffled(using: &random)
      #expect(Self.store(again).canonicalDump() == expected, "seed \(seed), shuffled and repeated")
      var stores = [FactStore](repeating: FactStore(), count: 1 + random.below(7))
      for fact in again { fact.apply(&stores[random.below(stores.count)]) }
      let joined = stores.reduce(into: FactStore()) { $0.join($1) }
      #expect(joined.canonicalDump() == expected, "seed \(seed), cut into \(stores.count)")
    }
  }

  /// What was settled can still be joined with more, as when chunks of one input are settled one by one.
  @Test func settlingTwiceIsSettlingOnce() {
    for seed in Self.rounds.prefix(100) {
      var random = FactRandom(seed: seed)
      var store = Self.store(Self.facts(&random))
      let expected = store.canonicalDump()
      store.settle()
      #expect(store.canonicalDump() == expected, "seed \(seed)")
    }
  }

  /// Copies may be folded at any time, and more may come.
  @Test func foldingChangesNothing() {
    for seed in Self.rounds {
      var random = FactRandom(seed: seed)
      let facts = (0..<3).map { _ in Self.facts(&random) }
      let expected = Self.store(facts[0] + facts[1] + facts[2]).canonicalDump()
      var one = Self.store(facts[0])
      var other = Self.store(facts[1])
      one.foldCopies()
      if random.oneIn(2) { other.foldCopies() }
      one.join(other)
      if random.oneIn(2) { one.foldCopies() }
      for fact in facts[2] { fact.apply(&one) }
      #expect(one.canonicalDump() == expected, "seed \(seed)")
    }
  }
}

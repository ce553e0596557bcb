import Testing

@testable import Model

/// Facts that belong to no conversation: each once, at its smallest place, in whatever order they came.
@Suite struct FactSetTests {
  private static let later = Evidence(input: 0, record: 9)
  private static let sooner = Evidence(input: 0, record: 2)

  @Test func aFactStandsAtItsSmallestPlace() {
    var one = FactSet<Int>()
    one.insert(7, evidence: Self.later)
    one.insert(7, evidence: Self.sooner)
    one.insert(8, evidence: Self.later)
    #expect(one.all.map(\.fact) == [7, 8] && one.all.map(\.evidence) == [Self.sooner, Self.later])
  }

  @Test func joiningIsAUnion() {
    var left = FactSet<Int>()
    var right = FactSet<Int>()
    left.insert(1, evidence: Self.later)
    right.insert(1, evidence: Self.sooner)
    right.insert(2, evidence: Self.later)
    var both = left
    both.join(right)
    var turned = right
    turned.join(left)
    var again = both
    again.join(both)
    for set in [both, turned, again] {
      #expect(set.all.map(\.fact) == [1, 2] && set.all.map(\.evidence) == [Self.sooner, Self.later])
    }
  }
}

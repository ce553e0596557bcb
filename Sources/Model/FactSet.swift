/// Facts of one kind that belong to no conversation, each once, with the smallest place that tells it: a union by nature.
public struct FactSet<Fact: Hashable & Sendable>: Sendable {
  private var places: [Fact: Evidence] = [:]

  public init() {}

  public var count: Int { places.count }
  public var isEmpty: Bool { places.isEmpty }

  /// The facts in the order of their places.
  public var all: [(fact: Fact, evidence: Evidence)] {
    places.map { ($0.key, $0.value) }.sorted { $0.evidence < $1.evidence }
  }

  public mutating func insert(_ fact: Fact, evidence: Evidence) {
    if let known = places[fact], known <= evidence { return }
    places[fact] = evidence
  }

  mutating func join(_ other: FactSet) {
    if places.isEmpty {
      places = other.places
      return
    }
    for (fact, evidence) in other.places { insert(fact, evidence: evidence) }
  }
}

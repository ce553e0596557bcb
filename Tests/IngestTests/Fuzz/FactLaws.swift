import Model
import TestSupport

@testable import Ingest

/// What must hold of the facts of any one input.
enum FactLaws {
  /// - Parameter records: no place is behind so many.
  static func check(_ facts: FactStore, records: Int) throws(BrokenLaw) {
    for conversation in facts.conversations {
      let places =
        [conversation.evidence] + conversation.messages.map(\.evidence) + conversation.exchanges.map(\.evidence)
      for place in places {
        try BrokenLaw.unless(
          place.input == 0 && (1...max(1, records)).contains(place.record) && place.value > 0,
          "a fact outside of the input: \(place)")
      }
      try BrokenLaw.unless(places.allSatisfy { $0 >= conversation.evidence }, "a fact before its conversation's first")
    }
  }

  /// Facts join, and what is said twice says no more.
  static func checkRepeats(_ facts: FactStore) throws(BrokenLaw) {
    let once = facts.canonicalDump()
    var twice = facts
    twice.join(facts)
    let joined = twice.canonicalDump()
    try BrokenLaw.unless(joined == once, "joined with itself: \(joined.difference(from: once))")
    var settled = facts
    settled.settle()
    settled.settle()
    let again = settled.canonicalDump()
    try BrokenLaw.unless(again == once, "settled twice: \(again.difference(from: once))")
  }
}

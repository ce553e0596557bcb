import TestSupport
import Testing

@testable import Detection

/// The tree answers as a walk through all values does.
@Suite struct MaximumTreeTests {
  @Test(arguments: [0, 1, 2, 3, 7, 8, 9, 100]) func answersAsAWalkDoes(count: Int) {
    var random = FactRandom(seed: UInt64(count))
    let values = (0..<count).map { _ in random.below(20) }
    let tree = MaximumTree(values)
    for end in 0...count {
      for value in 0...20 {
        #expect(tree.last(before: end, atLeast: value) == values[..<end].lastIndex { $0 >= value })
      }
      for start in 0...end { #expect(tree.maximum(start..<end) == values[start..<end].max()) }
    }
  }
}

/// Work over all conversations, cut into pieces that are done side by side.
public enum Pieces {
  /// Smaller ones are not worth their merging.
  private static let leastLength = 4096
  /// So many for each worker that one with heavier pieces is not waited for.
  private static let perJob = 8

  /// - Parameters:
  ///   - count: how many elements there are.
  ///   - jobs: how many pieces are worked on at one time.
  /// - Returns: what each piece of them comes to, in their order.
  public static func map<Result: Sendable>(
    of count: Int, jobs: Int, _ work: @escaping @Sendable (Range<Int>) -> Result
  ) async -> [Result] {
    let length = max(leastLength, count / max(1, jobs) / perJob + 1)
    var results: [Result?] = Array(repeating: nil, count: (count + length - 1) / length)
    await withTaskGroup(of: (Int, Result).self) { group in
      var waiting = results.indices.makeIterator()
      func start() {
        guard let index = waiting.next() else { return }
        group.addTask { (index, work(index * length..<min((index + 1) * length, count))) }
      }
      for _ in 0..<jobs { start() }
      while let (index, result) = await group.next() {
        results[index] = result
        start()
      }
    }
    return results.compactMap(\.self)
  }
}

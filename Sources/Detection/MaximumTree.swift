/// Finds the greatest of values that stand next to each other, and the last one that is great enough, without going through them.
///
///     values     3 1 4 1
///     above them  3   4
///     and those    4
struct MaximumTree<Value: Comparable & Sendable>: Sendable {
  /// The greatest of each pair, then of each pair of those, and so on; a last one without another stands for itself.
  private var levels: [[Value]]

  init(_ values: [Value]) {
    levels = [values]
    while let below = levels.last, below.count > 1 {
      levels.append(
        stride(from: 0, to: below.count, by: 2).map { place in
          place + 1 < below.count ? max(below[place], below[place + 1]) : below[place]
        })
    }
  }

  /// The last place before another at which a value stands that is no less than some value.
  func last(before end: Int, atLeast value: Value) -> Int? {
    var (end, height) = (end, 0)
    while end > 0 {
      if end & 1 == 1, levels[height][end - 1] >= value { return last(below: end - 1, height, atLeast: value) }
      (end, height) = (end / 2, height + 1)
    }
    return nil
  }

  /// - Parameter place: of a value at some height, which is great enough.
  private func last(below place: Int, _ height: Int, atLeast value: Value) -> Int {
    var place = place
    for height in (0..<height).reversed() {
      let right = 2 * place + 1
      place = right < levels[height].count && levels[height][right] >= value ? right : 2 * place
    }
    return place
  }

  /// The greatest of the values at some places; nil where there are none.
  func maximum(_ places: Range<Int>) -> Value? {
    var (start, end, height) = (places.lowerBound, places.upperBound, 0)
    var found: Value?
    func fold(_ value: Value) { found = found.map { max($0, value) } ?? value }
    while start < end {
      if start & 1 == 1 {
        fold(levels[height][start])
        start += 1
      }
      if end & 1 == 1 {
        end -= 1
        fold(levels[height][end])
      }
      (start, end, height) = (start / 2, end / 2, height + 1)
    }
    return found
  }
}

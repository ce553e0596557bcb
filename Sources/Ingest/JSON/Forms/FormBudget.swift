/// How much may still be spent on learning forms: what was scanned pays for it. Otherwise objects that are learned in vain each time, as
/// such with too much in them, or many in each other, would take a hundred times as long as to scan them.
///
/// It is counted in what takes about a nanosecond. An honest log spends little: nearly all of it is matched.
struct FormBudget {
  private static let (costOfByte, costOfWord, costOfComparison) = (2, 64, 4)
  /// To scan them takes half a nanosecond to ten.
  private static let bytesThatPay = 4
  private static let limit = 32 << 20

  private var left = limit
  /// Where the object ended that was passed last; 0 where it was a whole record.
  private var end = 0

  /// Counts an object that was scanned: of what lies in it, only what was not counted before.
  mutating func pass(_ object: Range<Int>, isRoot: Bool) {
    let isAroundLast = object.lowerBound < end && end <= object.upperBound
    let bytes = isAroundLast ? object.upperBound - end : object.count
    left = min(Self.limit, left + bytes / Self.bytesThatPay)
    end = isRoot ? 0 : object.upperBound
  }

  /// - Returns: whether an object may be learned; then it is counted.
  mutating func affords(_ object: Range<Int>, words: Int) -> Bool {
    guard left > 0 else { return false }
    left -= Self.costOfByte * object.count + Self.costOfWord * words
    return true
  }

  /// - Parameter comparisons: bytes that were compared to tell steps apart.
  mutating func spend(comparisons: Int) { left -= Self.costOfComparison * comparisons }
}

/// The parts that an input was read in: what turns the record numbers of its facts into lines.
///
/// While a part is read, nobody knows how many lines lie before it. So its records are counted from the byte offset at which it
/// begins. A line has at least one byte: such numbers are ordered as the lines are, and no two parts have one in common.
///
///     part       0..<4000    4000..<9000
///     lines      1…17        18…40
///     numbers    1…17        4001…4023
struct PartLines: Sendable {
  private var parts: [(offset: Int, lines: Int)] = []

  /// Adds a part that begins behind all others.
  /// - Parameter lines: those before it.
  mutating func append(offset: Int, after lines: Int) { parts.append((offset, lines)) }

  /// The line of a record that was counted from its part's offset; what lies before all parts is a line already.
  func line(_ number: Int) -> Int {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].offset < number { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? number : number - parts[low - 1].offset + parts[low - 1].lines
  }
}

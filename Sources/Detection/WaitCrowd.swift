import Model

/// Counts the conversations that were left waiting soon after each of many moments, and in which the bot had spoken before it: they are asked
/// for in the order of time.
struct WaitCrowd {
  private let waits: [Wait]
  /// From which moment on each wait counts, in milliseconds: it began soon enough after, and the bot had spoken.
  private let starts: [(moment: Int64, place: Int)]
  private var started = 0
  private var ended = 0
  private var counts: [Identifier: Int] = [:]
  private var isCounted: [Bool]

  /// - Parameter waits: by their beginnings.
  init(_ waits: [Wait], within window: Int64) {
    self.waits = waits
    starts = waits.enumerated().compactMap { place, wait -> (moment: Int64, place: Int)? in
      guard let lastSpoke = wait.lastSpoke else { return nil }
      return (max(wait.began.milliseconds - window, lastSpoke.milliseconds + 1), place)
    }
    .sorted { $0 < $1 }
    isCounted = Array(repeating: false, count: waits.count)
  }

  /// - Parameter index: of the first wait that counts; none before the one that was asked for last.
  mutating func conversations(from index: Int) -> Int64 {
    let now = waits[index].began.milliseconds
    while started < starts.count, starts[started].moment <= now {
      let place = starts[started].place
      started += 1
      if place < ended { continue }
      counts[waits[place].conversation, default: 0] += 1
      isCounted[place] = true
    }
    while ended < index {
      if isCounted[ended] { remove(waits[ended].conversation) }
      ended += 1
    }
    return Int64(counts.count)
  }

  private mutating func remove(_ conversation: Identifier) {
    counts[conversation, default: 0] -= 1
    if counts[conversation] == 0 { counts[conversation] = nil }
  }
}

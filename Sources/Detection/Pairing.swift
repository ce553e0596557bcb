import Model

/// Pairs what was sent with what arrived near it, each with one at most.
enum Pairing {
  /// For each of some moments the place of its partner; as many as can have one have one. What arrives mostly comes later and in the
  /// order of sending, and no two pairs cross.
  /// - Parameters:
  ///   - sent: moments in their order.
  ///   - arrived: moments in their order.
  ///   - window: how far apart partners may be, in milliseconds.
  static func partners(of sent: [Timestamp], among arrived: [Timestamp], within window: Int64) -> [Int?] {
    var partners = latest(sent, arrived, window)
    // From the first on, each takes the nearest of those that stand free before its own.
    var start = 0
    for (place, partner) in partners.enumerated() {
      guard let partner else { continue }
      let nearest = nearest(to: sent[place], among: arrived, start...partner)
      partners[place] = nearest
      start = nearest + 1
    }
    return partners
  }

  /// The most pairs that there can be, each as late as it may be.
  private static func latest(_ sent: [Timestamp], _ arrived: [Timestamp], _ window: Int64) -> [Int?] {
    var partners = [Int?](repeating: nil, count: sent.count)
    var free = arrived.count - 1
    for (place, moment) in sent.enumerated().reversed() {
      while free >= 0, arrived[free].milliseconds(since: moment) > window { free -= 1 }
      guard free >= 0, moment.milliseconds(since: arrived[free]) <= window else { continue }
      partners[place] = free
      free -= 1
    }
    return partners
  }

  /// Of several as near the first.
  private static func nearest(to moment: Timestamp, among arrived: [Timestamp], _ places: ClosedRange<Int>) -> Int {
    func first(from bound: Timestamp) -> Int {
      min(max(arrived.partitioningIndex { $0 >= bound }, places.lowerBound), places.upperBound)
    }
    let after = first(from: moment)
    guard after > places.lowerBound else { return after }
    let before = first(from: arrived[after - 1])
    let distances = (moment.milliseconds(since: arrived[before]), arrived[after].milliseconds(since: moment))
    return abs(distances.0) <= abs(distances.1) ? before : after
  }
}

import Model

/// What a conversation's logs tell of texts that were sent and refused, or never answered: asked for near each of many moments.
struct LostRequests {
  /// A text that was refused, or lost, for its length. The consumer's before anybody's; then the longest, so that the order of reading
  /// says nothing; of two as long, the one with the lesser code.
  struct Refusal: Comparable, Sendable {
    let isConsumers: Bool
    let utf16Count: UInt32
    let code: Int32?

    private var rank: (Int, UInt32, Int32) { (isConsumers ? 1 : 0, utf16Count, -(code ?? .max)) }

    static func < (left: Refusal, right: Refusal) -> Bool { left.rank < right.rank }
  }

  private let refusalTimes: [Timestamp]
  private let greatest: MaximumTree<Refusal>
  /// Without times, what is in the same conversation counts as near.
  private let timelessRefusal: Refusal?
  private let losses: Losses
  private let consumerLosses: Losses

  /// - Parameter limit: UTF-16 units over which a text is too long.
  init(_ conversation: Conversation, over limit: Int64) {
    let sent = conversation.exchanges.filter { $0.kind == .publish && $0.side != .assignedAgent }
    let refused = sent.filter {
      $0.counts.utf16 > limit && ($0.outcome.isRefusal || $0.outcome == .unanswered)
    }
    let timed = refused.compactMap { exchange in exchange.time.map { ($0, Refusal(exchange)) } }.sorted { $0.0 < $1.0 }
    refusalTimes = timed.map(\.0)
    greatest = MaximumTree(timed.map(\.1))
    timelessRefusal = refused.filter { $0.time == nil }.map { Refusal($0) }.max()
    let lost = sent.filter { $0.outcome == .unanswered }
    losses = Losses(lost)
    consumerLosses = Losses(lost.filter { $0.side == .consumer })
  }

  /// The refusal that says most of all those near a moment.
  func refusal(near moment: Timestamp?, within span: Int64) -> Refusal? {
    [timelessRefusal, greatest.maximum(refusalTimes.places(near: moment, within: span))].compactMap(\.self).max()
  }

  func isLost(near moment: Timestamp?, within span: Int64) -> Bool { losses.lie(near: moment, within: span) }

  /// The same, of what was certainly the consumer's.
  func isConsumersLost(near moment: Timestamp?, within span: Int64) -> Bool {
    consumerLosses.lie(near: moment, within: span)
  }

  private struct Losses {
    private let times: [Timestamp]
    private let isAnyTimeless: Bool

    init(_ exchanges: [Exchange]) {
      times = exchanges.compactMap(\.time).sorted()
      isAnyTimeless = times.count < exchanges.count
    }

    func lie(near moment: Timestamp?, within span: Int64) -> Bool {
      isAnyTimeless || !times.places(near: moment, within: span).isEmpty
    }
  }
}

extension LostRequests.Refusal {
  fileprivate init(_ exchange: Exchange) {
    self.init(isConsumers: exchange.side == .consumer, utf16Count: exchange.counts.utf16, code: exchange.outcome.code)
  }
}

extension [Timestamp] {
  /// The places of sorted moments no further from another than a span; all where there is no other.
  func places(near moment: Timestamp?, within span: Int64) -> Range<Int> {
    guard let moment else { return indices }
    let start = partitioningIndex { $0.milliseconds(since: moment) >= -span }
    return start..<Swift.max(start, partitioningIndex { $0.milliseconds(since: moment) > span })
  }
}

/// What one input holds: all that `inspect` says about it.
public struct InputInventory: Sendable {
  public var summary: InputSummary
  /// Its layouts with the records of each, the most numerous first.
  public var layouts: [(info: LayoutInfo, records: Int)]
  public var facts: [FactKind: Int]
  public var conversations: Int
  public var messages: Int
  public var accounts: [String]
  public var bots: [String]
  /// Conversations of each channel.
  public var channels: [String: Int]
  /// From the first to the last moment that the input speaks of.
  public var coverage: Extent
  /// Ids of the detectors that can find their problem in such facts, and of those that cannot.
  public var feeds: [String]
  public var cannotFeed: [String]

  public init(
    summary: InputSummary, layouts: [(info: LayoutInfo, records: Int)], facts: [FactKind: Int], conversations: Int,
    messages: Int, accounts: [String], bots: [String], channels: [String: Int], coverage: Extent, feeds: [String],
    cannotFeed: [String]
  ) {
    self.summary = summary
    self.layouts = layouts
    self.facts = facts
    self.conversations = conversations
    self.messages = messages
    self.accounts = accounts
    self.bots = bots
    self.channels = channels
    self.coverage = coverage
    self.feeds = feeds
    self.cannotFeed = cannotFeed
  }
}

public import Model

/// A verdict that rests on something not being there.
public enum Absence: Sendable, Equatable {
  case absent, present
  /// The log begins too late, ends too early, or has holes.
  case undecided
  case notApplicable(String)
}

/// What is missing from a conversation, and what is missing from the log.
extension Subject {
  /// Messages were asked for: a history export with the section, or message events.
  public var showsMessages: Bool {
    !conversation.marks.isDisjoint(with: [.messagesListed, .events]) || !conversation.messages.isEmpty
  }

  /// Its beginning is not in the log, so that nothing can be said to be missing from it.
  public var startIsTruncated: Bool {
    if conversation.marks.contains(.messagesListed) { return false }
    if conversation.marks.contains(.beginningSeen), !assignmentIsReplayed { return false }
    let lowest = threads.lazy.map(\.dialog.lowestSequence).min() ?? .max
    return Int64(lowest) > knowledge.shared.truncatedAfterSequence
  }

  /// The log shows a bot's assignment long after it happened: a program that starts is told of all its open conversations.
  public var assignmentIsReplayed: Bool {
    assignedBots.contains { bot in
      guard let logged = bot.assignedInLog.moment, let assigned = bot.assigned.moment else { return false }
      return logged.milliseconds(since: assigned) > Self.replayedAfter + knowledge.shared.clockTolerance
    }
  }

  /// Milliseconds that no notification is on its way; the SDK gives up on requests after as many.
  private static let replayedAfter: Int64 = 10_000

  /// Where the evidence about its account ends.
  public var end: Timestamp? { knowledge.end(of: conversation.account) }

  /// Until when the log would show a message: a record of the history has all, a bot's log ends for itself.
  func messagesEnd(_ bot: Identifier) -> Timestamp? {
    conversation.marks.contains(.messagesListed) || bot.isAbsent ? end : knowledge.end(ofLogOf: bot)
  }

  /// Whether the log goes on for some time after a moment; nil where it has no times.
  public func isCovered(_ milliseconds: Int64, after moment: Timestamp?) -> Bool? {
    isCovered(milliseconds, after: moment, until: end)
  }

  func isCovered(_ milliseconds: Int64, after moment: Timestamp?, until end: Timestamp?) -> Bool? {
    guard let moment, let end else { return nil }
    return end.milliseconds(since: moment) >= milliseconds
  }

  /// No message or tap of a consumer in any dialog.
  public var consumerIsSilent: Bool {
    !conversation.marks.contains(.consumerActed)
      && !threads.contains { $0.entries.contains(where: \.isFromConsumer) }
  }

  /// Whether the conversation reached an active bot and no consumer message ever arrived.
  /// - Parameter wait: how long an open conversation may lack its first message, in milliseconds.
  public func contentless(after wait: Int64) -> Absence {
    guard knowledge.knowsBots else { return .notApplicable("no bot is known") }
    guard let bot = assignedBots.first else { return .present }
    guard consumerIsSilent else { return .present }
    // The platform itself says that there is something to read, or the brand wrote first and waits for a reply.
    if conversation.unread.moment != nil || conversation.marks.contains(.openedByBrand) { return .present }
    guard showsMessages else { return .notApplicable("the export has no messages") }
    let isListed = conversation.marks.contains(.messagesListed)
    if !isListed {
      guard knowledge.hasEvents(ofBot: bot.id) else {
        return .notApplicable("the log has no message events of the bot")
      }
      // What the consumer wrote to whoever had the conversation before is not in the log of this bot.
      if isTransferred(toBot: bot.id, before: bot.assigned.moment) { return .undecided }
    }
    if conversation.isPartial || startIsTruncated { return .undecided }
    if conversation.isClosed { return .absent }
    let began = conversation.started.moment ?? bot.assigned.moment
    return isCovered(wait, after: began, until: messagesEnd(bot.id)).map { $0 ? .absent : .undecided }
      ?? .notApplicable("the log has no times")
  }
}

public import Model

/// A verdict that rests on something not being there.
public enum Absence: Sendable, Equatable {
  case absent, present
  /// The log begins too late, ends too early, or has holes.
  case undecided
  case notApplicable(Reason)
}

/// What is missing from a conversation, and what is missing from the log.
extension Subject {
  /// Its beginning is not in the log, so that nothing can be said to be missing from it.
  public var startIsTruncated: Bool {
    if conversation.marks.contains(.messagesListed) { return false }
    if conversation.marks.contains(.beginningSeen), !assignmentIsReplayed { return false }
    let lowest = conversation.dialogs.lazy.filter(\.holdsMessages).map(\.lowestSequence).min()
    return Int64(lowest ?? .max) > knowledge.shared.truncatedAfterSequence
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
    !conversation.marks.contains(.consumerActed) && !outline.consumerSpoke
  }

  /// Whether the conversation reached an active bot and no consumer message ever arrived.
  /// - Parameter wait: how long an open conversation may lack its first message, in milliseconds.
  public func contentless(after wait: Int64) -> Absence {
    guard knowledge.knowsBots else { return .notApplicable(.noBotKnown) }
    guard let bot = firstBot?.participant else { return .present }
    guard consumerIsSilent else { return .present }
    see("no message or tap of the consumer, though a bot was assigned at \(Sight.time(bot.assigned.moment))")
    // The platform itself says that there is something to read.
    if isHeld(by: "unread", conversation.unread.moment != nil) { return .present }
    // The brand wrote first and waits for a reply.
    if isHeld(by: "opened-by-brand", conversation.marks.contains(.openedByBrand)) { return .present }
    if let reason = hidesMessages(from: bot) { return reason }
    if conversation.isClosed {
      see("closed at \(Sight.time(conversation.closedAsOf.moment))")
      return .absent
    }
    let began = conversation.started.moment ?? bot.assigned.moment
    let covered = isCovered(wait, after: began, until: messagesEnd(bot.id))
    see("open since \(Sight.time(began)), and messages would show until \(Sight.time(messagesEnd(bot.id)))")
    if isHeld(by: "log-ends", covered == false) { return .undecided }
    if isHeld(by: "no-times", covered == nil) { return .notApplicable(.noTimes) }
    return .absent
  }

  /// Why a message may have been there that the log does not show; nil where it would show all.
  /// - Parameters:
  ///   - bot: whose log it is, where it is a bot's.
  ///   - moment: when the message would have come; nil for any time. What was seen before it shows that the log had begun.
  func hidesMessages(from bot: Participant?, at moment: Timestamp? = nil) -> Absence? {
    let hadBegun = moment.map { moment in firstSaid.map { $0 < moment } ?? false } ?? false
    if isHeld(by: "no-messages", !showsMessages) { return .notApplicable(.noMessages) }
    if let bot, !conversation.marks.contains(.messagesListed) {
      if isHeld(by: "no-message-events", !knowledge.hasEvents(ofBot: bot.id)) {
        return .notApplicable(.noMessageEvents)
      }
      // What the consumer wrote to whoever had the conversation before is not in the log of this bot.
      if isHeld(by: "transferred-in", !hadBegun && isTransferred(toBot: bot.id, before: bot.assigned.moment)) {
        return .undecided
      }
    }
    if isHeld(by: "partial", conversation.isPartial) { return .undecided }
    if isHeld(by: "start-truncated", !hadBegun && startIsTruncated) { return .undecided }
    return nil
  }
}

extension DetectorInfo.Guard {
  /// What `Subject.contentless(after:)` asks, and whether there are messages at all.
  static let ofContentless = [
    DetectorInfo.Guard("no-messages", "Conversations in an export without the section of messages."),
    DetectorInfo.Guard(
      "unread",
      "Conversations of which the platform counts unread messages: there is something to read."),
    DetectorInfo.Guard(
      "opened-by-brand",
      "Conversations that the brand opened, such as campaigns: they wait for a reply."),
    DetectorInfo.Guard("no-message-events", "Contentless conversations in a log without message events of the bot."),
    DetectorInfo.Guard(
      "transferred-in",
      "Contentless conversations that were transferred to the bot, in a log of events: what came before is not in it."
    ),
    DetectorInfo.Guard("partial", "Contentless conversations of which data is known to be missing."),
    DetectorInfo.Guard("start-truncated", "Contentless conversations whose beginning is not in the log."),
    DetectorInfo.Guard(
      "log-ends",
      "Contentless conversations that are younger than `contentless-after` when the log ends."),
    DetectorInfo.Guard("no-times", "Open contentless conversations in a log without times."),
  ]
}

import Model

/// How a conversation's first consumer message came, or did not come, to the bot that was assigned.
struct Delivery {
  enum Verdict {
    case undecided
    case notApplicable(Reason)
    case found(cause: String, severity: Severity, confidence: Confidence)
  }

  let assigned: Timestamp?
  /// The first consumer message that some record proves, delivered or not.
  let first: Message?
  /// The answer to the bot's queries that says most.
  let query: Exchange?
  /// Milliseconds from when the message was due until it came to the bot after all.
  let recoveredAfter: Int64?
  let isReplied: Bool
  /// It did before it could have been told: that it knew the message, nobody knows.
  let repliedInTime: Bool
  private let subject: Subject
  private let bot: Participant
  private let settings: MissingFirstNotification.Settings
  private let entries: [Subject.Thread.Entry]
  /// When a message was there and a bot to be told of it.
  private let due: Timestamp?

  init(_ subject: Subject, _ bot: Participant, _ settings: MissingFirstNotification.Settings) {
    self.subject = subject
    self.bot = bot
    self.settings = settings
    let entries = subject.mainThread?.entries ?? []
    self.entries = entries
    let first = entries.first { $0.isFromConsumer && $0.message.kind != .unknown }?.message
    self.first = first
    let assigned = bot.assigned.moment ?? bot.assignedInLog.moment
    self.assigned = assigned
    let written = first.map { $0.time.moment } ?? subject.conversation.unread.moment
    due = assigned.map { assigned in written.map { max($0, assigned) } ?? assigned }
    // Moments are taken from each other within one clock only: the log's, and the server's.
    let lag = due.flatMap { due in assigned.map { due.milliseconds(since: $0) } } ?? 0
    recoveredAfter = first?.delivered.moment.flatMap { delivered in
      bot.assignedInLog.moment.map { delivered.milliseconds(since: $0) - lag }
    }
    query = subject.conversation.exchanges.filter { $0.kind == .query }.max { Self.rank($0) < Self.rank($1) }
    let reply = entries.first { entry in
      guard case .bot = entry.speaker, let first else { return false }
      return !entry.message.marks.contains(.privateNote) && entry.message.sequence > first.sequence
    }
    isReplied = reply != nil
    let deadline = due?.adding(milliseconds: settings.grace)
    repliedInTime = reply?.message.time.moment.flatMap { time in deadline.map { time <= $0 } } ?? false
  }

  /// By what the answer says, then by its code, so that the order of reading says nothing.
  private static func rank(_ query: Exchange) -> (Int, Int32, Int32) {
    let code = query.outcome.code ?? 0
    if query.items > 0 { return (4, query.items, code) }
    if query.outcome.isRefusal { return (3, 0, code) }
    return (query.outcome == .unanswered ? 2 : query.outcome.isSuccess ? 1 : 0, 0, code)
  }

  /// What proves that there is a message, in the words of the details.
  var evidenceKind: String {
    guard let first else { return subject.conversation.unread.moment == nil ? "none" : "unread" }
    return first.sightings.contains(.lastContent)
      ? "last_content" : first.sightings.contains(.history) ? "history" : "message"
  }

  /// Nil where nothing is missing, or nothing proves that there was a message.
  var verdict: Verdict? {
    guard hasEvidence else { return nil }
    if subject.isHeld(by: "transferred-in", subject.isTransferred(toBot: bot.id, before: assigned)) { return nil }
    let isDelivered = first.map { !$0.sightings.isDisjoint(with: [.live, .queried]) } ?? false
    if isDelivered, (recoveredAfter ?? 0) <= settings.grace { return ignored }
    if subject.isHeld(by: "assignment-repeated", subject.assignmentIsReplayed) { return .undecided }
    if subject.isHeld(by: "began-before-log", beganBeforeLog) { return .undecided }
    if subject.isHeld(by: "closed-soon", isClosed(within: settings.grace)) { return nil }
    if subject.isHeld(by: "transferred-away", isTakenAway(within: settings.grace)) { return nil }
    if let reason = endsTooSoon(settings.grace) { return reason }
    if isDelivered { return .found(cause: "recovered", severity: .info, confidence: .high) }
    if subject.isHeld(by: "answer-beyond-log", query?.outcome == .unknown) { return .undecided }
    let hasFailed = query.map { $0.outcome.isRefusal || $0.outcome == .unanswered } ?? false
    // The platform's own word inside the bot's log is direct; a history record beside it is joined.
    let isDirect = first?.sightings.contains(.lastContent) ?? false
    return .found(
      cause: query == nil ? "no-query" : hasFailed ? "query-failed" : "query-empty",
      severity: isReplied ? .warning : .error, confidence: isDirect ? .high : .medium)
  }

  /// A message, or a count of unread ones where nobody else's message can be what was counted.
  private var hasEvidence: Bool { first != nil || (subject.conversation.unread.moment != nil && entries.isEmpty) }

  /// The bot's log may begin in the middle of a conversation: what the bot was told before, it does not show. Beside a history record,
  /// which always has the beginning, that is so as well.
  private var beganBeforeLog: Bool {
    let conversation = subject.conversation
    if isLong(since: assigned, until: conversation.changes.earliest.moment) { return true }
    if conversation.marks.contains(.beginningSeen) { return false }
    if isLong(since: first?.time.moment, until: subject.knowledge.start(ofLogOf: bot.id)) { return true }
    guard conversation.marks.contains(.messagesListed) else { return false }
    let seen = entries.first { !$0.message.sightings.isDisjoint(with: [.live, .queried, .lastContent]) }
    return seen.map { Int64($0.message.sequence) > subject.knowledge.shared.truncatedAfterSequence } ?? true
  }

  /// Whether more lies between two moments than a notification may take, by whichever clock they are.
  private func isLong(since start: Timestamp?, until end: Timestamp?) -> Bool {
    guard let start, let end else { return false }
    return end.milliseconds(since: start) > settings.grace + subject.knowledge.shared.clockTolerance
  }

  /// Bots that drop messages up to the sequence that the conversation change announced ignore the very first one.
  private var ignored: Verdict? {
    guard let first, !isAnsweredByBot else { return nil }
    let announced = entries.last { $0.isFromConsumer && $0.message.sightings.contains(.lastContent) }
    guard first.sequence == 0 || (announced.map { first.sequence <= $0.message.sequence } ?? false) else { return nil }
    if subject.isHeld(by: "not-text", first.text != .present) { return nil }
    if subject.isHeld(by: "answered-by-a-person", isAnsweredByPerson) { return nil }
    if subject.isHeld(by: "closed-soon", isClosed(within: settings.answerWithin)) { return nil }
    if subject.isHeld(by: "transferred-away", isTakenAway(within: settings.answerWithin)) { return nil }
    return endsTooSoon(settings.answerWithin)
      ?? .found(cause: "delivered-not-answered", severity: .error, confidence: .medium)
  }

  private var isAnsweredByBot: Bool {
    entries.contains { if case .bot = $0.speaker { !$0.message.marks.contains(.privateNote) } else { false } }
  }

  /// Somebody who is no known bot said something to the consumer.
  private var isAnsweredByPerson: Bool {
    entries.contains {
      ($0.speaker == .human || $0.speaker == .agent) && !$0.message.marks.contains(.privateNote)
    }
  }

  private func isClosed(within wait: Int64) -> Bool {
    guard let closed = subject.conversation.closedAsOf.moment, let due else { return false }
    return closed.milliseconds(since: due) < wait
  }

  private func isTakenAway(within wait: Int64) -> Bool {
    guard let assigned, let due else { return subject.conversation.transferred.moment != nil }
    return subject.isTakenAway(from: bot, after: assigned, until: due.adding(milliseconds: wait))
  }

  /// What is to be said where the bot's log does not go on for so long after the message was due.
  private func endsTooSoon(_ wait: Int64) -> Verdict? {
    let covered = subject.isCovered(wait, after: due, until: subject.knowledge.end(ofLogOf: bot.id))
    if subject.isHeld(by: "log-ends", covered == false) { return .undecided }
    if subject.isHeld(by: "no-times", covered == nil) { return .notApplicable(.noTimes) }
    return nil
  }

  /// Notes what the verdict rests on.
  func describe() {
    subject.see("the bot was assigned at \(Sight.time(assigned))")
    subject.see(
      first.map { "the consumer's first message is \(Sight.message($0)), proved by \(evidenceKind)" }
        ?? "no message of the consumer; proved by \(evidenceKind)")
    if let recoveredAfter { subject.see("it came to the bot \(recoveredAfter) ms after it was due") }
    if let query {
      subject.see("the bot asked for the messages: \(Sight.outcome(query.outcome)), \(query.items) messages")
    }
    subject.see("the bot's log ends at \(Sight.time(subject.knowledge.end(ofLogOf: bot.id)))")
  }

  /// From when the message was due until it came, or until the bot's log ends.
  var wait: Int64? {
    if let recoveredAfter { return recoveredAfter }
    guard let due, let end = subject.knowledge.end(ofLogOf: bot.id) else { return nil }
    return end.milliseconds(since: due)
  }
}

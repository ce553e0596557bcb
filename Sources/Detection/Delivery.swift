import Model

/// How a conversation's first consumer message came, or did not come, to the bot that was assigned.
struct Delivery {
  enum Verdict {
    case undecided
    case found(cause: String, severity: Severity, confidence: Confidence)
  }

  let assigned: Timestamp?
  let thread: Subject.Thread?
  /// The first consumer message that some record proves, delivered or not.
  let first: Message?
  let query: Exchange?
  /// Milliseconds from being assigned until the message came to the bot after all.
  let recoveredAfter: Int64?
  let isReplied: Bool
  let evidenceKind: String
  private let isDelivered: Bool
  private let isDeliveredInTime: Bool
  private let announcedSequence: Int32?
  private let someoneElseReplied: Bool

  init(_ subject: Subject, _ bot: Participant, _ settings: MissingFirstNotification.Settings) {
    let conversation = subject.conversation
    let assigned = bot.assigned.moment ?? bot.assignedInLog.moment
    self.assigned = assigned
    let thread = subject.threads.first { $0.dialog.id == conversation.id } ?? subject.threads.first
    self.thread = thread
    let entries = thread?.entries ?? []
    // What consumers wrote until the grace was over: later messages are later turns.
    let due = assigned?.adding(milliseconds: settings.grace)
    let first = entries.first { entry in
      entry.isFromConsumer && entry.message.kind != .unknown
        && (due.flatMap { due in entry.message.time.moment.map { $0 <= due } } ?? true)
    }?.message
    self.first = first
    let delivered = first.map { !$0.sightings.isDisjoint(with: [.live, .queried]) } ?? false
    isDelivered = delivered
    // In the log's own clock where both moments have one; otherwise a notification counts as sent when its message was.
    let inLog = first?.delivered.moment.flatMap { moment in
      bot.assignedInLog.moment.map { moment.milliseconds(since: $0) }
    }
    isDeliveredInTime = delivered && (inLog ?? 0) <= settings.grace
    recoveredAfter = delivered && !isDeliveredInTime ? inLog : nil
    announcedSequence = entries.last { $0.isFromConsumer && $0.message.sightings.contains(.lastContent) }?.message.sequence
    let queries = conversation.exchanges.filter { $0.kind == .query }
    // The answer that says most: one with messages, else a refusal, else any.
    query = queries.first { $0.items > 0 } ?? queries.first { $0.outcome.isRefusal } ?? queries.first
    let replies = entries.filter { entry in
      guard case .bot = entry.speaker else { return false }
      return !entry.message.marks.contains(.privateNote) && first.map { entry.message.sequence > $0.sequence } ?? false
    }
    isReplied = !replies.isEmpty
    someoneElseReplied = entries.contains { $0.speaker == .human || $0.speaker == .agent }
    evidenceKind =
      first.map {
        $0.sightings.contains(.lastContent) ? "last_content" : $0.sightings.contains(.history) ? "history" : "message"
      } ?? (conversation.unread.moment == nil ? "none" : "unread")
  }

  /// Nil where nothing is missing, or nothing proves that there was a message.
  func verdict(_ subject: Subject, _ settings: MissingFirstNotification.Settings) -> Verdict? {
    guard first != nil || subject.conversation.unread.moment != nil else { return nil }
    if isDeliveredInTime { return ignored(subject, settings) }
    switch subject.isCovered(settings.grace, after: assigned) {
    case .some(false): return .undecided
    case .none: return nil
    case .some(true): break
    }
    if isDelivered { return .found(cause: "recovered", severity: .info, confidence: .high) }
    let cause: String
    if let query {
      cause = query.outcome.isRefusal || query.outcome == .unanswered ? "query-failed" : "query-empty"
    } else {
      cause = "no-query"
    }
    // The platform's own word inside the bot's log is direct; a history record beside it is joined.
    let isDirect = first.map { $0.sightings.contains(.lastContent) } ?? true
    return .found(cause: cause, severity: isReplied ? .warning : .error, confidence: isDirect ? .high : .medium)
  }

  /// Bots that drop messages up to the sequence that the conversation change announced ignore the very first one.
  private func ignored(_ subject: Subject, _ settings: MissingFirstNotification.Settings) -> Verdict? {
    guard let first, !isReplied, !subject.botSpoke, !someoneElseReplied, first.text == .present else { return nil }
    guard first.sequence == 0 || (announcedSequence.map { first.sequence <= $0 } ?? false) else { return nil }
    guard subject.conversation.transferred.moment == nil else { return nil }
    if let closed = subject.conversation.closedAsOf.moment, let told = first.time.moment,
      closed.milliseconds(since: told) < settings.answerWithin
    {
      return nil
    }
    switch subject.isCovered(settings.answerWithin, after: first.time.moment) {
    case .some(true): return .found(cause: "delivered-not-answered", severity: .error, confidence: .medium)
    case .some(false): return .undecided
    case .none: return nil
    }
  }

  /// From being assigned until the message came, or until the log ends.
  func wait(_ subject: Subject) -> Int64? {
    recoveredAfter ?? assigned.flatMap { assigned in subject.end.map { $0.milliseconds(since: assigned) } }
  }
}

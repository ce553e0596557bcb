import Model

/// Finds conversations whose first consumer message the bot was never told of, though it was assigned.
public struct MissingFirstNotification: Detector {
  public struct Settings: DetectorSettings {
    public var grace: Int64 = 10_000
    public var answerWithin: Int64 = 60_000
    public init() {}

    public static let all: [Setting<Settings>] = [
      .duration(
        "grace", \.grace, 1000...120_000,
        "how long after being assigned the bot may wait for the first message; the SDK gives requests up after 10 s"),
      .duration(
        "answer-within", \.answerWithin, 1000...86_400_000,
        "how long a bot may leave a delivered first message without any reply"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    guard subject.knowledge.knowsBots else { return examination.setAside(.noBotKnown) }
    // Only the bot's own log can show what the bot was told.
    if subject.isHeld(by: "not-the-bots-log", !subject.conversation.marks.contains(.agentStream)) {
      return examination.setAside(.notBotConnection)
    }
    // The one whose log this is, where the log tells; a bot before it may have a log elsewhere.
    guard
      let bot = subject.assignedBots.first(where: { $0.assignedInLog.moment != nil }) ?? subject.firstBot?.participant
    else { return examination.judge() }
    if subject.isHeld(by: "no-message-events", !subject.knowledge.hasEvents(ofBot: bot.id)) {
      return examination.setAside(.noMessageEvents)
    }
    if subject.isHeld(by: "start-truncated", subject.startIsTruncated) { return examination.leaveUndecided() }
    let delivery = Delivery(subject, bot, settings)
    delivery.describe()
    switch delivery.verdict {
    case .none: examination.judge()
    case .undecided: examination.leaveUndecided()
    case .notApplicable(let reason): examination.setAside(reason)
    case .found(let cause, let severity, let confidence):
      examination.judge()
      examination.add(finding(cause, severity, confidence, delivery, bot, subject))
    }
  }

  private func finding(
    _ cause: String, _ severity: Severity, _ confidence: Confidence, _ delivery: Delivery, _ bot: Participant,
    _ subject: Subject
  ) -> Finding {
    var finding = Finding(
      Self.info, cause: cause, severity: severity, confidence: confidence, summary: .missed(cause, delivery),
      in: subject, time: delivery.assigned, bot: bot.id)
    finding.dialog = subject.mainThread?.dialog.id.text(subject.knowledge.names) ?? finding.dialog
    finding.sequence = delivery.first.map { Int64($0.sequence) }
    finding.evidence = delivery.first?.evidence ?? subject.conversation.evidence
    finding.metric = "wait_ms"
    finding.value = delivery.wait
    finding.threshold = settings.grace
    finding.details = [
      ("assigned_at", delivery.assigned.map { .text($0.description) } ?? .none),
      ("evidence", .text(delivery.evidenceKind)),
      ("unread", .flag(subject.conversation.unread.moment != nil)),
      ("query_seen", .flag(delivery.query != nil)),
      ("query_code", delivery.query?.outcome.code.map { .integer(Int64($0)) } ?? .none),
      ("query_items", delivery.query.map { .integer(Int64($0.items)) } ?? .none),
      ("first_content_sequence", delivery.first.map { .integer(Int64($0.sequence)) } ?? .none),
      ("recovered_after_ms", delivery.recoveredAfter.map { .integer($0) } ?? .none),
      ("replied", .flag(delivery.isReplied)),
      ("bot_login", subject.knowledge.persons.login(bot.id).map { .text($0) } ?? .none),
      ("outage", subject.outageDetail(ofBot: bot.id, at: delivery.assigned)),
    ]
    return finding
  }
}

extension Finding.Message {
  fileprivate static func missed(_ cause: String, _ delivery: Delivery) -> Self {
    let end =
      !delivery.isReplied ? "it never replied." : delivery.repliedInTime ? "it spoke all the same." : "it replied late."
    return switch cause {
    case "recovered": "The bot was not notified of the first message in time, but got it later."
    case "delivered-not-answered": "The bot was notified of the first message and did not answer it."
    case "query-failed": "The bot was not notified of the first message, its query failed, and \(end)"
    case "query-empty": "The bot was not notified of the first message, its query came back empty, and \(end)"
    default: "The bot was not notified of the first message, did not ask for it, and \(end)"
    }
  }
}

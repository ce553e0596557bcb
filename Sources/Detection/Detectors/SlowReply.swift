public import Model

/// Finds consumers who waited long for a bot's answer, or in vain.
public struct SlowReply: Detector {
  public struct Settings: DetectorSettings {
    public var warningAfter: Int64 = 15_000
    public var errorAfter: Int64 = 60_000
    public var typingWithin: Int64 = 15_000
    public init() {}

    public static let all: [Setting<Settings>] = [
      .duration(
        "warning-after", \.warningAfter, 0...86_400_000,
        "how long an answer may take; the platform's shortest timer for agents who do not respond is 15 s"),
      .duration(
        "error-after", \.errorAfter, 1000...86_400_000,
        "how long until the consumer was left waiting; the vendor's bot platform calls a conversation stuck after 60 s"),
      .duration(
        "typing-within", \.typingWithin, 0...600_000,
        "a bot that showed the consumer so soon before its answer that it was typing was not silent"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    guard subject.showsTurns(&examination) else { return }
    let (waits, _) = subject.noteWaits(into: &examination)
    if waits.isEmpty, subject.outline.longestWait < settings.warningAfter { return examination.judge() }
    let stalls = Dictionary(waits.map { ($0.turn.due.sequence, $0.wait) }) { first, _ in first }
    var found = false
    var isUndecided = false
    for turn in subject.turns(waitingFor: settings.warningAfter) {
      guard let (bot, verdict) = subject.verdict(of: turn, limit: settings.errorAfter) else { continue }
      switch verdict {
      case .excused: continue
      case .undecided:
        isUndecided = true
        continue
      case .answered(let wait):
        if wait < settings.warningAfter || subject.isHeld(by: "bot-typed", typed(before: turn, wait, subject)) {
          continue
        }
      case .unanswered: break
      }
      found = true
      let finding = finding(turn, bot, subject)
      guard let wait = stalls[turn.due.sequence], case .bot = turn.previous?.speaker else {
        examination.add(finding)
        continue
      }
      if subject.isHeld(by: "stalled", wait.outage != nil && !wait.isLate) { continue }
      examination.add(finding, waiting: wait)
    }
    if !found, isUndecided { examination.leaveUndecided() } else { examination.judge() }
  }

  /// Whether the consumer could see that the bot was at work.
  private func typed(before turn: Turn, _ wait: Int64, _ subject: Subject) -> Bool {
    guard wait < settings.errorAfter, let answered = turn.answer?.message.time.moment else { return false }
    return subject.conversation.agentTyped(
      from: answered.adding(milliseconds: -settings.typingWithin), to: answered)
  }

  private func finding(_ turn: Turn, _ bot: Participant, _ subject: Subject) -> Finding {
    let wait = turn.wait(of: bot)
    // A bot that answered did not ignore the message.
    let isLate = wait == nil && subject.isBeyondDelayCap(turn)
    let isLong = wait.map { $0 >= settings.errorAfter } ?? true
    let cause = isLate ? "cb-max-delay" : wait == nil ? "unanswered" : "slow"
    var finding = Finding(
      Self.info, cause: cause, severity: isLong ? .error : .warning, confidence: isLate ? .medium : .high,
      summary: .waited(cause, wait), in: subject, dialog: turn.dialog, message: turn.due, bot: bot.id)
    finding.metric = "wait_ms"
    finding.value = wait ?? subject.silence(after: turn, bot: bot)
    finding.threshold = isLong ? settings.errorAfter : settings.warningAfter
    let pause = turn.previous?.message.time.moment.flatMap { before in
      turn.began.map { $0.milliseconds(since: before) }
    }
    finding.details = [
      ("answered", .flag(wait != nil)),
      ("answer_sequence", turn.answer.map { .integer(Int64($0.message.sequence)) } ?? .none),
      ("last_bot_sequence", turn.previous.map { .integer(Int64($0.message.sequence)) } ?? .none),
      ("since_last_answer_ms", pause.map { .integer($0) } ?? .none),
      ("closed", .flag(subject.conversation.isClosed)),
      ("bot_login", subject.knowledge.persons.login(bot.id).map { .text($0) } ?? .none),
      ("outage", subject.outageDetail(ofBot: bot.id, at: turn.asked(bot))),
    ]
    return finding
  }

  /// Conversations that got stuck together are a restart's: they are reported as such.
  public func conclude(_ examination: Examination, _ knowledge: Knowledge) -> [Finding] {
    let stalled = WaitCluster.clusters(examination, knowledge).filter { $0.kind == .restart }.flatMap(\.waits)
    let together = Set(stalled)
    return examination.candidates.compactMap { candidate in
      guard let wait = candidate.wait else { return candidate.finding }
      return examination.isHeld(by: "stalled-together", together.contains(wait)) ? nil : candidate.finding
    }
  }
}

extension Finding.Message {
  fileprivate static func waited(_ cause: String, _ wait: Int64?) -> Self {
    let seconds = wait.map { "\($0 / 1000) seconds" }
    switch (cause, seconds) {
    case ("cb-max-delay", _):
      return "A consumer who came back late got no answer: the bot may ignore late messages on purpose."
    case (_, let seconds?): return "The consumer waited \(seconds) for the bot's answer."
    case (_, nil): return "The bot never answered this message of the consumer."
    }
  }
}

public import Model

/// Finds conversations that a bot had served and left unanswered after its program was restarted or lost its connection.
public struct StalledConversation: Detector {
  public struct Settings: DetectorSettings {
    public init() {}
    public static let all: [Setting<Settings>] = []
  }

  public init(settings: Settings) {}

  public func examine(_ subject: Subject, into examination: inout Examination) {
    guard subject.showsTurns(&examination) else { return }
    let (waits, isUndecided) = subject.noteWaits(into: &examination)
    var outages: Set<Outage> = []
    var found = false
    for (turn, bot, wait) in waits {
      guard case .bot = turn.previous?.speaker else { continue }
      if subject.isHeld(by: "delay-cap", wait.isLate) { continue }
      let timeline = subject.knowledge.timeline(of: wait.bot)
      if let outage = wait.outage, let timeline {
        // The first turn alone: the others waited for the same reason.
        guard outages.insert(outage).inserted else { continue }
        examination.add(finding(turn, bot, wait, cause(outage, timeline, subject), outage, subject))
        found = true
      } else if timeline?.showsConnection != true {
        examination.add(finding(turn, bot, wait, "restart", nil, subject), waiting: wait)
        found = true
      }
    }
    if !found, isUndecided { examination.leaveUndecided() } else { examination.judge() }
  }

  /// The first that holds: what ended the program explains more than what it failed to do afterwards.
  private func cause(_ outage: Outage, _ timeline: BotTimeline, _ subject: Subject) -> String {
    if outage.crashed { return "crash" }
    if outage.restarted { return "restart" }
    guard let ended = outage.ended else { return "reconnect-failed" }
    let hasQueried = subject.conversation.exchanges.contains { exchange in
      exchange.kind == .query && exchange.time.map { $0 >= ended } ?? false
    }
    return timeline.showsSubscriptions && !outage.resubscribed && !hasQueried ? "not-resubscribed" : "outage"
  }

  private func fingerprint(_ outage: Outage?, _ bot: Identifier, _ subject: Subject) -> String? {
    guard let outage, let timeline = subject.knowledge.timeline(of: bot) else { return nil }
    return subject.name(of: outage, timeline)
  }

  private func finding(
    _ turn: Turn, _ bot: Participant, _ wait: Wait, _ cause: String, _ outage: Outage?, _ subject: Subject
  ) -> Finding {
    let isAnswered = turn.answer != nil
    var finding = Finding(
      Self.info, cause: cause, severity: isAnswered ? .warning : .error, confidence: outage == nil ? .medium : .high,
      summary: .stalled(cause, isAnswered), in: subject, dialog: turn.dialog, message: turn.due, bot: wait.bot)
    let left = subject.messagesEnd(wait.bot)
    finding.metric = "wait_ms"
    finding.value = wait.milliseconds ?? subject.silence(after: turn, bot: bot)
    finding.threshold = subject.knowledge.shared.stallAfter
    finding.details = [
      ("last_bot_sequence", turn.previous.map { .integer(Int64($0.message.sequence)) } ?? .none),
      ("answered", .flag(isAnswered)),
      ("closed", .flag(subject.conversation.isClosed)),
      ("outage_began", outage.map { .text($0.began.description) } ?? .none),
      ("outage_ended", outage?.ended.map { .text($0.description) } ?? .none),
      ("outage_ms", outage?.milliseconds(until: left).map { .integer($0) } ?? .none),
      ("close_code", outage?.closeCode.map { .integer(Int64($0)) } ?? .none),
      ("reconnect_attempts", outage.map { .integer(Int64($0.attempts)) } ?? .none),
      ("last_error_code", outage?.lastFailure?.code.map { .integer(Int64($0)) } ?? .none),
      ("resubscribed", outage.map { .flag($0.resubscribed) } ?? .none),
      ("stalled_together", .none),
      ("bot_login", subject.knowledge.persons.login(wait.bot).map { .text($0) } ?? .none),
      ("outage", fingerprint(outage, wait.bot, subject).map { .text($0) } ?? .none),
    ]
    return finding
  }

  /// Where no log shows the connection, only several conversations that get stuck together, while new ones are served, show a restart.
  public func conclude(_ examination: Examination, _ knowledge: Knowledge) -> [Finding] {
    var together: [Wait: Int64] = [:]
    for cluster in WaitCluster.clusters(examination, knowledge) {
      // Of a bot that serves nobody any more, the connector is offline.
      if examination.isHeld(by: "serves-nobody", cluster.kind == .silence) { continue }
      for wait in cluster.waits { together[wait] = Int64(cluster.waits.count) }
    }
    return examination.candidates.compactMap { candidate in
      guard let wait = candidate.wait else { return candidate.finding }
      guard let count = together[wait] else { return nil }
      var finding = candidate.finding
      finding.details = finding.details.map { $0.key == "stalled_together" ? ($0.key, .integer(count)) : $0 }
      return finding
    }
  }
}

extension Finding.Message {
  fileprivate static func stalled(_ cause: String, _ isAnswered: Bool) -> Self {
    let end = isAnswered ? "and the consumer waited long for an answer." : "and the consumer got no answer any more."
    return switch cause {
    case "crash": "The bot's program ended by an error, \(end)"
    case "restart": "The bot was restarted during the conversation, \(end)"
    case "reconnect-failed": "The bot lost its connection and never came back, \(end)"
    case "not-resubscribed": "The bot came back without asking for its open conversations, \(end)"
    default: "The bot lost its connection for a while, \(end)"
    }
  }
}

import Model

/// One thing that `ConnectorOffline` found of a bot, whichever evidence shows it, on its way to a finding.
struct OfflineReport {
  let cause: String
  let first: BotTimeline.Entry
  let began: Timestamp
  let ended: Timestamp?
  var confidence = Confidence.high
  var attempts = 0
  var failures: [AgentEvent] = []
  var closeCode: Int32?
  var crashed = false
  var restarted = false
  var missing: Set<AgentEvent.Kind> = []
  var count = 0
  var limit: Int64 = 0

  init(_ cause: String, _ disconnection: Disconnection, _ outage: Outage?) {
    self.cause = cause
    (first, began, ended) = (disconnection.first, disconnection.began, disconnection.ended)
    failures = disconnection.failures.map(\.event)
    attempts = outage?.attempts ?? failures.count
    (closeCode, crashed, restarted) = (outage?.closeCode, outage?.crashed ?? false, outage?.restarted ?? false)
  }

  init(_ gap: HeartbeatGap) {
    cause = "silent"
    (first, began, ended, limit) = (gap.last, gap.began, gap.ended, gap.limit)
  }

  init(_ connection: IdleConnection) {
    cause = "not-online"
    (first, began, ended, missing) = (connection.connected, connection.began, connection.ended, connection.missing)
  }

  init(_ collision: SessionCollision) {
    cause = "session-collision"
    first = collision.connections[0]
    began = first.event.time ?? collision.ended
    ended = collision.ended
    count = collision.connections.count
    confidence = .medium
  }

  var sight: String { "\(cause) from \(began) to \(ended.map(\.description) ?? "the end of the log")" }

  func finding(about subject: BotSubject, _ settings: ConnectorOffline.Settings) -> Finding {
    var finding = Finding(
      ConnectorOffline.info, cause: cause, severity: .warning, confidence: confidence,
      summary: .offline(cause, isOver: ended != nil), about: subject, since: first, began: began)
    let lasted = (ended ?? subject.accountEnd).map { max(0, $0.milliseconds(since: began)) }
    switch cause {
    case "unauthorized":
      finding.metric = "refusals"
      finding.value = Int64(failures.count(where: \.isUnauthorized))
      finding.threshold = settings.minRefusals
    case "session-collision":
      finding.metric = "collisions"
      finding.value = Int64(count)
      finding.threshold = settings.minCollisions
    default:
      finding.metric = "offline_ms"
      finding.value = lasted
      finding.threshold =
        cause == "silent" ? limit : cause == "not-online" ? settings.onlineWithin : settings.offlineAfter
    }
    let up = subject.timeline.processes.count { $0.isUp(from: began, to: ended) }
    finding.details = Self.details(
      began: began, ended: ended, lasted: lasted, login: subject.loginOrName, attempts: attempts, failures: failures,
      closeCode: closeCode, crashed: crashed, restarted: restarted,
      missing: missing.map { $0 == .availability ? "SetAgentState" : "SubscribeRoutingTasks" }.sorted(),
      collisions: cause == "session-collision" ? Int64(count) : nil, handovers: nil,
      connectors: cause == "failed-connection" || cause == "unauthorized" ? Int64(up) : nil)
    return finding
  }

  /// The same keys for every cause.
  private static func details(
    began: Timestamp, ended: Timestamp?, lasted: Int64?, login: String?, attempts: Int = 0, failures: [AgentEvent] = [],
    closeCode: Int32? = nil, crashed: Bool = false, restarted: Bool = false, missing: [String] = [],
    collisions: Int64? = nil, handovers: Int64? = nil, connectors: Int64? = nil
  ) -> [(key: String, value: DetailValue)] {
    func list(_ words: some Sequence<String>) -> DetailValue {
      let text = Set(words).sorted().joined(separator: " ")
      return text.isEmpty ? .none : .text(text)
    }
    return [
      ("login", login.map { .text($0) } ?? .none),
      ("started", .text(began.description)),
      ("ended", ended.map { .text($0.description) } ?? .none),
      ("duration_ms", lasted.map { .integer($0) } ?? .none),
      ("attempts", .integer(Int64(attempts))),
      ("codes", list(failures.compactMap { ($0.outcome.code ?? $0.code).map(String.init) })),
      ("services", list(failures.map(\.service).filter { $0 != .unknown }.map { "\($0)" })),
      ("close_code", closeCode.map { .integer(Int64($0)) } ?? .none),
      ("crashed", .flag(crashed)),
      ("restarted", .flag(restarted)),
      ("missing_requests", list(missing)),
      ("collisions", collisions.map { .integer($0) } ?? .none),
      ("handed_on", handovers.map { .integer($0) } ?? .none),
      ("other_connectors_up", connectors.map { .integer($0) } ?? .none),
      ("conversations_affected", .integer(0)),
      ("unanswered_messages", .integer(0)),
    ]
  }

  // MARK: What only conversations show

  /// - Parameter run: conversations that a bot handed on without a word.
  static func candidate(_ run: HandoverRun, _ settings: ConnectorOffline.Settings, _ knowledge: Knowledge) -> Candidate
  {
    let first = run.handovers[0]
    let last = run.handovers.map(\.passedOn).max() ?? first.assigned
    let count = Int64(run.handovers.count)
    var finding = Finding(
      "vendor-interruption", bot: first.bot, account: first.account, began: first.assigned, first.evidence, knowledge)
    finding.metric = "handed_on"
    finding.value = count
    finding.threshold = settings.minHandovers
    finding.details = details(
      began: first.assigned, ended: last, lasted: last.milliseconds(since: first.assigned),
      login: knowledge.persons.login(first.bot), handovers: count)
    return Candidate(finding: finding, span: BotSpan(person: first.person, began: first.assigned, ended: last))
  }

  static func candidate(_ cluster: WaitCluster, _ knowledge: Knowledge) -> Candidate {
    let first = cluster.waits[0]
    var finding = Finding(
      "silent", bot: first.bot, account: first.account, began: cluster.began, first.evidence, knowledge)
    let end = knowledge.end(of: first.account)
    let lasted = end.map { max(0, $0.milliseconds(since: cluster.began)) }
    finding.metric = "offline_ms"
    finding.value = lasted
    finding.threshold = knowledge.shared.stallAfter
    finding.details = details(
      began: cluster.began, ended: nil, lasted: lasted, login: knowledge.persons.login(first.bot))
    return Candidate(finding: finding, span: BotSpan(person: cluster.person, began: cluster.began, ended: nil))
  }
}

extension Disconnection {
  var sight: String {
    "no connection from \(began) to \(ended.map(\.description) ?? "the end of the log"), failures \(failures.count)"
  }
}

extension Finding {
  /// A finding about a bot of whose connection no log tells.
  fileprivate init(
    _ cause: String, bot: Identifier, account: Identifier, began: Timestamp, _ evidence: Evidence,
    _ knowledge: Knowledge
  ) {
    let info = ConnectorOffline.info
    let names = knowledge.names
    self.init(
      time: began, severity: .warning, detector: info.id, cause: cause, confidence: .low,
      summary: .offline(cause, isOver: true), remedy: info.causes.first { $0.id == cause }?.remedy ?? info.remedy,
      documentation: info.documentation,
      fingerprint: Fingerprint.of(info.id, account.text(names), bot.text(names), cause, Fingerprint.minute(began)))
    self.account = account.isAbsent ? nil : account.text(names)
    self.bot = knowledge.persons.name(ofBot: bot)
    self.evidence = evidence
  }

  mutating func setDetail(_ key: String, _ value: DetailValue) {
    if let index = details.firstIndex(where: { $0.key == key }) { details[index].value = value }
  }
}

extension Finding.Message {
  fileprivate static func offline(_ cause: String, isOver: Bool) -> Self {
    let end = isOver ? "." : " and has not come back."
    return switch cause {
    case "failed-connection":
      isOver ? "The bot's connector failed to connect for some time." : "The bot's connector cannot connect\(end)"
    case "unauthorized": "The bot's connector was refused as unauthorized, and had never been let in before."
    case "session-collision": "Two programs of one bot user throw each other out."
    case "not-online": "The bot connected, but did not go online or did not ask for its conversations."
    case "vendor-interruption": "The bot handed on one conversation after the other without a word."
    default: isOver ? "The bot's connector fell silent." : "The bot's connector fell silent\(end)"
    }
  }
}

public import Model

/// Finds people who asked to join a conversation that a bot has, and were refused.
public struct ManagerJoinRefused: Detector {
  public struct Settings: DetectorSettings {
    public var retryWindow: Int64 = 60_000
    public var changeWindow: Int64 = 60_000
    public var warningConversations: Int64 = 3
    public init() {}

    public static let all: [Setting<Settings>] = [
      .duration(
        "retry-window", \.retryWindow, 0...86_400_000,
        "somebody whose request for the same succeeds so near to the refused one is in the conversation after all"),
      .duration(
        "change-window", \.changeWindow, 0...86_400_000,
        "a conversation that was closed or handed on so near to the request had changed under the user's hands"),
      .integer(
        "warning-conversations", \.warningConversations, 1...1_000_000,
        "conversations of one day from which a user's refusals are a warning"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    guard subject.knowledge.knowsBots else { return examination.setAside(.noBotKnown) }
    guard subject.conversation.marks.contains(.agentStream) || !subject.conversation.exchanges.isEmpty else {
      return examination.setAside(.notAgentRequests)
    }
    var open = (undecided: false, timeless: false)
    var found = false
    let requests = subject.conversation.exchanges.filter { $0.kind == .join && $0.outcome.isRefusal }
    if requests.isEmpty { return examination.judge() }
    let around = JoinSurroundings(subject)
    for request in requests {
      guard let time = request.time else {
        open.timeless = true
        continue
      }
      let join = RefusedJoin(around, request, time)
      if isExcused(join) { continue }
      let isCovered = join.isCovered(settings.retryWindow)
      if subject.isHeld(by: "log-ends", !isCovered) {
        open.undecided = true
        continue
      }
      found = true
      examination.add(finding(join), in: join.bucket)
    }
    if found { return examination.judge() }
    if open.undecided { return examination.leaveUndecided() }
    if open.timeless { return examination.setAside(.noTimes) }
    examination.judge()
  }

  private func isExcused(_ join: RefusedJoin) -> Bool {
    let subject = join.subject
    return subject.isHeld(by: "reader", ![.manager, .assignedAgent].contains(join.request.askedRole))
      || subject.isHeld(by: "server-error", (join.request.outcome.code ?? 0) > 499)
      || subject.isHeld(by: "asked-by-a-bot", join.isAskedByBot)
      || subject.isHeld(by: "joined-after-all", join.succeeds(within: settings.retryWindow))
      || subject.isHeld(by: "survey", join.isInSurvey)
      || subject.isHeld(by: "closed-or-handed-on", join.isDisturbed(within: settings.changeWindow))
      || subject.isHeld(by: "not-a-bots", join.bot == nil)
  }

  private func finding(_ join: RefusedJoin) -> Finding {
    let names = join.subject.knowledge.names
    let cause = join.cause(closedBefore: settings.changeWindow)
    var finding = Finding(
      Self.info, cause: cause, severity: .info, confidence: join.request.hasReason ? .medium : .low,
      summary: .refused(cause, join.request), in: join.subject, time: join.time, bot: join.bot?.id)
    let user = join.user.isAbsent ? nil : join.user.text(names)
    if let user { finding.fingerprint = Fingerprint.of(Self.info.id, finding.account ?? "", user, join.day) }
    finding.evidence = join.request.evidence
    finding.metric = "conversations"
    finding.threshold = settings.warningConversations
    finding.details = [
      ("user_id", user.map { .text($0) } ?? .none),
      ("requested_role", .text(join.request.askedRole == .assignedAgent ? "ASSIGNED_AGENT" : "MANAGER")),
      ("response_code", join.request.outcome.code.map { .integer(Int64($0)) } ?? .none),
      ("has_reason", .flag(join.request.hasReason)),
      ("assignee_bot", join.bot.flatMap { join.subject.knowledge.persons.login($0.id) }.map { .text($0) } ?? .none),
      ("channel_type", join.channelType.map { .text($0) } ?? .none),
      ("attempts", .none),
      ("conversations", .none),
      ("later_success", .flag(join.succeeds(within: nil))),
    ]
    return finding
  }

  /// One finding a user and day: what was refused first, and how often it was.
  public func conclude(_ examination: Examination, _ knowledge: Knowledge) -> [Finding] {
    struct Group: Hashable {
      let bucket: Bucket?
      /// Of a user that nothing names, each conversation stands alone.
      let conversation: String?
    }
    var groups: [Group: [Finding]] = [:]
    for candidate in examination.candidates {
      let isNamed = candidate.bucket.map { $0.user != nil } ?? false
      let group = Group(bucket: candidate.bucket, conversation: isNamed ? nil : candidate.finding.conversation)
      groups[group, default: []].append(candidate.finding)
    }
    return groups.values.compactMap { refusals in
      guard var first = refusals.min(by: Self.precedes) else { return nil }
      let conversations = Int64(Set(refusals.map(\.conversation)).count)
      first.value = conversations
      if conversations >= settings.warningConversations { first.severity = .warning }
      first.details = first.details.map { detail in
        switch detail.key {
        case "attempts": (detail.key, .integer(Int64(refusals.count)))
        case "conversations": (detail.key, .integer(conversations))
        default: detail
        }
      }
      return first
    }
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    let times = (left.time?.milliseconds ?? .max, right.time?.milliseconds ?? .max)
    if times.0 != times.1 { return times.0 < times.1 }
    let conversations = (left.conversation ?? "", right.conversation ?? "")
    if conversations.0 != conversations.1 { return conversations.0 < conversations.1 }
    guard let evidence = left.evidence else { return right.evidence != nil }
    return right.evidence.map { evidence < $0 } ?? false
  }
}

extension Finding.Message {
  fileprivate static func refused(_ cause: String, _ request: Exchange) -> Self {
    let what = "A request to join a bot's conversation was refused with code \(request.outcome.code ?? 0)"
    return switch cause {
    case "chat-channel": "\(what): it is a live chat."
    case "suggested-agent": "\(what): the user was only suggested to it as an agent."
    case "already-participant": "\(what): the user was in it already."
    case "not-open": "\(what): it was not open any more."
    default: "\(what); nothing in the log says why."
    }
  }
}

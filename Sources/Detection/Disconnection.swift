import Model

/// A span in which a bot's program had no connection, or was only seen to fail to connect: an outage, or what came before the first
/// connection that its log shows.
public struct Disconnection: Sendable {
  /// What it began with: its finding is named after that.
  let first: BotTimeline.Entry
  let began: Timestamp
  /// When the program was connected; nil where it never was before its log ends.
  var ended: Timestamp?
  /// The place of its outage among those of its program; nil where no connection is known to have been lost.
  var outageIndex: Int?
  /// What went wrong while it tried to connect.
  var failures: [BotTimeline.Entry] = []

  init(first: BotTimeline.Entry, began: Timestamp) {
    self.first = first
    self.began = began
  }

  /// Failures that are not a refused login or token.
  var errors: [BotTimeline.Entry] { failures.filter { !$0.event.isUnauthorized && !$0.event.isOfRefresh } }

  /// The longest run of refused logins and sockets, whose other failures are none.
  var refusals: [BotTimeline.Entry] {
    let failures = failures.filter { !$0.event.isOfRefresh }
    var longest = 0..<0
    var start = 0
    for (place, entry) in failures.enumerated() {
      if !entry.event.isUnauthorized { start = place + 1 }
      if place + 1 - start > longest.count { longest = start..<place + 1 }
    }
    return Array(failures[longest])
  }
}

extension AgentEvent {
  /// 401 of the login or the socket.
  var isUnauthorized: Bool {
    (outcome.code ?? code) == 401 && service != .domains && (kind == .login || kind == .failed)
  }

  /// The session's renewal, which the SDK repairs by itself by logging in again.
  var isOfRefresh: Bool { kind == .failed && service == .sessionRefresh }

  /// The program, or the platform for it, told that it was let in: connected, logged in, or answered.
  var isLetIn: Bool {
    switch kind {
    case .connected: true
    case .login, .heartbeat, .conversationsSubscribed, .ringsSubscribed, .messagesQueried: outcome.isSuccess
    case .availability: isOfProgram && outcome.isSuccess
    default: false
    }
  }
}

/// What a disconnection comes to.
struct DisconnectionVerdict {
  /// Causes by which it is reported, the most telling first.
  var causes: [String] = []
  var isUndecided = false
}

extension Disconnection {
  /// - Parameter process: the place of the program that lost it among the bot's.
  func verdict(
    _ subject: BotSubject, process: Int, _ settings: ConnectorOffline.Settings
  ) -> DisconnectionVerdict {
    var verdict = DisconnectionVerdict()
    let errors = errors
    let refusals = refusals
    let hasErrors = Int64(errors.count) >= settings.minErrors
    let hasRefusals = Int64(refusals.count) >= settings.minRefusals
    // One error, or none, is a program that was stopped, or a log that does not tell.
    guard hasErrors || hasRefusals else { return verdict }
    let outage = outageIndex.map { subject.timeline.processes[process].outages[$0] }
    let isRenewed = ended.map { $0.milliseconds(since: began) < settings.refreshWithin } ?? false
    if subject.isHeld(by: "token-refresh", isRenewed && outage?.closeCode.map(Self.refreshCodes.contains) ?? false) {
      return verdict
    }
    let others = subject.timeline.processes.enumerated().filter { $0.offset != process }.map(\.element)
    if subject.isHeld(by: "another-connector", others.contains { $0.isUp(from: began, to: ended) }) { return verdict }
    if hasErrors, let tried = errors[0].event.time {
      let end = ended ?? subject.end ?? tried
      let isLong = end.milliseconds(since: tried) >= settings.offlineAfter
      if ended == nil, subject.isHeld(by: "log-ends", !isLong) {
        verdict.isUndecided = true
      } else if !subject.isHeld(by: "short-gap", ended != nil && !isLong) {
        verdict.causes.append("failed-connection")
      }
    }
    if hasRefusals, let refused = refusals[0].event.time,
      !subject.isHeld(by: "served-before", subject.wasLetIn(before: refused))
    {
      verdict.causes.append("unauthorized")
    }
    return verdict
  }

  /// The socket's codes for a token that is over (node-agent-sdk, README).
  static let refreshCodes: Set<Int32> = [4401, 4407, 1011]
}

extension BotSubject {
  /// Whether anything that was read shows the bot connected, logged in or speaking before a moment. A program that nothing names may be
  /// any of those that nothing names.
  func wasLetIn(before moment: Timestamp) -> Bool {
    if let first = timeline.lives.first, first < moment { return true }
    let letIn = timeline.id.isAbsent ? knowledge.botTimelines.unnamedLetIn : timeline.letIn
    return letIn.moment.map { $0 < moment } ?? false
  }
}

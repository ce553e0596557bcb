import Model

/// A login, or what came near one, of a bot.
struct LoginAttempt {
  enum Answer {
    case success, refused, limited, blocked
  }

  var entry: BotTimeline.Entry
  let time: Timestamp
  let answer: Answer
  /// A login, and no other sign that the bot was let in.
  let isLogin: Bool
  var address: Identifier
  var method: AgentEvent.Method
  var step: AgentEvent.Step

  var code: Int32? { entry.event.outcome.code ?? entry.event.code }
}

/// A run of failed logins without a success between.
struct LoginIncident {
  /// At least one, by time.
  var failures: [LoginAttempt]
  /// What let the bot in before, and after.
  let before: LoginAttempt?
  var after: LoginAttempt?

  var refusals: [LoginAttempt] { failures.filter { $0.answer == .refused } }
  var first: LoginAttempt { failures[0] }
  var last: LoginAttempt { failures[failures.count - 1] }
}

/// A bot's logins, and what they come to.
struct LoginHistory {
  /// By time.
  private(set) var attempts: [LoginAttempt] = []
  /// Logins that ended in an error of the server or the network, by time: nothing of the bot's own, but it had tried.
  private var unserved: [Timestamp] = []
  private(set) var incidents: [LoginIncident] = []
  /// Logins from public addresses, by time.
  private var origins: [(time: Timestamp, address: Identifier)] = []
  /// The place in `attempts` of each, by where and when it was.
  private var places: [Place: Int] = [:]

  private struct Place: Hashable {
    let evidence: Evidence
    let time: Timestamp

    init(_ attempt: LoginAttempt) { (evidence, time) = (attempt.entry.evidence, attempt.time) }
  }
  /// Public addresses from which it ever was let in.
  private(set) var knownAddresses: Set<Identifier> = []

  init(_ subject: BotSubject) {
    for entry in subject.timeline.entries {
      guard let attempt = Self.attempt(entry, subject) else {
        noteUnserved(entry.event)
        continue
      }
      if let last = attempts.last, let merged = Self.merge(last, attempt) {
        attempts[attempts.count - 1] = merged
      } else {
        attempts.append(attempt)
      }
    }
    var before: LoginAttempt?
    var open: LoginIncident?
    for attempt in attempts {
      if !attempt.address.isAbsent { origins.append((attempt.time, attempt.address)) }
      if attempt.answer == .success {
        open?.after = attempt
        if let incident = open { incidents.append(incident) }
        (open, before) = (nil, attempt)
        if !attempt.address.isAbsent { knownAddresses.insert(attempt.address) }
      } else if open == nil {
        open = LoginIncident(failures: [attempt], before: before, after: nil)
      } else {
        open?.failures.append(attempt)
      }
    }
    if let open { incidents.append(open) }
    for (place, attempt) in attempts.enumerated() {
      if places[Place(attempt)] == nil { places[Place(attempt)] = place }
    }
  }

  private static func attempt(_ entry: BotTimeline.Entry, _ subject: BotSubject) -> LoginAttempt? {
    let event = entry.event
    guard let time = event.time, !event.isSnapshot, let answer = answer(event, subject) else { return nil }
    return LoginAttempt(
      entry: entry, time: time, answer: answer, isLogin: event.kind == .login, address: event.address,
      method: event.method, step: event.step)
  }

  private mutating func noteUnserved(_ event: AgentEvent) {
    guard event.kind == .login, !event.isSnapshot, let time = event.time else { return }
    // Who logs a failure once more, without its code, does so at once.
    let isCopy =
      (event.outcome.code ?? event.code) == nil
      && attempts.last.map { time.milliseconds(since: $0.time) <= 1000 } ?? false
    if !isCopy { unserved.append(time) }
  }

  private static func answer(_ event: AgentEvent, _ subject: BotSubject) -> LoginAttempt.Answer? {
    let code = event.outcome.code ?? event.code
    switch event.kind {
    case .connected: return .success
    case .login where event.outcome.isSuccess: return .success
    case .login:
      switch code {
      case 401, 403: return .refused
      case 429: return .limited
      case 451: return .blocked
      default: return subject.isHeld(by: "server-error", true) ? nil : .refused
      }
    case .failed where code == 401 || code == 403:
      // The session is renewed, or a socket opened, with the token of a login that had succeeded.
      let guardID = event.service == .sessionRefresh ? "session-refresh" : "socket-refused"
      return subject.isHeld(by: guardID, true) ? nil : .refused
    default: return nil
    }
  }

  /// One failure that two loggers wrote, each with what the other does not know.
  private static func merge(_ one: LoginAttempt, _ other: LoginAttempt) -> LoginAttempt? {
    guard one.isLogin, other.isLogin, one.code == other.code, one.answer == other.answer,
      other.time.milliseconds(since: one.time) <= 1000
    else { return nil }
    let isOrigin = (one.address.isAbsent && one.method == .unknown, other.address.isAbsent && other.method == .unknown)
    let isStep = (one.step == .unknown, other.step == .unknown)
    guard isOrigin.0 != isOrigin.1, isStep.0 != isStep.1 else { return nil }
    var merged = one
    if isOrigin.0 { (merged.address, merged.method) = (other.address, other.method) }
    if isStep.0 { merged.step = other.step }
    return merged
  }

  /// Milliseconds until the next login, whatever it ended in; nil where there was none.
  func retryGap(after attempt: LoginAttempt) -> Int64? {
    guard let index = places[Place(attempt)] else { return nil }
    let next = attempts[(index + 1)...].first { $0.isLogin }?.time
    let place = unserved.partitioningIndex { $0 > attempt.time }
    let failed = place < unserved.count ? unserved[place] : nil
    return [next, failed].compactMap(\.self).min().map { $0.milliseconds(since: attempt.time) }
  }

  /// The least span between two logins of an incident.
  func minimumRetryGap(_ incident: LoginIncident) -> Int64? {
    zip(incident.failures.dropFirst(), incident.failures).map { $0.time.milliseconds(since: $1.time) }.min()
  }

  /// How many different addresses the logins had that are no further from a failure of each incident than a span.
  func addressCounts(within span: Int64) -> [Int] {
    // Incidents come by time, and so do the logins near them: those of one are left where those of the next begin.
    var near: [Identifier: Int] = [:]
    var (start, end) = (0, 0)
    return incidents.map { incident in
      let failures = incident.refusals.filter { !$0.address.isAbsent }
      guard let first = failures.first?.time, let last = failures.last?.time else { return 0 }
      let (began, ended) = (first.adding(milliseconds: -span), last.adding(milliseconds: span))
      while end < origins.count, origins[end].time <= ended {
        near[origins[end].address, default: 0] += 1
        end += 1
      }
      while start < end, origins[start].time < began {
        near[origins[start].address, default: 0] -= 1
        if near[origins[start].address] == 0 { near[origins[start].address] = nil }
        start += 1
      }
      return near.count
    }
  }
}

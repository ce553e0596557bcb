import Model

/// What an incident of failed logins comes to.
struct LoginVerdict {
  let cause: String
  let severity: Severity
  let confidence: Confidence
  /// What it was measured by.
  var metric = "consecutive_failures"
  var value: Int64
  var threshold: Int64
}

/// Weighs the incidents of one bot.
struct LoginJudgement {
  let subject: BotSubject
  let history: LoginHistory
  let states: AccountStates
  let settings: BotLoginFailure.Settings
  /// Of each incident, from how many addresses logins came around it.
  let addressCounts: [Int]
  private let worksByOAuth1: Bool
  /// The flips that were met last: the next incident mostly is another of them.
  private var run = 0..<0

  init(subject: BotSubject, history: LoginHistory, states: AccountStates, settings: BotLoginFailure.Settings) {
    (self.subject, self.history, self.states, self.settings) = (subject, history, states, settings)
    addressCounts = history.addressCounts(within: settings.addressWindow)
    worksByOAuth1 = history.attempts.contains { $0.answer == .success && $0.isLateOAuth1 }
  }

  /// The first cause that holds.
  mutating func verdict(of index: Int) -> LoginVerdict? {
    let incident = history.incidents[index]
    let refusals = incident.refusals
    let count = Int64(refusals.count)
    func verdict(_ cause: String, _ severity: Severity, _ confidence: Confidence, _ threshold: Int64) -> LoginVerdict {
      LoginVerdict(cause: cause, severity: severity, confidence: confidence, value: count, threshold: threshold)
    }
    let isRecovered =
      !refusals.isEmpty && incident.after != nil
      && subject.isHeld(by: "recovered", count < settings.loginMaxFailures)
    if !refusals.isEmpty, !isRecovered, let found = addressVerdict(incident, addressCounts[index]) { return found }
    let disabled = states.disabled(during: incident, slack: settings.loginWindow)
    let byHand = disabled.contains { $0.event.byAdministrator == true }
    let isByHand = byHand && !refusals.isEmpty && subject.isHeld(by: "by-hand", byHand)
    if !refusals.isEmpty, !disabled.isEmpty, !isByHand { return verdict("disabled", .error, .high, 1) }
    if let blocked = incident.failures.first(where: { $0.answer == .blocked }) {
      return LoginVerdict(
        cause: "blocked", severity: .warning, confidence: .high, metric: "status_code",
        value: blocked.code.map(Int64.init) ?? 451, threshold: 451)
    }
    if let gap = limitedRetryGap(incident) {
      return LoginVerdict(
        cause: "rate-limited", severity: .warning, confidence: .high, metric: "retry_gap_ms", value: gap,
        threshold: settings.retryGap)
    }
    if refusals.isEmpty { return nil }
    if !isRecovered, isOAuth1Ended(refusals) { return verdict("oauth1-ended", .warning, .medium, 1) }
    // Whoever enables the user again does not make it a mistyped password.
    if let idle = idleTime(before: incident), idle >= settings.inactiveAfter {
      return LoginVerdict(
        cause: "inactive", severity: .warning, confidence: .medium, metric: "idle_ms", value: idle,
        threshold: settings.inactiveAfter)
    }
    if !isByHand {
      let flips = flips(around: index)
      if Int64(flips.count) >= settings.flips {
        // One finding for all of them, at the first.
        return flips.lowerBound == index ? verdict("disabled", .error, .medium, settings.flips) : nil
      }
      if lastsLong(refusals) { return verdict("disabled", .error, .low, settings.disabledFailures) }
    }
    return isDense(refusals) ? verdict("login-failures", .warning, .high, settings.loginMaxFailures) : nil
  }

  // MARK: By address

  /// The failures come from addresses from which the bot was never let in, and the bot has several.
  private func addressVerdict(_ incident: LoginIncident, _ count: Int) -> LoginVerdict? {
    let failing = Set(incident.refusals.map(\.address).filter { !$0.isAbsent })
    guard !failing.isEmpty, incident.refusals.count > 1 else { return nil }
    guard Int64(count) >= settings.addresses else { return nil }
    if subject.isHeld(by: "address-worked", !failing.isDisjoint(with: history.knownAddresses)) { return nil }
    let siblings = LoginSiblings(subject, incident, slack: settings.loginWindow)
    return LoginVerdict(
      cause: "ip-policy", severity: .error, confidence: siblings.worksFromElsewhere ? .high : .medium,
      metric: "addresses", value: Int64(count), threshold: settings.addresses)
  }

  // MARK: By time

  private func limitedRetryGap(_ incident: LoginIncident) -> Int64? {
    let gaps = incident.failures.filter { $0.answer == .limited }.compactMap { history.retryGap(after: $0) }
    guard let gap = gaps.min(), !subject.isHeld(by: "retried-late", gap >= settings.retryGap) else { return nil }
    return gap
  }

  private func isOAuth1Ended(_ refusals: [LoginAttempt]) -> Bool {
    guard refusals.contains(where: \.isLateOAuth1) else { return false }
    return !subject.isHeld(by: "oauth1-works", worksByOAuth1)
  }

  /// How long the bot had not been seen at work when its logins began to fail.
  private func idleTime(before incident: LoginIncident) -> Int64? {
    let began = incident.first.time
    guard let login = incident.before?.time else { return nil }
    let (lives, entries) = (subject.timeline.lives, subject.timeline.entries)
    let spoke = lives[..<lives.partitioningIndex { $0 >= began }].last
    let signs = entries[..<entries.partitioningIndex { $0.event.time.map { $0 >= began } ?? true }].last {
      $0.event.isLetIn
    }
    let seen = max(spoke ?? login, signs?.event.time ?? login)
    let idle = began.milliseconds(since: login)
    if idle >= settings.inactiveAfter,
      subject.isHeld(by: "still-at-work", began.milliseconds(since: max(seen, login)) < settings.inactiveAfter)
    {
      return nil
    }
    return idle
  }

  // MARK: By count

  /// Incidents in a row that began soon after the bot was let in, of which one is asked for: each time it was disabled again.
  private mutating func flips(around index: Int) -> Range<Int> {
    if run.contains(index) { return run }
    guard isFlip(index) else { return index..<index }
    var before = index
    while before > 0, isFlip(before - 1), isNear(before - 1, before) { before -= 1 }
    var after = index + 1
    while after < history.incidents.count, isFlip(after), isNear(after - 1, after) { after += 1 }
    run = before..<after
    return run
  }

  private func isNear(_ one: Int, _ other: Int) -> Bool {
    history.incidents[other].first.time.milliseconds(since: history.incidents[one].first.time) <= settings.addressWindow
  }

  private func isFlip(_ index: Int) -> Bool {
    let incident = history.incidents[index]
    guard let before = incident.before?.time, let refused = incident.refusals.first?.time,
      refused.milliseconds(since: before) <= settings.flipWithin
    else { return false }
    // Nobody enables an account within a minute: a login that fails and then succeeds was no disabled user's.
    let recovered = incident.after.map { $0.time.milliseconds(since: refused) < 60_000 } ?? false
    return !subject.isHeld(
      by: "recovered", recovered && Int64(incident.refusals.count) < settings.loginMaxFailures)
  }

  private func lastsLong(_ refusals: [LoginAttempt]) -> Bool {
    if Int64(refusals.count) >= settings.disabledFailures { return true }
    let third = Int(clamping: settings.loginMaxFailures) - 1
    guard refusals.count > third, let last = refusals.last else { return false }
    return last.time.milliseconds(since: refusals[third].time) >= settings.disabledAfter
  }

  private func isDense(_ refusals: [LoginAttempt]) -> Bool {
    let count = Int(clamping: settings.loginMaxFailures)
    guard refusals.count >= count else { return false }
    let isNear = refusals.indices.dropLast(count - 1).contains { index in
      refusals[index + count - 1].time.milliseconds(since: refusals[index].time) <= settings.loginWindow
    }
    return !subject.isHeld(by: "far-apart", !isNear)
  }
}

extension LoginAttempt {
  /// On this day the vendor ends logins with OAuth 1: 2026-04-30T00:00:00Z.
  private static let oauth1End: Int64 = 1_777_507_200_000

  fileprivate var isLateOAuth1: Bool { method == .oauth1 && time.milliseconds >= Self.oauth1End }
}

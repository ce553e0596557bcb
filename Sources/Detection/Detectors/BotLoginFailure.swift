import Model

/// Finds bot users whose logins fail, and why: disabled, refused by address, too fast, blocked, out of use.
public struct BotLoginFailure: Detector {
  public struct Settings: DetectorSettings {
    public var loginMaxFailures: Int64 = 3
    public var loginWindow: Int64 = 600_000
    public var disabledFailures: Int64 = 10
    public var disabledAfter: Int64 = 1_800_000
    public var flips: Int64 = 2
    public var flipWithin: Int64 = 300_000
    public var addresses: Int64 = 2
    public var addressWindow: Int64 = 86_400_000
    public var retryGap: Int64 = 5000
    public var inactiveAfter: Int64 = 5_184_000_000
    public init() {}

    public static let all: [Setting<Settings>] = [
      .integer("login-max-failures", \.loginMaxFailures, 1...1000, "logins in a row that must be refused"),
      .duration("login-window", \.loginWindow, 1000...86_400_000, "how near to each other they must lie"),
      .integer(
        "disabled-failures", \.disabledFailures, 1...100_000,
        "refused logins in a row after which the platform has disabled the user; the vendor recommends 10"),
      .duration(
        "disabled-after", \.disabledAfter, 1000...604_800_000,
        "how long all logins must fail for the user to count as disabled; the vendor enables it again after 30 minutes"),
      .integer("flips", \.flips, 1...1000, "how often in a row logins must fail soon after one succeeded"),
      .duration("flip-within", \.flipWithin, 1000...86_400_000, "how soon after"),
      .integer("addresses", \.addresses, 2...1000, "public addresses that the bot must log in from"),
      .duration("address-window", \.addressWindow, 60_000...604_800_000, "in which time"),
      .duration(
        "retry-gap", \.retryGap, 1...600_000, "how long a bot must wait before it logs in again after a 429"),
      .duration(
        "inactive-after", \.inactiveAfter, 3_600_000...31_536_000_000,
        "how long a user is not used before the platform may disable it; the vendor recommends 60 days"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  /// What goes on in conversations says nothing about logins.
  public func examine(_ subject: Subject, into examination: inout Examination) {}

  public func examine(_ subject: BotSubject, into examination: inout Examination) {
    let history = LoginHistory(subject)
    let states = AccountStates(subject.timeline)
    if history.attempts.isEmpty, states.isEmpty { return examination.setAside(.noLogins) }
    examination.judge()
    var judgement = LoginJudgement(subject: subject, history: history, states: states, settings: settings)
    var explained: Set<Evidence> = []
    for (index, incident) in history.incidents.enumerated() {
      let states = states.disabled(during: incident, slack: settings.loginWindow)
      subject.see(
        "logins failed from \(incident.first.time) to \(incident.last.time): \(incident.failures.count), "
          + (incident.after.map { "then one succeeded at \($0.time)" } ?? "and none succeeded after"))
      guard let verdict = judgement.verdict(of: index) else { continue }
      explained.formUnion(states.map(\.evidence))
      let siblings = LoginSiblings(subject, incident, slack: settings.loginWindow)
      var finding = Finding(
        Self.info, cause: verdict.cause, severity: verdict.severity, confidence: verdict.confidence,
        summary: .failing(verdict.cause, verdict.confidence), about: subject, since: incident.first.entry)
      (finding.metric, finding.value, finding.threshold) = (verdict.metric, verdict.value, verdict.threshold)
      finding.details = details(index, siblings, judgement)
      examination.add(finding)
    }
    for span in states.disabledSpans() where !span.contains(where: { explained.contains($0.evidence) }) {
      // Of a change nobody knows who made it; only a list of users says that no administrator did.
      let known = span.filter { $0.event.byAdministrator != nil }
      let byHand = known.contains { $0.event.byAdministrator == true }
      guard let entry = known.first, !subject.isHeld(by: "by-hand", byHand) else { continue }
      var finding = Finding(
        Self.info, cause: "disabled", severity: .error, confidence: .medium, summary: .failing("locked", .medium),
        about: subject, since: entry)
      (finding.metric, finding.value, finding.threshold) = ("consecutive_failures", 0, 1)
      finding.details = details(nil, nil, judgement)
      examination.add(finding)
    }
  }

  /// The same keys for every cause. Addresses are counted, never named.
  private func details(
    _ index: Int?, _ siblings: LoginSiblings?, _ judgement: LoginJudgement
  ) -> [(key: String, value: DetailValue)] {
    let subject = judgement.subject
    func integer(_ number: Int64?) -> DetailValue { number.map { .integer($0) } ?? .none }
    func text(_ words: [String], _ separator: String = " ") -> DetailValue {
      words.isEmpty ? .none : .text(words.joined(separator: separator))
    }
    let incident = index.map { judgement.history.incidents[$0] }
    let failures = incident?.failures ?? []
    let enabled = incident.flatMap { judgement.states.enabled(before: $0.first.time) }
    let methods = Set(failures.map(\.method)).filter { $0 != .unknown }
    return [
      ("login", text(subject.loginOrName.map { [$0] } ?? [])),
      ("attempts", .integer(Int64(failures.count))),
      ("consecutive_failures", .integer(Int64(incident?.refusals.count ?? 0))),
      ("last_time", incident.map { .text($0.last.time.description) } ?? .none),
      ("status_codes", text(Set(failures.compactMap(\.code)).sorted().map(String.init))),
      ("error_step", text(failures.map(\.step).first { $0 != .unknown }.map { ["\($0)"] } ?? [])),
      (
        "addresses",
        .integer(
          Int64(index.map { judgement.addressCounts[$0] } ?? 0))
      ),
      ("siblings_ok", .integer(Int64(siblings?.working ?? 0))),
      ("siblings_failing", .integer(Int64(siblings?.failing ?? 0))),
      ("working_siblings", text(siblings?.listed ?? [], ", ")),
      (
        "seconds_since_enabled",
        integer(incident.flatMap { incident in enabled.map { incident.first.time.milliseconds(since: $0) / 1000 } })
      ),
      ("minimum_retry_gap_ms", integer(incident.flatMap { judgement.history.minimumRetryGap($0) })),
      ("auth_method", text(methods.count == 1 ? methods.map { "\($0)" } : [])),
    ]
  }
}

extension Finding.Message {
  fileprivate static func failing(_ cause: String, _ confidence: Confidence) -> Self {
    switch cause {
    case "ip-policy": "The bot's logins are refused from addresses from which none ever succeeded."
    case "disabled" where confidence == .high: "The bot user was disabled, and its logins fail."
    case "disabled" where confidence == .medium:
      "The bot user is probably disabled again and again soon after it is let in."
    case "disabled": "The bot's logins fail for so long that the user is probably disabled."
    case "locked": "The bot user is disabled, and no administrator did it by hand."
    case "blocked": "The bot's login was blocked with 451."
    case "rate-limited": "The bot logged in again too soon after it was told to slow down."
    case "oauth1-ended": "The bot's login with OAuth 1 was refused after the vendor ended such logins."
    case "inactive": "The bot's login was refused after a long time in which it was not used."
    default: "The bot's logins were refused several times in a row."
    }
  }
}

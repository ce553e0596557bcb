import Model

/// Finds bots that say the same again although the consumer said nothing meanwhile.
public struct DuplicateReply: Detector {
  public struct Settings: DetectorSettings {
    public var window: Int64 = 10_000
    public init() {}

    public static let all: [Setting<Settings>] = [
      .duration(
        "window", \.window, 0...86_400_000,
        "how soon the same must be said again; the platform sends a webhook's event again that was not answered within 10 s"
      )
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    guard subject.knowledge.knowsBots else { return examination.setAside(.noBotKnown) }
    guard subject.showsMessages else { return examination.setAside(.noMessages) }
    if !subject.outline.mayRepeat { return examination.judge() }
    var found = false
    var isUndecided = false
    var isTimeless = false
    for thread in subject.threads {
      for repetition in Repetition.all(in: thread, subject) {
        guard repetition.gap != nil else {
          isTimeless = true
          continue
        }
        if isExcused(repetition, subject) { continue }
        guard let cause = cause(repetition, subject) else { continue }
        if subject.isHeld(by: "partial-copy", subject.conversation.isPartial) {
          isUndecided = true
          continue
        }
        found = true
        examination.add(finding(cause, repetition, thread, subject))
      }
    }
    if found { return examination.judge() }
    if isUndecided { return examination.leaveUndecided() }
    if isTimeless { return examination.setAside(.noTimes) }
    examination.judge()
  }

  private func isExcused(_ repetition: Repetition, _ subject: Subject) -> Bool {
    let isBot = if case .bot = repetition.later.speaker { true } else { false }
    return subject.isHeld(by: "not-a-bot", !isBot)
      || subject.isHeld(by: "private-note", repetition.later.message.marks.contains(.privateNote))
  }

  private func cause(_ repetition: Repetition, _ subject: Subject) -> String? {
    if let gap = repetition.gap, abs(gap) <= settings.window {
      if !subject.isHeld(by: "new-consumer-message", repetition.consumerSpokeBetween) { return "repeated" }
    }
    guard let restart = repetition.restart(after: settings.window) else { return nil }
    if subject.isHeld(by: "new-consumer-message", repetition.consumerSpoke(since: restart)) { return nil }
    // What the bot had said first of its own accord answers nobody; after a consumer's words it may have been an answer.
    let mayBeDue = repetition.isOnlyAnswer && !(repetition.isGreeting && repetition.isUnasked)
    if subject.isHeld(by: "answer-that-was-due", mayBeDue) { return nil }
    return repetition.isGreeting ? "re-greeting" : "replayed-after-restart"
  }

  private func finding(
    _ cause: String, _ repetition: Repetition, _ thread: Subject.Thread, _ subject: Subject
  ) -> Finding {
    let message = repetition.later.message
    let bot = repetition.sender
    var finding = Finding(
      Self.info, cause: cause, severity: .warning, confidence: cause == "repeated" ? .high : .medium,
      summary: .said(cause, repetition.gap ?? 0), in: subject, dialog: thread.dialog, message: message, bot: bot)
    let restart = cause == "repeated" ? nil : repetition.restart(after: settings.window)
    finding.metric = "gap_ms"
    finding.value = repetition.gap
    finding.threshold = settings.window
    finding.details = [
      ("earlier_sequence", .integer(Int64(repetition.earlier.sequence))),
      ("gap_ms", repetition.gap.map { .integer($0) } ?? .none),
      ("content", .text(message.kind == .richContent ? "rich" : "text")),
      ("restarted_at", restart.map { .text($0.description) } ?? .none),
      (
        "since_restart_ms",
        restart.flatMap { began in message.time.moment.map { .integer($0.milliseconds(since: began)) } } ?? .none
      ),
      ("bot_login", subject.knowledge.persons.login(bot).map { .text($0) } ?? .none),
    ]
    return finding
  }
}

extension Finding.Message {
  fileprivate static func said(_ cause: String, _ gap: Int64) -> Self {
    switch cause {
    case "repeated": "The bot said the same again after \(gap) ms, though the consumer said nothing meanwhile."
    case "re-greeting": "The bot greeted again after its program was restarted or connected again."
    default: "The bot repeated an earlier reply after its program was restarted or connected again."
    }
  }
}

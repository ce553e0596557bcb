public import Model

/// Finds conversations in which a bot spoke before the consumer, and tells why.
public struct BotFirstMessage: Detector {
  public struct Settings: DetectorSettings {
    public var raceWindow: Int64 = 2000
    public var greetingDelay: Int64 = 3000
    public var immediately: Int64 = 1000
    public var firstMessageAfter: Int64 = 600_000
    public var ratePercent: Int64 = 20
    public var rateMinimum: Int64 = 10
    public init() {}

    public static let all: [Setting<Settings>] = [
      .duration(
        "race-window", \.raceWindow, 0...60_000,
        "how soon after the bot the consumer must speak for the order to be chance"),
      .duration(
        "greeting-delay", \.greetingDelay, 0...600_000,
        "how long after joining a bot's greeting timer waits; the vendor's bot platform waits 3 s"),
      .duration(
        "immediately", \.immediately, 0...60_000, "how soon after joining a bot greets if it does so on joining"),
      .duration(
        "first-message-after", \.firstMessageAfter, 0...86_400_000,
        "how long the consumer's first message may take before it counts as lost"),
      .integer(
        "rate-percent", \.ratePercent, 1...100, "a bot that speaks first in more than this share is a warning each time"
      ),
      .integer("rate-minimum", \.rateMinimum, 1...1_000_000, "conversations of a bot from which its share is judged"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    guard subject.knowledge.knowsBots else { return examination.setAside(.noBotKnown) }
    guard subject.showsMessages else { return examination.setAside(.noMessages) }
    if subject.outline.holdsMessages, subject.outline.consumerBegins {
      subject.see("not a bot spoke first, \(subject.mainThread.map { Sight.message($0.entries[0].message) } ?? "")")
      if let bucket = bucket(subject.firstBot?.person) { examination.count(bucket) }
      return examination.judge()
    }
    guard let thread = subject.mainThread, let first = thread.entries.first(where: { isTurn($0, subject) }) else {
      return examination.judge()
    }
    let bucket = bucket(first, subject)
    guard case .bot(let bot) = first.speaker else {
      subject.see("not a bot spoke first, \(Sight.message(first.message))")
      if let bucket { examination.count(bucket) }
      return examination.judge()
    }
    subject.see(
      "a bot spoke first, \(Sight.message(first.message)); it came at \(Sight.time(subject.joinTime(ofBot: bot)))")
    if subject.isHeld(by: "start-truncated", subject.startIsTruncated) { return examination.leaveUndecided() }
    if subject.isHeld(by: "partial", subject.conversation.isPartial) { return examination.leaveUndecided() }
    let consumer = thread.entries.first(where: \.isFromConsumer)?.message
    subject.see(consumer.map { "the consumer's first message is \(Sight.message($0))" } ?? "no message of the consumer")
    if isExcused(first, bot, thread, subject)
      || subject.isHeld(by: "contradicting-times", isContradicted(first.message, consumer))
      || subject.isHeld(by: "consumer-tapped", consumerTapped(before: first.message, subject))
    {
      return examination.judge()
    }
    if consumer == nil, !subject.conversation.marks.contains(.consumerActed) {
      let hasWaited = hasWaited(first.message, bot, subject)
      if subject.isHeld(by: "log-ends", hasWaited == false) { return examination.leaveUndecided() }
      if subject.isHeld(by: "no-times", hasWaited == nil) { return examination.setAside(.noTimes) }
    }
    examination.judge()
    if let bucket { examination.count(bucket) }
    examination.add(finding(first.message, bot, consumer, thread, subject), in: bucket)
  }

  /// A tap on what an automatic message offered is the consumer's turn, though it has no place among the sequences.
  private func consumerTapped(before first: Message, _ subject: Subject) -> Bool {
    guard let tap = subject.conversation.consumerActed.moment, let spoke = first.time.moment else { return false }
    return tap <= spoke
  }

  /// What counts as speaking: automatic messages and private notes are nobody's turn.
  private func isTurn(_ entry: Subject.Thread.Entry, _ subject: Subject) -> Bool {
    entry.speaker != .system && !subject.isHeld(by: "private-note", entry.message.marks.contains(.privateNote))
  }

  private func bucket(_ first: Subject.Thread.Entry, _ subject: Subject) -> Bucket? {
    if case .bot(let id) = first.speaker { return bucket(subject.knowledge.persons.find(id)) }
    return bucket(subject.firstBot?.person)
  }

  private func bucket(_ bot: Persons.Person?) -> Bucket? {
    guard let bot else { return nil }
    var bucket = Bucket()
    bucket.bot = bot
    return bucket
  }

  /// The brand opened the conversation, or somebody was in it before the bot, or it goes on after an earlier dialog.
  private func isExcused(
    _ first: Subject.Thread.Entry, _ bot: Identifier, _ thread: Subject.Thread, _ subject: Subject
  ) -> Bool {
    if subject.isHeld(by: "opened-by-brand", subject.conversation.marks.contains(.openedByBrand)) { return true }
    let spoke = first.message.time.moment
    // Who only watches comes to a conversation that somebody else has; an assigned bot got it from him.
    if !isBystander(first.message, bot, subject),
      subject.isHeld(by: "transferred-in", subject.isTransferred(toBot: bot, before: spoke))
    {
      return true
    }
    let resumes = subject.threads.contains { other in
      guard other.dialog.id != thread.dialog.id, let closed = other.dialog.closed.moment else { return false }
      return spoke.map { closed <= $0 } ?? true
    }
    return subject.isHeld(by: "earlier-dialog", resumes)
  }

  /// Sequences say one order and server times the other: then neither can be trusted.
  private func isContradicted(_ bot: Message, _ consumer: Message?) -> Bool {
    guard let spoke = bot.time.moment, let wrote = consumer?.time.moment else { return false }
    return wrote < spoke
  }

  /// Whether the consumer's first message had its time; nil where the log does not tell.
  private func hasWaited(_ first: Message, _ bot: Identifier, _ subject: Subject) -> Bool? {
    if subject.conversation.isClosed { return true }
    return subject.isCovered(settings.firstMessageAfter, after: first.time.moment, until: subject.messagesEnd(bot))
  }

  private func finding(
    _ first: Message, _ bot: Identifier, _ consumer: Message?, _ thread: Subject.Thread, _ subject: Subject
  ) -> Finding {
    let joined = subject.joinTime(ofBot: bot)
    let sinceJoining = joined.flatMap { joined in first.time.moment.map { $0.milliseconds(since: joined) } }
    let lead = first.time.moment.flatMap { bot in consumer?.time.moment.map { $0.milliseconds(since: bot) } }
    let (cause, confidence) = cause(first, bot, consumer, lead, sinceJoining, subject)
    var finding = Finding(
      Self.info, cause: cause, severity: cause == "first-lost" ? .warning : .info, confidence: confidence,
      summary: .spokeFirst(cause, lead), in: subject, dialog: thread.dialog, message: first, bot: bot)
    finding.metric = "lead_ms"
    finding.value = lead
    finding.threshold = settings.raceWindow
    finding.details = [
      ("lead_ms", lead.map { .integer($0) } ?? .none),
      ("join_to_bot_ms", sinceJoining.map { .integer($0) } ?? .none),
      ("first_bot_sequence", .integer(Int64(first.sequence))),
      ("first_consumer_sequence", consumer.map { .integer(Int64($0.sequence)) } ?? .none),
      ("automatic_message_before", .flag(hasAutomaticMessage(before: first, thread))),
      ("bot_login", subject.knowledge.persons.login(bot).map { .text($0) } ?? .none),
    ]
    return finding
  }

  private func cause(
    _ first: Message, _ bot: Identifier, _ consumer: Message?, _ lead: Int64?, _ sinceJoining: Int64?,
    _ subject: Subject
  ) -> (String, Confidence) {
    if isBystander(first, bot, subject) { return ("by-role", .high) }
    if consumer == nil, !subject.conversation.marks.contains(.consumerActed) { return ("first-lost", .medium) }
    if let lead, lead <= settings.raceWindow { return ("race", .high) }
    guard let sinceJoining else { return ("greets-on-join", .low) }
    if sinceJoining >= settings.greetingDelay { return ("greeting-timer", .medium) }
    return ("greets-on-join", sinceJoining < settings.immediately ? .medium : .low)
  }

  /// A bot that is in the conversation as manager or reader, and was never assigned to it.
  private func isBystander(_ first: Message, _ bot: Identifier, _ subject: Subject) -> Bool {
    if first.role == .manager || first.role == .reader { return true }
    if first.role == .assignedAgent { return false }
    let roles = subject.participants(of: bot).reduce(into: RoleSet()) { $0.formUnion($1.roles) }
    return !roles.isDisjoint(with: [.manager, .reader]) && !roles.contains(.assigned)
  }

  private func hasAutomaticMessage(before first: Message, _ thread: Subject.Thread) -> Bool {
    thread.entries.contains { $0.speaker == .system && $0.message.sequence < first.sequence }
  }

  /// A bot that speaks first in many of its conversations is configured to.
  public func conclude(_ examination: Examination, _ knowledge: Knowledge) -> [Finding] {
    let counts = examination.candidateCounts
    return examination.findings { finding, bucket in
      guard let size = examination.sizes[bucket], let found = counts[bucket], size >= settings.rateMinimum,
        Int64(found) * 100 > Int64(size) * settings.ratePercent
      else { return }
      finding.severity = .warning
    }
  }
}

extension Finding.Message {
  fileprivate static func spokeFirst(_ cause: String, _ lead: Int64?) -> Self {
    switch cause {
    case "race": "The bot's message came \(lead ?? 0) ms before the consumer's: a race that harms nobody."
    case "first-lost": "The bot spoke, and the consumer's first message never arrived."
    case "by-role": "A bot that only watches the conversation spoke before the consumer."
    case "greeting-timer": "The bot greeted after waiting for a consumer message that had not come yet."
    default: "The bot greeted on joining, before the consumer wrote."
    }
  }
}

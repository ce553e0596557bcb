public import Model

/// Finds texts over, or exactly at, the length that the platform takes.
public struct OversizedMessage: Detector {
  public enum Unit: String, CaseIterable, Sendable, Equatable {
    case utf16, scalars, graphemes, utf8
  }

  public struct Settings: DetectorSettings {
    public var unit = Unit.utf16
    public var consumerLimit: Int64 = 5000
    public var botLimit: Int64 = 5000
    public var botSMSLimit: Int64 = 1600
    public var approachPercent: Int64 = 0
    public var clusterSize: Int64 = 3
    public init() {}

    public static let all: [Setting<Settings>] = [
      .choice("unit", \.unit, "what is counted; the platform's clients count UTF-16 units, as JavaScript and Java do"),
      .integer("consumer-limit", \.consumerLimit, 1000...1_000_000, "the longest text a consumer may send"),
      .integer("bot-limit", \.botLimit, 1000...1_000_000, "the longest text a bot may send"),
      .integer("bot-sms-limit", \.botSMSLimit, 1000...1_000_000, "the longest text a bot may send over SMS"),
      .integer(
        "approach-percent", \.approachPercent, 0...99,
        "also report texts from this share of the limit on; 0 reports none"),
      .integer(
        "cluster-size", \.clusterSize, 2...1_000_000,
        "texts of one channel that end exactly at the limit from which each is a warning"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    guard subject.showsMessages else { return examination.setAside(.noMessages) }
    var isUndecided = false
    subject.see(longest(of: subject))
    if mayBeLong(subject.outline.longestText, limit: smallestLimit(subject)) {
      for thread in subject.threads {
        for entry in thread.entries { examine(entry, thread, subject, &examination) }
      }
    }
    var recorded = RecordedLengths(subject)
    for exchange in subject.conversation.exchanges where exchange.kind == .publish {
      let isOpen = examine(exchange, subject, &recorded, &examination)
      isUndecided = isUndecided || isOpen
    }
    if isUndecided { examination.leaveUndecided() } else { examination.judge() }
  }

  // MARK: Texts that were recorded

  private func examine(
    _ entry: Subject.Thread.Entry, _ thread: Subject.Thread, _ subject: Subject, _ examination: inout Examination
  ) {
    let message = entry.message
    guard message.text == .present || message.text == .masked else { return }
    guard let sender = TextSender(entry.speaker) else { return }
    let limit = limit(sender, subject)
    // Most texts are short: only a text that may be long enough is looked up.
    guard mayBeLong(message.utf16Count, limit: limit) else { return }
    let key = MessageKey(dialog: thread.dialog.id, sequence: message.sequence)
    let counts = subject.knowledge.longTexts[key] ?? TextCounts(all: message.utf16Count)
    let length = length(counts)
    guard length * 100 >= limit * share else { return }
    // What masking left is not the text that was sent; private notes go to colleagues.
    if subject.isHeld(by: "masked-text", message.text == .masked) { return }
    if subject.isHeld(by: "private-note", message.marks.contains(.privateNote)) { return }
    var bucket: Bucket?
    let cause: String
    let severity: Severity
    if length > limit {
      cause = message.sightings == .history ? "unknown-outcome" : "accepted"
      severity = .warning
    } else {
      cause = "at-limit"
      severity = .info
      if length == limit {
        bucket = Bucket()
        bucket?.account = subject.conversation.account
        bucket?.channel = subject.conversation.channel
        bucket?.isFromConsumer = sender == .consumer
      }
    }
    let isSensitive = isUnitSensitive(counts, limit)
    let isProven = message.sightings.contains(.published) && !isSensitive
    var finding = Finding(
      Self.info, cause: cause, severity: severity, confidence: isProven ? .high : .medium,
      summary: .recorded(sender, length, limit), in: subject, dialog: thread.dialog, message: message, bot: sender.bot)
    fill(&finding, counts, length, limit, sender, isSensitive, nil, Int64(message.sequence), subject)
    examination.add(finding, in: bucket)
  }

  // MARK: Texts that were refused, as their sender's log shows it

  /// - Returns: whether the log ends too soon to tell.
  private func examine(
    _ exchange: Exchange, _ subject: Subject, _ recorded: inout RecordedLengths, _ examination: inout Examination
  ) -> Bool {
    let length = length(exchange.counts)
    guard exchange.text == .present || exchange.text == .masked, length * 100 >= smallestLimit(subject) * share,
      let sender = sender(of: exchange, subject)
    else { return false }
    let limit = limit(sender, subject)
    guard length * 100 >= limit * share else { return false }
    let dialog = subject.conversation.dialogs[Int(exchange.dialog)]
    subject.see(
      "\(length) characters sent at \(Sight.time(exchange.time)), where the limit is \(limit): "
        + Sight.outcome(exchange.outcome))
    if subject.isHeld(by: "masked-text", exchange.text == .masked) { return false }
    if subject.isHeld(by: "beside-the-conversation", !dialog.holdsMessages) { return false }
    if subject.isHeld(by: "answer-beyond-log", exchange.outcome == .unknown) { return true }
    guard !exchange.outcome.isSuccess else { return false }
    if subject.isHeld(by: "arrived-after-all", wasRecorded(exchange, &recorded)) { return false }
    // At the limit nobody knows whether it was the length that was refused.
    let cause = length <= limit ? "at-limit" : exchange.outcome.isRefusal ? "rejected" : "no-response"
    let isSensitive = isUnitSensitive(exchange.counts, limit)
    let isProven = cause == "rejected" && !isSensitive && sender != .unknown
    var finding = Finding(
      Self.info, cause: cause, severity: .error,
      confidence: isProven ? .high : .medium, summary: .refused(sender, length, limit, exchange.outcome.code),
      in: subject, dialog: dialog, time: exchange.time, bot: sender.bot,
      key: "publish:\(exchange.time.map { String($0.milliseconds) } ?? "-"):\(exchange.counts.utf16)")
    finding.evidence = exchange.evidence
    fill(&finding, exchange.counts, length, limit, sender, isSensitive, exchange.outcome.code, nil, subject)
    examination.add(finding)
    return false
  }

  private func sender(of exchange: Exchange, _ subject: Subject) -> TextSender? {
    guard let speaker = subject.sender(of: exchange) else { return .unknown }
    return TextSender(speaker)
  }

  /// A text whose answer was lost, but which arrived.
  private func wasRecorded(_ exchange: Exchange, _ recorded: inout RecordedLengths) -> Bool {
    exchange.outcome == .unanswered && recorded.hold(exchange)
  }

  /// Client-side truncation leaves many texts exactly at the limit.
  public func conclude(_ examination: Examination, _ knowledge: Knowledge) -> [Finding] {
    let counts = examination.candidateCounts
    return examination.findings { finding, bucket in
      if Int64(counts[bucket] ?? 0) >= settings.clusterSize { finding.severity = .warning }
    }
  }

  // MARK: Lengths

  /// Whoever it was who is not known, a text over both limits is too long.
  private func limit(_ sender: TextSender, _ subject: Subject) -> Int64 {
    switch sender {
    case .consumer: settings.consumerLimit
    case .bot: botLimit(subject)
    case .unknown: max(settings.consumerLimit, botLimit(subject))
    }
  }

  private func botLimit(_ subject: Subject) -> Int64 { subject.isSMS ? settings.botSMSLimit : settings.botLimit }

  private func smallestLimit(_ subject: Subject) -> Int64 { min(settings.consumerLimit, botLimit(subject)) }

  /// Hundredths of the limit from which a text is reported.
  private var share: Int64 { settings.approachPercent > 0 ? settings.approachPercent : 100 }

  /// Whether a text of so many UTF-16 units may be long enough: no unit takes more than three bytes of UTF-8.
  private func mayBeLong(_ utf16Count: UInt32, limit: Int64) -> Bool {
    Int64(utf16Count) * (settings.unit == .utf8 ? 3 : 1) * 100 >= limit * share
  }

  /// What was looked at, in words.
  private func longest(of subject: Subject) -> String {
    let texts = subject.threads.flatMap(\.entries).filter { $0.message.text == .present }
    let length = texts.map(\.message.utf16Count).max() ?? 0
    return "\(texts.count) texts, the longest of \(length) UTF-16 units; consumers may send "
      + "\(settings.consumerLimit), bots \(botLimit(subject))"
  }

  private func length(_ counts: TextCounts) -> Int64 {
    switch settings.unit {
    case .utf16: Int64(counts.utf16)
    case .scalars: Int64(counts.scalars)
    case .graphemes: Int64(counts.graphemes)
    case .utf8: Int64(counts.utf8)
    }
  }

  /// No source says what the platform counts: where the four lengths do not agree on the verdict, the finding is less sure.
  private func isUnitSensitive(_ counts: TextCounts, _ limit: Int64) -> Bool {
    let verdicts = [counts.utf16, counts.scalars, counts.graphemes, counts.utf8].map { Int64($0) > limit }
    return Set(verdicts).count > 1
  }

  private func fill(
    _ finding: inout Finding, _ counts: TextCounts, _ length: Int64, _ limit: Int64, _ sender: TextSender,
    _ isSensitive: Bool, _ code: Int32?, _ sequence: Int64?, _ subject: Subject
  ) {
    finding.metric = "characters_\(settings.unit.rawValue)"
    finding.value = length
    finding.threshold = limit
    finding.details = [
      ("direction", sender.name.map { .text($0) } ?? .none),
      ("length_utf16", .integer(Int64(counts.utf16))),
      ("length_scalars", .integer(Int64(counts.scalars))),
      ("length_graphemes", .integer(Int64(counts.graphemes))),
      ("length_utf8", .integer(Int64(counts.utf8))),
      ("unit_sensitive", .flag(isSensitive)),
      ("response_code", code.map { .integer(Int64($0)) } ?? .none),
      ("sequence_assigned", sequence.map { .integer($0) } ?? .none),
      ("bot_login", sender.bot.flatMap { subject.knowledge.persons.login($0) }.map { .text($0) } ?? .none),
    ]
  }
}

extension TextCounts {
  fileprivate init(all count: UInt32) { self.init(utf16: count, scalars: count, graphemes: count, utf8: count) }
}

extension Finding.Message {
  fileprivate static func recorded(_ sender: TextSender, _ length: Int64, _ limit: Int64) -> Self {
    let text = text(sender)
    if length > limit {
      return "\(text) of \(length) characters was recorded although the limit is \(limit)."
    }
    if length == limit {
      return "\(text) has exactly the \(limit) characters of the limit: it was probably cut off there."
    }
    return "\(text) of \(length) characters comes near the limit of \(limit)."
  }

  fileprivate static func refused(_ sender: TextSender, _ length: Int64, _ limit: Int64, _ code: Int32?) -> Self {
    let place = length > limit ? "over" : length == limit ? "exactly at" : "near"
    let how = code.map { "was refused with code \($0)" } ?? "was sent and never answered"
    let who = sender == .unknown ? "; the log does not tell whose it is" : ""
    return "\(text(sender)) of \(length) characters, \(place) the limit of \(limit), \(how)\(who)."
  }

  private static func text(_ sender: TextSender) -> String { sender.name.map { "A \($0)'s text" } ?? "A text" }
}

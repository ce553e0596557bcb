public import Model

/// Finds consumer messages without content, conversations that reached a bot with no consumer message, and blanks that bots send.
public struct EmptyMessage: Detector {
  public struct Settings: DetectorSettings {
    public var contentlessAfter: Int64 = 600_000
    public var rateMinimum: Int64 = 20
    public var ratePercent: Int64 = 5
    public var nearby: Int64 = 30_000
    public var resendWithin: Int64 = 900_000
    public var longTyping: Int64 = 60_000
    public var lengthLimit: Int64 = 5000
    public var smsImages = SMSImages.auto
    public var gatewayWindow: Int64 = 30_000
    public init() {}

    public static let all: [Setting<Settings>] = [
      .duration(
        "contentless-after", \.contentlessAfter, 0...86_400_000,
        "how long an open conversation may be without its first consumer message"),
      .integer(
        "rate-minimum", \.rateMinimum, 1...1_000_000,
        "conversations of one bot, channel and hour from which their rate is judged"),
      .integer(
        "rate-percent", \.ratePercent, 1...100, "contentless conversations in a hundred from which each is a warning"),
      .duration(
        "nearby", \.nearby, 0...600_000,
        "how near to the missing text a sign of a bad connection must lie to explain it"),
      .duration(
        "resend-within", \.resendWithin, 0...86_400_000, "how soon the consumer's next message counts as sent again"),
      .duration(
        "long-typing", \.longTyping, 0...3_600_000, "typing from first to last that hints at an over-long text"),
      .integer("length-limit", \.lengthLimit, 1000...1_000_000, "UTF-16 units over which a text is over-long"),
      .choice("sms-images", \.smsImages, "whether images arrive over SMS: auto learns it for each account"),
      .duration(
        "gateway-window", \.gatewayWindow, 0...600_000,
        "how far from the SMS gateway's message its arrival in the conversation may lie"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    if subject.isHeld(by: "no-messages", !subject.showsMessages) {
      return examination.setAside(.noMessages)
    }
    if subject.outline.holdsInvisible { examineBlanks(subject, &examination) }
    examineContentless(subject, &examination)
  }

  private func examineBlanks(_ subject: Subject, _ examination: inout Examination) {
    let around = EmptinessEvidence.Surroundings(subject, settings)
    for thread in subject.threads {
      for entry in thread.entries where subject.isInvisible(entry.message) {
        subject.see(Sight.blank(entry.message))
        // Private notes are nobody's loss.
        if subject.isHeld(by: "private-note", entry.message.marks.contains(.privateNote)) { continue }
        switch entry.speaker {
        case .consumer: examination.add(blank(entry.message, thread, subject, around))
        case .bot(let bot):
          if subject.isHeld(by: "bot-attachment", entry.message.text == .placeholder) { continue }
          examination.add(botBlank(entry.message, bot, thread, subject, around))
        case .human, .system, .agent: break
        }
      }
    }
  }

  // MARK: A conversation without content

  private func examineContentless(_ subject: Subject, _ examination: inout Examination) {
    let bucket = bucket(subject)
    switch subject.contentless(after: settings.contentlessAfter) {
    case .absent:
      examination.judge()
      if let bucket { examination.count(bucket) }
      examination.add(contentless(subject), in: bucket)
    case .present:
      examination.judge()
      if let bucket { examination.count(bucket) }
    case .undecided: examination.leaveUndecided()
    // Its blank messages were judged all the same, where it has any.
    case .notApplicable(let reason):
      if subject.outline.holdsMessages { examination.judge() } else { examination.setAside(reason) }
    }
  }

  private func bucket(_ subject: Subject) -> Bucket? {
    guard let bot = subject.firstBot,
      let began = subject.conversation.started.moment ?? bot.participant.assigned.moment
    else { return nil }
    var bucket = Bucket()
    bucket.bot = bot.person
    bucket.channel = subject.conversation.channel
    bucket.hour = began.milliseconds / 3_600_000
    return bucket
  }

  private func contentless(_ subject: Subject) -> Finding {
    let around = EmptinessEvidence.Surroundings(subject, settings)
    let began = subject.conversation.started.moment ?? subject.firstBot?.participant.assigned.moment
    let evidence = EmptinessEvidence(subject, at: began, settings, key: nil, around)
    let (cause, confidence) = evidence.cause(subject, placeholder: false, isContentless: true)
    // That nothing arrived is certain only of what the log shows: medium at most, but for a refusal that was recorded, and for
    // an image that the gateway took in.
    let isProven = confidence == .high && (cause == "over-long" || !evidence.lostImages.isEmpty)
    var finding = Finding(
      Self.info, cause: cause, severity: .info,
      confidence: isProven ? .high : min(confidence, .medium),
      summary: .contentless(botSpoke: subject.botSpoke), in: subject, time: began, bot: subject.firstBot?.participant.id
    )
    finding.metric = "consumer_messages"
    finding.value = 0
    if cause == "sms-image" { finding.restsOn = evidence.lostImages.map(\.evidence) }
    finding.details = evidence.details(
      shape: "contentless", text: nil, subject, bot: subject.firstBot?.participant.id, at: began)
    return finding
  }

  /// Single contentless conversations are mostly abandoned ones; many at once are a problem.
  public func conclude(_ examination: Examination, _ knowledge: Knowledge) -> [Finding] {
    let counts = examination.candidateCounts
    return examination.findings { finding, bucket in
      guard let size = examination.sizes[bucket], let found = counts[bucket], size >= settings.rateMinimum,
        Int64(found) * 100 >= Int64(size) * settings.ratePercent
      else { return }
      finding.severity = .warning
    }
  }

  // MARK: A message without content

  private func blank(
    _ message: Message, _ thread: Subject.Thread, _ subject: Subject, _ around: EmptinessEvidence.Surroundings
  ) -> Finding {
    let key = MessageKey(dialog: thread.dialog.id, sequence: message.sequence)
    let evidence = EmptinessEvidence(subject, at: message.time.moment, settings, key: key, around)
    let (cause, confidence) = evidence.cause(subject, placeholder: message.text == .placeholder, isContentless: false)
    var finding = Finding(
      Self.info, cause: cause, severity: .warning, confidence: confidence,
      summary: .consumerBlank(cause, isProven: !evidence.lostImages.isEmpty), in: subject, dialog: thread.dialog,
      message: message, bot: subject.firstBot?.participant.id)
    if cause == "sms-image" { finding.restsOn = evidence.lostImages.map(\.evidence) }
    finding.metric = "characters_utf16"
    finding.value = Int64(message.utf16Count)
    finding.details = evidence.details(
      shape: "blank", text: message.text, subject, bot: subject.firstBot?.participant.id, at: message.time.moment)
    return finding
  }

  private func botBlank(
    _ message: Message, _ bot: Identifier, _ thread: Subject.Thread, _ subject: Subject,
    _ around: EmptinessEvidence.Surroundings
  ) -> Finding {
    let key = MessageKey(dialog: thread.dialog.id, sequence: message.sequence)
    let evidence = EmptinessEvidence(subject, at: nil, settings, key: key, around)
    var finding = Finding(
      Self.info, cause: "bot-blank", severity: .warning, confidence: .high, summary: .botBlank, in: subject,
      dialog: thread.dialog, message: message, bot: bot)
    finding.metric = "characters_utf16"
    finding.value = Int64(message.utf16Count)
    finding.details = evidence.details(
      shape: "bot-blank", text: message.text, subject, bot: bot, at: message.time.moment)
    return finding
  }
}

/// Whether images arrive over SMS.
public enum SMSImages: String, CaseIterable, Sendable, Equatable {
  case auto, supported, unsupported

  /// How sure a blank SMS is to have been an image: less so where images arrive.
  func confidence(_ subject: Subject) -> Confidence {
    switch self {
    case .supported: .low
    case .unsupported: .medium
    case .auto: subject.knowledge.smsImagesArrive(in: subject.conversation.account) ? .low : .medium
    }
  }
}

extension Finding.Message {
  fileprivate static func contentless(botSpoke: Bool) -> Self {
    botSpoke
      ? "The conversation reached the bot, which spoke, but no consumer message ever arrived."
      : "The conversation reached the bot, but no consumer message ever arrived."
  }

  fileprivate static func consumerBlank(_ cause: String, isProven: Bool) -> Self {
    switch cause {
    case "over-long": "The consumer's message arrived empty after an over-long text was refused."
    case "sms-image":
      isProven
        ? "The consumer's message arrived empty; the SMS gateway took in an image."
        : "The consumer's message arrived empty; it was probably an image sent over SMS."
    case "network": "The consumer's message arrived empty, with signs of a bad connection nearby."
    default: "The consumer's message arrived empty."
    }
  }

  fileprivate static let botBlank: Self = "The bot sent a message without any visible text."
}

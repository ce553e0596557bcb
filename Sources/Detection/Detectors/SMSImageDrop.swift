import Model

/// Finds images that consumers sent over SMS and that arrived as nothing.
public struct SMSImageDrop: Detector {
  public struct Settings: DetectorSettings {
    public var smsImages = SMSImages.auto
    public var contentlessAfter: Int64 = 600_000
    public init() {}

    public static let all: [Setting<Settings>] = [
      .choice("sms-images", \.smsImages, "whether images arrive over SMS: auto learns it for each account"),
      .duration(
        "contentless-after", \.contentlessAfter, 0...86_400_000,
        "how long an open conversation may be without its first consumer message"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    if subject.conversation.channel.isAbsent { return examination.setAside("the channel is unknown") }
    guard subject.isSMS else { return examination.setAside("not a conversation over SMS") }
    if subject.isHeld(by: "no-messages", !subject.showsMessages) {
      return examination.setAside("the export has no messages")
    }
    subject.see(
      "sms-images is \(settings.smsImages.rawValue); files of consumers over SMS "
        + (subject.knowledge.smsImagesArrive(in: subject.conversation.account) ? "arrive" : "were never seen to arrive")
        + " in this account")
    for thread in subject.threads {
      for entry in thread.entries where entry.speaker == .consumer && subject.isInvisible(entry.message) {
        subject.see(Sight.blank(entry.message))
        if subject.isHeld(by: "private-note", entry.message.marks.contains(.privateNote)) { continue }
        let confidence = settings.smsImages.confidence(subject)
        let cause = confidence == .low ? "possible" : "blank-message"
        examination.add(
          finding(cause, confidence, subject, thread.dialog, entry.message, subject.conversation.started.moment))
      }
    }
    switch subject.contentless(after: settings.contentlessAfter) {
    case .absent:
      examination.judge()
      let began = subject.conversation.started.moment ?? subject.assignedBots.first?.assigned.moment
      examination.add(finding("contentless", .low, subject, nil, nil, began))
    case .present, .notApplicable: examination.judge()
    case .undecided: examination.leaveUndecided()
    }
  }

  private func finding(
    _ cause: String, _ confidence: Confidence, _ subject: Subject, _ dialog: Dialog?, _ message: Message?,
    _ time: Timestamp?
  ) -> Finding {
    let bot = subject.assignedBots.first?.id
    var finding = Finding(
      Self.info, cause: cause, severity: .warning, confidence: confidence, summary: .imageLost(cause), in: subject,
      dialog: dialog, message: message, time: time, bot: bot)
    finding.metric = message == nil ? "consumer_messages" : "characters_utf16"
    finding.value = message.map { Int64($0.utf16Count) } ?? 0
    finding.details = [
      ("placeholder", .flag(message?.text == .placeholder)),
      ("sms_images", .text(settings.smsImages.rawValue)),
      ("sms_images_arrive", .flag(subject.knowledge.smsImagesArrive(in: subject.conversation.account))),
      ("bot_login", bot.flatMap { subject.knowledge.persons.login($0) }.map { .text($0) } ?? .none),
    ]
    return finding
  }
}

extension Finding.Message {
  fileprivate static func imageLost(_ cause: String) -> Self {
    switch cause {
    case "blank-message": "An SMS arrived without text, where images do not arrive: it was probably an image."
    case "contentless": "An SMS conversation reached the bot without any message: an image may have been lost."
    default: "An SMS arrived without text; images do arrive here, but this may have been one that did not."
    }
  }
}

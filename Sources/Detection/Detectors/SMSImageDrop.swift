import Model

/// Finds images that consumers sent over SMS and that arrived as nothing.
public struct SMSImageDrop: Detector {
  public struct Settings: DetectorSettings {
    public var smsImages = SMSImages.auto
    public var contentlessAfter: Int64 = 600_000
    public var gatewayWindow: Int64 = 30_000
    public init() {}

    public static let all: [Setting<Settings>] = [
      .choice("sms-images", \.smsImages, "whether images arrive over SMS: auto learns it for each account"),
      .duration(
        "contentless-after", \.contentlessAfter, 0...86_400_000,
        "how long an open conversation may be without its first consumer message"),
      .duration(
        "gateway-window", \.gatewayWindow, 0...600_000,
        "how far from the gateway's message its arrival in the conversation may lie"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    // Most conversations came another way, and no gateway knows them.
    if !subject.isSMS, subject.knowledge.gatewayEntries(of: subject.conversation.id).isEmpty {
      return examination.setAside(subject.conversation.channel.isAbsent ? .channelUnknown : .notSMS)
    }
    let gateway = GatewayEvidence(subject, window: settings.gatewayWindow)
    // What the gateway took in came over SMS, whatever a connector calls the channel.
    if gateway.media.isEmpty {
      if subject.conversation.channel.isAbsent { return examination.setAside(.channelUnknown) }
      guard subject.isSMS else { return examination.setAside(.notSMS) }
    }
    if subject.isHeld(by: "no-messages", !subject.showsMessages) {
      return examination.setAside(.noMessages)
    }
    subject.see(
      "sms-images is \(settings.smsImages.rawValue); files of consumers over SMS "
        + (subject.knowledge.smsImagesArrive(in: subject.conversation.account) ? "arrive" : "were never seen to arrive")
        + " in this account")
    let losses = ImageLosses(gateway, subject)
    examineBlanks(subject, gateway, losses, &examination)
    for (arrival, images) in losses.replaced where !arrival.isBlank {
      examination.add(finding(Drop("possible", .high, arrival.message, arrival.dialog, images), gateway, subject))
    }
    let isUndecided = examineContentless(subject, gateway, losses, &examination)
    if isUndecided || losses.isUndecided { examination.leaveUndecided() } else { examination.judge() }
  }

  private func examineBlanks(
    _ subject: Subject, _ gateway: GatewayEvidence, _ losses: ImageLosses, _ examination: inout Examination
  ) {
    for thread in subject.threads {
      for entry in thread.entries where entry.speaker == .consumer && subject.isInvisible(entry.message) {
        let message = entry.message
        subject.see(Sight.blank(message))
        if subject.isHeld(by: "private-note", message.marks.contains(.privateNote)) { continue }
        let key = MessageKey(dialog: thread.dialog.id, sequence: message.sequence)
        let images = losses.images(at: key)
        if !images.isEmpty {
          let drop = Drop("blank-message", .high, message, thread.dialog, images)
          examination.add(finding(drop, gateway, subject))
          continue
        }
        if subject.isHeld(by: "image-arrived", gateway.arrived(near: message)) { continue }
        if subject.isHeld(by: "gateway-saw-text", gateway.sawText(at: key)) { continue }
        let confidence = settings.smsImages.confidence(subject)
        let drop = Drop(confidence == .low ? "possible" : "blank-message", confidence, message, thread.dialog)
        examination.add(finding(drop, gateway, subject))
      }
    }
  }

  /// Images near which nothing arrived, and conversations in which nothing did.
  /// - Returns: whether the log does not tell.
  private func examineContentless(
    _ subject: Subject, _ gateway: GatewayEvidence, _ losses: ImageLosses, _ examination: inout Examination
  ) -> Bool {
    if !subject.consumerIsSilent {
      for image in losses.vanished {
        examination.add(finding(Drop("contentless", .high, images: [image], isWhole: false), gateway, subject))
      }
      return false
    }
    if !losses.vanished.isEmpty {
      if subject.isHeld(by: "unread", subject.conversation.unread.moment != nil) { return false }
      examination.add(finding(Drop("contentless", .high, images: losses.vanished), gateway, subject))
      return false
    }
    switch subject.contentless(after: settings.contentlessAfter) {
    case .absent:
      if subject.isHeld(by: "gateway-saw-text", gateway.sawOnlyTexts) { return false }
      examination.add(finding(Drop("contentless", .low), gateway, subject))
      return false
    case .present, .notApplicable: return false
    case .undecided: return true
    }
  }

  /// What was probably lost.
  private struct Drop {
    let cause: String
    let confidence: Confidence
    var message: Message?
    var dialog: Dialog?
    /// What the gateway saw of it.
    var images: [GatewayInbox.Entry]
    /// Of the whole conversation nothing else arrived.
    var isWhole: Bool

    init(
      _ cause: String, _ confidence: Confidence, _ message: Message? = nil, _ dialog: Dialog? = nil,
      _ images: [GatewayInbox.Entry] = []
    ) {
      (self.cause, self.confidence, self.message, self.dialog) = (cause, confidence, message, dialog)
      (self.images, isWhole) = (images, true)
    }

    init(_ cause: String, _ confidence: Confidence, images: [GatewayInbox.Entry], isWhole: Bool = true) {
      (self.cause, self.confidence, self.images, self.isWhole) = (cause, confidence, images, isWhole)
    }
  }

  private func finding(_ drop: Drop, _ gateway: GatewayEvidence, _ subject: Subject) -> Finding {
    let bot = subject.firstBot?.participant
    let began = subject.conversation.started.moment ?? bot?.assigned.moment
    let image = drop.images.first?.message
    var finding = Finding(
      Self.info, cause: drop.cause, severity: .warning, confidence: drop.confidence,
      summary: .imageLost(drop.cause, isProven: image != nil), in: subject, dialog: drop.dialog, message: drop.message,
      time: drop.isWhole ? began ?? image?.time : image?.time, bot: bot?.id,
      key: drop.isWhole ? "" : "gateway:\(image?.id.text(subject.knowledge.names) ?? "")")
    finding.restsOn = drop.images.map(\.evidence)
    finding.metric = drop.message == nil ? "consumer_messages" : "characters_utf16"
    finding.value = drop.message.map { Int64($0.utf16Count) } ?? 0
    let count = drop.images.reduce(Int64(0)) { $0 + Int64($1.message.mediaCount) }
    let kinds = drop.images.reduce(into: GatewayMessage.MediaKinds()) { $0.formUnion($1.message.mediaKinds) }
    finding.details = [
      ("placeholder", .flag(drop.message?.text == .placeholder)),
      ("sms_images", .text(settings.smsImages.rawValue)),
      ("sms_images_arrive", .flag(subject.knowledge.smsImagesArrive(in: subject.conversation.account))),
      ("bot_login", (bot?.id).flatMap { subject.knowledge.persons.login($0) }.map { .text($0) } ?? .none),
      ("num_media", drop.images.isEmpty ? .none : .integer(count)),
      ("media_kinds", kinds.words.map { .text($0) } ?? .none),
      ("gateway_seen", .flag(gateway.isKnown)),
    ]
    return finding
  }
}

extension Finding.Message {
  fileprivate static func imageLost(_ cause: String, isProven: Bool) -> Self {
    switch (cause, isProven) {
    case ("blank-message", true): "The SMS gateway took in an image, and an SMS arrived without text in its stead."
    case ("contentless", true): "The SMS gateway took in an image, and nothing arrived near it in the conversation."
    case (_, true): "The SMS gateway took in an image, and only a text arrived in the conversation."
    case ("blank-message", _): "An SMS arrived without text, where images do not arrive: it was probably an image."
    case ("contentless", _): "An SMS conversation reached the bot without any message: an image may have been lost."
    default: "An SMS arrived without text; images do arrive here, but this may have been one that did not."
    }
  }
}

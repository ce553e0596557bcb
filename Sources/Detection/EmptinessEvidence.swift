import Model

/// What lies around a text that is missing and may explain it: the ladder of causes of the vendor's troubleshooting page ("Why is our
/// bot agent receiving empty messages from consumers?").
struct EmptinessEvidence {
  private let refusedLength: Int64?
  private let refusalCode: Int32?
  private let wentAway: Bool
  private let notReceived: Bool
  private let lostRequest: Bool
  /// The refusal, or the lost request, is certainly the consumer's, and not somebody's whom no log names.
  private let isRefusalConsumers, isLossConsumers: Bool
  private let typing: Int64?
  private let nextWriting: Int64?
  private let settings: EmptyMessage.Settings
  /// Images that the gateway took in, and in whose stead this is what arrived.
  let lostImages: [GatewayInbox.Entry]
  /// The gateway took it in as text.
  private let isText: Bool

  private let botSpoke: Bool

  /// What is the same for all that is empty in a conversation, of which there may be much.
  struct Surroundings {
    /// What the gateway of text messages took in from its consumer.
    fileprivate let gateway: GatewayEvidence
    fileprivate let losses: ImageLosses
    /// When a consumer wrote something, sorted.
    fileprivate let writings: [Timestamp]
    fileprivate let botSpoke: Bool
    fileprivate let requests: LostRequests
    /// Milliseconds of the consumer's typing.
    fileprivate let typing: Int64?

    init(_ subject: Subject, _ settings: EmptyMessage.Settings) {
      gateway = GatewayEvidence(subject, window: settings.gatewayWindow)
      losses = ImageLosses(gateway, subject.unprobed)
      writings = subject.threads.flatMap(\.entries).filter { $0.isFromConsumer && $0.message.holdsContent }
        .compactMap(\.message.time.moment).sorted()
      botSpoke = subject.botSpoke
      requests = LostRequests(subject.conversation, over: settings.lengthLimit)
      typing = subject.conversation.consumerTyping.milliseconds
    }

    fileprivate func nextWriting(after moment: Timestamp, within span: Int64) -> Timestamp? {
      let place = writings.partitioningIndex { $0 > moment }
      return place < writings.count && writings[place].milliseconds(since: moment) <= span ? writings[place] : nil
    }
  }

  /// - Parameters:
  ///   - moment: when the text was due; nil where the log has no time for it.
  ///   - key: which message it is; nil where none arrived.
  init(
    _ subject: Subject, at moment: Timestamp?, _ settings: EmptyMessage.Settings, key: MessageKey?,
    _ around: Surroundings
  ) {
    let isContentless = key == nil
    self.settings = settings
    lostImages = key.map { around.losses.images(at: $0) } ?? around.losses.vanished
    isText = key.map { around.gateway.sawText(at: $0) } ?? around.gateway.sawOnlyTexts
    botSpoke = around.botSpoke
    let conversation = subject.conversation
    let refused = around.requests.refusal(near: moment, within: settings.resendWithin)
    refusedLength = refused.map { Int64($0.utf16Count) }
    refusalCode = refused?.code
    isRefusalConsumers = refused?.isConsumers ?? false
    let span = moment.map {
      $0.adding(milliseconds: -settings.nearby)...$0.adding(milliseconds: settings.nearby)
    }
    wentAway = span.map { conversation.consumerAway.touches($0) } ?? false
    notReceived = span.map { conversation.notReceived.touches($0) } ?? false
    lostRequest = around.requests.isLost(near: moment, within: settings.nearby)
    isLossConsumers = around.requests.isConsumersLost(near: moment, within: settings.nearby)
    typing = around.typing
    nextWriting = moment.flatMap { moment in
      let last = moment.adding(milliseconds: settings.resendWithin)
      let soonest = min(moment.adding(milliseconds: 1), last)
      let next = subject.knowledge.writing(ofConsumersOf: conversation, in: soonest...last)
      let own = isContentless ? nil : around.nextWriting(after: moment, within: settings.resendWithin)
      return [next, own].compactMap { $0?.milliseconds(since: moment) }.min()
    }
  }

  /// The first rung of the ladder that holds.
  func cause(_ subject: Subject, placeholder: Bool, isContentless: Bool) -> (cause: String, confidence: Confidence) {
    if isRefusalConsumers { return ("over-long", .high) }
    if !lostImages.isEmpty { return ("sms-image", .high) }
    if isContentless, refusedLength != nil || typing.map({ $0 >= settings.longTyping }) ?? false {
      return ("over-long", .low)
    }
    if placeholder { return ("sms-image", subject.isSMS ? settings.smsImages.confidence(subject) : .medium) }
    if subject.isSMS, !isText { return ("sms-image", isContentless ? .low : settings.smsImages.confidence(subject)) }
    if wentAway || notReceived || isLossConsumers || nextWriting != nil { return ("network", .medium) }
    if isContentless, lostRequest { return ("network", .low) }
    if isContentless, !botSpoke { return ("bot-config", .low) }
    return ("unknown", .high)
  }

  func details(
    shape: String, text: TextState?, _ subject: Subject, bot: Identifier?, at moment: Timestamp?
  ) -> [(key: String, value: DetailValue)] {
    [
      ("shape", .text(shape)),
      ("text", text.map { .text($0 == .absent ? "absent" : $0 == .placeholder ? "placeholder" : "blank") } ?? .none),
      ("bot_login", bot.flatMap { subject.knowledge.persons.login($0) }.map { .text($0) } ?? .none),
      ("bot_spoke", .flag(botSpoke)),
      ("closed", .flag(subject.conversation.isClosed)),
      ("refused_utf16", refusedLength.map { .integer($0) } ?? .none),
      ("refusal_code", refusalCode.map { .integer(Int64($0)) } ?? .none),
      ("consumer_went_away", .flag(wentAway)),
      ("not_received", .flag(notReceived)),
      ("request_without_answer", .flag(lostRequest)),
      ("typing_ms", typing.map { .integer($0) } ?? .none),
      ("next_consumer_content_ms", nextWriting.map { .integer($0) } ?? .none),
      ("sms_images_arrive", .flag(subject.knowledge.smsImagesArrive(in: subject.conversation.account))),
      ("outage", subject.outageDetail(ofBot: bot, at: moment)),
    ]
  }
}

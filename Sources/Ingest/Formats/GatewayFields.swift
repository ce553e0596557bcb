import Model

/// A text message as a telephone gateway writes it: its fields by name, from JSON or from a form. Their names are those of the
/// widely used gateway, of its webhooks (`NumMedia`) and of its lists (`num_media`).
struct GatewayFields {
  private var id = ""
  private var body: String?
  private var mediaCount: String?
  private var direction = ""
  private var status = ""
  /// It has what the gateway posts of messages that it took in and of no others: it tells what became of others without it.
  private var isTakenIn = false
  /// When a recorder wrote it down, if its time stands among the fields.
  var recorded: Timestamp?
  private var sent: String?
  private var created: String?
  private var conversation = ""
  private var mediaAddresses = 0
  private var kinds: GatewayMessage.MediaKinds = []

  private static let nothing: Set<String> = ["", "undefined", "null", "NA"]

  /// Longer values of other fields than the text are none that a gateway writes.
  private static let lengthLimit = 256

  /// Takes one field in; names that mean nothing here are passed over.
  mutating func set(_ name: String, _ value: String) {
    if name == "Body" || name == "body" {
      body = value
      isTakenIn = isTakenIn || name == "Body"
      return
    }
    guard name.utf8.count <= 64, value.utf8.count <= Self.lengthLimit || name.hasPrefix("MediaUrl") else { return }
    switch name {
    case "MessageSid", "SmsSid", "SmsMessageSid", "sid": if id.isEmpty { id = value }
    case "NumMedia", "num_media":
      mediaCount = value
      isTakenIn = isTakenIn || name == "NumMedia"
    case "direction", "Direction": direction = value.lowercased()
    case "SmsStatus", "MessageStatus", "status": status = value.lowercased()
    case "date_sent", "DateSent": sent = value
    case "date_created", "DateCreated": created = value
    case "conversationId", "convId": conversation = value
    case "dialogId": if conversation.isEmpty { conversation = value }
    case _ where name.hasPrefix("MediaContentType"): addKind(value)
    case _ where name.hasPrefix("MediaUrl"): mediaAddresses += 1
    default: break
    }
  }

  private mutating func addKind(_ type: String) {
    switch type.lowercased().prefix(6) {
    case "image/": kinds.insert(.image)
    case "video/": kinds.insert(.video)
    case "audio/": kinds.insert(.audio)
    case "": break
    default: kinds.insert(.other)
    }
  }

  /// Reads the message's fact into the stream.
  func read(into stream: inout Stream) {
    if Self.nothing.contains(id) {
      stream.report(.missingField, "a gateway's message without an id; it was passed over")
      return
    }
    // A report of delivery names the message and says nothing else of it.
    if body == nil, mediaCount == nil, mediaAddresses == 0 { return stream.ignore("gateway's report of delivery") }
    var message = GatewayMessage(id: Identifier(id, names: &stream.facts.names))
    let isNamed = !Self.nothing.contains(conversation)
    message.conversation =
      isNamed ? Identifier(conversation, names: &stream.facts.names) : stream.envelope.conversation
    message.direction = way
    if message.direction == .unknown {
      stream.report(.missingField, "a gateway's message without a direction; it is used only if another copy has it")
    }
    message.time = moment(sent, &stream) ?? moment(created, &stream) ?? recorded ?? stream.envelope.time
    let count = mediaCount.flatMap { Int32($0) } ?? Int32(clamping: mediaAddresses)
    message.mediaCount = max(0, count)
    message.mediaKinds = kinds
    if let body {
      let mask = stream.options.maskCharacters
      let measure =
        PlainText(Array(body.utf8))?.withRecord { $0.measure($0.root, mask: mask) } ?? TextMeasure(state: .absent)
      message.text = measure.state
      message.utf16Count = measure.utf16Count
    }
    stream.facts.gatewayMessages.insert(message, evidence: stream.evidence)
  }

  private var way: GatewayMessage.Direction {
    if direction == "inbound" { return .inbound }
    if direction.hasPrefix("outbound") { return .outbound }
    switch status {
    case "received", "receiving": return .inbound
    case "accepted", "scheduled", "queued", "sending", "sent", "delivered", "read", "undelivered", "failed":
      return .outbound
    default: return isTakenIn ? .inbound : .unknown
    }
  }

  private func moment(_ text: String?, _ stream: inout Stream) -> Timestamp? {
    guard let text else { return nil }
    if let time = NamedMonthTime(text) { return stream.moment(time) }
    let bytes = Array(text.utf8)
    return unsafe stream.moment(writtenIn: bytes.span.bytes, 0, bytes.count)
  }
}

import Model

/// What the gateway of the telephone network posts to a connector, form-encoded: `MessageSid=…&NumMedia=1&Body=&From=%2B1…`.
/// Telephone numbers and texts are passed over or measured, never kept.
struct GatewayForm {
  static let info = LayoutInfo(
    "gateway-form", "a form that an SMS gateway posted to a connector",
    recognizedBy: "`MessageSid=` or `SmsSid=` among form-encoded fields",
    tells: [.gatewayMessages])

  var id = ""
  var direction = GatewayMessage.Direction.unknown
  var mediaCount: Int32 = 0
  var mediaKinds: GatewayMessage.MediaKinds = []
  /// Nil where the form has no text.
  var body: [UInt8]?

  /// Where the fields begin: behind the last blank of the line; nil where there are none.
  private static func start(_ bytes: RawSpan, _ range: Range<Int>) -> Int? {
    var start = range.upperBound
    while start > range.lowerBound, !bytes.byte(start - 1).isBlank { start -= 1 }
    guard start < range.upperBound, bytes.byte(start).isLetter else { return nil }
    return start
  }

  static func recognizes(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    guard let start = start(bytes, range) else { return false }
    var cursor = TextCursor(at: start, end: range.upperBound)
    guard !cursor.takeWord(bytes).isEmpty, cursor.take("=", bytes) else { return false }
    let fields = start..<range.upperBound
    return bytes.contains("MessageSid=", in: fields) || bytes.contains("SmsSid=", in: fields)
  }

  init?(_ bytes: RawSpan, _ range: Range<Int>) {
    guard let start = Self.start(bytes, range) else { return nil }
    var at = start
    while at < range.upperBound {
      var end = at
      while end < range.upperBound, bytes.byte(end) != UInt8(ascii: "&") { end += 1 }
      readField(bytes, at..<end)
      at = end + 1
    }
    if id.isEmpty { return nil }
  }

  private mutating func readField(_ bytes: RawSpan, _ range: Range<Int>) {
    guard let equals = range.first(where: { bytes.byte($0) == UInt8(ascii: "=") }) else { return }
    let value = Self.decoded(bytes, equals + 1..<range.upperBound)
    var text: String { String(decoding: value, as: UTF8.self) }
    switch bytes.text(range.lowerBound..<min(equals, range.lowerBound + 40)) {
    case "MessageSid": id = text
    case "SmsSid", "SmsMessageSid": if id.isEmpty { id = text }
    case "NumMedia": mediaCount = Int32(text) ?? mediaCount
    case "Body": body = value
    case "SmsStatus", "MessageStatus": direction = text == "received" || text == "receiving" ? .inbound : .outbound
    case let key where key.hasPrefix("MediaContentType"): mediaKinds.insert(GatewayMessage.MediaKinds(mimeType: text))
    default: break
    }
  }

  /// Undoes the encoding of forms (HTML, application/x-www-form-urlencoded): `+` is a space, `%41` a byte.
  private static func decoded(_ bytes: RawSpan, _ range: Range<Int>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes.byte(at)
      at += 1
      if byte == UInt8(ascii: "%"), at + 2 <= range.upperBound, let high = bytes.byte(at).hexDigit,
        let low = bytes.byte(at + 1).hexDigit
      {
        decoded.append(high << 4 | low)
        at += 2
      } else {
        decoded.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return decoded
  }
}

extension GatewayMessage.MediaKinds {
  init(mimeType: String) {
    switch mimeType.split(separator: "/").first {
    case "image": self = .image
    case "video": self = .video
    case "audio": self = .audio
    default: self = .other
    }
  }
}

extension Stream {
  mutating func readGatewayForm(_ bytes: RawSpan, _ range: Range<Int>) {
    guard let form = GatewayForm(bytes, range) else {
      return report(.missingField, "a gateway's form without MessageSid; it was passed over")
    }
    summary.recordsByLayout[GatewayForm.info.name, default: 0] += 1
    var message = GatewayMessage(id: Identifier(form.id, names: &facts.names))
    message.direction = form.direction
    message.time = envelope.time
    message.mediaCount = form.mediaCount
    message.mediaKinds = form.mediaKinds
    if let body = form.body { measure(body, into: &message) }
    facts.gatewayMessages.insert(message, evidence: evidence)
  }

  private mutating func measure(_ text: [UInt8], into message: inout GatewayMessage) {
    let mask = options.maskCharacters
    guard let measure = PlainText(text)?.withRecord({ $0.measure($0.root, mask: mask) }) else {
      return report(.invalidUTF8, "a gateway's text is not UTF-8; its length is not known")
    }
    message.text = measure.state
    message.utf16Count = measure.utf16Count
  }

  /// The Java connectors' `sent SMS {From=[…], To=[…], Body=[…]}`: the message has no id, so its place is one.
  mutating func readSentSMS(_ bytes: RawSpan, _ range: Range<Int>) {
    var message = GatewayMessage(
      id: Identifier("line \(place.record) of \(summary.path)", names: &facts.names))
    message.direction = .outbound
    message.time = envelope.time
    var cursor = TextCursor(at: range.lowerBound, end: range.upperBound)
    while !cursor.isAtEnd, !cursor.take("Body=[", bytes) { cursor.at += 1 }
    var end = range.upperBound
    if end > cursor.at, bytes.byte(end - 1) == UInt8(ascii: "}") { end -= 1 }
    if end > cursor.at, bytes.byte(end - 1) == UInt8(ascii: "]") { end -= 1 }
    if cursor.at <= end { measure((cursor.at..<end).map { bytes.byte($0) }, into: &message) }
    facts.gatewayMessages.insert(message, evidence: evidence)
  }
}

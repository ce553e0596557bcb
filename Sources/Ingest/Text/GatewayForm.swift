import Model

/// What the gateway of the telephone network posts to a connector, form-encoded: `MessageSid=…&NumMedia=1&Body=&From=%2B1…`.
/// Telephone numbers and texts are passed over or measured, never kept.
enum GatewayForm {
  static let info = LayoutInfo(
    "gateway-form", "a form that an SMS gateway posted to a connector",
    recognizedBy: "`MessageSid=` or `SmsSid=` among form-encoded fields, in a line or in an envelope",
    tells: [.gatewayMessages])

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

  /// Whether a string of a record holds a form. Some encoders of JSON write `=` as an escape; nothing is decoded to find that out.
  static func isHeld(in node: JSONNode, _ record: JSONRecord) -> Bool {
    let start = record.offset(node) + 1
    let text = start..<start + record.count(node)
    var cursor = TextCursor(at: start, end: text.upperBound)
    guard !cursor.takeWord(record.bytes).isEmpty else { return false }
    guard cursor.take("=", record.bytes) || cursor.take("\\u003d", record.bytes) || cursor.take("\\u003D", record.bytes)
    else { return false }
    let names: [StaticString] = [
      "MessageSid=", "MessageSid\\u003d", "MessageSid\\u003D", "SmsSid=", "SmsSid\\u003d", "SmsSid\\u003D",
    ]
    return names.contains { record.bytes.contains($0, in: text) }
  }

  static func read(_ bytes: RawSpan, _ range: Range<Int>, into stream: inout Stream) {
    guard let start = start(bytes, range) else { return }
    stream.summary.recordsByLayout[info.name, default: 0] += 1
    var message = GatewayFields()
    var at = start
    while at < range.upperBound {
      var end = at
      while end < range.upperBound, bytes.byte(end) != UInt8(ascii: "&") { end += 1 }
      if let equals = (at..<end).first(where: { bytes.byte($0) == UInt8(ascii: "=") }) {
        let value = decoded(bytes, equals + 1..<end)
        if let text = String(validating: value, as: UTF8.self) {
          message.set(bytes.text(at..<min(equals, at + longestName)), text)
        } else {
          stream.report(.invalidUTF8, "a field of a gateway's form is not UTF-8; it was passed over")
        }
      }
      at = end + 1
    }
    message.read(into: &stream)
  }

  /// Longer names are none of a gateway's.
  private static let longestName = 64

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

extension Stream {
  /// Reads a form that was written into a record.
  mutating func readEmbeddedForm(_ node: JSONNode, _ record: JSONRecord) {
    if embeddedLimit(for: node, record) == nil { return }
    var bytes = Array(record.text(node).utf8)
    while let last = bytes.last, last.isJSONWhitespace { bytes.removeLast() }
    guard unsafe GatewayForm.recognizes(bytes.span.bytes, 0..<bytes.count) else {
      return reportUnrecognized("a string that looks like a gateway's form and is not")
    }
    unsafe GatewayForm.read(bytes.span.bytes, 0..<bytes.count, into: &self)
  }

  /// The Java connectors' `sent SMS {From=[…], To=[…], Body=[…]}`: of all that a gateway knows, only the text.
  mutating func readSentSMS(_ bytes: RawSpan, _ range: Range<Int>) {
    var message = GatewayMessage(id: .absent)
    message.direction = .outbound
    message.time = envelope.time
    var cursor = TextCursor(at: range.lowerBound, end: range.upperBound)
    while !cursor.isAtEnd, !cursor.take("Body=[", bytes) { cursor.at += 1 }
    var end = range.upperBound
    if end > cursor.at, bytes.byte(end - 1) == UInt8(ascii: "}") { end -= 1 }
    if end > cursor.at, bytes.byte(end - 1) == UInt8(ascii: "]") { end -= 1 }
    let mask = options.maskCharacters
    let text = PlainText(cursor.at <= end ? (cursor.at..<end).map { bytes.byte($0) } : [])
    guard let measure = text?.withRecord({ $0.measure($0.root, mask: mask) }) else {
      return report(.invalidUTF8, "a gateway's text is not UTF-8; it was passed over")
    }
    message.text = measure.state
    message.utf16Count = measure.utf16Count
    facts.gatewayMessages.insert(message, evidence: evidence)
  }
}

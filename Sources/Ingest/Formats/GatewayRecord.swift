import Model

/// A text message of the telephone network as its gateway writes it: the body of its webhook, or an entry of its lists.
enum GatewayRecord: InputFormat {
  static let info = LayoutInfo(
    "sms-gateway", "a text message as the telephone gateway saw it",
    recognizedBy: "`MessageSid`, `SmsSid` or `sid` with `NumMedia` or `num_media`, or with `Body` and `From`",
    tells: [.gatewayMessages])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    guard fields.keys.contains(.gatewayId) else { return false }
    return fields.keys.contains(.mediaCount) || isWebhook(fields, record)
  }

  /// Without the number of pictures: reports of delivery, and gateways that only look like this one.
  private static func isWebhook(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    var found = 0
    var hasId = false
    var members = record.members(fields.node)
    while let (key, _, name) = members.nextMember(in: record) {
      if key == .messageSid || key == .smsSid { hasId = true }
      if record.count(name) > 16 { continue }
      if ["Body", "From", "To", "SmsStatus", "MessageStatus"].contains(record.text(name)) { found += 1 }
    }
    return hasId && found >= 2
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    var message = GatewayFields()
    message.recorded = stream.moment(fields.time, record)
    var members = record.members(fields.node)
    while let (_, value, name) = members.nextMember(in: record) {
      switch record.kind(value) {
      case .string, .number: message.set(record.text(name), record.text(value))
      default: break
      }
    }
    message.read(into: &stream)
  }
}

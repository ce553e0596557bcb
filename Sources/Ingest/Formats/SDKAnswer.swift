import Model

/// Small values that the agent SDK logs around the events: connection states and errors, which are told, and close codes and answers
/// to calls, which are counted, since they do not say to what they belong.
enum SDKAnswer: InputFormat {
  static let info = LayoutInfo(
    "sdk-answer", "what the agent SDK logs about its connection and calls",
    recognizedBy: "`connected`, an error's `code`, a close code, the answer to a call",
    tells: [.connections, .logins])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool { kind(fields, record) != nil }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    let details = ConnectionDetails(record, fields.node)
    switch kind(fields, record) {
    case "connected": stream.noteConnection(.connected, details)
    case "closed":
      // Without its event's name a number may be anything: the year of a line that was cut.
      stream.ignore("closed")
    case "error": stream.noteConnection(.error, details)
    case "success": stream.noteConnection(.success, details)
    case let kind: stream.ignore(kind ?? name)
    }
  }

  private static func kind(_ fields: TopLevel, _ record: JSONRecord) -> String? {
    switch record.kind(fields.node) {
    case .number:
      // RFC 6455 section 7.4: the codes with which a socket closes.
      return record.integer(fields.node).map { (1000...4999).contains($0) } == true ? "closed" : nil
    case .string: return isAnswerText(fields.node, record) ? "answer" : nil
    case .object: break
    default: return nil
    }
    if record.flag(fields.connected) != nil { return "connected" }
    if let call = fields.syscall, record.kind(call) == .string, record.count(call) > 0, fields.code != nil {
      return "error"
    }
    // The SDK's own errors: `{"code": …, "service": …, "error": …}`.
    if fields.code != nil, record.member(.service, of: fields.node) != nil,
      record.member(.error, of: fields.node) != nil
    {
      return "error"
    }
    // A consumer's profile, by its two keys.
    if fields.memberCount == 2, record.word(fields.type) == .personal { return "profile" }
    guard fields.memberCount == 1 else { return nil }
    if ConnectionDetails(record, fields.node).step != .unknown { return "success" }
    if fields.subscriptionId != nil || fields.currentTime != nil || fields.conversationId != nil { return "answer" }
    return fields.sequence != nil ? "answer" : nil
  }

  private static func isAnswerText(_ node: JSONNode, _ record: JSONRecord) -> Bool {
    let text = record.text(node)
    return text.hasPrefix("OK ") || text.hasSuffix(" updated successfully")
  }
}

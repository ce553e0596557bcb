import Model

/// A message of the Singer protocol, as taps write them: records of several streams among schemas and states. What the tap for this
/// platform leaves out of a conversation (structured content, dialogs, whole sections) is missing, not empty; types tell it.
enum SingerMessage: InputFormat {
  static let info = LayoutInfo(
    "singer", "a message of a Singer tap",
    recognizedBy: "`type` is `RECORD`, `SCHEMA` or `ACTIVATE_VERSION` with a `stream`, or `STATE` with a `value`",
    tells: [.historyMessages, .logins, .availability, .connections, .accounts, .bots])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool { kind(fields, record) != .unknown }

  /// Other programs call their types so too, but in small letters.
  private static func kind(_ fields: TopLevel, _ record: JSONRecord) -> Keyword {
    if fields.keys.isDisjoint(with: [.stream, .value]) { return .unknown }
    let word = record.word(fields.type)
    let name: String
    switch word {
    case .record where fields.keys.contains(.stream) && isObject(.record, fields, record): name = "RECORD"
    case .schema where fields.keys.contains(.stream) && isObject(.schema, fields, record): name = "SCHEMA"
    case .activateVersion where fields.keys.contains(.stream): name = "ACTIVATE_VERSION"
    case .state where fields.hasObject(.value, .value, record): name = "STATE"
    default: return .unknown
    }
    return fields.type.map { record.text($0) == name } == true ? word : .unknown
  }

  private static func isObject(_ key: Keyword, _ fields: TopLevel, _ record: JSONRecord) -> Bool {
    record.member(key, of: fields.node).map { record.kind($0) == .object } ?? false
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    switch kind(fields, record) {
    case .record: break
    case .schema: return stream.ignore("singer schema")
    case .state: return stream.ignore("singer state")
    default: return stream.ignore("singer version")
    }
    guard let inner = record.member(.record, of: fields.node) else { return }
    let outer = stream.envelope
    defer { stream.envelope = outer }
    if let time = stream.moment(record.member(.timeExtracted, of: fields.node), record) { stream.envelope.time = time }
    let name = record.member(.stream, of: fields.node)
    switch name.map({ record.count($0) <= 64 ? record.text($0) : "" }) ?? "" {
    case "users": UserRecord.read(record, inner, .absent, into: &stream)
    case "agent_activity": AgentSession.read(record, inner, .absent, into: &stream)
    case "engagement_history": stream.ignore(ChatHistory.kind)
    case "skills": stream.ignore("skill")
    case "agent_groups": stream.ignore("agent group")
    case "queue_health": stream.ignore("queue health")
    case "messaging_interactions", "agent_status": stream.read(record, inner)
    default:
      // Streams may be renamed on their way, and others carry what a webhook or a bot received.
      if EnvelopeContent.isFrame(inner, record) { return stream.read(record, inner) }
      stream.ignore("singer record of another stream")
    }
  }
}

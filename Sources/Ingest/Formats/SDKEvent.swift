import Model

/// What the agent SDK hands to a bot: a payload without `kind`, whose event name stands outside of it, if anywhere.
enum SDKEvent: InputFormat {
  static let info = LayoutInfo(
    "sdk-event", "what the agent SDK hands to a bot",
    recognizedBy: "`changes`, a single change or event, without `kind`",
    tells: [.messageEvents, .conversationChanges, .agentChanges, .bots, .availability])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    if fields.kind != nil { return false }
    if let changes = fields.changes { return record.kind(changes) == .array || record.kind(changes) == .object }
    return isBareChange(fields, record) || isBareEvent(fields, record) || isBareState(fields, record)
      || isFlatMessage(fields, record)
  }

  /// What the vendor's sample bot hands on of a message: `{dialogId, sequence, message, originatorMetadata}`.
  private static func isFlatMessage(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.event == nil && fields.dialogId != nil && fields.sequence != nil && fields.originatorId != nil
      && record.member(.message, of: fields.node) != nil
  }

  private static func isBareChange(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    guard let result = fields.result, record.kind(result) == .object else { return false }
    let type = record.word(fields.type)
    return type == .upsert || type == .delete
  }

  private static func isBareEvent(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    guard let event = fields.event, record.kind(event) == .object else { return false }
    return fields.dialogId != nil && (fields.sequence != nil || fields.originatorId != nil)
  }

  /// Functions on the platform get a conversation's state as it is, without `conversationDetails` around it.
  private static func isBareState(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    (fields.conversationId != nil || fields.keys.contains(.convId)) && fields.state != nil
      && (fields.participants != nil || fields.dialogs != nil)
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    if isExported(stream) { stream.passed(stream.envelope.time) } else { stream.heard(stream.envelope.time) }
    if isBareChange(fields, record) {
      ConversationChange.of(fields.node, in: record, &stream).read(record, [.events, .agentStream], into: &stream)
    } else if isBareEvent(fields, record) || isFlatMessage(fields, record) {
      MessageEvent.of(fields.node, in: record, &stream)
        .read(record, isExported(stream) ? .history : .live, into: &stream)
    } else if fields.changes == nil {
      ConversationChange(record, state: fields.node).read(
        record, isExported(stream) ? .history : .events, into: &stream)
    } else if !Notification.read(kind(fields, record), record, fields.node, isAgentStream: true, into: &stream) {
      stream.ignore("sdk event without changes")
    }
  }

  /// Whether this is an element of an export of what was said long before, which no program received.
  private static func isExported(_ stream: borrowing Stream) -> Bool {
    stream.pages.key == .messageEventRecords || stream.pages.key == .conversationHistoryMetadataRecords
  }

  /// What notification a payload is, where keys alone tell that it is nothing else.
  static func notification(_ fields: TopLevel, _ record: JSONRecord) -> Keyword? {
    guard fields.changes != nil, fields.result == nil, fields.event == nil, fields.state == nil, fields.sequence == nil
    else { return nil }
    return kind(fields, record)
  }

  /// The payload's kind by what its first change holds: its name may not have been logged.
  private static func kind(_ fields: TopLevel, _ record: JSONRecord) -> Keyword {
    var changes = record.elements(fields.changes)
    guard let first = changes.next(in: record) else { return .unknown }
    if record.member(.event, of: first) != nil { return .messagingEventNotification }
    var result = record.members(record.member(.result, of: first))
    while let (key, _, _) = result.nextMember(in: record) {
      switch key {
      case .convId, .conversationDetails: return .exConversationChangeNotification
      case .ringsDetails: return .routingTaskNotification
      case .availability: return .agentStateNotification
      default: break
      }
    }
    return .unknown
  }
}

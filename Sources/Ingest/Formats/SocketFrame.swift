import Model

/// A frame of the messaging service's socket: a request, its response, or a notification as an agent's socket receives it.
enum SocketFrame: InputFormat {
  static let info = LayoutInfo(
    "socket-frame", "a frame of the messaging service's socket",
    recognizedBy: "`kind` is `req`, `resp` or, with a `type` that begins with a dot or is "
      + "`ms.OnlineEventDistribution`, `notification`; nothing but `reqId`, `code` and `body`",
    tells: [.messageEvents, .conversationChanges, .agentChanges, .exchanges, .connections, .availability])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    switch record.word(fields.kind) {
    case .request, .response: true
    case .notification: isAgentType(fields.type, record)
    default: isPlainAnswer(fields, record)
    }
  }

  /// The Connector API answers without a `kind`. Whatever says more is another's record, or holds one.
  private static func isPlainAnswer(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    guard fields.kind == nil, isValue(fields.reqId, record), isValue(fields.code, record),
      fields.memberCount == 2 + (fields.body == nil ? 0 : 1) + (fields.type == nil ? 0 : 1)
    else { return false }
    return fields.body.map { !EnvelopeContent.isFrame($0, record) } ?? true
  }

  private static func isValue(_ node: JSONNode?, _ record: JSONRecord) -> Bool {
    node.map { record.kind($0) == .string && record.count($0) > 0 || record.kind($0) == .number } ?? false
  }

  /// Types on an agent's socket begin with a dot, `.ams.aam.ExConversationChangeNotification`, or are of no other socket:
  /// `ms.OnlineEventDistribution`.
  static func isAgentType(_ type: JSONNode?, _ record: JSONRecord) -> Bool {
    guard let type, record.kind(type) == .string, record.count(type) > 0 else { return false }
    return record.bytes.byte(record.offset(type) + 1) == UInt8(ascii: ".")
      || record.typeWord(type) == .onlineEventDistribution
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    let type = record.typeWord(fields.type)
    let kind = fields.kind == nil ? .response : record.word(fields.kind)
    switch kind {
    case .request:
      stream.passed(stream.envelope.time)
      readRequest(type, fields, record, &stream)
    case .response:
      stream.heard(stream.envelope.time)
      readResponse(type, fields, record, &stream)
    default:
      stream.exchanges.learn(.assignedAgent)
      Notification.readFrame(type, record, fields.body, isAgentStream: true, into: &stream)
    }
  }

  private static func readRequest(
    _ type: Keyword, _ fields: TopLevel, _ record: JSONRecord, _ stream: inout Stream
  ) {
    var request = PendingExchanges.Request(
      id: record.identifier(fields.id, &stream.facts.names, minusOneIsAbsent: false), evidence: stream.evidence,
      sent: stream.envelope.time)
    let dialog = record.identifier(record.member(.dialogId, of: fields.body), &stream.facts.names)
    switch type {
    case .publishEvent:
      let event = EventContent(record, record.member(.event, of: fields.body))
      let type = event.type(record)
      guard type == .content || type == .richContent else { break }
      request.kind = .publish
      request.dialog = dialog
      request.content = event.measured(
        record, stream.options, isHashed: stream.exchanges.side != .consumer)
    case .queryMessages, .subscribeMessagingEvents:
      request.kind = .query
      request.dialog = dialog
    case .updateRingState:
      if record.word(record.member(.ringState, of: fields.body)) == .accepted {
        request.kind = .acceptRing
        request.dialog = RoutingTask.conversation(
          ofRing: record.member(.ringId, of: fields.body), record, &stream.facts.names)
      }
    case .updateConversationField: JoinRequest.read(fields.body, record, &request, &stream)
    case .consumerRequestConversation: stream.exchanges.learn(.consumer)
    case .getUserProfile:
      // Of nobody else than the program's own user, who is named in the answer.
      request.asksForOwner = record.member(.userId, of: fields.body) == nil
    default:
      request.event = event(type, fields.body, record, &stream)
      // Nobody sets another's availability.
      if let event = request.event, event.kind == .availability { stream.nameOwner(event.agent) }
    }
    if isAgentRequest(type) { stream.exchanges.learn(.assignedAgent) }
    if authenticatesConsumer(fields.headers, record) {
      // It does so once, to begin with.
      stream.settle(stream.exchanges.beginConnection())
      stream.exchanges.learn(.consumer)
    }
    if request.kind == nil, request.event == nil { stream.ignore("request of another type") }
    stream.settle(stream.exchanges.begin(request))
  }

  /// What a request means for the program that sent it.
  private static func event(
    _ type: Keyword, _ body: JSONNode?, _ record: JSONRecord, _ stream: inout Stream
  ) -> AgentEvent? {
    let kind: AgentEvent.Kind? =
      switch type {
      case .setAgentState: .availability
      case .subscribeExConversations: .conversationsSubscribed
      case .subscribeRoutingTasks: .ringsSubscribed
      case .getClock: .heartbeat
      default: nil
      }
    guard let kind else { return nil }
    var event = AgentEvent(kind, time: stream.envelope.time)
    var members = record.members(body)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .availability: event.availability = .init(record.word(value))
      case .agentUserId, .agentId: event.agent = record.identifier(value, &stream.facts.names)
      case .brandId: event.account = record.identifier(value, &stream.facts.names)
      default: break
      }
    }
    return kind == .availability && event.availability == .unknown ? nil : event
  }

  private static func isAgentRequest(_ type: Keyword) -> Bool {
    switch type {
    case .updateRingState, .setAgentState, .subscribeRoutingTasks, .subscribeAgentsState, .agentRequestConversation:
      true
    default: false
    }
  }

  private static func authenticatesConsumer(_ headers: JSONNode?, _ record: JSONRecord) -> Bool {
    var entries = record.elements(headers)
    while let entry = entries.next(in: record) {
      if record.typeWord(record.member(.type, of: entry)) == .consumerAuthentication { return true }
    }
    return false
  }

  private static func readResponse(
    _ type: Keyword, _ fields: TopLevel, _ record: JSONRecord, _ stream: inout Stream
  ) {
    let id = record.identifier(fields.reqId, &stream.facts.names, minusOneIsAbsent: false)
    let items = readQueryAnswer(type, fields.body, record, &stream)
    guard var exchange = stream.exchanges.end(id, outcome(fields.code, record)) else {
      // Its request lies in another stream, if anywhere: it tells nothing.
      stream.ignore("response without its request")
      return
    }
    if exchange.request.asksForOwner {
      stream.nameOwner(record.identifier(record.member(.userId, of: fields.body), &stream.facts.names))
    }
    exchange.items = items
    exchange.hasReason = saysSomething(fields.body, record)
    exchange.sequence = record.sequence(record.member(.sequence, of: fields.body))
    stream.settle([exchange])
  }

  private static func saysSomething(_ body: JSONNode?, _ record: JSONRecord) -> Bool {
    guard let body else { return false }
    switch record.kind(body) {
    case .string: return record.count(body) > 0
    case .object: return !record.members(body).isEmpty
    case .array: return !record.elements(body).isEmpty
    case .number, .bool: return true
    case .null: return false
    }
  }

  /// The Connector API writes "OK" where the socket writes 200; what a code of another form means, nobody knows.
  private static func outcome(_ code: JSONNode?, _ record: JSONRecord) -> Exchange.Outcome {
    guard let code, record.kind(code) != .null else { return .answered(200) }
    if let number = record.integer(code) { return Int32(exactly: number).map { .answered($0) } ?? .unknown }
    return record.kind(code) == .string && record.text(code).lowercased() == "ok" ? .answered(200) : .unknown
  }

  /// The messages in the answer to a query.
  private static func readQueryAnswer(
    _ type: Keyword, _ body: JSONNode?, _ record: JSONRecord, _ stream: inout Stream
  ) -> Int32 {
    guard type == .queryMessagesResponse, let body, record.kind(body) != .string else { return 0 }
    var items: Int32 = 0
    var events = record.elements(body)
    while let event = events.next(in: record) {
      MessageEvent.of(event, in: record, &stream).read(record, .queried, into: &stream)
      items = items &+ 1
    }
    return items
  }
}

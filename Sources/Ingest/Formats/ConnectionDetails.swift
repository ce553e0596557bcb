import Model

/// What the payload of an event of the connection says, or of the answer to a call: `{code, service, error}`, `{location}`,
/// `{connected, ts}`, or a close code alone.
struct ConnectionDetails {
  var isConnected: Bool?
  var code: Int32?
  var service = AgentEvent.Service.unknown
  var step = AgentEvent.Step.unknown
  /// When it happened, where the recorder wrote no time of its own.
  var time: Timestamp?
  /// An error of the SDK or of the network, not only something with a code.
  var isError = false
  var hasLocation = false

  init() {}

  init(_ record: JSONRecord, _ node: JSONNode) { fold(record, node, depth: 1) }

  /// - Parameter depth: 1 for the payload or what a recorder wrote around it, 2 for what lies in that.
  mutating func fold(_ record: JSONRecord, _ node: JSONNode, depth: Int = 2) {
    switch record.kind(node) {
    case .number: foldCode(record, node)
    case .object:
      var members = record.members(node)
      while let (key, value, _) = members.nextMember(in: record) { foldMember(key, value, record, depth) }
    case .array where depth < 3:
      var elements = record.elements(node)
      while let element = elements.next(in: record) { fold(record, element, depth: depth + 1) }
    default: break
    }
  }

  /// RFC 6455 section 7.4: the codes with which a socket closes.
  private mutating func foldCode(_ record: JSONRecord, _ node: JSONNode) {
    if let number = record.integer(node), (1000...4999).contains(number) { code = code ?? Int32(exactly: number) }
  }

  private mutating func foldMember(_ key: Keyword, _ value: JSONNode, _ record: JSONRecord, _ depth: Int) {
    switch key {
    // 0 and -1 are the platform's words for none.
    case .code: code = record.integer(value).flatMap { $0 > 0 ? Int32(exactly: $0) : nil } ?? code
    case .connected: isConnected = record.flag(value) ?? isConnected
    case .ts: time = record.timestamp(value) ?? time
    case .error, .body, .payload, .data, .message:
      if key == .error, record.kind(value) != .null { isError = true }
      if depth == 1 { fold(record, value) }
    case .errno, .syscall: isError = true
    case .service:
      isError = true
      if let word = AgentEvent.Service(record.word(value)) { service = word }
    case .location where record.kind(value) == .string: foldLocation(record.text(value))
    default: break
    }
  }

  /// `Connect#Login`, `Reconnect#Relogin#WS`, `RefreshSession#REST`: the error's own service is the better word.
  private mutating func foldLocation(_ location: String) {
    hasLocation = true
    let parts = location.split(separator: "#")
    switch parts.first {
    case "Connect": step = .connect
    case "Reconnect": step = .reconnect
    case "RefreshSession": step = .refresh
    default: return
    }
    if service != .unknown { return }
    if parts.contains("CSDS") {
      service = .domains
    } else if parts.contains("Login") || parts.contains("Relogin") {
      service = .login
    } else if step == .refresh {
      service = .sessionRefresh
    } else if parts.contains("WS") {
      service = .messaging
    }
  }
}

extension AgentEvent.Service {
  fileprivate init?(_ word: Keyword) {
    switch word {
    case .messagingService: self = .messaging
    case .loginService: self = .login
    case .refreshService: self = .sessionRefresh
    case .domainService: self = .domains
    default: return nil
    }
  }
}

extension Stream {
  /// An event of the connection of the program that wrote the stream, or the answer to one of its calls, by its name.
  mutating func noteConnection(_ name: Keyword, _ details: ConnectionDetails) {
    let kind: AgentEvent.Kind
    switch name {
    case .connected: kind = details.isConnected == false ? .closed : .connected
    case .closed, .socketClosed: kind = .closed
    case .reconnecting: kind = .reconnecting
    case .error where details.isError: kind = details.service == .login ? .login : .failed
    case .success where details.hasLocation: kind = details.service == .login ? .login : .succeeded
    case .setAgentState: kind = .availability
    case .subscribeExConversations: kind = .conversationsSubscribed
    case .subscribeRoutingTasks: kind = .ringsSubscribed
    case .subscribeMessagingEvents: kind = .messagesQueried
    case .getClock: kind = .heartbeat
    case .error: return ignore("error")
    case .success: return ignore("success")
    default: return ignore("warning")
    }
    var event = AgentEvent(kind, time: envelope.time ?? details.time)
    event.account = envelope.account
    switch kind {
    case .closed: event.code = details.code
    case .failed, .login:
      event.code = details.code
      let failure = details.code.map { Exchange.Outcome.answered($0) } ?? (kind == .login ? .unanswered : .unknown)
      event.outcome = name == .success ? .answered(200) : failure
      (event.service, event.step) = (details.service, details.step)
    case .succeeded: (event.service, event.step) = (details.service, details.step)
    case .availability, .conversationsSubscribed, .ringsSubscribed, .messagesQueried, .heartbeat:
      event.outcome = details.isError ? .unknown : .answered(200)
      if let code = details.code { event.outcome = .answered(code) }
    default: break
    }
    textLog.passed(kind)
    noteOrigin(of: &event)
    note(event)
  }
}

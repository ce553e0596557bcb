import Model

/// What a recorder wrote around a frame: `{"time": …, "event": …, "body": {…}}` and the like. The frame is found inside, whatever
/// its key, as an object, as JSON written into a string, or as the form that a gateway posted.
enum Envelope: InputFormat {
  static let info = LayoutInfo(
    "envelope", "what a recorder wrote around another record",
    recognizedBy: "a member that is a record of another layout; "
      + "the name of an event of the connection or of an SDK's call",
    tells: [.connections, .logins, .availability])

  /// What the envelope says about the frame in it.
  struct Context {
    /// When the recorder wrote it.
    var time: Timestamp?
    var account = Identifier.absent
    /// Which conversation a record in it is of that knows of none, as a telephone gateway's.
    var conversation = Identifier.absent
    /// Whose login is recorded, and where it came from.
    var login: LoginOrigin?
    var depth = 0
  }

  /// A recorder's envelope may itself be wrapped by whoever shipped the log, but not endlessly.
  fileprivate static let depthLimit = 3

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    record.kind(fields.node) == .object && content(fields, record) != nil
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    guard let content = content(fields, record) else { return }
    let outer = stream.envelope
    defer { stream.envelope = outer }
    stream.envelope.depth += 1
    if let time = stream.moment(fields.time, record) { stream.envelope.time = time }
    let account = record.identifier(accountHeader(fields, record), &stream.facts.names)
    if !account.isAbsent { stream.envelope.account = account }
    let named = fields.conversationId ?? (fields.keys.contains(.convId) ? record.member(.convId, of: fields.node) : nil)
    let conversation = record.identifier(named ?? fields.dialogId, &stream.facts.names)
    if !conversation.isAbsent { stream.envelope.conversation = conversation }
    if !fields.keys.isDisjoint(with: [.login, .loginOrigin]) {
      stream.envelope.login = LoginOrigin(record, fields.node, &stream.facts.names)
    }
    switch content {
    case .frame(let node): stream.read(record, node)
    case .text(let node): stream.readEmbedded(node, record)
    case .form(let node): stream.readEmbeddedForm(node, record)
    case .event(let name): stream.noteConnection(name, ConnectionDetails(record, fields.node))
    case .answer(let isAnswered):
      if isAnswered { stream.heard(stream.envelope.time) }
      stream.ignore("answer")
    case .line(let node): stream.readEmbeddedLine(node, record)
    }
  }

  private enum Content {
    case frame(JSONNode)
    case text(JSONNode)
    /// What a gateway posted.
    case form(JSONNode)
    /// An event of the connection, or the answer to a call, by its name.
    case event(Keyword)
    /// Something else of a call: what was asked, or the answer to one that tells nothing of the connection.
    case answer(isAnswered: Bool)
    /// What a logger would have written as a line of text.
    case line(JSONNode)
  }

  private static func content(_ fields: TopLevel, _ record: JSONRecord) -> Content? {
    // A frame or a line inside says more than the name beside it.
    if let content = wrapped(fields.node, record, depth: 1) { return content }
    if let line = line(fields.node, record) { return .line(line) }
    return named(record.word(fields.event ?? fields.type ?? fields.name), fields, record)
  }

  /// The text of a logger that writes its lines as `{"level": …, "message": …, "timestamp": …}`.
  private static func line(_ node: JSONNode, _ record: JSONRecord) -> JSONNode? {
    var members = record.members(node)
    var message: JSONNode?
    var hasLevel = false
    while let (key, value, _) = members.nextMember(in: record) {
      switch record.kind(value) {
      case .object, .array: return nil
      case .string:
        if key == .level { hasLevel = true }
        if key == .message || key == .msg { message = value }
      case .number: if key == .level { hasLevel = true }
      default: break
      }
    }
    return hasLevel ? message : nil
  }

  /// A frame among an object's members; where there is none, the first member that is an envelope in its turn, else a text.
  private static func wrapped(_ node: JSONNode, _ record: JSONRecord, depth: Int) -> Content? {
    var members = record.members(node)
    var text: JSONNode?
    var envelope: JSONNode?
    while let (_, value, _) = members.nextMember(in: record) {
      switch record.kind(value) {
      case .object:
        if isFrame(value, record) { return .frame(value) }
        if envelope == nil, depth < depthLimit, wrapped(value, record, depth: depth + 1) != nil { envelope = value }
      case .string where looksLikeJSON(value, record): text = text ?? value
      default: break
      }
    }
    return envelope.map { .frame($0) } ?? text.map { .text($0) } ?? form(node, record).map { .form($0) }
  }

  private static func form(_ node: JSONNode, _ record: JSONRecord) -> JSONNode? {
    var members = record.members(node)
    while let (_, value, _) = members.nextMember(in: record) {
      if record.kind(value) == .string, GatewayForm.isHeld(in: value, record) { return value }
    }
    return nil
  }

  /// A record that says by itself what it is. Small values such as the SDK's answers do not: the name beside them tells.
  static func isFrame(_ node: JSONNode, _ record: JSONRecord) -> Bool {
    guard let place = Formats.innerPlace(of: TopLevel(record, node), record) else { return false }
    return Formats.all[place] != SDKAnswer.self
  }

  private static func looksLikeJSON(_ node: JSONNode, _ record: JSONRecord) -> Bool {
    record.count(node) > 10 && record.bytes.byte(record.offset(node) + 1) == UInt8(ascii: "{")
  }

  /// `connected`, `closed` and the like, and the SDK's calls, by the name that the recorder wrote.
  private static func named(_ name: Keyword, _ fields: TopLevel, _ record: JSONRecord) -> Content? {
    switch name {
    case .connected, .closed, .error, .success, .warn, .reconnecting: .event(name)
    case .getClock, .setAgentState, .subscribeExConversations, .subscribeRoutingTasks, .subscribeMessagingEvents:
      holdsAnswer(fields.node, record) ? .event(name) : .answer(isAnswered: false)
    case .subscribeAgentsState, .updateRingState, .updateConversationField, .publishEvent, .getUserProfile:
      .answer(isAnswered: holdsAnswer(fields.node, record))
    default: nil
    }
  }

  private static func holdsAnswer(_ node: JSONNode, _ record: JSONRecord) -> Bool {
    var members = record.members(node)
    while let (_, value, _) = members.nextMember(in: record) {
      switch record.kind(value) {
      case .object where record.members(value).isEmpty: return true
      case .object, .string:
        if SDKAnswer.recognizes(TopLevel(record, value), record) || record.word(value) == .success { return true }
      default: break
      }
    }
    return false
  }

  /// Webhook bodies name their account only in the request's header.
  private static func accountHeader(_ fields: TopLevel, _ record: JSONRecord) -> JSONNode? {
    var headers = record.members(fields.headers)
    while let (_, value, name) = headers.nextMember(in: record) {
      if record.word(name) == .accountHeader { return value }
    }
    return nil
  }
}

extension Stream {
  /// The bytes that a text written into a record may have; nil where it has more, which is reported.
  mutating func embeddedLimit(for node: JSONNode, _ record: JSONRecord) -> Int? {
    // Its text is held beside the record that it was written into.
    let limit = options.recordLimit / 4
    if record.count(node) <= limit { return limit }
    report(
      .recordTooLarge,
      "what was written into a string is larger than \(limit) bytes, a quarter of --max-record-bytes, and was passed over"
    )
    return nil
  }

  /// Reads a record that was written as text into another record.
  mutating func readEmbedded(_ node: JSONNode, _ record: JSONRecord) {
    guard let limit = embeddedLimit(for: node, record) else { return }
    var scanner = JSONScanner(recordLimit: limit)
    let bytes = Array(record.text(node).utf8)
    switch unsafe scanner.scan(bytes.span.bytes, from: 0, isFinal: true) {
    case .value where envelope.depth <= Envelope.depthLimit:
      read(unsafe JSONRecord(bytes: bytes.span.bytes, tape: scanner.tape.span), JSONNode(index: 0))
    case .fault(let fault):
      // The record around it is sound JSON all the same.
      if case .tooManyValues = fault.reason {
        report(.recordTooLarge, "in the JSON written into a string \(fault.message)")
      } else {
        reportUnrecognized("a string that looks like JSON and is not", because: fault.message)
      }
    default: reportUnrecognized("JSON written into strings more than \(Envelope.depthLimit) times over")
    }
  }
}

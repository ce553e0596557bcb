import Model

/// What an envelope holds, and where.
enum EnvelopeContent {
  /// The first of its members that is a record, or an envelope in its turn; others may follow.
  case frame(JSONNode, hasMore: Bool)
  /// JSON written into a string; or into several, of which this is the first.
  case texts(JSONNode, hasMore: Bool)
  /// An array, or the member that is one, of which some elements are records or envelopes.
  case list(JSONNode)
  /// What a gateway posted.
  case form(JSONNode)
  /// An event of the connection, or the answer to a call, by its name.
  case event(Keyword)
  /// Something else of a call: what was asked, or the answer to one that tells nothing of the connection.
  case answer(isAnswered: Bool)
  /// What a logger would have written as a line of text, or wrote and something else kept.
  case line(JSONNode)
  /// A line of a program's output, whatever it is, as the engine of its container kept it.
  case output(JSONNode)

  /// A recorder's envelope may itself be wrapped by whoever shipped the log, but not endlessly.
  static let depthLimit = 3
  /// So many elements of a list are looked at for one that tells what it is.
  private static let sampleLimit = 100

  /// Nil where the record is no envelope.
  init?(_ fields: TopLevel, _ record: JSONRecord) {
    switch record.kind(fields.node) {
    case .object: break
    case .array where Self.isList(fields.node, record):
      self = .list(fields.node)
      return
    default: return nil
    }
    // A frame or a line inside says more than the name beside it; the name says more than a line beside objects.
    if let content = Self.wrapped(fields.node, record, depth: 1) {
      self = content
      return
    }
    let line = Self.line(fields.node, record)
    if let line, !line.isAmongOthers {
      self = .line(line.message)
    } else if let content = Self.named(record.word(fields.event ?? fields.type ?? fields.name), fields, record) {
      self = content
    } else if let output = Self.output(fields, record) {
      self = .output(output)
    } else if let message = line?.message ?? Self.keptLine(fields.node, record) {
      self = .line(message)
    } else {
      return nil
    }
  }

  /// A frame among an object's members; where there is none, the first member that is an envelope in its turn, else a text, else a
  /// list.
  /// - Parameter isInList: lists do not lie in each other: what looks so is no export.
  private static func wrapped(
    _ node: JSONNode, _ record: JSONRecord, depth: Int, isInList: Bool = false
  ) -> EnvelopeContent? {
    var members = record.members(node)
    var frame: JSONNode?
    var text: JSONNode?
    var envelope: JSONNode?
    var hasArrays = false
    var (hasMoreTexts, hasMoreEnvelopes) = (false, false)
    while let (_, value, _) = members.nextMember(in: record) {
      switch record.kind(value) {
      case .object:
        if let frame { return .frame(frame, hasMore: true) }
        if isFrame(value, record) {
          frame = value
        } else if envelope != nil {
          hasMoreEnvelopes = true
        } else if depth < depthLimit, isEnvelope(value, record, depth: depth + 1, isInList: isInList) {
          envelope = value
        }
      case .string where frame == nil && looksLikeJSON(value, record):
        hasMoreTexts = text != nil
        text = text ?? value
      case .array: hasArrays = true
      default: break
      }
    }
    if let frame { return .frame(frame, hasMore: false) }
    if let envelope { return .frame(envelope, hasMore: hasMoreEnvelopes) }
    if let text { return .texts(text, hasMore: hasMoreTexts) }
    if let form = form(node, record) { return .form(form) }
    return hasArrays && !isInList ? list(node, record) : nil
  }

  private static func list(_ node: JSONNode, _ record: JSONRecord) -> EnvelopeContent? {
    var members = record.members(node)
    while let (_, value, _) = members.nextMember(in: record) {
      if record.kind(value) == .array, isList(value, record) { return .list(value) }
    }
    return nil
  }

  private static func isEnvelope(_ node: JSONNode, _ record: JSONRecord, depth: Int, isInList: Bool) -> Bool {
    wrapped(node, record, depth: depth, isInList: isInList) != nil || keptLine(node, record) != nil
  }

  /// Whether one of the first elements tells what it is.
  private static func isList(_ node: JSONNode, _ record: JSONRecord) -> Bool {
    var elements = record.elements(node)
    for _ in 0..<sampleLimit {
      guard let element = elements.next(in: record) else { return false }
      if record.kind(element) == .string {
        if looksLikeJSON(element, record) { return true }
      } else if isFrame(element, record) || isEnvelope(element, record, depth: 1, isInList: true) {
        return true
      }
    }
    return false
  }

  private static func form(_ node: JSONNode, _ record: JSONRecord) -> JSONNode? {
    var members = record.members(node)
    while let (_, value, _) = members.nextMember(in: record) {
      if record.kind(value) == .string, GatewayForm.isHeld(in: value, record) { return value }
    }
    return nil
  }

  /// The text of a logger that writes its lines as `{"level": …, "message": …, "timestamp": …}`, and whether it wrote more than plain
  /// values beside it.
  private static func line(_ node: JSONNode, _ record: JSONRecord) -> (message: JSONNode, isAmongOthers: Bool)? {
    var members = record.members(node)
    var message: JSONNode?
    var hasLevel = false
    var isAmongOthers = false
    while let (key, value, _) = members.nextMember(in: record) {
      switch record.kind(value) {
      case .object, .array: isAmongOthers = true
      case .string:
        if key == .level { hasLevel = true }
        if key == .message || key == .msg { message = value }
      case .number: if key == .level { hasLevel = true }
      default: break
      }
    }
    return hasLevel ? message.map { ($0, isAmongOthers) } : nil
  }

  /// `{"log": "…\n", "stream": "stdout", "time": …}`
  private static func output(_ fields: TopLevel, _ record: JSONRecord) -> JSONNode? {
    guard fields.keys.contains(.stream) else { return nil }
    var members = record.members(fields.node)
    var log: JSONNode?
    var isOutput = false
    while let (key, value, name) = members.nextMember(in: record) {
      guard record.kind(value) == .string, record.count(name) <= 8 else { continue }
      if key == .stream {
        isOutput = record.count(value) == 6 && ["stdout", "stderr"].contains(record.text(value))
      } else if record.text(name) == "log" {
        log = value
      }
    }
    return isOutput ? log : nil
  }

  /// The line of text that a shipper of logs kept, by the names under which they do.
  private static func keptLine(_ node: JSONNode, _ record: JSONRecord) -> JSONNode? {
    var members = record.members(node)
    while let (key, value, name) = members.nextMember(in: record) {
      guard record.kind(value) == .string, record.count(value) > 0 else { continue }
      let isLine = key == .message || key == .msg || record.count(name) <= 16 && lineNames.contains(record.text(name))
      if isLine, isLoggersLine(record.text(value)) { return value }
    }
    return nil
  }

  private static let lineNames: Set<String> = ["log", "line", "_raw", "raw", "textPayload", "MESSAGE", "@message"]

  /// An error of the SDK or of the network that a logger wrote as an object beside its line, as pino and bunyan do.
  static func error(among node: JSONNode, _ record: JSONRecord) -> ConnectionDetails? {
    var members = record.members(node)
    while let (key, value, name) = members.nextMember(in: record) {
      guard record.kind(value) == .object, key == .error || record.count(name) == 3 && record.text(name) == "err" else {
        continue
      }
      let details = ConnectionDetails(record, value)
      if details.isError { return details }
    }
    return nil
  }

  /// Whether a line beside the members of a logger's object tells that an exception ended the program, as winston does.
  static func tellsUncaught(_ line: JSONNode, among node: JSONNode, _ record: JSONRecord) -> Bool {
    let start = record.offset(line) + 1
    var text = TextCursor(at: start, end: start + record.count(line))
    guard text.take("uncaughtException", record.bytes) else { return false }
    var members = record.members(node)
    while let (key, _, name) = members.nextMember(in: record) {
      if key == .error || record.count(name) <= 9 && ["stack", "err", "exception"].contains(record.text(name)) {
        return true
      }
    }
    return false
  }

  /// Words alone tell nothing here: people write `closed` too.
  private static func isLoggersLine(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let prefix = unsafe LinePrefix(bytes.span.bytes, to: bytes.count)
    return prefix.isLog && prefix.end < bytes.count
  }

  /// A record that says by itself what it is. Small values such as the SDK's answers do not: the name beside them tells.
  static func isFrame(_ node: JSONNode, _ record: JSONRecord) -> Bool {
    guard let place = Formats.innerPlace(of: TopLevel(record, node), record) else { return false }
    return Formats.all[place] != SDKAnswer.self
  }

  /// `{…` and `[{…`.
  static func looksLikeJSON(_ node: JSONNode, _ record: JSONRecord) -> Bool {
    guard record.count(node) > 10 else { return false }
    let start = record.offset(node) + 1
    let first = record.bytes.byte(start)
    return first == UInt8(ascii: "{")
      || first == UInt8(ascii: "[") && record.bytes.byte(start + 1) == UInt8(ascii: "{")
  }

  /// `connected`, `closed` and the like, and the SDK's calls, by the name that the recorder wrote.
  private static func named(_ name: Keyword, _ fields: TopLevel, _ record: JSONRecord) -> EnvelopeContent? {
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
}

import Model

/// One layout of the platform's records: how it is recognised, and which facts it gives.
protocol InputFormat: SendableMetatype {
  static var info: LayoutInfo { get }
  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool
  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream)
}

extension InputFormat {
  /// As reports name it.
  static var name: String { info.name }
}

enum Formats {
  /// Every layout, in the order in which a record is tried; the envelope must come last, since it looks for the others inside.
  static let all: [any InputFormat.Type] = [
    HistoryPage.self, HistoryRecord.self, WebhookBody.self, SocketFrame.self, SDKEvent.self, SDKAnswer.self,
    Envelope.self,
  ]

  /// What is written about every layout, those that are not JSON too.
  static var infos: [LayoutInfo] {
    all.map { $0.info } + [TextLog.info, TranscriptTable.info, AuditTable.info, GatewayForm.info]
  }

  /// The arrays whose elements are records of their own, so that a document of any size is read element by element.
  static let streamedArrays: Set<Keyword> = [.conversationHistoryRecords]
}

/// The members of a record that tell its layout, found in one pass; of equal keys the last.
struct TopLevel {
  let node: JSONNode
  var kind, type, body, changes, id, reqId, code, result, event, headers: JSONNode?
  var info, historyRecords, pageMetadata, dialogId, conversationId, sequence, originatorId: JSONNode?
  var state, dialogs, participants, time, name: JSONNode?
  var connected, subscriptionId, currentTime, syscall: JSONNode?
  var memberCount = 0

  init(_ record: JSONRecord, _ node: JSONNode) {
    self.node = node
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      memberCount += 1
      switch key {
      case .kind: kind = value
      case .type: type = value
      case .body: body = value
      case .changes: changes = value
      case .id: id = value
      case .reqId: reqId = value
      case .code: code = value
      case .result: result = value
      case .event: event = value
      case .headers: headers = value
      case .info: info = value
      case .conversationHistoryRecords: historyRecords = value
      case .pageMetadata: pageMetadata = value
      case .dialogId: dialogId = value
      case .conversationId: conversationId = value
      case .sequence: sequence = value
      case .originatorId, .originatorMetadata, .originatorPId: originatorId = value
      case .state: state = value
      case .dialogs: dialogs = value
      case .participants: participants = value
      case .name: name = value
      case .time, .timestamp, .atTimestamp, .ts, .receivedAt: time = value
      case .connected: connected = value
      case .subscriptionId: subscriptionId = value
      case .currentTime: currentTime = value
      case .syscall, .errno: syscall = value
      default: break
      }
    }
  }

  /// What a value looks like, for the problem that it is of no known layout: its kind and first keys.
  func shape(_ record: JSONRecord) -> String {
    switch record.kind(node) {
    case .object: break
    case .array: return "an array"
    case .string: return "a string"
    case .number: return "a number"
    case .bool: return "a truth value"
    case .null: return "null"
    }
    var members = record.members(node)
    var names: [String] = []
    while names.count < 6, let (_, _, name) = members.nextMember(in: record) {
      names.append(String(record.text(name).prefix(24)))
    }
    if memberCount > names.count { names.append("…") }
    return names.isEmpty ? "an empty object" : "an object with \(names.joined(separator: ", "))"
  }
}

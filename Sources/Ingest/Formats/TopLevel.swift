import Model

/// The members of a record that tell its layout, found in one pass; of equal keys the last.
struct TopLevel {
  let node: JSONNode
  var kind, type, body, changes, id, reqId, code, result, event, headers: JSONNode?
  var info, historyRecords, pageMetadata, dialogId, conversationId, sequence, originatorId: JSONNode?
  var state, dialogs, participants, time, name: JSONNode?
  var connected, subscriptionId, currentTime, syscall: JSONNode?
  /// Which keys there are that only records of users and their like have: what stands behind them is looked up by the layouts
  /// that want it, so that records of conversations pay nothing for them.
  var keys: TellingKeys = []
  var memberCount = 0
  /// The first key of an array whose elements are records of their own: what has one is a page, whatever else it may look like, for
  /// a page that does not fit the buffer is known by this alone.
  var pageKey: Keyword?

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
      case .conversationHistoryRecords:
        historyRecords = value
        notePage(key, value, record)
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
      case .stream: keys.insert(.stream)
      case .value: keys.insert(.value)
      case .messageEventRecords, .conversationHistoryMetadataRecords, .interactionHistoryRecords:
        notePage(key, value, record)
      case .transcript: keys.insert(.transcript)
      case .dataType: keys.insert(.dataType)
      case .recordCollection: keys.insert(.recordCollection)
      case .dataAccessFiles: keys.insert(.dataAccessFiles)
      case .stateChanges: keys.insert(.stateChanges)
      case .agentsInfo: keys.insert(.agentsInfo)
      case .timeframe: keys.insert(.timeframe)
      case .agentId: keys.insert(.agentId)
      case .statusType: keys.insert(.statusType)
      case .statusChangeHistory: keys.insert(.statusChangeHistory)
      case .agentStatusRecords: keys.insert(.agentStatusRecords)
      case .currentStatus: keys.insert(.currentStatus)
      case .loginName: keys.insert(.loginName)
      case .isEnabled: keys.insert(.isEnabled)
      case .disabledManually: keys.insert(.disabledManually)
      case .userTypeId: keys.insert(.userTypeId)
      case .siteId: keys.insert(.siteId)
      case .collection: keys.insert(.collection)
      case .data: keys.insert(.data)
      case .auditData: keys.insert(.auditData)
      case .objectType: keys.insert(.objectType)
      case .changeDate: keys.insert(.changeDate)
      case .csrf: keys.insert(.csrf)
      case .bearer: keys.insert(.bearer)
      case .config: keys.insert(.config)
      case .error: keys.insert(.error)
      case .recordsList: keys.insert(.recordsList)
      case .participantsPId: keys.insert(.participantsPId)
      case .userType: keys.insert(.userType)
      case .userTypeName: keys.insert(.userTypeName)
      case .permission: keys.insert(.permission)
      case .convId: keys.insert(.convId)
      case .login: keys.insert(.login)
      case .ip, .auth: keys.insert(.loginOrigin)
      case .messageSid, .smsSid, .sid: keys.insert(.gatewayId)
      case .webhookMediaCount, .mediaCount: keys.insert(.mediaCount)
      default: break
      }
    }
  }

  private mutating func notePage(_ key: Keyword, _ value: JSONNode, _ record: JSONRecord) {
    if pageKey == nil, record.kind(value) == .array { pageKey = key }
  }

  /// Whether there is an array behind a telling key.
  func hasArray(_ telling: TellingKeys, _ key: Keyword, _ record: JSONRecord) -> Bool {
    keys.contains(telling) && record.member(key, of: node).map { record.kind($0) == .array } ?? false
  }

  /// Whether there is an object behind a telling key.
  func hasObject(_ telling: TellingKeys, _ key: Keyword, _ record: JSONRecord) -> Bool {
    keys.contains(telling) && record.member(key, of: node).map { record.kind($0) == .object } ?? false
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
      let key = String(record.text(name).prefix(24))
      names.append(Self.isProgramsKey(key) ? key : "another key")
    }
    if memberCount > names.count { names.append("…") }
    return names.isEmpty ? "an empty object" : "an object with \(names.joined(separator: ", "))"
  }

  /// What is no key of a program's may be text of a person's, and is not printed. Written out, because a `Regex` takes
  /// 100 microseconds a record.
  private static func isProgramsKey(_ key: String) -> Bool {
    for (place, byte) in key.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "-"):
        continue
      case UInt8(ascii: "@") where place == 0: continue
      case UInt8(ascii: "0")...UInt8(ascii: "9") where place > 0, UInt8(ascii: ":") where place > 0: continue
      default: return false
      }
    }
    return !key.isEmpty
  }
}

/// Keys of records that are rare among conversations.
struct TellingKeys: OptionSet {
  let rawValue: UInt64

  static let stream = TellingKeys(rawValue: 1 << 0)
  static let value = TellingKeys(rawValue: 1 << 1)
  static let transcript = TellingKeys(rawValue: 1 << 2)
  static let dataType = TellingKeys(rawValue: 1 << 3)
  static let recordCollection = TellingKeys(rawValue: 1 << 4)
  static let dataAccessFiles = TellingKeys(rawValue: 1 << 5)
  static let stateChanges = TellingKeys(rawValue: 1 << 6)
  static let agentsInfo = TellingKeys(rawValue: 1 << 7)
  static let timeframe = TellingKeys(rawValue: 1 << 8)
  static let agentId = TellingKeys(rawValue: 1 << 9)
  static let statusType = TellingKeys(rawValue: 1 << 10)
  static let statusChangeHistory = TellingKeys(rawValue: 1 << 11)
  static let agentStatusRecords = TellingKeys(rawValue: 1 << 12)
  static let currentStatus = TellingKeys(rawValue: 1 << 13)
  static let loginName = TellingKeys(rawValue: 1 << 14)
  static let isEnabled = TellingKeys(rawValue: 1 << 15)
  static let disabledManually = TellingKeys(rawValue: 1 << 16)
  static let userTypeId = TellingKeys(rawValue: 1 << 17)
  static let siteId = TellingKeys(rawValue: 1 << 18)
  static let collection = TellingKeys(rawValue: 1 << 19)
  static let data = TellingKeys(rawValue: 1 << 20)
  static let auditData = TellingKeys(rawValue: 1 << 21)
  static let objectType = TellingKeys(rawValue: 1 << 22)
  static let changeDate = TellingKeys(rawValue: 1 << 23)
  static let csrf = TellingKeys(rawValue: 1 << 24)
  static let bearer = TellingKeys(rawValue: 1 << 25)
  static let config = TellingKeys(rawValue: 1 << 26)
  static let error = TellingKeys(rawValue: 1 << 27)
  static let recordsList = TellingKeys(rawValue: 1 << 28)
  static let participantsPId = TellingKeys(rawValue: 1 << 29)
  static let userType = TellingKeys(rawValue: 1 << 30)
  static let userTypeName = TellingKeys(rawValue: 1 << 31)
  static let permission = TellingKeys(rawValue: 1 << 32)
  static let convId = TellingKeys(rawValue: 1 << 33)
  static let gatewayId = TellingKeys(rawValue: 1 << 34)
  static let mediaCount = TellingKeys(rawValue: 1 << 35)
  static let login = TellingKeys(rawValue: 1 << 36)
  static let loginOrigin = TellingKeys(rawValue: 1 << 37)
}

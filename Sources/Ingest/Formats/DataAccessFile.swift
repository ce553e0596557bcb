import Model

/// A file of the Data Access API: a document of Avro's JSON on each line, or pretty ones behind each other. Activity of agents is
/// read; engagements are mostly live chats, and like surveys and visits only counted.
enum DataAccessFile: InputFormat {
  static let info = LayoutInfo(
    "data-access-file", "a file of the Data Access API",
    recognizedBy: "`recordCollection` beside `dataType`",
    tells: [.logins, .availability])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.keys.isSuperset(of: [.dataType, .recordCollection])
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    let kind = kind(record.avro(record.member(.dataType, of: fields.node)), record)
    var account = Identifier.absent
    var documentMembers = record.members(fields.node)
    while let (_, value, name) = documentMembers.nextMember(in: record) {
      // The platform writes `metaData` here.
      guard record.word(name) == .metadata else { continue }
      let id = record.avro(record.member(.accountId, of: record.avro(value)))
      account = record.identifier(id, &stream.facts.names)
    }
    var entries = record.elements(record.avro(record.member(.recordCollection, of: fields.node)))
    while let entry = entries.next(in: record) {
      let body = record.avro(record.member(.body, of: entry) ?? entry)
      if let sessions = record.member(.agentSessionsData, of: body) {
        var items = record.elements(record.avro(sessions))
        while let item = items.next(in: record) { AgentSession.read(record, item, account, into: &stream) }
      } else if let engagements = record.member(.engagements, of: body) {
        countEngagements(record.avro(engagements), record, &stream)
      } else {
        stream.ignore(kind)
      }
    }
  }

  private static func kind(_ type: JSONNode?, _ record: JSONRecord) -> String {
    guard let type, record.kind(type) == .string, record.count(type) < 64 else { return "data access record" }
    return switch record.text(type).lowercased() {
    case "survey": "survey"
    case "websession": "web session"
    default: "data access record"
    }
  }

  private static func countEngagements(_ list: JSONNode?, _ record: JSONRecord, _ stream: inout Stream) {
    var engagements = record.elements(list)
    while let engagement = engagements.next(in: record) {
      let type = record.avro(record.member(.type, of: record.avro(engagement)))
      let isMessaging = type.map { record.kind($0) == .string && record.text($0).lowercased() == "messaging" } ?? false
      stream.ignore(isMessaging ? "messaging engagement" : "live chat")
    }
  }
}

/// One event of an agent's session as the Data Access API gives it.
enum AgentSession {
  static func read(_ record: JSONRecord, _ node: JSONNode, _ account: Identifier, into stream: inout Stream) {
    var user = AccountUser()
    user.account = account
    var time: Timestamp?
    var type: Int64?
    var state: Int64?
    var previous: Int64?
    var members = record.members(record.avro(node))
    while let (_, value, name) = members.nextMember(in: record) {
      let value = record.avro(value)
      // Without case: the platform writes `agentID` and `agentLoginname` here.
      switch record.word(name) {
      case .agentId: user.id = record.userNumber(value, &stream.facts.names)
      case .agentLoginName: user.login = record.identifier(value, &stream.facts.names)
      case .timestamp: time = record.timestamp(value)
      case .type: type = record.integer(value)
      case .state: state = record.integer(value)
      case .prevState: previous = record.integer(value)
      default: break
      }
    }
    stream.meet(user)
    switch type {
    case 3:
      var login = user.event(.login, time)
      login.outcome = .answered(200)
      stream.tell(login)
    case 4: stream.tell(user.event(.logout, time))
    default:
      var event = user.event(.availability, time)
      event.availability = .init(dataAccess: state)
      // Each chat that begins or ends is told with the state that the agent is in anyway.
      if event.availability == .unknown || state == previous { return stream.ignore("agent activity without a change") }
      stream.tell(event)
    }
  }
}

import Model

/// Answers of the Agent Activity API: logins, logouts and changes of status; version 2 in one list, version 1 by agent.
enum AgentActivity: InputFormat {
  static let info = LayoutInfo(
    "agent-activity", "logins and changes of status of agents",
    recognizedBy:
      "`stateChanges` or `agentsInfo` of a `timeframe`; an `agentId` with a `statusType` or a `statusChangeHistory`",
    tells: [.logins, .availability])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    list(fields, record) != nil || isEntry(fields)
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    if let list = list(fields, record) {
      stream.readPage(list, in: fields.node, record)
    } else {
      readEntry(fields.node, record, into: &stream)
    }
  }

  private static func isEntry(_ fields: TopLevel) -> Bool {
    fields.keys.contains(.agentId) && !fields.keys.isDisjoint(with: [.statusType, .statusChangeHistory])
  }

  /// The key of the list: one such key may stand in records of anything, two that belong together do not.
  private static func list(_ fields: TopLevel, _ record: JSONRecord) -> Keyword? {
    if fields.keys.isDisjoint(with: [.stateChanges, .agentsInfo]) { return nil }
    for (telling, key) in [(TellingKeys.stateChanges, Keyword.stateChanges), (.agentsInfo, .agentsInfo)]
    where fields.hasArray(telling, key, record) {
      if fields.keys.contains(.timeframe) { return key }
      var elements = record.elements(record.member(key, of: fields.node))
      if let first = elements.next(in: record), isEntry(TopLevel(record, first)) { return key }
    }
    return nil
  }

  private static func readEntry(_ node: JSONNode, _ record: JSONRecord, into stream: inout Stream) {
    let entry = Entry(record, node, &stream.facts.names)
    stream.meet(entry.user)
    guard let history = entry.history else { return readChange(entry, entry.user, record, &stream) }
    var changes = record.elements(history)
    while let node = changes.next(in: record) {
      readChange(Entry(record, node, &stream.facts.names), entry.user, record, &stream)
    }
  }

  private static func readChange(_ entry: Entry, _ user: AccountUser, _ record: JSONRecord, _ stream: inout Stream) {
    let time = record.timestamp(entry.time)
    switch record.integer(entry.type) {
    case 1:
      var event = user.event(.availability, time)
      event.availability = .init(activity: record.integer(entry.subtype))
      if event.availability != .unknown { return stream.tell(event) }
    case 3:
      var event = user.event(.login, time)
      // The platform knows of logins that succeeded.
      event.outcome = .answered(200)
      return stream.tell(event)
    case 4: return stream.tell(user.event(.logout, time))
    default: break
    }
    stream.ignore("agent activity of another type")
  }

  private struct Entry {
    var user = AccountUser()
    var time, type, subtype, history: JSONNode?

    init(_ record: JSONRecord, _ node: JSONNode, _ names: inout NameTable) {
      var members = record.members(node)
      while let (key, value, _) = members.nextMember(in: record) {
        switch key {
        case .agentId: user.id = record.userNumber(value, &names)
        case .agentPid: user.pid = record.identifier(value, &names)
        case .agentLoginName: user.login = record.identifier(value, &names)
        case .time: time = value
        case .statusType: type = value
        case .statusSubType: subtype = value
        case .statusChangeHistory: history = value
        default: break
        }
      }
    }
  }
}

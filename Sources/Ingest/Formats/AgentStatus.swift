import Model

/// Answers of the Agent Metrics API: how each agent stands now. What was before, they do not tell.
enum AgentStatus: InputFormat {
  static let info = LayoutInfo(
    "agent-status", "the present status of agents",
    recognizedBy: "`agentStatusRecords`, an array; an `agentId` with a `currentStatus`",
    tells: [.availability, .connections])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.keys.isSuperset(of: [.agentId, .currentStatus])
      || fields.hasArray(.agentStatusRecords, .agentStatusRecords, record)
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    if fields.keys.contains(.currentStatus) { return readEntry(fields.node, record, into: &stream) }
    var account = Identifier.absent
    var members = record.members(fields.node)
    while let (_, value, name) = members.nextMember(in: record) {
      // The platform writes `accountID` here, `accountId` elsewhere.
      if record.word(name) == .accountId { account = record.identifier(value, &stream.facts.names) }
    }
    stream.readPage(.agentStatusRecords, in: fields.node, record, account: account)
  }

  private static func readEntry(_ node: JSONNode, _ record: JSONRecord, into stream: inout Stream) {
    var user = AccountUser()
    user.account = stream.pages.account
    var status: JSONNode?
    var connection: JSONNode?
    var updated: JSONNode?
    var updatedL: JSONNode?
    var began: JSONNode?
    var beganL: JSONNode?
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .agentId: user.id = record.userNumber(value, &stream.facts.names)
      case .agentPid: user.pid = record.identifier(value, &stream.facts.names)
      case .agentLoginName: user.login = record.identifier(value, &stream.facts.names)
      case .currentStatus: status = value
      case .currentConnectionState: connection = value
      case .lastUpdatedTime: updated = value
      case .lastUpdatedTimeL: updatedL = value
      case .currentStatusStartTime: began = value
      case .currentStatusStartTimeL: beganL = value
      default: break
      }
    }
    stream.meet(user)
    let time =
      record.timestamp(updatedL) ?? record.timestamp(updated) ?? record.timestamp(beganL) ?? record.timestamp(began)
      ?? stream.envelope.time
    var states: [AgentEvent] = []
    var availability = user.event(.availability, time)
    availability.availability = .init(record.word(status))
    if availability.availability != .unknown { states.append(availability) }
    switch record.word(connection) {
    case .connected: states.append(user.event(.connected, time))
    case .disconnected: states.append(user.event(.closed, time))
    default: break
    }
    if states.isEmpty { stream.ignore("agent status of another kind") }
    for var state in states {
      state.isSnapshot = true
      stream.tell(state)
    }
  }
}

import Model

/// Availabilities, as words and as the numbers of two APIs that do not agree.
extension AgentEvent.Availability {
  init(_ word: Keyword) {
    switch word {
    case .online: self = .online
    case .occupied: self = .occupied
    case .away: self = .away
    case .backSoon: self = .backSoon
    case .offline: self = .offline
    default: self = .unknown
    }
  }

  /// `statusSubType` of the Agent Activity API.
  init(activity number: Int64?) {
    switch number {
    case 1: self = .offline
    case 2: self = .online
    case 3: self = .occupied
    case 4: self = .away
    default: self = .unknown
    }
  }

  /// `state` of the Data Access API.
  init(dataAccess number: Int64?) {
    switch number {
    case 1: self = .offline
    case 2: self = .online
    case 3: self = .backSoon
    case 4: self = .away
    default: self = .unknown
    }
  }
}

/// A notification of agents' states: mostly of the user who subscribed to it.
enum AgentState {
  static func read(_ record: JSONRecord, _ body: JSONNode?, into stream: inout Stream) {
    var isKnown = false
    var changes = record.elements(record.member(.changes, of: body))
    while let change = changes.next(in: record) {
      var event = AgentEvent(.availability, time: stream.envelope.time)
      event.account = stream.envelope.account
      var members = record.members(record.member(.result, of: change))
      while let (key, value, _) = members.nextMember(in: record) {
        switch key {
        case .availability: event.availability = .init(record.word(value))
        case .agentId, .agentUserId: event.agent = record.identifier(value, &stream.facts.names)
        default: break
        }
      }
      if event.availability == .unknown { continue }
      isKnown = true
      stream.note(event)
    }
    if !isKnown { stream.ignore("agent state notification") }
  }
}

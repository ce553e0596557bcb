import Model

/// A user as administrative records name them: by number, by participant id, by login, or by some of these.
struct AccountUser {
  var id = Identifier.absent
  var pid = Identifier.absent
  var login = Identifier.absent
  var account = Identifier.absent

  /// Logins are unique in an account only, so an id is preferred.
  var name: Identifier { !id.isAbsent ? id : !pid.isAbsent ? pid : login }

  /// Something that happened to this user.
  func event(_ kind: AgentEvent.Kind, _ time: Timestamp?) -> AgentEvent {
    var event = AgentEvent(kind, time: time)
    event.agent = name
    event.account = account
    return event
  }
}

extension Stream {
  /// Notes who is who.
  mutating func meet(_ user: AccountUser) {
    facts.people.link(user.id, user.pid)
    if user.name != user.login { facts.people.setLogin(user.login, of: user.name, names: facts.names) }
  }

  /// Something happened to a user whom the record itself names; of nobody it would tell nothing.
  mutating func tell(_ event: AgentEvent) {
    if event.agent.isAbsent { return ignore("event of no user") }
    facts.agentEvents.insert(event, evidence: evidence)
  }
}

extension JSONRecord {
  /// A user's number, for which 0 stands where there is none.
  func userNumber(_ node: JSONNode?, _ names: inout NameTable) -> Identifier {
    integer(node) == 0 ? .absent : identifier(node, &names)
  }
}

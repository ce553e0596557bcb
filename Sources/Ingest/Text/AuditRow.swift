import Model

/// One change of the audit trail: what was changed, from what to what.
struct AuditRow {
  var objectType, objectId, objectName, action, element, old, new: String
  var time: Timestamp?
  var account: Identifier

  /// A user who is enabled or disabled by this change; nil for all others.
  private var kind: AgentEvent.Kind? {
    let type = objectType.lowercased()
    guard type == "users" || type == "user" || type == "acuserobject" else { return nil }
    // Inferred: no page shows the row of a user who is disabled.
    let element = element.lowercased().filter { $0.isLetter }
    guard ["enabled", "isenabled", "userenabled", "status", "userstatus"].contains(element) else { return nil }
    switch (Self.isEnabled(old), Self.isEnabled(new)) {
    case (false?, true?), (nil, true?): return .enabled
    case (true?, false?), (nil, false?): return .disabled
    default: return nil
    }
  }

  private static func isEnabled(_ value: String) -> Bool? {
    switch value.lowercased() {
    case "true", "enabled", "1", "yes": true
    case "false", "disabled", "0", "no": false
    default: nil
    }
  }

  func read(into stream: inout Stream) {
    guard let kind else { return stream.ignore("audit row of another change") }
    let id = Identifier(objectId, names: &stream.facts.names)
    let login = Identifier(objectName, names: &stream.facts.names)
    var event = AgentEvent(kind, time: time)
    event.agent = id.isAbsent ? login : id
    event.account = account
    stream.facts.people.setLogin(login, of: id, names: stream.facts.names)
    stream.facts.agentEvents.insert(event, evidence: stream.evidence)
  }
}

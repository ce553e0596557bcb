import Model

/// One change in the audit trail, by the texts of its cells: rows of the JSON answer and of the CSV export are the same.
struct AuditRow {
  var objectType = ""
  var objectId = ""
  var objectName = ""
  var element = ""
  var oldValue = ""
  var newValue = ""
  var account = ""
  var time: Timestamp?

  /// Reads the row's fact: a user was enabled or disabled. By whom (an administrator, or the platform itself) no row is known to say.
  /// - Returns: false where the row tells of something else, or of nobody.
  func read(into stream: inout Stream) -> Bool {
    guard isUser, isEnabledFlag, let isEnabled = truth(newValue), truth(oldValue) != isEnabled else { return false }
    let name = [objectId, objectName].first { !Self.nothing.contains($0.lowercased()) }
    guard let name else { return false }
    var event = AgentEvent(isEnabled ? .enabled : .disabled, time: time)
    event.agent = Identifier(name, names: &stream.facts.names)
    if !Self.nothing.contains(account.lowercased()) {
      event.account = Identifier(account, names: &stream.facts.names)
    }
    stream.tell(event)
    return true
  }

  /// The filter of the export calls users `ACUserObject`, its rows call them `Users`.
  private var isUser: Bool { ["users", "user", "acuserobject"].contains(objectType.lowercased()) }

  /// No example shows the element's name; these say it and nothing else.
  private var isEnabledFlag: Bool {
    let letters = element.lowercased().filter(\.isLetter)
    if ["enabled", "isenabled", "userenabled", "enableuser"].contains(letters) { return true }
    let isWord = ["enabled", "disabled"].contains(newValue.lowercased())
    return isWord && ["status", "userstatus"].contains(letters)
  }

  private func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "1", "enabled": true
    case "false", "no", "0", "disabled": false
    default: nil
    }
  }

  private static let nothing: Set<String> = ["", "undefined", "null", "na", "n/a", "-1", "0"]
}

public import Model

extension AgentEvent {
  /// `login 1790000000000 of 4711 in 55 online answered(401) code 401`.
  public func line(_ names: NameTable) -> String {
    var line = "\(kind) \(time.map { String($0.milliseconds) } ?? "-") of \(agent.text(names))"
    if !account.isAbsent { line += " in \(account.text(names))" }
    if availability != .unknown { line += " \(availability)" }
    if outcome != .unknown { line += " \(outcome)" }
    if let code { line += " code \(code)" }
    if service != .unknown { line += " \(service)" }
    if step != .unknown { line += " \(step)" }
    if method != .unknown { line += " \(method)" }
    if !address.isAbsent { line += " from \(address.text(names))" }
    if let byAdministrator { line += byAdministrator ? " by hand" : " by itself" }
    return line + (isSnapshot ? " now" : "")
  }
}

extension GatewayMessage {
  /// `MM1 inbound in c-1 1790000000000 media 1 kinds 1 absent 0`.
  public func line(_ names: NameTable) -> String {
    "\(id.text(names)) \(direction) in \(conversation.text(names)) \(time.map { String($0.milliseconds) } ?? "-")"
      + " media \(mediaCount) kinds \(mediaKinds.rawValue) \(text) \(utf16Count)"
  }
}

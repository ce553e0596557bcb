import Model

/// Whose event a recorder wrote of and, of a login, where it came from and how: `{"login": …, "account": …, "ip": …, "auth": …}`, of which any may be
/// missing.
struct LoginOrigin {
  private(set) var login = Identifier.absent
  private(set) var account = Identifier.absent
  /// Absent where it is no public one.
  private(set) var address = Identifier.absent
  private(set) var method = AgentEvent.Method.unknown

  init(_ record: JSONRecord, _ node: JSONNode, _ names: inout NameTable) {
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .login: login = record.identifier(value, &names)
      case .account, .accountId: account = record.identifier(value, &names)
      case .ip where record.kind(value) == .string && record.count(value) <= 64:
        if let address = PublicAddress(record.text(value)) { self.address = Identifier(address.text, names: &names) }
      case .auth: method = .init(record.word(value))
      default: break
      }
    }
  }

  /// What the recorder wrote beside what an event itself says.
  func complete(_ event: inout AgentEvent) {
    if event.agent.isAbsent { event.agent = login }
    if event.account.isAbsent { event.account = account }
    guard event.kind == .login else { return }
    if event.address.isAbsent { event.address = address }
    if event.method == .unknown { event.method = method }
  }
}

extension AgentEvent.Method {
  fileprivate init(_ word: Keyword) {
    switch word {
    case .oauth1: self = .oauth1
    case .oauth2: self = .oauth2
    case .password: self = .password
    default: self = .unknown
    }
  }
}

import Model

/// Somebody as events and conversation changes name them: `{id, role}`, and in a dialog's list with a state.
struct RoleHolder {
  private(set) var id = Identifier.absent
  private(set) var role = Role.unknown
  private(set) var isSuggested = false

  init(_ record: JSONRecord, _ node: JSONNode?, _ names: inout NameTable) {
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .id: id = record.identifier(value, &names)
      case .role: role = Role(record.word(value))
      case .state: isSuggested = record.word(value) == .suggested
      default: break
      }
    }
  }
}

extension Role {
  init(_ word: Keyword) {
    switch word {
    case .consumer: self = .consumer
    case .assignedAgent, .assigned: self = .assignedAgent
    case .manager: self = .manager
    case .reader: self = .reader
    case .controller: self = .controller
    case .agent: self = .surveyAgent
    default: self = .unknown
    }
  }
}

import Model

/// Somebody as events and conversation changes name them: `{id, role}`, and in a dialog's list with a state.
struct RoleHolder {
  private(set) var id = Identifier.absent
  private(set) var role = Role.unknown
  private(set) var isSuggested = false

  init(_ record: JSONRecord, _ members: Members, _ names: inout NameTable) {
    id = record.identifier(members.id, &names)
    role = Role(record.word(members.role))
    isSuggested = record.word(members.state) == .suggested
  }

  struct Members {
    @Kept private(set) var id: JSONNode?
    private(set) var role = KeptWord()
    private(set) var state = KeptWord()

    init() {}

    init(_ record: JSONRecord, _ node: JSONNode?) {
      var members = record.members(node)
      while let (key, value, _) = members.nextMember(in: record) {
        switch key {
        case .id: id = value
        case .role: role = KeptWord(value, in: record)
        case .state: state = KeptWord(value, in: record)
        default: break
        }
      }
    }

    mutating func move(_ places: borrowing ValuePlaces) -> Bool {
      places.move(&id) && role.move(places) && state.move(places)
    }
  }
}

extension Stream {
  mutating func roleHolder(_ record: JSONRecord, _ node: JSONNode) -> RoleHolder {
    RoleHolder(record, caches.roleHolders(record, node) { RoleHolder.Members(record, node) }, &facts.names)
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

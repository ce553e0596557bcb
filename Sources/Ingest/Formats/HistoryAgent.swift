import Model

/// An entry of `agentParticipants`: people and bots alike.
struct HistoryAgent {
  private(set) var id = Identifier.absent
  private(set) var pid = Identifier.absent
  private(set) var login = Identifier.absent
  private(set) var traits: PersonTraits = []
  private(set) var roles: RoleSet = .assigned
  private(set) var time: Timestamp?

  /// - Parameter isLeaving: the entry tells when somebody left, not when they came.
  init(_ record: JSONRecord, _ node: JSONNode, isLeaving: Bool, _ names: inout NameTable) {
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .agentId: id = record.identifier(value, &names)
      case .agentPid: pid = record.identifier(value, &names)
      case .agentLoginName: login = record.identifier(value, &names)
      case .userType:
        // The documented order is System, Human, Bot; 1 and 2 are seen in real data, 0 is inferred.
        switch record.integer(value) {
        case 0: traits.insert(.system)
        case 1: traits.insert(.human)
        case 2: traits.insert(.bot)
        default: break
        }
      case .userTypeName:
        switch record.word(value) {
        case .system: traits.insert(.system)
        case .human: traits.insert(.human)
        case .bot: traits.insert(.bot)
        default: break
        }
      case .permission:
        roles = Self.roles(record, value)
      default: break
      }
    }
    if id.isAbsent { id = pid }
    if !isLeaving { time = Moment(record, node).time }
  }

  /// Older exports have no permission, or say nothing in it: there whoever is listed was assigned.
  private static func roles(_ record: JSONRecord, _ node: JSONNode) -> RoleSet {
    switch record.word(node) {
    case .assignedAgent, .assigned, .undefined, .nullWord, .notAvailable: .assigned
    case .suggestedAssignedAgent: .suggested
    case .manager: .manager
    case .reader: .reader
    case .controller: .controller
    default: record.kind(node) == .string && record.count(node) > 0 ? [] : .assigned
    }
  }
}

import Model

/// Who takes part in which role, from either of the two forms: an array of `{id, role}`, or maps from role to ids (of the old kind and,
/// beside it, the new).
struct ChangedRoles {
  typealias Entry = (id: Identifier, role: Role)

  /// Of nearly all conversations that is everybody, who then need no memory of their own.
  private var first, second, third: Entry?
  private var others: [Entry] = []
  /// No more than a conversation keeps, with those that have no id.
  private var count = 0

  init() {}

  /// - Parameter people: the elements of an array, where the form alone tells who that is.
  init(_ record: JSONRecord, _ people: ConversationChange.State.Three, _ stream: inout Stream) {
    people.visit { add(RoleHolder(record, $0, &stream.facts.names)) }
  }

  init(_ record: JSONRecord, _ participants: JSONNode?, _ participantsPId: JSONNode?, _ stream: inout Stream) {
    if let participants, record.kind(participants) == .array {
      var people = record.elements(participants)
      while count < Conversation.companyLimit, let node = people.next(in: record) {
        add(stream.roleHolder(record, node))
      }
    }
    if participantsPId != nil || isEmpty {
      let old = map(record, participants, &stream)
      let new = map(record, participantsPId, &stream)
      for entry in old + new { add(entry) }
      if !old.isEmpty, !new.isEmpty { Self.link(old, new, &stream) }
    }
  }

  private mutating func add(_ holder: RoleHolder) { add((holder.id, holder.role)) }

  @inline(__always)
  private mutating func add(_ entry: Entry) {
    count += 1
    if entry.id.isAbsent { return }
    if first == nil {
      first = entry
    } else if second == nil {
      second = entry
    } else if third == nil {
      third = entry
    } else {
      others.append(entry)
    }
  }

  var isEmpty: Bool { first == nil }

  @inline(__always)
  func visit(_ body: (Entry) -> Void) {
    guard let first else { return }
    body(first)
    guard let second else { return }
    body(second)
    guard let third else { return }
    body(third)
    for entry in others { body(entry) }
  }

  /// The only one with a role; nil where there is none, or are several.
  func only(_ role: Role) -> Identifier? {
    var found: Identifier?
    var count = 0
    visit {
      if $0.role == role { (found, count) = ($0.id, count + 1) }
    }
    return count == 1 ? found : nil
  }

  /// The order of two ids in one role is nowhere said to agree, so only single ones are taken to be one person.
  private static func link(
    _ old: [(id: Identifier, role: Role)], _ new: [(id: Identifier, role: Role)], _ stream: inout Stream
  ) {
    for role in [Role.consumer, .assignedAgent, .manager, .reader, .controller, .surveyAgent] {
      let mine = old.filter { $0.role == role }
      let theirs = new.filter { $0.role == role }
      if mine.count == 1, theirs.count == 1 { stream.facts.people.link(mine[0].id, theirs[0].id) }
    }
  }

  /// Whether somebody is listed, and never in this role.
  func hasOtherRole(_ id: Identifier, than role: Role) -> Bool {
    var isListed = false
    var hasRole = false
    visit {
      if $0.id == id { (isListed, hasRole) = (true, hasRole || $0.role == role) }
    }
    return isListed && !hasRole
  }

  private func map(
    _ record: JSONRecord, _ node: JSONNode?, _ stream: inout Stream
  ) -> [(id: Identifier, role: Role)] {
    var found: [(id: Identifier, role: Role)] = []
    var roles = record.members(node)
    while let (_, value, name) = roles.nextMember(in: record) {
      let role = Role(record.word(name))
      var ids = record.elements(value)
      while found.count < Conversation.companyLimit, let id = ids.next(in: record) {
        found.append((record.identifier(id, &stream.facts.names), role))
      }
    }
    return found
  }
}

import Model

/// Who takes part in which role, from either of the two forms: an array of `{id, role}`, or maps from role to ids (of the old kind and,
/// beside it, the new).
struct ChangedRoles {
  /// No more than a conversation keeps.
  private(set) var entries: [(id: Identifier, role: Role)] = []

  init() {}

  /// - Parameter people: the elements of an array, where the form alone tells who that is.
  init(_ record: JSONRecord, _ people: [RoleHolder.Members], _ stream: inout Stream) {
    swap(&entries, &stream.caches.roles.entries)
    if !entries.isEmpty { entries.removeAll(keepingCapacity: true) }
    for members in people {
      let holder = RoleHolder(record, members, &stream.facts.names)
      if !holder.id.isAbsent { entries.append((holder.id, holder.role)) }
    }
  }

  init(_ record: JSONRecord, _ participants: JSONNode?, _ participantsPId: JSONNode?, _ stream: inout Stream) {
    // The memory of the one before is used again.
    swap(&entries, &stream.caches.roles.entries)
    if !entries.isEmpty { entries.removeAll(keepingCapacity: true) }
    if let participants, record.kind(participants) == .array {
      var people = record.elements(participants)
      while entries.count < Conversation.companyLimit, let node = people.next(in: record) {
        let holder = stream.roleHolder(record, node)
        entries.append((holder.id, holder.role))
      }
    }
    if participantsPId != nil || entries.isEmpty {
      let old = map(record, participants, &stream)
      let new = map(record, participantsPId, &stream)
      entries += old + new
      if !old.isEmpty, !new.isEmpty { Self.link(old, new, &stream) }
    }
    if entries.contains(where: { $0.id.isAbsent }) { entries.removeAll { $0.id.isAbsent } }
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
    let own = entries.filter { $0.id == id }
    return !own.isEmpty && !own.contains { $0.role == role }
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

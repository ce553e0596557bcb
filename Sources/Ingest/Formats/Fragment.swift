import Model

/// Parts of records that were cut out of them: an entry of `agentParticipants`, which tells who is a bot, and a map of participants,
/// which tells nothing without its conversation.
enum Fragment: InputFormat {
  static let info = LayoutInfo(
    "fragment", "a part that was cut out of a record",
    recognizedBy: "an `agentId` with a user type or a `permission`; nothing but `participantsPId`",
    tells: [.bots])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    isAgent(fields) || (fields.memberCount == 1 && fields.hasObject(.participantsPId, .participantsPId, record))
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    guard isAgent(fields) else { return stream.ignore("map of participants") }
    let agent = HistoryAgent(record, fields.node, isLeaving: false, &stream.facts.names)
    if agent.id.isAbsent || agent.traits.isEmpty { return stream.ignore("agent of unknown kind") }
    stream.facts.people.add(agent.traits, to: agent.id)
    stream.facts.people.link(agent.id, agent.pid)
    stream.facts.people.setLogin(agent.login, of: agent.id, names: stream.facts.names)
  }

  private static func isAgent(_ fields: TopLevel) -> Bool {
    fields.keys.contains(.agentId) && !fields.keys.isDisjoint(with: [.userType, .userTypeName, .permission])
  }
}

import Model

/// One change of a conversation: `{type, result}` of a conversation-change notification, or the bare state that functions receive.
struct ConversationChange {
  private var type, result: JSONNode?

  init(_ record: JSONRecord, _ node: JSONNode) {
    type = record.member(.type, of: node)
    result = record.member(.result, of: node)
  }

  /// A state that stands by itself.
  init(state: JSONNode) { result = state }

  var isChange: Bool { result != nil }

  private struct State {
    var convId, details, lastContent, unread, updated: JSONNode?
    var skillId, participants, participantsPId, dialogs, brandId, handler, state, stage: JSONNode?
    var startTs, endTs, metaUpdated, context, closeReason, myRole: JSONNode?

    init(_ record: JSONRecord, _ node: JSONNode?) {
      read(record, node)
      if let details { read(record, details) }
    }

    private mutating func read(_ record: JSONRecord, _ node: JSONNode?) {
      var members = record.members(node)
      while let (key, value, _) = members.nextMember(in: record) {
        switch key {
        case .convId, .conversationId: convId = value
        case .conversationDetails: details = value
        case .lastContentEventNotification: lastContent = value
        case .numberOfunreadMessages: unread = value
        case .lastUpdateTime: updated = value
        case .skillId: skillId = value
        case .participants: participants = value
        case .participantsPId: participantsPId = value
        case .dialogs: dialogs = value
        case .brandId, .accountId: brandId = value
        case .conversationHandlerDetails: handler = value
        case .state: state = value
        case .stage: stage = value
        case .startTs: startTs = value
        case .endTs: endTs = value
        case .metaDataLastUpdateTs: metaUpdated = value
        case .context: context = value
        case .closeReason: closeReason = value
        case .myRole: myRole = value
        default: break
        }
      }
    }
  }

  /// - Parameter isAgentStream: an agent's socket or SDK received it.
  func read(_ record: JSONRecord, isAgentStream: Bool, into stream: inout Stream) {
    let state = State(record, result)
    let id = record.identifier(state.convId, &stream.facts.names)
    guard !id.isAbsent else {
      stream.report(.missingField, "a conversation change without convId; it was passed over")
      return
    }
    let index = stream.facts.index(of: id, evidence: stream.evidence)
    let started = record.timestamp(state.startTs)
    let asOf = record.timestamp(state.metaUpdated) ?? record.timestamp(state.updated) ?? stream.envelope.time ?? started
    stream.passed(asOf)
    readWhole(state, record, index, asOf, started, isAgentStream, &stream)
    let dialogs = ChangedDialogs(record, state.dialogs, id, index, &stream)
    let roles = ChangedRoles(record, state.participants, state.participantsPId, &stream)
    readRoles(roles, dialogs, state, record, index, asOf, started, &stream)
    if let last = state.lastContent, record.kind(last) == .object {
      MessageEvent(record, last).read(record, dialog: id, .lastContent, into: &stream)
    }
  }

  private func readWhole(
    _ state: State, _ record: JSONRecord, _ index: Int, _ asOf: Timestamp?, _ started: Timestamp?,
    _ isAgentStream: Bool, _ stream: inout Stream
  ) {
    var account = record.identifier(state.brandId, &stream.facts.names)
    if account.isAbsent {
      account = record.identifier(record.member(.accountId, of: state.handler), &stream.facts.names)
    }
    if account.isAbsent { account = stream.envelope.account }
    let channel = Channel(record, state.context, &stream.facts.names)
    let skill = record.identifier(state.skillId, &stream.facts.names)
    let isRemoval = record.word(type) == .delete
    let word = state.state.map { record.word($0) } ?? record.word(state.stage)
    let ended = record.timestamp(state.endTs)
    let isClosed = word == .close || (isRemoval && state.closeReason != nil)
    let hasUnread = state.unread.map { countsUnread(record, $0) } ?? false
    let names = stream.facts.names
    stream.facts.update(index) {
      $0.marks.insert(.events)
      if isAgentStream { $0.marks.insert(.agentStream) }
      if channel.isProactive { $0.marks.insert(.openedByBrand) }
      $0.account = names.lesser($0.account, account)
      $0.channel = names.lesser($0.channel, channel.name)
      $0.joinSkill(skill, asOf: Latest(asOf), names: names)
      $0.started.fold(started)
      $0.changes.fold(asOf)
      if isClosed { $0.closedAsOf.fold(ended ?? asOf) } else if word == .open { $0.openAsOf.fold(asOf) }
      if hasUnread { $0.unread.fold(asOf) }
    }
  }

  /// A count, or a map from participant to count.
  private func countsUnread(_ record: JSONRecord, _ node: JSONNode) -> Bool {
    if let count = record.integer(node) { return count > 0 }
    var members = record.members(node)
    while let (_, value, _) = members.nextMember(in: record) {
      if (record.integer(value) ?? 0) > 0 { return true }
    }
    return false
  }

  private func readRoles(
    _ roles: ChangedRoles, _ dialogs: ChangedDialogs, _ state: State, _ record: JSONRecord, _ index: Int,
    _ asOf: Timestamp?, _ started: Timestamp?, _ stream: inout Stream
  ) {
    // `__myRole` names nobody; where one participant alone has that role, it is the user whose SDK wrote the log.
    let mine = Role(record.word(state.myRole))
    let holders = roles.entries.filter { $0.role == mine }
    if mine != .unknown, holders.count == 1 { stream.facts.people.add(.logOwner, to: holders[0].id) }
    let logTime = stream.envelope.time
    let nearBeginning = asOf.flatMap { now in started.map { now.milliseconds(since: $0) <= 60_000 } }
    let hasAgent = roles.entries.contains { $0.role == .assignedAgent }
    stream.facts.update(index) { conversation in
      if nearBeginning ?? !hasAgent { conversation.marks.insert(.beginningSeen) }
      for entry in roles.entries {
        conversation.updateParticipant(entry.id) {
          $0.joined.fold(asOf)
          switch entry.role {
          case .consumer: $0.roles.insert(.consumer)
          case .manager: $0.roles.insert(.manager)
          case .reader: $0.roles.insert(.reader)
          case .controller: $0.roles.insert(.controller)
          case .surveyAgent: $0.roles.insert(.surveyAgent)
          case .assignedAgent where dialogs.isActive(entry.id):
            $0.roles.insert(.assigned)
            $0.assigned.fold(asOf)
            $0.assignedInLog.fold(logTime)
          case .assignedAgent: $0.roles.insert(.suggested)
          case .agent, .unknown: break
          }
        }
      }
    }
  }
}

/// The dialogs of a change, and who in them has accepted: a suggested agent has the role, but not the conversation.
struct ChangedDialogs {
  private var states: [(id: Identifier, isActive: Bool)] = []

  init(
    _ record: JSONRecord, _ section: JSONNode?, _ conversation: Identifier, _ index: Int, _ stream: inout Stream
  ) {
    var dialogs = record.elements(section)
    while let node = dialogs.next(in: record) {
      var idNode, typeNode, channelNode, stateNode, created, ended, people: JSONNode?
      var members = record.members(node)
      while let (key, value, _) = members.nextMember(in: record) {
        switch key {
        case .dialogId: idNode = value
        case .dialogType: typeNode = value
        case .channelType: channelNode = value
        case .state: stateNode = value
        case .creationTs: created = value
        case .endTs: ended = value
        case .participantsDetails: people = value
        default: break
        }
      }
      let type: DialogType =
        record.word(channelNode) == .coBrowse
        ? .coBrowse
        : record.word(typeNode) == .postSurvey ? .postSurvey : record.word(typeNode) == .main ? .main : .unlisted
      if type == .main || type == .unlisted { readStates(record, people, &stream) }
      let id = record.identifier(idNode, &stream.facts.names)
      if id.isAbsent { continue }
      let createdTime = record.timestamp(created)
      let endedTime = record.timestamp(ended)
      let isClosed = record.word(stateNode) == .close
      stream.facts.setOwner(conversation, of: id)
      stream.facts.update(index) { conversation in
        guard let dialog = conversation.dialogIndex(id) else { return }
        conversation.updateDialog(dialog) {
          $0.type = max($0.type, type)
          $0.created.fold(createdTime)
          if isClosed { $0.closed.fold(endedTime) }
        }
      }
    }
  }

  private mutating func readStates(_ record: JSONRecord, _ section: JSONNode?, _ stream: inout Stream) {
    var people = record.elements(section)
    while let node = people.next(in: record) {
      guard Role(record.word(record.member(.role, of: node))) == .assignedAgent else { continue }
      let id = record.identifier(record.member(.id, of: node), &stream.facts.names)
      states.append((id, record.word(record.member(.state, of: node)) != .suggested))
    }
  }

  /// Older frames do not list states: there the role is all that is known.
  func isActive(_ id: Identifier) -> Bool {
    let own = states.filter { $0.id == id }
    return (own.isEmpty ? states : own).contains { $0.isActive } || states.isEmpty
  }
}

/// Who takes part in which role, from either of the two forms: an array of `{id, role}`, or maps from role to ids (of the old kind and,
/// beside it, the new).
struct ChangedRoles {
  private(set) var entries: [(id: Identifier, role: Role)] = []

  init(_ record: JSONRecord, _ participants: JSONNode?, _ participantsPId: JSONNode?, _ stream: inout Stream) {
    if let participants, record.kind(participants) == .array {
      var people = record.elements(participants)
      while let node = people.next(in: record) {
        let id = record.identifier(record.member(.id, of: node), &stream.facts.names)
        entries.append((id, Role(record.word(record.member(.role, of: node)))))
      }
    }
    let old = map(record, participants, &stream)
    let new = map(record, participantsPId, &stream)
    entries += old + new
    // The order of two ids in one role is nowhere said to agree, so only single ones are taken to be one person.
    for entry in old {
      let ofRole = old.filter { $0.role == entry.role }
      let twins = new.filter { $0.role == entry.role }
      if ofRole.count == 1, twins.count == 1 { stream.facts.people.link(entry.id, twins[0].id) }
    }
    entries.removeAll { $0.id.isAbsent }
  }

  private func map(
    _ record: JSONRecord, _ node: JSONNode?, _ stream: inout Stream
  ) -> [(id: Identifier, role: Role)] {
    var found: [(id: Identifier, role: Role)] = []
    var roles = record.members(node)
    while let (_, value, name) = roles.nextMember(in: record) {
      let role = Role(record.word(name))
      var ids = record.elements(value)
      while let id = ids.next(in: record) { found.append((record.identifier(id, &stream.facts.names), role)) }
    }
    return found
  }
}

/// The channel that a conversation's context tells, by the names that the history uses.
struct Channel {
  private(set) var name = Identifier.absent
  private(set) var isProactive = false

  init(_ record: JSONRecord, _ context: JSONNode?, _ names: inout NameTable) {
    switch record.typeWord(record.member(.type, of: context)) {
    case .sharkContext: name = Identifier("SHARK", names: &names)
    case .mobileAppContext: name = Identifier("APP", names: &names)
    case let type:
      isProactive = type == .proactiveContext
      name = record.identifier(record.member(.name, of: context), &names)
      if name.isAbsent {
        let client = record.member(.clientProperties, of: context)
        name = record.identifier(record.member(.appId, of: client), &names)
      }
    }
  }
}

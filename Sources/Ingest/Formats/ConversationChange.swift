import Model

/// One change of a conversation: `{type, result}` of a conversation-change notification, or the bare state that functions receive.
struct ConversationChange {
  @Kept private var type: JSONNode?
  private var state = State()

  /// The members of a change, from those of its form where it has one.
  static func of(_ node: JSONNode, in record: JSONRecord, _ stream: inout Stream) -> ConversationChange {
    stream.caches.conversationChanges(record, node) { ConversationChange(record, node) }
  }

  private init(_ record: JSONRecord, _ node: JSONNode) {
    var result: JSONNode?
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      if key == .type { type = value } else if key == .result { result = value }
    }
    state = State(record, result)
  }

  /// A state that stands by itself.
  init(_ record: JSONRecord, state: JSONNode) { self.state = State(record, state) }

  private struct State {
    @Kept var convId: JSONNode?
    @Kept var details: JSONNode?
    @Kept var lastContent: JSONNode?
    @Kept var unread: JSONNode?
    @Kept var updated: JSONNode?
    @Kept var skillId: JSONNode?
    @Kept var participants: JSONNode?
    @Kept var participantsPId: JSONNode?
    @Kept var dialogs: JSONNode?
    @Kept var brandId: JSONNode?
    @Kept var handlersAccount: JSONNode?
    @Kept var state: JSONNode?
    @Kept var stage: JSONNode?
    @Kept var startTs: JSONNode?
    @Kept var endTs: JSONNode?
    @Kept var metaUpdated: JSONNode?
    @Kept var closeReason: JSONNode?
    @Kept var myRole: JSONNode?
    var context = Channel.Members()

    init() {}

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
        case .conversationHandlerDetails: handlersAccount = record.member(.accountId, of: value)
        case .state: state = value
        case .stage: stage = value
        case .startTs: startTs = value
        case .endTs: endTs = value
        case .metaDataLastUpdateTs: metaUpdated = value
        case .context: context = Channel.Members(record, value)
        case .closeReason: closeReason = value
        case .myRole: myRole = value
        default: break
        }
      }
    }
  }

  /// - Parameter marks: what the door through which it came says about the conversation.
  func read(_ record: JSONRecord, _ marks: ConversationMarks, into stream: inout Stream) {
    let id = record.identifier(state.convId, &stream.facts.names)
    guard !id.isAbsent else {
      stream.report(.missingField, "a conversation change without convId; it was passed over")
      return
    }
    let index = stream.facts.index(of: id, evidence: stream.evidence)
    let started = record.timestamp(state.startTs)
    let asOf = record.timestamp(state.metaUpdated) ?? record.timestamp(state.updated) ?? stream.envelope.time ?? started
    stream.passed(asOf)
    let roles = ChangedRoles(record, state.participants, state.participantsPId, &stream)
    readWhole(state, record, index, asOf, started, marks, &stream)
    readUnread(state.unread, roles, record, index, asOf, &stream)
    let dialogs = ChangedDialogs(record, state.dialogs, id, index, &stream)
    readRoles(roles, dialogs, state, record, index, asOf, started, marks, &stream)
    stream.caches.roles = roles
    if let last = state.lastContent, record.kind(last) == .object {
      MessageEvent.of(last, in: record, &stream)
        .read(record, dialog: id, conversation: id, .lastContent, into: &stream)
    }
  }

  private func readWhole(
    _ state: State, _ record: JSONRecord, _ index: Int, _ asOf: Timestamp?, _ started: Timestamp?,
    _ marks: ConversationMarks, _ stream: inout Stream
  ) {
    var account = record.identifier(state.brandId, &stream.facts.names)
    if account.isAbsent { account = record.identifier(state.handlersAccount, &stream.facts.names) }
    if account.isAbsent { account = stream.envelope.account }
    let channel = Channel(record, state.context, &stream.facts.names)
    let skill = record.identifier(state.skillId, &stream.facts.names)
    let isRemoval = record.word(type) == .delete
    let word = state.state.map { record.word($0) } ?? record.word(state.stage)
    let ended = record.timestamp(state.endTs)
    let reason = record.identifier(state.closeReason, &stream.facts.names)
    let isClosed = word == .close || (isRemoval && !reason.isAbsent)
    let isLocked = word == .locked
    let names = stream.facts.names
    stream.facts.update(index) {
      $0.marks.formUnion(marks)
      if channel.isProactive { $0.marks.insert(.openedByBrand) }
      if isLocked { $0.marks.insert(.locked) }
      $0.account = names.lesser($0.account, account)
      $0.channel = names.lesser($0.channel, channel.name)
      $0.joinSkill(skill, asOf: Latest(asOf), names: names)
      $0.started.fold(started)
      $0.changes.fold(asOf)
      if isClosed { $0.closedAsOf.fold(ended ?? asOf) } else if word == .open { $0.openAsOf.fold(asOf) }
    }
  }

  /// A count, or a map from participant to count, in which only what the assigned agent has not read tells of the consumer's messages.
  private func readUnread(
    _ node: JSONNode?, _ roles: ChangedRoles, _ record: JSONRecord, _ index: Int, _ asOf: Timestamp?,
    _ stream: inout Stream
  ) {
    guard let node else { return }
    var count = record.integer(node) ?? 0
    var members = record.members(node)
    while let (_, value, name) = members.nextMember(in: record) {
      let id = record.identifier(name, &stream.facts.names)
      if !roles.hasOtherRole(id, than: .assignedAgent) { count = max(count, record.integer(value) ?? 0) }
    }
    if count > 0 { stream.facts.update(index) { $0.unread.fold(asOf) } }
  }

  private func readRoles(
    _ roles: ChangedRoles, _ dialogs: ChangedDialogs, _ state: State, _ record: JSONRecord, _ index: Int,
    _ asOf: Timestamp?, _ started: Timestamp?, _ marks: ConversationMarks, _ stream: inout Stream
  ) {
    // `__myRole` names nobody; where one participant alone has that role, it is the user whose SDK wrote the log.
    let mine = Role(record.word(state.myRole))
    if mine != .unknown {
      let holders = roles.entries.filter { $0.role == mine }
      if holders.count == 1 { stream.facts.people.add(.logOwner, to: holders[0].id) }
    }
    let logTime = stream.envelope.time
    let nearBeginning = asOf.flatMap { now in started.map { now.milliseconds(since: $0) <= 60_000 } }
    let hasAgent = roles.entries.contains { $0.role == .assignedAgent }
    let isAssigned = roles.entries.contains { $0.role == .assignedAgent && dialogs.isActive($0.id) }
    let word = state.state.map { record.word($0) } ?? record.word(state.stage)
    let isOpen = word == .open
    // Who is no longer told of a conversation that goes on has it no more; the end of one is told in the same way.
    let isTakenAway =
      record.word(type) == .delete && word != .close
      && record.identifier(state.closeReason, &stream.facts.names).isAbsent
    stream.facts.update(index) { conversation in
      // Who reads an export was not there when it began.
      if nearBeginning ?? !hasAgent, marks != .history { conversation.marks.insert(.beginningSeen) }
      if isTakenAway || (!isAssigned && isOpen) { conversation.unassigned.fold(asOf) }
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

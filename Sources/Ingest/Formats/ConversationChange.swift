import Model

/// One change of a conversation: `{type, result}` of a conversation-change notification, or the bare state that functions receive.
struct ConversationChange {
  private var type = KeptWord()
  private var state = State()

  /// The members of a change, from those of its form where it has one.
  static func of(_ node: JSONNode, in record: JSONRecord, _ stream: inout Stream) -> ConversationChange {
    stream.caches.conversationChanges(record, node) { ConversationChange(record, node) }
  }

  init() {}

  init(_ record: JSONRecord, _ node: JSONNode) {
    var result: JSONNode?
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      if key == .type { type = KeptWord(value, in: record) } else if key == .result { result = value }
    }
    state = State(record, result)
  }

  /// A state that stands by itself.
  init(_ record: JSONRecord, state: JSONNode) { self.state = State(record, state) }

  /// Has its members stand for the values of its form.
  /// - Returns: false where it needs more than those.
  mutating func move(_ places: borrowing ValuePlaces, _ record: JSONRecord) -> Bool {
    type.move(places) && state.move(places, record)
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
    let roles =
      if let people = state.people { ChangedRoles(record, people, &stream) } else {
        ChangedRoles(record, state.participants, state.participantsPId, &stream)
      }
    readUnread(state.unread, roles, record, index, asOf, &stream)
    let dialogs = ChangedDialogs(record, state.dialogs, id, index, &stream)
    let whole = readWhole(record, asOf, started, marks, &stream)
    let attendance = readAttendance(roles, dialogs, whole, record, &stream)
    stream.facts.update(index) { conversation, names in
      whole.fold(into: &conversation, names)
      attendance.fold(into: &conversation, roles, dialogs, whole)
    }
    if let last = state.lastContent, record.kind(last) == .object {
      MessageEvent.of(last, in: record, &stream)
        .read(record, dialog: id, conversation: id, .lastContent, into: &stream)
    }
  }

  /// What it says about the conversation as a whole.
  private struct Whole {
    var account, skill: Identifier
    let channel: Channel
    let asOf, started, ended: Timestamp?
    let marks: ConversationMarks
    /// Its state or stage.
    let word: Keyword
    let isRemoval, hasReason: Bool

    private var isClosed: Bool { word == .close || (isRemoval && hasReason) }

    func fold(into conversation: inout Conversation, _ names: borrowing NameTable) {
      conversation.marks.formUnion(marks)
      if channel.isProactive { conversation.marks.insert(.openedByBrand) }
      if word == .locked { conversation.marks.insert(.locked) }
      conversation.account = names.lesser(conversation.account, account)
      conversation.channel = names.lesser(conversation.channel, channel.name)
      conversation.joinSkill(skill, asOf: Latest(asOf), names: names)
      conversation.started.fold(started)
      conversation.changes.fold(asOf)
      if isClosed {
        conversation.closedAsOf.fold(ended ?? asOf)
      } else if word == .open {
        conversation.openAsOf.fold(asOf)
      }
    }
  }

  private func readWhole(
    _ record: JSONRecord, _ asOf: Timestamp?, _ started: Timestamp?, _ marks: ConversationMarks,
    _ stream: inout Stream
  ) -> Whole {
    var account = record.identifier(state.brandId, &stream.facts.names)
    if account.isAbsent { account = record.identifier(state.handlersAccount, &stream.facts.names) }
    if account.isAbsent { account = stream.envelope.account }
    return Whole(
      account: account, skill: record.identifier(state.skillId, &stream.facts.names),
      channel: Channel(record, state.context, &stream.facts.names), asOf: asOf, started: started,
      ended: record.timestamp(state.endTs), marks: marks,
      word: record.word(state.state ?? state.stage),
      isRemoval: record.word(type) == .delete,
      hasReason: state.hasKnownReason || !record.identifier(state.closeReason, &stream.facts.names).isAbsent)
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

  /// Who was there, and what that says about the conversation.
  private struct Attendance {
    let logTime: Timestamp?
    let isBeginning, isUnassigned: Bool

    func fold(
      into conversation: inout Conversation, _ roles: borrowing ChangedRoles, _ dialogs: borrowing ChangedDialogs,
      _ whole: Whole
    ) {
      if isBeginning { conversation.marks.insert(.beginningSeen) }
      if isUnassigned { conversation.unassigned.fold(whole.asOf) }
      roles.visit { entry in
        let isActive = entry.role == .assignedAgent && dialogs.isActive(entry.id)
        conversation.updateParticipant(entry.id) {
          $0.joined.fold(whole.asOf)
          switch entry.role {
          case .consumer: $0.roles.insert(.consumer)
          case .manager: $0.roles.insert(.manager)
          case .reader: $0.roles.insert(.reader)
          case .controller: $0.roles.insert(.controller)
          case .surveyAgent: $0.roles.insert(.surveyAgent)
          case .assignedAgent where isActive:
            $0.roles.insert(.assigned)
            $0.foldAssigned(whole.asOf)
            $0.assignedInLog.fold(logTime)
          case .assignedAgent: $0.roles.insert(.suggested)
          case .agent, .unknown: break
          }
        }
      }
    }
  }

  private func readAttendance(
    _ roles: ChangedRoles, _ dialogs: ChangedDialogs, _ whole: Whole, _ record: JSONRecord, _ stream: inout Stream
  ) -> Attendance {
    // `__myRole` names nobody; where one participant alone has that role, it is the user whose SDK wrote the log.
    let mine = Role(record.word(state.myRole))
    if mine != .unknown {
      stream.exchanges.learn(mine == .consumer ? .consumer : .assignedAgent)
      if let id = roles.only(mine) { stream.facts.people.add(.logOwner, to: id) }
    }
    let nearBeginning = whole.asOf.flatMap { now in whole.started.map { now.milliseconds(since: $0) <= 60_000 } }
    var hasAgent = false
    var isAssigned = false
    roles.visit {
      guard $0.role == .assignedAgent else { return }
      hasAgent = true
      isAssigned = isAssigned || dialogs.isActive($0.id)
    }
    // Who is no longer told of a conversation that goes on has it no more; the end of one is told in the same way.
    let isTakenAway = whole.isRemoval && whole.word != .close && !whole.hasReason
    // Who reads an export was not there when it began.
    return Attendance(
      logTime: stream.envelope.time, isBeginning: (nearBeginning ?? !hasAgent) && whole.marks != .history,
      isUnassigned: isTakenAway || (!isAssigned && whole.word == .open))
  }
}

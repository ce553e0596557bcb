import Model

/// One conversation of the message history, with the sections that were asked for.
enum HistoryRecord: InputFormat {
  static let info = LayoutInfo(
    "history-record", "a conversation of the message history",
    recognizedBy: "`info` with a `conversationId`",
    tells: [.historyMessages, .bots])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    // With a transcript it is a live chat.
    fields.info.map { record.kind($0) == .object && !fields.keys.contains(.transcript) } ?? false
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    let info = Info(record, fields.info)
    let id = record.identifier(info.conversationId, &stream.facts.names)
    guard !id.isAbsent else {
      if stream.pages.key == .interactionHistoryRecords { return stream.ignore(ChatHistory.kind) }
      stream.report(.missingField, "a conversation record without info.conversationId; it was passed over")
      return
    }
    let index = stream.facts.index(of: id, evidence: stream.evidence)
    let sections = Sections(record, fields.node)
    readInfo(info, record, index, &stream)
    readDialogs(sections.dialogs, record, id, index, &stream)
    readAgents(sections.agentParticipants, isLeaving: false, record, index, &stream)
    readAgents(sections.activeAgents, isLeaving: false, record, index, &stream)
    readAgents(sections.leavingAgents, isLeaving: true, record, index, &stream)
    readConsumers(sections.consumerParticipants, record, index, &stream)
    readAssignments(sections.interactions, record, index, &stream)
    var transfers = record.elements(sections.transfers)
    while let transfer = transfers.next(in: record) {
      let time = Moment(record, transfer).time
      stream.facts.update(index) {
        $0.transferred.fold(time)
        $0.lastTransferred.fold(time)
      }
    }
    let newest = HistoryMessages.read(sections.messageRecords, record, id, index, &stream)
    readStatuses(sections.messageStatuses, record, index, &stream)
    readState(info, record, index, newest, &stream)
  }

  private struct Info {
    var conversationId, brandId, source, skill, isPartial, status: JSONNode?
    var startTime, startTimeL, endTime, endTimeL, conversationEndTime, conversationEndTimeL: JSONNode?

    init(_ record: JSONRecord, _ node: JSONNode?) {
      var members = record.members(node)
      while let (key, value, _) = members.nextMember(in: record) {
        switch key {
        case .conversationId: conversationId = value
        case .brandId: brandId = value
        case .source: source = value
        case .latestSkillId: skill = value
        case .isPartial: isPartial = value
        case .status: status = value
        case .startTime: startTime = value
        case .startTimeL: startTimeL = value
        case .endTime: endTime = value
        case .endTimeL: endTimeL = value
        case .conversationEndTime: conversationEndTime = value
        case .conversationEndTimeL: conversationEndTimeL = value
        default: break
        }
      }
    }
  }

  private struct Sections {
    var messageRecords, messageStatuses, agentParticipants, activeAgents, leavingAgents, consumerParticipants: JSONNode?
    var interactions, transfers, dialogs: JSONNode?

    init(_ record: JSONRecord, _ node: JSONNode) {
      var members = record.members(node)
      while let (key, value, _) = members.nextMember(in: record) {
        switch key {
        case .messageRecords, .messagesRecords: messageRecords = value
        case .messageStatuses: messageStatuses = value
        case .agentParticipants: agentParticipants = value
        case .agentParticipantsActive: activeAgents = value
        case .agentParticipantsLeave: leavingAgents = value
        case .consumerParticipants, .consumerParticipant: consumerParticipants = value
        case .interactions: interactions = value
        case .transfers: transfers = value
        case .dialogs: dialogs = value
        default: break
        }
      }
    }
  }

  private static func readInfo(_ info: Info, _ record: JSONRecord, _ index: Int, _ stream: inout Stream) {
    let account = record.identifier(info.brandId, &stream.facts.names)
    let channel = record.identifier(info.source, &stream.facts.names)
    let opener = record.word(info.source)
    let started = record.timestamp(info.startTimeL) ?? record.timestamp(info.startTime)
    let isPartial = record.flag(info.isPartial) == true
    let pageWillTell = !isPartial && stream.pages.add(index)
    let names = stream.facts.names
    stream.facts.update(index) {
      $0.account = names.lesser($0.account, account)
      $0.channel = names.lesser($0.channel, channel)
      $0.started.fold(started)
      $0.marks.insert(.history)
      if opener == .agent { $0.marks.insert(.openedByBrand) }
      if isPartial { $0.marks.insert(.partialCopy) } else if !pageWillTell { $0.marks.insert(.wholeCopy) }
    }
  }

  /// An export is a snapshot: an open conversation is known to be open until its newest moment.
  private static func readState(
    _ info: Info, _ record: JSONRecord, _ index: Int, _ newest: Latest, _ stream: inout Stream
  ) {
    let started = record.timestamp(info.startTimeL) ?? record.timestamp(info.startTime)
    // `endTime` may be the end of the survey, hours after the conversation's own.
    let ended =
      record.timestamp(info.conversationEndTimeL) ?? record.timestamp(info.conversationEndTime)
      ?? record.timestamp(info.endTimeL) ?? record.timestamp(info.endTime)
    let status = record.word(info.status)
    let isClosed = status == .close || (status != .open && ended != nil)
    let skill = record.identifier(info.skill, &stream.facts.names)
    let asOf = newest.moment ?? started
    let names = stream.facts.names
    stream.facts.update(index) {
      if isClosed { $0.closedAsOf.fold(ended ?? asOf) } else { $0.openAsOf.fold(asOf) }
      $0.joinSkill(skill, asOf: Latest(ended ?? asOf), names: names)
    }
  }

  private static func readDialogs(
    _ section: JSONNode?, _ record: JSONRecord, _ conversation: Identifier, _ index: Int, _ stream: inout Stream
  ) {
    var dialogs = record.elements(section)
    while let node = dialogs.next(in: record) {
      let id = record.identifier(record.member(.dialogId, of: node), &stream.facts.names)
      if id.isAbsent { continue }
      let type = record.word(record.member(.dialogType, of: node))
      let span = Moment(record, node)
      stream.facts.setOwner(conversation, of: id)
      stream.facts.update(index) { conversation in
        guard let dialog = conversation.dialogIndex(id) else { return }
        conversation.updateDialog(dialog) {
          $0.type = max($0.type, type == .postSurvey ? .postSurvey : type == .main ? .main : .unlisted)
          $0.created.fold(span.started)
          $0.closed.fold(span.ended)
        }
      }
    }
  }

  private static func readAgents(
    _ section: JSONNode?, isLeaving: Bool, _ record: JSONRecord, _ index: Int, _ stream: inout Stream
  ) {
    var agents = record.elements(section)
    while let node = agents.next(in: record) {
      let agent = HistoryAgent(record, node, isLeaving: isLeaving, &stream.facts.names)
      if agent.id.isAbsent { continue }
      stream.facts.people.add(agent.traits, to: agent.id)
      stream.facts.people.link(agent.id, agent.pid)
      stream.facts.people.setLogin(agent.login, of: agent.id, names: stream.facts.names)
      stream.facts.update(index) {
        $0.updateParticipant(agent.id) {
          $0.roles.formUnion(agent.roles)
          $0.joined.fold(agent.time)
          if agent.roles.contains(.assigned) { $0.foldAssigned(agent.time) }
        }
      }
    }
  }

  private static func readConsumers(
    _ section: JSONNode?, _ record: JSONRecord, _ index: Int, _ stream: inout Stream
  ) {
    var consumers = record.elements(section)
    while let node = consumers.next(in: record) {
      let id = record.identifier(record.member(.participantId, of: node), &stream.facts.names)
      let time = Moment(record, node).time
      stream.facts.update(index) {
        $0.updateParticipant(id) {
          $0.roles.insert(.consumer)
          $0.joined.fold(time)
        }
      }
    }
  }

  private static func readAssignments(
    _ section: JSONNode?, _ record: JSONRecord, _ index: Int, _ stream: inout Stream
  ) {
    var interactions = record.elements(section)
    while let node = interactions.next(in: record) {
      let id = record.identifier(record.member(.assignedAgentId, of: node), &stream.facts.names)
      let time =
        record.timestamp(record.member(.interactionTimeL, of: node))
        ?? record.timestamp(record.member(.interactionTime, of: node))
      stream.facts.update(index) {
        $0.updateParticipant(id) {
          $0.roles.insert(.assigned)
          $0.foldAssigned(time)
          $0.joined.fold(time)
        }
      }
    }
  }

  /// Of receipts only two kinds matter here: a message that was not received, and a consumer's tap on structured content.
  private static func readStatuses(
    _ section: JSONNode?, _ record: JSONRecord, _ index: Int, _ stream: inout Stream
  ) {
    var statuses = record.elements(section)
    while let node = statuses.next(in: record) {
      let part = record.part(node)
      let status = stream.caches.historyStatuses(part, part.root) {
        part.member(.messageDeliveryStatus, of: part.root).map { KeptWord($0, in: part) } ?? KeptWord()
      }
      switch part.word(status) {
      case .nack:
        let time = Moment(record, node).time
        stream.facts.update(index) { $0.notReceived.fold(time) }
      case .action:
        let isConsumer = record.word(record.member(.participantType, of: node)) == .consumer
        let time = Moment(record, node).time
        if isConsumer {
          stream.facts.update(index) {
            $0.marks.insert(.consumerActed)
            $0.consumerActed.fold(time)
          }
        }
      default: break
      }
    }
  }
}

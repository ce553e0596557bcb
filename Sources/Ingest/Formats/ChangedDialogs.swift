import Model

/// The dialogs of a change, and who in them has accepted: a suggested agent has the role, but not the conversation.
struct ChangedDialogs {
  private var states: [(id: Identifier, isActive: Bool)] = []

  init(
    _ record: JSONRecord, _ section: JSONNode?, _ conversation: Identifier, _ index: Int, _ stream: inout Stream
  ) {
    var dialogs = record.elements(section)
    while let node = dialogs.next(in: record) {
      var idNode: JSONNode?
      var typeNode: JSONNode?
      var channelNode: JSONNode?
      var stateNode: JSONNode?
      var created: JSONNode?
      var ended: JSONNode?
      var people: JSONNode?
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
      let isChat = record.word(channelNode) == .chat || record.word(channelNode) == .liveChat
      stream.facts.setOwner(conversation, of: id)
      stream.facts.update(index) { conversation in
        if isChat { conversation.marks.insert(.chat) }
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
    while states.count < Conversation.companyLimit, let node = people.next(in: record) {
      let holder = stream.roleHolder(record, node)
      if holder.role == .assignedAgent { states.append((holder.id, !holder.isSuggested)) }
    }
  }

  /// Older frames do not list states: there the role is all that is known. States may be listed under ids of the other kind: then
  /// somebody is active for certain only if everybody is.
  func isActive(_ id: Identifier) -> Bool {
    if states.isEmpty { return true }
    let own = states.filter { $0.id == id }
    return own.isEmpty ? states.allSatisfy { $0.isActive } : own.contains { $0.isActive }
  }
}

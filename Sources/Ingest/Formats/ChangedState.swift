extension ConversationChange {
  /// The members of a change's result, and of the details in it.
  struct State {
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
}

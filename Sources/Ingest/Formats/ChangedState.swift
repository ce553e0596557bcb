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
    var state: KeptWord?
    var stage = KeptWord()
    @Kept var startTs: JSONNode?
    @Kept var endTs: JSONNode?
    @Kept var metaUpdated: JSONNode?
    @Kept var closeReason: JSONNode?
    /// The platform's own words for why a conversation ended are part of the form.
    var hasKnownReason = false
    var myRole = KeptWord()
    var context = Channel.Members()
    /// Everybody in `participants`, where its form alone tells who that is.
    var people: Three?

    init() {}

    init(_ record: JSONRecord, _ node: JSONNode?) {
      read(record, node)
      if let details { read(record, details) }
    }

    /// - Returns: false where more than single values is needed, or more people are in it than nearly all have.
    mutating func move(_ places: borrowing ValuePlaces, _ record: JSONRecord) -> Bool {
      details = nil
      if let reason = closeReason, record.isKnown(reason) {
        hasKnownReason = !record.isNothing(reason)
        closeReason = nil
      }
      guard participantsPId == nil, dialogs == nil, lastContent == nil, let list = participants,
        record.kind(list) == .array
      else { return false }
      participants = nil
      var people = Three()
      var elements = record.elements(list)
      while let node = elements.next(in: record) {
        var members = RoleHolder.Members(record, node)
        guard people.count < 3, members.move(places) else { return false }
        people.append(members)
      }
      self.people = people
      guard state?.move(places) ?? true else { return false }
      return places.move(&convId) && places.move(&unread) && places.move(&updated) && places.move(&skillId)
        && places.move(&brandId) && places.move(&handlersAccount) && stage.move(places) && places.move(&startTs)
        && places.move(&endTs) && places.move(&metaUpdated) && places.move(&closeReason) && myRole.move(places)
        && context.move(places)
    }

    /// Up to three people, who need no memory of their own.
    struct Three {
      private var members = (RoleHolder.Members(), RoleHolder.Members(), RoleHolder.Members())
      private(set) var count = 0

      mutating func append(_ new: RoleHolder.Members) {
        switch count {
        case 0: members.0 = new
        case 1: members.1 = new
        default: members.2 = new
        }
        count += 1
      }

      func visit(_ body: (RoleHolder.Members) -> Void) {
        if count > 0 { body(members.0) }
        if count > 1 { body(members.1) }
        if count > 2 { body(members.2) }
      }
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
        case .state: state = KeptWord(value, in: record)
        case .stage: stage = KeptWord(value, in: record)
        case .startTs: startTs = value
        case .endTs: endTs = value
        case .metaDataLastUpdateTs: metaUpdated = value
        case .context: context = Channel.Members(record, value)
        case .closeReason: closeReason = value
        case .myRole: myRole = KeptWord(value, in: record)
        default: break
        }
      }
    }
  }
}

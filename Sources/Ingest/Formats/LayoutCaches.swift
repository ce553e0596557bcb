import Model

/// The members of objects that most logs are full of.
struct LayoutCaches {
  var frames = MemberCache<NotificationFrame?>()
  var notifications = MemberCache<Notification.Members>()
  var messageEvents = MemberCache<MessageEvent>()
  var conversationChanges = MemberCache<ConversationChange>()
  var roleHolders = MemberCache<RoleHolder.Members>()
  /// The roles of the last change, whose memory the next may use.
  var roles = ChangedRoles()
}

extension Role {
  init(_ word: Keyword) {
    switch word {
    case .consumer: self = .consumer
    case .assignedAgent, .assigned: self = .assignedAgent
    case .manager: self = .manager
    case .reader: self = .reader
    case .controller: self = .controller
    case .agent: self = .surveyAgent
    default: self = .unknown
    }
  }
}

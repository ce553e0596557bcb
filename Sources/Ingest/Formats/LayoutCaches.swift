import Model

/// The members of objects that most logs are full of.
struct LayoutCaches {
  var frames = MemberCache<NotificationFrame?>()
  var valueFrames = ValueFrames()
  var notifications = MemberCache<Notification.Members>()
  var messageEvents = MemberCache<MessageEvent>()
  var conversationChanges = MemberCache<ConversationChange>()
  var historyMessages = MemberCache<HistoryMessage>()
  /// What a receipt of the history says.
  var historyStatuses = MemberCache<KeptWord>()
  var roleHolders = MemberCache<RoleHolder.Members>()
}

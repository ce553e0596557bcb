/// How much a fact store holds of each kind.
public struct FactCounts: Sendable {
  public private(set) var byKind: [FactKind: Int] = [:]

  public init(_ facts: FactStore) {
    for conversation in facts.conversations {
      add(conversation.messages.count { $0.sightings.contains(.history) }, .historyMessages)
      add(conversation.messages.count { !$0.sightings.isSubset(of: .history) }, .messageEvents)
      add(conversation.exchanges.count, .exchanges)
      guard conversation.changes.earliest.moment != nil else { continue }
      add(1, .conversationChanges)
      if conversation.marks.contains(.agentStream) { add(1, .agentChanges) }
    }
    for event in facts.agentEvents.all { add(1, Self.kind(event.fact)) }
    add(facts.people.traits.values.count { !$0.isDisjoint(with: [.bot, .botResponse, .logOwner]) }, .bots)
    add(facts.gatewayMessages.count, .gatewayMessages)
  }

  private mutating func add(_ count: Int, _ kind: FactKind) {
    if count > 0 { byKind[kind, default: 0] += count }
  }

  private static func kind(_ event: AgentEvent) -> FactKind {
    switch event.kind {
    case .login, .logout: .logins
    case .availability: .availability
    case .enabled, .disabled: .accounts
    case .started, .crashed, .connected, .closed, .reconnecting, .succeeded, .failed, .conversationsSubscribed,
      .ringsSubscribed, .messagesQueried, .heartbeat:
      .connections
    }
  }
}

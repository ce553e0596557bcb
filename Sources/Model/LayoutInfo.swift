/// What a record can tell of: each detector judges from some of these.
public enum FactKind: String, Sendable, CaseIterable, Comparable {
  /// Messages of exported conversation records.
  case historyMessages = "history messages"
  /// Messages as events of the messaging service.
  case messageEvents = "message events"
  /// Changes of a conversation as an agent's socket or SDK, or a webhook, receives them.
  case conversationChanges = "conversation changes"
  /// Those of them that an agent's socket or SDK received, and not a webhook.
  case agentChanges = "conversation changes at an agent"
  /// A program's own requests with their answers.
  case exchanges = "requests with answers"
  case connections, logins, availability
  /// Users enabled and disabled.
  case accounts = "user accounts"
  /// Who is a bot.
  case bots
  case gatewayMessages = "gateway messages"

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What is written about a layout: `inspect` and the documentation are made of it.
public struct LayoutInfo: Sendable {
  /// As reports name it.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// What tells it from the others.
  public let recognizedBy: String
  /// What its records can tell; nothing for records that are only named and counted.
  public let tells: Set<FactKind>

  public init(_ name: String, _ title: String, recognizedBy: String, tells: Set<FactKind>) {
    self.name = name
    self.title = title
    self.recognizedBy = recognizedBy
    self.tells = tells
  }
}

import Model

/// When the consumers that somewhere wrote nothing wrote elsewhere: in another conversation, they sent it again.
struct ConsumerWritings: Sendable {
  private var writings: [Identifier: [Timestamp]] = [:]

  init() {}

  /// - Parameter silent: the consumers that are looked for.
  init(_ conversations: some Sequence<Conversation>, of silent: Set<Identifier>) {
    for conversation in conversations {
      for participant in conversation.participants
      where participant.roles.contains(.consumer) && silent.contains(participant.id) {
        for message in conversation.messages where message.role == .consumer && message.holdsContent {
          if let time = message.time.moment { writings[participant.id, default: []].append(time) }
        }
      }
    }
  }

  mutating func merge(_ other: ConsumerWritings) {
    for (consumer, times) in other.writings { writings[consumer, default: []] += times }
  }

  mutating func sort() {
    for consumer in Array(writings.keys) { writings[consumer]?.sort() }
  }

  func first(ofConsumersOf conversation: Conversation, in span: ClosedRange<Timestamp>) -> Timestamp? {
    conversation.participants
      .filter { $0.roles.contains(.consumer) }
      .compactMap { writings[$0.id]?.first { span.contains($0) } }
      .min()
  }
}

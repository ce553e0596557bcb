import Model

/// When the consumers that somewhere wrote nothing wrote elsewhere: in another conversation, they sent it again.
struct ConsumerWritings: Sendable {
  private var writings: [Identifier: [Timestamp]] = [:]

  init() {}

  /// - Parameter silent: the consumers that are looked for.
  init(_ conversations: some Collection<Conversation>, of silent: Set<Identifier>) {
    for index in conversations.indices {
      // Of most conversations only this is looked at: a copy would count references to the rest of it, too.
      for place in 0..<conversations[index].participantCount {
        let participant = conversations[index].participant(at: place)
        guard participant.roles.contains(.consumer), silent.contains(participant.id) else { continue }
        read(conversations[index].messages, by: participant.id)
      }
    }
  }

  private mutating func read(_ messages: [Message], by consumer: Identifier) {
    for message in messages where message.role == .consumer && message.holdsContent {
      if let time = message.time.moment { writings[consumer, default: []].append(time) }
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

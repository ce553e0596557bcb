import Model

/// When the consumers that somewhere wrote nothing wrote elsewhere: in another conversation, they sent it again.
struct ConsumerWritings: Sendable {
  private var writings: [Identifier: [Timestamp]] = [:]

  init() {}

  /// - Parameters:
  ///   - places: of those conversations that are read.
  ///   - silent: the consumers that are looked for.
  init(_ conversations: Conversations, _ places: Range<Int>, of silent: Set<Identifier>) {
    let hints = Hints(silent)
    for index in places {
      for place in 0..<conversations[index].participantCount {
        let participant = conversations[index].participant(at: place)
        guard participant.roles.contains(.consumer), hints.hold(participant.id), silent.contains(participant.id) else {
          continue
        }
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
      .compactMap { participant -> Timestamp? in
        guard let times = writings[participant.id] else { return nil }
        let place = times.partitioningIndex { $0 >= span.lowerBound }
        return place < times.count && times[place] <= span.upperBound ? times[place] : nil
      }
      .min()
  }
}

/// Some bits of each of a few ids: most others have none of their like, and are told apart without being hashed.
private struct Hints {
  private var words = [UInt64](repeating: 0, count: 1024)

  init(_ ids: Set<Identifier>) {
    for id in ids {
      let hint = id.hint
      words[hint >> 6] |= 1 << UInt64(hint & 63)
    }
  }

  func hold(_ id: Identifier) -> Bool {
    let hint = id.hint
    return words[hint >> 6] >> UInt64(hint & 63) & 1 == 1
  }
}

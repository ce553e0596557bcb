import Model

/// What the gateway of text messages took in from the consumers of each conversation, copies of one message folded together.
struct GatewayInbox: Sendable {
  struct Entry: Sendable {
    var message: GatewayMessage
    /// The smallest place that tells of it.
    var evidence: Evidence
  }

  private var entries: [Identifier: [Entry]] = [:]
  private(set) var unused = UnusedGatewayMessages()

  /// - Parameter facts: a settled store, so that every dialog has its owner.
  init(_ facts: FactStore) {
    if facts.gatewayMessages.isEmpty { return }
    var folded: [Identifier: Entry] = [:]
    for (message, evidence) in facts.gatewayMessages.all {
      guard let known = folded[message.id] else {
        folded[message.id] = Entry(message: message, evidence: evidence)
        continue
      }
      folded[message.id] = Entry(
        message: known.message.joined(with: message, names: facts.names), evidence: min(known.evidence, evidence))
    }
    for entry in folded.values where entry.message.direction != .outbound {
      let named = entry.message.conversation
      if named.isAbsent {
        unused.withoutConversation += 1
        continue
      }
      if entry.message.direction == .unknown {
        unused.withoutDirection += 1
        continue
      }
      entries[facts.dialogOwners[named] ?? named, default: []].append(entry)
    }
    for conversation in Array(entries.keys) {
      entries[conversation]?.sort { left, right in
        let times = (left.message.time?.milliseconds ?? .max, right.message.time?.milliseconds ?? .max)
        if times.0 != times.1 { return times.0 < times.1 }
        return left.message.id.text(facts.names) < right.message.id.text(facts.names)
      }
    }
  }

  /// By time; those without one last.
  func entries(of conversation: Identifier) -> [Entry] { entries[conversation] ?? [] }
}

/// Messages that a gateway may have taken in, and that no conversation has any use of.
public struct UnusedGatewayMessages: Sendable, Equatable {
  public var withoutConversation = 0
  /// They name their conversation.
  public var withoutDirection = 0
}

extension GatewayMessage {
  /// Two copies of one message, of which each may lack what the other has; the order says nothing.
  fileprivate func joined(with other: GatewayMessage, names: NameTable) -> GatewayMessage {
    var joined = self
    joined.conversation = names.lesser(conversation, other.conversation)
    joined.direction = direction.rawValue < other.direction.rawValue ? other.direction : direction
    joined.time = [time, other.time].compactMap(\.self).min()
    joined.mediaCount = max(mediaCount, other.mediaCount)
    joined.mediaKinds = mediaKinds.union(other.mediaKinds)
    if (text, utf16Count) < (other.text, other.utf16Count) {
      (joined.text, joined.utf16Count) = (other.text, other.utf16Count)
    }
    return joined
  }
}

extension GatewayMessage.MediaKinds {
  /// `image, video`; nil where the gateway named none.
  var words: String? {
    let names: [(GatewayMessage.MediaKinds, String)] = [
      (.image, "image"), (.video, "video"), (.audio, "audio"), (.other, "other"),
    ]
    let words = names.filter { contains($0.0) }.map(\.1)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

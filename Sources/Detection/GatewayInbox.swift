import Model

/// What the gateway of text messages took in from the consumers of each conversation, copies of one message folded together.
struct GatewayInbox: Sendable {
  struct Entry: Sendable {
    var message: GatewayMessage
    /// The smallest place that tells of it.
    var evidence: Evidence
  }

  private var entries: [Identifier: [Entry]] = [:]
  /// Messages that name no conversation, so that none has any use of them.
  private(set) var unused = 0

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
        unused += 1
      } else if entry.message.direction == .inbound {
        entries[facts.dialogOwners[named] ?? named, default: []].append(entry)
      }
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

/// All facts that were read, by conversation: the one thing that grows with the input.
///
/// Merging two stores is a join: the order of reading, repeats and cuts change nothing. Conversations are found by one look-up.
public struct FactStore: Sendable {
  public var names = NameTable()
  public var people = People()
  public private(set) var conversations: [Conversation] = []
  /// The conversation of each dialog whose id is not its conversation's.
  public private(set) var dialogOwners: [Identifier: Identifier] = [:]
  /// All four lengths of the long texts.
  public private(set) var longTexts: [MessageKey: TextCounts] = [:]
  /// Beginnings of texts, kept only when a report asks for them.
  public private(set) var excerpts: [MessageKey: String] = [:]
  private var indexes: [Identifier: Int32] = [:]

  public init() {}

  /// The index of a conversation, which is added if new.
  public mutating func index(of id: Identifier, evidence: Evidence) -> Int {
    if let index = indexes[id] {
      let index = Int(index)
      if evidence < conversations[index].evidence { conversations[index].evidence = evidence }
      return index
    }
    indexes[id] = Int32(conversations.count)
    conversations.append(Conversation(id: id, evidence: evidence))
    return conversations.count - 1
  }

  public func find(_ id: Identifier) -> Conversation? {
    indexes[id].map { conversations[Int($0)] }
  }

  public mutating func update(_ index: Int, _ change: (inout Conversation) -> Void) {
    change(&conversations[index])
  }

  public mutating func add(_ message: Message, to index: Int) {
    conversations[index].add(message, names: names)
  }

  public mutating func keep(_ counts: TextCounts, of key: MessageKey) {
    if let known = longTexts[key], known.order >= counts.order { return }
    longTexts[key] = counts
  }

  public mutating func keep(excerpt: String, of key: MessageKey) {
    excerpts[key] = max(excerpts[key] ?? "", excerpt)
  }

  public mutating func setOwner(_ conversation: Identifier, of dialog: Identifier) {
    if conversation == dialog || dialogOwners[dialog] == conversation { return }
    dialogOwners[dialog] = names.lesser(dialogOwners[dialog] ?? .absent, conversation)
  }

  public mutating func join(_ other: FactStore) {
    names.join(other.names)
    people.join(other.people, names: names)
    for (dialog, conversation) in other.dialogOwners { setOwner(conversation, of: dialog) }
    for (key, counts) in other.longTexts { keep(counts, of: key) }
    for (key, excerpt) in other.excerpts { keep(excerpt: excerpt, of: key) }
    for conversation in other.conversations {
      let index = index(of: conversation.id, evidence: conversation.evidence)
      conversations[index].join(conversation, names: names)
    }
  }

  /// Ends the reading: events that named only their dialog go to the conversation it belongs to, and copies are folded.
  public mutating func settle() {
    for (dialog, owner) in dialogOwners {
      guard let from = indexes[dialog], indexes[owner] != from else { continue }
      // What was filed under the dialog's id moves, and leaves nothing behind that could be judged.
      let stray = conversations[Int(from)]
      let to = index(of: owner, evidence: stray.evidence)
      conversations[to].join(stray, names: names)
      conversations[Int(from)] = Conversation(id: dialog, evidence: stray.evidence)
      indexes[dialog] = nil
    }
    let names = names
    conversations.removeAll { indexes[$0.id] == nil }
    for index in conversations.indices {
      indexes[conversations[index].id] = Int32(index)
      conversations[index].foldCopies(names: names)
    }
  }
}

/// Which message of all: its dialog and sequence. A dialog belongs to one conversation.
public struct MessageKey: Hashable, Sendable {
  public let dialog: Identifier
  public let sequence: Int32

  public init(dialog: Identifier, sequence: Int32) {
    self.dialog = dialog
    self.sequence = sequence
  }
}

extension TextCounts {
  fileprivate var order: (UInt32, UInt32, UInt32, UInt32) { (utf16, utf8, scalars, graphemes) }
}

/// All conversations, in slabs of equal length: they grow, are joined and given back without ever being moved or held twice.
///
///     [1024][1024] … [1…1024]
public struct Conversations: RandomAccessCollection, Sendable {
  @usableFromInline static let shift = 10
  @usableFromInline static let slabLength = 1 << shift

  @usableFromInline var slabs: [[Conversation]] = []

  init() {}

  /// One alone.
  public init(_ conversation: Conversation) { append(conversation) }

  @inlinable public var startIndex: Int { 0 }

  @inlinable public var endIndex: Int {
    slabs.isEmpty ? 0 : (slabs.count - 1) * Self.slabLength + slabs[slabs.count - 1].count
  }

  /// Lent, not copied: a conversation is large, and to copy it counts references.
  @inlinable public subscript(index: Int) -> Conversation {
    _read {
      let slab = slabs[index >> Self.shift]
      let conversations = slab.span
      yield conversations[index & (Self.slabLength - 1)]
    }
  }

  /// Without the rest of it.
  func id(at index: Int) -> Identifier { slabs[index >> Self.shift][index & (Self.slabLength - 1)].id }

  func evidence(at index: Int) -> Evidence { slabs[index >> Self.shift][index & (Self.slabLength - 1)].evidence }

  func marks(at index: Int) -> ConversationMarks { slabs[index >> Self.shift][index & (Self.slabLength - 1)].marks }

  mutating func update(_ index: Int, _ change: (inout Conversation) -> Void) {
    change(&slabs[index >> Self.shift][index & (Self.slabLength - 1)])
  }

  mutating func updateAll(_ change: (inout Conversation) -> Void) {
    for slab in slabs.indices {
      for index in slabs[slab].indices { change(&slabs[slab][index]) }
    }
  }

  mutating func append(_ conversation: consuming Conversation) {
    if slabs.isEmpty || slabs[slabs.count - 1].count == Self.slabLength {
      slabs.append([])
      slabs[slabs.count - 1].reserveCapacity(Self.slabLength)
    }
    slabs[slabs.count - 1].append(conversation)
  }

  /// Takes others in: of all but a few only the slab changes hands.
  mutating func take(_ others: inout Conversations) {
    while !isEmpty, slabs[slabs.count - 1].count < Self.slabLength, let last = others.popLast() { append(last) }
    slabs += others.slabs
    others = Conversations()
  }

  mutating func popLast() -> Conversation? {
    guard let last = slabs.indices.last, let conversation = slabs[last].popLast() else { return nil }
    if slabs[last].isEmpty { slabs.removeLast() }
    return conversation
  }

  /// Takes one out, if there is any; the last comes to stand in its place.
  mutating func remove(at index: Int) -> Conversation? {
    guard var conversation = popLast() else { return nil }
    if index < count { update(index) { swap(&$0, &conversation) } }
    return conversation
  }
}

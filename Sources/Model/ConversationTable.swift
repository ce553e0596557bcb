/// Finds conversations by their ids: what every record asks at least once.
///
/// A hash table of chains beside the conversations, whose ids it does not repeat: a head leads to the conversation that was added
/// last of all whose hashes have the same first bits, and from each a link leads on. The hash is the upper part of
/// `a × high + b × low` with factors drawn anew in each process, so that tables can be compared by it. Such a hash is universal
/// (Dietzfelbinger and others, 1997): any two ids have the same first n bits with a probability of at most two in 2ⁿ over all
/// factors, whatever ids they are. So no input, however chosen, makes long chains, which is what dictionaries pay a cryptographic
/// hash for.
struct ConversationTable: Sendable {
  /// The way to a conversation, with its hash, so that no other is read on the way.
  private struct Link: Sendable {
    let hash: UInt32
    let index: Int32

    static let end = Link(hash: 0, index: -1)
  }

  /// A power of two of them, and at least one of each conversation.
  private var heads = [Link.end]
  /// Where it goes on from each conversation.
  private var links: [Link] = []
  /// How far a hash is shifted to give a place in `heads`.
  private var shift: UInt64 = 32
  private let factors = drawn
  private static let drawn = (high: UInt128.random(in: .min ... .max), low: UInt128.random(in: .min ... .max))
  /// False after a join: what it added is found one by one, as long as nobody asks for many.
  var isComplete = true

  init() {}

  init(_ conversations: Conversations) {
    for index in conversations.indices { append(conversations.id(at: index)) }
  }

  func find(_ id: Identifier, in conversations: Conversations) -> Int? {
    if let index = find(id, hash: hash(id), in: conversations) { return index }
    return isComplete ? nil : (links.count..<conversations.count).first { conversations.id(at: $0) == id }
  }

  /// - Parameter id: asked for only where another has its hash.
  @inline(__always)
  private func find(_ id: @autoclosure () -> Identifier, hash: UInt32, in conversations: Conversations) -> Int? {
    var link = heads[place(hash)]
    while link.index >= 0 {
      if link.hash == hash, conversations.id(at: Int(link.index)) == id() { return Int(link.index) }
      link = links[Int(link.index)]
    }
    return nil
  }

  /// The conversations that another table has too: their indices in both.
  func common(
    _ conversations: Conversations, with other: ConversationTable, _ others: Conversations
  ) -> [(here: Int, there: Int)] {
    // In the order of hashes, which is that of the heads in both tables.
    var common: [(here: Int, there: Int)] = []
    for head in other.heads {
      var link = head
      while link.index >= 0 {
        let there = Int(link.index)
        if let here = find(others.id(at: there), hash: link.hash, in: conversations) { common.append((here, there)) }
        link = other.links[there]
      }
    }
    return common
  }

  /// Adds what is missing: must come before many are asked for, and before one is added.
  @inline(__always)
  mutating func complete(_ conversations: Conversations) {
    if !isComplete { addRest(of: conversations) }
  }

  @inline(never)
  private mutating func addRest(of conversations: Conversations) {
    for index in links.count..<conversations.count { append(conversations.id(at: index)) }
    isComplete = true
  }

  /// Adds the conversation behind the last, which must be new.
  mutating func append(_ id: Identifier) {
    if links.count == heads.count { grow() }
    links.append(.end)
    insert(Link(hash: hash(id), index: Int32(links.count - 1)))
  }

  private mutating func insert(_ link: Link) {
    let place = place(link.hash)
    links[Int(link.index)] = heads[place]
    heads[place] = link
  }

  private mutating func grow() {
    let old = heads
    heads = [Link](repeating: .end, count: old.count * 2)
    shift -= 1
    for head in old {
      var link = head
      while link.index >= 0 {
        let next = links[Int(link.index)]
        insert(link)
        link = next
      }
    }
  }

  func hash(_ id: Identifier) -> UInt32 {
    UInt32(truncatingIfNeeded: (factors.high &* UInt128(id.high) &+ factors.low &* UInt128(id.low)) >> 96)
  }

  private func place(_ hash: UInt32) -> Int { Int(UInt64(hash) >> shift) }
}

/// Finds conversations by their ids: what every record asks at least once.
///
/// A hash table of chains beside the conversations, whose ids it does not repeat: a head leads to the conversation that was added
/// last of all whose hashes have the same first bits, and from each a link leads on. The hash is the upper part of
/// `a × high + b × low` with factors drawn anew in each process, so that tables can be compared by it. Such a hash is universal
/// (Dietzfelbinger and others, 1997): any two ids have the same first n bits with a probability of at most two in 2ⁿ over all
/// factors, whatever ids they are. So no input, however chosen, makes long chains, which is what dictionaries pay a cryptographic
/// hash for.
struct ConversationTable: Sendable {
  /// The way to a conversation: `[ the bits of its hash that the place of the head does not tell | its index ]`, so that no other
  /// conversation is read on the way, and more of the table is in the processor's cache than of one with whole hashes.
  private typealias Link = UInt32
  private static let end = Link.max

  /// A power of two of them, and more than there are conversations.
  private var heads: [Link]
  /// Where it goes on from each conversation.
  private var links: [Link] = []
  /// The bits of an index, and of a head's place.
  private var width: UInt32
  private let factors = drawn
  private static let drawn = (high: UInt128.random(in: .min ... .max), low: UInt128.random(in: .min ... .max))
  /// False after a join: what it added is found one by one, as long as nobody asks for many.
  var isComplete = true

  init() {
    width = 4
    heads = [Link](repeating: Self.end, count: 1 << width)
  }

  init(_ conversations: Conversations) {
    self.init()
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
    while link != Self.end {
      let index = index(link)
      if (link ^ hash &<< width) &>> width == 0, conversations.id(at: index) == id() { return index }
      link = links[index]
    }
    return nil
  }

  /// The conversations that another table has too: their indices in both.
  func common(
    _ conversations: Conversations, with other: ConversationTable, _ others: Conversations
  ) -> [(here: Int, there: Int)] {
    // In the order of hashes, which is that of the heads in both tables.
    var common: [(here: Int, there: Int)] = []
    for place in other.heads.indices {
      var link = other.heads[place]
      while link != Self.end {
        let there = other.index(link)
        if let here = find(others.id(at: there), hash: other.hash(link, at: place), in: conversations) {
          common.append((here, there))
        }
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
    // The last index is that of no conversation, lest a link look like an end.
    if links.count == heads.count - 1 { grow() }
    links.append(Self.end)
    insert(links.count - 1, hash: hash(id))
  }

  private mutating func insert(_ index: Int, hash: UInt32) {
    let place = place(hash)
    links[index] = heads[place]
    heads[place] = hash &<< width | UInt32(truncatingIfNeeded: index)
  }

  private mutating func grow() {
    let old = (heads: heads, width: width)
    width += 1
    heads = [Link](repeating: Self.end, count: 1 << width)
    for place in old.heads.indices {
      var link = old.heads[place]
      while link != Self.end {
        let index = Int(link & (1 << old.width - 1))
        let hash = UInt32(truncatingIfNeeded: place) &<< (32 - old.width) | link &>> old.width
        link = links[index]
        insert(index, hash: hash)
      }
    }
  }

  func hash(_ id: Identifier) -> UInt32 {
    UInt32(truncatingIfNeeded: (factors.high &* UInt128(id.high) &+ factors.low &* UInt128(id.low)) >> 96)
  }

  private func place(_ hash: UInt32) -> Int { Int(hash &>> (32 &- width)) }

  private func index(_ link: Link) -> Int { Int(link & (1 &<< width &- 1)) }

  /// The hash of the conversation that a link leads to, in the chain that begins at a place.
  private func hash(_ link: Link, at place: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: place) &<< (32 &- width) | link &>> width
  }
}

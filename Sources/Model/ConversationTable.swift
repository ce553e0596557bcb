/// Finds conversations by their ids: what every record asks at least once.
///
/// A hash table of chains beside the conversations, whose ids it does not repeat: `heads[hash's first bits]` is the conversation
/// that a chain begins with, `links` leads on. The hash is the upper part of `a × high + b × low` with factors drawn anew for each
/// table. Such a hash is universal (Dietzfelbinger and others, 1997): any two ids have the same n first bits with a probability of
/// at most two in 2ⁿ over all factors, whatever ids they are. So no input, however chosen, makes long chains, which is what the
/// standard library's dictionaries pay a cryptographic hash for.
struct ConversationTable: Sendable {
  private struct Link: Sendable {
    let hash: UInt32
    let next: Int32
  }

  private static let none: Int32 = -1

  private var heads = [ConversationTable.none]
  /// One of each conversation, in their order.
  private var links: [Link] = []
  /// How far a hash is shifted to give a place in `heads`, whose count is a power of two.
  private var shift: UInt64 = 32
  private let factors = (
    high: UInt128.random(in: .min ... .max), low: UInt128.random(in: .min ... .max)
  )

  init() {}

  init(_ conversations: [Conversation]) {
    for conversation in conversations { append(conversation.id) }
  }

  func find(_ id: Identifier, in conversations: [Conversation]) -> Int? {
    let hash = hash(id)
    var index = heads[Int(UInt64(hash) >> shift)]
    while index != Self.none {
      let link = links[Int(index)]
      if link.hash == hash, conversations[Int(index)].id == id { return Int(index) }
      index = link.next
    }
    return nil
  }

  /// Adds the conversation behind the last, which must be new.
  mutating func append(_ id: Identifier) {
    if links.count == heads.count { grow() }
    let hash = hash(id)
    let head = Int(UInt64(hash) >> shift)
    links.append(Link(hash: hash, next: heads[head]))
    heads[head] = Int32(links.count - 1)
  }

  private mutating func grow() {
    shift -= 1
    heads = [Int32](repeating: Self.none, count: heads.count * 2)
    for index in links.indices {
      let hash = links[index].hash
      let head = Int(UInt64(hash) >> shift)
      links[index] = Link(hash: hash, next: heads[head])
      heads[head] = Int32(index)
    }
  }

  private func hash(_ id: Identifier) -> UInt32 {
    UInt32(truncatingIfNeeded: (factors.high &* UInt128(id.high) &+ factors.low &* UInt128(id.low)) >> 96)
  }
}

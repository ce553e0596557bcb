/// Makes room for the messages of many conversations at once.
///
/// Conversations have few messages each, in lists of their own. The heap from which glibc serves a worker grows by as much as is asked
/// for and no more, with a system call each: one for some ten lists. What is taken and given back at once leaves it grown.
struct MessageRoom: Sendable {
  private var added: UInt32 = 0

  /// Messages that it is made for at a time.
  private static let messages: UInt32 = 512
  /// Not more than glibc keeps of what is given back, nor so much that it would not take it from the heap.
  private static let bytes = 96 * 1024

  mutating func note() {
    if added & (Self.messages - 1) == 0 { withUnsafeTemporaryAllocation(byteCount: Self.bytes, alignment: 16) { _ in } }
    added &+= 1
  }
}

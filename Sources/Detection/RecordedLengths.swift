import Model

/// The lengths of the messages of a conversation, by dialog: what tells whether a text arrived whose answer was lost. Gathered when first
/// asked for, and then once.
struct RecordedLengths {
  private let subject: Subject
  private var known: Set<Length>?

  private struct Length: Hashable {
    let dialog: UInt16
    let utf16Count: UInt32
  }

  init(_ subject: Subject) { self.subject = subject }

  mutating func hold(_ exchange: Exchange) -> Bool {
    let lengths =
      known ?? Set(subject.conversation.messages.lazy.map { Length(dialog: $0.dialog, utf16Count: $0.utf16Count) })
    known = lengths
    return lengths.contains(Length(dialog: exchange.dialog, utf16Count: exchange.counts.utf16))
  }
}

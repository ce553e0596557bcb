import Model

/// Which of the next conversations hold messages, for whoever goes through all of them.
///
/// The messages of a conversation lie apart from it, and the processor waits for them when they are first looked at. Of several
/// that are looked at one right after the other it fetches many at once.
struct Lookahead {
  private var places = 0..<0
  /// One bit a place.
  private var holders: UInt16 = 0

  mutating func holdsMessages(_ place: Int, of conversations: Conversations) -> Bool {
    if !places.contains(place) { look(from: place, at: conversations) }
    return holders >> UInt16(place - places.lowerBound) & 1 == 1
  }

  private mutating func look(from place: Int, at conversations: Conversations) {
    places = place..<min(place + UInt16.bitWidth, conversations.endIndex)
    holders = 0
    for next in places {
      // Any last one has a dialog: it is asked for it to be fetched, too.
      guard let last = conversations[next].messages.last, last.dialog != .max else { continue }
      holders |= 1 << UInt16(next - place)
    }
  }
}

import Model

/// When something came over the socket of the program that wrote a stream, whosever it was then.
struct HeardMoments {
  private var signs: [Identifier: LifeSigns] = [:]
  private var owner = Identifier.absent
  /// The minute in hand, and the first and last moment in it: most frames follow each other within one.
  private var start = Int64.min
  private var first = Int64.max
  private var last = Int64.min

  /// Once for each frame.
  @inline(__always)
  mutating func fold(_ moment: Timestamp) {
    let milliseconds = moment.milliseconds
    if UInt64(bitPattern: milliseconds &- start) >= LifeSigns.minuteLength { begin(moment) }
    first = min(first, milliseconds)
    last = max(last, milliseconds)
  }

  private mutating func begin(_ moment: Timestamp) {
    keep()
    (start, first, last) = (LifeSigns.minute(of: moment), .max, .min)
  }

  private mutating func keep() {
    for moment in [first, last] {
      if first <= last, let moment = Timestamp(milliseconds: moment) { signs[owner, default: LifeSigns()].fold(moment) }
    }
    (start, first, last) = (.min, .max, .min)
  }

  /// Whose the stream is from here on; what was heard before anybody was named is the first one's.
  mutating func name(_ agent: Identifier) {
    if agent == owner { return }
    keep()
    if owner.isAbsent, let before = signs.removeValue(forKey: owner) {
      signs[agent, default: LifeSigns()].join(before)
    }
    owner = agent
  }

  /// The stream ends.
  mutating func finish(_ facts: inout FactStore, input: Int) {
    keep()
    for (agent, signs) in signs { facts.add(signs, of: LifeSigns.Owner(agent, input: input)) }
    signs = [:]
  }
}

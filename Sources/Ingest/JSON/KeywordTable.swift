/// Finds keywords by length and first eight bytes: one multiplication, and mostly one comparison.
///
/// Everything lies flat: a slot holds a word's first eight bytes, the rest of the longer words follows in `tails`, eight bytes by eight.
struct KeywordTable {
  static let all = KeywordTable()
  /// Bytes that a type's name of any length may have with each character as `\u` escape.
  static let longestEscaped = 6 * 128

  private struct Slot {
    var head: UInt64 = 0
    /// Where the rest of the word begins in `tails`.
    var tail: UInt16 = 0
    /// The word's length in bytes; 0 where the slot is free.
    var count: UInt8 = 0
    var keyword = Keyword.unknown
  }

  private static let bits = 10
  private let longest: Int
  /// Colliding words lie in the next free slots.
  private let slots: [Slot]
  private let tails: [UInt64]

  private init() {
    var slots = [Slot](repeating: Slot(), count: 1 << Self.bits)
    var tails: [UInt64] = []
    var longest = 0
    for keyword in Keyword.allCases where keyword != .unknown {
      let bytes = Array(keyword.rawValue.utf8)
      let words = stride(from: 0, to: bytes.count, by: 8).map { Self.word(bytes[$0..<min($0 + 8, bytes.count)]) }
      let entry = Slot(
        head: words[0], tail: UInt16(truncatingIfNeeded: tails.count), count: UInt8(truncatingIfNeeded: bytes.count),
        keyword: keyword)
      tails += words.dropFirst()
      longest = max(longest, bytes.count)
      var slot = Self.slot(words[0], bytes.count)
      while slots[slot].count != 0 { slot = Self.next(slot) }
      slots[slot] = entry
    }
    self.slots = slots
    self.tails = tails
    self.longest = longest
  }

  /// The lowest byte is the first.
  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Letters of either case share a slot.
  @inline(__always)
  private static func slot(_ head: UInt64, _ count: Int) -> Int {
    let mixed = ((head | 0x2020_2020_2020_2020) ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 - bits))
  }

  @inline(__always)
  private static func next(_ slot: Int) -> Int { (slot + 1) & (1 << bits - 1) }

  @inline(__always)
  func find(_ bytes: RawSpan, _ start: Int, _ count: Int, ignoringCase: Bool) -> Keyword {
    guard count > 0, count <= longest else { return .unknown }
    return ignoringCase ? findFolded(bytes, start, count) : findExactly(bytes, start, count)
  }

  private func findExactly(_ bytes: RawSpan, _ start: Int, _ count: Int) -> Keyword {
    let head = bytes.word(start, upTo: count)
    var slot = Self.slot(head, count)
    while true {
      let entry = slots[slot]
      if entry.head == head, Int(entry.count) == count,
        count <= 8 || tailMatches(entry, bytes, start, count, ignoringCase: false)
      {
        return entry.keyword
      }
      if entry.count == 0 { return .unknown }
      slot = Self.next(slot)
    }
  }

  private func findFolded(_ bytes: RawSpan, _ start: Int, _ count: Int) -> Keyword {
    let head = bytes.word(start, upTo: count)
    var slot = Self.slot(head, count)
    while true {
      let entry = slots[slot]
      if Int(entry.count) == count, entry.head.equalsIgnoringCase(head),
        count <= 8 || tailMatches(entry, bytes, start, count, ignoringCase: true)
      {
        return entry.keyword
      }
      if entry.count == 0 { return .unknown }
      slot = Self.next(slot)
    }
  }

  /// Never inlined: most words end here or before, and the way to here stays short.
  @inline(never)
  private func tailMatches(
    _ entry: Slot, _ bytes: RawSpan, _ start: Int, _ count: Int, ignoringCase: Bool
  ) -> Bool {
    var tail = Int(entry.tail)
    var at = start &+ 8
    var left = count &- 8
    while left > 0 {
      let word = bytes.word(at, upTo: left)
      guard word == tails[tail] || (ignoringCase && word.equalsIgnoringCase(tails[tail])) else { return false }
      tail &+= 1
      at &+= 8
      left &-= 8
    }
    return true
  }
}

extension RawSpan {
  /// The next eight bytes, or as many as are left, the rest zero.
  @inline(__always)
  func word(_ at: Int, upTo left: Int) -> UInt64 {
    if at &+ 8 <= byteCount {
      let unused = UInt64(truncatingIfNeeded: max(0, 64 &- 8 &* left))
      return (word(at) &<< unused) &>> unused
    }
    return lastWord(at, upTo: left)
  }

  /// The same at the end of the span.
  @inline(never)
  private func lastWord(_ at: Int, upTo left: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<min(left, 8) { word |= UInt64(byte(at + index)) &<< UInt64(truncatingIfNeeded: 8 * index) }
    return word
  }
}

extension UInt64 {
  /// Whether two times eight bytes are equal but for the case of ASCII's letters. They mostly are equal.
  @inline(__always)
  fileprivate func equalsIgnoringCase(_ other: UInt64) -> Bool { self == other || lowercased == other.lowercased }

  /// The eight bytes with ASCII's capital letters made small.
  @inline(never)
  private var lowercased: UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = self & (ones &* 0x7F)
    let fromA = low &+ ones &* (0x80 - 0x41)
    let afterZ = low &+ ones &* (0x80 - 0x5B)
    return self | (fromA & ~afterZ & ~self & 0x8080_8080_8080_8080) &>> 2
  }
}

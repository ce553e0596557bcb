/// Which forms were met before: where room is scarce, one is kept when it comes a second time. What never comes again, as an object
/// with a new set of keys each time, then takes no room from what does.
struct FormSightings {
  private static var size: Int { 1 << 14 }

  /// Empty until the first sighting; later ones take the place of earlier ones.
  private var outlines: [UInt32] = []

  /// - Parameter tape: an object's words, counted from a base.
  /// - Returns: whether an object like it was seen before.
  mutating func sees(_ bytes: RawSpan, from base: Int, tape: Span<UInt64>) -> Bool {
    if outlines.isEmpty { outlines = [UInt32](repeating: 0, count: Self.size) }
    let outline = Self.outline(bytes, from: base, tape: tape)
    let slot = Int(truncatingIfNeeded: outline >> 40) & (Self.size - 1)
    let tag = UInt32(truncatingIfNeeded: outline)
    if outlines[slot] == tag { return true }
    outlines[slot] = tag
    return false
  }

  /// The same of objects that have the same kinds of values behind the same keys; those that are data differ.
  private static func outline(_ bytes: RawSpan, from base: Int, tape: Span<UInt64>) -> UInt64 {
    var outline: UInt64 = 0
    for index in tape.indices {
      let entry = TapeEntry(word: tape[index])
      let start = base &+ entry.offset
      let kind: UInt64 =
        switch bytes.byte(start) {
        case UInt8(ascii: "\""): 0
        case UInt8(ascii: "{"): 1
        case UInt8(ascii: "["): 2
        default: 3
        }
      outline = outline.mixed(with: kind)
      let end = start &+ entry.count &+ 2
      if kind == 0, end < bytes.byteCount, bytes.byte(end) == UInt8(ascii: ":") {
        let key = start &+ 1..<start &+ 1 &+ entry.count
        if !bytes.isDataKey(key) {
          for offset in key { outline = outline.mixed(with: UInt64(bytes.byte(offset))) }
        }
      }
    }
    return outline
  }
}

extension UInt64 {
  /// A number that follows from two, and tells little of either.
  @inline(__always)
  func mixed(with other: UInt64) -> UInt64 {
    let product = (self ^ other) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product &>> 29
  }
}

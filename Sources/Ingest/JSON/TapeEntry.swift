/// A word of the tape: where a value stands and how long it is.
///
///     [ offset: 32 | count: 28 | escaped, beyond ASCII, lone surrogate, container: 4 ]
///
/// `offset` is where the value begins, counted from the record's beginning, and the byte there tells its kind. `count` is a string's
/// or number's length in bytes (without quotes); of a container it is the index of the word after its last one.
struct TapeEntry {
  static let escapedFlag: UInt64 = 1 << 60
  static let beyondASCIIFlag: UInt64 = 1 << 61
  static let loneSurrogateFlag: UInt64 = 1 << 62
  static let containerFlag: UInt64 = 1 << 63

  let word: UInt64

  @inline(__always)
  init(word: UInt64) { self.word = word }

  @inline(__always)
  init(offset: Int, count: Int, flags: UInt64) {
    word = UInt64(truncatingIfNeeded: offset) | UInt64(truncatingIfNeeded: count) << 32 | flags
  }

  @inline(__always)
  var offset: Int { Int(truncatingIfNeeded: word & 0xFFFF_FFFF) }
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: word >> 32 & 0xFFF_FFFF) }
  @inline(__always)
  var isEscaped: Bool { word & Self.escapedFlag != 0 }
  @inline(__always)
  var isBeyondASCII: Bool { word & Self.beyondASCIIFlag != 0 }
  @inline(__always)
  var isContainer: Bool { word & Self.containerFlag != 0 }
}

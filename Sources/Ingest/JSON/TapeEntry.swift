/// A word of the tape: where a value stands and how long it is.
///
///     [ offset: 28 | known: 1, prefixed: 1, unused: 2 | count: 28 | escaped, beyond ASCII, lone surrogate, container: 4 ]
///
/// `offset` is where the value begins, counted from the record's beginning, and the byte there tells its kind. `count` is a string's
/// or number's length in bytes (without quotes); of a container it is the number of its words, its own included. Of a string that was
/// looked up before, which is short, `count` is shared: `[ length: 12 | keyword: 16 ]`; that of an object whose form is known is
/// shared with the form's number.
struct TapeEntry {
  /// Which keyword the string is, if any, is in the entry.
  static let knownFlag: UInt64 = 1 << 28
  /// The keyword is that of a type behind its prefixes; the string as a whole is none.
  static let prefixedFlag: UInt64 = 1 << 29
  static let escapedFlag: UInt64 = 1 << 60
  static let beyondASCIIFlag: UInt64 = 1 << 61
  static let loneSurrogateFlag: UInt64 = 1 << 62
  static let containerFlag: UInt64 = 1 << 63
  /// A longer string has no room for its keyword, and an object of more words none for its form.
  static let knownLengthLimit = 1 << 12 - 1
  private static let offsetMask: UInt64 = 1 << 28 - 1

  let word: UInt64

  @inline(__always)
  init(word: UInt64) { self.word = word }

  @inline(__always)
  init(offset: Int, count: Int, flags: UInt64) {
    word = UInt64(truncatingIfNeeded: offset) | UInt64(truncatingIfNeeded: count) << 32 | flags
  }

  @inline(__always)
  var offset: Int { Int(truncatingIfNeeded: word & Self.offsetMask) }
  @inline(__always)
  var count: Int {
    // 12 of 28 bits of what is known, without a branch.
    let hidden = (word &>> 24) & 16
    return Int(truncatingIfNeeded: (word &>> 32) & (0xFFF_FFFF &>> hidden))
  }
  @inline(__always)
  var isEscaped: Bool { word & Self.escapedFlag != 0 }
  @inline(__always)
  var isBeyondASCII: Bool { word & Self.beyondASCIIFlag != 0 }
  @inline(__always)
  var isContainer: Bool { word & Self.containerFlag != 0 }
  @inline(__always)
  var isKnown: Bool { word & (Self.knownFlag | Self.containerFlag) == Self.knownFlag }
  @inline(__always)
  var isPrefixed: Bool { word & Self.prefixedFlag != 0 }

  /// The keyword of a known string.
  @inline(__always)
  var keyword: Keyword { Keyword(number: UInt16(truncatingIfNeeded: word &>> 44)) }

  /// The number of an object's form, if it is known by itself.
  @inline(__always)
  var form: UInt32? {
    let flags = Self.knownFlag | Self.containerFlag
    return word & flags == flags ? UInt32(truncatingIfNeeded: word &>> 44) & 0xFFFF : nil
  }

  /// What tells the form in the word of an object; nothing where there is no room for it.
  static func bits(ofForm form: UInt32, words: Int) -> UInt64 {
    words <= knownLengthLimit && form <= 0xFFFF ? UInt64(form) << 44 | knownFlag : 0
  }

  /// The same string with what is known of it.
  func knowing(_ keyword: Keyword, isPrefixed: Bool = false) -> TapeEntry {
    let flags = Self.knownFlag | (isPrefixed ? Self.prefixedFlag : 0)
    return TapeEntry(word: word | UInt64(keyword.number) << 44 | flags)
  }

  /// The same without what is known: as the scanner writes it.
  var plain: TapeEntry {
    let flags = word & (Self.escapedFlag | Self.beyondASCIIFlag | Self.loneSurrogateFlag | Self.containerFlag)
    return TapeEntry(offset: offset, count: count, flags: flags)
  }
}

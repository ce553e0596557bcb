import CScan

/// The form of an object that was scanned: its constant texts, and the values between them.
struct NewForm {
  struct Piece {
    /// Where the text lies.
    let text: Range<Int>
    /// Words of the tape for what it holds.
    let words: Int
    /// What follows it: `CSCAN_STRING` and the like.
    let value: Int
  }

  private(set) var pieces: [Piece] = []
  /// The words of the constant texts, each counted from the beginning of its piece.
  private(set) var words: [UInt64] = []
  private(set) var depth = 1
  private(set) var lineFeeds = 0

  /// Containers that are open: where each ends on the tape, and whether a key is due in it.
  private var open: [(end: Int, isObject: Bool, keyIsDue: Bool)] = []
  private var wordsBefore = 0
  private var textStart: Int

  /// Nil where an object has too much in it.
  init?(_ bytes: RawSpan, from base: Int, tape: Span<UInt64>, end: Int) {
    let record = JSONRecord(bytes: bytes.extracting(base...), tape: tape)
    textStart = base + TapeEntry(word: tape[0]).offset
    guard end - textStart <= FormTable.lengthLimit else { return nil }
    var isFreeText = false
    for index in tape.indices {
      let node = JSONNode(index: Int32(index))
      let entry = record.entry(node)
      let start = base + entry.offset
      let isKey = beginsKey(index)
      switch record.kind(node) {
      case .object, .array:
        let isObject = record.kind(node) == .object
        open.append((index + entry.count, isObject, isObject))
        depth = max(depth, open.count)
        // More is known in the record than in an object of its form by itself: here it is none of that form.
        keep(entry.plain, at: start)
      case .string where isKey:
        // They are counted, and a form's text is not looked at again.
        if entry.word & TapeEntry.loneSurrogateFlag != 0 { return nil }
        let known = record.knownKey(node)
        isFreeText = known.isKnown && known.keyword.namesFreeText
        keep(known, at: start)
      case .string:
        if !isFreeText, let known = record.knownWord(node) {
          keep(known, at: start)
        } else {
          endPiece(at: start + 1, value: CSCAN_STRING, valueLength: entry.count)
        }
      case .number, .bool, .null: endPiece(at: start, value: CSCAN_SCALAR, valueLength: entry.count)
      }
      if pieces.count > FormTable.valueLimit { return nil }
    }
    endPiece(at: end, value: CSCAN_END, valueLength: 0)
    for piece in pieces { for offset in piece.text where bytes.byte(offset) == 0x0A { lineFeeds += 1 } }
  }

  /// Leaves the containers that end before a word; whether it is a key.
  private mutating func beginsKey(_ index: Int) -> Bool {
    while let last = open.last, last.end == index { open.removeLast() }
    guard let last = open.last, last.isObject else { return false }
    open[open.count - 1].keyIsDue = !last.keyIsDue
    return last.keyIsDue
  }

  private mutating func keep(_ entry: TapeEntry, at start: Int) {
    // Offsets are the lowest bits.
    words.append(entry.word - UInt64(entry.offset) + UInt64(start - textStart))
  }

  private mutating func endPiece(at textEnd: Int, value: Int, valueLength: Int) {
    pieces.append(Piece(text: textStart..<textEnd, words: words.count - wordsBefore, value: value))
    wordsBefore = words.count
    textStart = textEnd + valueLength
  }
}

extension JSONRecord {
  /// A key with the keyword that it is, or is not; as it is where it is one in another case, or with dots in it.
  fileprivate func knownKey(_ node: JSONNode) -> TapeEntry {
    let entry = entry(node)
    if entry.isEscaped || entry.count > TapeEntry.knownLengthLimit { return entry }
    let keyword = keyword(node)
    return word(node) == keyword && typeWord(node) == keyword ? entry.knowing(keyword) : entry
  }

  /// A value that is one of the platform's words, with which; nil for other values, which differ from object to object.
  fileprivate func knownWord(_ node: JSONNode) -> TapeEntry? {
    let entry = entry(node)
    if entry.isEscaped || entry.count > TapeEntry.knownLengthLimit { return nil }
    let (word, type) = (word(node), typeWord(node))
    if type == .unknown { return nil }
    if word == .unknown { return entry.knowing(type, isPrefixed: true) }
    // One with dots in it is another word as a type.
    return word == type ? entry.knowing(word) : nil
  }
}

extension Keyword {
  /// What stands behind it people write: that it is one of the platform's words is chance.
  fileprivate var namesFreeText: Bool { self == .message || self == .msg || self == .text || self == .name }
}

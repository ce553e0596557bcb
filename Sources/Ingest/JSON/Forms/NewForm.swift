import CScan

/// The form of an object that was scanned: its constant texts, and the values between them.
struct NewForm {
  struct Piece {
    /// Where the text lies.
    let text: Range<Int>
    /// What follows it: `CSCAN_STRING` and the like.
    let value: Int
    /// The containers that are open before it: a bit each behind the first that is set, 1 for an object.
    let open: UInt64
    /// Mixed from the keys that these stand behind, and from what the object begins with: what follows is nearly the same where it is the same.
    let context: UInt64
    /// The words of the tape for what it holds, each counted from its beginning; a container's without how many it has in it.
    fileprivate(set) var words: [UInt64] = []
    /// Before which of the words, and of what follows them, a container ends.
    fileprivate(set) var ends: [UInt16] = []
    /// The most containers that are open in it.
    fileprivate(set) var depth: Int
    var lineFeeds = 0
  }

  private(set) var pieces: [Piece] = []

  /// A container that is open: where it ends on the tape, and whether a key is due in it.
  private struct Container {
    let end: Int
    let isObject: Bool
    var keyIsDue: Bool
    /// That of the keys on the way to it.
    let context: UInt64
  }

  private var open: [Container] = []
  private var lastKey: UInt64 = 0
  private var openBits: UInt64 = 1
  private var words: [UInt64] = []
  private var ends: [UInt16] = []
  private var textStart: Int
  private var (openBefore, contextBefore): (UInt64, UInt64) = (1, 0)
  private var depth = 0
  private static let depthLimit = 60

  /// Nil where an object has too much in it.
  init?(_ bytes: RawSpan, from base: Int, tape: Span<UInt64>, end: Int) {
    let record = JSONRecord(bytes: bytes.extracting(base...), tape: tape)
    textStart = base + TapeEntry(word: tape[0]).offset
    var isFreeText = false
    for index in tape.indices {
      let node = JSONNode(index: Int32(index))
      let entry = record.entry(node)
      let start = base + entry.offset
      let isKey = beginsKey(index)
      switch record.kind(node) {
      case .object, .array:
        let isObject = record.kind(node) == .object
        if open.count == Self.depthLimit { return nil }
        let around = open.last.map { $0.context.mixed(with: $0.isObject ? lastKey : 0) } ?? 0
        let context = around.mixed(with: isObject ? 1 : 0)
        open.append(Container(end: index + entry.count, isObject: isObject, keyIsDue: isObject, context: context))
        openBits = openBits << 1 | (isObject ? 1 : 0)
        depth = max(depth, open.count)
        keep(TapeEntry(offset: entry.offset, count: 0, flags: TapeEntry.containerFlag), at: start)
      case .string where isKey && record.isDataKey(node):
        (isFreeText, lastKey) = (false, 0)
        endPiece(at: start + 1, value: CSCAN_KEY, valueLength: entry.count)
      case .string where isKey:
        // They are counted, and a form's text is not looked at again.
        if entry.word & TapeEntry.loneSurrogateFlag != 0 { return nil }
        let known = record.knownKey(node)
        isFreeText = known.isKnown && known.keyword.namesFreeText
        lastKey = (0..<entry.count).reduce(0) { $0.mixed(with: UInt64(bytes.byte(start + 1 + $1))) }
        keep(known, at: start)
      case .string:
        if !isFreeText, let known = record.knownWord(node) {
          keep(known, at: start)
        } else {
          endPiece(at: start + 1, value: CSCAN_STRING, valueLength: entry.count)
        }
      case .number, .bool, .null: endPiece(at: start, value: CSCAN_SCALAR, valueLength: entry.count)
      }
      // One more ends the object.
      if pieces.count == FormTable.stepLimit { return nil }
    }
    while !open.isEmpty { endContainer() }
    endPiece(at: end, value: CSCAN_END, valueLength: 0)
    for index in pieces.indices {
      pieces[index].lineFeeds = pieces[index].text.count { bytes.byte($0) == 0x0A }
    }
  }

  /// Leaves the containers that end before a word; whether it is a key.
  private mutating func beginsKey(_ index: Int) -> Bool {
    while let last = open.last, last.end == index { endContainer() }
    guard let last = open.last, last.isObject else { return false }
    open[open.count - 1].keyIsDue = !last.keyIsDue
    return last.keyIsDue
  }

  private mutating func endContainer() {
    open.removeLast()
    openBits >>= 1
    ends.append(UInt16(truncatingIfNeeded: words.count))
  }

  private mutating func keep(_ entry: TapeEntry, at start: Int) {
    // Offsets are the lowest bits.
    words.append(entry.word - UInt64(entry.offset) + UInt64(start - textStart))
  }

  private mutating func endPiece(at textEnd: Int, value: Int, valueLength: Int) {
    var piece = Piece(
      text: textStart..<textEnd, value: value, open: openBefore, context: contextBefore, depth: depth)
    (piece.words, piece.ends) = (words, ends)
    pieces.append(piece)
    (words, ends, openBefore, contextBefore, depth) = ([], [], openBits, open.last?.context ?? 0, open.count)
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

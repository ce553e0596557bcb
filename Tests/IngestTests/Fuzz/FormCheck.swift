import TestSupport

@testable import Ingest

/// Forms: whatever was learned, and by whichever instructions it is matched, the scanner says what it would have said without.
enum FormCheck {
  static func check(_ bytes: [UInt8], _ random: inout FactRandom) throws(BrokenLaw) {
    let variants = (0..<4).map { _ in changed(bytes, &random) }
    for instructions in FormInstructions.allCases where instructions.isAvailable {
      var scanner = JSONScanner(forms: FormTable(instructions))
      for text in [bytes] + variants + [bytes] { try compare(text, &scanner, instructions) }
      for text in variants { try compare(text, &scanner, instructions, room: []) }
    }
  }

  /// Nothing is matched that comes near the end of the bytes.
  static let room = [UInt8](repeating: 0x20, count: 80)

  /// - Parameters:
  ///   - scanner: knows forms.
  ///   - room: what stands behind the text.
  static func compare(
    _ text: [UInt8], _ scanner: inout JSONScanner, _ instructions: FormInstructions, room: [UInt8] = room
  ) throws(BrokenLaw) {
    let text = text + room
    var plain = JSONScanner()
    let expected = Verdict(plain.scan(text.span.bytes, from: 0, isFinal: true))
    let verdict = Verdict(scanner.scan(text.span.bytes, from: 0, isFinal: true))
    func shown() -> String { "\(instructions): \(String(decoding: text, as: UTF8.self))" }
    try BrokenLaw.unless(verdict == expected, "\(verdict), not \(expected); \(shown())")
    guard case .value = expected else { return }
    try BrokenLaw.unless(
      scanner.loneSurrogates == plain.loneSurrogates && scanner.lineFeeds == plain.lineFeeds, "counts of \(shown())")
    let tapes = [scanner.tape.prefix(scanner.words), plain.tape.prefix(plain.words)].map(Array.init)
    try BrokenLaw.unless(tapes[0].map { TapeEntry(word: $0).plain.word } == tapes[1], "the tape of \(shown())")
    let words = tapes.map { keywords(JSONRecord(bytes: text.span.bytes, tape: $0.span)) }
    try BrokenLaw.unless(words[0] == words[1], "\(words[0]), not \(words[1]); \(shown())")
  }

  /// Which of the platform's words each string and each key is.
  private static func keywords(_ record: JSONRecord) -> [[Keyword]] {
    record.tape.indices.map { index in
      let node = JSONNode(index: Int32(index))
      switch record.kind(node) {
      case .string: return [record.word(node), record.typeWord(node)]
      case .object:
        var members = record.members(node)
        var keys: [Keyword] = []
        while let member = members.nextMember(in: record) { keys.append(member.key) }
        return keys
      default: return []
      }
    }
  }

  /// The same text with a byte or two changed: mostly the same form, or nearly.
  private static func changed(_ bytes: [UInt8], _ random: inout FactRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(2) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes[place] = random.pick(Array("0123456789aZ -.e".utf8))
      case 1: bytes[place] = random.pick(Array("\"\\{}[]:,\n\t\u{1}é\u{FE0F}".utf8))
      case 2: bytes.insert(contentsOf: random.pick(["\\n", "é", "\\ud83d", "7", "\"", "null", " "]).utf8, at: place)
      default: bytes.remove(at: place)
      }
    }
    return bytes
  }
}

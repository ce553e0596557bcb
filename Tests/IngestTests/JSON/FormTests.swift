import Testing

@testable import Ingest

/// Objects that are matched against the forms of others, and such that must not be.
struct FormTests {
  static let instructions = FormInstructions.allCases.filter(\.isAvailable)

  private static let learned = """
    {"kind":"notification","body":{"changes":[{"sequence":7,"originatorId":"5d37","isMe":true,\
    "event":{"type":"ContentEvent","message":"Hello","contentType":"text/plain"},"serverTimestamp":1772323202456}]},\
    "type":"ms.MessagingEventNotification"}
    """

  /// A change of what was learned, and whether it is matched.
  struct Pair: CustomTestStringConvertible {
    let text: String
    let isMatched: Bool
    init(_ change: (old: String, new: String), isMatched: Bool) {
      text = learned.replacing(change.old, with: change.new)
      self.isMatched = isMatched
    }
    var testDescription: String { text }
  }

  static let pairs = [
    Pair((":7,", ":12345,"), isMatched: true), Pair(("Hello", ""), isMatched: true),
    Pair(("Hello", String(repeating: "long ", count: 60)), isMatched: true),
    Pair(("Hello", "Grüße 🙂"), isMatched: true), Pair(("Hello", #"\"quoted\" \u00e9\n"#), isMatched: true),
    Pair(("Hello", #"\ud83d alone"#), isMatched: true), Pair((":7,", ":-7,"), isMatched: true),
    Pair((":7,", ":1.5e3,"), isMatched: true), Pair((":7,", ":null,"), isMatched: true),
    Pair((":7,", ":0,"), isMatched: true),
    // Words of the platform are part of the form; of free text they are not.
    Pair(("Hello", "open"), isMatched: true), Pair(("ContentEvent", "AcceptStatusEvent"), isMatched: false),
    Pair(("true", "false"), isMatched: true), Pair(("true", "null"), isMatched: true),
    Pair(("true", "tru"), isMatched: false), Pair(("true", "truer"), isMatched: false),
    Pair(("sequence", "Sequence"), isMatched: false),
    Pair((":7", ": 7"), isMatched: false), Pair(("\"5d37\"", "5"), isMatched: false),
    Pair((",\"isMe\":true", ""), isMatched: false), Pair((":7,", ":{},"), isMatched: false),
    // What is no JSON.
    Pair(("Hello", "a\tb"), isMatched: false), Pair(("Hello", "a\nb"), isMatched: false),
    Pair(("Hello", #"\x"#), isMatched: false), Pair((":7,", ":07,"), isMatched: false),
    Pair((":7,", ":-,"), isMatched: false),
    Pair((":7,", ":,"), isMatched: false), Pair((":7,", ":7.x,"), isMatched: false),
    Pair((":7,", ":nul,"), isMatched: false),
    Pair(("]}", "]"), isMatched: false), Pair(("Hello", "Hello\""), isMatched: false),
  ]

  @Test(arguments: instructions, pairs)
  func onlyTheValuesMayDiffer(instructions: FormInstructions, pair: Pair) throws {
    var scanner = JSONScanner(forms: FormTable(instructions))
    try FormCheck.compare(Array(Self.learned.utf8), &scanner, instructions)
    #expect(scanner.form == nil)
    let text = Array(pair.text.utf8)
    #expect((scanner.match((text + FormCheck.room).span.bytes, from: 0) != nil) == pair.isMatched)
    try FormCheck.compare(text, &scanner, instructions)
  }

  /// What was cut is never more than what was there.
  @Test(arguments: instructions)
  func everyBeginningIsSeenAsWithoutForms(instructions: FormInstructions) throws {
    var scanner = JSONScanner(forms: FormTable(instructions))
    let bytes = Array(Self.learned.utf8)
    try FormCheck.compare(bytes, &scanner, instructions)
    for end in bytes.indices {
      try FormCheck.compare(Array(bytes[..<end]), &scanner, instructions)
      try FormCheck.compare(Array(bytes[..<end]), &scanner, instructions, room: [])
    }
  }

  @Test(arguments: instructions)
  func longTextsAndManyValuesAreCompared(instructions: FormInstructions) throws {
    let key = String(repeating: "key", count: 70)
    func object(_ last: Character) -> String { "{\"\(key)\(last)\":1,\"b\":[2,3,{\"c\":\"d\"}]}" }
    var scanner = JSONScanner(forms: FormTable(instructions))
    for text in [object("x"), object("y"), object("x"), object("y")] {
      try FormCheck.compare(Array(text.utf8), &scanner, instructions)
    }
    #expect(scanner.forms.hits == 3)
  }

  @Test(arguments: instructions)
  func keysWithLoneSurrogatesAreCountedEachTime(instructions: FormInstructions) throws {
    var scanner = JSONScanner(forms: FormTable(instructions))
    for _ in 0..<3 { try FormCheck.compare(Array(#"{"a\udFd0":1,"b":"\ud83d"}"#.utf8), &scanner, instructions) }
  }

  /// Where nothing is matched nothing is learned: otherwise what ends the bytes at hand would be looked at again and again.
  @Test func nearTheEndOfTheBytesNothingIsLearned() {
    var scanner = JSONScanner(forms: FormTable())
    func scan(_ bytes: [UInt8]) {
      guard case .value = scanner.scan(bytes.span.bytes, from: 0, isFinal: true) else {
        Issue.record("not read")
        return
      }
    }
    let bytes = Array(#"{"a":1,"b":{"c":[]}}"#.utf8)
    scan(bytes)
    #expect(scanner.forms.graph.stepCount == 0)
    scan(bytes + FormCheck.room)
    let steps = scanner.forms.graph.stepCount
    #expect(steps > 0)
    for _ in 0..<1000 { scan(bytes) }
    #expect(scanner.forms.graph.stepCount == steps && scanner.forms.hits == 0)
  }

  /// The elements of an array are matched one by one where the array as a whole is not.
  @Test func elementsHaveForms() throws {
    var scanner = JSONScanner(forms: FormTable())
    let elements = (0..<200).map { "{\"id\":\($0),\"name\":\"n\($0)\"}" }
    try FormCheck.compare(Array("[\(elements.joined(separator: ", "))]".utf8), &scanner, .best)
    #expect(scanner.forms.hits == 199)
  }

  /// A log that has no forms does not make the table grow, and one that has is found again after it.
  @Test func aFullTableForgetsWhatDoesNotComeAgain() throws {
    var scanner = JSONScanner(forms: FormTable())
    func scan(_ text: String) {
      let bytes = Array(text.utf8) + FormCheck.room
      guard case .value = scanner.scan(bytes.span.bytes, from: 0, isFinal: true) else {
        Issue.record("\(text)")
        return
      }
    }
    for number in 0..<40_000 { scan("{\"k\(number)\":\(number)}") }
    #expect(scanner.forms.hits < 100)
    for number in 0..<1000 { scan("{\"a\":{\"k\(number)\":\(number)},\"same\":1}") }
    for number in 0..<60_000 { scan("{\"same\":\(number)}") }
    for number in 0..<100 {
      let before = scanner.forms.hits
      scan("{\"same\":\(number)}")
      #expect(scanner.forms.hits == before + 1)
    }
  }
}

import TestSupport
import Testing

@testable import Ingest

/// Forms that share steps: objects are matched that as a whole are like none that was seen.
struct FormGraphTests {
  private func isMatched(_ text: String, _ scanner: inout JSONScanner) -> Bool {
    scanner.match((Array(text.utf8) + FormCheck.room).span.bytes, from: 0) != nil
  }

  /// - Returns: whether the text was matched, after it was found to say what it says without forms.
  private func scan(
    _ text: String, _ scanner: inout JSONScanner, _ instructions: FormInstructions = .best
  ) throws -> Bool {
    let isMatched = isMatched(text, &scanner)
    try FormCheck.compare(Array(text.utf8), &scanner, instructions)
    return isMatched
  }

  @Test(arguments: FormTests.instructions)
  func listsMayBeOfAnyLength(instructions: FormInstructions) throws {
    var scanner = JSONScanner(forms: FormTable(instructions))
    func object(_ ids: Int, _ people: Int) -> String {
      let ids = (0..<ids).map { "\"i\($0)\"" }.joined(separator: ",")
      let people = (0..<people).map { #"{"id":"p\#($0)","at":[\#($0)]}"# }.joined(separator: ",")
      return #"{"ids":[\#(ids)],"people":[\#(people)],"end":1}"#
    }
    #expect(try !scan(object(3, 3), &scanner, instructions))
    #expect(try !scan(object(1, 1), &scanner, instructions), "the end of a list behind its first element is new")
    for (ids, people) in [(1, 7), (9, 1), (2, 2), (20, 20)] {
      #expect(try scan(object(ids, people), &scanner, instructions), "\(ids), \(people)")
    }
    #expect(try !scan(object(0, 1), &scanner, instructions))
    #expect(try !scan(object(1, FormTable.stepLimit), &scanner, instructions), "more than one form may have")
  }

  /// What differs in one section shares the others.
  @Test(arguments: FormTests.instructions)
  func sectionsComeTogetherAnew(instructions: FormInstructions) throws {
    var scanner = JSONScanner(forms: FormTable(instructions))
    let clients = [#"{"os":"a"}"#, #"{"os":"a","browser":{"name":"b"}}"#, "{}"]
    let events = [#"{"type":"ContentEvent","message":"m"}"#, #"{"type":"ChatStateEvent","chatState":"ACTIVE"}"#]
    func object(_ client: String, _ event: String) -> String {
      #"{"id":"1","client":\#(client),"event":\#(event),"n":1}"#
    }
    for client in clients { _ = try scan(object(client, events[0]), &scanner, instructions) }
    #expect(try !scan(object(clients[0], events[1]), &scanner, instructions))
    for client in clients.dropFirst() {
      #expect(try scan(object(client, events[0]), &scanner, instructions))
      // Where a section ends, what may follow was met behind another.
      _ = try scan(object(client, events[1]), &scanner, instructions)
      #expect(try scan(object(client, events[1]), &scanner, instructions))
    }
  }

  /// The ids of persons, as in an object of what each has not read.
  @Test(arguments: FormTests.instructions)
  func keysThatAreDataMayDiffer(instructions: FormInstructions) throws {
    var scanner = JSONScanner(forms: FormTable(instructions))
    func object(_ keys: String...) -> String {
      #"{"unread":{\#(keys.map { "\"\($0)\":1" }.joined(separator: ","))},"id":"c-1"}"#
    }
    let id = "71501e08-8a8e-4c87-b8d8-b1d8cfba7ac8"
    #expect(try !scan(object(id), &scanner, instructions))
    #expect(try !scan(object(id, id), &scanner, instructions))
    for keys in ["2344566.901083232", "person-1", String(repeating: "a1", count: 40)] {
      #expect(try scan(object(keys), &scanner, instructions), "\(keys)")
    }
    #expect(try scan(object(id, "40718263.1", "person-2"), &scanner, instructions))
    for key in [
      "oauth1", "CONSUMER", "participants", "person-é1", #"person\u0031"#, String(repeating: "a", count: 64) + "1",
    ] {
      #expect(try !scan(object(key), &scanner, instructions), "\(key)")
    }
  }

  /// Otherwise an object would be read by what is known of another in which the key was none of the platform's.
  @Test func noWordOfThePlatformIsData() {
    for keyword in Keyword.allCases {
      let name = Array(keyword.rawValue.utf8)
      let isData = name.span.bytes.isDataKey(0..<name.count)
      #expect(!isData, "\(keyword)")
    }
  }

  /// A way with too many containers has none, and takes none from the way whose place it would have.
  @Test(arguments: FormTests.instructions)
  func tooManyContainersAreNoForm(instructions: FormInstructions) throws {
    var scanner = JSONScanner(forms: FormTable(instructions))
    func object(ofLists lists: Int, _ numbers: Int) -> String {
      let lists = [String](repeating: "[1]", count: lists).joined(separator: ",")
      let numbers = [String](repeating: "1", count: numbers).joined(separator: ",")
      return #"{"lists":[\#(lists)],"numbers":[\#(numbers)]}"#
    }
    _ = try scan(object(ofLists: 3, 3), &scanner, instructions)
    let few = (1...20).flatMap { lists in (1...20).map { object(ofLists: lists, $0) } }
    for text in few { _ = try scan(text, &scanner, instructions) }
    for lists in 63...80 {
      for numbers in 1...30 { #expect(try !scan(object(ofLists: lists, numbers), &scanner, instructions)) }
    }
    for text in few { _ = try scan(text, &scanner, instructions) }
  }

  /// Objects of few keys, in which everything comes together with everything.
  @Test(arguments: FormTests.instructions)
  func whateverWasLearnedTheTapeIsTheSame(instructions: FormInstructions) throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = FactRandom(seed: seed)
    var scanner = JSONScanner(forms: FormTable(instructions))
    var matched = 0
    for _ in 0..<1500 {
      let text = object(&random, depth: 0)
      do { if try scan(text, &scanner, instructions) { matched += 1 } } catch {
        Issue.record("\(error), seed \(seed)")
        return
      }
    }
    #expect(matched > 100, "seed \(seed)")
  }

  private func object(_ random: inout FactRandom, depth: Int) -> String {
    let keys = ["id", "type", "event", "text", "ids", "people", "id-40718263"]
    let members = (0..<random.below(4)).map { _ in "\"\(random.pick(keys))\":\(value(&random, depth: depth + 1))" }
    return "{\(members.joined(separator: random.pick([",", ",", ", ", ",\n"])))}"
  }

  private func value(_ random: inout FactRandom, depth: Int) -> String {
    switch random.below(depth < 4 ? 8 : 4) {
    case 0: return random.pick(["1", "-2.5e3", "null", "true", "0"])
    case 1: return random.pick(["\"a\"", "\"\"", "\"ContentEvent\"", "\"é\"", "\"\\n\"", "\"\\ud83d\""])
    case 2: return random.pick(["\"c-1\"", "\"ACTIVE\"", "\"ms.PublishEvent\""])
    case 3: return random.pick(["{}", "[]", "7"])
    case 4, 5: return object(&random, depth: depth)
    default:
      let elements = (0..<random.below(4)).map { _ in value(&random, depth: depth + 1) }
      return "[\(elements.joined(separator: ","))]"
    }
  }

  /// Objects with new keys every time do not take the room of what comes again.
  @Test func whatNeverComesAgainTakesLittleRoom() throws {
    var scanner = JSONScanner(forms: FormTable())
    var random = FactRandom(seed: 1)
    var matched = 0
    let rounds = 6000
    for number in 0..<rounds {
      let key = String(decoding: (0..<random.below(30) + 9).map { _ in UInt8(97 + random.below(26)) }, as: UTF8.self)
      for text in [#"{"\#(key)":{"x\#(key)":1,"y":[1]},"z":2}"#, #"{"kind":"k","n":\#(number)}"#] {
        let bytes = Array(text.utf8) + FormCheck.room
        if scanner.match(bytes.span.bytes, from: 0) != nil { matched += 1 }
        _ = scanner.scan(bytes.span.bytes, from: 0, isFinal: true)
      }
    }
    #expect(matched > rounds * 95 / 100 && matched <= rounds)
  }
}

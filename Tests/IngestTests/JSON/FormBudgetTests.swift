import Testing

@testable import Ingest

/// What learning forms may take: objects that are made for it must not take many times as long as to scan them.
struct FormBudgetTests {
  /// Of objects that lie in each other each holds all that was learned before.
  @Test func objectsInEachOtherAreNotLearnedEachTime() {
    var budget = FormBudget()
    var learned = 0
    for _ in 0..<2000 {
      for level in (0..<60).reversed() {
        let object = level * 6..<4000 - level
        budget.pass(object, isRoot: level == 0)
        if budget.affords(object, words: 120) { learned += 1 }
      }
    }
    #expect(learned > 1500, "a log may have many forms")
    #expect(learned < 3000)
  }

  /// What comes again is learned however much was learned in vain before it.
  @Test func whatComesAgainIsLearnedAtLast() {
    var scanner = JSONScanner(forms: FormTable())
    func scan(_ text: String) {
      let bytes = Array(text.utf8) + FormCheck.room
      _ = scanner.scan(bytes.span.bytes, from: 0, isFinal: true)
    }
    let list = (0..<FormTable.stepLimit).map(String.init).joined(separator: ",")
    for _ in 0..<6000 { scan("{\"list\":[\(list)]}") }
    #expect(scanner.forms.graph.stepCount == 0)
    for number in 0..<500 { scan("{\"id\":\(number),\"text\":\"\(list)\"}") }
    #expect(scanner.forms.hits > 0)
  }

  /// Texts of which each differs from all others at a place of its own.
  @Test func longTextsAreToldApartByTheirBeginnings() {
    var graph = FormGraph(room: 1)
    var most = 0
    for place in 0..<100 {
      var key = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
      key[place * 9] = UInt8(ascii: "b")
      let bytes = Array("{\"first\":1,\"".utf8) + key + Array("\":1}".utf8)
      var scanner = JSONScanner()
      _ = scanner.scan(bytes.span.bytes, from: 0, isFinal: true)
      let tape = scanner.tape.span.extracting(first: scanner.words)
      let form = NewForm(bytes.span.bytes, from: 0, tape: tape, end: bytes.count)
      let before = graph.stepCount
      let isAdded = form.map { graph.add($0, bytes.span.bytes, isRoot: true) }
      #expect(isAdded == true && graph.stepCount > before)
      most = max(most, graph.takeComparisons())
    }
    #expect(most > 0 && most < 250_000)
  }
}

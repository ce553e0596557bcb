import Testing

@testable import Ingest

/// Depth, cuts and the tape: what holds of every text.
struct ScannerLimitTests {
  private func nested(_ depth: Int, _ open: String, _ close: String, _ core: String = "") -> String {
    String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  }

  @Test("Section 9: 512 arrays or objects in each other are accepted, 513 refused")
  func nestingLimit() {
    #expect(Verdict(nested(512, "[", "]")) == .value(end: 1024))
    #expect(Verdict(nested(513, "[", "]")) == .fault(.nestedTooDeep, at: 512))
    #expect(ScannedText(nested(512, #"{"a":"#, "}", "1")) != nil)
    #expect(Verdict(nested(513, #"{"a":"#, "}", "1")) == .fault(.nestedTooDeep, at: 512 * 5))
    #expect(ScannedText(nested(256, #"[{"a":"#, "}]", "1")) != nil)
    #expect(Verdict(nested(257, #"[{"a":"#, "}]", "1")) == .fault(.nestedTooDeep, at: 256 * 6))
  }

  @Test("Too deep is known before the end is, whatever may follow")
  func nestingOfCutText() {
    #expect(Verdict(String(repeating: "[", count: 513), isFinal: false) == .fault(.nestedTooDeep, at: 512))
    #expect(Verdict(String(repeating: "[", count: 512), isFinal: false) == .needsMore)
  }

  @Test("Depth is that of open containers, not of their number")
  func manySiblings() {
    #expect(ScannedText("[" + nested(2000, "[],", "") + "[]]") != nil)
  }

  static let sample = #" {"a":[1,-2.5e+3,"x\u00e9\ud83d\ude00é😀"],"b":{"":null,"c":[true,false,{}]},"d":"\\\""} "#

  @Test("Cut at every byte: more is needed where more may follow, else the end was not expected")
  func everyCut() {
    let text = Array(Self.sample.utf8)
    for length in 0..<text.count - 1 {
      let cut = Array(text[..<length])
      #expect(Verdict(cut, isFinal: false) == .needsMore, "\(length)")
      #expect(Verdict(cut) == .fault(.unexpectedEnd, at: length), "\(length)")
    }
    #expect(Verdict(text) == .value(end: text.count - 1))
    #expect(Verdict(text, isFinal: false) == .value(end: text.count - 1))
  }

  @Test("A fault stays a fault, whether or not more may follow")
  func faultsOfCutTexts() {
    for text in ["[1,]", "{\"a\":tru}", "\"\n\"", "[01]", "\"\\x\""] {
      #expect(Verdict(text, isFinal: false) == Verdict(text), "\(text)")
      #expect(Verdict(text) != .needsMore)
    }
  }

  @Test(
    "A top-level number ends where something else begins, or with the input",
    arguments: ["1", "-0", "1.5", "1e5", "120"])
  func topLevelNumbers(_ text: String) {
    #expect(Verdict(text, isFinal: false) == .needsMore)
    #expect(Verdict(text) == .value(end: text.utf8.count))
    #expect(Verdict(text + " ", isFinal: false) == .value(end: text.utf8.count))
    #expect(Verdict(text + "{", isFinal: false) == .value(end: text.utf8.count))
  }

  @Test(
    "The value ends with its last byte; what follows is not looked at",
    arguments: [
      "{}", "[]", "\"a\"", "true", "false", "null", "[1]", #"{"a":[{}]}"#,
    ])
  func end(_ text: String) {
    for rest in ["", " ", "x", "{", "]", "\0", "\""] {
      #expect(Verdict(text + rest, isFinal: false) == .value(end: text.utf8.count))
    }
  }

  @Test("Values are scanned from any offset, and their tape counts from there")
  func fromOffset() throws {
    let bytes = Array(#"xxx{"a":[1,"b"]}"#.utf8)
    var scanner = JSONScanner()
    guard case .value(let end) = scanner.scan(bytes.span.bytes, from: 3, isFinal: true) else {
      Issue.record("not read")
      return
    }
    #expect(end == bytes.count)
    #expect(scanner.tape.prefix(scanner.words).map { $0 & 0xFFFF_FFFF } == [0, 1, 5, 6, 8])
  }

  @Test("The tape: a word a value, containers know where they end")
  func tape() throws {
    let scanned = try #require(ScannedText(#"{"a":[1,{"b":null}],"c":"d"}"#))
    let offsets = scanned.tape.map { Int($0 & 0xFFFF_FFFF) }
    let counts = scanned.tape.map { Int($0 >> 32 & 0xFFF_FFFF) }
    #expect(offsets == [0, 1, 5, 6, 8, 9, 13, 20, 24])
    #expect(counts == [9, 1, 5, 1, 3, 1, 4, 1, 1])
  }

  @Test("A value of more parts than the tape has room for is scanned again on a longer one")
  func longTape() throws {
    var scanner = JSONScanner()
    let room = scanner.tape.count
    for count in [room - 2, room - 1, room, room + 1, 5 * room, 3] {
      let text = Array("[[\(Array(repeating: "1", count: count).joined(separator: ","))],2]".utf8)
      guard case .value(let end) = scanner.scan(text.span.bytes, from: 0, isFinal: true) else {
        Issue.record("not read")
        continue
      }
      #expect(end == text.count)
      #expect(scanner.words == count + 3)
      let record = JSONRecord(bytes: text.span.bytes, tape: scanner.tape.span)
      var children = record.elements(record.root)
      let inner = children.next(in: record)
      let last = children.next(in: record)
      #expect(record.integer(last) == 2)
      #expect(children.next(in: record) == nil)
      var ones = record.elements(inner)
      var found = 0
      while let one = ones.next(in: record) { found += record.integer(one) == 1 ? 1 : 0 }
      #expect(found == count)
    }
  }

  @Test("Line feeds between the parts of a value are counted, those in strings cannot be there")
  func lineFeeds() throws {
    #expect(try #require(ScannedText("{\n\"a\":\r\n[\n1,\n2\n]\n}")).lineFeeds == 6)
    #expect(try #require(ScannedText(#"{"a":"\n\n"}"#)).lineFeeds == 0)
  }

  @Test("The scanner is used again without remembering the text before")
  func usedAgain() {
    var scanner = JSONScanner()
    let broken = Array(#"[[[{"a":"\ud800",tru"#.utf8)
    _ = scanner.scan(broken.span.bytes, from: 0, isFinal: true)
    let good = Array("[1]".utf8)
    guard case .value(3) = scanner.scan(good.span.bytes, from: 0, isFinal: true) else {
      Issue.record("not read")
      return
    }
    #expect(scanner.words == 2)
    #expect(scanner.loneSurrogates == 0)
  }
}

import Model
import Testing

/// Paths are bytes: none is lost, none is taken for another, and each is printed in its own way.
struct InputPathTests {
  @Test(arguments: [
    ("exports/a.json", "exports/a.json"), ("žluťoučký 🪁", "žluťoučký 🪁"), (#"a\b"#, #"a\b"#), (#"\x"#, #"\x"#),
    (#"a\xE9b"#, #"a\x5CxE9b"#), (#"\xe9"#, #"\x5Cxe9"#), (#"\xE"#, #"\xE"#), (#"\xEG"#, #"\xEG"#), ("", ""),
  ])
  func textIsPrintedAsItIsUnlessItLooksEscaped(text: String, printed: String) {
    #expect(InputPath(text).description == printed)
    #expect(InputPath(text).bytes == Array(text.utf8))
  }

  @Test(arguments: [
    ([0xE9], #"\xE9"#), ([0x61, 0xFF, 0x0A, 0x62], "a\\xFF\nb"), ([0xC3, 0xA9], "é"), ([0xC3, 0x28], #"\xC3("#),
    ([0xE2, 0x82], #"\xE2\x82"#), ([0xED, 0xA0, 0x80], #"\xED\xA0\x80"#), ([0xC0, 0x80], #"\xC0\x80"#),
    ([0xF4, 0x90, 0x80, 0x80], #"\xF4\x90\x80\x80"#), ([0x80, 0xF0, 0x9F, 0xAA, 0x81], "\\x80🪁"),
    ([0x5C, 0x78, 0xE9], #"\x\xE9"#), ([0x5C, 0xE9], #"\\xE9"#),
  ])
  func wrongBytesAreVisible(bytes: [UInt8], printed: String) {
    #expect(InputPath(bytes: bytes).description == printed)
  }

  @Test func noTwoPathsArePrintedAlike() {
    let parts: [[UInt8]] = [
      Array(#"\"#.utf8), Array("x".utf8), Array("E9".utf8), [0xE9], Array("5C".utf8), [0xC3, 0xA9],
    ]
    var seen: [String: InputPath] = [:]
    func visit(_ bytes: [UInt8], _ depth: Int) {
      let path = InputPath(bytes: bytes)
      if let other = seen.updateValue(path, forKey: path.description) {
        #expect(other == path, "\(other.bytes) and \(path.bytes) are both printed as \(path)")
      }
      if depth > 0 { for part in parts { visit(bytes + part, depth - 1) } }
    }
    visit([], 5)
    #expect(seen.count > 5_000)
  }

  @Test func comparedByBytes() {
    #expect(InputPath("e\u{301}") != InputPath("é"))
    #expect(
      [InputPath(bytes: [0xFF]), "z", "é", "a/b", "a"].sorted() == ["a", "a/b", "z", "é", InputPath(bytes: [0xFF])])
  }

  @Test func entriesOfADirectory() {
    #expect(InputPath("a").appending([0xE9]) == InputPath(bytes: [0x61, 0x2F, 0xE9]))
    #expect(InputPath("/").appending("b".utf8) == "/b")
  }
}

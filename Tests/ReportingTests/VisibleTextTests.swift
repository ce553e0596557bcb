import Testing

@testable import Reporting

@Suite struct VisibleTextTests {
  /// The standard library's Unicode tables are the oracle.
  @Test func exactlyTheCharactersThatActAreHidden() {
    for value in UInt32(0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let acts: Bool
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: acts = true
      default: acts = scalar.properties.isBidiControl
      }
      if VisibleText.hides(scalar) != acts { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(arguments: [
    ("", ""),
    ("plain, \"quoted\" ~", "plain, \"quoted\" ~"),
    ("a\nb\rc\td", #"a\nb\rc\td"#),
    ("a\r\nb", #"a\r\nb"#),
    (#"C:\new"#, #"C:\new"#),
    ("\u{0}\u{1B}\u{7F}\u{9B}", #"\u0000\u001B\u007F\u009B"#),
    ("\u{2028}\u{202E}\u{2066}\u{61C}", #"\u2028\u202E\u2066\u061C"#),
    ("Grüße, 你好 👩‍👩‍👧", "Grüße, 你好 👩‍👩‍👧"),
    ("e\u{301}\u{1B}", "e\u{301}\\u001B"),
  ])
  func charactersThatActAreSpelledOut(_ text: String, _ expected: String) {
    #expect(Array(VisibleText.of(text).utf8) == Array(expected.utf8))
  }
}

import Model
import Testing

@testable import Ingest

/// How a text looks and how long it is, without keeping it.
struct TextMeasureTests {
  /// - Parameter json: between the quotes, escapes as written.
  private func measure(_ json: String, mask: Set<Unicode.Scalar> = ["*"]) throws -> TextMeasure {
    try #require(ScannedText("\"\(json)\"")).with { $0.measure($0.root, mask: mask) }
  }

  @Test(
    "Blank: nothing that a reader sees",
    arguments: [
      "", " ", "    ", #"\n"#, #"\r\n\t"#, #"\u0000"#, #"\u001b"#, #"\u0085"#, "\u{7F}", #"\u00a0"#, "\u{A0}", "\u{AD}",
      "\u{34F}", "\u{61C}",
      "\u{115F}", "\u{1160}", "\u{17B4}", "\u{180E}", "\u{2003}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}",
      "\u{200F}", "\u{2028}",
      "\u{202E}", "\u{202F}", "\u{2060}", "\u{2061}", "\u{2066}", "\u{2800}", "\u{3000}", "\u{3164}", "\u{FE0F}",
      "\u{FEFF}", "\u{FFA0}",
      "\u{E0020}", "\u{E0100}", #"\u200b"#, #"\u3164 \u2800"#, "\u{1680}", #" \u200d\ufe0f "#, "\u{1D173}", "\u{206A}",
    ])
  func blank(_ text: String) throws {
    #expect(try measure(text).state == .blank)
    #expect(try measure(text + " \\n" + text + "\u{200B}").state == .blank)
    #expect(try measure(text + "x").state == .present)
  }

  @Test(
    "Present: the least that can be seen",
    arguments: [
      ".", "a", "Z", "0", "-", "?", "é", "ع", "中", "👍", "😀", "❤️", "👨‍👩‍👧‍👦", "🇩🇪", "\u{301}", "\u{FFFD}", #"\ud83d"#,
      #"\u002e"#, "  .", "\u{200B}a",
      "&nbsp;", "<br>", "null", "\u{E000}", "_", "•", "●", "#", "a\u{FFFC}", "\u{FFFC}.", "*a", "a*", "*.", "** **x",
    ])
  func present(_ text: String) throws {
    #expect(try measure(text).state == .present)
  }

  @Test(
    "Placeholder: nothing but where an attachment was",
    arguments: ["\u{FFFC}", #"\ufffc"#, "\u{FFFC}\u{FFFC}", " \u{FFFC} ", "\u{FFFC}\u{200B}"])
  func placeholder(_ text: String) throws {
    #expect(try measure(text).state == .placeholder)
  }

  @Test("Masked: nothing but mask characters", arguments: ["*", "****", "** **", #"\u002a"#, "*\u{200B}", " * "])
  func masked(_ text: String) throws {
    #expect(try measure(text).state == .masked)
  }

  @Test("Mask characters are set by the user")
  func masks() throws {
    #expect(try measure("XXX", mask: ["X"]).state == .masked)
    #expect(try measure("XxX", mask: ["X"]).state == .present)
    #expect(try measure("***", mask: ["X"]).state == .present)
    #expect(try measure("●●", mask: ["●", "*"]).state == .masked)
    #expect(try measure("***", mask: []).state == .present)
    #expect(try measure("   ", mask: [" "]).state == .masked)
  }

  @Test("What is no string has no text", arguments: ["null", "1", "true", "{}", "[]", #"{"a":"b"}"#])
  func absent(_ json: String) throws {
    let measured = try #require(ScannedText(json)).with { $0.measure($0.root, mask: []) }
    #expect(measured.state == .absent)
    #expect(measured.utf16Count == 0)
    #expect(try #require(ScannedText(json)).with { $0.measure(nil, mask: []) }.state == .absent)
  }

  struct Length: CustomTestStringConvertible {
    let name: String
    let text: String
    let utf16, scalars, graphemes, utf8: UInt32
    var testDescription: String { name }
  }

  @Test(
    "Four lengths",
    arguments: [
      Length(name: "letters", text: "a", utf16: 1, scalars: 1, graphemes: 1, utf8: 1),
      Length(name: "umlauts", text: "ü", utf16: 1, scalars: 1, graphemes: 1, utf8: 2),
      Length(name: "combining marks", text: "e\u{301}\u{323}", utf16: 3, scalars: 3, graphemes: 1, utf8: 5),
      Length(name: "emoji", text: "😀", utf16: 2, scalars: 1, graphemes: 1, utf8: 4),
      Length(name: "families", text: "👨‍👩‍👧‍👦", utf16: 11, scalars: 7, graphemes: 1, utf8: 25),
      Length(name: "flags", text: "🇩🇪", utf16: 4, scalars: 2, graphemes: 1, utf8: 8),
      Length(name: "Hangul syllables", text: "\u{1112}\u{1161}\u{11AB}", utf16: 3, scalars: 3, graphemes: 1, utf8: 9),
      Length(name: "line ends", text: "\r\n", utf16: 2, scalars: 2, graphemes: 1, utf8: 2),
      Length(name: "ideographs", text: "中", utf16: 1, scalars: 1, graphemes: 1, utf8: 3),
      Length(name: "quotes and backslashes", text: "\"\\", utf16: 2, scalars: 2, graphemes: 2, utf8: 2),
    ])
  func lengths(_ unit: Length) throws {
    for count in [1, 250, 2500] as [UInt32] {
      let text = String(repeating: unit.text, count: Int(count))
      let raw = text.unicodeScalars.map {
        $0.value < 0x20 || $0 == "\"" || $0 == "\\" ? String($0).unicodeEscapes : String($0)
      }.joined()
      for json in [raw, text.unicodeEscapes] {
        let measured = try measure(json)
        #expect(measured.utf16Count == unit.utf16 * count)
        let isLong = Int(unit.utf8 * count) > TextCounts.keptAbove
        let wanted = TextCounts(
          utf16: unit.utf16 * count, scalars: unit.scalars * count, graphemes: unit.graphemes * count,
          utf8: unit.utf8 * count)
        #expect(measured.counts == (isLong ? wanted : nil))
      }
    }
  }

  @Test("All lengths are kept of texts above the border, and only of them")
  func border() throws {
    let limit = TextCounts.keptAbove
    #expect(try measure(String(repeating: "a", count: limit)).counts == nil)
    #expect(try measure(String(repeating: "a", count: limit + 1)).counts?.utf8 == UInt32(limit + 1))
    #expect(try measure(String(repeating: "é", count: limit / 2)).counts == nil)
    #expect(try measure(String(repeating: "é", count: limit / 2) + "a").counts?.graphemes == UInt32(limit / 2 + 1))
    #expect(try measure(String(repeating: #"\u0061"#, count: limit)).counts == nil)
  }

  @Test("A long blank text is blank, a long text is as present as its last character")
  func longTexts() throws {
    let blank = String(repeating: " \u{200B}", count: 5000)
    #expect(try measure(blank).state == .blank)
    #expect(try measure(blank).utf16Count == 10_000)
    #expect(try measure(blank + ".").state == .present)
    #expect(try measure(String(repeating: "*", count: 5000)).state == .masked)
  }
}

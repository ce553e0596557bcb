import Testing

@testable import Ingest

/// RFC 8259 section 8.1: a text is UTF-8, and what is not well formed (RFC 3629 section 4) is refused.
struct UTF8Tests {
  @Test(
    "Well-formed sequences at the borders of each range",
    arguments: [
      [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xE0, 0xBF, 0xBF], [0xE1, 0x80, 0x80], [0xEC, 0xBF, 0xBF],
      [0xED, 0x80, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80],
      [0xF0, 0xBF, 0xBF, 0xBF], [0xF1, 0x80, 0x80, 0x80], [0xF3, 0xBF, 0xBF, 0xBF], [0xF4, 0x80, 0x80, 0x80],
      [0xF4, 0x8F, 0xBF, 0xBF],
    ] as [[UInt8]])
  func wellFormed(_ sequence: [UInt8]) throws {
    for padding in 0..<9 {
      let text = Array("\"".utf8) + [UInt8](repeating: 0x61, count: padding) + sequence + Array("b\"".utf8)
      let scanned = try #require(ScannedText(text))
      let wanted = String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
      #expect(scanned.with { $0.text($0.root) } == wanted)
      #expect(scanned.with { $0.isBeyondASCII($0.root) })
    }
  }

  @Test(
    "Ill-formed sequences: lone and missing continuations, overlong forms, surrogates, beyond U+10FFFF",
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xC2, 0xC2, 0x80], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF], [0xE1, 0x80], [0xE1, 0x80, 0x20], [0xE1, 0x20, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80], [0xF0, 0x90, 0x80, 0x20],
      [0xF0, 0x90, 0x20],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFC, 0x84], [0xFE], [0xFF],
    ] as [[UInt8]])
  func illFormed(_ sequence: [UInt8]) {
    for padding in 0..<9 {
      let text = Array("\"".utf8) + [UInt8](repeating: 0x61, count: padding) + sequence + Array("b\"".utf8)
      #expect(Verdict(text) == .fault(.invalidUTF8, at: padding + 1))
    }
  }

  @Test("Ill-formed after well-formed: the offset is the ill-formed sequence's")
  func offset() {
    #expect(Verdict(Array("\"é€".utf8) + [0xFF, 0x22]) == .fault(.invalidUTF8, at: 6))
  }

  @Test("A sequence cut at the end of the bytes at hand may go on", arguments: [1, 2, 3])
  func cutSequence(_ count: Int) {
    let text = Array("\"😀".utf8.prefix(1 + count))
    #expect(Verdict(text, isFinal: false) == .needsMore)
    #expect(Verdict(text) == .fault(.unexpectedEnd, at: text.count))
  }

  @Test("Bytes beyond ASCII outside of strings are no values", arguments: [0x80, 0xC3, 0xFF] as [UInt8])
  func outsideStrings(_ byte: UInt8) {
    #expect(Verdict([byte]) == .fault(.expectedValue, at: 0))
    #expect(Verdict(Array("[1".utf8) + [byte, 0x5D]) == .fault(.expectedCommaOrEnd, at: 2))
  }

  struct Surrogates: CustomTestStringConvertible {
    let text: String
    let meaning: String
    let strings: Int
    var testDescription: String { text }
  }

  @Test(
    "Section 8.2: lone surrogates are accepted as U+FFFD, and their strings counted",
    arguments: [
      Surrogates(text: #""\uD800""#, meaning: "\u{FFFD}", strings: 1),
      Surrogates(text: #""\uDC00""#, meaning: "\u{FFFD}", strings: 1),
      Surrogates(text: #""\uDFFF\uD800""#, meaning: "\u{FFFD}\u{FFFD}", strings: 1),
      Surrogates(text: #""a\uD83Db""#, meaning: "a\u{FFFD}b", strings: 1),
      Surrogates(text: #""\uD83D\n""#, meaning: "\u{FFFD}\n", strings: 1),
      Surrogates(text: #""\uD83D\u0041""#, meaning: "\u{FFFD}A", strings: 1),
      Surrogates(text: #""\uD83D\uD83D\uDE00""#, meaning: "\u{FFFD}😀", strings: 1),
      Surrogates(text: #""\uD83D\uDE00\uDE00""#, meaning: "😀\u{FFFD}", strings: 1),
      Surrogates(text: #""\uD83D\\uDE00""#, meaning: "\u{FFFD}\\uDE00", strings: 1),
      Surrogates(text: #""\uD83D\uDE00""#, meaning: "😀", strings: 0),
      Surrogates(text: #""\uD7FF\uE000""#, meaning: "\u{D7FF}\u{E000}", strings: 0),
    ])
  func surrogates(_ wanted: Surrogates) throws {
    let scanned = try #require(ScannedText(wanted.text))
    #expect(scanned.with { $0.text($0.root) } == wanted.meaning)
    #expect(scanned.loneSurrogates == wanted.strings)
    let twice = try #require(ScannedText("{\(wanted.text):\(wanted.text)}"))
    #expect(twice.loneSurrogates == 2 * wanted.strings)
  }
}

import Foundation
import TestSupport
import Testing

@testable import Ingest

/// The scanner against Foundation's, on random changes of valid texts.
struct DifferentialTests {
  private static let seeds = [
    #"{"a":1,"b":[true,false,null],"c":{"d":"e"}}"#, #"[1,-2.5,3e10,-0.1E-2,0,12345678901234567890]"#,
    ScannerLimitTests.sample,
    #"["","a","\n\t\"\\\/\b\f\r","\u0041\u00e9","é€😀"]"#, #"[[[]],{},[{}],{"":{"":[]}}]"#,
    " [ 1 , { \"a\" : \"b\" } ]\r\n",
    #"{"kind":"notification","body":{"changes":[{"sequence":0,"event":{"message":"hello \ud83d\ude00"}}]}}"#,
    #""just a string""#,
    "true", "null", "-12.75e+3",
  ].map { Array($0.utf8) }

  /// Bytes that matter to the grammar come more often than others.
  private static let spice =
    Array("{}[]\",:\\ /tfnu0129.eE+-\n\t\0a".utf8) + [0x80, 0xC3, 0xA9, 0xED, 0xF0, 0xFF, 0x1F, 0x7F]

  private func change(_ text: inout [UInt8], _ random: inout FactRandom) {
    let place = text.isEmpty ? 0 : Int.random(in: 0..<text.count, using: &random)
    let byte = Self.spice.randomElement(using: &random) ?? 0x20
    switch Int.random(in: 0..<6, using: &random) {
    case 0: text.insert(byte, at: place)
    case 1: if !text.isEmpty { text.remove(at: place) }
    case 2: if !text.isEmpty { text[place] = byte }
    case 3: text.removeSubrange(place...)
    case 4:
      let end = Int.random(in: place...text.count, using: &random)
      text.insert(contentsOf: text[place..<end], at: Int.random(in: 0...text.count, using: &random))
    default:
      let other = Self.seeds.randomElement(using: &random) ?? []
      text.insert(contentsOf: other, at: place)
    }
  }

  @Test("Random changes of valid texts: accepted by both, with equal values, or by neither")
  func randomChanges() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("differential test of the scanner: seed \(seed)")
    var random = FactRandom(seed: seed)
    var accepted = 0
    for _ in 0..<20_000 {
      var text = Self.seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &random) { change(&text, &random) }
      guard FoundationOracle.isJudgedAlike(text) else { continue }
      let scanned = ScannedText(text)
      if let scanned, !FoundationOracle.isJudgedAlike(scanned) { continue }
      let theirs = FoundationOracle.value(text)
      let shown = String(decoding: text, as: UTF8.self).debugDescription
      #expect((scanned != nil) == (theirs != nil), "seed \(seed): \(shown)")
      guard let scanned, let theirs else { continue }
      accepted += 1
      // Read again as rewritten from the tape, the text must mean the same.
      #expect(FoundationOracle.value(scanned) == theirs, "seed \(seed): \(shown)")
    }
    #expect(accepted > 500)
  }
}

import Foundation
import Testing

@testable import Ingest

/// The scanner against Foundation's, on random changes of valid texts.
struct DifferentialTests {
  /// SplitMix64: small, and the same on every machine.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      return word ^ word >> 31
    }
  }

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

  private func change(_ text: inout [UInt8], _ random: inout Random) {
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

  /// Foundation accepts a comma before a closing bracket; and it takes more than one encoding, byte-order marks and NUL bytes as hints of it.
  private func isJudgedAlike(_ text: [UInt8]) -> Bool {
    if text.contains(0) || text.starts(with: [0xEF, 0xBB, 0xBF]) || text.starts(with: [0xFF]) { return false }
    let dense = text.filter { !$0.isJSONWhitespace }
    return !zip(dense, dense.dropFirst()).contains { $0 == 0x2C && ($1 == 0x5D || $1 == 0x7D) }
  }

  /// Foundation turns numbers into doubles, and refuses those that are none.
  private func numbersFit(_ scanned: ScannedText) -> Bool {
    scanned.with { record in
      (0..<scanned.tape.count).allSatisfy { index in
        let node = JSONNode(index: Int32(index))
        return record.kind(node) != .number || Double(record.text(node))?.isFinite == true
      }
    }
  }

  @Test("Random changes of valid texts: accepted by both, with equal values, or by neither")
  func randomChanges() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("differential test of the scanner: seed \(seed)")
    var random = Random(state: seed)
    var accepted = 0
    for _ in 0..<20_000 {
      var text = Self.seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &random) { change(&text, &random) }
      guard isJudgedAlike(text) else { continue }
      let scanned = ScannedText(text)
      if let scanned, scanned.loneSurrogates > 0 || !numbersFit(scanned) { continue }
      let theirs = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
      let shown = String(decoding: text, as: UTF8.self).debugDescription
      #expect((scanned != nil) == (theirs != nil), "seed \(seed): \(shown)")
      guard let scanned, let theirs else { continue }
      accepted += 1
      // Read again as rewritten from the tape, the text must mean the same.
      let again = try JSONSerialization.jsonObject(with: Data(scanned.json.utf8), options: .fragmentsAllowed)
      #expect((again as? NSObject) == (theirs as? NSObject), "seed \(seed): \(shown)")
    }
    #expect(accepted > 500)
  }
}

extension ScannedText {
  /// The value written again from the tape, as JSON.
  fileprivate var json: String { with { record in Self.json(record, record.root) } }

  private static func json(_ record: JSONRecord, _ node: JSONNode) -> String {
    var parts: [String] = []
    switch record.kind(node) {
    case .string: return quoted(record.text(node))
    case .number, .bool, .null: return record.text(node)
    case .array:
      var children = record.elements(node)
      while let child = children.next(in: record) { parts.append(json(record, child)) }
      return "[" + parts.joined(separator: ",") + "]"
    case .object:
      var children = record.members(node)
      while let (_, value, name) = children.nextMember(in: record) {
        parts.append(quoted(record.text(name)) + ":" + json(record, value))
      }
      return "{" + parts.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(text.unicodeEscapes)\"" }
}

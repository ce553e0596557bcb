import Testing

@testable import Ingest

/// Damage costs what it hit, is reported once and where it is, and never its neighbours.
struct DamageTests {
  struct Input: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let texts: [String]
    let problems: [String]

    init(_ name: String, _ text: String, _ texts: [String], _ problems: [String]) {
      self.init(name, Array(text.utf8), texts, problems)
    }

    init(_ name: String, _ bytes: [UInt8], _ texts: [String], _ problems: [String]) {
      self.name = name
      self.bytes = bytes
      self.texts = texts
      self.problems = problems
    }

    var testDescription: String { name }
  }

  static let a = #"{"a":1}"#, b = #"{"a":2}"#, c = #"{"a":3}"#

  static let lines = [
    Input("broken line", "\(a)\n{\"a\":tru}\n\(c)\n", [a, c], ["malformed-json 2@8"]),
    Input("broken first line", "{\"a\":}\n\(b)\n\(c)\n", [b, c], ["malformed-json 1@0"]),
    Input("broken last line", "\(a)\n\(b)\n{\"a\" 3}", [a, b], ["malformed-json 3@16"]),
    Input("cut after the colon", "\(a)\n{\"a\":\n\(c)\n", [a, c], ["malformed-json 2@8"]),
    Input("cut after the comma", "\(a)\n{\"a\":1,\n\(c)\n", [a, c], ["malformed-json 2@8"]),
    Input("cut in a key", "\(a)\n{\"a\n\(c)\n", [a, c], ["malformed-json 2@8"]),
    Input("cut in a string", "\(a)\n{\"a\":\"text\n\(c)\n", [a, c], ["malformed-json 2@8"]),
    Input("cut in an escape", "\(a)\n{\"a\":\"text\\\n\(c)\n", [a, c], ["malformed-json 2@8"]),
    Input("cut in a literal", "\(a)\n{\"a\":fal\n\(c)\n", [a, c], ["malformed-json 2@8"]),
    Input("cut in an array", "\(a)\n{\"a\":[1,\n\(b)\n\(c)\n", [a, b, c], ["malformed-json 2@8"]),
    Input("cut before its last brace", "\(a)\n{\"a\":{\"b\":2}\n\(b)\n\(c)\n", [a, b, c], ["malformed-json 2@8"]),
    Input("cut at the end of the input", "\(a)\n\(b)\n{\"a\":[", [a, b], ["malformed-json 3@16"]),
    Input("cut line before the last", "\(a)\n{\"a\":\n\(c)", [a, c], ["malformed-json 2@8"]),
    Input(
      "several cut lines", "{\"a\":\n{\"a\":\n{\"a\":\n\(c)\n", [c],
      ["malformed-json 1@0", "malformed-json 2@6", "malformed-json 3@12"]),
    Input("unterminated with CRLF", "\(a)\r\n{\"a\":\"text\r\n\(c)\r\n", [a, c], ["malformed-json 2@9"]),
    Input(
      "binary line", Array("\(a)\n".utf8) + [0x01, 0x80, 0xFF, 0x22, 0x7B, 0x5B, 0x0A] + Array(c.utf8), [a, c],
      ["malformed-json 2@8"]),
    Input("text lines", "starting\n\(a)\nWARN: {x}\n\(c)\n", [a, c], ["malformed-json 1@0", "malformed-json 3@17"]),
    Input(
      "lines that begin with a name in brackets", "[main] started\n\(a)\n[12] a\n[\"x\"] b\n[info] {\"a\":5}\n\(c)\n",
      [a, c],
      [
        "malformed-json 1@0", "malformed-json 3@23", "malformed-json 4@30", "malformed-json 5@38",
      ]),
    Input(
      "a date and a number", "2026-11-22 10:00 start\n12 34\n\(a)\n", [a],
      ["malformed-json 1@0", "malformed-json 2@23"]),
    Input("single quotes", "{'a':1}\n\(b)\n", [b], ["malformed-json 1@0"]),
    Input(
      "invalid UTF-8", Array("\(a)\n{\"a\":\"".utf8) + [0xE4, 0x22, 0x7D, 0x0A] + Array("\(c)\n".utf8), [a, c],
      ["invalid-utf8 2@8"]),
    Input(
      "nested too deep",
      "\(a)\n{\"a\":\(String(repeating: "[", count: 600))\(String(repeating: "]", count: 600))}\n\(c)\n", [a, c],
      ["nested-too-deep 2@8"]),
    Input("NUL bytes in a line", "\(a)\n{\"a\":\"x\0\0\0\"}\n\(c)\n", [a, c], ["malformed-json 2@8"]),
    Input("NUL bytes after a cut", "\(a)\n{\"a\":\"x\0\0\0\0\(b)\n\(c)\n", [a, b, c], ["malformed-json 2@8"]),
    Input("cut, and written on the same line", "\(a)\n{\"a\":\"te\(b)\n\(c)\n", [a, b, c], ["malformed-json 2@8"]),
    Input(
      "broken, and another on the same line", "\(a){\"a\":tru}\(b)\(c)\n\(a)", [a, b, c, a], ["malformed-json 1@7"]),
    Input(
      "a part of a broken record is no record", "{\"a\":{\"a\":1},tru}\n{\"a\":[{\"a\":1},{\"a\":2}\n\(c)\n", [c],
      ["malformed-json 1@0", "malformed-json 2@18"]),
    Input("garbage between values of a line", "\(a) garbage \(b)\n\(c)\n", [a, b, c], ["malformed-json 1@8"]),
    Input(
      "garbage at the end of a line", "\(a)}\n\(b)]\n\(c)xyz\n", [a, b, c],
      ["malformed-json 1@7", "malformed-json 2@16", "malformed-json 3@25"]),
    Input(
      "commas at the ends of lines", "\(a),\n\(b),\n\(c)\n", [a, b, c], ["malformed-json 1@7", "malformed-json 2@16"]),
    Input("commas at the beginnings of lines", "\(a)\n,\(b)\n", [a, b], ["malformed-json 2@8"]),
    Input("commas between values of a line", "\(a),\(b)\n", [a, b], ["malformed-json 1@7"]),
    Input(
      "record separators and a broken record", "\u{1E}\(a)\n\u{1E}{\"a\":\n\u{1E}\(b)\n\u{1E}{\"a\u{1E}\(c)\n",
      [a, b, c],
      [
        "malformed-json 2@10", "malformed-json 4@26",
      ]),
    Input(
      "broken pretty document", "{\n  \"a\": 1,\n  \"b\": tru,\n  \"c\": {\n    \"d\": 1\n  }\n}\n\(a)\n", [a],
      ["malformed-json 1@0"]),
    Input(
      "cut pretty document", "{\n  \"a\": 1,\n  \"b\": {\n\(a)\n{\n  \"a\": 2\n}\n", [a, b], ["malformed-json 1@0"]),
    Input("stray closing brackets", "\(a)\n}\n]\n\(c)\n", [a, c], ["malformed-json 2@8", "malformed-json 3@10"]),
    Input("lone brackets", "{\n[\n\(c)", [c], ["malformed-json 1@0", "malformed-json 2@11"]),
    Input("half a byte-order mark", [0xEF, 0xBB, 0x0A] + Array("\(a)\n".utf8), [a], ["malformed-json 1@0"]),
  ]

  /// Its quotes and brackets close what a quote that is missing before them left open.
  private static let nested = #"{"a":[{"b":"{\"x\":1}","c":2},{"c":[{"d":1}]}],"e":5}"#

  static let arrays = [
    Input("broken first element", "[{\"a\":tru},\(b),\(c)]", [b, c], ["malformed-json 1@1"]),
    Input("broken element", "[\(a),{\"a\":tru},\(c)]", [a, c], ["malformed-json 2@9"]),
    Input("an element that is a lone quote", "[\(a),\n\",\n\(b),\n\(c)]", [a, b, c], ["malformed-json 2@10"]),
    Input("a string that was cut, among elements", "[\(a),\n\"x\n,\(b),\n\(c)]", [a, b, c], ["malformed-json 2@10"]),
    Input("broken last element", "[\(a),\(b),{\"a\":tru}]", [a, b], ["malformed-json 3@17"]),
    Input(
      "two broken elements", "[\(a),{\"a\":tru},{\"a\":01},\(c)]", [a, c],
      ["malformed-json 2@9", "malformed-json 3@19"]),
    Input(
      "all broken", "[{\"a\":x},{\"a\":y},{\"a\":z}]\n\(a)", [a],
      ["malformed-json 1@1", "malformed-json 2@9", "malformed-json 3@17"]),
    Input("missing comma in an element", "[\(a),{\"a\":1 \"b\":2},\(c)]", [a, c], ["malformed-json 2@9"]),
    Input("missing comma between elements", "[\(a) \(b),\(c)]", [a, b, c], ["malformed-json 2@9"]),
    Input("no comma anywhere", "[\(a)\n\(b)\n\(c)\n\(a)", [a, b, c, a], ["malformed-json 2@9"]),
    Input("unterminated string", "[\(a),{\"a\":\"x},\(b),\(c)]", [a, b, c], ["malformed-json 2@9"]),
    Input(
      "unterminated string in a pretty array", "[\n\(a),\n{\n\"a\":\"x\n},\n\(b),\n\(c)\n]\n\(a)", [a, b, c, a],
      ["malformed-json 2@11"]),
    Input(
      "unterminated string, and an element that turns it back",
      "[\(a),{\"a\":1,\"word\":\"text,\"mood\":\"mild wind, good mood\"},\(b),\(nested),\(c)]", [a, b, nested, c],
      ["malformed-json 2@9"]),
    Input("bracket that is never closed", "[\(a),{\"a\":[1},\(b),\(c)]", [a, b, c], ["malformed-json 2@9"]),
    Input("bracket that was never opened", "[\(a),{\"a\":1]},\(b),\(c)]", [a, b, c], ["malformed-json 2@9"]),
    Input("brace that was never opened", "[\(a)},\(b),\(c)]", [a, b, c], ["malformed-json 2@8"]),
    Input("broken first element with another first key", "[{\"x\":[1},\(b),\(c)]\n\(a)", [a], ["malformed-json 1@1"]),
    Input(
      "broken second element with another first key", "[\(a),{\"x\":[1},\(b),\(c)]", [a, b, c], ["malformed-json 2@9"]),
    Input("comma before the bracket", "[\(a),\(b),]\n\(c)", [a, b, c], ["malformed-json 3@17"]),
    Input("two commas", "[\(a),,\(b)]\n\(c)", [a, b, c], ["malformed-json 2@9"]),
    Input("comma first", "[,\(a)]", [a], ["malformed-json 1@1"]),
    Input("garbage between elements", "[\(a),xyz,\(b)]", [a, b], ["malformed-json 2@9"]),
    Input("cut in an element", "[\(a),{\"a\":\"x", [a], ["malformed-json 2@9"]),
    Input("cut after a comma", "[\(a),", [a], ["malformed-json 2@9"]),
    Input("cut after an element", "[\(a)\n", [a], ["malformed-json 2@9"]),
    Input(
      "cut, then lines", "[\(a),{\"a\":[\n{\"x\":1}\n{\"x\":2}\n{\"x\":3}\n",
      [a, "{\"x\":1}", "{\"x\":2}", "{\"x\":3}"], ["malformed-json 2@9"]),
    Input("cut, then another array", "[\(a),{\"a\":\n[\(b),\(c)]", [a, b, c], ["malformed-json 2@9"]),
    Input(
      "cut between elements, then another array", "[\(a)\n[\(b),\(c)]\n\(a)", [a, b, c, a], ["malformed-json 2@9"]),
    Input(
      "invalid UTF-8 in an element", Array("[\(a),{\"a\":\"".utf8) + [0xE4] + Array("\"},\(c)]".utf8), [a, c],
      ["invalid-utf8 2@9"]),
    Input(
      "element nested too deep",
      "[\(a),{\"a\":\(String(repeating: "[", count: 600))\(String(repeating: "]", count: 600))},\(c)]", [a, c],
      ["nested-too-deep 2@9"]),
    Input(
      "line after a broken pretty array", "[\n{\n\"a\":tru\n},\n\(b)\n]\n{\"a\":tru}\n", [b],
      ["malformed-json 1@2", "malformed-json 7@25"]),
  ]

  private func check(_ input: Input) {
    let read = ReadRecords(input.bytes)
    #expect(read.texts == input.texts)
    #expect(read.problems == input.problems)
    #expect(read.bytes == input.bytes.count)
    for place in read.places {
      #expect(input.bytes[place.offset...].starts(with: place.text.prefix(1).utf8))
    }
    for capacity in 1...max(input.bytes.count, 1) {
      #expect(ReadRecords(input.bytes, pieceLength: 5, capacity: capacity) == read, "capacity \(capacity)")
    }
  }

  @Test("Lines", arguments: lines)
  func damagedLines(_ input: Input) { check(input) }

  @Test("Arrays", arguments: arrays)
  func damagedArrays(_ input: Input) { check(input) }
}

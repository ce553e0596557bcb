import Testing

@testable import Ingest

/// Damage in pages: it costs one record or one member, wherever it is.
struct PageDamageTests {
  static let a = DamageTests.a, b = DamageTests.b, c = DamageTests.c
  static let open = #"{"_metadata":{"n":1},"conversationHistoryRecords":["#
  static let metadata = #"{"n":1}"#

  static let inputs = [
    DamageTests.Input(
      "broken first record", "\(open){\"a\":tru},\(b),\(c)]}", [metadata, b, c], ["malformed-json 1@51"]),
    DamageTests.Input("broken record", "\(open)\(a),{\"a\":tru},\(c)]}", [metadata, a, c], ["malformed-json 2@59"]),
    DamageTests.Input(
      "broken last record", "\(open)\(a),\(b),{\"a\" 1}]}\n\(c)", [metadata, a, b, c], ["malformed-json 3@67"]),
    DamageTests.Input("missing comma", "\(open)\(a)\(b),\(c)]}", [metadata, a, b, c], ["malformed-json 2@58"]),
    DamageTests.Input(
      "unterminated string", "\(open)\(a),{\"a\":\"x},\(b),\(c)]}", [metadata, a, b, c], ["malformed-json 2@59"]),
    DamageTests.Input(
      "unbalanced bracket", "\(open)\(a),{\"a\":[},\(b),\(c)]}", [metadata, a, b, c], ["malformed-json 2@59"]),
    DamageTests.Input(
      "members behind a broken record", "\(open){\"a\":x},\(b)],\"info\":7}\n\(c)", [metadata, b, "7", c],
      ["malformed-json 1@51"]),
    DamageTests.Input("cut in a record", "\(open)\(a),{\"a\":\"te", [metadata, a], ["malformed-json 2@59"]),
    DamageTests.Input("cut between records", "\(open)\(a),", [metadata, a], ["malformed-json 2@59"]),
    DamageTests.Input("cut after the array", "\(open)\(a)]", [metadata, a], ["malformed-json 2@59"]),
    DamageTests.Input(
      "cut after the array, then lines", "\(open)\(a)]\n\(b)\n\(c)\n", [metadata, a, b, c], ["malformed-json 2@60"]),
    DamageTests.Input(
      "cut in a record, then another page", "\(open)\(a),{\"a\":\"te\n\(open)\(b)]}", [metadata, a, metadata, b],
      ["malformed-json 2@59"]),
    DamageTests.Input("cut in the metadata", "{\"_metadata\":{\"n\":", [], ["malformed-json 1@0"]),
    DamageTests.Input(
      "cut in the metadata, then another page", "{\"_metadata\":{\"n\":\n\(open)\(b)]}", [metadata, b],
      ["malformed-json 1@0"]),
    DamageTests.Input(
      "broken metadata", "{\"_metadata\":{\"n\":tru},\"conversationHistoryRecords\":[\(a),\(b)]}\n\(c)", [a, b, c],
      ["malformed-json 1@0"]),
    DamageTests.Input(
      "broken metadata of a pretty page",
      "{\n \"_metadata\": {\n  \"n\": tru\n },\n \"conversationHistoryRecords\": [\n  \(a)\n ]\n}\n\(c)", [a, c],
      [
        "malformed-json 1@0"
      ]),
    DamageTests.Input(
      "broken member behind the array", "\(open)\(a)],\"x\":tru}\n\(c)", [metadata, a, c], ["malformed-json 2@64"]),
    DamageTests.Input("garbage behind the array", "\(open)\(a)]xyz}\n\(c)", [metadata, a, c], ["malformed-json 2@59"]),
    DamageTests.Input(
      "page on the same line as a broken one", "\(open)\(a)]xyz}\(open)\(c)]}", [metadata, a, metadata, c],
      ["malformed-json 2@59"]),
    DamageTests.Input(
      "array of pages, one broken", "[\(open)\(a)],x},\(open)\(b)]}]", [metadata, a, metadata, b],
      ["malformed-json 2@61"]),
    DamageTests.Input(
      "array of pages, a record broken", "[\(open){\"a\":x},\(a)]},\(open)\(b)]}]", [metadata, a, metadata, b],
      ["malformed-json 1@52"]),
    DamageTests.Input(
      "array of pages, cut", "[\(open)\(a)]},\(open)\(b),{\"a\"", [metadata, a, metadata, b], ["malformed-json 3@121"]),
    DamageTests.Input(
      "envelope around a broken page", "{\"time\":x,\"body\":\(open)\(a)]}}\n\(c)", [a, c],
      ["malformed-json 1@0"]),
  ]

  @Test("Pages", arguments: inputs)
  func damagedPages(_ input: DamageTests.Input) {
    let read = ReadRecords(input.bytes)
    #expect(read.texts == input.texts)
    #expect(read.problems == input.problems)
    #expect(read.bytes == input.bytes.count)
    for capacity in 1...max(input.bytes.count, 1) {
      #expect(ReadRecords(input.bytes, pieceLength: 5, capacity: capacity) == read, "capacity \(capacity)")
    }
  }

  @Test("A page cut at every byte gives the records before the cut, and one problem")
  func everyCut() {
    let whole = Array("\(Self.open)\(Self.a),\(Self.b),\(Self.c)],\"info\":1}".utf8)
    let ends = [58, 66, 74]
    for length in 1..<whole.count {
      let read = ReadRecords(Array(whole[..<length]), capacity: 32)
      #expect(
        read.texts.filter { $0.hasPrefix("{\"a\"") }
          == Array([Self.a, Self.b, Self.c].prefix(ends.count { $0 <= length })),
        "\(length)")
      #expect(read.problems.count == 1, "\(length): \(read.problems)")
    }
  }

  @Test("Lines cut at every byte give the others, and one problem")
  func everyLineCut() {
    let line = #"{"kind":"notification","body":{"changes":[{"n":-1.5,"x":[true,{}],"m":"a\"\u00e9é"}]},"type":null}"#
    for length in 1..<line.utf8.count {
      let cut = Array(line.utf8.prefix(length))
      let read = ReadRecords(Array("\(line)\n".utf8) + cut + Array("\n\(line)\n\(line)".utf8))
      #expect(read.texts == [line, line, line], "\(length)")
      #expect(read.problems.count == 1, "\(length): \(read.problems)")
    }
  }

  @Test("An array cut at every byte, then lines")
  func everyArrayCut() {
    let array = Array("[\n\(Self.a),\n\(Self.b),\n\(Self.c)\n]".utf8)
    let ends = [9, 18, 27]
    for length in 1..<array.count {
      let read = ReadRecords(Array(array[..<length]) + Array("\n{\"z\":1}\n{\"z\":2}\n{\"z\":3}\n".utf8), capacity: 16)
      let texts =
        Array([Self.a, Self.b, Self.c].prefix(ends.count { $0 <= length })) + ["{\"z\":1}", "{\"z\":2}", "{\"z\":3}"]
      #expect(read.texts == texts, "\(length)")
      // Right behind its bracket or a comma, an array may go on with anything.
      #expect(read.problems.count == 1, "\(length): \(read.problems)")
    }
  }
}

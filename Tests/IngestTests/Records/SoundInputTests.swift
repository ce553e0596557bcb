import Testing

@testable import Ingest

/// Inputs without damage: the same records and places however the bytes come in.
struct SoundInputTests {
  struct Input: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let records: [String]

    init(_ name: String, _ text: String, _ records: [String]) {
      self.name = name
      bytes = Array(text.utf8)
      self.records = records
    }

    var testDescription: String { name }
  }

  static let inputs = [
    Input("nothing", "", []), Input("white space", " \n\t\r\n  ", []), Input("NUL bytes", "\0\0\0", []),
    Input("only a mark", "\u{FEFF}", []),
    Input("lines", "{\"a\":1}\n{\"b\":2}\n", ["1@0 {\"a\":1}", "2@8 {\"b\":2}"]),
    Input("no final line end", "{\"a\":1}\n{\"b\":2}", ["1@0 {\"a\":1}", "2@8 {\"b\":2}"]),
    Input("CRLF", "{\"a\":1}\r\n{\"b\":2}\r\n", ["1@0 {\"a\":1}", "2@9 {\"b\":2}"]),
    Input("blank lines", "\n\n{\"a\":1}\n\n \n{\"b\":2}\n\n", ["3@2 {\"a\":1}", "6@13 {\"b\":2}"]),
    Input("byte-order mark", "\u{FEFF}{\"a\":1}\n", ["1@3 {\"a\":1}"]),
    Input(
      "byte-order marks of joined files", "\u{FEFF}{\"a\":1}\n\u{FEFF}{\"b\":2}\n", ["1@3 {\"a\":1}", "2@14 {\"b\":2}"]),
    Input("NUL padding", "\0\0{\"a\":1}\n\0\0\0\0{\"b\":2}\0\0", ["1@2 {\"a\":1}", "2@14 {\"b\":2}"]),
    Input("record separators", "\u{1E}{\"a\":1}\n\u{1E}{\"b\":2}\n", ["1@1 {\"a\":1}", "2@10 {\"b\":2}"]),
    Input(
      "one after the other", "{\"a\":1}{\"b\":2} {\"c\":3}\n{\"d\":4}",
      [
        "1@0 {\"a\":1}", "1.2@7 {\"b\":2}", "1.3@15 {\"c\":3}", "2@23 {\"d\":4}",
      ]),
    Input(
      "pretty documents", "{\n  \"a\": 1\n}\n{\n  \"b\": [\n    2\n  ]\n}\n", ["1@0 {\"a\":1}", "4@13 {\"b\":[2]}"]),
    Input(
      "pretty documents without line ends between", "{\n\"a\": 1\n}{\n\"b\": 2\n}{\"c\":3}",
      [
        "1@0 {\"a\":1}", "3@10 {\"b\":2}", "5@20 {\"c\":3}",
      ]),
    Input("scalars", "1\n\"a\"\ntrue\nnull\n-2.5e3", ["1@0 1", "2@2 \"a\"", "3@6 true", "4@11 null", "5@16 -2.5e3"]),
    Input("array", "[{\"a\":1},{\"b\":2}]", ["1@1 {\"a\":1}", "2@9 {\"b\":2}"]),
    Input(
      "pretty array", "[\n  {\n    \"a\": 1\n  },\n  {\n    \"b\": 2\n  }\n]\n", ["1@4 {\"a\":1}", "2@24 {\"b\":2}"]),
    Input(
      "array with an element a line", "[{\"a\":1},\n{\"b\":2}\n,{\"c\":3}\n]\n{\"d\":4}\n",
      [
        "1@1 {\"a\":1}", "2@10 {\"b\":2}", "3@19 {\"c\":3}", "5@29 {\"d\":4}",
      ]),
    Input("empty arrays", "[]\n[ ]\n[\n]\n{\"a\":1}", ["5@11 {\"a\":1}"]),
    Input(
      "arrays after each other", "[{\"a\":1}][{\"b\":2}]\n[{\"c\":3}]",
      ["1@1 {\"a\":1}", "2@10 {\"b\":2}", "3@20 {\"c\":3}"]),
    Input("array of scalars", "[1,\"a\",null]", ["1@1 1", "2@3 \"a\"", "3@7 null"]),
    Input("pretty array of scalars", "[\n1,\n2\n]\n[\n3\n]\n[\"a\"]\n", ["1@2 1", "2@5 2", "3@11 3", "4@16 \"a\""]),
    Input("array of arrays", "[[1,2],[{\"a\":1}]]", ["1@1 [1,2]", "2@7 [{\"a\":1}]"]),
    Input(
      "page", "{\"_metadata\":{\"count\":2},\"conversationHistoryRecords\":[{\"a\":1},{\"b\":2}]}\n",
      [
        "page@ pageMetadata {\"count\":2}", "1@55 {\"a\":1}", "2@63 {\"b\":2}",
      ]),
    Input(
      "page with members behind", "{\"conversationHistoryRecords\":[{\"a\":1}],\"_metadata\":{},\"x\":[1,[2]]}",
      [
        "1@31 {\"a\":1}", "page@ pageMetadata {}", "page@ unknown [1,[2]]",
      ]),
    Input(
      "pretty page",
      "{\n \"_metadata\": {\n },\n \"conversationHistoryRecords\": [\n  {\n   \"a\": 1\n  }\n ]\n}\n{\"b\":2}\n",
      [
        "page@ pageMetadata {}", "1@57 {\"a\":1}", "10@78 {\"b\":2}",
      ]),
    Input("empty page", "{\"_metadata\":{},\"conversationHistoryRecords\":[]}", ["page@ pageMetadata {}"]),
    Input(
      "page without an array", "{\"conversationHistoryRecords\":null}", ["1@0 {\"conversationHistoryRecords\":null}"]),
    Input(
      "pages after each other",
      "{\"conversationHistoryRecords\":[{\"a\":1}]}{\"conversationHistoryRecords\":[{\"b\":2},{\"c\":3}]}\n",
      [
        "1@31 {\"a\":1}", "2@71 {\"b\":2}", "3@79 {\"c\":3}",
      ]),
    Input(
      "array of pages",
      "[{\"conversationHistoryRecords\":[{\"a\":1},{\"b\":2}]},{\"_metadata\":{},\"conversationHistoryRecords\":[{\"c\":3}]}]",
      [
        "1@32 {\"a\":1}", "2@40 {\"b\":2}", "page@ pageMetadata {}", "3@96 {\"c\":3}",
      ]),
    Input(
      "key of a page written with escapes", "{\"conversationHistoryR\\u0065cords\":[{\"a\":1}]}", ["1@36 {\"a\":1}"]),
    Input(
      "strings with brackets, quotes and escaped line ends", #"{"a":"}{][\"\\","b":"\n"}"# + "\n{\"c\":\"\u{2028}😀\"}",
      [
        #"1@0 {"a":"}{][\"\\","b":"\n"}"#, "2@26 {\"c\":\"\u{2028}😀\"}",
      ]),
  ]

  @Test("Records and places", arguments: inputs)
  func records(_ input: Input) {
    let read = ReadRecords(input.bytes)
    #expect(read.records == input.records)
    #expect(read.problems == [])
    #expect(read.bytes == input.bytes.count)
    for place in read.places {
      #expect(input.bytes[place.offset...].starts(with: place.text.prefix(1).utf8))
    }
  }

  @Test("The bytes come in pieces of any length, into buffers of any size", arguments: inputs)
  func everyCut(_ input: Input) {
    for pieceLength in 1...max(input.bytes.count, 1) {
      #expect(ReadRecords(input.bytes, pieceLength: pieceLength, capacity: 64).records == input.records)
    }
    for capacity in 1...max(input.bytes.count, 1) {
      let read = ReadRecords(input.bytes, pieceLength: 7, capacity: capacity)
      #expect(read.records == input.records, "capacity \(capacity)")
      #expect(read.problems == [], "capacity \(capacity)")
      #expect(read.bytes == input.bytes.count)
    }
  }

  @Test("The small records of a document over the record limit are read", arguments: [64, 1000, 100_000])
  func documentsOverTheLimit(_ capacity: Int) {
    let list = (0..<100).map { "{\"a\":\($0)}" }.joined(separator: ",")
    for text in [
      "[\(list)]", "{\"_metadata\":{},\"conversationHistoryRecords\":[\(list)]}",
      "[{\"conversationHistoryRecords\":[\(list)]}]",
    ] {
      let read = ReadRecords(text, capacity: capacity, limit: 100)
      #expect(read.texts.filter { $0.hasPrefix("{\"a\"") }.count == 100)
      #expect(read.problems == [])
    }
  }
}

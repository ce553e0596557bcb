import Model
import Testing

@testable import Ingest

/// Inputs made to hang or to fill memory: each is read in time and memory that do not depend on what it is.
@Suite(.timeLimit(.minutes(2)))
struct HostileTests {
  private static let limit = 64 << 10

  private func read(_ head: String = "", _ unit: String, times: Int, _ tail: String = "") -> ReadRecords {
    let source = RepeatingSource(head, unit, times: times, tail)
    let read = ReadRecords(source, capacity: 16 << 10, limit: Self.limit)
    #expect(read.bytes == head.utf8.count + unit.utf8.count * times + tail.utf8.count)
    #expect(read.cost.capacity <= Self.limit + 256)
    // Looked at again: a small multiple of the input, whatever it is.
    #expect(
      read.cost.wasted <= 17 * read.bytes + 1 << 20 + 4 * Self.limit, "wasted \(read.cost.wasted) of \(read.bytes)")
    return read
  }

  private static let last = #"{"z":1}"#

  @Test("Opening brackets", arguments: ["[", "[[", "[{", "{", "{\"a\":[", "[\n", "[,"])
  func brackets(_ unit: String) {
    let read = read("", unit, times: 200_000 / unit.utf8.count, "\n\(Self.last)\n")
    #expect(!read.problems.isEmpty)
    #expect(read.texts.last == Self.last)
  }

  @Test(
    "Closing brackets, commas, quotes, backslashes, colons",
    arguments: ["]", "}", ",", "\"", "\\", ":", "}]", "\",\"", "1,", "0 "])
  func punctuation(_ unit: String) {
    let read = read("", unit, times: 50_000 / unit.utf8.count, "\n\(Self.last)\n")
    #expect(read.kinds.contains { $0 == .malformedJSON || $0 == .recordTooLarge })
    #expect(read.texts.last == Self.last)
  }

  @Test(
    "Lines that are cut, each of which could go on on the next",
    arguments: [
      #"{"a":"#, #"{"a":["#, #"{"a":[1,"#, #"["#, #"[{"a":"#, #"{"a":1,"#, #"{"a":"b"#, #" {"a":"#, #"{"#,
      #"{"conversationHistoryRecords":["#,
      #"{"conversationHistoryRecords":[{"a":"#, #"{"a":tru,"conversationHistoryRecords":["#, #" {"a":tru,"#,
    ])
  func cutLines(_ line: String) {
    let read = read("", line + "\n", times: 60_000 / line.utf8.count, "\n\(Self.last)\n\(Self.last)\n")
    #expect(read.texts.last == Self.last)
    #expect(!read.problems.isEmpty)
  }

  @Test("Long lines that are cut, in each other up to the limit of depth")
  func cutLongLines() {
    let line = "{\"k\":\"\(String(repeating: "x", count: 400))\",\"a\":\n"
    let read = read("", line, times: 400, "\n\(Self.last)\n\(Self.last)\n")
    #expect(read.texts.last == Self.last)
  }

  @Test(
    "Broken elements of which none ends by its brackets",
    arguments: [
      #"{"a":[1},"#, #"{"a":"x},"#, #"{"a":{"a":{"#, #"{"a":1]},"#, #"{"a":"#, #"{"a":["#, #"{"a" "#, "{\"a\":[\n",
      #"{"a":tru},"#, "}", #"{"a":1}}"#, "x", "{", #"{"":"#,
    ])
  func brokenElements(_ element: String) {
    for open in ["[", #"{"conversationHistoryRecords":["#] {
      let read = read(
        "\(open){\"a\":0},", element, times: 30_000 / element.utf8.count, "\n\(Self.last)\n\(Self.last)\n")
      #expect(read.texts.first == #"{"a":0}"#)
      #expect(!read.problems.isEmpty)
    }
  }

  @Test("A huge string over a small limit, in a line, an element, a member, and without an end")
  func hugeString() {
    let size = 256 << 10
    for (head, tail) in [
      ("{\"a\":\"", "\"}\n"), ("[{\"z\":0},{\"a\":\"", "\"},{\"z\":1}]\n"), ("\"", "\"\n"), ("{\"a\":\"", "\n"),
      ("[\"", "\"]\n"),
    ] {
      let read = read(head, "x", times: size, tail + Self.last)
      #expect(read.problems.count == 1)
      #expect(read.kinds == [.recordTooLarge])
      #expect(read.texts.last == Self.last)
    }
    #expect(read("{\"a\":\"", "x", times: size).kinds == [.recordTooLarge])
  }

  @Test(
    "Much white space, NUL bytes and blank lines, between values and inside",
    arguments: [" ", "\n", "\0", "\r\n", "\t", "\u{1E}"])
  func whiteSpace(_ unit: String) {
    let between = read(Self.last, unit, times: 128 << 10, Self.last)
    #expect(between.texts == [Self.last, Self.last])
    #expect(between.problems == [])
    let inArray = read("[\(Self.last),", " ", times: 128 << 10, "\(Self.last)]")
    #expect(inArray.texts == [Self.last, Self.last])
    let inObject = read("{\"a\":", " ", times: 128 << 10, "1}\n\(Self.last)")
    #expect(inObject.kinds == [.recordTooLarge])
    #expect(inObject.texts == [Self.last])
  }

  @Test("Many equal keys, and as many records on one line")
  func manyMembers() {
    let source = RepeatingSource("{", "\"type\":1,", times: 30_000, "\"type\":2}\n\(Self.last)")
    let read = ReadRecords(source, capacity: 16 << 10, limit: 16 << 20)
    #expect(read.problems == [])
    #expect(read.records.count == 2)
    let oneLine = self.read("", "{\"a\":1}", times: 10_000)
    #expect(oneLine.records.count == 10_000)
    #expect(oneLine.records.last == "1.10000@69993 {\"a\":1}")
  }

  @Test("Random bytes of the grammar end, and with them the input")
  func randomBytes() {
    var state = UInt64.random(in: 1...UInt64.max)
    print("random input: seed \(state)")
    let parts = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", " ", "1", "tru", "\"a\":", "{\"a\":", "{\"a\":1}", "\0", "\u{1E}",
      "é",
      "{\"conversationHistoryRecords\":[", "\"conversationHistoryRecords\":[", "\u{FEFF}", "]}",
    ]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<60 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        text += parts[Int(state % UInt64(parts.count))]
      }
      let whole = ReadRecords(text, capacity: 4096, limit: 200)
      #expect(whole.bytes == text.utf8.count)
      // The same whatever the buffer holds.
      for capacity in [1, 50, 300] {
        #expect(ReadRecords(text, pieceLength: 3, capacity: capacity, limit: 200) == whole, "\(text.debugDescription)")
      }
    }
  }
}

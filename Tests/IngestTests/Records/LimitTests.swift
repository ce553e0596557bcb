import Model
import Testing

@testable import Ingest

/// Records over the limit are passed over without being held, and cost nothing else.
struct LimitTests {
  static let a = DamageTests.a, b = DamageTests.b
  static let long = String(repeating: "x", count: 500)

  static let inputs = [
    DamageTests.Input("line", "\(a)\n{\"a\":\"\(long)\"}\n\(b)\n", [a, b], ["record-too-large 2@8"]),
    DamageTests.Input(
      "first and last line", "{\"a\":\"\(long)\"}\n\(b)\n{\"a\":\"\(long)\"}", [b],
      ["record-too-large 1@0", "record-too-large 3@517"]),
    DamageTests.Input(
      "on a line with others", "\(a){\"a\":\"\(long)\"}\(b)\n\(a)", [a, b, a], ["record-too-large 1@7"]),
    DamageTests.Input("unterminated string", "\(a)\n{\"a\":\"\(long)\n\(b)\n", [a, b], ["record-too-large 2@8"]),
    DamageTests.Input("unbalanced", "\(a)\n{\"a\":[\"\(long)\"}\n\(b)\n", [a, b], ["record-too-large 2@8"]),
    DamageTests.Input("text line", "\(a)\n\"x\(long)\n\(b)\n", [a, b], ["record-too-large 2@8"]),
    DamageTests.Input(
      "number", "\(a)\n1\(String(repeating: "2", count: 500))\n\(b)\n", [a, b], ["record-too-large 2@8"]),
    DamageTests.Input(
      "many members", "\(a)\n{\(String(repeating: "\"k\":[1,{}],", count: 100))\"z\":1}\n\(b)\n", [a, b],
      ["record-too-large 2@8"]),
    DamageTests.Input(
      "pretty document", "{\n\(String(repeating: "\"k\":\n{\n},\n", count: 100))\"z\":1\n}\n\(b)\n", [b],
      ["record-too-large 1@0"]),
    DamageTests.Input("element", "[\(a),{\"a\":\"\(long)\"},\(b)]", [a, b], ["record-too-large 2@9"]),
    DamageTests.Input("string as element", "[\(a),\"\(long)\",\(b)]", [a, b], ["record-too-large 2@9"]),
    DamageTests.Input(
      "brackets and quotes in the value", "[\(a),{\"a\":\"]}\\\"\(long)\"},\(b)]", [a, b], ["record-too-large 2@9"]),
    DamageTests.Input(
      "record of a page", "{\"conversationHistoryRecords\":[\(a),{\"a\":\"\(long)\"},\(b)],\"_metadata\":1}",
      [a, b, "1"], ["record-too-large 2@39"]),
    DamageTests.Input(
      "member behind the array", "{\"conversationHistoryRecords\":[\(a)],\"x\":\"\(long)\",\"_metadata\":1}\n\(b)",
      [a, "1", b], ["record-too-large 2@44"]),
    DamageTests.Input(
      "member before the array", "{\"x\":\"\(long)\",\"conversationHistoryRecords\":[\(a)]}\n\(b)", [b],
      ["record-too-large 1@0"]),
    DamageTests.Input(
      "white space inside", "\(a)\n{\"a\":\(String(repeating: " ", count: 500))1}\n\(b)\n", [a, b],
      ["record-too-large 2@8"]),
    DamageTests.Input("no end", "\(a)\n{\"a\":\"\(long)", [a], ["record-too-large 2@8"]),
    DamageTests.Input(
      "broken behind the limit", "\(a)\n{\"a\":\"\(long)\",tru}\n\(b)\n", [a, b], ["record-too-large 2@8"]),
  ]

  @Test("The same whether the buffer has room for the record or not", arguments: inputs)
  func tooLarge(_ input: DamageTests.Input) {
    for capacity in [1, 7, 64, 100, 128, 129, 200, 356, 1000, 4096] {
      let read = ReadRecords(input.bytes, capacity: capacity, limit: 128)
      #expect(read.texts == input.texts, "capacity \(capacity)")
      #expect(read.problems == input.problems, "capacity \(capacity)")
      #expect(read.bytes == input.bytes.count, "capacity \(capacity)")
    }
  }

  @Test("A record has a number of values too, one for eight bytes of the limit", arguments: [16 << 10, 1 << 20])
  func tooManyValues(capacity: Int) {
    func record(_ values: Int) -> String { "{\"a\":[\(String(repeating: "1,", count: values - 4))1]}" }
    let limit = 160_000
    let fitting = record(20_000)
    let larger = record(20_001)
    let kind = "record-too-large"
    let lines = ReadRecords("\(fitting)\n\(larger)\n\(Self.a)\n\(fitting)", capacity: capacity, limit: limit)
    #expect(lines.texts == [fitting, Self.a, fitting])
    #expect(lines.problems == ["\(kind) 2@\(fitting.utf8.count + 1)"])
    let onOneLine = ReadRecords("\(larger) \(Self.a)\(fitting)", capacity: capacity, limit: limit)
    #expect(onOneLine.texts == [Self.a, fitting])
    let elements = ReadRecords("[\(Self.a),\(larger),\(Self.b)]\n\(Self.a)", capacity: capacity, limit: limit)
    #expect(elements.texts == [Self.a, Self.b, Self.a])
    #expect(elements.problems == ["\(kind) 2@\(Self.a.utf8.count + 2)"])
    // A page of many records is read record by record, and a member of it costs itself.
    let page = "{\"x\":\(larger),\"conversationHistoryRecords\":[\(fitting),\(Self.a)],\"y\":\(larger),\"z\":1}"
    let read = ReadRecords("\(page)\n\(Self.b)", capacity: capacity, limit: limit)
    #expect(Set(read.texts).isSuperset(of: [Self.b]))
    let tail = ReadRecords(
      "{\"conversationHistoryRecords\":[\(fitting),\(Self.a)],\"y\":\(larger),\"z\":1}\n\(Self.b)", capacity: capacity,
      limit: limit)
    #expect(tail.texts == [fitting, Self.a, "1", Self.b])
    #expect(tail.kinds == [.recordTooLarge])
  }

  @Test("A record of just the limit is read, one byte more is too large")
  func exactly() {
    let fitting = "{\"a\":\"\(String(repeating: "x", count: 120))\"}"
    #expect(fitting.utf8.count == 128)
    let larger = "{\"a\":\"\(String(repeating: "x", count: 121))\"}"
    for capacity in [16, 128, 129, 4096] {
      #expect(
        ReadRecords("\(fitting)\n\(larger)\n\(fitting)", capacity: capacity, limit: 128).problems == [
          "record-too-large 2@129"
        ])
      #expect(
        ReadRecords("[\(fitting),\(larger),\(fitting)]", capacity: capacity, limit: 128).problems == [
          "record-too-large 2@130"
        ])
      #expect(ReadRecords("[\(fitting),\(larger),\(fitting)]", capacity: capacity, limit: 128).records.count == 2)
    }
  }

  @Test(
    "What is said of a record does not depend on how much more the buffer holds",
    arguments: [
      "[\"§\",1]", "[§ {}]", "[1]§ x", "{\"a\":\"§\",b}", "{\"a\":[§tru]}", "{\"a\":[§-x]}", "[{},{\"a\":[§é]}]",
    ])
  func atHand(_ text: String) {
    let filling: Character = text.contains("§\"") ? "x" : " "
    for count in 25..<60 {
      let large = text.replacing("§", with: String(repeating: filling, count: count))
      let whole = ReadRecords("\(large)\n\(Self.a)\n", capacity: 4096, limit: 40)
      #expect(whole.texts.last == Self.a)
      for capacity in [1, 40, 41, 42, 43, 64] {
        #expect(
          ReadRecords("\(large)\n\(Self.a)\n", pieceLength: 1, capacity: capacity, limit: 40) == whole,
          "\(count) of \(text), \(capacity) bytes")
      }
    }
  }
}

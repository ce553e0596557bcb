import Model
import Testing

@testable import Ingest

/// Values as the layouts take them from a record.
struct ValuesTests {
  private func value<Result>(_ text: String, _ body: (JSONRecord, JSONNode?) -> Result) throws -> Result {
    let scanned = try #require(ScannedText(text))
    return scanned.with { body($0, $0.root) }
  }

  struct Whole: CustomTestStringConvertible {
    let text: String
    let integer: Int64?
    init(_ text: String, _ integer: Int64?) {
      self.text = text
      self.integer = integer
    }
    var testDescription: String { text }
  }

  @Test(
    "Integers: exact or nothing",
    arguments: [
      Whole("0", 0), Whole("-0", 0), Whole("1", 1), Whole("-1", -1), Whole("1770000000000", 1_770_000_000_000),
      Whole("9223372036854775807", .max), Whole("-9223372036854775807", -.max), Whole("-9223372036854775808", .min),
      Whole("9223372036854775808", nil), Whole("-9223372036854775809", nil), Whole("9223372036854775810", nil),
      Whole("92233720368547758070", nil), Whole("99999999999999999999999999", nil), Whole("1.0", 1), Whole("-1.0", -1),
      Whole("1.000", 1), Whole("0.0", 0), Whole("1.5", nil), Whole("1.01", nil), Whole("0.1", nil),
      Whole("9223372036854775807.0", .max), Whole("1e3", nil), Whole(#""12""#, 12), Whole(#""-12""#, -12),
      Whole(#""007""#, 7),
      Whole(#""1.0""#, 1), Whole(#""""#, nil), Whole(#""-""#, nil), Whole(#"".0""#, nil), Whole(#""-.0""#, nil),
      Whole(#""1.""#, nil),
      Whole(#""1 ""#, nil), Whole(#"" 1""#, nil), Whole(#""+1""#, nil), Whole(#""1a""#, nil),
      Whole(#""9223372036854775808""#, nil),
      Whole("true", nil), Whole("null", nil), Whole("[1]", nil), Whole("{}", nil),
    ])
  func integers(_ wanted: Whole) throws {
    #expect(try value(wanted.text) { $0.integer($1) } == wanted.integer)
    let scanned = try #require(ScannedText("[\(wanted.text)]"))
    #expect(scanned.with { $0.integer(JSONNode(index: 1)) } == wanted.integer)
  }

  @Test(
    "Truth values, also as strings, and nothing that only looks alike",
    arguments: [
      ("true", true), ("false", false), (#""true""#, true), (#""false""#, false), (#""True""#, true),
      (#""FALSE""#, false),
      (#""that""#, nil), (#""first""#, nil), (#""tall""#, nil), ("1", nil), ("null", nil), (#""""#, nil), ("1234", nil),
      ("[true]", nil), (#""yes""#, nil),
    ] as [(String, Bool?)])
  func flags(_ text: String, _ wanted: Bool?) throws {
    #expect(try value(text) { $0.flag($1) } == wanted)
  }

  @Test(
    "Ids: written as strings or numbers of any length, exactly",
    arguments: [
      (#""abc""#, "abc"), ("12345678901234567890123", "12345678901234567890123"),
      ("9007199254740993", "9007199254740993"),
      (#""12345678901234567890123""#, "12345678901234567890123"), (#""caf\u00e9""#, "café"), (#""café""#, "café"),
      ("0", "0"),
      (#""0f0e4d4c-1111-4222-8333-444455556666""#, "0f0e4d4c-1111-4222-8333-444455556666"), (#""NB""#, "NB"),
      ("-2", "-2"),
      (#""a\/b""#, "a/b"), (#""a\ud83d\ude00b, a longer one than fifteen""#, "a😀b, a longer one than fifteen"),
    ])
  func identifiers(_ text: String, _ wanted: String) throws {
    var names = NameTable()
    let id = try value(text) { $0.identifier($1, &names) }
    #expect(id.text(names) == wanted)
  }

  @Test(
    "Ids: the platform's ways of saying nothing",
    arguments: [
      #""""#, #""undefined""#, #""null""#, #""NA""#, #""na""#, #""-1""#, "-1", "null", "true", "[]", "{}",
    ])
  func absentIdentifiers(_ text: String) throws {
    var names = NameTable()
    #expect(try value(text) { $0.identifier($1, &names) }.isAbsent)
  }

  @Test("Ids: -1 is an id where it does not mean none", arguments: ["-1", #""-1""#])
  func minusOne(_ text: String) throws {
    var names = NameTable()
    #expect(try value(text) { $0.identifier($1, &names, minusOneIsAbsent: false) }.text(names) == "-1")
  }

  @Test(
    "Of equal keys the last one counts, however it is written",
    arguments: [
      #"{"type":1,"type":2}"#, #"{"type":1,"id":3,"type":2}"#, #"{"type":1,"\u0074ype":2}"#,
      #"{"\u0074\u0079pe":1,"type":2}"#,
      #"{"type":[{"type":1}],"type":2}"#, #"{"type":1,"ty\u0070e":2,"Type":3,"typ\u0065s":4}"#,
    ])
  func equalKeys(_ text: String) throws {
    #expect(try value(text) { record, node in record.integer(record.member(.type, of: node)) } == 2)
  }

  @Test("Members of what is no object, elements of what is no array")
  func wrongKinds() throws {
    #expect(try value("[1]") { $0.member(.type, of: $1) } == nil)
    #expect(try value("null") { $0.members($1).isEmpty })
    #expect(try value("null") { $0.elements($1).isEmpty })
    #expect(try value("[]") { $0.elements($1).isEmpty })
    #expect(try value("{}") { $0.elements($1).isEmpty } == false)
    #expect(try value("1") { $0.elements(nil).isEmpty && $1 != nil })
  }

  @Test("Every kind is told by its first byte")
  func kinds() throws {
    let scanned = try #require(ScannedText(#"[{},[],"",-1,0,true,false,null]"#))
    let kinds = scanned.with { record in
      var children = record.elements(record.root)
      var kinds: [JSONRecord.Kind] = []
      while let child = children.next(in: record) { kinds.append(record.kind(child)) }
      return kinds
    }
    #expect(kinds == [.object, .array, .string, .number, .number, .bool, .bool, .null])
  }
}

import Testing

@testable import Ingest

/// Texts that RFC 8259 allows, section by section. Each is read as what it says.
struct GrammarAcceptTests {
  /// A text, and what stands there: no white space, strings as Swift quotes them.
  struct Case: CustomTestStringConvertible {
    let text: String
    let meaning: String

    init(_ text: String, _ meaning: String? = nil) {
      self.text = text
      self.meaning = meaning ?? text
    }

    var testDescription: String { text.debugDescription }
  }

  private func check(_ wanted: Case) throws {
    let scanned = try #require(ScannedText(wanted.text))
    #expect(scanned.rewritten == wanted.meaning)
  }

  @Test(
    "Section 2: structural characters, and white space around each of them",
    arguments: [
      Case("[]"), Case("{}"), Case(" []", "[]"), Case("[] ", "[]"), Case("\t{}\t", "{}"), Case("\n[]\n", "[]"),
      Case("\r\n{}\r\n", "{}"), Case("[ ]", "[]"), Case("{ }", "{}"), Case("[\n\t\r ]", "[]"), Case("{\n\t\r }", "{}"),
      Case(" [ 1 , 2 ] ", "[1,2]"), Case("[1\n,\n2]", "[1,2]"), Case("[\t1\t,\t2\t]", "[1,2]"),
      Case(" { \"a\" : 1 , \"b\" : 2 } ", #"{"a":1,"b":2}"#), Case("{\n\"a\"\n:\n1\n}", #"{"a":1}"#),
      Case("{\r\n\"a\":\r\n1\r\n}", #"{"a":1}"#), Case("   \"a\"   ", #""a""#), Case("\n\n\n1\n\n\n", "1"),
      Case(" \t\r\n \t\r\n[ \t\r\n]", "[]"), Case("[[] , {} ]", "[[],{}]"), Case("{\"a\" :[ ] }", #"{"a":[]}"#),
      Case("        {}", "{}"), Case("         [1]", "[1]"),
    ])
  func structure(_ wanted: Case) throws { try check(wanted) }

  @Test(
    "Section 3: any value may be the whole text",
    arguments: [
      Case("true"), Case("false"), Case("null"), Case("[true,false,null]"), Case(#"{"a":true}"#), Case(#"{"a":false}"#),
      Case(#"{"a":null}"#), Case("[null]"), Case(" true ", "true"), Case(" false\n", "false"), Case("\nnull", "null"),
      Case("\"\""), Case("0"), Case("\"true\""), Case("[true ,false ]", "[true,false]"), Case("[null,null]"),
    ])
  func values(_ wanted: Case) throws { try check(wanted) }

  @Test(
    "Section 4: objects",
    arguments: [
      Case(#"{"":0}"#), Case(#"{"a":1}"#), Case(#"{"a":{"b":{"c":{}}}}"#), Case(#"{"a":1,"b":2,"c":3}"#),
      Case(#"{"a":[],"b":{}}"#), Case(#"{"a":1,"a":2}"#), Case(#"{"a":1,"a":1}"#), Case(#"{"a":{},"a":{}}"#),
      Case(#"{"\u0061":1}"#, #"{"a":1}"#), Case(#"{"a b":1}"#), Case(#"{"{":"}"}"#), Case(#"{"[":"]"}"#),
      Case(#"{",":":"}"#), Case(#"{"é":"ü"}"#), Case(#"{"0":0,"1":1}"#), Case(#"{"true":true,"null":null}"#),
      Case(#"{"a":"\"}"}"#), Case(#"{"\"":1}"#), Case(#"{"\\":1}"#), Case(#"{"a":-0}"#),
      Case(#"{"a":[{"b":[{"c":[]}]}]}"#),
      Case(#"{"a":{"a":{"a":1},"b":2},"b":3}"#), Case(#"{"😀":1}"#), Case(#"{"aaaaaaa":1,"aaaaaaaa":2,"aaaaaaaaa":3}"#),
    ])
  func objects(_ wanted: Case) throws { try check(wanted) }

  @Test(
    "Section 5: arrays",
    arguments: [
      Case("[1]"), Case("[1,2,3]"), Case("[[]]"), Case("[[],[]]"), Case("[[[[[]]]]]"), Case("[{}]"), Case("[{},{}]"),
      Case("[1,[2,[3,[4]]]]"), Case("[[[[1],2],3],4]"), Case(#"["a","b"]"#), Case(#"[1,"a",true,null,{},[]]"#),
      Case(#"["",""]"#), Case("[0,-0]"), Case(#"["]"]"#), Case(#"["[","]"]"#), Case("[[1],[2],[3]]"),
      Case(#"[{"a":1},{"a":2}]"#), Case("[false]"), Case(#"[[],{},"",0,null]"#), Case("[[{}],[{}]]"),
    ])
  func arrays(_ wanted: Case) throws { try check(wanted) }

  @Test(
    "Section 6: numbers, kept as they are written",
    arguments: [
      "0", "-0", "1", "-1", "9", "10", "1234567890", "0.0", "0.5", "-0.5", "1.0", "1.25", "10.01", "0.000001", "1e1",
      "1E1",
      "1e+1", "1e-1", "1E+1", "1E-1", "1e01", "1e00", "0e0", "0E0", "0e+0", "-0e-0", "1.5e10", "-1.5E-10", "0.1e2",
      "123.456e789", "1e400", "-1e400", "1e-400", "9007199254740993", "9223372036854775807", "-9223372036854775808",
      "9223372036854775808", "18446744073709551616", "12345678901234567890123456789012345678901234567890",
      "0.00000000000000000000000000000000000000000000000001", "3.141592653589793238462643383279",
    ])
  func numbers(_ text: String) throws {
    try check(Case(text))
    try check(Case("[\(text)]"))
    try check(Case("{\"a\":\(text) }", "{\"a\":\(text)}"))
  }

  @Test(
    "Section 7: strings, their escapes undone",
    arguments: [
      Case(#""""#), Case(#""a""#), Case(#""abcdefg""#), Case(#""abcdefgh""#), Case(#""abcdefghi""#), Case(#"" ""#),
      Case(#""\"""#), Case(#""\\""#), Case(#""\/""#, #""/""#), Case(#""/""#), Case(#""\b""#, #""\u{08}""#),
      Case(#""\f""#, #""\u{0C}""#), Case(#""\n""#), Case(#""\r""#), Case(#""\t""#), Case(#""\u0041""#, #""A""#),
      Case(#""\u0000""#, #""\0""#), Case(#""\u00e9""#, #""é""#), Case(#""\u00E9""#, #""é""#),
      Case(#""\uFFFF""#, "\"\u{FFFF}\""),
      Case(#""\u2028""#, "\"\u{2028}\""), Case(#""\ud83d\ude00""#, #""😀""#), Case(#""\uD83D\uDE00""#, #""😀""#),
      Case(#""\uDBFF\uDFFF""#, "\"\u{10FFFF}\""), Case(#""\uD800\uDC00""#, "\"\u{10000}\""),
      Case(#""a\u0062c""#, #""abc""#),
      Case(#""\\\\""#), Case(#""\\\"""#), Case(#""\\u0041""#), Case(#""aaaaaaa\"""#), Case(#""aaaaaaaa\"""#),
      Case(#""aaaaaa\\""#), Case(#""aaaaaaa\\""#), Case(#""\u0022""#, #""\"""#), Case(#""\u005C""#, #""\\""#),
      Case("\"\u{7F}\"", #""\u{7F}""#), Case("\"\u{2028}\u{2029}\""), Case("\"\u{FEFF}\""), Case("\"é\""),
      Case("\"€\""),
      Case("\"😀\""), Case("\"aaaaaaaé\""), Case("\"aaaaaaa😀\""), Case("\"ééééééééé\""), Case(#""\u0020""#, #"" ""#),
      Case(#""a\tb\nc""#), Case(#""https:\/\/example.org\/""#, #""https://example.org/""#),
      Case("\"//* no comment */\""),
    ])
  func strings(_ wanted: Case) throws {
    try check(wanted)
    try check(Case("[\(wanted.text)]", "[\(wanted.meaning)]"))
    try check(Case("{\(wanted.text):\(wanted.text)}", "{\(wanted.meaning):\(wanted.meaning)}"))
  }
}

import Testing

@testable import Ingest

/// Texts that RFC 8259 does not allow, with the reason and the place that are reported.
struct GrammarRefuseTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let reason: JSONFault.Reason
    let offset: Int

    init(_ text: String, _ reason: JSONFault.Reason, _ offset: Int) {
      self.text = text
      self.reason = reason
      self.offset = offset
    }

    var testDescription: String { text.debugDescription }
  }

  private func check(_ wanted: Case) {
    #expect(Verdict(wanted.text) == .fault(wanted.reason, at: wanted.offset))
  }

  @Test(
    "Section 2: what is no white space, and structure that does not close",
    arguments: [
      Case("", .unexpectedEnd, 0), Case(" ", .unexpectedEnd, 1), Case("\n\t\r ", .unexpectedEnd, 4),
      Case("\u{0B}[]", .expectedValue, 0), Case("\u{0C}[]", .expectedValue, 0), Case("\u{A0}[]", .expectedValue, 0),
      Case("\u{2028}1", .expectedValue, 0), Case("\u{FEFF}1", .expectedValue, 0), Case("\0", .expectedValue, 0),
      Case("[1\u{0B}]", .expectedCommaOrEnd, 2), Case("[1\u{A0}]", .expectedCommaOrEnd, 2),
      Case("[", .unexpectedEnd, 1),
      Case("{", .unexpectedEnd, 1), Case("]", .expectedValue, 0), Case("}", .expectedValue, 0),
      Case(",", .expectedValue, 0),
      Case(":", .expectedValue, 0), Case("[}", .expectedValue, 1), Case("{]", .expectedKey, 1),
      Case("[[]", .unexpectedEnd, 3),
      Case("[[]}", .expectedCommaOrEnd, 3), Case(#"{"a":{}"#, .unexpectedEnd, 7),
      Case(#"{"a":{}]"#, .expectedCommaOrEnd, 7),
      Case("/* a */1", .expectedValue, 0), Case("[1/**/]", .expectedCommaOrEnd, 2),
      Case("[1,//a\n2]", .expectedValue, 3),
      Case("#1", .expectedValue, 0), Case("(1)", .expectedValue, 0), Case("<a/>", .expectedValue, 0),
      Case("\\", .expectedValue, 0),
    ])
  func structure(_ wanted: Case) { check(wanted) }

  @Test(
    "Section 3: three literals, in lower case and whole",
    arguments: [
      Case("True", .expectedValue, 0), Case("TRUE", .expectedValue, 0), Case("FALSE", .expectedValue, 0),
      Case("Null", .expectedValue, 0), Case("tRue", .badLiteral, 0), Case("trUe", .badLiteral, 0),
      Case("truE", .badLiteral, 0),
      Case("tru", .unexpectedEnd, 3), Case("t", .unexpectedEnd, 1), Case("fals", .unexpectedEnd, 4),
      Case("nul", .unexpectedEnd, 3),
      Case("nill", .badLiteral, 0), Case("none", .badLiteral, 0), Case("[tru]", .badLiteral, 1),
      Case("[fals]", .badLiteral, 1),
      Case("[nul]", .badLiteral, 1), Case("[truefalse]", .expectedCommaOrEnd, 5),
      Case("[nulll]", .expectedCommaOrEnd, 5),
      Case("[undefined]", .expectedValue, 1), Case("[NaN]", .expectedValue, 1), Case("[nan]", .badLiteral, 1),
      Case("[Infinity]", .expectedValue, 1), Case("[-Infinity]", .badNumber, 1), Case("[yes]", .expectedValue, 1),
      Case("[a]", .expectedValue, 1), Case("['a']", .expectedValue, 1), Case("[None]", .expectedValue, 1),
    ])
  func literals(_ wanted: Case) { check(wanted) }

  @Test(
    "Section 4: objects",
    arguments: [
      Case(#"{"a"}"#, .expectedColon, 4), Case(#"{"a" 1}"#, .expectedColon, 5), Case(#"{"a",1}"#, .expectedColon, 4),
      Case(#"{"a"::1}"#, .expectedValue, 5), Case(#"{"a":}"#, .expectedValue, 5), Case(#"{"a":,}"#, .expectedValue, 5),
      Case(#"{:1}"#, .expectedKey, 1), Case("{,}", .expectedKey, 1), Case(#"{"a":1,}"#, .expectedKey, 7),
      Case(#"{"a":1,,"b":2}"#, .expectedKey, 7), Case(#"{,"a":1}"#, .expectedKey, 1),
      Case(#"{"a":1 "b":2}"#, .expectedCommaOrEnd, 7),
      Case(#"{"a":1;"b":2}"#, .expectedCommaOrEnd, 6), Case("{a:1}", .expectedKey, 1), Case("{1:1}", .expectedKey, 1),
      Case("{'a':1}", .expectedKey, 1), Case("{null:1}", .expectedKey, 1), Case("{[]:1}", .expectedKey, 1),
      Case("{{}:1}", .expectedKey, 1), Case(#"{"a"="b"}"#, .expectedColon, 4), Case(#"{"a":1"#, .unexpectedEnd, 6),
      Case(#"{"a":"#, .unexpectedEnd, 5), Case(#"{"a"#, .unexpectedEnd, 3), Case(#"{"a":1,"#, .unexpectedEnd, 7),
      Case(#"{"a":1]"#, .expectedCommaOrEnd, 6), Case(#"{"a":1,]"#, .expectedKey, 7),
      Case(#"{"a":b}"#, .expectedValue, 5),
      Case(#"{"a":"b""c":1}"#, .expectedCommaOrEnd, 8), Case(#"{"a":1 2}"#, .expectedCommaOrEnd, 7),
      Case(#"{"a":{,}}"#, .expectedKey, 6),
      Case("{\"a\n\":1}", .controlInString, 3), Case(#"{"a":[}"#, .expectedValue, 6),
    ])
  func objects(_ wanted: Case) { check(wanted) }

  @Test(
    "Section 5: arrays",
    arguments: [
      Case("[,]", .expectedValue, 1), Case("[1,]", .expectedValue, 3), Case("[,1]", .expectedValue, 1),
      Case("[1,,2]", .expectedValue, 3),
      Case("[1 2]", .expectedCommaOrEnd, 3), Case("[1;2]", .expectedCommaOrEnd, 2),
      Case("[1:2]", .expectedCommaOrEnd, 2),
      Case("[1", .unexpectedEnd, 2), Case("[1,", .unexpectedEnd, 3), Case("[\"a\"", .unexpectedEnd, 4),
      Case("[1}", .expectedCommaOrEnd, 2),
      Case("[[1]", .unexpectedEnd, 4), Case("[[1,2],", .unexpectedEnd, 7), Case(#"["a" "b"]"#, .expectedCommaOrEnd, 5),
      Case(#"["a":1]"#, .expectedCommaOrEnd, 4), Case("[1,[2,]]", .expectedValue, 6),
      Case("[{}{}]", .expectedCommaOrEnd, 3),
      Case("[[][]]", .expectedCommaOrEnd, 3), Case("[...]", .expectedValue, 1), Case("[1...2]", .badNumber, 1),
    ])
  func arrays(_ wanted: Case) { check(wanted) }

  @Test(
    "Section 6: numbers",
    arguments: [
      Case("[01]", .badNumber, 1), Case("[00]", .badNumber, 1), Case("[-01]", .badNumber, 1),
      Case("[007]", .badNumber, 1),
      Case("[+1]", .expectedValue, 1), Case("[.5]", .expectedValue, 1), Case("[-.5]", .badNumber, 1),
      Case("[1.]", .badNumber, 1),
      Case("[1.e1]", .badNumber, 1), Case("[1e]", .badNumber, 1), Case("[1e+]", .badNumber, 1),
      Case("[1e-]", .badNumber, 1),
      Case("[1e1.5]", .expectedCommaOrEnd, 4), Case("[1.5.5]", .expectedCommaOrEnd, 4), Case("[--1]", .badNumber, 1),
      Case("[-]", .badNumber, 1), Case("[- 1]", .badNumber, 1), Case("[-a]", .badNumber, 1),
      Case("[0x10]", .expectedCommaOrEnd, 2),
      Case("[1a]", .expectedCommaOrEnd, 2), Case("[1 000]", .expectedCommaOrEnd, 3),
      Case("[1_000]", .expectedCommaOrEnd, 2),
      Case("[1,000]", .badNumber, 3), Case("[0e]", .badNumber, 1), Case("[1ee1]", .badNumber, 1),
      Case("[1e1e1]", .expectedCommaOrEnd, 4),
      Case("[1-1]", .expectedCommaOrEnd, 2), Case("[1n]", .expectedCommaOrEnd, 2), Case("[１]", .expectedValue, 1),
      Case("-", .unexpectedEnd, 1), Case("1.", .unexpectedEnd, 2), Case("1e", .unexpectedEnd, 2),
      Case("1e+", .unexpectedEnd, 3),
    ])
  func numbers(_ wanted: Case) { check(wanted) }

  @Test(
    "Section 7: strings and escapes",
    arguments: [
      Case("\"", .unexpectedEnd, 1), Case("\"a", .unexpectedEnd, 2), Case("\"abcdefgh", .unexpectedEnd, 9),
      Case("\"\\", .unexpectedEnd, 2),
      Case("\"\\\"", .unexpectedEnd, 3), Case(#""\a""#, .badEscape, 1), Case(#""\x41""#, .badEscape, 1),
      Case(#""\'""#, .badEscape, 1),
      Case(#""\0""#, .badEscape, 1), Case(#""\U0041""#, .badEscape, 1), Case(#""\N""#, .badEscape, 1),
      Case(#""\ ""#, .badEscape, 1),
      Case("\"\\\n\"", .badEscape, 1), Case("\"\\é\"", .badEscape, 1), Case(#""\u""#, .badEscape, 3),
      Case(#""\u1""#, .badEscape, 4),
      Case(#""\u12""#, .badEscape, 5), Case(#""\u123""#, .badEscape, 6), Case(#""\u123g""#, .badEscape, 6),
      Case(#""\u 041""#, .badEscape, 3), Case(#""\u-041""#, .badEscape, 3), Case(#""\u+041""#, .badEscape, 3),
      Case(#""\u{41}""#, .badEscape, 3), Case(#""\ud83d\u12""#, .badEscape, 11), Case(#""\ud83d\x""#, .badEscape, 7),
      Case("\"\t\"", .controlInString, 1), Case("\"\n\"", .controlInString, 1), Case("\"\r\"", .controlInString, 1),
      Case("\"\0\"", .controlInString, 1), Case("\"\u{1F}\"", .controlInString, 1),
      Case("\"aaaaaaa\u{01}\"", .controlInString, 8),
      Case("\"aaaaaaaa\u{1B}\"", .controlInString, 9), Case("'a'", .expectedValue, 0), Case("“a”", .expectedValue, 0),
      Case("[\"a]", .unexpectedEnd, 4), Case("\"é\n\"", .controlInString, 3),
      Case("\"\\u0041\n\"", .controlInString, 7),
      Case("`a`", .expectedValue, 0),
    ])
  func strings(_ wanted: Case) { check(wanted) }
}

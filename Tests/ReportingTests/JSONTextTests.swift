import Foundation
import Testing

@testable import Reporting

@Suite struct JSONTextTests {
  private func json(_ value: ReportValue) -> String {
    var output: [UInt8] = []
    JSONText.append(value, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func valuesAreCompactAndInTheirOrder() {
    let value = ReportValue.object([
      ("z", .list([.integer(-1), .integer(.max), .flag(false), .absent])), ("a", .object([])), ("b", .list([])),
      ("a\"", .text("")),
    ])
    #expect(json(value) == #"{"z":[-1,9223372036854775807,false,null],"a":{},"b":[],"a\"":""}"#)
  }

  @Test(arguments: [
    ("a\"b\\c/d", #""a\"b\\c/d""#),
    (#"C:\temp"#, #""C:\\temp""#),
    ("say \"hi\"", #""say \"hi\"""#),
    ("\n\r\t\u{8}", #""\n\r\t\u0008""#),
    ("\u{0}\u{1B}\u{7F}\u{9B}\u{2028}\u{2029}\u{202E}", #""\u0000\u001B\u007F\u009B\u2028\u2029\u202E""#),
    ("né 👩‍👧", "\"né 👩‍👧\""),
  ])
  func textIsEscaped(_ text: String, _ expected: String) {
    #expect(Array(json(.text(text)).utf8) == Array(expected.utf8))
  }

  @Test func everyCharacterIsReadBackAsItWas() throws {
    var text = ""
    for value in (UInt32(0)...0x3000) { text.unicodeScalars.append(Unicode.Scalar(value)!) }
    text += "\u{FEFF}\u{FFFD}\u{FFFF}\u{1F600}\u{10FFFF}"
    let read = try JSONSerialization.jsonObject(with: Data(json(.list([.text(text)])).utf8)) as? [String]
    #expect(read?.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }
}

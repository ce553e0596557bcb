/// JSON as RFC 8259 has it, safe to show on a terminal: what would act there is escaped, which loses nothing.
enum JSONText {
  /// On one line, without spaces.
  static func append(_ value: ReportValue, to output: inout [UInt8]) {
    switch value {
    case .absent: output += "null".utf8
    case .text(let text): append(text, to: &output)
    case .integer(let integer): output += String(integer).utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .list(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(element, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        append(member.value, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if text.utf8.withContiguousStorageIfAvailable({ isPlain($0) }) ?? isPlain(text.utf8) {
      output += text.utf8
    } else {
      for scalar in text.unicodeScalars { append(scalar, to: &output) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }

  private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar {
    case "\"": output += #"\""#.utf8
    case "\\": output += #"\\"#.utf8
    case "\n": output += #"\n"#.utf8
    case "\r": output += #"\r"#.utf8
    case "\t": output += #"\t"#.utf8
    case _ where VisibleText.hides(scalar): VisibleText.appendEscape(of: scalar, to: &output)
    default: output += scalar.utf8
    }
  }
}

import Model

/// A text that stands in its input as it is, not as a JSON string, made into one: so that texts are measured in one place only.
struct PlainText {
  private let json: [UInt8]
  private let tape: [UInt64]

  /// Nil where the bytes are not UTF-8.
  init?(_ text: [UInt8]) {
    var json = [UInt8(ascii: "\"")]
    json.reserveCapacity(text.count + 2)
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: json += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: json.append(byte)
      }
    }
    json.append(UInt8(ascii: "\""))
    var scanner = JSONScanner()
    guard case .value = unsafe scanner.scan(json.span.bytes, from: 0, isFinal: true) else { return nil }
    self.json = json
    tape = Array(scanner.tape.prefix(scanner.words))
  }

  func withRecord<Result>(_ body: (JSONRecord) -> Result) -> Result {
    unsafe body(JSONRecord(bytes: json.span.bytes, tape: tape.span))
  }
}

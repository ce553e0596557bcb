import TestSupport

/// Every kind of input that is not as it should be, and what each must give; files of the test's own.
struct BadInput: Sendable, CustomStringConvertible {
  let description: String
  let bytes: [UInt8]
  /// The conversations that are read all the same.
  let read: [String]
  /// The kinds of the problems, in order.
  let problems: [String]

  init(_ description: String, _ bytes: [UInt8], _ read: [String], _ problems: [String]) {
    self.description = description
    self.bytes = bytes
    self.read = read
    self.problems = problems
  }

  init(_ description: String, _ text: String, _ read: [String], _ problems: [String]) {
    self.init(description, Array(text.utf8), read, problems)
  }

  private static let a = record("a"), b = record("b"), c = record("c")
  private static let malformed = ["malformed-json"]
  private static let cut = ["malformed-json", "unreadable-input"]

  private static func record(_ id: String) -> String {
    #"{"info":{"conversationId":"\#(id)"},"messageRecords":[{"type":"TEXT_PLAIN","messageData":{"msg":{"text":"x"}},"seq":0}]}"#
  }

  private static func lines(_ middle: String) -> String { "\(a)\n\(middle)\n\(b)\n" }

  private static func deep(_ depth: Int) -> String {
    #"{"a":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
  }

  static let records = [
    BadInput("broken line", lines(#"{"a":tru}"#), ["a", "b"], malformed),
    BadInput("cut line", lines(#"{"info":{"conversationId":"lost""#), ["a", "b"], malformed),
    BadInput("unterminated line", lines(#"{"info":{"conversationId":"lost"#), ["a", "b"], malformed),
    BadInput(
      "binary line", Array("\(a)\n".utf8) + [1, 2, 0x80, 0xFE, 0x7F] + Array("\n\(b)".utf8), ["a", "b"], malformed),
    BadInput("broken element", #"[\#(a),{"info":{"conversationId":}},\#(b)]"#, ["a", "b"], malformed),
    BadInput(
      "broken element of a page", #"{"conversationHistoryRecords":[\#(a),{"info":[}},\#(b)]}"#, ["a", "b"], malformed),
    BadInput(
      "cut document", #"{"_metadata":{},"conversationHistoryRecords":[\#(a),\#(b),{"info"#, ["a", "b"], cut),
    BadInput("cut array", "[\(a),\(b)", ["a", "b"], cut),
    BadInput("cut array with another after it", "[\(a)\n[\(b)]", ["a", "b"], malformed),
    BadInput(
      "no known layout", lines("{\"weather\":\"fair\"}\n17\n{\"weather\":1}"), ["a", "b"],
      ["unrecognized-record", "unrecognized-record", "unrecognized-record"]),
    BadInput(
      "too large", lines(#"{"a":"\#(String(repeating: "x", count: 5000))"}"#), ["a", "b"], ["record-too-large"]),
    BadInput(
      "element too large", "[\(a),[\(String(repeating: "1,", count: 3000))1],\(b)]", ["a", "b"], ["record-too-large"]),
    BadInput("too deep", lines(deep(512)), ["a", "b"], ["nested-too-deep"]),
    BadInput("element too deep", "[\(a),\(deep(512)),\(b)]", ["a", "b"], ["nested-too-deep"]),
    BadInput("just deep enough", lines(deep(511)), ["a", "b"], ["unrecognized-record"]),
    BadInput(
      "invalid UTF-8", Array("\(a)\n{\"a\":\"".utf8) + [0xC3, 0x28] + Array("\"}\n\(b)".utf8), ["a", "b"],
      ["invalid-utf8"]),
    BadInput("NUL inside", lines("{\"a\":\"\0\"}"), ["a", "b"], malformed),
  ]

  static let invisible = [
    BadInput("byte-order mark", "\u{FEFF}\(a)\n\(b)", ["a", "b"], []),
    BadInput("CRLF", "\(a)\r\n\(b)\r\n", ["a", "b"], []),
    BadInput("blank lines, no final newline", "\n\n\(a)\n\n \t\n\(b)", ["a", "b"], []),
    BadInput("NUL padding", "\0\0\(a)\n\0\0\0\(b)\n\0\0", ["a", "b"], []),
    BadInput("text sequence (RFC 7464)", "\u{1E}\(a)\n\u{1E}\(b)\n", ["a", "b"], []),
    BadInput("nothing", "", [], []),
  ]

  private static let sound = GzipMember(lines(c))

  private static var wrongChecksum: GzipMember {
    var member = sound
    member.checksumError = 1
    return member
  }

  private static var wrongLength: GzipMember {
    var member = sound
    member.lengthError = 1
    return member
  }

  private static let cutInLastRecord = sound.header + sound.blocks.dropLast(20)

  static let packed = [
    BadInput("gzip", sound.bytes, ["a", "b", "c"], []),
    BadInput("cut gzip", cutInLastRecord, ["a", "c"], ["malformed-json", "truncated-gzip"]),
    BadInput("gzip without its trailer", sound.bytes.dropLast(8), ["a", "b", "c"], ["truncated-gzip"]),
    BadInput("gzip with a wrong CRC", wrongChecksum.bytes, ["a", "b", "c"], ["corrupt-gzip"]),
    BadInput("gzip with a wrong length", wrongLength.bytes, ["a", "b", "c"], ["corrupt-gzip"]),
    BadInput("garbage behind gzip", sound.bytes + Array("garbage".utf8), ["a", "b", "c"], ["corrupt-gzip"]),
    BadInput(
      "broken second member", sound.bytes + [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 7], ["a", "b", "c"], ["corrupt-gzip"]),
    BadInput(
      "UTF-16", [0xFF, 0xFE] + lines(c).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, [],
      ["unsupported-encoding"]),
    BadInput(
      "UTF-16, no mark", lines(c).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }, [], ["unsupported-encoding"]),
    BadInput("UTF-32", lines(c).utf8.flatMap { [0, 0, 0, $0] }, [], ["unsupported-encoding"]),
    BadInput("zstd", [0x28, 0xB5, 0x2F, 0xFD, 4, 0], [], ["unsupported-compression"]),
    BadInput("zip", [0x50, 0x4B, 3, 4, 20, 0], [], ["unsupported-compression"]),
    BadInput("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [], ["unsupported-compression"]),
    BadInput("bzip2", Array("BZh91AY&SY".utf8), [], ["unsupported-compression"]),
  ]

  static let all = records + invisible + packed

  /// Whether the run is incomplete for it, also without `--strict`.
  var endsInput: Bool { problems.contains { $0.contains("gzip") || $0.hasPrefix("un") && $0 != "unrecognized-record" } }
}

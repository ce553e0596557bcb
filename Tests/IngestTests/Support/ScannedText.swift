@testable import Ingest

/// What the scanner says of a text.
enum Verdict: Equatable {
  case value(end: Int)
  case needsMore
  case fault(JSONFault.Reason, at: Int)

  init(_ text: [UInt8], from start: Int = 0, isFinal: Bool = true) {
    var scanner = JSONScanner()
    self.init(scanner.scan(text.span.bytes, from: start, isFinal: isFinal))
  }

  init(_ outcome: JSONScanner.Outcome) {
    switch outcome {
    case .value(let end): self = .value(end: end)
    case .needsMore: self = .needsMore
    case .fault(let fault): self = .fault(fault.reason, at: fault.offset)
    }
  }

  init(_ text: String, isFinal: Bool = true) { self.init(Array(text.utf8), isFinal: isFinal) }
}

/// A text of one JSON value, checked; its values are looked at through paths of keys and indexes.
struct ScannedText {
  let bytes: [UInt8]
  let tape: [UInt64]
  let loneSurrogates: Int
  let lineFeeds: Int

  /// Nil where the text is no JSON, or something follows the value.
  init?(_ bytes: [UInt8]) {
    var scanner = JSONScanner()
    guard case .value(let end) = scanner.scan(bytes.span.bytes, from: 0, isFinal: true),
      bytes[end...].allSatisfy({ $0.isJSONWhitespace })
    else { return nil }
    self.bytes = bytes
    tape = Array(scanner.tape.prefix(scanner.words))
    loneSurrogates = scanner.loneSurrogates
    lineFeeds = scanner.lineFeeds
  }

  init?(_ text: String) { self.init(Array(text.utf8)) }

  func with<Result>(_ body: (JSONRecord) -> Result) -> Result {
    body(JSONRecord(bytes: bytes.span.bytes, tape: tape.span))
  }

  /// The whole value written again without white space, its strings decoded and quoted by Swift: what the tape says stands there.
  var rewritten: String { with { record in rewrite(record, record.root) } }

  private func rewrite(_ record: JSONRecord, _ node: JSONNode) -> String {
    switch record.kind(node) {
    case .string: return record.text(node).debugDescription
    case .number, .bool, .null: return record.text(node)
    case .array:
      var children = record.elements(node)
      var parts: [String] = []
      while let child = children.next(in: record) { parts.append(rewrite(record, child)) }
      return "[" + parts.joined(separator: ",") + "]"
    case .object:
      var children = record.members(node)
      var parts: [String] = []
      while let (_, value, name) = children.nextMember(in: record) {
        parts.append(record.text(name).debugDescription + ":" + rewrite(record, value))
      }
      return "{" + parts.joined(separator: ",") + "}"
    }
  }
}

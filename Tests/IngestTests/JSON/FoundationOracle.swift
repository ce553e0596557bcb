import Foundation

@testable import Ingest

/// What Foundation's reader of JSON says of a text, where it and the scanner should be of one mind.
enum FoundationOracle {
  /// Foundation accepts a comma before a closing bracket; and it takes more than one encoding, byte-order marks and NUL bytes as hints of it.
  static func isJudgedAlike(_ text: [UInt8]) -> Bool {
    if text.contains(0) || text.starts(with: [0xEF, 0xBB, 0xBF]) || text.starts(with: [0xFF]) { return false }
    var previous: UInt8 = 0
    for byte in text where !byte.isJSONWhitespace {
      if previous == UInt8(ascii: ","), byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { return false }
      previous = byte
    }
    return true
  }

  /// A lone surrogate is accepted here and refused there; and Foundation turns numbers into doubles, and refuses those that are none.
  static func isJudgedAlike(_ scanned: ScannedText) -> Bool {
    if scanned.loneSurrogates > 0 { return false }
    return scanned.with { record in
      (0..<scanned.tape.count).allSatisfy { index in
        let node = JSONNode(index: Int32(index))
        return record.kind(node) != .number || Double(record.text(node))?.isFinite == true
      }
    }
  }

  /// The text's value; nil where Foundation refuses it.
  static func value(_ text: [UInt8]) -> NSObject? {
    (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) as? NSObject
  }

  /// What a scanned text means, by its tape: the value written again and read by Foundation.
  static func value(_ scanned: ScannedText) -> NSObject? {
    value(Array(scanned.with { json($0, $0.root) }.utf8))
  }

  private static func json(_ record: JSONRecord, _ node: JSONNode) -> String {
    var parts: [String] = []
    switch record.kind(node) {
    case .string: return quoted(record.text(node))
    case .number, .bool, .null: return record.text(node)
    case .array:
      var children = record.elements(node)
      while let child = children.next(in: record) { parts.append(json(record, child)) }
      return "[" + parts.joined(separator: ",") + "]"
    case .object:
      var children = record.members(node)
      while let (_, value, name) = children.nextMember(in: record) {
        parts.append(quoted(record.text(name)) + ":" + json(record, value))
      }
      return "{" + parts.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(text.unicodeEscapes)\"" }
}

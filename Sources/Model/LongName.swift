/// What is kept of the text of an id that is longer than any of the platform's: its beginning, and a hash of the whole, so that no input
/// decides how much is kept for an id, and two that begin alike are told apart in a report.
enum LongName {
  /// Bytes of UTF-8 up to which a text is kept as it is.
  static let limit = 256
  /// Bytes that are kept of a longer one.
  private static let kept = 200

  /// `agent-agent-…0123456789abcdef`: the same in every run, as reports and fingerprints must be.
  static func text(of bytes: Span<UInt8>) -> String {
    var end = kept
    // Not in the middle of a character.
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let start = bytes.extracting(0..<end).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    // Identity rests on the id itself, which has a keyed hash.
    var hash = StableHash()
    bytes.withUnsafeBufferPointer { hash.add($0) }
    return start + "\u{2026}" + hash.digits
  }
}

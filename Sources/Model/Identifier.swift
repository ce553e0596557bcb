/// An id of the platform (conversation, dialog, participant, account, channel) in sixteen bytes.
///
/// A canonical lower-case UUID is kept exactly; a text of up to 15 bytes lies in the value itself; anything else is a keyed
/// 126-bit hash whose text stands in a `NameTable`. The two bits of a UUID's variant (RFC 9562, section 4.1) tell which: only
/// UUIDs with variant `10` are kept as such, so the other values are free to mark the other two kinds. The hash is keyed anew
/// in every process, so that no chosen input can make two ids meet, and nothing of it ever reaches a report.
public struct Identifier: Hashable, Sendable {
  @usableFromInline let high: UInt64
  @usableFromInline let low: UInt64

  /// No id: the empty text.
  @inlinable public static var absent: Identifier { Identifier(high: 0, low: 0) }

  @inlinable public var isAbsent: Bool { high == 0 && low == 0 }

  /// Sixteen bits in which most others differ, unless they were chosen not to: enough to tell that an id is none of a few.
  @inlinable public var hint: Int {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: ((high &* factor ^ low) &* factor) >> 48)
  }

  /// Whether the text must be looked up in a `NameTable`.
  public var needsName: Bool { low >> 62 == 0b01 }

  /// Whether it is kept as a canonical UUID.
  public var isUUID: Bool { low >> 62 == 0b10 }

  @inlinable init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The UUID of two halves; nil where its variant is none that is kept as such.
  @inline(__always)
  public init?(uuid halves: (high: UInt64, low: UInt64)) {
    guard halves.low >> 62 == 0b10 else { return nil }
    self.init(high: halves.high, low: halves.low)
  }

  /// The id whose text of up to 15 bytes stands in two words, the first byte lowest, zeros behind the last.
  @inline(__always)
  public init(text words: (first: UInt64, second: UInt64), count: Int) {
    let first = words.first.byteSwapped
    low = UInt64(truncatingIfNeeded: count) << 56 | first >> 8
    high = first << 56 | words.second.byteSwapped >> 8
  }

  public init(_ text: String, names: inout NameTable) {
    var text = text
    self = text.withUTF8 { bytes in Identifier(bytes.span, names: &names) }
  }

  public init(_ bytes: Span<UInt8>, names: inout NameTable) {
    if bytes.count == 36, let uuid = Identifier(uuid: bytes) {
      self = uuid
    } else if bytes.count <= 15 {
      self.init(short: bytes)
    } else {
      self.init(hashing: bytes)
      names.remember(self, bytes)
    }
  }

  /// The length lies in the top bits of `low`, below the variant bits `00`; the first seven bytes follow it, the rest is `high`.
  private init(short bytes: Span<UInt8>) {
    let count = bytes.count
    self = bytes.withUnsafeBytes { bytes in
      func word<Word: FixedWidthInteger>(_ offset: Int, _ type: Word.Type) -> UInt64 {
        UInt64(Word(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type)))
      }
      // Two words that overlap hold all of it.
      let length = UInt64(count) << 56
      if count >= 8 {
        let rest = word(count - 8, UInt64.self) << UInt64(8 * (15 - count))
        return Identifier(high: rest, low: length | word(0, UInt64.self) >> 8)
      }
      let end = UInt64(8 * (7 - count))
      if count >= 4 {
        return Identifier(high: 0, low: length | word(0, UInt32.self) << 24 | word(count - 4, UInt32.self) << end)
      }
      let text = bytes.reduce(0) { $0 << 8 | UInt64($1) }
      return Identifier(high: 0, low: length | text << end)
    }
  }

  /// Eight digits at a time: they lie at 0, 9 and 14, 19 and 24, 28.
  private init?(uuid bytes: Span<UInt8>) {
    let dash = UInt8(ascii: "-")
    guard bytes[8] == dash, bytes[13] == dash, bytes[18] == dash, bytes[23] == dash else { return nil }
    let digits = bytes.withUnsafeBytes { bytes in
      func half(_ offset: Int) -> UInt64 {
        UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      }
      return (half(0) | half(4) << 32, half(9) | half(14) << 32, half(19) | half(24) << 32, half(28) | half(32) << 32)
    }
    guard let first = digits.0.hexValue, let second = digits.1.hexValue, let third = digits.2.hexValue,
      let fourth = digits.3.hexValue, third >> 30 == 0b10
    else { return nil }
    self.init(high: first << 32 | second, low: third << 32 | fourth)
  }

  private init(hashing bytes: Span<UInt8>) {
    func half(_ salt: UInt8) -> UInt64 {
      var hasher = Hasher()
      hasher.combine(salt)
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
      return UInt64(bitPattern: Int64(hasher.finalize()))
    }
    self.init(high: half(1), low: half(2) & ~(0b11 << 62) | 0b01 << 62)
  }

  /// The text as it stood in the log.
  public func text(_ names: NameTable) -> String {
    switch low >> 62 {
    case 0b10: return uuidText
    case 0b00:
      let bytes = (0..<Int(low >> 56)).map { (index: Int) -> UInt8 in
        let word = index < 7 ? low >> UInt64(48 - 8 * index) : high >> UInt64(56 - 8 * (index - 7))
        return UInt8(truncatingIfNeeded: word)
      }
      return String(decoding: bytes, as: UTF8.self)
    default: return names[self]
    }
  }

  private var uuidText: String {
    String(unsafeUninitializedCapacity: 36) { text in
      var place = 0
      for index in 0..<32 {
        if index == 8 || index == 12 || index == 16 || index == 20 {
          text[place] = UInt8(ascii: "-")
          place += 1
        }
        let digit = UInt8(truncatingIfNeeded: (index < 16 ? high : low) >> UInt64(60 - 4 * (index % 16)) & 15)
        text[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        place += 1
      }
      return place
    }
  }
}

/// The texts of the ids that do not fit into sixteen bytes; joining two tables is a union.
public struct NameTable: Sendable {
  private var texts: [Identifier: String] = [:]

  public init() {}

  subscript(_ id: Identifier) -> String { texts[id] ?? "" }

  mutating func remember(_ id: Identifier, _ bytes: Span<UInt8>) {
    if texts[id] != nil { return }
    texts[id] =
      bytes.count > LongName.limit
      ? LongName.text(of: bytes) : bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  public mutating func join(_ other: NameTable) {
    texts.merge(other.texts) { mine, _ in mine }
  }

  /// The lesser of two ids by their text; a present one before an absent one. This is how two copies of one fact that name
  /// different ids agree, whichever was read first.
  public func lesser(_ left: Identifier, _ right: Identifier) -> Identifier {
    if left == right || right.isAbsent { return left }
    if left.isAbsent { return right }
    // By bytes: two ids whose texts only look alike are two.
    return right.text(self).utf8.lexicographicallyPrecedes(left.text(self).utf8) ? right : left
  }
}

extension UInt64 {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The number that eight lower-case hexadecimal digits write, the first in the lowest byte; nil if one of them is none.
  @inline(__always)
  fileprivate var hexValue: UInt64? {
    let isLetter = self >> 6 & Self.ones
    let values = (self & (Self.ones &* 0x0F)) &+ isLetter &* 9
    let isAboveNine = (values &+ Self.ones &* 6) >> 4 & Self.ones
    let written = values &+ Self.ones &* UInt64(UInt8(ascii: "0")) &+ isAboveNine &* 39
    guard written == self, values & (Self.ones &* 0xF0) == 0 else { return nil }
    var packed = values.byteSwapped
    packed = (packed | packed >> 4) & 0x00FF_00FF_00FF_00FF
    packed = (packed | packed >> 8) & 0x0000_FFFF_0000_FFFF
    return (packed | packed >> 16) & 0xFFFF_FFFF
  }
}

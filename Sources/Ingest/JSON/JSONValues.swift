import CScan
import Model

/// Values as the layouts want them: exact, tolerant of the platform's spellings, never a crash.
extension JSONRecord {
  /// A string's text with its escapes undone; a lone surrogate becomes U+FFFD. A number's or another value's own text.
  func text(_ node: JSONNode) -> String {
    if kind(node) == .string, !isEscaped(node) {
      let start = offset(node) + 1
      return unsafe bytes.extracting(start..<start + count(node)).withUnsafeBytes {
        unsafe String(decoding: $0, as: UTF8.self)
      }
    }
    var text = String.UnicodeScalarView()
    if kind(node) == .string {
      forEachScalar(node) { scalar in
        text.append(scalar)
        return true
      }
    } else if kind(node) != .object, kind(node) != .array {
      for index in 0..<count(node) { text.append(Unicode.Scalar(bytes.byte(offset(node) + index))) }
    }
    return String(text)
  }

  /// Calls the body with each scalar of a string until it returns false.
  func forEachScalar(_ node: JSONNode, _ body: (Unicode.Scalar) -> Bool) {
    var at = offset(node) + 1
    let end = at + count(node)
    while at < end {
      guard body(nextScalar(&at, end)) else { return }
    }
  }

  /// - Parameter end: of the string that the scalar is of.
  func nextScalar(_ at: inout Int, _ end: Int) -> Unicode.Scalar {
    let lead = bytes.byte(at)
    if lead == UInt8(ascii: "\\") { return nextEscaped(&at, end) }
    at += 1
    if lead < 0x80 { return Unicode.Scalar(lead) }
    // The scanner has seen that the sequence is whole and well formed.
    let more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var value = UInt32(lead & (0x3F >> UInt8(more)))
    for _ in 0..<more where at < end {
      value = value << 6 | UInt32(bytes.byte(at) & 0x3F)
      at += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private func nextEscaped(_ at: inout Int, _ end: Int) -> Unicode.Scalar {
    let escape = bytes.byte(at + 1)
    at += 2
    switch escape {
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: return Unicode.Scalar(escape)
    }
    let unit = hexUnit(at)
    at += 4
    if unit & 0xFC00 == 0xD800, at + 6 <= end, bytes.byte(at) == UInt8(ascii: "\\"),
      bytes.byte(at + 1) == UInt8(ascii: "u")
    {
      let second = hexUnit(at + 2)
      if second & 0xFC00 == 0xDC00 {
        at += 6
        return Unicode.Scalar(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(second) & 0x3FF) ?? "\u{FFFD}"
      }
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  private func hexUnit(_ at: Int) -> UInt16 {
    (0..<4).reduce(UInt16(0)) { $0 << 4 | UInt16(bytes.byte(at + $1).hexDigit ?? 0) }
  }

  /// A whole number written as a number or as a string of digits; nil where it does not fit 64 bits or is not whole.
  @inline(__always)
  func integer(_ node: JSONNode?) -> Int64? {
    guard let node else { return nil }
    let entry = entry(node)
    if entry.count <= 8, bytes.byte(entry.offset).isDigit,
      let value = bytes.shortNumber(entry.offset, entry.offset &+ entry.count)
    {
      return value
    }
    return otherInteger(entry)
  }

  @inline(never)
  private func otherInteger(_ entry: TapeEntry) -> Int64? {
    let first = bytes.byte(entry.offset)
    let isString = first == UInt8(ascii: "\"")
    guard isString || first.isDigit || first == UInt8(ascii: "-") else { return nil }
    let start = entry.offset &+ (isString ? 1 : 0)
    return parseInteger(start, start &+ entry.count)
  }

  @inline(never)
  private func parseInteger(_ start: Int, _ end: Int) -> Int64? {
    if let value = bytes.shortNumber(start, end) { return value }
    var at = start
    let isNegative = at < end && bytes.byte(at) == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let firstDigit = at
    // Counted downwards, since the least integer has no positive counterpart. Eighteen digits always fit.
    var value: Int64 = 0
    let fitting = min(end, at &+ 18)
    while at < fitting, bytes.byte(at).isDigit {
      value = value &* 10 &- Int64(bytes.byte(at) &- UInt8(ascii: "0"))
      at &+= 1
    }
    while at < end, bytes.byte(at).isDigit {
      let (tens, tooMany) = value.multipliedReportingOverflow(by: 10)
      let (sum, over) = tens.subtractingReportingOverflow(Int64(bytes.byte(at) - UInt8(ascii: "0")))
      if tooMany || over { return nil }
      value = sum
      at += 1
    }
    guard at > firstDigit, at == end || fractionIsZero(at, end) else { return nil }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// `1.0` is the integer 1: spreadsheets and data frames write it so.
  private func fractionIsZero(_ start: Int, _ end: Int) -> Bool {
    guard bytes.byte(start) == UInt8(ascii: "."), start + 1 < end else { return false }
    return (start + 1..<end).allSatisfy { bytes.byte($0) == UInt8(ascii: "0") }
  }

  /// True and false, also as strings of any case.
  func flag(_ node: JSONNode?) -> Bool? {
    guard let node, count(node) <= 5 else { return nil }
    switch kind(node) {
    case .bool: return count(node) == 4
    case .string:
      switch text(node).lowercased() {
      case "true": return true
      case "false": return false
      default: return nil
      }
    default: return nil
    }
  }

  /// An id, which may be written as a string or as a number of any length. The platform's words for nothing, and -1 where it means
  /// none, are absent. Most ids are UUIDs.
  @inline(__always)
  func identifier(_ node: JSONNode?, _ names: inout NameTable, minusOneIsAbsent: Bool = true) -> Identifier {
    guard let node else { return .absent }
    let entry = entry(node)
    if entry.count == 36 {
      if let uuid = bytes.uuid(entry.offset &+ 1) { return uuid }
    } else if entry.count < 16, Self.plainLengths &>> UInt64(truncatingIfNeeded: entry.count) & 1 == 1,
      !entry.isEscaped, bytes.byte(entry.offset) == UInt8(ascii: "\"")
    {
      return shortIdentifier(entry.offset &+ 1, entry.count)
    }
    return otherIdentifier(node, &names, minusOneIsAbsent)
  }

  /// The lengths, a bit each, of short ids that none of the words for nothing has, which are 0, 2, 4 or 9 long.
  private static var plainLengths: UInt64 { 0b1111_1101_1110_1010 }

  @inline(never)
  private func otherIdentifier(_ node: JSONNode, _ names: inout NameTable, _ minusOneIsAbsent: Bool) -> Identifier {
    var at = offset(node)
    let length = count(node)
    switch kind(node) {
    case .string:
      at += 1
      switch length {
      case 0: return .absent
      case 2, 4, 9:
        if isNothing(node) { return .absent }
        if length == 2, minusOneIsAbsent, integer(node) == -1 { return .absent }
      default: break
      }
      if isEscaped(node) { return Identifier(text(node), names: &names) }
    case .number:
      if minusOneIsAbsent, length == 2, integer(node) == -1 { return .absent }
    default: return .absent
    }
    if length <= 15 { return shortIdentifier(at, length) }
    return unsafe bytes.extracting(at..<at + length).withUnsafeBytes { raw in
      unsafe Identifier(raw.bindMemory(to: UInt8.self).span, names: &names)
    }
  }

  @inline(__always)
  private func shortIdentifier(_ start: Int, _ length: Int) -> Identifier {
    let second = length > 8 ? bytes.word(start &+ 8, upTo: length &- 8) : 0
    return Identifier(text: (bytes.word(start, upTo: min(length, 8)), second), count: length)
  }

  /// Whether a string is one of the platform's words for nothing.
  func isNothing(_ node: JSONNode) -> Bool {
    let word = word(node)
    return word == .undefined || word == .nullWord || word == .notAvailable
  }

  /// A moment as epoch milliseconds (a number, or a string of digits) or in one of the platform's written forms.
  @inline(__always)
  func timestamp(_ node: JSONNode?) -> Timestamp? {
    guard let node else { return nil }
    let entry = entry(node)
    if entry.count == 13, bytes.byte(entry.offset).isDigit,
      let milliseconds = bytes.shortNumber(entry.offset, entry.offset &+ 13)
    {
      return Timestamp(milliseconds: milliseconds)
    }
    return otherTimestamp(node)
  }

  @inline(never)
  private func otherTimestamp(_ node: JSONNode) -> Timestamp? {
    if let milliseconds = integer(node) {
      // 0 and -1 are the platform's words for none.
      return milliseconds > 0 ? Timestamp(milliseconds: milliseconds) : nil
    }
    guard kind(node) == .string else { return nil }
    if isEscaped(node) {
      // Some writers escape the plus sign of a zone.
      let plain = Array(text(node).utf8)
      return unsafe WrittenTime.parse(plain.span.bytes, 0, plain.count)
    }
    return WrittenTime.parse(bytes, offset(node) + 1, offset(node) + 1 + count(node))
  }
}

extension RawSpan {
  /// The UUID that stands at an offset, by instructions that the processor has for it; nil where there is none, or they are not there.
  @inline(__always)
  fileprivate func uuid(_ start: Int) -> Identifier? {
    guard start &+ 36 <= byteCount else { return nil }
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var high: UInt64 = 0
      var low: UInt64 = 0
      guard unsafe cscan_uuid((base + start).assumingMemoryBound(to: UInt8.self), &high, &low) != 0 else { return nil }
      return Identifier(uuid: (high, low))
    }
  }
}

/// What a message says, in 32 bits: contents that a reader takes for the same have the same. It is compared and never shown.
///
/// Bytes are taken eight at a time into a product of 128 bits whose halves are folded, as wyhash does. There is no seed, so that every process
/// comes to the same; two texts of one conversation are never told apart by chance alone, but nothing rests on it against an attacker.
struct ContentHash {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Bytes that wait for their word to be full: `[next … | 0 …]`, the lowest first.
  private var pending: UInt64 = 0
  private(set) var count = 0

  @inline(__always)
  mutating func mix(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = product.high ^ product.low
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    let place = UInt64(truncatingIfNeeded: count & 7)
    pending |= UInt64(byte) &<< (place &* 8)
    count &+= 1
    if place == 7 {
      mix(pending)
      pending = 0
    }
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
  }

  /// Takes bytes where none wait.
  @inline(__always)
  mutating func add(_ bytes: RawSpan, _ start: Int, _ length: Int) {
    var at = start
    let end = start &+ length
    while at &+ 8 <= end {
      mix(bytes.word(at))
      at &+= 8
    }
    if at < end { mix(bytes.word(at, upTo: end &- at)) }
    count = 0
    mix(UInt64(truncatingIfNeeded: length))
  }

  /// Ends what was added byte by byte.
  mutating func end() {
    if count & 7 != 0 { mix(pending) }
    mix(UInt64(truncatingIfNeeded: count))
    (pending, count) = (0, 0)
  }

  /// Never 0, which stands for no content.
  @inline(__always)
  var value: UInt32 { max(1, UInt32(truncatingIfNeeded: state ^ state &>> 32)) }
}

extension JSONRecord {
  /// Of a text, with runs of white space as one blank and none around it; 0 where nothing is left.
  func contentHash(ofText node: JSONNode?) -> UInt32 {
    guard let node, kind(node) == .string else { return 0 }
    let entry = entry(node)
    let start = entry.offset &+ 1
    if entry.isEscaped || (entry.isBeyondASCII && bytes.mayHoldWideBlank(start, entry.count)) {
      return foldedHash(start, entry.count)
    }
    var hash = ContentHash()
    var at = start
    let end = start &+ entry.count
    // As if a blank stood before the text.
    var before: UInt64 = 0x80 &<< 56
    var folds: UInt64 = 0
    while at &+ 8 <= end {
      let word = bytes.word(at)
      let blanks = word.flags(of: UInt8(ascii: " "))
      folds |= blanks & (blanks &<< 8 | before &>> 56)
      before = blanks
      hash.mix(word)
      at &+= 8
    }
    if at < end {
      let word = bytes.word(at, upTo: end &- at)
      let blanks = word.flags(of: UInt8(ascii: " "))
      folds |= blanks & (blanks &<< 8 | before &>> 56)
      hash.mix(word)
    }
    // Flags may be too many, never too few.
    if folds != 0 || entry.count == 0 || bytes.byte(end &- 1) == UInt8(ascii: " ") {
      return foldedHash(start, entry.count)
    }
    hash.mix(UInt64(truncatingIfNeeded: entry.count))
    return hash.value
  }

  /// The same byte by byte, with its escapes undone.
  @inline(never)
  private func foldedHash(_ start: Int, _ count: Int) -> UInt32 {
    var hash = ContentHash()
    var isBlankDue = false
    var at = start
    let end = start &+ count
    while at < end {
      let byte = bytes.byte(at)
      if byte == UInt8(ascii: " ") {
        isBlankDue = true
        at &+= 1
        continue
      }
      let isPlain = byte != UInt8(ascii: "\\") && !byte.mayBeginWideBlank
      let scalar = isPlain ? Unicode.Scalar(byte) : nextScalar(&at, end)
      if !isPlain, scalar.properties.isWhitespace {
        isBlankDue = true
        continue
      }
      if isBlankDue, hash.count > 0 { hash.add(UInt8(ascii: " ")) }
      isBlankDue = false
      if isPlain {
        hash.add(byte)
        at &+= 1
      } else {
        hash.add(scalar)
      }
    }
    if hash.count == 0 { return 0 }
    hash.end()
    return hash.value
  }

  /// Of structured content: its values in their order, so that white space between them says nothing. Content that is written into a
  /// string, as exports do, has the hash of what is written there; 0 where there is none.
  /// - Parameter limit: bytes that the content may have if it is written into a string.
  func contentHash(ofStructure node: JSONNode?, limit: Int) -> UInt32 {
    guard let node, count(node) > 0 else { return 0 }
    switch kind(node) {
    case .object, .array: return structureHash(node)
    case .string: return count(node) <= limit ? writtenHash(node, limit) : 0
    case .number, .bool, .null: return 0
    }
  }

  private func structureHash(_ node: JSONNode) -> UInt32 {
    var hash = ContentHash()
    var at = node.index
    let end = next(node).index
    if end == at + 1 { return 0 }
    while at < end {
      let entry = entry(JSONNode(index: at))
      let first = bytes.byte(entry.offset)
      if entry.isContainer {
        hash.mix(UInt64(first))
      } else if first != UInt8(ascii: "\"") {
        hash.add(bytes, entry.offset, entry.count)
      } else if entry.isEscaped {
        forEachScalar(JSONNode(index: at)) { scalar in
          hash.add(scalar)
          return true
        }
        hash.end()
      } else {
        hash.add(bytes, entry.offset &+ 1, entry.count)
      }
      at &+= 1
    }
    return hash.value
  }

  @inline(never)
  private func writtenHash(_ node: JSONNode, _ limit: Int) -> UInt32 {
    var scanner = JSONScanner(recordLimit: limit)
    let bytes = unescapedBytes(of: node)
    // What is no JSON is a text.
    guard case .value = unsafe scanner.scan(bytes.span.bytes, from: 0, isFinal: true) else {
      return contentHash(ofText: node)
    }
    return unsafe JSONRecord(bytes: bytes.span.bytes, tape: scanner.tape.span).rootHash
  }

  /// A scalar by itself is written content, too.
  private var rootHash: UInt32 { entry(root).isContainer ? structureHash(root) : contentHash(ofText: root) }

  private func unescapedBytes(of node: JSONNode) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(count(node))
    var at = offset(node) &+ 1
    let end = at &+ count(node)
    while at < end {
      let byte = bytes.byte(at)
      if byte == UInt8(ascii: "\\") {
        plain.append(contentsOf: UTF8.encode(nextScalar(&at, end)) ?? UTF8.encodedReplacementCharacter)
      } else {
        plain.append(byte)
        at &+= 1
      }
    }
    return plain
  }
}

extension UInt8 {
  /// Of the white space beyond ASCII: U+0085, U+00A0, U+1680, U+2000 to U+205F, U+3000.
  @inline(__always)
  fileprivate var mayBeginWideBlank: Bool { self == 0xC2 || self & 0xFC == 0xE0 }
}

extension RawSpan {
  fileprivate func mayHoldWideBlank(_ start: Int, _ count: Int) -> Bool {
    var at = start
    let end = start &+ count
    while at < end {
      let word = at &+ 8 <= end ? word(at) : word(at, upTo: end &- at)
      if word.flags(of: 0xC2) | (word & 0xFCFC_FCFC_FCFC_FCFC).flags(of: 0xE0) != 0 { return true }
      at &+= 8
    }
    return false
  }
}

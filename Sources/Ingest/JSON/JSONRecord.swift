/// A value of a record: its index on the tape.
struct JSONNode: Hashable {
  let index: Int32
}

/// A checked JSON value with its tape, borrowed for one call: bytes are looked at where they lie.
struct JSONRecord: ~Escapable {
  let bytes: RawSpan
  let tape: Span<UInt64>
  /// The number of the record's form, which no other form has in the whole input; nil where it was scanned.
  let form: UInt32?
  /// Where the tape begins on that of an object of the form.
  private(set) var formStart: Int32 = 0

  enum Kind {
    case object, array, string, number, bool, null
  }

  /// - Parameter bytes: from the value's first byte.
  @_lifetime(copy bytes, copy tape)
  init(bytes: RawSpan, tape: Span<UInt64>, form: UInt32? = nil) {
    self.bytes = bytes
    self.tape = tape
    self.form = form
  }

  /// An object in the record as a record of its own, on the same bytes: its form may be known where the whole record's is not.
  @_lifetime(copy self)
  @inline(__always)
  func part(_ node: JSONNode) -> JSONRecord {
    let ownForm = entry(node).form
    var part = JSONRecord(
      bytes: bytes, tape: tape.extracting(Int(node.index)..<tape.count), form: ownForm ?? form)
    part.formStart = ownForm == nil ? formStart &+ node.index : 0
    return part
  }

  var root: JSONNode { JSONNode(index: 0) }

  @inline(__always)
  func entry(_ node: JSONNode) -> TapeEntry { TapeEntry(word: tape[Int(node.index)]) }

  @inline(__always)
  func offset(_ node: JSONNode) -> Int { entry(node).offset }

  @inline(__always)
  func count(_ node: JSONNode) -> Int { entry(node).count }

  @inline(__always)
  func kind(_ node: JSONNode) -> Kind {
    switch bytes.byte(offset(node)) {
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  func isEscaped(_ node: JSONNode) -> Bool { entry(node).isEscaped }
  func isBeyondASCII(_ node: JSONNode) -> Bool { entry(node).isBeyondASCII }

  /// The node after this one and all it holds.
  @inline(__always)
  func next(_ node: JSONNode) -> JSONNode {
    let entry = entry(node)
    return JSONNode(index: node.index &+ (entry.isContainer ? Int32(truncatingIfNeeded: entry.count) : 1))
  }

  /// An object's members; none where the node is no object.
  @inline(__always)
  func members(_ node: JSONNode?) -> JSONChildren {
    guard let node, kind(node) == .object else { return JSONChildren(at: 0, end: 0) }
    return JSONChildren(at: node.index &+ 1, end: next(node).index)
  }

  /// An array's elements. The vendor lets an array of one element arrive as the bare element; nothing and null are none.
  @inline(__always)
  func elements(_ node: JSONNode?) -> JSONChildren {
    guard let node else { return JSONChildren(at: 0, end: 0) }
    switch kind(node) {
    case .array: return JSONChildren(at: node.index &+ 1, end: next(node).index)
    case .null: return JSONChildren(at: 0, end: 0)
    default: return JSONChildren(at: node.index, end: next(node).index)
    }
  }

  /// The last member with this key, which is the one that counts.
  func member(_ key: Keyword, of node: JSONNode?) -> JSONNode? {
    var members = members(node)
    var found: JSONNode?
    while let member = members.nextMember(in: self) { if member.key == key { found = member.value } }
    return found
  }
}

/// Walks the children of one container by their indexes, so that nothing is borrowed between two steps.
struct JSONChildren {
  private var at: Int32
  private let end: Int32

  @inline(__always)
  init(at: Int32, end: Int32) {
    self.at = at
    self.end = end
  }

  var isEmpty: Bool { at >= end }

  @inline(__always)
  mutating func next(in record: borrowing JSONRecord) -> JSONNode? {
    guard at < end else { return nil }
    let node = JSONNode(index: at)
    at = record.next(node).index
    return node
  }

  @inline(__always)
  mutating func nextMember(in record: borrowing JSONRecord) -> (key: Keyword, value: JSONNode, name: JSONNode)? {
    guard at < end else { return nil }
    let name = JSONNode(index: at)
    let value = JSONNode(index: at &+ 1)
    at = record.next(value).index
    return (record.keyword(name), value, name)
  }
}

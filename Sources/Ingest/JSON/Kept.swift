/// A value that may be missing, in half of an optional's memory: layouts keep many.
@propertyWrapper
struct Kept {
  private var index: Int32 = -1

  init() {}

  @inline(__always)
  var wrappedValue: JSONNode? {
    get { index < 0 ? nil : JSONNode(index: index) }
    set { index = newValue?.index ?? -1 }
  }
}

/// One of the platform's words, which in most forms is part of the text: then it is looked for once, and not in each object.
struct KeptWord {
  /// Where it is no part of the form.
  @Kept fileprivate var node: JSONNode?
  fileprivate var keyword = Keyword.unknown
  fileprivate var isType = false

  init() {}

  init(_ node: JSONNode, in record: JSONRecord) {
    if record.isKnown(node) { keyword = record.word(node) } else { self.node = node }
  }

  /// The type of an event or frame, whose prefixes do not count.
  init(type node: JSONNode, in record: JSONRecord) {
    isType = true
    if record.isKnown(node) { keyword = record.typeWord(node) } else { self.node = node }
  }

  /// Whether it is the same in all objects of the form.
  var isKnown: Bool { node == nil }

  mutating func move(_ places: borrowing ValuePlaces) -> Bool { places.move(&node) }
}

extension JSONRecord {
  @inline(__always)
  func word(_ kept: KeptWord) -> Keyword {
    guard let node = kept.node else { return kept.keyword }
    return kept.isType ? typeWord(node) : word(node)
  }
}

/// Where the values of a form stand among each other. Objects of one form differ in nothing else, so that whoever knows these places needs
/// no tape to read them.
struct ValuePlaces {
  /// By the index on the tape; -1 where what stands there is part of the form.
  private var places: [Int32]
  private var count: Int32 = 0

  /// - Parameter record: one whose form is known.
  init(_ record: JSONRecord) {
    places = [Int32](repeating: -1, count: record.tape.count)
    add(record.root, record)
  }

  private mutating func add(_ node: JSONNode, _ record: JSONRecord) {
    switch record.kind(node) {
    case .object:
      var members = record.members(node)
      while let (_, value, name) = members.nextMember(in: record) {
        if record.isDataKey(name) { count += 1 }
        add(value, record)
      }
    case .array:
      var elements = record.elements(node)
      while let element = elements.next(in: record) { add(element, record) }
    default:
      if record.isKnown(node) { return }
      places[Int(node.index)] = count
      count += 1
    }
  }

  /// Has a node of the tape stand for the value itself.
  /// - Returns: false where it is no value but part of the form.
  func move(_ node: inout JSONNode?) -> Bool {
    guard let old = node else { return true }
    let place = places[Int(old.index)]
    node = JSONNode(index: place)
    return place >= 0
  }
}

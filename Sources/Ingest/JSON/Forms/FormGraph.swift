import CScan

/// The graph of steps that forms are ways through.
///
///     {"kind":"  request  ","id":"  7f3a…  "}
///                                    …     ","ids":["  1  ","  2  ","  3  "]}
///
/// What follows a step's value follows from where it stands: from its text and from what is open around it. So whoever goes from step to
/// step as objects went before meets nothing but JSON, also where no object went the whole way.
@safe
struct FormGraph: ~Copyable {
  private static let stepLimit = 8 << 10
  private static let edgeLimit = 4 * stepLimit
  private static let textLimit = 512 << 10
  private static let wordLimit = 64 << 10
  private static let headCount = 64

  /// What a form is told from, beside the words.
  struct Shape {
    let depth: Int
    let lineFeeds: Int
    /// Before which of its words, and of what follows them, a container ends.
    let ends: Range<Int>
  }

  /// A step by all that makes it one. What follows rests on the text, what is open and the value; the object's beginning and the
  /// context keep apart what would only be more to choose from.
  private struct Key: Hashable {
    let beginning: Int
    let text: Int
    let open, context: UInt64
    let value: Int
  }

  let graph: UnsafeMutablePointer<cscan_graph>
  /// The edge to the first step that may follow each.
  let firstEdges: UnsafeMutablePointer<UInt32>
  /// Of none and of those before the first ones, too.
  private(set) var shapes: [Shape] = []
  private(set) var ends: [UInt16] = []
  private var known: [Key: UInt32] = [:]
  private(set) var stepCount = 0
  private var textCount = 0
  private var wordCount = 0
  private var edgeCount = 1
  private var forkCount = 0
  /// The edges to forks that are not used.
  private var freeForks: [UInt32] = []
  /// Bytes that were looked at to tell steps at one place apart.
  var comparisons = 0

  /// - Parameter room: 0 for a graph that takes no memory and to which nothing is added.
  init(room: Int) {
    let heads = 2 * Self.headCount + 1
    let steps = room * 2 * Self.stepLimit
    unsafe graph = .allocate(capacity: 1)
    // Room that is not used costs addresses, not memory. The kernel compares 64 bytes at a time.
    unsafe graph.initialize(
      to: cscan_graph(
        steps: .allocate(capacity: steps + heads), texts: .allocate(capacity: room * (Self.textLimit + 64)),
        edges: .allocate(capacity: room * Self.edgeLimit + 1),
        ways: .allocate(capacity: room * Self.stepLimit * Int(CSCAN_WAYS)),
        firstWord: .allocate(capacity: steps + heads), words: .allocate(capacity: room * (Self.wordLimit + 8)),
        factor: .random(in: .min ... .max) | 1, limit: UInt32(FormTable.stepLimit)))
    unsafe firstEdges = .allocate(capacity: steps + heads)
    forget()
  }

  deinit {
    unsafe graph.pointee.steps.deallocate()
    unsafe graph.pointee.texts.deallocate()
    unsafe graph.pointee.edges.deallocate()
    unsafe graph.pointee.ways.deallocate()
    unsafe graph.pointee.firstWord.deallocate()
    unsafe graph.pointee.words.deallocate()
    unsafe graph.deallocate()
    unsafe firstEdges.deallocate()
  }

  mutating func forget() {
    (stepCount, textCount, wordCount, edgeCount, forkCount) = (0, 0, 0, 1, 0)
    (freeForks, ends, known) = ([], [], [:])
    let heads = 2 * Self.headCount + 1
    shapes = [Shape](repeating: Shape(depth: 0, lineFeeds: 0, ends: 0..<0), count: heads)
    unsafe graph.pointee.steps.update(repeating: cscan_step(), count: heads)
    // The first step, which is none, leads nowhere.
    unsafe graph.pointee.steps[0].value = UInt16(CSCAN_FORK)
    unsafe graph.pointee.firstWord.update(repeating: 0, count: heads)
    unsafe graph.pointee.edges.update(repeating: cscan_edge(step: 0, other: 0), count: 1)
    unsafe firstEdges.update(repeating: 0, count: heads)
  }

  /// There is room for few steps more.
  var isFilling: Bool {
    8 * stepCount > Self.stepLimit || 8 * textCount > Self.textLimit || 8 * wordCount > Self.wordLimit
      || 8 * edgeCount > Self.edgeLimit
  }

  /// What stands before the first steps of an object, by a byte of its first key: those of whole records stand by themselves, since of the
  /// objects in them there are many. 0 where there is no room for a key.
  @inline(__always)
  func head(_ bytes: RawSpan, at start: Int, isRoot: Bool) -> UInt32 {
    guard start &+ 2 < bytes.byteCount else { return 0 }
    let byte = bytes.byte(start &+ 2) & UInt8(Self.headCount - 1)
    return UInt32(byte) &+ (isRoot ? UInt32(Self.headCount) : 0) &+ 1
  }

  /// - Parameter isRoot: it is a whole record.
  /// - Returns: false where there is no room for it.
  mutating func add(_ form: NewForm, _ bytes: RawSpan, isRoot: Bool) -> Bool {
    // An object without a key is passed over as fast.
    guard let first = form.pieces.first, first.text.count > 2 else { return true }
    var place = head(bytes, at: first.text.lowerBound, isRoot: isRoot)
    if place == 0 { return false }
    let beginning = hash(first.text, bytes)
    for piece in form.pieces {
      if let step = step(for: piece, behind: place, bytes) {
        place = step
        continue
      }
      guard let step = step(for: piece, ofObjectWith: beginning, bytes), connect(place, step) else { return false }
      place = step
    }
    return true
  }

  /// The step for a piece of a form that may follow another already.
  private func step(for piece: NewForm.Piece, behind place: UInt32, _ bytes: RawSpan) -> UInt32? {
    var edge = unsafe firstEdges[Int(place)]
    while edge != 0 {
      let (index, other) = unsafe (graph.pointee.edges[Int(edge)].step, graph.pointee.edges[Int(edge)].other)
      let step = unsafe graph.pointee.steps[Int(index)]
      if Int(step.value) == CSCAN_FORK {
        guard Int(step.length) < piece.text.count else { return nil }
        let way = cscan_way(bytes.byte(piece.text.lowerBound + Int(step.length)))
        edge = unsafe graph.pointee.ways[Int(step.text) + Int(way)]
      } else if Int(step.value) == piece.value, holds(step, piece.text, bytes) {
        return index
      } else {
        edge = other
      }
    }
    return nil
  }

  private func holds(_ step: cscan_step, _ text: Range<Int>, _ bytes: RawSpan) -> Bool {
    Int(step.length) == text.count
      && text.indices.allSatisfy { offset in
        unsafe bytes.byte(offset) == graph.pointee.texts[Int(step.text) + offset - text.lowerBound]
      }
  }

  private func hash(_ text: Range<Int>, _ bytes: RawSpan) -> Int {
    var hasher = Hasher()
    for offset in text { hasher.combine(bytes.byte(offset)) }
    return hasher.finalize()
  }

  /// The step for a piece of a form, which is added if new; nil where there is no room for it.
  private mutating func step(
    for piece: NewForm.Piece, ofObjectWith beginning: Int, _ bytes: RawSpan
  ) -> UInt32? {
    let key = Key(
      beginning: beginning, text: hash(piece.text, bytes), open: piece.open, context: piece.context, value: piece.value)
    if let step = known[key] {
      return unsafe holds(graph.pointee.steps[Int(step)], piece.text, bytes) ? step : nil
    }
    guard stepCount < Self.stepLimit, textCount + piece.text.count <= Self.textLimit,
      wordCount + piece.words.count <= Self.wordLimit
    else { return nil }
    stepCount += 1
    let lastBlock = UInt64((piece.text.count - 1) % 64 + 1)
    let step = append(
      cscan_step(
        mask: .max >> (64 - lastBlock), text: UInt32(textCount), length: UInt32(piece.text.count), next: 0, others: 0,
        words: UInt16(piece.words.count), value: UInt16(piece.value), guess: 0),
      Shape(depth: piece.depth, lineFeeds: piece.lineFeeds, ends: ends.count..<ends.count + piece.ends.count))
    for offset in piece.text {
      unsafe graph.pointee.texts[textCount] = bytes.byte(offset)
      textCount += 1
    }
    for word in piece.words {
      unsafe graph.pointee.words[wordCount] = word
      wordCount += 1
    }
    ends += piece.ends
    known[key] = step
    return step
  }

  private mutating func append(_ step: cscan_step, _ shape: Shape) -> UInt32 {
    let index = shapes.count
    unsafe graph.pointee.steps[index] = step
    unsafe graph.pointee.firstWord[index] = UInt32(wordCount)
    unsafe firstEdges[index] = 0
    shapes.append(shape)
    return UInt32(index)
  }

  /// An edge to a step; nil where there is no room for it.
  mutating func edge(to step: UInt32) -> UInt32? {
    guard edgeCount <= Self.edgeLimit else { return nil }
    unsafe graph.pointee.edges[edgeCount] = cscan_edge(step: step, other: 0)
    edgeCount += 1
    return UInt32(edgeCount - 1)
  }

  /// An edge to a fork that is not used; nil where there is no room for it.
  mutating func edgeToFork() -> UInt32? {
    if let free = freeForks.popLast() { return free }
    guard forkCount < Self.stepLimit, edgeCount <= Self.edgeLimit else { return nil }
    let ways = UInt32(forkCount) * UInt32(CSCAN_WAYS)
    forkCount += 1
    return edge(
      to: append(
        cscan_step(mask: 0, text: ways, length: 0, next: 0, others: 0, words: 0, value: UInt16(CSCAN_FORK), guess: 0),
        Shape(depth: 0, lineFeeds: 0, ends: 0..<0)))
  }

  /// The bytes that were compared since it was asked for last.
  mutating func takeComparisons() -> Int {
    defer { comparisons = 0 }
    return comparisons
  }

  mutating func free(_ edgeToFork: UInt32) { freeForks.append(edgeToFork) }
}

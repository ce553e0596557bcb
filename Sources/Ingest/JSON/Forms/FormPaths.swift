import CScan

/// The ways through the graph that were gone last: each is a form, of which the tape's outline follows.
@safe
struct FormPaths: ~Copyable {
  /// A power of two.
  static let size = 4096
  /// Containers that one form may have.
  private static let containerLimit = 64

  struct Path {
    fileprivate var path: UInt64
    /// None of one that was gone once.
    fileprivate(set) var form: UInt32?
    fileprivate(set) var words: Int32 = 0
    fileprivate(set) var depth: Int32 = 0
    fileprivate(set) var lineFeeds: Int32 = 0
    fileprivate var containers: Int32 = 0
    /// It has more of them than a form may have.
    fileprivate var isTooLarge = false
    /// The bits of the object's word that tell the form.
    fileprivate var object: UInt64 = 0
    /// It was gone since another way wanted its place.
    fileprivate var isUsed = false
  }

  /// What a path is mixed from first. Nobody can know it who would write two ways that mix to one number.
  private(set) var beginning = UInt64.random(in: .min ... .max)
  private let paths: UnsafeMutablePointer<Path>
  private let containers: UnsafeMutablePointer<cscan_container>
  private var forms: UInt32 = 0
  /// Where the way lies that was found last: in its place, or behind all where that is taken.
  private var slot = 0
  private var open: [Int] = []

  /// - Parameter room: 0 for no ways at all.
  init(room: Int) {
    let slots = room * (Self.size + 1)
    unsafe paths = .allocate(capacity: slots)
    unsafe paths.initialize(repeating: Path(path: beginning), count: slots)
    unsafe containers = .allocate(capacity: slots * Self.containerLimit)
  }

  deinit {
    unsafe paths.deallocate()
    unsafe containers.deallocate()
  }

  /// The steps of the ways will be others.
  mutating func forget() { beginning = .random(in: .min ... .max) }

  /// The way of a walk that has come to an end; nil where it has too much on it.
  @unsafe
  @inline(__always)
  mutating func find(_ walk: UnsafePointer<cscan_walk>, _ graph: borrowing FormGraph) -> Path? {
    slot = unsafe Int(truncatingIfNeeded: walk.pointee.path &>> 48) & (Self.size - 1)
    let path = unsafe paths[slot]
    if unsafe path.path == walk.pointee.path, path.isUsed, path.form != nil { return path }
    return unsafe findSlowly(walk, graph)
  }

  @unsafe
  @inline(never)
  private mutating func findSlowly(_ walk: UnsafePointer<cscan_walk>, _ graph: borrowing FormGraph) -> Path? {
    if unsafe paths[slot].path == walk.pointee.path {
      if unsafe paths[slot].isTooLarge { return nil }
      unsafe paths[slot].isUsed = true
      if unsafe paths[slot].form == nil {
        unsafe paths[slot].form = forms
        unsafe paths[slot].object = TapeEntry.bits(ofForm: forms, words: Int(paths[slot].words))
        forms &+= 1
      }
      return unsafe paths[slot]
    }
    if unsafe paths[slot].isUsed {
      unsafe paths[slot].isUsed = false
      slot = Self.size
    }
    return unsafe add(walk, graph)
  }

  @unsafe
  private mutating func add(_ walk: UnsafePointer<cscan_walk>, _ graph: borrowing FormGraph) -> Path? {
    var path = unsafe Path(path: walk.pointee.path)
    open.removeAll(keepingCapacity: true)
    for place in 0..<Int(unsafe walk.pointee.count) {
      // The value before.
      if place > 0 { path.words += 1 }
      let index = unsafe Int(walk.pointee.passed[place].step)
      let (step, shape) = unsafe (graph.graph.pointee.steps[index], graph.shapes[index])
      path.depth = max(path.depth, Int32(shape.depth))
      path.lineFeeds += Int32(shape.lineFeeds)
      let firstWord = unsafe Int(graph.graph.pointee.firstWord[index])
      var ends = graph.ends[shape.ends]
      for word in 0...Int(step.words) {
        while ends.first.map({ $0 == word }) ?? false {
          ends.removeFirst()
          guard let begin = open.popLast(), path.containers < Self.containerLimit else {
            // Those of the way that had the place are written over.
            path.isTooLarge = true
            unsafe paths[slot] = path
            return nil
          }
          unsafe containers[slot * Self.containerLimit + Int(path.containers)] = cscan_container(
            index: UInt32(begin), words: UInt32(Int(path.words) - begin))
          path.containers += 1
        }
        if word == step.words { break }
        if unsafe TapeEntry(word: graph.graph.pointee.words[firstWord + word]).isContainer {
          open.append(Int(path.words))
        }
        path.words += 1
      }
    }
    unsafe paths[slot] = path
    return path
  }

  /// What the steps of the way that was found last say only together.
  @unsafe
  var outline: cscan_outline {
    let path = unsafe paths[slot]
    return unsafe cscan_outline(
      containers: containers + slot * Self.containerLimit, count: UInt64(path.containers), object: path.object)
  }
}

import CScan

/// The forms of a log: programs write the same keys in the same order again and again, so that most objects differ from ones that were
/// checked before in their values alone. Such an object is matched, not scanned: the text between two values is compared as a
/// whole, with all its keys and brackets, and each value is checked where it lies. What matches is JSON by RFC 8259 as
/// the others were; what does not is left to the scanner.
///
///     {"sequence":  0  ,"dialogId":"  64613a6f-…  ","event":{"type":"ContentEvent","message":"  Hello  "}}
///     text          value  text        value        text (words of the platform are part of it)   value  text
@safe
struct FormTable: ~Copyable {
  /// Longer objects are too many to be alike.
  static let lengthLimit = 4096
  /// Bytes in which a match comes to its end, if it does.
  static let reach = lengthLimit + 64
  /// Steps of one form, which has a value less.
  static let stepLimit = 128
  /// Words of what may have so many values and no more.
  private static let wordLimit = 3 * stepLimit
  /// Objects after which a full graph is emptied, if not half of them were found in it.
  private static let patience = 4096
  /// So many records that were too long, one after the other, have as many behind them not looked up; and at most so many.
  private static let (shortestRun, longestRun) = (8, 1024)
  private static let longestPause = 1 << 18

  struct Match {
    /// Where the object ends.
    var end: Int
    let words, depth, lineFeeds: Int
    var loneSurrogates = 0
    /// The number of the form, which is never used again; nil of one that was not met before.
    let form: UInt32?
  }

  private let learns: Bool
  private let kernel: cscan_kernel
  private(set) var graph: FormGraph
  private var paths: FormPaths
  private var sightings = FormSightings()
  private var budget = FormBudget()
  private let walk: UnsafeMutablePointer<cscan_walk>
  private let passed: UnsafeMutablePointer<cscan_passed>
  private let values: UnsafeMutablePointer<UInt64>
  private var isFull = false
  private var lookups = 0
  /// Objects that are not looked up, because too few before them were found: of a log without forms soon nearly none is.
  private var skips = 0
  /// The object that is looked up is a whole record.
  private var isRecord = false
  /// Whole records that are not looked up, and how many too long ones came one after the other: of these only the parts are alike.
  private var recordSkips = 0
  private var tooLong = 0
  private var pause = 0
  /// Objects that were matched since the graph was looked over.
  private(set) var hits = 0

  /// - Parameter instructions: those to match by; nil for a table that learns nothing and takes no memory.
  init(_ instructions: FormInstructions? = .best) {
    learns = instructions != nil
    let room = learns ? 1 : 0
    unsafe kernel = (instructions ?? .portable).kernel
    graph = FormGraph(room: room)
    paths = FormPaths(room: room)
    unsafe walk = .allocate(capacity: 1)
    unsafe passed = .allocate(capacity: room * Self.stepLimit + 1)
    unsafe passed.initialize(repeating: cscan_passed(), count: room * Self.stepLimit + 1)
    unsafe values = .allocate(capacity: room * Self.stepLimit + 1)
    unsafe values.initialize(repeating: 0, count: room * Self.stepLimit + 1)
    unsafe walk.initialize(to: cscan_walk(at: 0, path: 0, step: 0, count: 0, passed: passed, values: values))
  }

  deinit {
    unsafe walk.deallocate()
    unsafe passed.deallocate()
    unsafe values.deallocate()
  }

  /// The form of the object that begins at an offset; nil where it has none that is known, or comes near the end of the bytes.
  /// - Parameter base: from where the tape counts.
  @inline(__always)
  mutating func match(_ bytes: RawSpan, at start: Int, from base: Int) -> Match? {
    if graph.stepCount == 0 { return nil }
    if skips > 0 {
      skips &-= 1
      return nil
    }
    isRecord = start == base
    if isRecord, recordSkips > 0 {
      recordSkips &-= 1
      return nil
    }
    lookups &+= 1
    unsafe walk.pointee.at = UInt64(truncatingIfNeeded: start &- base)
    unsafe walk.pointee.path = paths.beginning
    unsafe walk.pointee.step = graph.head(bytes, at: start, isRoot: isRecord)
    unsafe walk.pointee.count = 0
    let stop = walkOn(bytes, from: base)
    return stop == CSCAN_MATCHED ? found(from: base) : matchOn(bytes, from: base, after: stop)
  }

  @inline(__always)
  private mutating func found(from base: Int, loneSurrogates: Int = 0) -> Match? {
    guard let path = unsafe paths.find(walk, graph) else { return nil }
    hits &+= 1
    if isRecord { tooLong = 0 }
    return unsafe Match(
      end: base &+ Int(truncatingIfNeeded: walk.pointee.at), words: Int(path.words), depth: Int(path.depth),
      lineFeeds: Int(path.lineFeeds), loneSurrogates: loneSurrogates, form: path.form)
  }

  /// Goes on from where a walk stopped.
  @inline(never)
  private mutating func matchOn(_ bytes: RawSpan, from base: Int, after stop: Int) -> Match? {
    var stop = stop
    var loneSurrogates = 0
    while true {
      switch stop {
      case CSCAN_MATCHED: return found(from: base, loneSurrogates: loneSurrogates)
      case CSCAN_STRANGE_STRING:
        guard let flags = passString(bytes, from: base) else { return nil }
        if flags & TapeEntry.loneSurrogateFlag != 0 { loneSurrogates &+= 1 }
      case CSCAN_STRANGE_SCALAR: guard passScalar(bytes, from: base) else { return nil }
      case CSCAN_TOO_LONG:
        if !isRecord { return nil }
        tooLong = min(tooLong &+ 1, Self.longestRun)
        if tooLong > Self.shortestRun { recordSkips = tooLong }
        return nil
      default: return nil
      }
      stop = walkOn(bytes, from: base)
    }
  }

  /// The words of the last match that are values: all that differs between objects of its form.
  @inline(__always)
  var matchedValues: Span<UInt64> {
    @_lifetime(borrow self)
    get {
      // Behind the last step, which ends the object, no value stands.
      let count = unsafe max(1, Int(walk.pointee.count)) &- 1
      return unsafe _overrideLifetime(Span(_unsafeStart: values, count: count), borrowing: self)
    }
  }

  /// Writes the tape of the match that was found last.
  func write(_ match: Match, into tape: inout MutableSpan<UInt64>, at index: Int) {
    unsafe tape.withUnsafeMutableBufferPointer { unsafe write(match, to: $0, at: index) }
  }

  func write(_ match: Match, into tape: inout [UInt64]) {
    unsafe tape.withUnsafeMutableBufferPointer { unsafe write(match, to: $0, at: 0) }
  }

  @inline(__always)
  private func write(_ match: Match, to target: UnsafeMutableBufferPointer<UInt64>, at index: Int) {
    guard let address = target.baseAddress, index &+ match.words <= target.count else { return }
    unsafe withUnsafePointer(to: paths.outline) { outline in
      guard let write = unsafe kernel.write else {
        return unsafe graph.writePortably(walk, outline, address + index)
      }
      unsafe write(graph.graph, walk, outline, address + index)
    }
  }

  @inline(__always)
  private func walkOn(_ bytes: RawSpan, from base: Int) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let address = buffer.baseAddress else { return CSCAN_MISSED }
      let input = unsafe (address + base).assumingMemoryBound(to: UInt8.self)
      let end = UInt64(truncatingIfNeeded: buffer.count &- base)
      guard let match = unsafe kernel.match else { return unsafe graph.walkPortably(input, end, walk) }
      return unsafe Int(match(graph.graph, input, end, walk))
    }
  }

  /// Checks a string that has more than plain ASCII in it.
  /// - Returns: its flags; nil where it is broken, or cut.
  private func passString(_ bytes: RawSpan, from base: Int) -> UInt64? {
    let place = unsafe Int(walk.pointee.count) &- 1
    let start = unsafe Int(truncatingIfNeeded: values[place])
    var flags: UInt64 = 0
    guard let end = try? bytes.endOfString(base &+ Int(truncatingIfNeeded: unsafe walk.pointee.at), &flags) else {
      return nil
    }
    unsafe values[place] = TapeEntry(offset: start &- 1, count: end &- base &- start, flags: flags).word
    unsafe walk.pointee.at = UInt64(truncatingIfNeeded: end &- base)
    return flags
  }

  private func passScalar(_ bytes: RawSpan, from base: Int) -> Bool {
    let place = unsafe Int(walk.pointee.count) &- 1
    let start = unsafe Int(truncatingIfNeeded: walk.pointee.at)
    guard let length = try? bytes.lengthOfScalar(base &+ start, isFinal: false) else { return false }
    unsafe values[place] = TapeEntry(offset: start, count: length, flags: 0).word
    unsafe walk.pointee.at = UInt64(truncatingIfNeeded: start &+ length)
    return true
  }
}

extension FormTable {
  /// Keeps the form of an object that was scanned.
  /// - Parameters:
  ///   - tape: the object's words, counted from a base.
  mutating func learn(_ bytes: RawSpan, from base: Int, tape: Span<UInt64>, end: Int) {
    // Near the end of the bytes nothing is matched.
    guard learns, skips == 0, bytes.byteCount - end >= 64 else { return }
    let object = base + TapeEntry(word: tape[0]).offset..<end
    let isRoot = object.lowerBound == base
    budget.pass(object, isRoot: isRoot)
    guard tape.count <= Self.wordLimit, object.count <= Self.lengthLimit else { return }
    if isFull {
      guard lookups >= Self.patience else { return }
      if hits * 2 < lookups { forget() } else { pause = 0 }
      (lookups, hits) = (0, 0)
      if isFull { return }
    }
    guard budget.affords(object, words: tape.count),
      !graph.isFilling || sightings.sees(bytes, from: base, tape: tape),
      let form = NewForm(bytes, from: base, tape: tape, end: end)
    else { return }
    if !graph.add(form, bytes, isRoot: isRoot) { isFull = true }
    budget.spend(comparisons: graph.takeComparisons())
  }

  private mutating func forget() {
    skips = pause
    pause = min(2 * pause + Self.patience, Self.longestPause)
    graph.forget()
    paths.forget()
    isFull = false
  }
}

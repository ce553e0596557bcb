import CScan

/// The forms of a log: programs write the same keys in the same order again and again, so that most objects differ from one that was
/// checked before in their values alone. Such an object is matched, not scanned: the text between two values is compared as a
/// whole, with all its keys and brackets, and each value is checked where it lies. What matches is JSON by RFC 8259 as
/// the other was; what does not is left to the scanner.
///
///     {"sequence":  0  ,"dialogId":"  64613a6f-…  ","event":{"type":"ContentEvent","message":"  Hello  "}}
///     text          value  text        value        text (words of the platform are part of it)   value  text
@safe
struct FormTable: ~Copyable {
  /// Longer objects are too many to be alike.
  static let lengthLimit = 4096
  /// Values of one form.
  static let valueLimit = 96
  private static let wordLimit = 12 << 10
  /// Objects after which a full table is emptied, if not half of them were found in it.
  private static let patience = 4096
  private static let longestPause = 1 << 18

  struct Match {
    /// Where the object ends.
    var end: Int
    let words, depth, lineFeeds: Int
    var loneSurrogates = 0
    /// The number of the form, which is never used again.
    let form: UInt32
    fileprivate let firstWord: Int
  }

  private struct Form {
    let firstWord, words, depth, lineFeeds: Int
  }

  private let learns: Bool
  private let kernel: cscan_kernel
  private var tree: FormTree
  private let walk: UnsafeMutablePointer<cscan_walk>
  private let passed: UnsafeMutablePointer<cscan_passed>
  private let values: UnsafeMutablePointer<UInt64>
  private let words: UnsafeMutablePointer<UInt64>
  private var wordCount = 0
  private let forms: UnsafeMutablePointer<Form>
  private(set) var formCount = 0
  /// Forms that were forgotten.
  private var forgotten: UInt32 = 0
  private var isFull = false
  private var lookups = 0
  /// Objects that are not looked up, because too few before them were found: of a log without forms soon nearly none is.
  private var skips = 0
  private var pause = 0
  /// Objects that were matched since the table was looked over.
  private(set) var hits = 0

  /// - Parameter instructions: those to match by; nil for a table that learns nothing and takes no memory.
  init(_ instructions: FormInstructions? = .best) {
    learns = instructions != nil
    let room = learns ? 1 : 0
    unsafe kernel = (instructions ?? .portable).kernel
    tree = FormTree(room: room)
    // Room that is not used costs addresses, not memory.
    unsafe words = .allocate(capacity: room * Self.wordLimit)
    unsafe forms = .allocate(capacity: room * FormTree.stepLimit)
    unsafe walk = .allocate(capacity: 1)
    unsafe passed = .allocate(capacity: room * (Self.valueLimit + 1))
    unsafe passed.initialize(repeating: cscan_passed(), count: room * (Self.valueLimit + 1))
    unsafe values = .allocate(capacity: room * (Self.valueLimit + 1))
    unsafe values.initialize(repeating: 0, count: room * (Self.valueLimit + 1))
    unsafe walk.initialize(to: cscan_walk(at: 0, next: 0, count: 0, passed: passed, values: values))
  }

  deinit {
    unsafe words.deallocate()
    unsafe forms.deallocate()
    unsafe walk.deallocate()
    unsafe passed.deallocate()
    unsafe values.deallocate()
  }

  /// The form of the object that begins at an offset; nil where it has none that is known, or comes near the end of the bytes.
  /// - Parameter base: from where the tape counts.
  @inline(__always)
  mutating func match(_ bytes: RawSpan, at start: Int, from base: Int) -> Match? {
    if formCount == 0 { return nil }
    if skips > 0 {
      skips &-= 1
      return nil
    }
    lookups &+= 1
    unsafe walk.pointee.at = UInt64(truncatingIfNeeded: start &- base)
    unsafe walk.pointee.next = tree.first(bytes, at: start, isRoot: start == base)
    unsafe walk.pointee.count = 0
    let stop = walkOn(bytes, from: base)
    return stop == CSCAN_MATCHED ? found(from: base) : matchOn(bytes, from: base, after: stop)
  }

  @inline(__always)
  private mutating func found(from base: Int, loneSurrogates: Int = 0) -> Match {
    hits &+= 1
    let form = unsafe forms[Int(walk.pointee.next)]
    return unsafe Match(
      end: base &+ Int(truncatingIfNeeded: walk.pointee.at), words: form.words, depth: form.depth,
      lineFeeds: form.lineFeeds, loneSurrogates: loneSurrogates, form: forgotten &+ walk.pointee.next,
      firstWord: form.firstWord)
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
    guard let write = unsafe kernel.write else {
      return unsafe writePortably(words + match.firstWord, walk, address + index)
    }
    unsafe write(words + match.firstWord, walk, address + index)
  }

  @inline(__always)
  private func walkOn(_ bytes: RawSpan, from base: Int) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let address = buffer.baseAddress else { return CSCAN_MISSED }
      let input = unsafe (address + base).assumingMemoryBound(to: UInt8.self)
      let end = UInt64(truncatingIfNeeded: buffer.count &- base)
      guard let match = unsafe kernel.match else {
        return unsafe walkPortably(tree.steps, tree.texts, input, end, walk)
      }
      return unsafe Int(match(tree.steps, tree.texts, input, end, walk))
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
    guard learns, skips == 0 else { return }
    if isFull {
      guard lookups >= Self.patience else { return }
      if hits * 2 < lookups { forget() } else { pause = 0 }
      (lookups, hits) = (0, 0)
      if isFull { return }
    }
    guard let form = NewForm(bytes, from: base, tape: tape, end: end) else { return }
    guard formCount < FormTree.stepLimit, wordCount + form.words.count <= Self.wordLimit,
      let isNew = tree.add(form, number: UInt32(formCount), bytes, isRoot: TapeEntry(word: tape[0]).offset == 0)
    else {
      isFull = true
      return
    }
    // Known already: it was not found because it stood near the end of the bytes.
    if !isNew { return }
    let number = forgotten &+ UInt32(formCount)
    unsafe forms[formCount] = Form(
      firstWord: wordCount, words: tape.count, depth: form.depth, lineFeeds: form.lineFeeds)
    formCount += 1
    for (place, word) in form.words.enumerated() {
      // The object itself comes first.
      let entry = TapeEntry(word: word)
      unsafe words[wordCount] = place == 0 ? entry.having(form: number).word : word
      wordCount += 1
    }
  }

  private mutating func forget() {
    forgotten &+= UInt32(formCount)
    skips = pause
    pause = min(2 * pause + Self.patience, Self.longestPause)
    tree.forget()
    (wordCount, formCount, isFull) = (0, 0, false)
  }
}

import CScan

/// The tree of steps that forms are: what two of them have in common they share.
///
///     {"kind":"  request  ","id":"  7f3a…  "}
///                                    …     ","body":{}}
@safe
struct FormTree: ~Copyable {
  static let stepLimit = 2048
  private static let textLimit = 96 << 10
  /// Steps that may stand at one place, which are tried one after the other.
  private static let choiceLimit = 128

  let steps: UnsafeMutablePointer<cscan_step>
  let texts: UnsafeMutablePointer<UInt8>
  /// The first step is none.
  private var stepCount = 1
  private var textCount = 0
  /// The first of the steps that an object may begin with, by a byte of its first key: those of whole records, and those of the
  /// objects in them, of which there are many.
  private let heads: UnsafeMutablePointer<UInt32>
  private static let headCount = 64

  /// - Parameter room: 0 for a tree that takes no memory and to which nothing is added.
  init(room: Int) {
    unsafe steps = .allocate(capacity: room * Self.stepLimit)
    unsafe steps.initialize(repeating: cscan_step(), count: room)
    // The kernel compares 64 bytes at a time.
    unsafe texts = .allocate(capacity: room * (Self.textLimit + 64))
    unsafe heads = .allocate(capacity: 2 * Self.headCount)
    unsafe heads.initialize(repeating: 0, count: 2 * Self.headCount)
  }

  deinit {
    unsafe steps.deallocate()
    unsafe texts.deallocate()
    unsafe heads.deallocate()
  }

  /// The first of the steps that an object at an offset may begin with; 0 where there is none.
  @inline(__always)
  func first(_ bytes: RawSpan, at start: Int, isRoot: Bool) -> UInt32 {
    guard let head = Self.head(bytes, at: start, isRoot: isRoot) else { return 0 }
    return unsafe heads[head]
  }

  /// Nil where there is no room for a key.
  @inline(__always)
  private static func head(_ bytes: RawSpan, at start: Int, isRoot: Bool) -> Int? {
    guard start &+ 2 < bytes.byteCount else { return nil }
    return Int(bytes.byte(start &+ 2) & UInt8(headCount - 1)) &+ (isRoot ? headCount : 0)
  }

  /// - Parameter isRoot: it is a whole record.
  /// - Returns: whether it was not there before; nil where there is no room for it.
  mutating func add(_ form: NewForm, number: UInt32, _ bytes: RawSpan, isRoot: Bool) -> Bool? {
    // An object without a key is passed over as fast.
    guard let first = form.pieces.first, let last = form.pieces.last, first.text.count > 2 else { return false }
    guard let head = Self.head(bytes, at: first.text.lowerBound, isRoot: isRoot),
      stepCount + form.pieces.count <= Self.stepLimit,
      textCount + last.text.upperBound - first.text.lowerBound <= Self.textLimit
    else { return nil }
    let stepsBefore = stepCount
    var before: UInt32 = 0
    for piece in form.pieces {
      guard let step = step(for: piece, behind: before, head, form: number, bytes) else { return nil }
      before = step
    }
    return stepCount > stepsBefore
  }

  mutating func forget() {
    (stepCount, textCount) = (1, 0)
    unsafe heads.update(repeating: 0, count: 2 * Self.headCount)
  }

  /// The step for a piece of a form, which is added if new; nil where there are too many to choose from.
  private mutating func step(
    for piece: NewForm.Piece, behind before: UInt32, _ head: Int, form: UInt32, _ bytes: RawSpan
  ) -> UInt32? {
    // Longer texts stand first: a shorter one that fits too is the beginning of something else.
    var previous: UInt32 = 0
    var at = unsafe before == 0 ? heads[head] : steps[Int(before)].next
    var choices = 0
    var end = at
    while end != 0 {
      choices += 1
      end = unsafe steps[Int(end)].other
    }
    while at != 0 {
      let step = unsafe steps[Int(at)]
      if Int(step.length) < piece.text.count { break }
      if Int(step.length) == piece.text.count, Int(step.value) == piece.value,
        piece.text.indices.allSatisfy({
          unsafe bytes.byte($0) == texts[Int(step.text) + $0 - piece.text.lowerBound]
        })
      {
        return at
      }
      previous = at
      at = step.other
    }
    if choices >= Self.choiceLimit { return nil }
    let new = UInt32(stepCount)
    stepCount += 1
    let lastBlock = UInt64((piece.text.count - 1) % 64 + 1)
    unsafe steps[Int(new)] = cscan_step(
      mask: .max >> (64 - lastBlock), text: UInt32(textCount), length: UInt32(piece.text.count),
      next: piece.value == CSCAN_END ? form : 0, other: at, words: UInt16(piece.words), value: UInt16(piece.value),
      guess: 0)
    for offset in piece.text {
      unsafe texts[textCount] = bytes.byte(offset)
      textCount += 1
    }
    if previous != 0 {
      unsafe steps[Int(previous)].other = new
    } else if before != 0 {
      unsafe steps[Int(before)].next = new
    } else {
      unsafe heads[head] = new
    }
    return new
  }
}

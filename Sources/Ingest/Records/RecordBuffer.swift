/// The bytes at hand of one input, and where they stand in it.
///
///     [ read | unread | free ]        `start` and `filled` are the borders
///
/// Filling moves the unread bytes to the front and reads until the buffer is full; it grows, by doubling, only where the unread bytes fill it.
/// The last growth goes right to the limit, so that two buffers near it are never held at once.
struct RecordBuffer: ~Copyable {
  static let initialCapacity = 128 << 10

  private let source: any ByteSource
  private var storage: [UInt8]
  private(set) var start = 0
  private(set) var filled = 0
  /// The whole input has been read into the buffer.
  private(set) var isAtEnd = false
  /// Where `start` stands in the input's uncompressed bytes.
  private(set) var position = 0
  private let capacityLimit: Int

  /// - Parameter head: bytes of the source that were already read.
  init(_ source: any ByteSource, head: [UInt8] = [], capacity: Int = initialCapacity, capacityLimit: Int) {
    self.source = source
    self.capacityLimit = max(capacityLimit, capacity)
    storage = head + [UInt8](repeating: 0, count: max(0, capacity - head.count))
    filled = head.count
  }

  var unread: Int { filled - start }
  var capacity: Int { storage.count }
  var isFull: Bool { unread == capacity }

  /// Scans the value at an offset from `start`, of which nothing lies behind an end; offsets in the outcome are counted from the value's.
  func scan(_ scanner: inout JSONScanner, from offset: Int = 0, to end: Int) -> JSONScanner.Outcome {
    unsafe scanner.scan(storage.span.bytes.extracting(start + offset..<start + end), from: 0, isFinal: true)
  }

  /// Scans the value at an offset from `start`, looking no further than an end, whatever more is at hand: what is said of a record
  /// must not depend on where the buffer ends.
  @inline(__always)
  func scan(
    _ scanner: inout JSONScanner, from offset: Int = 0, within end: Int, isMissed: Bool = false
  ) -> JSONScanner.Outcome {
    let last = min(end, unread)
    return unsafe scanner.scan(
      storage.span.bytes.extracting(start + offset..<start + last), from: 0, isFinal: isAtEnd && last == unread,
      isMissed: isMissed)
  }

  /// Matches the object that is the first unread value; nil where its form is not known.
  @inline(__always)
  func match(_ scanner: inout JSONScanner) -> FormTable.Match? {
    unsafe scanner.match(storage.span.bytes.extracting(start..<filled), from: 0)
  }

  /// Lends the values of the object that was matched.
  @inline(__always)
  func withMatchedValues<Result>(_ scanner: borrowing JSONScanner, _ body: (JSONRecord) -> Result) -> Result {
    unsafe body(
      JSONRecord(
        bytes: storage.span.bytes.extracting(start..<filled), tape: scanner.matchedValues, form: scanner.form))
  }

  /// Lends the value that was scanned at an offset.
  @inline(__always)
  func withRecord<Result>(
    _ scanner: borrowing JSONScanner, from offset: Int = 0, _ body: (JSONRecord) -> Result
  ) -> Result {
    unsafe body(
      JSONRecord(
        bytes: storage.span.bytes.extracting(start + offset..<filled),
        tape: scanner.tape.span.extracting(first: scanner.words), form: scanner.form))
  }

  /// Lends bytes that are no record, and a scanner for what may lie in them.
  func withText<Result>(
    _ count: Int, _ scanner: inout JSONScanner, _ body: (RawSpan, inout JSONScanner) -> Result
  ) -> Result {
    unsafe body(storage.span.bytes.extracting(start..<start + count), &scanner)
  }

  /// The byte at an offset from `start`; nil past the bytes at hand.
  @inline(__always)
  subscript(_ offset: Int) -> UInt8? { start + offset < filled ? storage[start + offset] : nil }

  /// - Returns: whether there are more bytes at hand than before.
  mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    if start > 0 {
      let from = start
      let count = unread
      unsafe storage.withUnsafeMutableBytes { bytes in
        let unreadBytes = unsafe UnsafeRawBufferPointer(rebasing: bytes[from..<from + count])
        unsafe bytes.copyMemory(from: unreadBytes)
      }
      start = 0
      filled = count
    }
    if filled == storage.count {
      let doubled = storage.count * 2
      let capacity = doubled > capacityLimit / 2 ? capacityLimit : doubled
      guard capacity > storage.count else { return false }
      storage.append(contentsOf: repeatElement(0, count: capacity - storage.count))
    }
    let before = filled
    while filled < storage.count {
      let count = source.read(into: &storage, at: filled)
      if count == 0 {
        isAtEnd = true
        break
      }
      filled += count
    }
    return filled > before
  }

  /// Begins anew at another position of the input, to which its source was moved.
  mutating func begin(at position: Int) {
    (start, filled, isAtEnd) = (0, 0, false)
    self.position = position
  }

  @inline(__always)
  mutating func consume(_ count: Int) {
    start += count
    position += count
  }

  /// The offset of the next line feed at or after an offset, reading on as long as there is room for the line.
  mutating func lineFeed(from offset: Int = 0) -> Int? {
    var offset = offset
    while true {
      while offset < unread {
        if storage[start + offset] == 0x0A { return offset }
        offset += 1
      }
      if !fill() { return nil }
    }
  }
}

/// What those who ship lines of text write before the line: syslog, the engines of containers and of processes, Kafka's tools.
///
///     <14>1 2026-03-02T18:00:00.000Z host bot 123 - - socket closed: 1006
///     2026-03-02T18:00:00.000000000Z stdout F [bot.js] connected: {…}
///     2026-03-02T18:00:00.000000+00:00 app[web.1]: [bot.js] connected: {…}
///     bot-1  | [bot.js] connected: {…}
struct ShipperPrefix {
  /// RFC 5424: the time is followed by four words and the structured data.
  private var isStructuredSyslog = false
  private var times = 0
  /// What follows the time is a shipper's, so that the line may have a time of its own.
  private(set) var isBehindTime = false

  /// Takes what stands before the time.
  init(_ bytes: RawSpan, _ cursor: inout TextCursor) {
    takePriority(bytes, &cursor)
    takePipe(bytes, &cursor)
    var next = cursor
    if next.take("CreateTime:", bytes) || next.take("LogAppendTime:", bytes) { cursor = next }
  }

  /// `<14>`, and the version that RFC 5424 writes behind it.
  private mutating func takePriority(_ bytes: RawSpan, _ cursor: inout TextCursor) {
    var next = cursor
    guard next.take("<", bytes), !next.takeDigits(bytes, upTo: 3).isEmpty, next.take(">", bytes) else { return }
    cursor = next
    guard next.take("1 ", bytes) else { return }
    isStructuredSyslog = true
    cursor = next
  }

  /// `bot-1  | `, and `0|bot  | ` with the number of the process.
  private mutating func takePipe(_ bytes: RawSpan, _ cursor: inout TextCursor) {
    var next = cursor
    let number = next.takeDigits(bytes, upTo: 4)
    if number.isEmpty || !next.take("|", bytes) { next = cursor }
    guard !next.takeWord(bytes, upTo: 64).isEmpty, next.peek(bytes)?.isBlank == true else { return }
    next.skipBlanks(bytes)
    guard next.take("|", bytes), next.peek(bytes)?.isBlank == true else { return }
    cursor = next
    isBehindTime = true
  }

  /// Takes what stands behind a time.
  mutating func passedTime(isYearless: Bool, _ bytes: RawSpan, _ cursor: inout TextCursor) {
    times += 1
    isBehindTime = false
    guard times == 1 else { return }
    var next = cursor
    next.skipBlanks(bytes)
    let isTaken =
      isStructuredSyslog
      ? Self.takeStructured(bytes, &next)
      : Self.takeOutput(bytes, &next) || Self.takeProgram(bytes, &next, needsNumber: !isYearless)
    guard isTaken else { return }
    cursor = next
    isBehindTime = true
  }

  /// `stdout F`: a whole line of a container's output, or `P`, a part of one.
  private static func takeOutput(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Bool {
    guard cursor.take("stdout ", bytes) || cursor.take("stderr ", bytes) else { return false }
    return cursor.take("F ", bytes) || cursor.take("P ", bytes)
  }

  /// Syslog's `host program[123]:`, and `app[web.1]:` of platforms that run programs.
  private static func takeProgram(_ bytes: RawSpan, _ cursor: inout TextCursor, needsNumber: Bool) -> Bool {
    let start = cursor
    guard !cursor.takeWord(bytes).isEmpty else { return false }
    if cursor.peek(bytes)?.isBlank == true {
      cursor.skipBlanks(bytes)
      guard !cursor.takeWord(bytes).isEmpty else {
        cursor = start
        return false
      }
    }
    let isNumbered = cursor.take("[", bytes)
    if isNumbered {
      _ = cursor.takeWord(bytes, upTo: 40)
      guard cursor.take("]", bytes) else {
        cursor = start
        return false
      }
    }
    if cursor.take(":", bytes), isNumbered || !needsNumber { return true }
    cursor = start
    return false
  }

  /// `host program 123 id -`, or with data in brackets.
  private static func takeStructured(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Bool {
    for _ in 0..<4 {
      guard !cursor.takeName(bytes).isEmpty else { return false }
      cursor.skipBlanks(bytes)
    }
    if cursor.take("-", bytes) { return true }
    while cursor.peek(bytes) == UInt8(ascii: "[") {
      guard let end = cursor.find(UInt8(ascii: "]"), bytes, within: 1000) else { return false }
      cursor.at = end + 1
    }
    return true
  }
}

import Model

/// What loggers write before the words of a line: a time, a level, names of hosts, threads, loggers and files.
///
///     2026-03-02T18:00:00.000Z - info: [bot.js] connected: {…}
///     18:00:00.000 [main] INFO  c.e.Bot - agent [kite] received message: {…}
///     Mar  2 18:00:00 host bot[123]: socket closed: 1006
struct LinePrefix {
  private(set) var time: LogTime?
  private(set) var hasLevel = false
  /// The file in brackets is a program's: `[bot.js]`.
  private(set) var namesScript = false
  /// Where the words begin.
  private(set) var end = 0

  /// Whether a logger wrote the line; without any of these, its words must tell.
  var isLog: Bool { time != nil || hasLevel || namesScript }

  /// The same, and the line is not one of a program that writes no prefixes and calls an event so: `error: {…}`.
  var isLoggers: Bool { time != nil || namesScript || hasLevel && !isEventsName }
  private var isEventsName = false

  /// More parts than any logger writes.
  private static let partLimit = 12
  private static let levels: [StaticString] = [
    "error", "warn", "warning", "info", "verbose", "debug", "silly", "trace", "fatal", "notice", "severe",
  ]

  init(_ bytes: RawSpan, to lineEnd: Int) {
    var cursor = TextCursor(at: 0, end: lineEnd)
    var shipper = ShipperPrefix(bytes, &cursor)
    for _ in 0..<Self.partLimit {
      cursor.skipBlanks(bytes)
      guard
        takeSeparator(bytes, &cursor) || takeTime(bytes, &cursor, &shipper) || takeLevel(bytes, &cursor)
          || takeBracket(bytes, &cursor) || takeLogger(bytes, &cursor)
      else { break }
    }
    cursor.skipBlanks(bytes)
    end = cursor.at
  }

  private func takeSeparator(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Bool {
    var next = cursor
    while next.peek(bytes) == UInt8(ascii: "-") { next.at += 1 }
    if next.at == cursor.at, !next.take("|", bytes), !next.take(":", bytes) { return false }
    guard cursor.at > 0, next.peek(bytes).map({ $0.isBlank || $0 == 0x1B }) ?? true else { return false }
    cursor = next
    return true
  }

  /// The program's own time follows that of who shipped its line, which is the whole one where only one is.
  private mutating func takeTime(
    _ bytes: RawSpan, _ cursor: inout TextCursor, _ shipper: inout ShipperPrefix
  ) -> Bool {
    guard time == nil || shipper.isBehindTime, let time = LogTime(bytes, &cursor) else { return false }
    if self.time?.isWhole != true { self.time = time }
    shipper.passedTime(isYearless: time.isYearless, bytes, &cursor)
    return true
  }

  /// A level is written in small letters and ends in a colon, or in capitals, or is coloured or follows a time.
  private mutating func takeLevel(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Bool {
    // Behind a file's name the word is the event's: `[agent.js] ERROR {…}`.
    if hasLevel || namesScript { return false }
    var next = cursor
    let word = next.takeWord(bytes, upTo: 8)
    guard Self.isLevel(bytes, word) else { return false }
    let isColored = next.peek(bytes) == 0x1B
    next.skipBlanks(bytes)
    let isCapital = bytes.byte(word.lowerBound) < UInt8(ascii: "a")
    if next.take(":", bytes) {
      guard next.peek(bytes).map({ $0.isBlank || $0 == 0x1B }) ?? true else { return false }
      isEventsName =
        !isColored && word.count < 6 && (bytes.contains("error", in: word) || bytes.contains("warn", in: word))
    } else {
      guard next.at > word.upperBound || next.at == next.end else { return false }
      guard isCapital || isColored || time != nil || next.peek(bytes) == UInt8(ascii: "[") else { return false }
    }
    hasLevel = true
    cursor = next
    return true
  }

  private static func isLevel(_ bytes: RawSpan, _ word: Range<Int>) -> Bool {
    guard word.count >= 4, word.count <= 7 else { return false }
    let isCapital = bytes.byte(word.lowerBound) < UInt8(ascii: "a")
    // `Error:` begins what an engine writes of an exception.
    guard word.allSatisfy({ bytes.byte($0).isLetter && (bytes.byte($0) < UInt8(ascii: "a")) == isCapital }) else {
      return false
    }
    return levels.contains { level in
      guard level.utf8CodeUnitCount == word.count else { return false }
      return word.indices.allSatisfy { unsafe bytes.byte($0) | 0x20 == level.utf8Start[$0 - word.lowerBound] }
    }
  }

  /// A time, a level or a name in brackets.
  private mutating func takeBracket(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Bool {
    guard cursor.peek(bytes) == UInt8(ascii: "["), let close = cursor.find(UInt8(ascii: "]"), bytes),
      close > cursor.at + 1
    else { return false }
    let inner = cursor.at + 1..<close
    guard inner.allSatisfy({ bytes.byte($0).mayStandInName }) else { return false }
    cursor.at = close + 1
    _ = cursor.take(":", bytes)
    var content = TextCursor(at: inner.lowerBound, end: close)
    content.skipBlanks(bytes)
    if time == nil, let time = LogTime(bytes, &content) {
      self.time = time
      return true
    }
    let word = content.takeWord(bytes)
    content.skipBlanks(bytes)
    if !hasLevel, content.at == close, Self.isLevel(bytes, word) {
      hasLevel = true
    } else if word.count > 3, content.at == close {
      var suffix = TextCursor(at: word.upperBound - 3, end: word.upperBound)
      if suffix.take(".js", bytes) { namesScript = true }
    }
    return true
  }

  /// A logger's or process's name that ` : ` or ` - ` ends, or logback's number of the process before `---`.
  private func takeLogger(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Bool {
    guard time != nil || hasLevel else { return false }
    var next = cursor
    guard !next.takeWord(bytes).isEmpty else { return false }
    let behind = next.at
    next.skipBlanks(bytes)
    guard next.at > behind, let mark = next.peek(bytes), mark == UInt8(ascii: ":") || mark == UInt8(ascii: "-") else {
      return false
    }
    while next.peek(bytes) == mark { next.at += 1 }
    guard next.peek(bytes).map({ $0.isBlank }) ?? true else { return false }
    cursor = next
    return true
  }
}

extension UInt8 {
  /// What a time, a thread's or a file's name is written with.
  fileprivate var mayStandInName: Bool {
    if self < 0x20 { return self == 0x1B }
    switch self {
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "\\"): return false
    default: return true
    }
  }
}

import Model

/// A log of lines of text, as bots and connectors write it: what a stream knows of the lines before the one in hand.
struct TextLog {
  static let info = LayoutInfo(
    "bot-log", "a line of a bot's or connector's text log",
    recognizedBy: "a time, a level or `[name.js]` before words, or words that the known programs write",
    tells: [
      .messageEvents, .conversationChanges, .agentChanges, .exchanges, .bots, .connections, .logins, .availability,
      .gatewayMessages,
    ])

  /// Lines that a logger wrote.
  private(set) var lines = 0
  /// They begin with what loggers write before the words.
  var hasPrefixes = false
  /// Lines that a logger wrote were found in the output of a container.
  var hasOutput = false
  /// What an engine writes when an exception ends its program: a header, then the stack.
  private enum Exception {
    case none, header, stack
  }
  private var exception = Exception.none
  private var lastTime: Timestamp?
  /// It says of the exception at hand that nobody caught it.
  private var isUncaught = false

  /// An exception that ended the program, if a start follows; or, where nobody caught it, if nothing does.
  struct Crash {
    /// Of the last line before it.
    let time: Timestamp?
    let evidence: Evidence
    let isUncaught: Bool
    /// So many records were read up to it.
    fileprivate(set) var records: Int
  }
  private(set) var crash: Crash?

  /// Where a start was told in a line without a time: it is dated by the next line that has one.
  var undatedStart: Evidence?

  var isUsed: Bool { lines > 0 }

  /// - Parameter isEmbedded: the line stands in a record, so that others of the input are no lines of text.
  mutating func begin(_ time: Timestamp?, isEmbedded: Bool) {
    if !isEmbedded { lines += 1 }
    exception = .none
    isUncaught = false
    lastTime = time ?? lastTime
  }

  /// What a line that a logger wrote says.
  mutating func passed(words: Range<Int>, _ line: RawSpan) {
    var cursor = TextCursor(at: words.lowerBound, end: words.upperBound)
    isUncaught = cursor.take("uncaught", line) || cursor.take("Uncaught", line)
  }

  /// A line that no logger wrote.
  mutating func passed(continuation line: RawSpan, at evidence: Evidence, records: Int) {
    var cursor = TextCursor(at: 0, end: line.byteCount)
    if cursor.take("Uncaught ", line) || tellsUncaught(line) { isUncaught = true }
    let word = cursor.takeWord(line)
    if word.count >= 5, line.ends(word, with: "Error") || line.ends(word, with: "Exception") {
      exception = .header
    } else if line.contains("at ", in: 0..<min(3, line.byteCount)) {
      if exception == .header {
        exception = .stack
        crash = Crash(time: lastTime, evidence: evidence, isUncaught: isUncaught, records: records)
      }
    }
    // In the output of a container each line of the stack is a record.
    if exception == .stack { crash?.records = records }
  }

  /// A record in which a logger tells of an exception that nobody caught.
  mutating func passed(uncaughtAt evidence: Evidence, records: Int) {
    crash = Crash(time: lastTime, evidence: evidence, isUncaught: true, records: records)
  }

  /// Java's first words, and the mark below the line of source that Node shows only of what ends the program.
  private func tellsUncaught(_ line: RawSpan) -> Bool {
    var cursor = TextCursor(at: 0, end: line.byteCount)
    if cursor.take("Exception in thread ", line) { return true }
    cursor.skipBlanks(line)
    guard cursor.take("^", line) else { return false }
    while cursor.take("^", line) {}
    cursor.skipBlanks(line)
    return cursor.isAtEnd || line.byte(cursor.at) == UInt8(ascii: "\r")
  }

  /// A program whose connection closes or is tried again is the one that ran before.
  mutating func passed(_ kind: AgentEvent.Kind) {
    if kind != .connected { crash = nil }
  }

  mutating func takeCrash() -> Crash? { crash.take() }
}

extension RawSpan {
  fileprivate func ends(_ word: Range<Int>, with literal: StaticString) -> Bool {
    word.count >= literal.utf8CodeUnitCount
      && contains(literal, in: word.upperBound - literal.utf8CodeUnitCount..<word.upperBound)
  }
}

extension Stream {
  /// A program began to run; if the one before ended by an exception, that is told too.
  mutating func noteStart() {
    if let crash = textLog.takeCrash() { note(AgentEvent(.crashed, time: crash.time)) }
    if envelope.time == nil { textLog.undatedStart = evidence } else { note(AgentEvent(.started, time: envelope.time)) }
  }

  /// The record in hand tells of an exception that nobody caught.
  mutating func noteUncaught() {
    needsWholeStream()
    textLog.passed(uncaughtAt: evidence, records: summary.records + 1)
  }

  /// The log ends, and with it the program, if its last words were an exception that nobody caught.
  mutating func noteEnd() {
    guard let crash = textLog.takeCrash(), crash.isUncaught, crash.records == summary.records else { return }
    ownEvents.add(AgentEvent(.crashed, time: crash.time), evidence: crash.evidence, into: &facts)
  }

  /// A line has a time: what waited for one is dated.
  mutating func dateStart() {
    guard let start = textLog.undatedStart, envelope.time != nil else { return }
    textLog.undatedStart = nil
    ownEvents.add(AgentEvent(.started, time: envelope.time), evidence: start, into: &facts)
  }
}

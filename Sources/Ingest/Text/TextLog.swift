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
  /// What an engine writes when an exception ends its program: a header, then the stack.
  private enum Exception {
    case none, header, stack
  }
  private var exception = Exception.none
  private var lastTime: Timestamp?
  /// The program ended by an exception, the last line before it being of this time, if a start follows.
  private(set) var crash: (isLikely: Bool, time: Timestamp?) = (false, nil)

  /// Where a start was told in a line without a time: it is dated by the next line that has one.
  var undatedStart: Evidence?

  var isUsed: Bool { lines > 0 }

  /// - Parameter isEmbedded: the line stands in a record, so that others of the input are no lines of text.
  mutating func begin(_ time: Timestamp?, isEmbedded: Bool) {
    if !isEmbedded { lines += 1 }
    exception = .none
    lastTime = time ?? lastTime
  }

  /// A line that no logger wrote.
  mutating func passed(continuation line: RawSpan) {
    var cursor = TextCursor(at: 0, end: line.byteCount)
    _ = cursor.take("Uncaught ", line)
    let word = cursor.takeWord(line)
    if word.count >= 5, line.ends(word, with: "Error") || line.ends(word, with: "Exception") {
      exception = .header
    } else if line.contains("at ", in: 0..<min(3, line.byteCount)) {
      if exception == .header {
        exception = .stack
        crash = (true, lastTime)
      }
    }
  }

  /// A program whose connection closes or is tried again is the one that ran before.
  mutating func passed(_ kind: AgentEvent.Kind) {
    if kind != .connected { crash = (false, nil) }
  }

  mutating func takeCrash() -> (isLikely: Bool, time: Timestamp?) {
    defer { crash = (false, nil) }
    return crash
  }
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
    let crash = textLog.takeCrash()
    if crash.isLikely { note(AgentEvent(.crashed, time: crash.time)) }
    if envelope.time == nil { textLog.undatedStart = evidence } else { note(AgentEvent(.started, time: envelope.time)) }
  }

  /// A line has a time: what waited for one is dated.
  mutating func dateStart() {
    guard let start = textLog.undatedStart, envelope.time != nil else { return }
    textLog.undatedStart = nil
    ownEvents.add(AgentEvent(.started, time: envelope.time), evidence: start, into: &facts)
  }
}

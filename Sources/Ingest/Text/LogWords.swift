/// What the words of a log line say: the name of an event or a call, or one of the sentences that the known programs write.
///
/// Known are the vendor's sample bots (`bot.js`, `agent.js`, `manager.js`, `reader.js`, MyCoolAgent) and the Java connectors for SMS.
struct LogWords {
  enum Meaning {
    case unknown
    /// Known, and nothing to judge.
    case idle(String)
    /// An event of the connection, or the answer to a call.
    case connection(Keyword)
    /// A record follows.
    case record
    /// Whose program it is; `isReading` where a record follows.
    case owner(Range<Int>, isReading: Bool)
    /// A record follows, which a consumer's program received.
    case consumers
    case failedLogin(Range<Int>)
    case joined(Range<Int>)
    case started
    case sentSMS
  }

  private(set) var meaning = Meaning.unknown
  /// Behind the words that were understood.
  private(set) var end: Int

  var isKnown: Bool { if case .unknown = meaning { false } else { true } }
  var isStart: Bool { if case .started = meaning { true } else { false } }

  init(_ bytes: RawSpan, from start: Int, to end: Int) {
    var cursor = TextCursor(at: start, end: end)
    self.end = start
    meaning = Self.sentence(bytes, &cursor) ?? Self.name(bytes, &cursor)
    self.end = cursor.at
  }

  private static func sentence(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Meaning? {
    let start = cursor
    if cursor.take("agent [", bytes), let close = cursor.find(UInt8(ascii: "]"), bytes) {
      let user = cursor.at..<close
      cursor.at = close + 1
      if takes("received message:", bytes, &cursor) { return .owner(user, isReading: true) }
    }
    cursor = start
    if cursor.take("consumer", bytes), takes("received message:", bytes, &cursor) { return .consumers }
    cursor = start
    if cursor.take("sending request:", bytes) { return .record }
    if cursor.take("Got an unhandled message:", bytes) { return .record }
    if cursor.take("connection opened", bytes) { return .connection(.connected) }
    if cursor.take("connection closed", bytes) || cursor.take("socket closed", bytes) { return .connection(.closed) }
    if cursor.take("got an error", bytes) { return .connection(.error) }
    if cursor.take("sent SMS {", bytes) { return .sentSMS }
    if cursor.take("failed to authenticate agent ", bytes) { return .failedLogin(cursor.takeName(bytes)) }
    for words in Self.idle where cursor.take(words, bytes) { return .idle("log line") }
    return tellsStart(bytes, cursor) ? .started : nil
  }

  private static let idle: [StaticString] = [
    "SMS response", "ignoring duplicate message", "conversation resumed", "transferring conversation",
    "leaving conversation",
  ]

  private static func takes(_ literal: StaticString, _ bytes: RawSpan, _ cursor: inout TextCursor) -> Bool {
    cursor.skipBlanks(bytes)
    return cursor.take(literal, bytes)
  }

  /// What npm, pm2 and Spring Boot write when they start a program.
  private static func tellsStart(_ bytes: RawSpan, _ start: TextCursor) -> Bool {
    var cursor = start
    if cursor.take("> node ", bytes) { return true }
    cursor = start
    if cursor.take("> ", bytes) { return isPackage(bytes, cursor.takeName(bytes)) }
    cursor = start
    if cursor.take("App [", bytes) {
      return bytes.contains("] online", in: cursor.at..<min(cursor.end, cursor.at + 200))
    }
    cursor = start
    return cursor.take("Started ", bytes)
      && bytes.contains(" seconds", in: cursor.at..<min(cursor.end, cursor.at + 200))
  }

  /// `beacon-bot@2.3.1`: what npm names before the command that it runs.
  private static func isPackage(_ bytes: RawSpan, _ word: Range<Int>) -> Bool {
    var cursor = TextCursor(at: word.lowerBound, end: word.upperBound)
    guard let at = cursor.find(UInt8(ascii: "@"), bytes), at > word.lowerBound else { return false }
    cursor.at = at + 1
    let major = cursor.takeDigits(bytes, upTo: 6)
    return !major.isEmpty && cursor.take(".", bytes) && !cursor.takeDigits(bytes, upTo: 6).isEmpty
  }

  /// `connected:`, `cqm.ExConversationChangeNotification:`, `CONTENT_NOTIFICATION`: the first word alone.
  private static func name(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Meaning {
    let word = cursor.takeWord(bytes)
    if word.isEmpty { return .unknown }
    let isName = cursor.take(":", bytes)
    cursor.skipBlanks(bytes)
    var end = word.upperBound
    while end > word.lowerBound, bytes.byte(end - 1) == UInt8(ascii: ".") { end -= 1 }
    let isPlain = isName || end < word.upperBound || cursor.isAtEnd
    let keyword = KeywordTable.all.find(bytes, word.lowerBound, end - word.lowerBound, ignoringCase: true)
    switch keyword {
    case .connected, .closed, .error, .success, .reconnecting, .warn:
      // These are words of every language's sentences too.
      guard isPlain || isCapital(bytes, word) || keyword == .reconnecting else { return .unknown }
      return .connection(keyword)
    case .socketClosed, .setAgentState, .subscribeExConversations, .subscribeRoutingTasks, .subscribeMessagingEvents,
      .getClock:
      return .connection(keyword)
    case .agentId:
      return isName ? .owner(cursor.takeName(bytes), isReading: false) : .unknown
    case .acceptWaitingConversations: return .joined(conversation(bytes, &cursor))
    case .subscribeAgentsState, .joinConversation, .getConsumerProfile, .sendText, .markAsRead: return .idle("answer")
    default: return isNotification(bytes, word) ? .record : .unknown
    }
  }

  private static func isCapital(_ bytes: RawSpan, _ word: Range<Int>) -> Bool {
    word.allSatisfy { !bytes.byte($0).isLetter || bytes.byte($0) < UInt8(ascii: "a") }
  }

  /// `cqm.ExConversationChangeNotification` and, by the sample bots, `CONVERSATION_NOTIFICATION`.
  private static func isNotification(_ bytes: RawSpan, _ word: Range<Int>) -> Bool {
    bytes.contains("Notification", in: word) || bytes.contains("_NOTIFICATION", in: word)
      || bytes.contains("OnlineEventDistribution", in: word)
  }

  /// Of `Joined conversation "<id>", "…"` the id; empty where it says `undefined`.
  private static func conversation(_ bytes: RawSpan, _ cursor: inout TextCursor) -> Range<Int> {
    guard cursor.take("Joined conversation \"", bytes), let close = cursor.find(UInt8(ascii: "\""), bytes) else {
      return cursor.at..<cursor.at
    }
    defer { cursor.at = close }
    return cursor.at..<close
  }
}

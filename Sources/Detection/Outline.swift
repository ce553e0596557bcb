import Model

/// What one look at a conversation's messages shows: enough for most detectors to see that there is nothing for them.
///
/// Surveys and screen sharing are left out. It asks no guard, so that it only says what may be there.
struct Outline {
  private(set) var holdsMessages = false
  /// The consumer wrote or tapped something.
  private(set) var consumerSpoke = false
  /// Each dialog with messages begins with one of the consumer.
  private(set) var consumerBegins = true
  /// A text of which nothing can be seen, or that is missing.
  private(set) var holdsInvisible = false
  /// Two messages of one dialog, of which the consumer sent neither, may be the same.
  private(set) var mayRepeat = false
  /// UTF-16 units of the longest text.
  private(set) var longestText: UInt32 = 0
  /// Milliseconds that the consumer's turns waited at the most: all there are where one was not answered or lacks a time.
  private(set) var longestWait = Int64.min
  /// The bot that answered a consumer first, if any did.
  private(set) var answeringBot: Identifier?
  /// Bots spoke by more than one id.
  private(set) var hasSeveralBots = false
  /// The latest of the last words of bots in each dialog.
  private(set) var botSpoke = Latest()

  private var lastBot: Identifier?
  private var lastWord = Earliest()
  private var isAsked = false
  private var open: (due: Timestamp?, inBurst: Bool)?

  static func of(_ subject: Subject) -> Outline {
    var outline = Outline()
    var speakers = subject.speakers
    let burst = subject.knowledge.shared.burst
    let all = subject.conversation.messages
    let messages = all.span
    var start = 0
    while start < messages.count {
      let dialog = messages[start].dialog
      let isLeftOut = !subject.conversation.dialog(at: Int(dialog)).holdsMessages
      var index = start
      while index < messages.count, messages[index].dialog == dialog {
        if !isLeftOut {
          let message = messages[index]
          let speaker = speakers.speaker(of: message, in: subject)
          outline.read(message, speaker, isFirst: index == start, burst: burst)
          if !speaker.isConsumer, !outline.mayRepeat {
            outline.mayRepeat = isSaid(message.contentHash, in: messages, start..<index)
          }
        }
        index += 1
      }
      outline.endDialog()
      start = index
    }
    return outline
  }

  private mutating func read(_ message: Message, _ speaker: Speaker, isFirst: Bool, burst: Int64) {
    holdsMessages = true
    switch message.text {
    case .absent, .blank, .placeholder: holdsInvisible = true
    case .masked, .present: longestText = max(longestText, message.utf16Count)
    case .none: break
    }
    let isPrivate = message.marks.contains(.privateNote)
    switch speaker {
    case .consumer where !isPrivate:
      consumerSpoke = true
      isAsked = true
      readTurn(message.time.moment, burst)
      return
    case .bot(let bot) where !isPrivate:
      if isAsked, answeringBot == nil { answeringBot = bot }
      if let lastBot, lastBot != bot { hasSeveralBots = true }
      (lastBot, lastWord) = (bot, message.time)
      endTurn(message.time.moment)
    case .human where !isPrivate, .agent where !isPrivate: endTurn(message.time.moment)
    default: break
    }
    if isFirst { consumerBegins = false }
  }

  /// The last message of a turn's first burst is the one that waits.
  private mutating func readTurn(_ time: Timestamp?, _ burst: Int64) {
    guard let turn = open else {
      open = (time, true)
      return
    }
    guard turn.inBurst else { return }
    if let due = turn.due, let time, time.milliseconds(since: due) <= burst {
      open = (time, true)
    } else {
      open = (turn.due, false)
    }
  }

  private mutating func endTurn(_ answered: Timestamp?) {
    guard let turn = open else { return }
    open = nil
    if let due = turn.due, let answered {
      longestWait = max(longestWait, answered.milliseconds(since: due))
    } else {
      longestWait = .max
    }
  }

  private mutating func endDialog() {
    if open != nil { longestWait = .max }
    open = nil
    isAsked = false
    botSpoke.fold(lastWord.moment)
    lastWord = Earliest()
  }

  /// Whether something of the same content stands before. In what is long it may, so that this costs the same for each message.
  private static func isSaid(_ contentHash: UInt32, in messages: Span<Message>, _ before: Range<Int>) -> Bool {
    if contentHash == 0 { return false }
    if before.count > 32 { return true }
    for index in before where messages[index].contentHash == contentHash { return true }
    return false
  }
}

extension Speaker {
  fileprivate var isConsumer: Bool { if case .consumer = self { true } else { false } }
}

import Model

/// A consumer's turn: all that the consumer said until an agent said something, and what became of it.
struct Turn {
  let dialog: Dialog
  let first: Message
  /// The last message of the turn's first burst, from which on it waits; people write in several short messages.
  let due: Message
  /// The first visible content of an agent after it.
  let answer: Subject.Thread.Entry?
  /// The last visible content of an agent before it.
  let previous: Subject.Thread.Entry?

  var began: Timestamp? { first.time.moment }

  /// Milliseconds from the end of the first burst, or from when the bot got the conversation, to the answer.
  func wait(of bot: Participant) -> Int64? {
    guard let asked = asked(bot), let answered = answer?.message.time.moment else { return nil }
    return max(0, answered.milliseconds(since: asked))
  }

  /// From when on it waits for a bot.
  func asked(_ bot: Participant) -> Timestamp? {
    due.time.moment.map { due in bot.assigned.moment.map { max($0, due) } ?? due }
  }

  var isAnsweredByBot: Bool { answer.map { if case .bot = $0.speaker { true } else { false } } ?? false }
}

extension Subject {
  /// The consumer's turns that waited for some milliseconds at least, dialog by dialog, in the order of speaking; surveys and screen
  /// sharing have none.
  func turns(waitingFor limit: Int64) -> [Turn] {
    if outline.longestWait < limit { return [] }
    var turns: [Turn] = []
    for thread in threads { collectTurns(of: thread, waitingFor: limit, into: &turns) }
    return turns
  }

  private func collectTurns(of thread: Thread, waitingFor limit: Int64, into turns: inout [Turn]) {
    let entries = thread.entries
    var previous: Int?
    var open: (first: Int, due: Int, inBurst: Bool)?
    func turn(_ open: (first: Int, due: Int, inBurst: Bool), answer: Int?) -> Turn {
      Turn(
        dialog: thread.dialog, first: entries[open.first].message, due: entries[open.due].message,
        answer: answer.map { entries[$0] }, previous: previous.map { entries[$0] })
    }
    for index in entries.indices {
      if entries[index].isFromConsumer {
        guard let turn = open else {
          open = (index, index, true)
          continue
        }
        let isClose = turn.inBurst && isBurst(entries[turn.due].message, entries[index].message)
        open = (turn.first, isClose ? index : turn.due, isClose)
      } else if entries[index].isVisibleContentOfAgent {
        if let open {
          let asked = entries[open.due].message.time.moment
          let isLong = asked.flatMap { asked in
            entries[index].message.time.moment.map { $0.milliseconds(since: asked) >= limit }
          }
          if isLong ?? true { turns.append(turn(open, answer: index)) }
        }
        open = nil
        previous = index
      }
    }
    if let open { turns.append(turn(open, answer: nil)) }
  }

  private func isBurst(_ one: Message, _ next: Message) -> Bool {
    guard let before = one.time.moment, let after = next.time.moment else { return false }
    return after.milliseconds(since: before) <= knowledge.shared.burst
  }

  /// The bot that had the conversation at a moment, or got it next where nobody had it yet: a consumer's first message mostly comes
  /// before anybody is assigned. Nil where a person had it, or nobody.
  func botInCharge(at moment: Timestamp) -> Participant? {
    var present: Participant?
    var next: Participant?
    // Of several that came in one moment, or at none that is known, the id decides, so that the order of reading says nothing.
    for participant in conversation.participants where participant.roles.contains(.assigned) {
      let participant = participant.spell(at: moment)
      let came = participant.assigned.moment
      if came.map({ $0 <= moment }) ?? true {
        if present.map({ order($0, participant, nobody: .min) }) ?? true { present = participant }
      } else if next.map({ order(participant, $0, nobody: .max) }) ?? true {
        next = participant
      }
    }
    guard let holder = present ?? next, knowledge.persons.kind(holder.id) == .bot else { return nil }
    if let came = holder.assigned.moment, isHandedOn(after: came, until: moment) { return nil }
    return holder
  }

  /// - Parameter nobody: stands for a moment that is not known.
  private func order(_ left: Participant, _ right: Participant, nobody: Int64) -> Bool {
    let (one, other) = (left.assigned.moment?.milliseconds ?? nobody, right.assigned.moment?.milliseconds ?? nobody)
    return one != other ? one < other : left.id.text(knowledge.names) < right.id.text(knowledge.names)
  }

  /// Whether whoever had it handed it on between two moments, or nobody had it any more: who got it came later, if anybody did.
  private func isHandedOn(after start: Timestamp, until end: Timestamp) -> Bool {
    func lies(_ moment: Timestamp?) -> Bool { moment.map { $0 > start && $0 <= end } ?? false }
    return lies(conversation.unassigned.earliest.moment) || lies(conversation.unassigned.latest.moment)
      || lies(conversation.transferred.moment) || lies(conversation.lastTransferred.moment)
  }

  /// Whether the conversation left a bot between two moments: handed on, taken over, or back in the queue.
  func isTakenAway(from bot: Participant, after start: Timestamp, until end: Timestamp) -> Bool {
    if isHandedOn(after: start, until: end) { return true }
    func lies(_ moment: Timestamp?) -> Bool { moment.map { $0 > start && $0 <= end } ?? false }
    let person = knowledge.persons.find(bot.id)
    return conversation.participants.contains { other in
      other.roles.contains(.assigned) && (lies(other.assigned.moment) || lies(other.lastAssigned.moment))
        && !knowledge.persons.isSame(other.id, as: bot.id, person)
    }
  }

  /// Whether the bot had said that it was away, on purpose.
  func isAway(_ bot: Participant, at moment: Timestamp) -> Bool {
    let last = knowledge.timeline(of: bot.id)?.availability(at: moment)
    switch last?.availability {
    case .away, .backSoon: return true
    // Exports call whoever lost the connection offline, too.
    case .offline: return last?.isOfProgram ?? false
    default: return false
    }
  }
}

extension Subject.Thread.Entry {
  /// Something of a bot or a person that the consumer can see.
  var isVisibleContentOfAgent: Bool {
    switch speaker {
    case .consumer, .system: false
    case .bot, .human, .agent: !message.marks.contains(.privateNote)
    }
  }
}

extension Subject {
  /// Whether the log tells what became of turns; where it does not, that is noted.
  func showsTurns(_ examination: inout Examination) -> Bool {
    guard knowledge.knowsBots else {
      examination.setAside(.noBotKnown)
      return false
    }
    guard showsMessages else {
      examination.setAside(.noMessages)
      return false
    }
    // Tables of messages do not say whose conversation it was.
    guard hadHolder else {
      examination.setAside(.noHolder)
      return false
    }
    if !conversation.marks.contains(.messagesListed), let firstBot, !knowledge.showsWords(of: firstBot.person) {
      examination.setAside(.botUnheard)
      return false
    }
    if conversation.isPartial {
      examination.leaveUndecided()
      return false
    }
    return true
  }

  /// Milliseconds from a turn that was never answered to where the conversation, or the log of it, ends.
  func silence(after turn: Turn, bot: Participant) -> Int64? {
    guard let due = turn.asked(bot) else { return nil }
    let closed = conversation.isClosed ? conversation.closedAsOf.moment : nil
    return (closed ?? messagesEnd(bot.id)).map { max(0, $0.milliseconds(since: due)) }
  }
}

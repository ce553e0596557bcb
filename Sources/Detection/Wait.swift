import Model

/// A consumer's turn that a bot left without an answer for long.
struct Wait: Sendable, Hashable {
  let conversation: Identifier
  let bot: Identifier
  /// Milliseconds until it was answered after all.
  let milliseconds: Int64?
  let person: Persons.Person
  let account: Identifier
  /// When the bot last spoke before it; nil where it had not spoken yet.
  let lastSpoke: Timestamp?
  let began: Timestamp
  /// When it was answered after all.
  let answered: Timestamp?
  /// The outage of the bot that explains it.
  let outage: Outage?
  /// The consumer came back so late that the bot may ignore it on purpose.
  let isLate: Bool
  let evidence: Evidence
}

extension Subject {
  /// What a turn comes to for the bot that had it.
  enum TurnVerdict {
    /// Held back by a guard, or no turn of a bot's.
    case excused
    case undecided
    case answered(wait: Int64)
    case unanswered
  }

  /// What became of a turn, and whose it was.
  /// - Parameter limit: milliseconds that a turn may wait; what ends it before is no fault of the bot's.
  func verdict(of turn: Turn, limit: Int64) -> (bot: Participant, verdict: TurnVerdict)? {
    guard let began = turn.began, let bot = botInCharge(at: began), let due = turn.asked(bot) else { return nil }
    let deadline = due.adding(milliseconds: limit)
    let answered = turn.answer?.message.time.moment
    if isHeld(
      by: "taken-away",
      isTakenAway(
        from: bot, after: max(began, bot.assigned.moment ?? began), until: min(deadline, answered ?? deadline)))
    {
      return (bot, .excused)
    }
    if isHeld(by: "answered-by-a-person", turn.answer != nil && !turn.isAnsweredByBot) { return (bot, .excused) }
    if isHeld(by: "bot-away", isAway(bot, at: began)) { return (bot, .excused) }
    if let wait = turn.wait(of: bot) { return (bot, .answered(wait: wait)) }
    if turn.answer != nil { return (bot, .excused) }
    // The conversation may go on with its survey when the turn's dialog is over.
    let closings = [conversation.closedAsOf.moment, turn.dialog.closed.moment].compactMap(\.self)
    if isHeld(by: "closed-soon", closings.contains { $0 < deadline }) {
      return (bot, .excused)
    }
    let isOver = conversation.isClosed
    if isHeld(by: "log-ends", !isOver && isCovered(limit, after: due, until: messagesEnd(bot.id)) != true) {
      return (bot, .undecided)
    }
    return (bot, .unanswered)
  }

  /// Whether the consumer came back so late that the vendor's bot platform lets the bot ignore it on purpose.
  func isBeyondDelayCap(_ turn: Turn) -> Bool {
    guard let before = turn.previous?.message.time.moment, let began = turn.began else { return false }
    return began.milliseconds(since: before) > knowledge.shared.delayCap
  }

  /// Notes what conclusions about the whole population of a bot rest on: the turns it left waiting, and the conversations it served.
  /// - Returns: those turns with what became of them, and whether the log ends too early for another.
  @discardableResult
  @inline(__always)
  func noteWaits(into examination: inout Examination) -> (
    waits: [(turn: Turn, bot: Participant, wait: Wait)], isUndecided: Bool
  ) {
    if let service { examination.note(service) }
    if outline.longestWait < knowledge.shared.stallAfter { return ([], false) }
    return noteLongWaits(into: &examination)
  }

  private func noteLongWaits(into examination: inout Examination) -> (
    waits: [(turn: Turn, bot: Participant, wait: Wait)], isUndecided: Bool
  ) {
    var waits: [(turn: Turn, bot: Participant, wait: Wait)] = []
    var isUndecided = false
    for turn in turns(waitingFor: knowledge.shared.stallAfter) {
      guard let (bot, verdict) = verdict(of: turn, limit: knowledge.shared.stallAfter), let began = turn.began,
        let person = knowledge.persons.find(bot.id)
      else { continue }
      switch verdict {
      case .excused: continue
      case .undecided:
        isUndecided = true
        continue
      case .answered(let wait) where wait < knowledge.shared.stallAfter: continue
      case .answered, .unanswered: break
      }
      let lastSpoke = turn.previous?.message.time.moment
      let wait = Wait(
        conversation: conversation.id, bot: bot.id, milliseconds: turn.wait(of: bot), person: person,
        account: conversation.account,
        lastSpoke: lastSpoke, began: began, answered: turn.answer?.message.time.moment,
        outage: knowledge.timeline(of: bot.id)?.outage(explaining: turn, lastSpoke: lastSpoke),
        isLate: isBeyondDelayCap(turn), evidence: turn.due.evidence)
      if !wait.isLate { examination.note(wait) }
      waits.append((turn, bot, wait))
    }
    return (waits, isUndecided)
  }
}

extension BotTimeline {
  /// The outage in which a turn began, or after which it began while the bot had not spoken in the conversation again.
  func outage(explaining turn: Turn, lastSpoke: Timestamp?) -> Outage? {
    guard let began = turn.began,
      let outage = lastOutage(beganBy: began, endingFrom: began.milliseconds - Self.explainedFor)
    else { return nil }
    // Those before it began earlier still.
    return lastSpoke.map { $0 > outage.began } ?? false ? nil : outage
  }

  /// Milliseconds after an outage in which silence still is its consequence.
  private static let explainedFor: Int64 = 1_800_000
}

/// Turns of one bot that were left waiting at one time, in conversations that had begun before: a restart, or the end of its service.
struct WaitCluster {
  let person: Persons.Person
  let began: Timestamp
  /// One a conversation, by time.
  let waits: [Wait]
  let kind: Kind

  enum Kind {
    /// The bot answered something that was opened after it.
    case restart
    /// The bot said nothing more anywhere.
    case silence
  }

  /// - Returns: the clusters of bots whose connection no log shows, by bot and time.
  static func clusters(_ examination: Examination, _ knowledge: Knowledge) -> [WaitCluster] {
    let shared = knowledge.shared
    var byPerson: [Persons.Person: [Wait]] = [:]
    for wait in examination.waits
    where wait.lastSpoke != nil && knowledge.timeline(of: wait.bot)?.showsConnection != true {
      byPerson[wait.person, default: []].append(wait)
    }
    var clusters: [WaitCluster] = []
    for (person, waits) in byPerson {
      let sorted = waits.sorted { ($0.began, $0.evidence) < ($1.began, $1.evidence) }
      var crowd = WaitCrowd(sorted, within: shared.stallWindow)
      var index = 0
      while index < sorted.count {
        let began = sorted[index].began
        guard crowd.conversations(from: index) >= shared.stallConversations else {
          index += 1
          continue
        }
        var seen: Set<Identifier> = []
        let members = sorted[index...].prefix { $0.began.milliseconds(since: began) <= shared.stallWindow }
          .filter { wait in wait.lastSpoke.map { $0 < began } ?? false && seen.insert(wait.conversation).inserted }
        if let kind = kind(began, examination.services[person], shared) {
          clusters.append(WaitCluster(person: person, began: began, waits: members, kind: kind))
        }
        while index < sorted.count, sorted[index].began.milliseconds(since: began) <= shared.stallWindow { index += 1 }
      }
    }
    return clusters.sorted { ($0.began, $0.waits[0].evidence) < ($1.began, $1.waits[0].evidence) }
  }

  /// - Returns: nil where the bot went on in old conversations, and no new ones came: of such nobody knows what it did to those.
  private static func kind(_ began: Timestamp, _ service: Service?, _ shared: SharedSettings) -> Kind? {
    guard let service else { return .silence }
    if service.opened > began { return .restart }
    let isOver = service.spoke.moment.map { $0 <= began.adding(milliseconds: shared.stallAfter) } ?? true
    return isOver ? .silence : nil
  }
}

extension DetectorInfo.Guard {
  /// What `Subject.verdict(of:limit:)` asks.
  static let ofTurns = [
    DetectorInfo.Guard(
      "taken-away", "Conversations that were handed on, taken over or put back into the queue meanwhile."),
    DetectorInfo.Guard(
      "answered-by-a-person", "Conversations in which a person, or an agent of whom nothing is known, answered."),
    DetectorInfo.Guard("bot-away", "Bots that had said that they were away."),
    DetectorInfo.Guard("closed-soon", "Conversations that closed before the bot's time was over."),
    DetectorInfo.Guard("log-ends", "Messages that came too shortly before the log ends."),
  ]
}

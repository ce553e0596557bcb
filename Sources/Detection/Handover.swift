import Model

/// A conversation that a bot was given, and what it did first.
struct Handover: Sendable {
  let person: Persons.Person
  let bot: Identifier
  let account: Identifier
  let assigned: Timestamp
  /// When it was handed on; nil where that was later than at once, or after a word of the bot's.
  let passedOn: Timestamp?
  let evidence: Evidence
}

extension Subject {
  /// Notes each bot that the conversation was given, by whether it handed it on at once.
  /// - Parameter limit: milliseconds that count as at once.
  func noteHandovers(within limit: Int64, into examination: inout Examination) {
    guard showsMessages else { return }
    var seen: Set<Persons.Person> = []
    for bot in assignedBots {
      // A record may name one bot by two of its ids.
      guard let person = knowledge.persons.find(bot.id), let assigned = joinTime(ofBot: bot.id),
        seen.insert(person).inserted
      else { continue }
      let deadline = assigned.adding(milliseconds: limit)
      // Back in the queue of a skill, by a record of the transfer or by a change without an agent.
      let leavings = [
        conversation.transferred.moment, conversation.lastTransferred.moment,
        conversation.unassigned.earliest.moment, conversation.unassigned.latest.moment,
      ]
      let passedOn = leavings.compactMap(\.self).filter { $0 > assigned && $0 <= deadline }.min()
      // What was not handed on yet, may be.
      if passedOn == nil, isCovered(limit, after: assigned) != true { continue }
      let isPassedOn = passedOn != nil && !isHeld(by: "bot-spoke", hasContent(of: person))
      examination.note(
        Handover(
          person: person, bot: bot.id, account: conversation.account, assigned: assigned,
          passedOn: isPassedOn ? passedOn : nil, evidence: conversation.evidence))
    }
  }

  private func hasContent(of person: Persons.Person) -> Bool {
    threads.contains { thread in
      thread.entries.contains { entry in
        guard case .bot(let id) = entry.speaker else { return false }
        return id.isAbsent || knowledge.persons.find(id) == person
      }
    }
  }
}

/// Conversations one after the other that a bot handed on without a word: its vendor's service does not answer.
struct HandoverRun {
  let handovers: [Handover]

  /// - Returns: the runs of at least so many, by bot and time.
  static func runs(_ handovers: [Handover], minimum: Int64) -> [HandoverRun] {
    var byPerson: [Persons.Person: [Handover]] = [:]
    for handover in handovers { byPerson[handover.person, default: []].append(handover) }
    var runs: [HandoverRun] = []
    for (_, handovers) in byPerson {
      let sorted = handovers.sorted { ($0.assigned, $0.evidence) < ($1.assigned, $1.evidence) }
      for run in sorted.split(whereSeparator: { $0.passedOn == nil }) where Int64(run.count) >= minimum {
        runs.append(HandoverRun(handovers: Array(run)))
      }
    }
    return runs.sorted {
      ($0.handovers[0].assigned, $0.handovers[0].evidence) < ($1.handovers[0].assigned, $1.handovers[0].evidence)
    }
  }
}

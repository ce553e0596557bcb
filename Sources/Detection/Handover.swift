import Model

/// A conversation that a bot handed on at once, without a word.
struct Handover: Sendable {
  let person: Persons.Person
  let bot: Identifier
  let account: Identifier
  let assigned: Timestamp
  let passedOn: Timestamp
  let evidence: Evidence
}

extension Subject {
  /// Notes for each bot that the conversation was given whether it handed it on at once.
  /// - Parameter limit: milliseconds that count as at once.
  func noteHandovers(within limit: Int64, into examination: inout Examination) {
    guard showsMessages, let firstBot else { return }
    noteHandover(of: firstBot.participant.id, firstBot.person, within: limit, into: &examination)
    if botCount == 1 { return }
    var last = firstBot.person
    for bot in assignedBots {
      // A record may name one bot by two of its ids.
      guard let person = knowledge.persons.find(bot.id), person != last else { continue }
      last = person
      noteHandover(of: bot.id, person, within: limit, into: &examination)
    }
  }

  private func noteHandover(
    of bot: Identifier, _ person: Persons.Person, within limit: Int64, into examination: inout Examination
  ) {
    guard let assigned = joinTime(ofBot: bot, person) else { return }
    let passedOn = leaving(after: assigned, within: limit)
    if let passedOn, !isHeld(by: "bot-spoke", hasContent(of: person)) {
      examination.note(
        Handover(
          person: person, bot: bot, account: conversation.account, assigned: assigned, passedOn: passedOn,
          evidence: conversation.evidence))
    } else if passedOn != nil || isCovered(limit, after: assigned) == true {
      // What was not handed on yet, may be.
      examination.noteKept(by: person, assigned: assigned)
    }
  }

  /// When the conversation first went back into the queue of a skill, by a record of the transfer or by a change without an agent.
  private func leaving(after assigned: Timestamp, within limit: Int64) -> Timestamp? {
    let deadline = assigned.adding(milliseconds: limit)
    var first: Timestamp?
    func look(_ moment: Timestamp?) {
      guard let moment, moment > assigned, moment <= deadline else { return }
      first = first.map { min($0, moment) } ?? moment
    }
    look(conversation.unassigned.earliest.moment)
    look(conversation.unassigned.latest.moment)
    if conversation.hasRarities {
      look(conversation.transferred.moment)
      look(conversation.lastTransferred.moment)
    }
    return first
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

  /// - Returns: the runs of at least so many, by bot and time; a conversation that the bot kept ends one.
  static func runs(_ examination: Examination, minimum: Int64) -> [HandoverRun] {
    var byPerson: [Persons.Person: [Handover]] = [:]
    for handover in examination.handovers { byPerson[handover.person, default: []].append(handover) }
    byPerson = byPerson.filter { Int64($0.value.count) >= minimum }
    var allKept: [Persons.Person: [Timestamp]] = [:]
    // Most logs have no runs at all.
    for (person, assigned) in byPerson.isEmpty ? [].joined() : examination.kept.joined() where byPerson[person] != nil {
      allKept[person, default: []].append(assigned)
    }
    var runs: [HandoverRun] = []
    for (person, handovers) in byPerson {
      let kept = (allKept[person] ?? []).sorted()
      var run: [Handover] = []
      for handover in handovers.sorted(by: { ($0.assigned, $0.evidence) < ($1.assigned, $1.evidence) }) {
        if let last = run.last {
          let next = kept.partitioningIndex { $0 >= last.assigned }
          if next < kept.count, kept[next] <= handover.assigned {
            if Int64(run.count) >= minimum { runs.append(HandoverRun(handovers: run)) }
            run = []
          }
        }
        run.append(handover)
      }
      if Int64(run.count) >= minimum { runs.append(HandoverRun(handovers: run)) }
    }
    return runs.sorted {
      ($0.handovers[0].assigned, $0.handovers[0].evidence) < ($1.handovers[0].assigned, $1.handovers[0].evidence)
    }
  }
}

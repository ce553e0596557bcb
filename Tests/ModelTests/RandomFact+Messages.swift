import Model
import TestSupport

extension RandomFact {
  static func message(_ random: inout FactRandom) -> RandomFact {
    let conversation = random.pick(conversations)
    let dialog = random.pick(dialogs)
    let sender = random.pick(people + [""])
    var message = Message(
      dialog: 0, sequence: Int32(random.below(6)), time: someMoment(&random),
      evidence: Evidence(input: random.below(3), record: random.below(50), value: 1 + random.below(2)),
      sightings: Sightings(rawValue: 1 << UInt8(random.below(6))))
    message.delivered.fold(someMoment(&random))
    message.role = random.pick([
      .unknown, .agent, .consumer, .assignedAgent, .manager, .reader, .controller, .surveyAgent,
    ])
    message.kind = random.pick([.unknown, .text, .richContent, .file, .secureForm, .link, .action])
    message.text = random.pick([.none, .absent, .blank, .placeholder, .masked, .present])
    message.utf16Count = UInt32(random.below(3))
    message.contentHash = UInt32(random.below(3))
    message.marks = MessageMarks(rawValue: UInt8(random.below(8)))
    message.isTimedByLog = message.time.moment != nil && random.oneIn(3)
    return RandomFact { [message] store in
      let index = store.index(of: Identifier(conversation, names: &store.names), evidence: message.evidence)
      let dialog = Identifier(dialog, names: &store.names)
      let sender = Identifier(sender, names: &store.names)
      var new: Message?
      store.update(index) { conversation in
        guard let place = conversation.dialogIndex(dialog) else { return }
        var copy = message
        copy.dialog = place
        copy.sender = conversation.participantIndex(sender)
        new = copy
      }
      if let new { store.add(new, to: index) }
    }
  }

  static func exchange(_ random: inout FactRandom) -> RandomFact {
    let conversation = random.pick(conversations)
    let dialog = random.pick(dialogs)
    var exchange = Exchange(
      kind: random.pick([.publish, .query, .acceptRing, .join]),
      outcome: random.pick([.unanswered, .unknown, .answered(429)]),
      evidence: Evidence(input: 0, record: random.below(20)), time: someMoment(&random), dialog: 0, side: .consumer)
    exchange.items = Int32(random.below(2))
    exchange.sequence = random.oneIn(2) ? nil : 3
    exchange.askedRole = random.pick([.unknown, .manager, .reader])
    exchange.hasReason = random.oneIn(2)
    let asker = random.pick(people + [""])
    return RandomFact { [exchange] store in
      let index = store.index(of: Identifier(conversation, names: &store.names), evidence: exchange.evidence)
      let dialog = Identifier(dialog, names: &store.names)
      let asker = Identifier(asker, names: &store.names)
      store.update(index) { conversation in
        guard let place = conversation.dialogIndex(dialog) else { return }
        var copy = exchange
        copy.dialog = place
        copy.sender = conversation.participantIndex(asker)
        conversation.add(copy)
      }
    }
  }

  static func person(_ random: inout FactRandom) -> RandomFact {
    let one = random.pick(people)
    let other = random.pick(people)
    let login = random.pick(["", "desk-bot", "desk-bot@example.invalid", "caf\u{E9}", "cafe\u{301}"])
    let traits = PersonTraits(rawValue: UInt8(random.below(32)))
    return RandomFact { store in
      let one = Identifier(one, names: &store.names)
      let other = Identifier(other, names: &store.names)
      store.people.add(traits, to: one)
      store.people.link(one, other)
      store.people.setLogin(Identifier(login, names: &store.names), of: one, names: store.names)
    }
  }

  static func texts(_ random: inout FactRandom) -> RandomFact {
    let dialog = random.pick(dialogs)
    let sequence = Int32(random.below(3))
    let counts = TextCounts(
      utf16: UInt32(1001 + random.below(2)), scalars: UInt32(1001 + random.below(2)), graphemes: 900,
      utf8: UInt32(1001 + random.below(2)))
    let excerpt = random.pick(["", "good day", "caf\u{E9}", "cafe\u{301}"])
    return RandomFact { store in
      let key = MessageKey(dialog: Identifier(dialog, names: &store.names), sequence: sequence)
      store.keep(counts, of: key)
      store.keep(excerpt: excerpt, of: key)
    }
  }

  private static func someMoment(_ random: inout FactRandom) -> Timestamp? {
    random.oneIn(4) ? nil : Timestamp(milliseconds: 1_790_000_000_000 + Int64(random.below(5)) * 1000)
  }
}

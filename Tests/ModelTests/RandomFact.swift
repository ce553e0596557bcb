import Model
import TestSupport

/// One fact at random, as reading might give it: few ids, so that copies meet, and values that contradict each other.
struct RandomFact {
  let apply: (inout FactStore) -> Void

  static let conversations = [
    "0c5be1a2-77d4-4f0e-9b51-3a1d8e6f2b40", "c-1", "a conversation of a very long name, which is kept by its hash",
    "another conversation of a very long name",
  ]
  /// Some dialogs have a conversation's id, some contradict each other about whose they are.
  static let dialogs = conversations + ["d-1", "survey of a very long name, which is kept by its hash"]
  /// The third and the fourth look alike and are two.
  static let people = [
    "1f0d7c52-90ab-4cde-8f12-aa5500bb66cc", "4711", "caf\u{E9} at the end of the street",
    "cafe\u{301} at the end of the street",
    "55501.4711",
  ]

  static func random(_ random: inout FactRandom) -> RandomFact {
    switch random.below(13) {
    case 0: about(&random)
    case 1: moments(&random)
    case 2: extents(&random)
    case 3: participant(&random)
    case 4: dialog(&random)
    case 5: exchange(&random)
    case 6: person(&random)
    case 7: texts(&random)
    case 8: owner(&random)
    case 9: sign(&random)
    default: message(&random)
    }
  }

  private static func moment(_ random: inout FactRandom) -> Timestamp? {
    random.oneIn(4) ? nil : Timestamp(milliseconds: 1_790_000_000_000 + Int64(random.below(5)) * 1000)
  }

  /// Has a conversation found or made, and changed.
  private static func change(
    _ random: inout FactRandom, _ change: @escaping (inout Conversation, inout NameTable) -> Void
  ) -> RandomFact {
    let id = random.pick(conversations)
    let evidence = Evidence(input: random.below(3), record: random.below(50))
    return RandomFact { store in
      let index = store.index(of: Identifier(id, names: &store.names), evidence: evidence)
      var names = store.names
      store.update(index) { change(&$0, &names) }
      store.names = names
    }
  }

  private static func about(_ random: inout FactRandom) -> RandomFact {
    let account = random.pick(["", "55501", "55502", "an account of more than fifteen bytes"])
    let channel = random.pick(["", "SMS", "APP", "WhatsApp Business"])
    let skill = random.pick(["", "7", "8", "a skill of more than fifteen bytes"])
    let asOf = Latest(moment(&random))
    let marks = ConversationMarks(rawValue: 1 << UInt16(random.below(9)))
    return change(&random) { conversation, names in
      let account = Identifier(account, names: &names)
      let channel = Identifier(channel, names: &names)
      let skill = Identifier(skill, names: &names)
      conversation.account = names.lesser(conversation.account, account)
      conversation.channel = names.lesser(conversation.channel, channel)
      conversation.joinSkill(skill, asOf: asOf, names: names)
      conversation.marks.insert(marks)
    }
  }

  private static func moments(_ random: inout FactRandom) -> RandomFact {
    let moment = moment(&random)
    let field = random.pick([\Conversation.started, \.transferred, \.unread, \.consumerActed])
    let latest = random.pick([\Conversation.openAsOf, \.closedAsOf])
    return change(&random) { conversation, _ in
      conversation[keyPath: field].fold(moment)
      conversation[keyPath: latest].fold(moment)
      conversation.lastTransferred.fold(moment)
    }
  }

  private static func extents(_ random: inout FactRandom) -> RandomFact {
    let moment = moment(&random)
    let field = random.pick([\Conversation.changes, \.consumerAway, \.notReceived, \.unassigned])
    let isTyping = random.oneIn(2)
    if random.oneIn(3) {
      return change(&random) { conversation, _ in conversation.noteConsumerTyping(moment, isTyping: isTyping) }
    }
    if random.oneIn(3) { return change(&random) { conversation, _ in conversation.noteAgentTyping(moment) } }
    return change(&random) { conversation, _ in conversation[keyPath: field].fold(moment) }
  }

  private static func participant(_ random: inout FactRandom) -> RandomFact {
    let id = random.pick(people)
    let roles = RoleSet(rawValue: 1 << UInt8(random.below(7)))
    let moment = moment(&random)
    let isAssigned = random.oneIn(3)
    let field = random.pick([\Participant.assignedInLog, \.joined])
    return change(&random) { conversation, names in
      conversation.updateParticipant(Identifier(id, names: &names)) {
        $0.roles.formUnion(roles)
        if isAssigned { $0.foldAssigned(moment) } else { $0[keyPath: field].fold(moment) }
      }
    }
  }

  private static func dialog(_ random: inout FactRandom) -> RandomFact {
    let id = random.pick(dialogs)
    let type = random.pick([DialogType.unlisted, .main, .postSurvey, .coBrowse])
    let moment = moment(&random)
    let lowest = Int32(random.below(9))
    return change(&random) { conversation, names in
      guard let index = conversation.dialogIndex(Identifier(id, names: &names)) else { return }
      conversation.updateDialog(index) {
        $0.type = max($0.type, type)
        $0.created.fold(moment)
        $0.closed.fold(moment)
        $0.lowestSequence = min($0.lowestSequence, lowest)
      }
    }
  }

  private static func sign(_ random: inout FactRandom) -> RandomFact {
    let agent = random.pick(people + [""])
    let input = random.below(3)
    let moment = Timestamp(milliseconds: Int64(random.below(5)) * 25_000 - 50_000)
    return RandomFact { store in
      var signs = LifeSigns()
      if let moment { signs.fold(moment) }
      store.add(signs, of: LifeSigns.Owner(Identifier(agent, names: &store.names), input: input))
    }
  }

  private static func owner(_ random: inout FactRandom) -> RandomFact {
    let dialog = random.pick(dialogs)
    let conversation = random.pick(conversations)
    return RandomFact { store in
      let dialog = Identifier(dialog, names: &store.names)
      store.setOwner(Identifier(conversation, names: &store.names), of: dialog)
    }
  }
}

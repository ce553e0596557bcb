import Model

/// Requests to be in a conversation: `<who> asks to join as manager -> 403`, `as reader`, `as agent`; answered `200`,
/// `403 without a reason`, not at all (`no answer`), or later than the log ends (`unknown`). The modifier `unlogged` leaves out its time.
extension TranscriptLine {
  func readJoin(
    _ actor: TranscriptActor, _ what: String, _ parser: inout TranscriptParser
  ) throws(TranscriptError) -> Transcript.Place {
    let parts = what.split(separator: " -> ", maxSplits: 1).map(String.init)
    let roles: [String: Role] = [
      "to join as manager": .manager, "to join as reader": .reader, "to join as agent": .assignedAgent,
    ]
    guard parts.count == 2, let role = roles[parts[0]] else {
      throw TranscriptError(line: number, text, "asks to join as what -> how is it answered?")
    }
    let code = Int32(parts[1].prefix { $0.isNumber })
    let hasReason = code != nil && !parts[1].hasSuffix(" without a reason")
    let outcome: Exchange.Outcome
    switch (parts[1], code) {
    case (_, let code?): outcome = .answered(code)
    case ("no answer", _): outcome = .unanswered
    case ("unknown", _): outcome = .unknown
    default: throw TranscriptError(line: number, text, "how is it answered?")
    }
    let time = modifiers.contains("unlogged") ? nil : time
    actor.introduce(self, &parser)
    inDialog(&parser) { store, index, dialog, evidence in
      let asker = Identifier(actor.id, names: &store.names)
      var exchange = Exchange(
        kind: .join, outcome: outcome, evidence: evidence, time: time, dialog: dialog, side: .assignedAgent)
      (exchange.askedRole, exchange.hasReason) = (role, hasReason)
      store.update(index) {
        exchange.sender = $0.participantIndex(asker)
        $0.add(exchange)
      }
    }
    return .request(conversation: parser.number, line: number)
  }
}

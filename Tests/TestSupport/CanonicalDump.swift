public import Model

extension FactStore {
  /// Everything that is left after settling, by the texts of ids and never by the order of reading: two stores that say the same give
  /// the same lines.
  /// - Parameters:
  ///   - evidence: whether the places of reading are part of it; cutting an input into files changes them.
  ///   - input: that of all facts, if it may have been read in parts.
  public func canonicalDump(evidence: Bool = true, of input: InputSummary? = nil) -> [String] {
    var settled = self
    settled.settle()
    return CanonicalDump(facts: settled, showsEvidence: evidence, input: input).lines
  }
}

private struct CanonicalDump {
  let facts: FactStore
  let showsEvidence: Bool
  let input: InputSummary?

  var lines: [String] {
    facts.conversations.flatMap(lines(of:)).sorted() + people + keyed + happenings
  }

  /// In ASCII, since texts that only look alike have no order among themselves.
  private func text(_ id: Identifier) -> String { ascii(id.text(facts.names)) }

  private func ascii(_ text: String) -> String { text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() }

  private func place(_ evidence: Evidence) -> String {
    let record = input?.record(of: evidence) ?? evidence.record
    return showsEvidence ? " at \(evidence.input):\(record):\(evidence.value)" : ""
  }

  private func text(_ moment: Timestamp?) -> String { moment.map { String($0.milliseconds) } ?? "-" }
  private func text(_ extent: Extent) -> String { "\(text(extent.earliest.moment))…\(text(extent.latest.moment))" }

  private func lines(of conversation: Conversation) -> [String] {
    let key = "conversation \(text(conversation.id))"
    var lines = [
      "\(key) account \(text(conversation.account)) channel \(text(conversation.channel))"
        + " skill \(text(conversation.skill)) as of \(text(conversation.skillAsOf.moment))"
        + " started \(text(conversation.started.moment)) open \(text(conversation.openAsOf.moment))"
        + " closed \(text(conversation.closedAsOf.moment)) transferred \(text(conversation.transferred.moment))"
        + " unread \(text(conversation.unread.moment)) changes \(text(conversation.changes))"
        + " last \(text(conversation.lastTransferred.moment)) unassigned \(text(conversation.unassigned))"
        + " away \(text(conversation.consumerAway)) typing \(text(conversation.consumerTyping.extent)) \(conversation.consumerTyping.milliseconds ?? -1)"
        + " acted \(text(conversation.consumerActed.moment)) notReceived \(text(conversation.notReceived)) marks \(conversation.marks.rawValue)"
        + " isClosed \(conversation.isClosed) isPartial \(conversation.isPartial)" + place(conversation.evidence)
    ]
    for participant in conversation.participants {
      lines.append(
        "\(key) participant \(text(participant.id)) roles \(participant.roles.rawValue)"
          + " assigned \(text(participant.assigned.moment)) to \(text(participant.lastAssigned.moment)) inLog \(text(participant.assignedInLog.moment))"
          + " joined \(text(participant.joined.moment))")
    }
    for dialog in conversation.dialogs {
      lines.append(
        "\(key) dialog \(text(dialog.id)) \(dialog.type) created \(text(dialog.created.moment))"
          + " closed \(text(dialog.closed.moment)) lowest \(dialog.lowestSequence)")
    }
    lines += conversation.messages.map { "\(key) message \(line(of: $0, in: conversation))" }
    lines += conversation.exchanges.map { "\(key) exchange \(line(of: $0, in: conversation))" }
    return lines
  }

  private func line(of message: Message, in conversation: Conversation) -> String {
    let sender =
      message.sender == Message.unknownSender ? "-" : text(conversation.participants[Int(message.sender)].id)
    return "\(text(conversation.dialogs[Int(message.dialog)].id)) #\(message.sequence)"
      + " time \(text(message.time.moment)) \(message.isTimedByLog ? "by log " : "")delivered \(text(message.delivered.moment)) sender \(sender)"
      + " \(message.role) \(message.kind) \(message.text) \(message.utf16Count) sightings \(message.sightings.rawValue)"
      + " marks \(message.marks.rawValue) hash \(message.contentHash)" + place(message.evidence)
  }

  private func line(of exchange: Exchange, in conversation: Conversation) -> String {
    let sender =
      exchange.sender == Message.unknownSender ? "-" : text(conversation.participants[Int(exchange.sender)].id)
    return
      "\(text(conversation.dialogs[Int(exchange.dialog)].id)) \(exchange.kind) \(exchange.outcome) side \(exchange.side)"
      + " time \(text(exchange.time)) items \(exchange.items) \(exchange.content) \(exchange.text)"
      + " \(line(of: exchange.counts)) sequence \(exchange.sequence.map(String.init) ?? "-")"
      + " sender \(sender) as \(exchange.askedRole) reason \(exchange.hasReason)" + place(exchange.evidence)
  }

  private func line(of counts: TextCounts) -> String {
    "\(counts.utf16)/\(counts.scalars)/\(counts.graphemes)/\(counts.utf8)"
  }

  private var people: [String] {
    let traits = facts.people.traits.map { "traits \(text($0)) \($1.rawValue)" }
    let logins = facts.people.logins.map { "login \(text($0)) \(text($1))" }
    let links = facts.people.links.map { pair in
      "link " + [text(pair.first), text(pair.second)].sorted().joined(separator: " = ")
    }
    return traits.sorted() + logins.sorted() + links.sorted()
  }

  private var happenings: [String] {
    let events = facts.agentEvents.all.map { ascii("event " + $0.fact.line(facts.names)) + place($0.evidence) }
    let messages = facts.gatewayMessages.all.map { ascii("gateway " + $0.fact.line(facts.names)) + place($0.evidence) }
    let signs = facts.lifeSigns.flatMap { owner, signs in
      signs.spans.map { span in
        "heard of \(text(owner.agent))\(owner.input < 0 ? "" : " in \(owner.input)") \(text(span.lowerBound))…\(text(span.upperBound))"
      }
    }
    return events.sorted() + messages.sorted() + signs.sorted()
  }

  private var keyed: [String] {
    let owners = facts.dialogOwners.map { "owner of \(text($0)) is \(text($1))" }
    let counts = facts.longTexts.map { "long \(text($0.dialog)) #\($0.sequence) \(line(of: $1))" }
    let excerpts = facts.excerpts.map { "excerpt \(text($0.dialog)) #\($0.sequence) \($1.unicodeScalars.map(\.value))" }
    return owners.sorted() + counts.sorted() + excerpts.sorted()
  }
}

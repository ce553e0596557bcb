import Model

/// The section `messageRecords` of a history record.
enum HistoryMessages {
  /// - Returns: the newest message's time.
  static func read(
    _ section: JSONNode?, _ record: JSONRecord, _ conversation: Identifier, _ index: Int, _ stream: inout Stream
  ) -> Latest {
    var newest = Latest()
    guard let section, record.kind(section) == .array || record.kind(section) == .object else { return newest }
    stream.facts.update(index) { $0.marks.insert(.messagesListed) }
    var entries = record.elements(section)
    while let node = entries.next(in: record) {
      let part = record.part(node)
      let entry = stream.caches.historyMessages(part, part.root) { HistoryMessage(part, part.root) }
      guard let sequence = part.sequence(entry.seq) else {
        stream.report(.missingField, "a message record without seq; it was passed over")
        continue
      }
      let time = part.timestamp(entry.timeL) ?? part.timestamp(entry.time)
      newest.fold(time)
      add(entry, part, sequence, time, conversation, index, &stream)
    }
    return newest
  }

  private static func add(
    _ entry: HistoryMessage, _ record: JSONRecord, _ sequence: Int32, _ time: Timestamp?, _ conversation: Identifier,
    _ index: Int, _ stream: inout Stream
  ) {
    let named = record.identifier(entry.dialogId, &stream.facts.names)
    let dialogId = named.isAbsent ? conversation : named
    let sender = record.identifier(entry.participantId, &stream.facts.names)
    let sentBy = record.word(entry.sentBy)
    let isConsumer = sentBy == .consumer
    let content = entry.content(record, stream.options, isHashed: !isConsumer)
    let fromBot = entry.isFromBot(record)
    let isPrivate = record.word(entry.audience) == .agentsAndManagers
    if fromBot { stream.facts.people.add(.botResponse, to: sender) }
    stream.facts.setOwner(conversation, of: dialogId)
    let evidence = stream.evidence
    let isAdded = stream.facts.add(to: index) {
      guard let dialog = $0.dialogIndex(dialogId) else { return nil }
      var new = Message(dialog: dialog, sequence: sequence, time: time, evidence: evidence, sightings: .history)
      new.sender = $0.participantIndex(sender)
      new.role = isConsumer ? .consumer : sentBy == .agent ? .agent : .unknown
      if isConsumer { $0.updateParticipant(sender) { $0.roles.insert(.consumer) } }
      if isPrivate { new.marks.insert(.privateNote) }
      if fromBot { new.marks.insert(.botResponse) }
      new.take(content)
      return new
    }
    if isAdded { stream.keep(content, of: MessageKey(dialog: dialogId, sequence: sequence), record) }
  }
}

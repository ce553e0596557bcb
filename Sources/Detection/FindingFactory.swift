import Model

extension Finding {
  /// A finding about a conversation, with all columns that follow from it.
  /// - Parameters:
  ///   - dialog: where it happened; the main one if nil.
  ///   - key: what tells two findings of one dialog apart that have no sequence.
  init(
    _ info: DetectorInfo, cause: String, severity: Severity, confidence: Confidence, summary: Message,
    in subject: Subject, dialog: Dialog? = nil, message: Model.Message? = nil, time: Timestamp? = nil,
    bot: Identifier? = nil, key: String = ""
  ) {
    let conversation = subject.conversation
    let names = subject.knowledge.names
    let dialogId = (dialog?.id ?? conversation.id).text(names)
    let sequence = message.map { String($0.sequence) } ?? key
    self.init(
      time: message?.time.moment ?? time ?? conversation.started.moment, severity: severity, detector: info.id,
      cause: cause, confidence: confidence, summary: summary,
      remedy: info.causes.first { $0.id == cause }?.remedy ?? info.remedy, documentation: info.documentation,
      fingerprint: Fingerprint.of(info.id, dialogId, sequence))
    account = conversation.account.isAbsent ? nil : conversation.account.text(names)
    self.conversation = conversation.id.text(names)
    self.dialog = dialogId
    channel = conversation.channel.isAbsent ? nil : conversation.channel.text(names)
    skill = conversation.skill.isAbsent ? nil : conversation.skill.text(names)
    if let bot, !bot.isAbsent { self.bot = subject.knowledge.persons.name(ofBot: bot) }
    if let message {
      self.sequence = Int64(message.sequence)
      excerpt =
        subject.knowledge.excerpts[MessageKey(dialog: dialog?.id ?? conversation.id, sequence: message.sequence)]
    }
    evidence = message?.evidence ?? conversation.evidence
  }
}

/// A stable name of a finding: the same for every run, file and order in which it is found.
enum Fingerprint {
  /// The hash of the parts with a zero byte after each.
  static func of(_ parts: String...) -> String {
    var hash = StableHash()
    for part in parts {
      if part.utf8.withContiguousStorageIfAvailable({ hash.add($0) }) == nil { hash.add(part.utf8) }
      hash.add(CollectionOfOne(0))
    }
    return "f-\(hash.digits)"
  }
}

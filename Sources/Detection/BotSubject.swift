public import Model

/// One bot in the light of the knowledge, as detectors of bots see it.
public struct BotSubject: Sendable, Probed {
  public let timeline: BotTimeline
  public let knowledge: Knowledge
  let probe: Probe?

  public init(_ timeline: BotTimeline, _ knowledge: Knowledge, probe: Probe? = nil) {
    self.timeline = timeline
    self.knowledge = knowledge
    self.probe = probe
  }

  /// Where the evidence of the bot's own logs ends; what waits past it is undecided.
  public var end: Timestamp? {
    var latest = timeline.extent.latest
    if !timeline.id.isAbsent { latest.fold(knowledge.end(ofLogOf: timeline.id)) }
    return knowledge.asOf ?? latest.moment
  }

  /// Where the evidence of its account ends, whoever's it is.
  var accountEnd: Timestamp? {
    timeline.account.isAbsent
      ? knowledge.asOf ?? timeline.extent.latest.moment : knowledge.lastEvidence(of: timeline.account)
  }

  public var login: String? { knowledge.persons.login(timeline.id) }

  /// Whom only a login names is named by it; ids of participants and numbers of users are none.
  var loginOrName: String? {
    let name = timeline.id.text(knowledge.names)
    return login ?? (name.utf8.count == 36 || name.allSatisfy(\.isNumber) ? nil : name)
  }
}

extension Finding {
  /// A finding about a bot, with all columns that follow from it.
  /// - Parameters:
  ///   - first: the event that it began with: the fingerprint is made of what that says, so that no other file can change it.
  ///   - began: when it began, if not at that event.
  init(
    _ info: DetectorInfo, cause: String, severity: Severity, confidence: Confidence, summary: Message,
    about subject: BotSubject, since first: BotTimeline.Entry, began: Timestamp? = nil
  ) {
    let names = subject.knowledge.names
    self.init(
      time: began ?? first.event.time, severity: severity, detector: info.id, cause: cause, confidence: confidence,
      summary: summary, remedy: info.causes.first { $0.id == cause }?.remedy ?? info.remedy,
      documentation: info.documentation, fingerprint: Fingerprint.of(info.id, first.event, cause, names, began: began))
    let timeline = subject.timeline
    account = timeline.account.isAbsent ? nil : timeline.account.text(names)
    bot = timeline.id.isAbsent ? nil : subject.knowledge.persons.name(ofBot: timeline.id)
    evidence = first.evidence
  }
}

extension Fingerprint {
  /// Of a finding about a bot: detector, account, bot, cause and the UTC minute it began.
  static func of(
    _ detector: String, _ first: AgentEvent, _ cause: String, _ names: NameTable, began: Timestamp? = nil
  ) -> String {
    of(detector, first.account.text(names), first.agent.text(names), cause, minute(began ?? first.time))
  }

  static func minute(_ moment: Timestamp?) -> String { moment.map { String($0.milliseconds / 60_000) } ?? "" }
}

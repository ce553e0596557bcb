import Model

/// The name by which findings refer to an outage: of the finding that `connector-offline` makes of it with its default settings.
extension Knowledge {
  /// An outage that is not reported, being too short or without an error, is named alike, with `outage` for the cause.
  public func outageFingerprint(of outage: Outage, _ timeline: BotTimeline) -> String {
    let subject = BotSubject(timeline, self)
    for (index, process) in timeline.processes.enumerated() {
      guard let disconnection = process.disconnection(of: outage) else { continue }
      let verdict = disconnection.verdict(subject, process: index, ConnectorOffline.Settings())
      return Fingerprint.of(
        ConnectorOffline.info.id, disconnection.first.event, verdict.causes.first ?? "outage", names,
        began: disconnection.began)
    }
    return Fingerprint.of(
      ConnectorOffline.info.id, timeline.account.text(names), timeline.id.text(names), "outage",
      Fingerprint.minute(outage.began))
  }
}

extension Subject {
  /// The value of `outage` in the details of a finding: the name of the outage in which the bot was at that moment.
  func outageDetail(ofBot bot: Identifier?, at moment: Timestamp?) -> DetailValue {
    guard let bot, let timeline = knowledge.timeline(of: bot), let outage = timeline.outage(at: moment) else {
      return .none
    }
    return .text(name(of: outage, timeline))
  }

  /// The name of an outage, which many findings may refer to.
  func name(of outage: Outage, _ timeline: BotTimeline) -> String {
    let key = OutageKey(person: timeline.person, outage: outage)
    if let name = outageNames[key] { return name }
    let name = knowledge.outageFingerprint(of: outage, timeline)
    outageNames[key] = name
    return name
  }

  struct OutageKey: Hashable {
    let person: Persons.Person?
    let outage: Outage
  }
}

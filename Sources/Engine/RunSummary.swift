import Detection
import Model

/// Adds up what a run saw, for the reports.
struct RunSummary {
  let report: RunReport
  /// Those of the report's notices that are about what was asked for.
  let requestNotices: [String]

  init(
    _ configuration: Configuration, _ suite: DetectorSuite, _ knowledge: Knowledge, _ reading: Reading,
    _ verdicts: [DetectorSuite.Verdict], _ findings: [Finding]
  ) {
    let inputs = reading.all
    let isComplete = inputs.allSatisfy(\.isComplete) && !(configuration.isStrict && inputs.contains { $0.hasProblems })
    requestNotices = RequestNotices.all(configuration, reading.facts.conversations, knowledge, verdicts)
    let fails = configuration.failOn.map { limit in findings.contains { $0.severity >= limit } } ?? false
    report = RunReport(
      toolVersion: toolVersion, isComplete: isComplete,
      exitCode: !isComplete ? ExitCode.incomplete : fails ? ExitCode.findings : ExitCode.success,
      coverage: Extent(of: reading.facts, knowledge), asOf: configuration.asOf ?? knowledge.coverage.latest.moment,
      settings: ChangedSettings.all(configuration, suite), inputs: inputs,
      conversations: reading.facts.conversations.count,
      messages: knowledge.messages,
      bots: knowledge.persons.botNames.values.sorted(), detectors: verdicts.map(Self.tally),
      notices: Self.notices(configuration, knowledge, reading, inputs) + requestNotices,
      includesExcerpts: configuration.excerptLength > 0)
  }

  private static func tally(_ verdict: DetectorSuite.Verdict) -> DetectorTally {
    var tally = DetectorTally(id: verdict.info.id)
    tally.unit = verdict.info.unit
    var affected: Set<String> = []
    let findings = verdict.findings
    affected.reserveCapacity(findings.count)
    // Findings are large: none is taken out of the list.
    for index in findings.indices {
      tally.findings[findings[index].severity, default: 0] += 1
      // A program that nothing names is one bot in each of its logs.
      let unit =
        tally.unit == .bots
        ? findings[index].bot ?? "log \(findings[index].evidence?.input ?? 0)" : findings[index].conversation
      if let unit { affected.insert(unit) }
    }
    tally.conversationsAffected = affected.count
    tally.conversationsJudged = verdict.examination.judged
    tally.undecided = verdict.examination.undecided
    tally.notApplicable = verdict.examination.notApplicable
    return tally
  }

  private static func notices(
    _ configuration: Configuration, _ knowledge: Knowledge, _ reading: Reading, _ inputs: [InputSummary]
  ) -> [String] {
    var notices: [String] = []
    if inputs.isEmpty { notices.append("There was no input to read.") }
    if !knowledge.knowsBots, !reading.facts.conversations.isEmpty {
      notices.append("No bot is known, so rules about bots do not apply: name yours with --bot <id or login>.")
    }
    notices += assumptions(inputs)
    if knowledge.unusedGatewayMessages > 0 {
      // It would read as if no image had been sent.
      notices.append(
        "Messages of an SMS gateway that name no conversation tell nothing (\(knowledge.unusedGatewayMessages)): let the recorder "
          + "write `conversationId` beside them.")
    }
    if configuration.isStrict, inputs.contains(where: \.hasProblems) {
      notices.append("Some records could not be read, and --strict makes the run incomplete for that.")
    }
    return notices
  }
}

extension RunSummary {
  /// What was guessed about the inputs' clocks.
  fileprivate static func assumptions(_ inputs: [InputSummary]) -> [String] {
    var notices: [String] = []
    for zone in Set(inputs.flatMap(\.assumedZones)).sorted() {
      guard let first = inputs.first(where: { $0.assumedZones.contains(zone) }) else { continue }
      notices.append(
        zone == InputSummary.usualZone
          ? "Times without a zone were read in \(zone), in \(first.path) for one: name theirs with --time-zone; until then "
            + "confidence is medium at most."
          : "Times of the audit trail were read in \(zone), the platform's own zone, in \(first.path) for one: --time-zone "
            + "does not change them, and confidence is medium at most.")
    }
    if let first = inputs.first(where: \.assumesYear) {
      notices.append(
        "Times without a year or a day were read as near the server's times as they can lie, in \(first.path) for one: "
          + "confidence is medium at most.")
    }
    return notices
  }
}

extension Extent {
  /// From the first to the last moment that anything read speaks of, be it of no use to any detector.
  init(of facts: FactStore, _ knowledge: Knowledge) {
    self = knowledge.coverage
    for event in facts.agentEvents.all { fold(event.fact.time) }
    for message in facts.gatewayMessages.all { fold(message.fact.time) }
  }
}

extension InputSummary {
  fileprivate var hasProblems: Bool { !problemCounts.isEmpty }
}

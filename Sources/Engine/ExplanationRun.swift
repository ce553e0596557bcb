import Detection
public import Model
import Reporting

/// Reads everything as a run does, and tells of one conversation what is known of it and why each detector fired or did not.
public struct ExplanationRun: Sendable {
  public struct Result: Sendable {
    /// Nil where nothing that was read speaks of the conversation.
    public let page: [UInt8]?
    public let inputs: [InputSummary]

    public var exitCode: Int32 {
      if !inputs.allSatisfy(\.isComplete) { return ExitCode.incomplete }
      return page == nil ? ExitCode.findings : ExitCode.success
    }
  }

  private let run: Run
  private let id: String

  /// - Parameter id: of a conversation, or of one of its dialogs.
  /// - Throws: where a setting is none that a detector has; nothing has been read then.
  public init(
    _ configuration: Configuration, conversation id: String,
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(ConfigurationError) {
    run = try Run(configuration, progress: progress)
    self.id = id
  }

  public func callAsFunction() async -> Result {
    let reading = await run.read(InputList(run.configuration))
    guard let conversation = Self.find(id, in: reading.facts) else { return Result(page: nil, inputs: reading.all) }
    let configuration = run.configuration
    let knowledge = await Knowledge(
      reading.facts, shared: run.suite.shared, listedBots: configuration.bots, asOf: configuration.asOf,
      jobs: configuration.jobs)
    // What depends on how many there are is concluded from all of them.
    let verdicts = await run.suite.judge(reading.facts.conversations, knowledge, jobs: configuration.jobs)
    let findings = ReportOrder(verdicts, configuration).findings(from: reading.inputs)
    let subject = Subject(conversation, knowledge)
    var explanation = Explanation(conversation: conversation.id.text(knowledge.names))
    explanation.traits = ExplanationTraits(subject).all
    explanation.timeline = ExplanationTimeline(subject).happenings
    explanation.verdicts = run.suite.explain(conversation, knowledge, verdicts).map { opinion in
      Self.verdict(opinion, findings.filter { $0.detector == opinion.info.id }, subject)
    }
    return Result(page: ExplanationText.page(explanation), inputs: reading.all)
  }

  private static func find(_ id: String, in facts: FactStore) -> Conversation? {
    var names = facts.names
    let id = Identifier(id, names: &names)
    if id.isAbsent { return nil }
    return facts.find(id) ?? facts.dialogOwners[id].flatMap { facts.find($0) }
      ?? facts.conversations.first { conversation in conversation.dialogs.contains { $0.id == id } }
  }

  private static func verdict(
    _ opinion: DetectorSuite.Opinion, _ findings: [Finding], _ subject: Subject
  ) -> Explanation.Verdict {
    let persons = subject.knowledge.persons
    let conversation = subject.conversation.id.text(subject.knowledge.names)
    let bots = Set(
      subject.conversation.participants.filter { persons.kind($0.id) == .bot }.map { persons.name(ofBot: $0.id) })
    var verdict = Explanation.Verdict(detector: opinion.info.id)
    verdict.findings = findings.filter { finding in
      if let other = finding.conversation { return other == conversation }
      return finding.bot.map(bots.contains) ?? false
    }
    let held = Set(opinion.probe.answers.filter(\.holds).map(\.guardID))
    verdict.guards = opinion.info.guards.filter { held.contains($0.id) }
    verdict.isJudged = opinion.examination.judged > 0
    verdict.isUndecided = opinion.examination.undecided > 0
    verdict.reasons = opinion.examination.notApplicable.keys.sorted()
    verdict.sights = opinion.probe.sights
    return verdict
  }
}

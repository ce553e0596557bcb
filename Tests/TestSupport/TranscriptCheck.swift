public import Detection
public import Model

/// One detector's verdict over a transcript, and where it differs from the transcript's flags.
public struct TranscriptCheck: Sendable {
  public let findings: [Finding]
  public let examination: Examination
  /// What was found and not flagged, and the other way round, a line each; nil where all agrees.
  public let difference: String?

  /// - Parameters:
  ///   - input: the place of the input that the facts are said to come from.
  ///   - line: added to the number of each line where evidence is concerned.
  ///   - probe: what is asked; one that disables a guard shows what that guard holds back.
  ///   - order: turns the facts into the order, and the copies, in which they are read.
  public init(
    _ type: any Detector.Type, _ text: String, settings: [(key: String, value: String)] = [],
    shared: SharedSettings = SharedSettings(), input: Int = 0, line: Int = 0, probe: Probe? = nil,
    order: ([Int]) -> [Int] = { $0 }
  ) throws {
    let detector = try type.make(settings)
    let transcript = try Transcript(text)
    let facts = transcript.store(input: input, line: line, order: order)
    let knowledge = Knowledge(facts, shared: shared, listedBots: transcript.listedBots, asOf: transcript.end)
    var total = Examination(probe: probe)
    var complaints: [String] = []
    for number in stride(from: 1, through: transcript.conversations, by: 1) {
      var names = facts.names
      let id = Identifier(Transcript.id(ofConversation: number), names: &names)
      guard let conversation = facts.find(id) else { continue }
      var examination = Examination(probe: probe)
      detector.examine(Subject(conversation, knowledge, probe: probe), into: &examination)
      if type.info.unit == .conversations { complaints += Self.complaint(number, examination, transcript) }
      total.merge(examination)
    }
    for timeline in knowledge.timelines {
      detector.examine(BotSubject(timeline, knowledge, probe: probe), into: &total)
    }
    examination = total
    findings = detector.conclude(total, knowledge)
    complaints += Self.complaints(findings, transcript, line)
    difference = complaints.isEmpty ? nil : complaints.joined(separator: "\n")
  }

  /// A detector leaves every conversation in exactly one way.
  private static func complaint(_ number: Int, _ examination: Examination, _ transcript: Transcript) -> [String] {
    var outcomes = Array(repeating: Transcript.Outcome.judged, count: examination.judged)
    outcomes += Array(repeating: .undecided, count: examination.undecided)
    for (reason, count) in examination.notApplicable {
      outcomes += Array(repeating: .notApplicable(reason), count: count)
    }
    guard outcomes.count == 1 else { return ["conversation \(number) was left in \(outcomes.count) ways: \(outcomes)"] }
    guard let (line, expected) = transcript.outcomes[number], expected != outcomes[0] else { return [] }
    return ["line \(line): conversation \(number) is \(outcomes[0])"]
  }

  private static func complaints(_ findings: [Finding], _ transcript: Transcript, _ offset: Int) -> [String] {
    var open = transcript.flags
    var complaints: [(line: Int, text: String)] = []
    for finding in findings {
      let place = place(finding, transcript, offset)
      let line = transcript.lines[place] ?? 0
      let found = "\(finding.cause) \(finding.severity) \(finding.confidence)"
      // Of a bot, whatever the line tells that it was seen on.
      let seen = finding.conversation == nil ? (finding.evidence?.record ?? 0) - offset : nil
      guard let index = open.firstIndex(where: { $0.place == place || $0.line == seen }) else {
        complaints.append((line, "line \(line) is not flagged, but found: \(found): \(finding.summary)"))
        continue
      }
      let flag = open.remove(at: index)
      let agrees =
        flag.cause ?? finding.cause == finding.cause && flag.severity ?? finding.severity == finding.severity
        && flag.confidence ?? finding.confidence == finding.confidence
      if !agrees { complaints.append((flag.line, "line \(flag.line) is found otherwise: \(found)")) }
    }
    complaints += open.map { ($0.line, "line \($0.line) is flagged, but not found") }
    return complaints.sorted { $0.line < $1.line }.map(\.text)
  }

  private static func place(_ finding: Finding, _ transcript: Transcript, _ offset: Int) -> Transcript.Place {
    if finding.conversation == nil { return .event(line: (finding.evidence?.record ?? 0) - offset) }
    let number = finding.conversation.flatMap { Int($0.split(separator: "-").last ?? "") } ?? 0
    if let sequence = finding.sequence {
      return .message(conversation: number, dialog: finding.dialog ?? "", sequence: sequence)
    }
    let request = Transcript.Place.request(conversation: number, line: (finding.evidence?.record ?? 0) - offset)
    return transcript.lines[request] == nil ? .conversation(number) : request
  }
}

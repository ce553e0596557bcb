public import Model

/// Finds bots that were not connected, or connected and of no use: nothing of what their consumers wrote could reach them.
public struct ConnectorOffline: Detector {
  public struct Settings: DetectorSettings {
    public var offlineAfter: Int64 = 120_000
    public var minErrors: Int64 = 2
    public var minRefusals: Int64 = 2
    public var refreshWithin: Int64 = 60_000
    public var silence: Int64 = 120_000
    public var heartbeats: Int64 = 3
    public var minHeartbeats: Int64 = 5
    public var onlineWithin: Int64 = 30_000
    public var minCollisions: Int64 = 3
    public var collisionWithin: Int64 = 10_000
    public var collisionWindow: Int64 = 600_000
    public var minHandovers: Int64 = 5
    public var handoverWithin: Int64 = 5000
    public init() {}

    public static let all: [Setting<Settings>] = [
      .duration(
        "offline-after", \.offlineAfter, 1000...86_400_000,
        "how long a program may fail to connect; the vendor's programs try again every two minutes at last"),
      .integer("min-errors", \.minErrors, 1...1000, "errors that must show that the program tried to connect"),
      .integer(
        "min-refusals", \.minRefusals, 1...1000, "refusals in a row of a bot that was never let in before"),
      .duration(
        "refresh-within", \.refreshWithin, 0...3_600_000,
        "a connection that was closed for an old token may be made anew within this"),
      .duration(
        "silence", \.silence, 1000...86_400_000, "how long a program with heartbeats may be silent at the least"),
      .integer("heartbeats", \.heartbeats, 1...1000, "and how many of its usual heartbeats may be missing"),
      .integer(
        "min-heartbeats", \.minHeartbeats, 2...1_000_000, "heartbeats that a log must have for silence to mean anything"
      ),
      .duration(
        "online-within", \.onlineWithin, 1000...3_600_000,
        "how soon after connecting a bot must ask to be online and for its rings"),
      .integer("min-collisions", \.minCollisions, 2...1000, "how often two programs must throw each other out"),
      .duration(
        "collision-within", \.collisionWithin, 100...600_000, "how soon after one connected the other must be closed"),
      .duration(
        "collision-window", \.collisionWindow, 1000...86_400_000, "and how near to each other all that must lie"),
      .integer(
        "min-handovers", \.minHandovers, 2...100_000, "conversations in a row that a bot must hand on without a word"),
      .duration("handover-within", \.handoverWithin, 100...600_000, "how soon after it was given them"),
    ]
  }

  private let settings: Settings
  public init(settings: Settings) { self.settings = settings }

  public func examine(_ subject: Subject, into examination: inout Examination) {
    subject.noteWaits(into: &examination)
    subject.noteHandovers(within: settings.handoverWithin, into: &examination)
  }

  public func examine(_ subject: BotSubject, into examination: inout Examination) {
    guard !subject.timeline.processes.isEmpty else {
      return examination.setAside(.noConnection)
    }
    var reports: [OfflineReport] = []
    var isUndecided = false
    for (place, process) in subject.timeline.processes.enumerated() {
      for disconnection in process.disconnections {
        let verdict = disconnection.verdict(subject, process: place, settings)
        subject.see(disconnection.sight)
        isUndecided = isUndecided || verdict.isUndecided
        let outage = disconnection.outageIndex.map { process.outages[$0] }
        reports += verdict.causes.map { OfflineReport($0, disconnection, outage) }
      }
    }
    reports += subject.heartbeatGaps(settings).map { OfflineReport($0) }
    let (idle, isIdleUndecided) = subject.idleConnections(settings)
    reports += idle.map { OfflineReport($0) }
    reports += subject.sessionCollisions(settings).map { OfflineReport($0) }
    // Two programs that were offline together were so once.
    let bot = subject.timeline.person
    var reported: [String: BotSpan] = [:]
    for report in reports.sorted(by: { ($0.began, $0.first.evidence) < ($1.began, $1.first.evidence) }) {
      let span = BotSpan(person: bot, began: report.began, ended: report.ended)
      // They come by their beginnings, so that the last to end is the only one to look at.
      if let last = reported[report.cause], last.overlaps(span) { continue }
      reported[report.cause] = span
      subject.see(report.sight)
      examination.add(report.finding(about: subject, settings), over: span)
    }
    if isUndecided || isIdleUndecided, reports.isEmpty { examination.leaveUndecided() } else { examination.judge() }
  }

  /// What was wrong with a bot is an error where its consumers waited meanwhile.
  public func conclude(_ examination: Examination, _ knowledge: Knowledge) -> [Finding] {
    let candidates =
      Array(examination.candidates)
      + HandoverRun.runs(examination, minimum: settings.minHandovers).map {
        OfflineReport.candidate($0, settings, knowledge)
      }
      + WaitCluster.clusters(examination, knowledge).filter { $0.kind == .silence }.map {
        OfflineReport.candidate($0, knowledge)
      }
    let waitsByPerson = Dictionary(grouping: examination.waits, by: \.person).mapValues { waits in
      waits.sorted { $0.began < $1.began }
    }
    return candidates.map { candidate in
      var finding = candidate.finding
      guard let span = candidate.span, let person = span.person, let all = waitsByPerson[person] else { return finding }
      let waits = all[all.partitioningIndex { $0.began >= span.began }...].prefix { span.contains($0.began) }
      if waits.isEmpty { return finding }
      finding.severity = .error
      finding.setDetail("unanswered_messages", .integer(Int64(waits.count)))
      finding.setDetail("conversations_affected", .integer(Int64(Set(waits.map(\.conversation)).count)))
      return finding
    }
  }
}

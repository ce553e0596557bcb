public import Model

/// One program of a bot, as its log or its rotated logs show it.
///
/// Logs of one bot that do not overlap in time are one program's: a log that was rotated, or a program that was moved. Logs that
/// overlap are programs side by side.
public struct BotProcess: Sendable {
  public private(set) var entries: [BotTimeline.Entry]
  public private(set) var outages: [Outage] = []
  /// Outages, and failures to connect before the first connection that the log shows.
  public private(set) var disconnections: [Disconnection] = []
  public private(set) var extent = Extent()
  /// Something of its connection was logged, not logins alone.
  public let showsConnection: Bool
  /// Moments at which the bot spoke, sorted.
  private let lives: [Timestamp]

  private init(_ entries: [BotTimeline.Entry], _ lives: [Timestamp], isAlone: Bool) {
    self.entries = entries
    self.lives = lives
    showsConnection = entries.contains { $0.event.kind != .login }
    for entry in entries { extent.fold(entry.event.time) }
    let showsSuccess = entries.contains { $0.event.isLetIn || $0.event.kind == .succeeded }
    var scan = OutageScan(lives, showsConnection: showsConnection, showsSuccess: showsSuccess, isAlone: isAlone)
    for entry in entries { scan.read(entry) }
    scan.finish()
    outages = scan.outages
    disconnections = scan.disconnections
  }

  /// Only what a program logs of its own connection makes a process; exports of users and of their activity do not.
  static func processes(_ entries: [BotTimeline.Entry], _ lives: [Timestamp]) -> [BotProcess] {
    let own = entries.filter(\.event.isOfProgram)
    // Lines of a recorder of logins stand alone, in whichever file they lie: all that tell of nothing else are one log.
    let connections = Set(own.lazy.filter { $0.event.kind != .login }.map(\.evidence.input))
    var byInput: [Int: [BotTimeline.Entry]] = [:]
    for entry in own {
      let input = entry.evidence.input
      byInput[connections.contains(input) ? input : -1, default: []].append(entry)
    }
    // Sorted by their beginnings, each log goes to the first program that had ended by then.
    let logs = byInput.values.sorted {
      let began = ($0[0].event.time?.milliseconds ?? 0, $1[0].event.time?.milliseconds ?? 0)
      return began.0 == began.1 ? $0[0].evidence < $1[0].evidence : began.0 < began.1
    }
    var lanes: [[BotTimeline.Entry]] = []
    for log in logs {
      let first = log[0].event.time
      let place = lanes.firstIndex { lane in
        guard let last = lane.last?.event.time, let first else { return false }
        return last <= first
      }
      if let place { lanes[place] += log } else { lanes.append(log) }
    }
    return lanes.map { BotProcess($0, lives, isAlone: lanes.count == 1) }
  }

  /// While this program was up all the time between two moments, another's outage harmed nobody.
  func isUp(from began: Timestamp, to ended: Timestamp?) -> Bool {
    guard let first = extent.earliest.moment, let last = extent.latest.moment, showsConnection else { return false }
    let end = ended ?? last
    // While another was down, whoever spoke for the bot was this one.
    let spoke = lives.first(after: began).map { life in ended.map { life < $0 } ?? true } ?? false
    guard first <= began, last >= end || spoke else { return false }
    // They follow each other: of those that began before the end the last is the last to end.
    let other = disconnections[..<disconnections.partitioningIndex { $0.began >= end }].last
    return other.map { $0.ended.map { $0 <= began } ?? false } ?? true
  }

  /// Whether a disconnection covers a moment, and the moment after it.
  func disconnection(over moment: Timestamp) -> Disconnection? {
    let last = disconnections[..<disconnections.partitioningIndex { $0.began > moment }].last
    return last.flatMap { $0.ended.map { $0 > moment } ?? true ? $0 : nil }
  }

  /// What an outage of this program is a part of; nil where it is none of it.
  func disconnection(of outage: Outage) -> Disconnection? {
    let start = outages.partitioningIndex { $0.began >= outage.began }
    guard let place = outages[start...].prefix(while: { $0.began == outage.began }).firstIndex(of: outage) else {
      return nil
    }
    return disconnections[..<disconnections.partitioningIndex { $0.began > outage.began }]
      .last { $0.outageIndex == place }
  }

  /// The outage of a moment at which it ended.
  func outage(endedAt moment: Timestamp) -> Outage? {
    let last = outages[..<outages.partitioningIndex { $0.began > moment }].last
    return last.flatMap { $0.ended == moment ? $0 : nil }
  }

  /// The outages that no other program of the bot bridged.
  static func commonOutages(_ processes: [BotProcess]) -> [Outage] {
    processes.enumerated().flatMap { index, process in
      process.outages.filter { outage in
        !processes.enumerated().contains {
          $0.offset != index && $0.element.isUp(from: outage.began, to: outage.ended)
        }
      }
    }
    .sorted { ($0.began, $0.evidence) < ($1.began, $1.evidence) }
  }
}

extension AgentEvent {
  /// A program logged it of itself; exports tell of logins, availability and accounts only.
  var isOfProgram: Bool {
    // A list of states tells how an export found it, not what its program saw.
    if isSnapshot { return false }
    return switch kind {
    case .started, .crashed, .connected, .closed, .reconnecting, .succeeded, .failed, .conversationsSubscribed,
      .ringsSubscribed, .messagesQueried, .heartbeat:
      true
    case .login: service == .login
    case .availability: outcome != .unknown
    case .logout, .enabled, .disabled: false
    }
  }
}

public import Model

/// One program of a bot, as its log or its rotated logs show it.
///
/// Logs of one bot that do not overlap in time are one program's: a log that was rotated, or a program that was moved. Logs that
/// overlap are programs side by side.
public struct BotProcess: Sendable {
  public private(set) var entries: [BotTimeline.Entry]
  public private(set) var outages: [Outage] = []
  public private(set) var extent = Extent()

  private init(_ entries: [BotTimeline.Entry], _ lives: [Timestamp]) {
    self.entries = entries
    for entry in entries { extent.fold(entry.event.time) }
    var scan = OutageScan(lives)
    for entry in entries { scan.read(entry) }
    scan.finish()
    outages = scan.outages
  }

  /// Only what a program logs of its own connection makes a process; exports of users and of their activity do not.
  static func processes(_ entries: [BotTimeline.Entry], _ lives: [Timestamp]) -> [BotProcess] {
    var byInput: [Int: [BotTimeline.Entry]] = [:]
    for entry in entries where entry.event.isOfProgram { byInput[entry.evidence.input, default: []].append(entry) }
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
    return lanes.map { BotProcess($0, lives) }
  }

  /// While this program was up all the time between two moments, another's outage harmed nobody.
  private func isUp(throughout outage: Outage) -> Bool {
    guard let first = extent.earliest.moment, let last = extent.latest.moment else { return false }
    let end = outage.ended ?? last
    return first <= outage.began && last >= end
      && !outages.contains { other in
        other.began < end && other.ended.map { $0 > outage.began } ?? true
      }
  }

  /// The outages that no other program of the bot bridged.
  static func commonOutages(_ processes: [BotProcess]) -> [Outage] {
    processes.enumerated().flatMap { index, process in
      process.outages.filter { outage in
        !processes.enumerated().contains { $0.offset != index && $0.element.isUp(throughout: outage) }
      }
    }
    .sorted { ($0.began, $0.evidence) < ($1.began, $1.evidence) }
  }
}

extension AgentEvent {
  /// A program logged it of itself; exports tell of logins, availability and accounts only.
  var isOfProgram: Bool {
    switch kind {
    case .started, .crashed, .connected, .closed, .reconnecting, .succeeded, .failed, .conversationsSubscribed,
      .ringsSubscribed, .messagesQueried, .heartbeat:
      true
    case .login: service == .login
    case .availability: outcome != .unknown
    case .logout, .enabled, .disabled: false
    }
  }
}

/// Reads a program's events in their order and notes when it had no connection.
private struct OutageScan {
  private(set) var outages: [Outage] = []
  private var isDown = false
  private var lastSign: BotTimeline.Entry?
  /// Moments at which the bot spoke, sorted.
  private let lives: [Timestamp]

  init(_ lives: [Timestamp]) { self.lives = lives }

  mutating func read(_ entry: BotTimeline.Entry) {
    guard let time = entry.event.time else { return }
    endBySign(before: time)
    switch entry.event.kind {
    case .closed:
      begin(at: time, entry)
      outages[outages.count - 1].closeCode = entry.event.code
    case .crashed:
      begin(at: time, entry)
      outages[outages.count - 1].crashed = true
    case .started:
      // Without a word of its end, the program before it lived until its last sign.
      if !isDown, let last = lastSign, let lastTime = last.event.time {
        begin(at: max(lastTime, lives.last(before: time) ?? lastTime), entry)
      }
      if isDown { outages[outages.count - 1].restarted = true }
    case .reconnecting: note(failure: nil)
    case .failed, .login:
      if entry.event.outcome.isSuccess { break }
      note(failure: entry.event)
    case .connected: end(at: time)
    case .conversationsSubscribed, .messagesQueried:
      if !entry.event.outcome.isRefusal, let last = outages.indices.last, !isDown { outages[last].resubscribed = true }
    case .heartbeat:
      // An answer of the server shows a connection whose beginning was not logged.
      if entry.event.outcome.isSuccess { end(at: time) }
    case .succeeded, .logout, .availability, .enabled, .disabled, .ringsSubscribed: break
    }
    lastSign = entry
  }

  private mutating func begin(at time: Timestamp, _ entry: BotTimeline.Entry) {
    // A second `closed`, or an exception after it, belongs to the same outage.
    if isDown { return }
    isDown = true
    outages.append(Outage(began: time, evidence: entry.evidence))
  }

  private mutating func note(failure: AgentEvent?) {
    guard isDown, let last = outages.indices.last else { return }
    outages[last].attempts += 1
    if let failure { outages[last].lastFailure = failure }
  }

  private mutating func end(at time: Timestamp) {
    guard isDown, let last = outages.indices.last else { return }
    outages[last].ended = max(time, outages[last].began)
    isDown = false
  }

  /// The bot spoke: somebody did not log that it was connected again.
  private mutating func endBySign(before time: Timestamp) {
    guard isDown, let last = outages.last, let life = lives.first(after: last.began), life < time else { return }
    end(at: life)
  }

  /// What is still down when the log ends.
  mutating func finish() {
    guard isDown, let last = outages.last, let life = lives.first(after: last.began) else { return }
    end(at: life)
  }
}

extension [Timestamp] {
  /// The first of sorted moments that lies more than two seconds, which clocks may differ by, after another.
  fileprivate func first(after moment: Timestamp) -> Timestamp? {
    let limit = moment.adding(milliseconds: 2000)
    let index = partitioningIndex { $0 > limit }
    return index < count ? self[index] : nil
  }

  fileprivate func last(before moment: Timestamp) -> Timestamp? {
    let index = partitioningIndex { $0 >= moment }
    return index > 0 ? self[index - 1] : nil
  }

  /// The first index from which on a claim holds of sorted elements.
  func partitioningIndex(_ holds: (Timestamp) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

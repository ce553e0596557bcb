import Model

/// A connection after which the program did not ask for work.
struct IdleConnection {
  let connected: BotTimeline.Entry
  let began: Timestamp
  /// When it asked after all, or lost the connection.
  let ended: Timestamp?
  /// What it did not ask for: its state, its rings.
  let missing: Set<AgentEvent.Kind>
}

extension BotSubject {
  /// - Returns: connections that stayed idle, and whether some could not be judged.
  func idleConnections(_ settings: ConnectorOffline.Settings) -> (found: [IdleConnection], isUndecided: Bool) {
    var found: [IdleConnection] = []
    var isUndecided = false
    for process in timeline.processes {
      for (index, entry) in process.entries.enumerated() where entry.event.kind == .connected {
        guard let time = entry.event.time else { continue }
        let deadline = time.adding(milliseconds: settings.onlineWithin)
        let missing = missing(after: index, of: process, until: deadline)
        if missing.isEmpty { continue }
        let up = process.entries[(index + 1)...].prefix { entry in
          ![.closed, .crashed, .started, .connected].contains(entry.event.kind)
        }
        let lost = up.endIndex < process.entries.count ? process.entries[up.endIndex].event.time : nil
        if isHeld(by: "lost-at-once", lost.map { $0 < deadline } ?? false) { continue }
        if isHeld(by: "token-refresh", isRenewal(endedAt: time, of: process, settings)) { continue }
        if isHeld(by: "availability-chosen", isChosen(from: time, until: deadline)) { continue }
        if isHeld(by: "log-ends", end.map { $0 < deadline } ?? true) {
          isUndecided = true
          continue
        }
        let asked = up.first { missing.contains($0.event.kind) && $0.event.outcome.isSuccess }?.event.time
        found.append(
          IdleConnection(
            connected: entry, began: time, ended: asked ?? lost, missing: missing))
      }
    }
    return (found, isUndecided)
  }

  /// Of what logs show of this bot at other connections, or of others in the same file, what did not come.
  private func missing(after index: Int, of process: BotProcess, until deadline: Timestamp) -> Set<AgentEvent.Kind> {
    let connected = process.entries[index]
    let window = process.entries[(index + 1)...].prefix { $0.event.time.map { $0 <= deadline } ?? false }
    return Set([.availability, .ringsSubscribed]).filter { (kind: AgentEvent.Kind) in
      let asked = window.contains { entry in
        guard entry.event.kind == kind else { return false }
        // Of a log's last request nobody knows the answer.
        if entry.event.outcome == .unknown { return true }
        guard entry.event.outcome.isSuccess else { return false }
        return kind != .availability || [.online, .unknown].contains(entry.event.availability)
      }
      if asked || (kind == .availability && isToldOnline(connected, until: deadline)) { return false }
      return !isHeld(by: "request-not-logged", !isLogged(kind, besides: connected, until: deadline))
    }
  }

  /// The platform itself told that the bot is online.
  private func isToldOnline(_ connected: BotTimeline.Entry, until deadline: Timestamp) -> Bool {
    guard let began = connected.event.time else { return false }
    return timeline.availabilities(from: began, to: deadline).contains { entry in
      entry.event.availability == .online && !entry.event.isSnapshot && !entry.event.isOfProgram
    }
  }

  private func isLogged(_ kind: AgentEvent.Kind, besides connected: BotTimeline.Entry, until deadline: Timestamp)
    -> Bool
  {
    guard let began = connected.event.time else { return false }
    let extent = timeline.requests[kind] ?? Extent()
    return extent.earliest.moment.map { $0 < began } ?? false || extent.latest.moment.map { $0 > deadline } ?? false
      || knowledge.botTimelines.shows(kind, in: connected.evidence.input, besides: timeline)
  }

  private func isRenewal(endedAt time: Timestamp, of process: BotProcess, _ settings: ConnectorOffline.Settings) -> Bool
  {
    guard let outage = process.outage(endedAt: time) else { return false }
    return time.milliseconds(since: outage.began) < settings.refreshWithin
      && outage.closeCode.map(Disconnection.refreshCodes.contains) ?? false
  }

  /// It asked to be in another state, and is.
  private func isChosen(from began: Timestamp, until deadline: Timestamp) -> Bool {
    timeline.availabilities(from: began, to: deadline).contains { entry in
      entry.event.isOfProgram && entry.event.outcome.isSuccess
        && [.away, .backSoon, .offline, .occupied].contains(entry.event.availability)
    }
  }
}

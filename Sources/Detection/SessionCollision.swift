import Model

/// Two programs of one bot that throw each other out: whenever one connects, the other is closed.
struct SessionCollision {
  /// The connections that threw another out, by time.
  let connections: [BotTimeline.Entry]
  let ended: Timestamp
}

extension BotSubject {
  func sessionCollisions(_ settings: ConnectorOffline.Settings) -> [SessionCollision] {
    guard timeline.processes.count > 1 else { return [] }
    var pairs: [(connected: BotTimeline.Entry, closed: Timestamp)] = []
    let entries = timeline.entries.filter { $0.event.isOfProgram && [.connected, .closed].contains($0.event.kind) }
    for (index, entry) in entries.enumerated() where entry.event.kind == .connected {
      guard let time = entry.event.time else { continue }
      let closed = entries[(index + 1)...].prefix { other in
        other.event.time.map { $0.milliseconds(since: time) <= settings.collisionWithin } ?? false
      }
      .first { other in
        other.event.kind == .closed && other.evidence.input != entry.evidence.input
          && !isHeld(by: "planned-stop", isPlannedStop(other, entries))
      }
      if let closed = closed?.event.time { pairs.append((entry, closed)) }
    }
    var found: [SessionCollision] = []
    var run: [(connected: BotTimeline.Entry, closed: Timestamp)] = []
    func finish() {
      if let last = run.last, Int64(run.count) >= settings.minCollisions {
        found.append(SessionCollision(connections: run.map(\.connected), ended: last.closed))
      }
      run = []
    }
    for pair in pairs {
      guard let time = pair.connected.event.time else { continue }
      let count = Int(clamping: settings.minCollisions)
      // The last so many must lie near to each other; a run that has so many goes on for as long as they do.
      if run.count >= count - 1, count > 1, let oldest = run[run.count - count + 1].connected.event.time,
        time.milliseconds(since: oldest) > settings.collisionWindow
      {
        if run.count >= count { finish() } else { run.removeFirst() }
      }
      run.append(pair)
    }
    finish()
    return found
  }

  /// Closed in good order, and the program did not come back: a deployment replaced it.
  private func isPlannedStop(_ closed: BotTimeline.Entry, _ entries: [BotTimeline.Entry]) -> Bool {
    guard closed.event.code == 1000, let time = closed.event.time else { return false }
    return !entries.contains { other in
      guard other.event.kind == .connected, other.evidence.input == closed.evidence.input, let back = other.event.time
      else { return false }
      return back >= time && other.evidence > closed.evidence
    }
  }
}

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
    let entries = connectionEntries
    let comebacks = Comebacks(entries.map(\.entry))
    for (index, entry) in entries.enumerated() where entry.entry.event.kind == .connected {
      guard let time = entry.entry.event.time else { continue }
      let closed = entries[(index + 1)...].prefix { other in
        other.entry.event.time.map { $0.milliseconds(since: time) <= settings.collisionWithin } ?? false
      }
      .first { other in
        // A log that was rotated is one program's, and its files are two.
        other.entry.event.kind == .closed && other.process != entry.process
          && other.entry.evidence.input != entry.entry.evidence.input
          && !isHeld(by: "planned-stop", isPlannedStop(other.entry, comebacks))
      }
      if let closed = closed?.entry.event.time { pairs.append((entry.entry, closed)) }
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

  /// What came up and went down, by time, and which of the bot's programs it was.
  private var connectionEntries: [(entry: BotTimeline.Entry, process: Int)] {
    timeline.processes.enumerated().flatMap { place, process in
      process.entries.filter { [.connected, .closed].contains($0.event.kind) }.map { ($0, place) }
    }
    .sorted {
      let times = ($0.entry.event.time?.milliseconds ?? 0, $1.entry.event.time?.milliseconds ?? 0)
      return times.0 == times.1 ? $0.entry.evidence < $1.entry.evidence : times.0 < times.1
    }
  }

  /// Closed in good order, and the program did not come back: a deployment replaced it.
  private func isPlannedStop(_ closed: BotTimeline.Entry, _ comebacks: Comebacks) -> Bool {
    guard closed.event.code == 1000, closed.event.time != nil else { return false }
    return !comebacks.follow(closed)
  }
}

/// When programs were connected, by the input that tells it: what comes after something else in time and in place.
private struct Comebacks {
  /// By time; with each the last place of it and of all after it.
  private var all: [Int: [(time: Timestamp, last: Evidence)]] = [:]

  /// - Parameter entries: by time.
  init(_ entries: [BotTimeline.Entry]) {
    for entry in entries.reversed() where entry.event.kind == .connected {
      guard let time = entry.event.time else { continue }
      let input = entry.evidence.input
      let last = all[input]?.last.map { max($0.last, entry.evidence) } ?? entry.evidence
      all[input, default: []].append((time, last))
    }
    for input in Array(all.keys) { all[input]?.reverse() }
  }

  func follow(_ closed: BotTimeline.Entry) -> Bool {
    guard let time = closed.event.time, let all = all[closed.evidence.input] else { return false }
    let next = all.partitioningIndex { $0.time >= time }
    return next < all.count && all[next].last > closed.evidence
  }
}

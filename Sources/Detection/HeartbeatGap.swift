import Model

/// A span in which nothing at all was heard of a program that had asked for the time again and again.
struct HeartbeatGap {
  /// The last thing heard of it.
  let last: BotTimeline.Entry
  let began: Timestamp
  let ended: Timestamp?
  /// Milliseconds for which silence says nothing.
  let limit: Int64
}

extension BotSubject {
  func heartbeatGaps(_ settings: ConnectorOffline.Settings) -> [HeartbeatGap] {
    timeline.processes.enumerated().flatMap { gaps(of: $0.element, $0.offset, settings) }
  }

  private func gaps(of process: BotProcess, _ place: Int, _ settings: ConnectorOffline.Settings) -> [HeartbeatGap] {
    guard process.showsConnection else { return [] }
    var gaps: [HeartbeatGap] = []
    let usual = Self.median(process.entries.filter { $0.event.kind == .heartbeat }.compactMap(\.event.time))
    let (waited, isTooLong) = usual.multipliedReportingOverflow(by: settings.heartbeats)
    let limit = isTooLong ? .max : max(settings.silence, waited)
    var beats: Int64 = 0
    for (index, entry) in process.entries.enumerated() {
      guard let time = entry.event.time else { continue }
      if entry.event.kind == .heartbeat { beats += 1 }
      let next = index + 1 < process.entries.count ? process.entries[index + 1] : nil
      guard let end = next?.event.time ?? accountEnd, end.milliseconds(since: time) > limit else { continue }
      guard let gap = silence(from: time, to: end, limit, isOpen: next == nil) else { continue }
      // Without heartbeats a quiet night is as silent as a program that stands still.
      if isHeld(by: "no-heartbeats", beats < settings.minHeartbeats) { continue }
      if isHeld(by: "explained", isExplained(entry, time, process)) { continue }
      if isHeld(by: "log-rotated", next.map { $0.evidence.input != entry.evidence.input } ?? false) { continue }
      let ended = next == nil && gap.upperBound == end ? nil : gap.upperBound
      let others = timeline.processes.enumerated().filter { $0.offset != place }.map(\.element)
      if isHeld(by: "another-connector", others.contains { $0.isUp(from: gap.lowerBound, to: ended) }) { continue }
      gaps.append(HeartbeatGap(last: entry, began: gap.lowerBound, ended: ended, limit: limit))
    }
    return gaps
  }

  /// The first span longer than a limit in which no log, no socket and no conversation shows the bot.
  private func silence(from start: Timestamp, to end: Timestamp, _ limit: Int64, isOpen: Bool) -> ClosedRange<
    Timestamp
  >? {
    let moments = [timeline.lives, timeline.frames].flatMap { moments in
      moments[moments.partitioningIndex { $0 > start }..<moments.partitioningIndex { $0 >= end }]
    }
    let heard = timeline.heard[timeline.heard.partitioningIndex { $0.upperBound > start }...]
      .prefix { $0.lowerBound < end }
    // A bot that goes on speaking after its log's last line has another log.
    let logEnd = heard.last?.upperBound ?? start
    if isOpen, isHeld(by: "log-ended", moments.contains { $0.milliseconds(since: logEnd) > limit }) { return nil }
    var last = start
    for sign in (moments.map { $0...$0 } + heard).sorted(by: { $0.lowerBound < $1.lowerBound }) + [end...end] {
      if sign.lowerBound.milliseconds(since: last) > limit { return last...sign.lowerBound }
      if !isHeld(by: "other-signs", true) { return start...end }
      last = max(last, sign.upperBound)
    }
    return nil
  }

  /// Whether the log says what happened: the connection was closed or failed.
  private func isExplained(_ entry: BotTimeline.Entry, _ time: Timestamp, _ process: BotProcess) -> Bool {
    if [.closed, .crashed, .failed, .reconnecting].contains(entry.event.kind) { return true }
    return process.disconnection(over: time).map { $0.first.event.kind != .started } ?? false
  }

  private static func median(_ beats: [Timestamp]) -> Int64 {
    guard beats.count > 1 else { return 0 }
    let intervals = zip(beats.dropFirst(), beats).map { $0.milliseconds(since: $1) }.sorted()
    return intervals[intervals.count / 2]
  }
}

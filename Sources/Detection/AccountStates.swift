import Model

/// What lists of users and the audit trail say of a bot's account: enabled, disabled, and by whom.
struct AccountStates {
  private let timed: [BotTimeline.Entry]
  private let timeless: [BotTimeline.Entry]
  /// When it was enabled, by time.
  private let enablings: [Timestamp]

  init(_ timeline: BotTimeline) {
    timed = timeline.entries.filter { [.enabled, .disabled].contains($0.event.kind) }
    enablings = timed.filter { $0.event.kind == .enabled }.compactMap(\.event.time)
    timeless = timeline.timeless.filter { [.enabled, .disabled].contains($0.event.kind) }
  }

  var isEmpty: Bool { timed.isEmpty && timeless.isEmpty }

  /// When the account was last enabled before a moment.
  func enabled(before moment: Timestamp) -> Timestamp? {
    enablings[..<enablings.partitioningIndex { $0 > moment }].last
  }

  /// What says that the account was disabled while some logins failed.
  /// - Parameter slack: milliseconds after the last failure for which a change still explains it; a list of states is later anyway.
  func disabled(during incident: LoginIncident, slack: Int64) -> [BotTimeline.Entry] {
    let first = incident.first.time
    // What it was enabled after says nothing any more.
    let start = [incident.before?.time, enabled(before: first)].compactMap(\.self).max()
    let states = entries(from: start, to: incident.after?.time).filter { entry in
      guard entry.event.kind == .disabled, let time = entry.event.time else { return false }
      return time <= first || entry.event.isSnapshot || time.milliseconds(since: incident.last.time) <= slack
    }
    return states + (incident.after == nil ? timeless.filter { $0.event.kind == .disabled } : [])
  }

  private func entries(from start: Timestamp?, to end: Timestamp?) -> ArraySlice<BotTimeline.Entry> {
    let first = timed.partitioningIndex { entry in start.map { entry.event.time ?? $0 >= $0 } ?? true }
    return timed[first...].prefix { entry in end.map { entry.event.time ?? $0 <= $0 } ?? true }
  }

  /// What is said of each span in which the account was disabled.
  func disabledSpans() -> [[BotTimeline.Entry]] {
    var spans = timed.split { $0.event.kind == .enabled }.map { Array($0) }
    let states = timeless.filter { $0.event.kind == .disabled }
    // A list without a time is of today, as far as anybody knows.
    if timed.last?.event.kind == .disabled, let last = spans.indices.last {
      spans[last] += states
    } else if !states.isEmpty {
      spans.append(states)
    }
    return spans
  }
}

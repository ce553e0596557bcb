import Model

/// What lists of users and the audit trail say of a bot's account: enabled, disabled, and by whom.
struct AccountStates {
  private let timed: [BotTimeline.Entry]
  private let timeless: [BotTimeline.Entry]

  init(_ timeline: BotTimeline) {
    timed = timeline.entries.filter { [.enabled, .disabled].contains($0.event.kind) }
    timeless = timeline.timeless.filter { [.enabled, .disabled].contains($0.event.kind) }
  }

  var isEmpty: Bool { timed.isEmpty && timeless.isEmpty }

  /// When the account was last enabled before a moment.
  func enabled(before moment: Timestamp) -> Timestamp? {
    timed.last { $0.event.kind == .enabled && ($0.event.time ?? moment) <= moment }?.event.time
  }

  /// What says that the account was disabled while some logins failed.
  /// - Parameter slack: milliseconds after the last failure for which a change still explains it; a list of states is later anyway.
  func disabled(during incident: LoginIncident, slack: Int64) -> [BotTimeline.Entry] {
    let states = timed.filter { entry in
      guard entry.event.kind == .disabled, let time = entry.event.time else { return false }
      if time > incident.first.time {
        if let after = incident.after?.time, time > after { return false }
        return entry.event.isSnapshot || time.milliseconds(since: incident.last.time) <= slack
      }
      if let before = incident.before?.time, before > time { return false }
      return !timed.contains { other in
        other.event.kind == .enabled && other.event.time.map { $0 > time && $0 <= incident.first.time } ?? false
      }
    }
    return states + (incident.after == nil ? timeless.filter { $0.event.kind == .disabled } : [])
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

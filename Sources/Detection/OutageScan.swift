import Model

/// Reads a program's events in their order and notes when it had no connection.
struct OutageScan {
  private(set) var outages: [Outage] = []
  private(set) var disconnections: [Disconnection] = []
  private var isDown = false
  /// The program was seen with a connection, and has not lost it since.
  private var isConnected = false
  private var lastSign: BotTimeline.Entry?
  private var current: Disconnection?
  /// Moments at which the bot spoke, sorted.
  private let lives: [Timestamp]

  /// In a log of logins alone a login is all that shows a connection.
  private let showsConnection: Bool

  /// The bot has no other program, which might be the one that spoke.
  private let isAlone: Bool

  /// The log shows something that succeeds. Where it only shows connections that close, it is one of warnings, and what is missing
  /// from it may have gone well.
  private let showsSuccess: Bool

  /// Milliseconds without a line after which a connection that closes was a new one, in a log of warnings.
  private static let attemptsPause: Int64 = 60_000

  init(_ lives: [Timestamp], showsConnection: Bool, showsSuccess: Bool, isAlone: Bool) {
    self.lives = lives
    self.isAlone = isAlone
    self.showsConnection = showsConnection
    self.showsSuccess = showsSuccess
  }

  mutating func read(_ entry: BotTimeline.Entry) {
    guard let time = entry.event.time else { return }
    endBySign(before: time)
    switch entry.event.kind {
    case .closed:
      if let last = lastSign?.event.time, time.milliseconds(since: last) > Self.attemptsPause { endUnseen() }
      begin(at: time, entry)
      // Attempts to connect again close, too; what ended the connection was the first.
      if outages[outages.count - 1].closeCode == nil { outages[outages.count - 1].closeCode = entry.event.code }
    case .crashed:
      begin(at: time, entry)
      outages[outages.count - 1].crashed = true
    case .started:
      // Without a word of its end, the program before it lived until its last sign.
      if !isDown, let last = lastSign, let lastTime = last.event.time {
        begin(at: max(lastTime, lives.last(before: time) ?? lastTime), entry)
      }
      isConnected = false
      if isDown { outages[outages.count - 1].restarted = true }
    case .reconnecting:
      if isDown { outages[outages.count - 1].attempts += 1 }
    case .failed, .login:
      if !entry.event.outcome.isSuccess {
        note(failure: entry, at: time)
      } else if entry.event.kind == .login, !showsConnection {
        end(at: time)
      }
    case .connected: end(at: time)
    case .conversationsSubscribed, .messagesQueried:
      endByAnswer(entry.event, at: time)
      if !entry.event.outcome.isRefusal, let last = outages.indices.last, !isDown { outages[last].resubscribed = true }
    case .heartbeat, .ringsSubscribed, .availability: endByAnswer(entry.event, at: time)
    case .succeeded, .logout, .enabled, .disabled: break
    }
    lastSign = entry
  }

  private mutating func begin(at time: Timestamp, _ entry: BotTimeline.Entry) {
    isConnected = false
    // A second `closed`, or an exception after it, belongs to the same outage.
    if isDown { return }
    isDown = true
    outages.append(Outage(began: time, evidence: entry.evidence))
    if current == nil { current = Disconnection(first: entry, began: time) }
  }

  private mutating func note(failure entry: BotTimeline.Entry, at time: Timestamp) {
    if isDown {
      outages[outages.count - 1].attempts += 1
      outages[outages.count - 1].lastFailure = entry.event
    }
    // While it is connected, renewing the session and other calls may fail, which end no connection.
    let isAttempt =
      [.connect, .reconnect].contains(entry.event.step) || (entry.event.kind == .login && !showsConnection)
    guard isDown || !isConnected || isAttempt else { return }
    if current == nil {
      // A log that begins in the middle shows the session renewed, and the connection that it is of not at all.
      if entry.event.step == .refresh || entry.event.service == .sessionRefresh { return }
      current = Disconnection(first: entry, began: time)
    }
    current?.failures.append(entry)
  }

  /// An answer of the server shows a connection whose beginning was not logged.
  private mutating func endByAnswer(_ event: AgentEvent, at time: Timestamp) {
    if event.outcome.isSuccess { end(at: time) }
  }

  private mutating func end(at time: Timestamp) {
    isConnected = true
    close(current.map { max(time, $0.began) })
    guard isDown, let last = outages.indices.last else { return }
    outages[last].ended = max(time, outages[last].began)
    isDown = false
  }

  private mutating func close(_ ended: Timestamp?) {
    guard var disconnection = current else { return }
    disconnection.ended = ended
    disconnection.outageIndex = isDown ? outages.indices.last : nil
    disconnections.append(disconnection)
    current = nil
  }

  /// The bot spoke: somebody did not log that it was connected again.
  private mutating func endBySign(before time: Timestamp) {
    guard isAlone, let began = isDown ? outages.last?.began : current?.began, let life = lives.first(after: began),
      life < time
    else { return }
    end(at: life)
  }

  /// The connection came up again at a moment that a log of warnings does not tell, after its last warning.
  private mutating func endUnseen() {
    guard !showsSuccess, isDown, current?.first.event.kind == .closed, let last = lastSign?.event.time else { return }
    end(at: last)
  }

  /// What is still down when the log ends.
  mutating func finish() {
    if isAlone, let began = isDown ? outages.last?.began : current?.began, let life = lives.first(after: began) {
      return end(at: life)
    }
    endUnseen()
    close(nil)
  }
}

extension [Timestamp] {
  /// The first of sorted moments that lies more than two seconds, which clocks may differ by, after another.
  func first(after moment: Timestamp) -> Timestamp? {
    let limit = moment.adding(milliseconds: 2000)
    let index = partitioningIndex { $0 > limit }
    return index < count ? self[index] : nil
  }

  fileprivate func last(before moment: Timestamp) -> Timestamp? {
    let index = partitioningIndex { $0 >= moment }
    return index > 0 ? self[index - 1] : nil
  }
}

extension Array {
  /// The first index from which on a claim holds of sorted elements.
  func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

public import Model

/// What happened to one bot outside of its conversations, in the order of time: its connections, logins, availability, account.
public struct BotTimeline: Sendable {
  /// One thing that happened, and where it was read.
  public struct Entry: Sendable {
    public let event: AgentEvent
    public let evidence: Evidence
  }

  /// Who it is; nil for the program of a log that nothing names.
  public let person: Persons.Person?
  /// An id of the bot, by which `Persons` finds it; absent for the program of a log that nothing names.
  public let id: Identifier
  public let account: Identifier
  /// Everything that has a time, by time and place.
  public let entries: [Entry]
  /// When its programs were started or connected, in the order of time.
  let beginnings: [Timestamp]
  /// What it, or anybody for it, said of its availability, by time and place.
  private let availabilities: [Entry]
  /// Those of them that tell in which state it was then.
  private let states: [Entry]
  /// From when to when its programs asked to be online, and for their rings.
  let requests: [AgentEvent.Kind: Extent]
  /// What is said without a time: states of lists of users.
  public let timeless: [Entry]
  /// The bot's program or programs; several run side by side where their logs overlap.
  public let processes: [BotProcess]
  /// While no process was connected.
  public let outages: [Outage]
  /// When they ended, in milliseconds; an open one never does.
  private let outageEnds: MaximumTree<Int64>
  /// When it was first let in.
  let letIn: Earliest
  /// Moments at which the bot said something in a conversation, sorted.
  let lives: [Timestamp]
  /// Moments at which its logs speak of conversations, sorted; only of bots whose programs ask for the time, or nothing is missing.
  let frames: [Timestamp]
  /// From the first to the last moment of each minute in which its own socket brought something, sorted.
  let heard: [ClosedRange<Timestamp>]
  /// From the first to the last moment at which its own logs speak.
  public let extent: Extent

  /// - Parameters:
  ///   - lives: moments at which the bot said something in a conversation, sorted.
  init(
    person: Persons.Person?, id: Identifier, account: Identifier, entries: [Entry], lives: [Timestamp],
    frames: [Timestamp] = [], heard: [ClosedRange<Timestamp>] = []
  ) {
    self.person = person
    self.id = id
    self.account = account
    self.lives = lives
    self.frames = frames
    self.heard = heard
    self.entries = entries.filter { $0.event.time != nil }.sorted(by: Self.precedes)
    beginnings = self.entries.compactMap { entry in
      entry.event.kind == .connected || entry.event.kind == .started ? entry.event.time : nil
    }
    timeless = entries.filter { $0.event.time == nil }.sorted { $0.evidence < $1.evidence }
    processes = BotProcess.processes(self.entries, lives)
    outages = BotProcess.commonOutages(processes)
    outageEnds = MaximumTree(outages.map { $0.ended?.milliseconds ?? .max })
    letIn = Earliest(self.entries.first { $0.event.isLetIn }?.event.time)
    availabilities = self.entries.filter { $0.event.kind == .availability }
    states = availabilities.filter { !$0.event.outcome.isRefusal && $0.event.availability != .unknown }
    var requests: [AgentEvent.Kind: Extent] = [:]
    for entry in self.entries where entry.event.asksForWork && entry.event.isOfProgram {
      requests[entry.event.kind, default: Extent()].fold(entry.event.time)
    }
    self.requests = requests
    var extent = Extent()
    for process in processes { extent.fold(process.extent) }
    self.extent = extent
  }

  /// Something of its connection was logged, so that the log would show an outage; logins alone would not.
  public var showsConnection: Bool { processes.contains { $0.showsConnection } }

  /// Subscriptions to conversations and queries of the program were logged, so that one that is missing says something.
  var showsSubscriptions: Bool {
    entries.contains { entry in
      switch entry.event.kind {
      case .conversationsSubscribed, .messagesQueried: true
      default: false
      }
    }
  }

  /// The outage that a moment lies in.
  public func outage(at moment: Timestamp?) -> Outage? {
    guard let moment else { return nil }
    return lastOutage(beganBy: moment, endingFrom: moment.milliseconds + 1)
  }

  /// The last of those that had begun by a moment and that end no earlier than at another.
  func lastOutage(beganBy moment: Timestamp, endingFrom milliseconds: Int64) -> Outage? {
    let begun = outages.partitioningIndex { $0.began > moment }
    return outageEnds.last(before: begun, atLeast: milliseconds).map { outages[$0] }
  }

  /// What was said of its availability in a span of time.
  func availabilities(from began: Timestamp, to ended: Timestamp) -> ArraySlice<Entry> {
    availabilities[
      availabilities.partitioningIndex {
        $0.event.time.map { $0 >= began } ?? true
      }...
    ].prefix { $0.event.time.map { $0 <= ended } ?? false }
  }

  /// The last state that it was in by some moment, so far as it was not refused.
  func availability(at moment: Timestamp) -> AgentEvent? {
    states[..<states.partitioningIndex { $0.event.time.map { $0 > moment } ?? true }].last?.event
  }

  /// Events of one moment stand in the order of their log: `closed` and then `connected` is a reconnect, the other way round a
  /// connection that was lost at once.
  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    let times = (left.event.time?.milliseconds ?? 0, right.event.time?.milliseconds ?? 0)
    return times.0 == times.1 ? left.evidence < right.evidence : times.0 < times.1
  }
}

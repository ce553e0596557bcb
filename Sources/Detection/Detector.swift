public import Model

/// Finds one kind of problem: examines each conversation, then concludes once over all it saw.
public protocol Detector: Sendable, SendableMetatype {
  associatedtype Settings: DetectorSettings
  static var info: DetectorInfo { get }
  init(settings: Settings)

  /// Looks at one conversation and notes what it finds, or why it cannot tell.
  func examine(_ subject: Subject, into examination: inout Examination)

  /// Looks at one bot, outside of its conversations, and notes what it finds.
  func examine(_ subject: BotSubject, into examination: inout Examination)

  /// Turns candidates into findings, where severity or cause depends on how many there are, or on what else was noted.
  func conclude(_ examination: Examination, _ knowledge: Knowledge) -> [Finding]
}

extension Detector {
  /// Most detectors judge conversations alone.
  public func examine(_ subject: BotSubject, into examination: inout Examination) {}

  public func conclude(_ examination: Examination, _ knowledge: Knowledge) -> [Finding] {
    examination.candidates.map(\.finding)
  }

  /// - Throws: where a key is none of this detector's, or a value out of its range.
  public static func make(_ changes: [(key: String, value: String)]) throws(SettingError) -> any Detector {
    Self(settings: try Settings(changes))
  }

  /// The settings that some changes make differ from the defaults, as the user would write them.
  public static func describeChanges(
    _ changes: [(key: String, value: String)]
  ) throws(SettingError) -> [(key: String, value: String)] {
    try Settings(changes).changed
  }
}

/// What a finding is counted in, where rates decide.
public struct Bucket: Hashable, Sendable {
  public var bot: Persons.Person?
  public var account = Identifier.absent
  public var channel = Identifier.absent
  /// Hours since 1970.
  public var hour: Int64 = 0
  public var isFromConsumer = false
  var user: User?

  /// Somebody who need not be anybody that records tell of.
  enum User: Hashable, Sendable {
    case person(Persons.Person)
    case id(Identifier)
  }

  public init() {}
}

/// One is looked up for nearly every conversation.
extension Bucket: RecentKey {
  var hint: Int { Int(truncatingIfNeeded: hour) &* 31 &+ (bot ?? 0) &+ channel.hint }
}

/// A finding that is still to be concluded.
public struct Candidate: Sendable {
  public var finding: Finding
  public var bucket: Bucket?
  /// The turn that was left waiting, where what others of its bot came to decides.
  var wait: Wait?
  var span: BotSpan?
}

/// From when to when something was wrong with a bot, for what its consumers have to say about it.
struct BotSpan: Sendable {
  let person: Persons.Person?
  let began: Timestamp
  /// Nil where it was not over when the log ended.
  let ended: Timestamp?

  func contains(_ moment: Timestamp) -> Bool { moment >= began && ended.map { moment < $0 } ?? true }

  func overlaps(_ other: BotSpan) -> Bool {
    began <= other.ended ?? other.began.adding(milliseconds: .max)
      && other.began <= ended ?? began.adding(milliseconds: .max)
  }
}

/// All that one detector noted; merging two is a union and a sum over different conversations.
public struct Examination: Sendable, Probed {
  /// They are large: what each piece of the run came to stays a list of its own.
  private var candidateLists: [[Candidate]] = []
  /// Conversations seen in a bucket.
  private(set) var sizes = RecentTable<Bucket, Int>()
  public private(set) var judged = 0
  public private(set) var undecided = 0
  /// By reason.
  private var setAside = Array(repeating: 0, count: Reason.allCases.count)
  private(set) var waits: [Wait] = []
  private(set) var services = RecentTable<Persons.Person, Service>()
  private(set) var handovers: [Handover] = []
  /// When a bot was given conversations that it did not hand on at once: nearly all, in lists that are never moved.
  private(set) var kept: [[(person: Persons.Person, assigned: Timestamp)]] = []
  let probe: Probe?

  private static let keptLength = 1024

  public init(probe: Probe? = nil) { self.probe = probe }

  /// Findings that are still to be concluded.
  public var candidates: FlattenSequence<[[Candidate]]> { candidateLists.joined() }

  public mutating func add(_ finding: Finding, in bucket: Bucket? = nil) {
    add(Candidate(finding: finding, bucket: bucket))
  }

  mutating func add(_ finding: Finding, waiting wait: Wait) {
    add(Candidate(finding: finding, bucket: nil, wait: wait))
  }

  mutating func add(_ finding: Finding, over span: BotSpan) {
    add(Candidate(finding: finding, bucket: nil, span: span))
  }

  private mutating func add(_ candidate: Candidate) {
    if candidateLists.isEmpty { candidateLists.append([]) }
    candidateLists[candidateLists.count - 1].append(candidate)
  }

  public mutating func count(_ bucket: Bucket) { sizes.update(bucket, from: 0) { $0 += 1 } }

  mutating func note(_ wait: Wait) { waits.append(wait) }

  @inline(__always)
  mutating func note(_ service: Service) { services.update(service.person, from: service) { $0.fold(service) } }

  mutating func note(_ handover: Handover) { handovers.append(handover) }

  mutating func noteKept(by person: Persons.Person, assigned: Timestamp) {
    if kept.isEmpty || kept[kept.count - 1].count == Self.keptLength {
      kept.append([])
      kept[kept.count - 1].reserveCapacity(Self.keptLength)
    }
    kept[kept.count - 1].append((person, assigned))
  }

  /// The conversation or bot could be judged, whatever the verdict.
  public mutating func judge() { judged += 1 }
  public mutating func leaveUndecided() { undecided += 1 }
  public mutating func setAside(_ reason: Reason) { setAside[reason.rawValue] += 1 }

  /// Conversations or bots in which no input could have shown the problem, by reason.
  public var notApplicable: [String: Int] {
    Reason.allCases.reduce(into: [:]) { if setAside[$1.rawValue] > 0 { $0[$1.text] = setAside[$1.rawValue] } }
  }

  /// Candidates by bucket.
  public var candidateCounts: [Bucket: Int] {
    var counts: [Bucket: Int] = [:]
    for list in candidateLists {
      for index in list.indices { if let bucket = list[index].bucket { counts[bucket, default: 0] += 1 } }
    }
    return counts
  }

  /// The findings of all candidates.
  /// - Parameter change: what the numbers of its bucket make of one.
  func findings(_ change: (inout Finding, Bucket) -> Void) -> [Finding] {
    var findings: [Finding] = []
    findings.reserveCapacity(candidateLists.reduce(0) { $0 + $1.count })
    for list in candidateLists {
      for index in list.indices {
        findings.append(list[index].finding)
        if let bucket = list[index].bucket { change(&findings[findings.count - 1], bucket) }
      }
    }
    return findings
  }

  /// All that was noted of a whole run, with no other candidates than these: what a conclusion then asks, it asks of them.
  public func within(_ run: Examination) -> Examination {
    let persons = Set((waits + candidates.compactMap(\.wait)).map(\.person))
    var joined = Examination(probe: probe)
    joined.merge(run)
    joined.candidateLists = candidateLists
    joined.waits.removeAll { !persons.contains($0.person) }
    return joined
  }

  public mutating func merge(_ other: Examination) {
    candidateLists += other.candidateLists
    for (bucket, count) in other.sizes.all { sizes.update(bucket, from: 0) { $0 += count } }
    waits += other.waits
    for (_, service) in other.services.all { note(service) }
    handovers += other.handovers
    kept += other.kept
    judged += other.judged
    undecided += other.undecided
    for index in setAside.indices { setAside[index] += other.setAside[index] }
  }
}

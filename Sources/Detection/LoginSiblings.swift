import Model

/// How the account's other bots fared while one bot's logins failed: what all have in common is not to blame.
struct LoginSiblings {
  private(set) var working = 0
  /// The first of those, by login or name.
  private(set) var listed: [String] = []
  private(set) var failing = 0
  /// One of them was let in meanwhile from an address that is none of the failing ones.
  private(set) var worksFromElsewhere = false

  private static let listedCount = 10

  /// - Parameter slack: milliseconds around the incident that count as meanwhile.
  init(_ subject: BotSubject, _ incident: LoginIncident, slack: Int64) {
    let began = incident.first.time.adding(milliseconds: -slack)
    let ended = (incident.after?.time ?? incident.last.time).adding(milliseconds: slack)
    let failingAddresses = Set(incident.refusals.map(\.address))
    let timelines = subject.knowledge.botTimelines
    for place in timelines.ofAccount[subject.timeline.account] ?? [] {
      // Of the many bots of an account only the entries are taken: a whole timeline costs more to copy than to look at.
      let id = timelines.all[place].id
      if id.isAbsent || id == subject.timeline.id { continue }
      let fate = LoginFate(timelines.all[place].entries, from: began, to: ended, besides: failingAddresses)
      if fate.isLetIn {
        working += 1
        let persons = subject.knowledge.persons
        if listed.count < Self.listedCount { listed.append(persons.login(id) ?? persons.name(ofBot: id)) }
      } else if fate.wasRefused {
        failing += 1
      }
      worksFromElsewhere = worksFromElsewhere || fate.worksFromElsewhere
    }
  }
}

/// How one bot fared in a span of time.
private struct LoginFate {
  /// The last that was known of it at the end.
  private(set) var isLetIn = false
  private(set) var wasRefused = false
  private(set) var worksFromElsewhere = false

  /// - Parameter addresses: those of which it does not count that a login came from them.
  init(_ entries: [BotTimeline.Entry], from began: Timestamp, to ended: Timestamp, besides addresses: Set<Identifier>) {
    let start = entries.partitioningIndex { $0.event.time.map { $0 >= began } ?? true }
    let end = entries.partitioningIndex { $0.event.time.map { $0 > ended } ?? true }
    for entry in entries[start..<max(start, end)] {
      wasRefused = wasRefused || entry.event.isRefusedLogin
      worksFromElsewhere = worksFromElsewhere || entry.event.isLogin(besides: addresses)
    }
    let last = entries[..<end].last { $0.event.isLetIn || $0.event.isRefusedLogin || $0.event.endsConnection }
    isLetIn = last?.event.isLetIn ?? false
  }
}

extension AgentEvent {
  /// A login that was refused, of whatever it says.
  fileprivate var isRefusedLogin: Bool { kind == .login && [401, 403].contains(outcome.code ?? code) }
  fileprivate func isLogin(besides addresses: Set<Identifier>) -> Bool {
    kind == .login && outcome.isSuccess && !address.isAbsent && !addresses.contains(address)
  }
  fileprivate var endsConnection: Bool { [.closed, .crashed].contains(kind) && !isSnapshot }
}

import Model

/// How the account's other bots fared while one bot's logins failed: what all have in common is not to blame.
struct LoginSiblings {
  private(set) var working: [BotTimeline] = []
  private(set) var failing = 0
  /// One of them was let in meanwhile from an address that is none of the failing ones.
  private(set) var worksFromElsewhere = false

  /// - Parameter slack: milliseconds around the incident that count as meanwhile.
  init(_ subject: BotSubject, _ incident: LoginIncident, slack: Int64) {
    let began = incident.first.time.adding(milliseconds: -slack)
    let ended = (incident.after?.time ?? incident.last.time).adding(milliseconds: slack)
    let failingAddresses = Set(incident.refusals.map(\.address))
    for sibling in subject.siblings where !sibling.id.isAbsent {
      let known = sibling.entries.filter { $0.event.time.map { $0 <= ended } ?? false }
      let refused = known.contains { $0.event.isRefusedLogin && ($0.event.time ?? began) >= began }
      switch known.last(where: { $0.event.isLetIn || $0.event.isRefusedLogin || $0.event.endsConnection })?.event {
      case .some(let event) where event.isLetIn: working.append(sibling)
      case .some where refused: failing += 1
      default: break
      }
      worksFromElsewhere =
        worksFromElsewhere
        || known.contains { entry in
          guard let time = entry.event.time, time >= began, entry.event.kind == .login else { return false }
          return entry.event.outcome.isSuccess && !entry.event.address.isAbsent
            && !failingAddresses.contains(entry.event.address)
        }
    }
  }
}

extension AgentEvent {
  /// A login that was refused, of whatever it says.
  fileprivate var isRefusedLogin: Bool { kind == .login && [401, 403].contains(outcome.code ?? code) }
  fileprivate var endsConnection: Bool { [.closed, .crashed].contains(kind) && !isSnapshot }
}

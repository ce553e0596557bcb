import Model

/// What requests to join one conversation are judged by; they may be many.
struct JoinSurroundings {
  let subject: Subject
  /// When requests succeeded, of each who asked, by time.
  private var successes: [Asker: [Timestamp]] = [:]
  /// When the earliest message of each dialog was said.
  private var begun: [UInt16: Earliest] = [:]

  /// Ids of one person count as one.
  private enum Asker: Hashable {
    case person(Persons.Person)
    case id(Identifier)
  }

  init(_ subject: Subject) {
    self.subject = subject
    for exchange in subject.conversation.exchanges
    where exchange.kind == .join && exchange.outcome.isSuccess && exchange.askedRole != .reader {
      if let time = exchange.time { successes[asker(user(of: exchange)), default: []].append(time) }
    }
    for asker in Array(successes.keys) { successes[asker]?.sort() }
    for message in subject.conversation.messages {
      begun[message.dialog, default: Earliest()].fold(message.time.moment)
    }
  }

  /// Who asked, by the id that the request has; absent where nothing tells.
  func user(of request: Exchange) -> Identifier {
    let isKnown = request.sender != Message.unknownSender
    return isKnown ? subject.conversation.participants[Int(request.sender)].id : .absent
  }

  private func asker(_ user: Identifier) -> Asker {
    subject.knowledge.persons.find(user).map { .person($0) } ?? .id(user)
  }

  /// Whether somebody's request succeeds near a moment; at any later time, where there is no window.
  func succeeds(_ user: Identifier, at time: Timestamp, within window: Int64?) -> Bool {
    let times = successes[asker(user)] ?? []
    if let window { return !times.places(near: time, within: window).isEmpty }
    return times.last.map { $0 >= time } ?? false
  }

  /// Whether anything had been said in a dialog by a moment.
  func hasBegun(_ dialog: Int, by time: Timestamp) -> Bool {
    begun[UInt16(dialog)]?.moment.map { $0 <= time } ?? false
  }
}

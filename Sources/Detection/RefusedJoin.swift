import Model

/// A request to join a conversation that was refused, and what the conversation was like then.
struct RefusedJoin {
  let subject: Subject
  let request: Exchange
  let time: Timestamp
  /// Who asked, by the id that the request has; absent where nothing tells.
  let user: Identifier
  private let around: JoinSurroundings
  /// Who has the conversation, if it is a bot.
  let bot: Participant?
  /// Who asked, under any id.
  private let participants: [Participant]

  init(_ around: JoinSurroundings, _ request: Exchange, _ time: Timestamp) {
    let subject = around.subject
    self.subject = subject
    self.around = around
    self.request = request
    self.time = time
    user = around.user(of: request)
    participants = user.isAbsent ? [] : subject.participants(of: user)
    bot = subject.botInCharge(at: time)
    subject.see(
      "\(time): a request to join as \(request.askedRole) was answered \(request.outcome.code ?? 0)"
        + (bot == nil ? "; no bot had the conversation" : "; a bot had the conversation"))
  }

  var isAskedByBot: Bool { !user.isAbsent && subject.knowledge.persons.kind(user) == .bot }

  /// The UTC day, `2026-03-02`.
  var day: String { String(time.description.prefix(10)) }

  /// What is reported together: a user's refusals of one day.
  var bucket: Bucket {
    var bucket = Bucket()
    bucket.account = subject.conversation.account
    bucket.hour = time.milliseconds / 86_400_000 * 24
    if !user.isAbsent { bucket.user = subject.knowledge.persons.find(user).map { .person($0) } ?? .id(user) }
    return bucket
  }

  /// Whether a request of the same user for the same, or for more, succeeds; near to this one, or at any later time.
  func succeeds(within window: Int64?) -> Bool {
    around.succeeds(user, at: time, within: window)
  }

  /// Whether the logs go on for so long after it. Whose log the request is in, they need not tell, so it is all of them that count.
  func isCovered(_ milliseconds: Int64) -> Bool {
    let knowledge = subject.knowledge
    return subject.isCovered(milliseconds, after: time, until: knowledge.asOf ?? knowledge.coverage.latest.moment)
      ?? false
  }

  /// Whether all that is left of the conversation is its survey. That it began, its own times tell, or its messages, or the end of the
  /// main dialog; a log may lack any of them.
  var isInSurvey: Bool {
    let conversation = subject.conversation
    return conversation.dialogs.enumerated().contains { index, survey in
      guard survey.type == .postSurvey else { return false }
      let main = conversation.dialogs.first { $0.type == .main }
      let began = main?.created.moment ?? conversation.started.moment
      let hasBegun =
        isPast(main?.closed.moment) || isPast(survey.created.moment.flatMap { $0 == began ? nil : $0 })
        || around.hasBegun(index, by: time)
      return hasBegun && !(isPast(survey.closed.moment) && isPast(conversation.closedAsOf.moment))
    }
  }

  private func isPast(_ moment: Timestamp?) -> Bool { moment.map { $0 <= time } ?? false }

  /// Whether the conversation was closed, handed on or taken over shortly before or after.
  func isDisturbed(within window: Int64) -> Bool {
    let conversation = subject.conversation
    let (start, end) = (time.adding(milliseconds: -window), time.adding(milliseconds: window))
    let moments = [
      conversation.closedAsOf.moment, conversation.transferred.moment, conversation.lastTransferred.moment,
    ]
    if moments.contains(where: { $0.map { $0 >= start && $0 <= end } ?? false }) { return true }
    guard let bot else { return false }
    // Nobody had it before the bot came.
    return subject.isTakenAway(from: bot, after: max(start, bot.assigned.moment ?? start), until: end)
  }

  private var roles: RoleSet { participants.reduce(into: RoleSet()) { $0.formUnion(rolesThen($1)) } }

  /// Roles are kept without their times; whoever came later had none.
  private func rolesThen(_ participant: Participant) -> RoleSet {
    guard let joined = participant.joined.moment ?? participant.assigned.moment, joined <= time else { return [] }
    guard participant.roles.contains(.assigned), let assigned = participant.assigned.moment, assigned > time else {
      return participant.roles
    }
    return participant.roles.subtracting(.assigned)
  }

  /// The first that holds.
  func cause(closedBefore window: Int64) -> String {
    let roles = roles
    if isChat { return "chat-channel" }
    if roles.contains(.suggested), !roles.contains(.assigned) { return "suggested-agent" }
    if !roles.isDisjoint(with: [.manager, .reader, .assigned]) { return "already-participant" }
    let conversation = subject.conversation
    let isClosed =
      conversation.isClosed && conversation.closedAsOf.moment.map { time.milliseconds(since: $0) > window } ?? false
    return isClosed || conversation.marks.contains(.locked) ? "not-open" : "permission-or-unknown"
  }

  /// A channel's name may hold the word: `Apple Business Chat` is messaging.
  private var isChat: Bool {
    let letters = subject.conversation.channel.text(subject.knowledge.names).lowercased().filter(\.isLetter)
    return subject.conversation.marks.contains(.chat) || ["chat", "livechat", "webchat"].contains(letters)
  }

  var channelType: String? {
    let channel = subject.conversation.channel
    if subject.conversation.marks.contains(.chat) { return "CHAT" }
    return channel.isAbsent ? nil : channel.text(subject.knowledge.names)
  }
}

import Model

/// Pairs the requests of one stream with their responses. Ids are used again, so a response answers the nearest request before it
/// that has its id and is still open.
struct PendingExchanges {
  struct Request {
    var id: Identifier
    var evidence: Evidence
    /// When it was sent: as its recorder wrote, or at the latest, which the next moment tells that the stream tells of.
    var sent: Timestamp?
    /// The recorder wrote the time.
    let isTimed: Bool
    var kind: Exchange.Kind?
    /// What the request is for the program that sent it, beside any conversation.
    var event: AgentEvent?
    var dialog = Identifier.absent
    var content: MessageContent?
    /// The answer names the user whose program sent it.
    var asksForOwner = false
    /// Who asks or sends, and as what somebody asks to be in the conversation.
    var asker = Identifier.absent
    var askedRole = Role.unknown

    init(id: Identifier, evidence: Evidence, sent: Timestamp?) {
      self.id = id
      self.evidence = evidence
      self.sent = sent
      isTimed = sent != nil
    }
  }

  struct Settled {
    var request: Request
    var outcome: Exchange.Outcome
    var side: Role
    var items: Int32 = 0
    var sequence: Int32?
    var hasReason = false

    /// Which agent it was counts, and not only that it was one.
    var needsOwner: Bool { request.kind == .join || (request.kind == .publish && side != .consumer) }

    /// It is known whose it is.
    var isOwned: Bool { side != .unknown && (!needsOwner || !request.asker.isAbsent) }
  }

  /// A request or a response was met.
  private(set) var isUsed = false
  /// The newest moment that the stream told, and of those the connection in hand.
  private(set) var clock = Latest()
  private var connectionClock = Latest()
  /// The last requests have no time yet.
  private var hasUndated = false
  /// On whose side the stream is, once something in it told.
  private(set) var side = Role.unknown
  /// The first that was told: on that side is what happened before.
  private var firstSide = Role.unknown
  private var open: [Request] = []
  /// What depends on whose program this is, as long as nothing told.
  private var unowned: [Settled] = []

  /// The SDK gives a request up after 10 seconds (node-agent-sdk, AgentSDK.js).
  private static let timeoutMilliseconds: Int64 = 10_000
  /// More open requests than any client has; the oldest are then given up.
  private static let openLimit = 1024
  /// What tells whose program it is comes soon, if at all.
  private static let unownedLimit = 4096

  /// Something told on whose side the stream is.
  mutating func learn(_ side: Role) {
    self.side = side
    if firstSide == .unknown { firstSide = side }
  }

  /// The stream told a moment.
  mutating func passed(_ moment: Timestamp) {
    clock.fold(moment)
    if let now = connectionClock.moment, moment <= now { return }
    connectionClock.fold(moment)
    if !hasUndated { return }
    hasUndated = false
    for index in open.indices.reversed() {
      if open[index].sent == nil { open[index].sent = moment } else if !open[index].isTimed { break }
    }
  }

  /// A connection begins: its times may lie before those of the one before.
  /// - Returns: what got no answer on that one.
  mutating func beginConnection() -> [Settled] {
    let lost = open.filter(isUnanswered)
    if !lost.isEmpty { open.removeAll(where: isUnanswered) }
    connectionClock = Latest()
    return lost.map { Settled(request: $0, outcome: .unanswered, side: side) }
  }

  /// - Returns: requests that were given up to make room.
  mutating func begin(_ request: Request) -> [Settled] {
    isUsed = true
    hasUndated = hasUndated || request.sent == nil
    open.append(request)
    return open.count > Self.openLimit ? giveUp(Self.openLimit / 4) : []
  }

  mutating func end(_ id: Identifier, _ outcome: Exchange.Outcome) -> Settled? {
    isUsed = true
    guard !id.isAbsent, let index = open.lastIndex(where: { $0.id == id }) else { return nil }
    return Settled(request: open.remove(at: index), outcome: outcome, side: side)
  }

  /// - Returns: false where there is no room for it.
  mutating func wait(_ settled: Settled) -> Bool {
    if unowned.count == Self.unownedLimit { return false }
    unowned.append(settled)
    return true
  }

  /// What waited for the program's side and owner, which are known now if ever.
  mutating func takeUnowned(_ owner: Identifier) -> [Settled] {
    defer { unowned = [] }
    return unowned.map { settled in
      var settled = settled
      if settled.side == .unknown { settled.side = firstSide }
      if settled.request.asker.isAbsent { settled.request.asker = owner }
      return settled
    }
  }

  /// What is still open when the stream ends.
  mutating func finish() -> [Settled] { giveUp(open.count) }

  /// Settles the oldest requests without an answer.
  private mutating func giveUp(_ count: Int) -> [Settled] {
    let settled = open.prefix(count).map {
      Settled(request: $0, outcome: isUnanswered($0) ? .unanswered : .unknown, side: side)
    }
    open.removeFirst(count)
    return settled
  }

  /// The stream went on for long enough; without times nobody can tell.
  private func isUnanswered(_ request: Request) -> Bool {
    guard let now = connectionClock.moment, let sent = request.sent else { return false }
    return now.milliseconds(since: sent) >= Self.timeoutMilliseconds
  }
}

extension Stream {
  /// Turns settled exchanges into facts.
  /// - Parameter isEnd: nothing more will tell whose program wrote the stream.
  mutating func settle(_ settled: [PendingExchanges.Settled], isEnd: Bool = false) {
    for var exchange in settled {
      if var event = exchange.request.event {
        event.outcome = exchange.outcome
        event.code = exchange.outcome.isRefusal ? exchange.outcome.code : nil
        ownEvents.add(event, evidence: exchange.request.evidence, into: &facts)
      }
      guard let kind = exchange.request.kind, !exchange.request.dialog.isAbsent else { continue }
      if exchange.request.asker.isAbsent { exchange.request.asker = ownEvents.owner }
      if !isEnd, !exchange.isOwned, exchanges.wait(exchange) { continue }
      let dialogId = exchange.request.dialog
      let index = facts.index(of: dialogId, evidence: exchange.request.evidence)
      let content = exchange.request.content
      var published: Message?
      facts.update(index) { conversation in
        conversation.marks.insert(.events)
        guard let dialog = conversation.dialogIndex(dialogId) else { return }
        var fact = Exchange(
          kind: kind, outcome: exchange.outcome, evidence: exchange.request.evidence,
          // The moment of a later frame, which dates the wait for an answer, may lie hours after.
          time: exchange.request.isTimed ? exchange.request.sent : nil, dialog: dialog, side: exchange.side)
        fact.items = exchange.items
        fact.sequence = exchange.sequence
        if let content {
          fact.content = content.kind
          fact.text = content.measure.state
          fact.counts = content.measure.counts ?? TextCounts(utf16: content.measure.utf16Count)
        }
        if exchange.needsOwner { fact.sender = conversation.participantIndex(exchange.request.asker) }
        if kind == .join {
          fact.askedRole = exchange.request.askedRole
          fact.hasReason = exchange.hasReason
        }
        conversation.add(fact)
        published = Message(published: fact)
        // What the consumer says twice, nobody asks.
        published?.contentHash = exchange.side == .consumer ? 0 : content?.hash ?? 0
      }
      if let published { facts.add(published, to: index) }
    }
  }
}

extension Message {
  /// A message that was accepted under a sequence, as its sender's log shows it.
  fileprivate init?(published exchange: Exchange) {
    guard exchange.kind == .publish, exchange.outcome.isSuccess, let sequence = exchange.sequence else { return nil }
    self.init(
      dialog: exchange.dialog, sequence: sequence, time: exchange.time, evidence: exchange.evidence,
      sightings: .published)
    isTimedByLog = time.moment != nil
    kind = exchange.content
    text = exchange.text
    utf16Count = exchange.counts.utf16
    role = exchange.side
    if role == .assignedAgent { marks = .own }
  }
}

extension TextCounts {
  /// Of a short text only this length is kept.
  fileprivate init(utf16: UInt32) { self.init(utf16: utf16, scalars: utf16, graphemes: utf16, utf8: utf16) }
}

import Model

/// Pairs the requests of one stream with their responses. Ids are used again, so a response answers the nearest request before it
/// that has its id and is still open.
struct PendingExchanges {
  struct Request {
    var id: Identifier
    var evidence: Evidence
    /// When it was sent, as far as the stream tells.
    var sent: Timestamp?
    /// The recorder wrote the time; otherwise it is that of an earlier frame.
    var isTimed: Bool
    var kind: Exchange.Kind?
    var dialog = Identifier.absent
    var content: MessageContent?
    fileprivate var responsesBefore = 0

    init(id: Identifier, evidence: Evidence, sent: Timestamp?, isTimed: Bool) {
      self.id = id
      self.evidence = evidence
      self.sent = sent
      self.isTimed = isTimed
    }
  }

  struct Settled {
    var request: Request
    var outcome: Exchange.Outcome
    var side: Role
    var items: Int32 = 0
    var sequence: Int32?
  }

  /// The newest moment that the stream told.
  var clock = Latest()
  /// On whose side the stream is, once a frame told.
  var side = Role.unknown
  private var open: [Request] = []
  private var responses = 0

  /// The SDK gives a request up after 10 seconds (node-agent-sdk, AgentSDK.js).
  private static let timeoutMilliseconds: Int64 = 10_000
  /// More open requests than any client has; the oldest are then given up.
  private static let openLimit = 1024

  /// - Returns: a request that was given up to make room.
  mutating func begin(_ request: Request) -> [Settled] {
    var request = request
    request.responsesBefore = responses
    open.append(request)
    guard open.count > Self.openLimit else { return [] }
    return [settled(open.removeFirst())]
  }

  mutating func end(_ id: Identifier, code: Int32) -> Settled? {
    responses += 1
    guard !id.isAbsent, let index = open.lastIndex(where: { $0.id == id }) else { return nil }
    return Settled(request: open.remove(at: index), outcome: .answered(code), side: side)
  }

  /// What is still open when the stream ends.
  mutating func finish() -> [Settled] {
    defer { open.removeAll() }
    return open.map { settled($0) }
  }

  /// A request without an answer: it got none if the stream went on long enough, or answered later ones.
  private func settled(_ request: Request) -> Settled {
    let waited = clock.moment.flatMap { now in request.sent.map { now.milliseconds(since: $0) } }
    let isUnanswered = (waited ?? 0) >= Self.timeoutMilliseconds || responses > request.responsesBefore
    return Settled(request: request, outcome: isUnanswered ? .unanswered : .unknown, side: side)
  }
}

extension Stream {
  /// Turns settled exchanges into facts.
  mutating func settle(_ settled: [PendingExchanges.Settled]) {
    for exchange in settled {
      guard let kind = exchange.request.kind, !exchange.request.dialog.isAbsent else { continue }
      let dialogId = exchange.request.dialog
      let index = facts.index(of: dialogId, evidence: exchange.request.evidence)
      let content = exchange.request.content
      var published: Message?
      facts.update(index) { conversation in
        conversation.marks.insert(.events)
        guard let dialog = conversation.dialogIndex(dialogId) else { return }
        var fact = Exchange(
          kind: kind, outcome: exchange.outcome, evidence: exchange.request.evidence, time: exchange.request.sent,
          dialog: dialog, side: exchange.side)
        fact.items = exchange.items
        fact.sequence = exchange.sequence
        if let content {
          fact.content = content.kind
          fact.text = content.measure.state
          fact.counts = content.measure.counts ?? TextCounts(utf16: content.measure.utf16Count)
        }
        conversation.add(fact)
        if let message = Message(published: fact, sender: exchange.side) { published = message }
      }
      if let published { facts.add(published, to: index) }
    }
  }
}

extension Message {
  /// A message that was accepted under a sequence, as its sender's log shows it.
  fileprivate init?(published exchange: Exchange, sender side: Role) {
    guard exchange.kind == .publish, exchange.outcome.isSuccess, let sequence = exchange.sequence else { return nil }
    self.init(
      dialog: exchange.dialog, sequence: sequence, time: exchange.time, evidence: exchange.evidence,
      sightings: .published)
    kind = exchange.content
    text = exchange.text
    utf16Count = exchange.counts.utf16
    role = side
    if side == .assignedAgent { marks = .own }
  }
}

extension TextCounts {
  /// Of a short text only this length is kept.
  fileprivate init(utf16: UInt32) { self.init(utf16: utf16, scalars: utf16, graphemes: utf16, utf8: utf16) }
}

import Model

/// The body of a notification, whichever of its three carriers it came by.
enum Notification {
  /// A notification by itself, on a socket or to a webhook.
  static func readFrame(
    _ type: Keyword, _ record: JSONRecord, _ body: JSONNode?, isAgentStream: Bool, into stream: inout Stream
  ) {
    if isAgentStream { stream.heard(stream.envelope.time) }
    if !read(type, record, body, isAgentStream: isAgentStream, into: &stream) {
      stream.ignore("notification of another type")
    }
  }

  /// - Returns: false where the type is none that is known.
  static func read(
    _ type: Keyword, _ record: JSONRecord, _ body: JSONNode?, isAgentStream: Bool, into stream: inout Stream
  ) -> Bool {
    switch type {
    case .exConversationChangeNotification:
      guard let body else { break }
      let members = Members.of(body, in: record, &stream)
      var changes = record.elements(members.changes)
      while let change = changes.next(in: record) {
        ConversationChange.of(change, in: record, &stream).read(
          record, isAgentStream ? [.events, .agentStream] : .events, into: &stream)
      }
    case .messagingEventNotification, .onlineEventDistribution:
      readMessages(record, body, isAgentStream ? .live : .relayed, into: &stream)
    case .routingTaskNotification:
      RoutingTask.read(record, body, into: &stream)
    case .agentStateNotification:
      AgentState.read(record, body, into: &stream)
    default: return false
    }
    return true
  }

  /// Message events as an array in `changes`, or one event by itself.
  static func readMessages(
    _ record: JSONRecord, _ body: JSONNode?, _ sightings: Sightings, into stream: inout Stream
  ) {
    guard let body else { return }
    let members = Members.of(body, in: record, &stream)
    guard let list = members.changes else {
      MessageEvent.of(body, in: record, &stream).read(record, sightings, into: &stream)
      return
    }
    let dialog = record.identifier(members.dialogId, &stream.facts.names)
    var changes = record.elements(list)
    while let change = changes.next(in: record) {
      MessageEvent.of(change, in: record, &stream).read(record, dialog: dialog, sightings, into: &stream)
    }
  }

  /// The members of a notification's body.
  struct Members {
    @Kept private(set) var dialogId: JSONNode?
    @Kept private(set) var changes: JSONNode?

    static func of(_ node: JSONNode, in record: JSONRecord, _ stream: inout Stream) -> Members {
      stream.caches.notifications(record, node) { Members(record, node) }
    }

    init(_ record: JSONRecord, _ node: JSONNode) {
      var members = record.members(node)
      while let (key, value, _) = members.nextMember(in: record) {
        if key == .dialogId { dialogId = value } else if key == .changes { changes = value }
      }
    }
  }
}

/// A ring: a conversation is offered to an agent.
enum RoutingTask {
  static func read(_ record: JSONRecord, _ body: JSONNode?, into stream: inout Stream) {
    stream.exchanges.learn(.assignedAgent)
    var isOffer = false
    var changes = record.elements(record.member(.changes, of: body))
    while let change = changes.next(in: record) {
      let result = record.member(.result, of: change)
      var rings = record.elements(record.member(.ringsDetails, of: result))
      while let ring = rings.next(in: record) {
        let isOffered = record.word(record.member(.ringState, of: ring)) == .waiting
        var id = record.identifier(
          record.member(.conversationId, of: result) ?? record.member(.convId, of: ring), &stream.facts.names)
        if id.isAbsent { id = conversation(ofRing: record.member(.ringId, of: ring), record, &stream.facts.names) }
        if id.isAbsent || !isOffered { continue }
        isOffer = true
        let index = stream.facts.index(of: id, evidence: stream.evidence)
        // Whoever is handed a conversation is rung as well: a ring is no beginning.
        stream.facts.update(index) { $0.marks.insert(.events) }
      }
    }
    if !isOffer { stream.ignore("routing task notification") }
  }

  /// A ring's id is `<conversation>_<account>_<time>`; older offers name their conversation nowhere else.
  static func conversation(ofRing node: JSONNode?, _ record: JSONRecord, _ names: inout NameTable) -> Identifier {
    guard let node, record.kind(node) == .string else { return .absent }
    let parts = record.text(node).split(separator: "_")
    return parts.count >= 3 ? Identifier(parts.dropLast(2).joined(separator: "_"), names: &names) : .absent
  }
}

import Model

/// A request that somebody be added to a conversation, as `joinConversation` of the vendor's bots sends it:
/// `{conversationId, conversationField: [{field: "ParticipantsChange", type: "ADD", role, userId}]}`.
enum JoinRequest {
  /// Makes a request one to join, if it is; what else a conversation's fields may be changed to is none.
  static func read(
    _ body: JSONNode?, _ record: JSONRecord, _ request: inout PendingExchanges.Request, _ stream: inout Stream
  ) {
    var fields = record.elements(record.member(.conversationField, of: body))
    while let field = fields.next(in: record) {
      guard record.word(record.member(.field, of: field)) == .participantsChange,
        record.word(record.member(.type, of: field)) == .add
      else { continue }
      request.kind = .join
      request.dialog = record.identifier(record.member(.conversationId, of: body), &stream.facts.names)
      request.askedRole = Role(record.word(record.member(.role, of: field)))
      // Who names nobody asks for himself.
      request.asker = record.identifier(record.member(.userId, of: field), &stream.facts.names)
      return
    }
  }
}

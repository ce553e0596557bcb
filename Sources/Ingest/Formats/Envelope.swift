import Model

/// What a recorder wrote around frames: `{"time": …, "event": …, "body": {…}}` and the like. The frames are found inside, whatever
/// their keys, as objects, in a list, as JSON written into a string, or as the form that a gateway posted.
enum Envelope: InputFormat {
  static let info = LayoutInfo(
    "envelope", "what a recorder wrote around other records",
    recognizedBy: "a member that is a record of another layout, or a list of such; a logger's or a container's line; "
      + "the name of an event of the connection or of an SDK's call",
    tells: [.connections, .logins, .availability])

  /// What the envelope says about the frame in it.
  struct Context {
    /// When the recorder wrote it.
    var time: Timestamp?
    var account = Identifier.absent
    /// Which conversation a record in it is of that knows of none, as a telephone gateway's.
    var conversation = Identifier.absent
    /// Whose login is recorded, and where it came from.
    var login: LoginOrigin?
    /// Texts that were written into each other, and lists around each other, down to the record in hand.
    var texts = 0
    var lists = 0
  }

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    EnvelopeContent(fields, record) != nil
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    guard let content = EnvelopeContent(fields, record) else { return }
    let outer = stream.envelope
    defer { stream.envelope = outer }
    if let time = stream.moment(fields.time, record) { stream.envelope.time = time }
    let account = record.identifier(accountHeader(fields, record), &stream.facts.names)
    if !account.isAbsent { stream.envelope.account = account }
    let named = fields.conversationId ?? (fields.keys.contains(.convId) ? record.member(.convId, of: fields.node) : nil)
    let conversation = record.identifier(named ?? fields.dialogId, &stream.facts.names)
    if !conversation.isAbsent { stream.envelope.conversation = conversation }
    if !fields.keys.isDisjoint(with: [.login, .loginOrigin]) {
      stream.envelope.login = LoginOrigin(record, fields.node, &stream.facts.names)
    }
    switch content {
    case .frame(let node, let hasMore):
      stream.read(record, node)
      if hasMore { stream.readFrames(behind: node, of: fields.node, record) }
    case .texts(let first, let hasMore):
      if hasMore { stream.readTexts(of: fields.node, record) } else { stream.readEmbedded(first, record) }
    case .list(let node): stream.readList(node, record)
    case .form(let node): stream.readEmbeddedForm(node, record)
    case .event(let name): stream.noteConnection(name, ConnectionDetails(record, fields.node))
    case .answer(let isAnswered):
      if isAnswered { stream.heard(stream.envelope.time) }
      stream.ignore("answer")
    case .line(let node):
      if let error = EnvelopeContent.error(among: fields.node, record) {
        stream.noteConnection(.error, error)
      } else {
        stream.readEmbeddedLine(node, record)
      }
      if EnvelopeContent.tellsUncaught(node, among: fields.node, record) { stream.noteUncaught() }
    case .output(let node): stream.readOutputLine(node, fields, record)
    }
  }

  /// Webhook bodies name their account only in the request's header.
  private static func accountHeader(_ fields: TopLevel, _ record: JSONRecord) -> JSONNode? {
    var headers = record.members(fields.headers)
    while let (_, value, name) = headers.nextMember(in: record) {
      if record.word(name) == .accountHeader { return value }
    }
    return nil
  }
}

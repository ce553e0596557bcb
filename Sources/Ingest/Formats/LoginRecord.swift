import Model

/// A login as a recorder wrote it in an object of its own, with what no answer of the platform tells: where it came from, and how.
enum LoginRecord: InputFormat {
  static let info = LayoutInfo(
    "login-record", "a login as a recorder wrote it",
    recognizedBy: "`event` is `login`, with a `login` and a `code`",
    tells: [.logins])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    guard fields.keys.contains(.login), fields.code != nil, record.word(fields.event) == .login else { return false }
    return record.member(.login, of: fields.node).map { record.kind($0) == .string && record.count($0) > 0 } ?? false
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    let origin = LoginOrigin(record, fields.node, &stream.facts.names)
    var event = AgentEvent(.login, time: stream.moment(fields.time, record) ?? stream.envelope.time)
    event.account = stream.envelope.account
    event.service = .login
    origin.complete(&event)
    switch record.integer(fields.code) {
    case .some(let code) where (100...599).contains(code):
      event.outcome = Int32(exactly: code).map { .answered($0) } ?? .unknown
      if code > 399 { event.code = Int32(exactly: code) }
    case .some: return stream.ignore("login without a code")
    case .none:
      // The network's own words, `ETIMEDOUT`: nobody answered.
      guard let code = fields.code, record.kind(code) == .string, record.count(code) > 0 else {
        return stream.ignore("login without a code")
      }
      event.outcome = .unanswered
    }
    stream.ownEvents.login(origin.login)
    stream.tell(event)
  }
}

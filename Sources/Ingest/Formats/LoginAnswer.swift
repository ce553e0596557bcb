import Model

/// What the Login API answers: the keys of a new session and whose it is, or an error.
enum LoginAnswer: InputFormat {
  static let info = LayoutInfo(
    "login", "the answer to a login",
    recognizedBy: "`csrf` or `bearer` with a `config`; an `error` with a `responseStatus`",
    tells: [.logins, .connections])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    isSuccess(fields, record) || isError(fields, record)
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    if isSuccess(fields, record) { readSuccess(fields, record, &stream) } else { readError(fields, record, &stream) }
  }

  private static func isSuccess(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    guard fields.hasObject(.config, .config, record) else { return false }
    return [Keyword.csrf, .bearer].contains { key in
      record.member(key, of: fields.node).map { record.kind($0) == .string && record.count($0) > 0 } ?? false
    }
  }

  private static func isError(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    guard fields.hasObject(.error, .error, record) else { return false }
    let error = record.member(.error, of: fields.node)
    return record.member(.responseStatus, of: error) != nil && record.member(.internalCode, of: error) != nil
  }

  private static func readSuccess(_ fields: TopLevel, _ record: JSONRecord, _ stream: inout Stream) {
    var user = AccountUser()
    var time: Timestamp?
    var config = record.members(record.member(.config, of: fields.node))
    while let (key, value, _) = config.nextMember(in: record) {
      switch key {
      case .userId: user.id = record.userNumber(value, &stream.facts.names)
      case .userPid: user.pid = record.identifier(value, &stream.facts.names)
      case .loginName: user.login = record.identifier(value, &stream.facts.names)
      case .accountId: user.account = record.identifier(value, &stream.facts.names)
      case .serverCurrentTime: time = record.timestamp(value)
      default: break
      }
    }
    if user.login.isAbsent, let login = stream.envelope.login?.login { user.login = login }
    if user.account.isAbsent { user.account = serviceAccount(fields, record, &stream.facts.names) }
    stream.meet(user)
    stream.ownEvents.name(user.name, into: &stream.facts)
    var event = user.event(.login, time ?? stream.envelope.time)
    event.outcome = .answered(200)
    event.service = .login
    stream.envelope.login?.complete(&event)
    if event.agent.isAbsent { stream.note(event) } else { stream.tell(event) }
  }

  /// The account stands beside the addresses of its services.
  private static func serviceAccount(
    _ fields: TopLevel, _ record: JSONRecord, _ names: inout NameTable
  ) -> Identifier {
    let services = record.member(.csdsCollectionResponse, of: fields.node)
    var addresses = record.elements(record.member(.baseURIs, of: services))
    guard let first = addresses.next(in: record) else { return .absent }
    return record.identifier(record.member(.account, of: first), &names)
  }

  private static func readError(_ fields: TopLevel, _ record: JSONRecord, _ stream: inout Stream) {
    var written: JSONNode?
    var status: JSONNode?
    var internalCode: JSONNode?
    var error = record.members(record.member(.error, of: fields.node))
    while let (key, value, _) = error.nextMember(in: record) {
      switch key {
      case .time: written = value
      case .responseStatus: status = value
      case .internalCode: internalCode = value
      default: break
      }
    }
    let code = code(status, record)
    // A token of an older session: the program was logged in, and its session is over. A recorder that wrote where a login came from
    // knows that it was one.
    let isExpired = record.integer(internalCode) == 10 && stream.envelope.login == nil
    // The time in the answer has no zone, and is not asked for where a recorder wrote one.
    let time = stream.envelope.time ?? moment(written, record, &stream)
    var event = AgentEvent(isExpired ? .failed : .login, time: time)
    event.service = isExpired ? .sessionRefresh : .login
    event.code = code
    event.outcome = code.map { .answered($0) } ?? .unknown
    stream.noteOrigin(of: &event)
    stream.note(event)
  }

  private static func moment(_ node: JSONNode?, _ record: JSONRecord, _ stream: inout Stream) -> Timestamp? {
    guard let node, record.kind(node) == .string, record.count(node) <= 64,
      let time = NamedMonthTime(record.text(node))
    else { return stream.moment(node, record) }
    return stream.moment(time)
  }

  /// HTTP's names of its status codes, as the platform writes them, or the codes themselves.
  private static func code(_ node: JSONNode?, _ record: JSONRecord) -> Int32? {
    guard let node else { return nil }
    if let number = record.integer(node) { return (100...599).contains(number) ? Int32(exactly: number) : nil }
    guard record.kind(node) == .string, record.count(node) <= 64 else { return nil }
    return codes[record.text(node).uppercased()]
  }

  private static let codes: [String: Int32] = [
    "BAD_REQUEST": 400, "UNAUTHORIZED": 401, "FORBIDDEN": 403, "NOT_FOUND": 404, "REQUEST_TIMEOUT": 408,
    "CONFLICT": 409,
    "LOCKED": 423, "TOO_MANY_REQUESTS": 429, "UNAVAILABLE_FOR_LEGAL_REASONS": 451, "INTERNAL_SERVER_ERROR": 500,
    "BAD_GATEWAY": 502, "SERVICE_UNAVAILABLE": 503, "GATEWAY_TIMEOUT": 504,
  ]
}

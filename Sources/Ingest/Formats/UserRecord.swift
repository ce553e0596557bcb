import Model

/// Users of an account as the Users API gives them: one, or all that changed since a revision.
enum UserRecord: InputFormat {
  static let info = LayoutInfo(
    "user", "users of an account",
    recognizedBy: "`loginName` with `isEnabled`, `disabledManually` or `userTypeId`; `siteId` with a `collection`",
    tells: [.accounts, .bots])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool { isUser(fields) || isDelta(fields, record) }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    if isUser(fields) { return read(record, fields.node, .absent, into: &stream) }
    let account = record.identifier(record.member(.siteId, of: fields.node), &stream.facts.names)
    var users = record.elements(record.member(.collection, of: fields.node))
    while let user = users.next(in: record) { read(record, user, account, into: &stream) }
  }

  private static func isUser(_ fields: TopLevel) -> Bool {
    fields.keys.contains(.loginName) && !fields.keys.isDisjoint(with: [.isEnabled, .disabledManually, .userTypeId])
  }

  private static func isDelta(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.keys.contains(.siteId) && fields.hasArray(.collection, .collection, record)
  }

  /// One user, of whom little may be said: other programs keep only id and login.
  static func read(_ record: JSONRecord, _ node: JSONNode, _ account: Identifier, into stream: inout Stream) {
    var user = AccountUser()
    user.account = account
    var traits: PersonTraits = []
    var isEnabled: Bool?
    var wasDisabledManually: Bool?
    var isDeleted: Bool?
    var updated: JSONNode?
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .id: user.id = record.userNumber(value, &stream.facts.names)
      case .pid: user.pid = record.identifier(value, &stream.facts.names)
      case .loginName: user.login = record.identifier(value, &stream.facts.names)
      case .userTypeId: traits = Self.traits(record.integer(value))
      case .isEnabled: isEnabled = record.flag(value)
      case .disabledManually: wasDisabledManually = record.flag(value)
      case .deleted: isDeleted = record.flag(value)
      case .dateUpdated: updated = value
      default: break
      }
    }
    guard !user.name.isAbsent else {
      stream.report(.missingField, "a user without id and loginName; it was passed over")
      return
    }
    stream.meet(user)
    stream.facts.people.add(traits, to: user.name)
    let time = stream.envelope.time ?? stream.moment(updated, record)
    if isDeleted == true {
      readState(user, isEnabled: false, byAdministrator: true, time, &stream)
    } else if let isEnabled {
      // Locked out by the login policy, a user is disabled, and nobody did it by hand (inferred).
      readState(user, isEnabled: isEnabled, byAdministrator: isEnabled ? nil : wasDisabledManually, time, &stream)
    } else {
      stream.ignore("user without a state")
    }
  }

  private static func readState(
    _ user: AccountUser, isEnabled: Bool, byAdministrator: Bool?, _ time: Timestamp?, _ stream: inout Stream
  ) {
    var event = user.event(isEnabled ? .enabled : .disabled, time)
    event.byAdministrator = byAdministrator
    event.isSnapshot = true
    stream.tell(event)
  }

  private static func traits(_ type: Int64?) -> PersonTraits {
    switch type {
    case 0: .system
    case 1: .human
    case 2: .bot
    default: []
    }
  }
}

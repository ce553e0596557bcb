import Model

/// The channel that a conversation's context tells, by the names that the history uses.
struct Channel {
  private(set) var name = Identifier.absent
  private(set) var isProactive = false

  init(_ record: JSONRecord, _ context: Members, _ names: inout NameTable) {
    switch record.word(context.type) {
    case .sharkContext: name = Self.shark
    case .mobileAppContext: name = Self.app
    case let type:
      isProactive = type == .proactiveContext
      name = record.identifier(context.name, &names)
      if name.isAbsent { name = record.identifier(context.appId, &names) }
    }
  }

  /// The members of a context.
  struct Members {
    private(set) var type = KeptWord()
    @Kept private(set) var name: JSONNode?
    @Kept private(set) var appId: JSONNode?

    init() {}

    init(_ record: JSONRecord, _ context: JSONNode) {
      var members = record.members(context)
      while let (key, value, _) = members.nextMember(in: record) {
        switch key {
        case .type: type = KeptWord(type: value, in: record)
        case .name: name = value
        case .clientProperties: appId = record.member(.appId, of: value)
        default: break
        }
      }
    }

    mutating func move(_ places: borrowing ValuePlaces) -> Bool {
      type.move(places) && places.move(&name) && places.move(&appId)
    }
  }

  private static let shark = short("SHARK")
  private static let app = short("APP")

  private static func short(_ text: String) -> Identifier {
    var names = NameTable()
    return Identifier(text, names: &names)
  }
}

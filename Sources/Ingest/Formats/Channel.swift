import Model

/// The channel that a conversation's context tells, by the names that the history uses.
struct Channel {
  private(set) var name = Identifier.absent
  private(set) var isProactive = false

  init(_ record: JSONRecord, _ context: JSONNode?, _ names: inout NameTable) {
    switch record.typeWord(record.member(.type, of: context)) {
    case .sharkContext: name = Identifier("SHARK", names: &names)
    case .mobileAppContext: name = Identifier("APP", names: &names)
    case let type:
      isProactive = type == .proactiveContext
      name = record.identifier(record.member(.name, of: context), &names)
      if name.isAbsent {
        let client = record.member(.clientProperties, of: context)
        name = record.identifier(record.member(.appId, of: client), &names)
      }
    }
  }
}

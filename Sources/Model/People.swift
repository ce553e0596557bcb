/// What a user of an account is.
public struct PersonTraits: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable public static var bot: PersonTraits { PersonTraits(rawValue: 1) }
  @inlinable public static var human: PersonTraits { PersonTraits(rawValue: 2) }
  /// The sender of automatic messages.
  @inlinable public static var system: PersonTraits { PersonTraits(rawValue: 4) }
  /// Sent a message with a bot's response metadata.
  @inlinable public static var botResponse: PersonTraits { PersonTraits(rawValue: 8) }
  /// The user whose SDK wrote the log.
  @inlinable public static var logOwner: PersonTraits { PersonTraits(rawValue: 16) }
}

/// Who is who, as far as records say it: traits by id, and which ids are one person. Joining is a union.
public struct People: Sendable {
  public private(set) var traits: [Identifier: PersonTraits] = [:]
  public private(set) var logins: [Identifier: Identifier] = [:]
  /// Pairs of ids of one person, each stored once under the lesser.
  public private(set) var links: Set<IdentifierPair> = []

  /// What was added last, by a few bits of the id: each message of a bot says again that it is one.
  private var lastAdded = [Added](repeating: Added(traits: [], id: .absent), count: remembered)
  private static let remembered = 64

  private struct Added: Equatable, Sendable {
    let traits: PersonTraits
    let id: Identifier
  }

  public init() {}

  public mutating func add(_ traits: PersonTraits, to id: Identifier) {
    let added = Added(traits: traits, id: id)
    let slot = Int(truncatingIfNeeded: id.low ^ id.low >> 32) & (Self.remembered - 1)
    if lastAdded[slot] == added { return }
    lastAdded[slot] = added
    if !id.isAbsent, !traits.isEmpty, self.traits[id]?.isSuperset(of: traits) != true {
      self.traits[id, default: []].formUnion(traits)
    }
  }

  public mutating func link(_ one: Identifier, _ other: Identifier) {
    if one.isAbsent || other.isAbsent || one == other { return }
    links.insert(IdentifierPair(one, other))
  }

  public mutating func setLogin(_ login: Identifier, of id: Identifier, names: NameTable) {
    if login.isAbsent || id.isAbsent || logins[id] == login { return }
    logins[id] = names.lesser(logins[id] ?? .absent, login)
  }

  mutating func join(_ other: People, names: NameTable) {
    for (id, traits) in other.traits { add(traits, to: id) }
    for (id, login) in other.logins { setLogin(login, of: id, names: names) }
    links.formUnion(other.links)
  }
}

/// Two ids in no order.
public struct IdentifierPair: Hashable, Sendable {
  public let first, second: Identifier

  public init(_ one: Identifier, _ other: Identifier) {
    let ordered = (one.high, one.low) <= (other.high, other.low)
    first = ordered ? one : other
    second = ordered ? other : one
  }
}

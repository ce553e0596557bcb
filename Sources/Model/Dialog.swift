/// What a dialog is for; the higher of two copies' values wins: it says more.
public enum DialogType: UInt8, Sendable, Comparable {
  /// No record lists the dialog's type: judged as the main one.
  case unlisted
  case main, postSurvey
  /// Screen sharing, not messages.
  case coBrowse

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One dialog of a conversation.
public struct Dialog: Sendable {
  public let id: Identifier
  public var created = Earliest()
  public var closed = Earliest()
  /// The lowest sequence seen, receipts included: they share the dialog's numbers.
  public var lowestSequence = Int32.max
  public var type = DialogType.unlisted

  public init(id: Identifier) { self.id = id }

  @inlinable public var holdsMessages: Bool { type == .main || type == .unlisted }

  mutating func join(_ other: Dialog) {
    type = max(type, other.type)
    created.fold(other.created)
    closed.fold(other.closed)
    lowestSequence = min(lowestSequence, other.lowestSequence)
  }
}

/// The roles somebody had in a conversation; the union over all copies.
public struct RoleSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable public static var consumer: RoleSet { RoleSet(rawValue: 1) }
  /// Assigned and active: a suggested agent has not accepted.
  @inlinable public static var assigned: RoleSet { RoleSet(rawValue: 2) }
  @inlinable public static var suggested: RoleSet { RoleSet(rawValue: 4) }
  @inlinable public static var manager: RoleSet { RoleSet(rawValue: 8) }
  @inlinable public static var reader: RoleSet { RoleSet(rawValue: 16) }
  @inlinable public static var controller: RoleSet { RoleSet(rawValue: 32) }
  @inlinable public static var surveyAgent: RoleSet { RoleSet(rawValue: 64) }
}

/// Somebody in a conversation.
public struct Participant: Sendable {
  public let id: Identifier
  /// When it first was the active assigned agent, by server time.
  public private(set) var assigned = Earliest()
  /// When it last is known to have been: a conversation may come back to who had it.
  public private(set) var lastAssigned = Latest()
  /// The same by the receiving program's log.
  public var assignedInLog = Earliest()
  /// When it first was there, in any role.
  public var joined = Earliest()
  public var roles: RoleSet = []

  public init(id: Identifier) { self.id = id }

  /// It had the conversation at a moment.
  public mutating func foldAssigned(_ moment: Timestamp?) {
    assigned.fold(moment)
    lastAssigned.fold(moment)
  }

  /// The same, in its latest spell that began by a moment, as far as is known: from its beginning, or from when it came back to it.
  public func spell(at moment: Timestamp) -> Participant {
    guard let last = lastAssigned.moment, last <= moment else { return self }
    var spell = self
    spell.assigned = Earliest(last)
    return spell
  }

  mutating func join(_ other: Participant) {
    roles.formUnion(other.roles)
    assigned.fold(other.assigned)
    lastAssigned.fold(other.lastAssigned)
    assignedInLog.fold(other.assignedInLog)
    joined.fold(other.joined)
  }
}

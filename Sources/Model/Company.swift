/// Who and what takes part in a conversation: its dialogs and participants.
extension Conversation {
  @inlinable public var dialogs: Few<Dialog> {
    Few(first: firstDialog, others: rarities.isEmpty ? [] : rarities[0].dialogs)
  }

  @inlinable public var participants: Few<Participant> {
    Few(
      first: firstParticipant.id.isAbsent ? nil : firstParticipant,
      second: secondParticipant.id.isAbsent ? nil : secondParticipant,
      others: rarities.isEmpty ? [] : rarities[0].participants)
  }

  @inlinable @inline(__always) public var participantCount: Int {
    if firstParticipant.id.isAbsent { return 0 }
    if secondParticipant.id.isAbsent { return 1 }
    return rarities.isEmpty ? 2 : 2 + rarities[0].participants.count
  }

  /// The same as in `participants`, for whoever goes through those of every conversation: a list of them counts a reference.
  @inlinable @inline(__always) public func participant(at index: Int) -> Participant {
    if index == 0 { return firstParticipant }
    if index == 1 { return secondParticipant }
    return rarities[0].participants[index - 2]
  }

  /// The same as in `dialogs`.
  @inlinable @inline(__always) public func dialog(at index: Int) -> Dialog {
    if index == 0, let firstDialog { return firstDialog }
    return rarities[0].dialogs[index - 1]
  }

  /// Whether there is anything of it that few conversations have, other than those.
  @inlinable @inline(__always) public var hasRarities: Bool { !rarities.isEmpty }

  /// More dialogs or participants than any conversation has. They are searched one by one, which an input without end must not
  /// make slow.
  public static let companyLimit = 1024

  /// The index of a dialog, which is added if new; nil once a conversation has too many.
  public mutating func dialogIndex(_ id: Identifier) -> UInt16? {
    if firstDialog?.id == id { return 0 }
    if firstDialog == nil {
      firstDialog = Dialog(id: id)
      return 0
    }
    if let index = rarities.first?.dialogs.firstIndex(where: { $0.id == id }) { return UInt16(index + 1) }
    let count = dialogs.count
    guard count < Self.companyLimit else { return nil }
    changeRarities { $0.dialogs.append(Dialog(id: id)) }
    return UInt16(count)
  }

  /// The index of a participant, which is added if new; `Message.unknownSender` once a conversation has too many.
  public mutating func participantIndex(_ id: Identifier) -> UInt16 {
    if id.isAbsent { return Message.unknownSender }
    if firstParticipant.id == id { return 0 }
    if secondParticipant.id == id { return 1 }
    if firstParticipant.id.isAbsent {
      firstParticipant = Participant(id: id)
      return 0
    }
    if secondParticipant.id.isAbsent {
      secondParticipant = Participant(id: id)
      return 1
    }
    if let index = rarities.first?.participants.firstIndex(where: { $0.id == id }) { return UInt16(index + 2) }
    let count = participants.count
    guard count < Self.companyLimit else { return Message.unknownSender }
    changeRarities { $0.participants.append(Participant(id: id)) }
    return UInt16(count)
  }

  public mutating func updateDialog(_ index: UInt16, _ change: (inout Dialog) -> Void) {
    if index > 0 { return changeRarities { change(&$0.dialogs[Int(index) - 1]) } }
    firstDialog.change(change)
  }

  public mutating func updateParticipant(_ id: Identifier, _ change: (inout Participant) -> Void) {
    switch participantIndex(id) {
    case Message.unknownSender: break
    case 0: change(&firstParticipant)
    case 1: change(&secondParticipant)
    case let index: changeRarities { change(&$0.participants[Int(index) - 2]) }
    }
  }
}

extension Optional {
  fileprivate mutating func change(_ change: (inout Wrapped) -> Void) {
    guard var value = self else { return }
    change(&value)
    self = value
  }
}

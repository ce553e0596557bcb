import Testing

@testable import Model

/// The first dialog and participants lie in the conversation itself, the others beside it: nobody sees a difference.
@Suite struct CompanyTests {
  private static let ids = (1...5).map { Identifier(high: UInt64($0), low: 1 << 63) }
  private let moment = Timestamp(milliseconds: 1_790_000_000_000)

  private func conversation() -> Conversation { Conversation(id: .absent, evidence: Evidence(input: 0, record: 1)) }

  @Test(arguments: 0...5) func areACollection(count: Int) {
    var conversation = conversation()
    for (index, id) in Self.ids.prefix(count).enumerated() {
      #expect(conversation.dialogIndex(id) == UInt16(index))
      #expect(conversation.participantIndex(id) == UInt16(index))
    }
    for (index, id) in Self.ids.prefix(count).enumerated() {
      #expect(conversation.dialogIndex(id) == UInt16(index) && conversation.dialogs[index].id == id)
      #expect(conversation.participantIndex(id) == UInt16(index) && conversation.participants[index].id == id)
    }
    #expect(conversation.dialogs.count == count && conversation.participants.count == count)
    #expect(conversation.dialogs.map(\.id) == Array(Self.ids.prefix(count)))
    #expect(conversation.participants.map(\.id) == Array(Self.ids.prefix(count)))
    #expect(conversation.participantCount == count)
    #expect((0..<count).map { conversation.participant(at: $0).id } == Array(Self.ids.prefix(count)))
    #expect((0..<count).map { conversation.dialog(at: $0).id } == Array(Self.ids.prefix(count)))
    #expect(conversation.participants.reversed().map(\.id) == Self.ids.prefix(count).reversed())
  }

  @Test func eachIsChangedWhereItLies() {
    var conversation = conversation()
    for (index, id) in Self.ids.enumerated() {
      conversation.updateParticipant(id) { $0.roles.insert(RoleSet(rawValue: 1 << index)) }
      if let dialog = conversation.dialogIndex(id) { conversation.updateDialog(dialog) { $0.created.fold(moment) } }
      #expect(conversation.dialogs.count { $0.created.moment != nil } == index + 1)
    }
    #expect(conversation.participants.map(\.roles.rawValue) == [1, 2, 4, 8, 16])
    conversation.updateParticipant(.absent) { $0.roles.insert(.reader) }
    #expect(conversation.participants.count == 5 && conversation.participantIndex(.absent) == Message.unknownSender)
  }
}

import TestSupport
import Testing

@testable import Model

/// How copies of one thing are folded into one, and what that costs.
@Suite struct CopiesTests {
  private let moment = Timestamp(milliseconds: 1_790_000_000_000)

  private func conversation() -> Conversation {
    var conversation = Conversation(id: .absent, evidence: Evidence(input: 0, record: 1))
    _ = conversation.dialogIndex(.absent)
    return conversation
  }

  private func message(_ sequence: Int32, record: Int = 1) -> Message {
    Message(
      dialog: 0, sequence: sequence, time: moment, evidence: Evidence(input: 0, record: record), sightings: .live)
  }

  /// The figures of memory in the contract rest on these.
  @Test func sizes() {
    #expect(MemoryLayout<Message>.stride == 48)
    #expect(MemoryLayout<Participant>.stride <= 56)
    #expect(MemoryLayout<Dialog>.stride <= 40)
    #expect(MemoryLayout<Conversation>.stride <= 312)
  }

  @Test func manyRepeatsOfOneMessageStaySmall() {
    var conversation = conversation()
    for _ in 0..<100_000 { conversation.add(message(7), names: NameTable()) }
    #expect(conversation.messages.capacity < 200)
    conversation.foldCopies(names: NameTable())
    #expect(conversation.messages.count == 1)
  }

  @Test func manyRepeatsOfManyMessagesStaySmall() {
    var conversation = conversation()
    var random = FactRandom(seed: 3)
    for _ in 0..<50_000 { conversation.add(message(Int32(random.below(1000))), names: NameTable()) }
    #expect(conversation.messages.capacity < 2000)
    conversation.foldCopies(names: NameTable())
    #expect(conversation.messages.map(\.sequence) == Array(0..<1000))
  }

  @Test func differentMessagesTakeLittleMoreRoomThanTheyNeed() {
    var conversation = conversation()
    for sequence in 0..<50_000 { conversation.add(message(Int32(sequence)), names: NameTable()) }
    #expect(conversation.messages.count == 50_000)
    #expect(conversation.messages.capacity < 50_000 * 13 / 10)
  }

  @Test(.timeLimit(.minutes(1))) func manyExchangesAreAddedInLittleTime() {
    var conversation = conversation()
    func exchange(_ record: Int) -> Exchange {
      Exchange(
        kind: .publish, outcome: .unknown, evidence: Evidence(input: 0, record: record), time: moment, dialog: 0,
        side: .assignedAgent)
    }
    for record in 0..<50_000 { conversation.add(exchange(record)) }
    conversation.foldCopies(names: NameTable())
    #expect(conversation.exchanges.count == 50_000)
    for _ in 0..<50_000 { conversation.add(exchange(7)) }
    conversation.foldCopies(names: NameTable())
    #expect(conversation.exchanges.count == 50_000)
  }

  @Test func messagesAreInTheOrderOfSpeaking() {
    var conversation = conversation()
    for sequence in [5, -1, 0, .max, .min, 2] as [Int32] { conversation.add(message(sequence), names: NameTable()) }
    conversation.foldCopies(names: NameTable())
    #expect(conversation.messages.map(\.sequence) == [.min, -1, 0, 2, 5, .max])
    #expect(conversation.dialogs[0].lowestSequence == .min)
  }

  @Test func theCopyThatSaysMoreWins() {
    var conversation = conversation()
    var masked = message(1, record: 9)
    (masked.kind, masked.text, masked.utf16Count, masked.role) = (.text, .masked, 30, .agent)
    var whole = message(1, record: 4)
    (whole.kind, whole.text, whole.utf16Count, whole.role) = (.text, .present, 12, .assignedAgent)
    whole.sightings = .history
    let unknown = message(1, record: 6)
    for copy in [masked, unknown, whole] { conversation.add(copy, names: NameTable()) }
    conversation.foldCopies(names: NameTable())
    let message = conversation.messages[0]
    #expect(conversation.messages.count == 1)
    #expect(message.kind == .text && message.text == .present && message.utf16Count == 12)
    #expect(message.role == .assignedAgent && message.sightings == [.live, .history])
    #expect(message.evidence.record == 4)
  }

  @Test func aConversationIsClosedFromItsNewestWordOn() throws {
    var conversation = conversation()
    #expect(!conversation.isClosed)
    conversation.openAsOf.fold(moment)
    #expect(!conversation.isClosed)
    conversation.closedAsOf.fold(moment)
    #expect(conversation.isClosed)
    conversation.openAsOf.fold(moment?.adding(milliseconds: 1))
    #expect(!conversation.isClosed)
  }

  @Test func aWholeCopyOutweighsAPartialOne() {
    var conversation = conversation()
    conversation.marks = .partialCopy
    #expect(conversation.isPartial)
    conversation.marks.insert(.wholeCopy)
    #expect(!conversation.isPartial)
  }

  @Test func thePeopleAndDialogsOfAConversationHaveAnEnd() {
    var conversation = conversation()
    var names = NameTable()
    var refused = 0
    for number in 0..<3_000 {
      let id = Identifier("id-\(number)", names: &names)
      if conversation.dialogIndex(id) == nil, conversation.participantIndex(id) == Message.unknownSender {
        refused += 1
      }
    }
    #expect(refused > 0)
    #expect(conversation.dialogs.count < 3_000 && conversation.participants.count < 3_000)
  }
}

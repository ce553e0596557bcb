import Model
import TestSupport
import Testing

@testable import Detection

/// What is done in pieces comes to the same as what is done at once.
@Suite struct PieceTests {
  @Test(arguments: [0, 1, 4095, 4096, 4097, 100_000], [1, 2, 5])
  func piecesLieOneAfterTheOther(count: Int, jobs: Int) async {
    let pieces = await Pieces.map(of: count, jobs: jobs) { $0 }
    #expect(pieces.flatMap { Array($0) } == Array(0..<count))
  }

  @Test func notesOfPiecesAreMerged() throws {
    for transcriptCase in TranscriptCase.all {
      let facts = try Transcript(transcriptCase.transcript).store()
      let whole = ConversationNotes(facts.conversations, facts.conversations.indices)
      var merged = ConversationNotes()
      for place in facts.conversations.indices {
        merged.merge(ConversationNotes(facts.conversations, place..<place + 1))
      }
      #expect(merged.messages == whole.messages)
      #expect(merged.coverage == whole.coverage)
      #expect(merged.silentConsumers == whole.silentConsumers)
      #expect(Self.notes(merged.accounts) == Self.notes(whole.accounts))
      #expect(Self.notes(merged.channels) == Self.notes(whole.channels))
      #expect(Self.notes(merged.agents) == Self.notes(whole.agents))
    }
  }

  private static func notes<Note: Equatable>(_ table: NoteTable<Note>) -> [Identifier: Note] {
    Dictionary(uniqueKeysWithValues: table.all.map { ($0.id, $0.note) })
  }

  /// More conversations than one piece has, so that the pieces must be joined.
  @Test func knowledgeOfPiecesIsKnowledge() async {
    let facts = Self.manyConversations(10_000)
    let whole = Knowledge(facts, shared: SharedSettings(), listedBots: [], asOf: nil)
    let joined = await Knowledge(facts, shared: SharedSettings(), listedBots: [], asOf: nil, jobs: 3)
    #expect(joined.messages == 9_999)
    #expect(joined.messages == whole.messages)
    #expect(joined.coverage == whole.coverage)
    #expect(joined.persons.botNames.values.sorted() == whole.persons.botNames.values.sorted())
    var names = facts.names
    for account in 0..<7 {
      let id = Identifier("account-\(account)", names: &names)
      #expect(joined.end(of: id) == whole.end(of: id))
    }
    // The consumer of the first conversation wrote nothing in it, and something in the last.
    let span = try? #require(Timestamp(milliseconds: 0))...#require(Timestamp(milliseconds: 100_000))
    if let span, let silent = facts.conversations.first {
      #expect(joined.writing(ofConsumersOf: silent, in: span)?.milliseconds == 9_999)
      #expect(whole.writing(ofConsumersOf: silent, in: span)?.milliseconds == 9_999)
    }
  }

  private static func manyConversations(_ count: Int) -> FactStore {
    var store = FactStore()
    for number in 0..<count {
      let evidence = Evidence(input: 0, record: number + 1)
      let id = Identifier("conversation-\(number)", names: &store.names)
      let account = Identifier("account-\(number % 7)", names: &store.names)
      let consumer = Identifier("consumer-\(number % (count - 1))", names: &store.names)
      let index = store.index(of: id, evidence: evidence)
      store.update(index) { conversation in
        conversation.account = account
        conversation.updateParticipant(consumer) { $0.roles.insert(.consumer) }
        guard number > 0, let dialog = conversation.dialogIndex(id) else { return }
        var message = Message(
          dialog: dialog, sequence: 0, time: Timestamp(milliseconds: Int64(number)), evidence: evidence,
          sightings: .live)
        message.role = .consumer
        message.text = .present
        conversation.add(message, names: NameTable())
      }
    }
    store.settle()
    return store
  }
}

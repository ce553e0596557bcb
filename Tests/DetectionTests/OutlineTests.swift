import Model
import TestSupport
import Testing

@testable import Detection

/// One look at a conversation's messages says the same of it as its threads do, in every transcript.
@Suite struct OutlineTests {
  @Test(arguments: TranscriptCase.all)
  func agreesWithTheThreads(_ transcriptCase: TranscriptCase) throws {
    let facts = try Transcript(transcriptCase.transcript).store()
    let knowledge = Knowledge(facts, shared: transcriptCase.shared, listedBots: [], asOf: nil)
    for conversation in facts.conversations {
      let subject = Subject(conversation, knowledge)
      let outline = subject.outline
      let threads = subject.threads.map(\.entries).filter { !$0.isEmpty }
      let entries = threads.flatMap(\.self)
      #expect(outline.holdsMessages == !threads.isEmpty)
      #expect(outline.consumerSpoke == entries.contains(where: \.isFromConsumer))
      #expect(outline.consumerBegins == threads.allSatisfy { $0[0].isFromConsumer })
      #expect(
        outline.holdsInvisible == entries.contains { [.absent, .blank, .placeholder].contains($0.message.text) })
      #expect(
        outline.longestText
          == entries.map(\.message).filter { [.masked, .present].contains($0.text) }.map(\.utf16Count).max() ?? 0)
      #expect(outline.longestWait == subject.turns(waitingFor: .min).map(Self.wait).max() ?? .min)
      #expect(outline.answeringBot == threads.lazy.compactMap(Self.answeringBot).first)
      let words = threads.map { $0.compactMap(Self.wordOfBot) }
      #expect(outline.hasSeveralBots == (Set(words.joined().map(\.bot)).count > 1))
      #expect(outline.botSpoke.moment == words.compactMap { $0.last?.time }.max())
      let repetitions = subject.threads.flatMap { Repetition.all(in: $0, subject) }
      #expect(outline.mayRepeat || repetitions.isEmpty)
      #expect(subject.hadHolder == conversation.participants.contains { $0.roles.contains(.assigned) })
      #expect(subject.firstBot?.participant.id == subject.assignedBots.first?.id)
      #expect(subject.botCount == subject.assignedBots.count)
    }
  }

  private static func wait(_ turn: Turn) -> Int64 {
    guard let due = turn.due.time.moment, let answered = turn.answer?.message.time.moment else { return .max }
    return answered.milliseconds(since: due)
  }

  private static func wordOfBot(_ entry: Subject.Thread.Entry) -> (bot: Identifier, time: Timestamp?)? {
    guard case .bot(let bot) = entry.speaker, !entry.message.marks.contains(.privateNote) else { return nil }
    return (bot, entry.message.time.moment)
  }

  private static func answeringBot(_ entries: [Subject.Thread.Entry]) -> Identifier? {
    guard let asked = entries.firstIndex(where: \.isFromConsumer) else { return nil }
    return entries[asked...].lazy.compactMap { entry -> Identifier? in
      if case .bot(let bot) = entry.speaker, !entry.message.marks.contains(.privateNote) { bot } else { nil }
    }.first
  }
}

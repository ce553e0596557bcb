import Model
import TestSupport
import Testing

@testable import Detection

/// What lasts longer than one conversation takes nothing along to the next.
@Suite struct SubjectTests {
  @Test(arguments: TranscriptCase.all)
  func turnsFromOneConversationToTheNext(_ transcriptCase: TranscriptCase) throws {
    let facts = try Transcript(transcriptCase.transcript).store()
    let knowledge = Knowledge(facts, shared: transcriptCase.shared, listedBots: [], asOf: nil)
    let subject = Subject(of: facts.conversations, knowledge)
    for place in Array(facts.conversations.indices) + facts.conversations.indices.reversed() {
      subject.turn(to: place)
      let fresh = Subject(facts.conversations[place], knowledge)
      #expect(subject.conversation.id == fresh.conversation.id)
      #expect(subject.isSMS == fresh.isSMS)
      #expect(subject.showsMessages == fresh.showsMessages)
      #expect(subject.hadHolder == fresh.hadHolder)
      #expect(subject.firstBot?.participant.id == fresh.firstBot?.participant.id)
      #expect(subject.outline.longestWait == fresh.outline.longestWait)
      #expect(subject.assignedBots.map(\.id) == fresh.assignedBots.map(\.id))
      #expect(subject.threads.map(Self.words) == fresh.threads.map(Self.words))
      #expect(subject.service?.person == fresh.service?.person)
      #expect(subject.service?.spoke == fresh.service?.spoke)
    }
  }

  private static func words(_ thread: Subject.Thread) -> [String] {
    thread.entries.map { "\($0.message.sequence) \($0.speaker)" }
  }

  /// Of more senders than a word has bits, each is known for what it said.
  @Test func manySpeakInOneConversation() {
    var facts = FactStore()
    let evidence = Evidence(input: 0, record: 1)
    let conversation = Identifier("conversation", names: &facts.names)
    let agents = (0..<100).map { Identifier("agent-\($0)", names: &facts.names) }
    facts.update(facts.index(of: conversation, evidence: evidence)) {
      guard let dialog = $0.dialogIndex(conversation) else { return }
      for (number, agent) in agents.enumerated() {
        let sender = $0.participantIndex(agent)
        if number % 3 == 2 { continue }
        var message = Message(
          dialog: dialog, sequence: Int32(number), time: nil, evidence: evidence, sightings: .live)
        message.sender = sender
        message.role = .assignedAgent
        if number % 3 == 1 { message.marks = .botResponse }
        $0.add(message, names: NameTable())
      }
    }
    let notes = ConversationNotes(facts.conversations, facts.conversations.indices)
    for (number, agent) in agents.enumerated() {
      #expect(notes.agents.find(agent)?.spoke == (number % 3 != 2))
      #expect(notes.agents.find(agent)?.traits == (number % 3 == 1 ? .botResponse : []))
    }
  }

  /// The consumers' history calls everybody an agent; the participants tell who is what.
  @Test func whoIsCalledAnAgent() {
    let expected: [(RoleSet, String)] = [
      (.consumer, "consumer"), (.assigned, "agent"), (.surveyAgent, "system"), ([.assigned, .surveyAgent], "system"),
      ([.consumer, .surveyAgent], "system"), ([], "system"),
    ]
    for (roles, said) in expected {
      var facts = FactStore()
      let evidence = Evidence(input: 0, record: 1)
      let id = Identifier("conversation", names: &facts.names)
      let speaker = Identifier("speaker", names: &facts.names)
      facts.update(facts.index(of: id, evidence: evidence)) {
        guard let dialog = $0.dialogIndex(id) else { return }
        $0.updateParticipant(speaker) { $0.roles.formUnion(roles) }
        var message = Message(dialog: dialog, sequence: 0, time: nil, evidence: evidence, sightings: .live)
        (message.sender, message.role) = ($0.participantIndex(speaker), .surveyAgent)
        $0.add(message, names: NameTable())
      }
      facts.settle()
      let knowledge = Knowledge(facts, shared: SharedSettings(), listedBots: [], asOf: nil)
      let subject = Subject(facts.conversations[0], knowledge)
      let speakers = subject.threads.flatMap(\.entries).map { "\($0.speaker)" }
      #expect(speakers == [said], "\(roles)")
    }
  }
}

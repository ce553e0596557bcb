import Detection
import Model
import Testing

/// Much of several things in one conversation, or of one bot: each of one kind is not searched among all of another.
@Suite(.timeLimit(.minutes(1))) struct ManyInOneTests {
  private static let began: Int64 = 1_772_488_800_000
  private static let evidence = Evidence(input: 0, record: 1)

  private static func moment(_ milliseconds: Int64) -> Timestamp? { Timestamp(milliseconds: began + milliseconds) }

  /// One conversation that a bot has: `fill` is given it, and the places of the consumer and the bot among its participants.
  private func store(
    _ fill: (inout Conversation, _ consumer: UInt16, _ bot: UInt16) -> Void, more: (inout FactStore) -> Void = { _ in }
  ) -> FactStore {
    var facts = FactStore()
    let ids = ["conversation", "consumer", "bot"].map { Identifier($0, names: &facts.names) }
    facts.people.add(.bot, to: ids[2])
    facts.update(facts.index(of: ids[0], evidence: Self.evidence)) {
      _ = $0.dialogIndex(ids[0])
      $0.marks = [.history, .messagesListed, .wholeCopy, .agentStream, .events, .beginningSeen]
      $0.started.fold(Self.moment(0))
      $0.updateParticipant(ids[1]) { $0.roles.insert(.consumer) }
      $0.updateParticipant(ids[2]) {
        $0.roles.insert(.assigned)
        $0.foldAssigned(Self.moment(0))
      }
      fill(&$0, $0.participantIndex(ids[1]), $0.participantIndex(ids[2]))
    }
    more(&facts)
    facts.settle()
    return facts
  }

  private func count(_ detector: any Detector.Type, _ facts: FactStore) throws -> Int {
    let knowledge = Knowledge(
      facts, shared: SharedSettings(), listedBots: [], asOf: Timestamp(milliseconds: Self.began + 1_000_000_000_000))
    let judge = try detector.make([])
    var examination = Examination()
    for conversation in facts.conversations { judge.examine(Subject(conversation, knowledge), into: &examination) }
    return judge.conclude(examination, knowledge).count
  }

  private func message(
    _ sequence: Int, at milliseconds: Int64, from sender: UInt16, isConsumers: Bool = true,
    _ text: TextState = .present, hash: Int = 0
  ) -> Message {
    var message = Message(
      dialog: 0, sequence: Int32(sequence), time: Self.moment(milliseconds), evidence: Self.evidence,
      sightings: .history)
    (message.sender, message.role, message.kind) = (sender, isConsumers ? .consumer : .assignedAgent, .text)
    (message.text, message.utf16Count, message.contentHash) = (text, text == .present ? 1 : 0, UInt32(hash))
    return message
  }

  private func request(
    _ kind: Exchange.Kind, _ place: Int, at milliseconds: Int64, _ outcome: Exchange.Outcome = .unanswered
  ) -> Exchange {
    var exchange = Exchange(
      kind: kind, outcome: outcome, evidence: Evidence(input: 0, record: place + 1), time: Self.moment(milliseconds),
      dialog: 0, side: kind == .publish ? .consumer : .assignedAgent)
    (exchange.text, exchange.content, exchange.askedRole) = (.present, .text, .manager)
    return exchange
  }

  @Test func blanksAndRequestsAndTyping() throws {
    let facts = store { conversation, consumer, _ in
      for number in 0..<20_000 {
        let time = Int64(number) * 1000
        conversation.add(self.message(number, at: time, from: consumer, .blank), names: NameTable())
        var long = self.request(.publish, number, at: time)
        long.counts = TextCounts(utf16: 6000, scalars: 6000, graphemes: 6000, utf8: 6000)
        conversation.add(long)
        conversation.noteConsumerTyping(Self.moment(time * 2), isTyping: true)
      }
    }
    #expect(try count(EmptyMessage.self, facts) == 20_000)
  }

  @Test func longTextsThatWereLostAndMessages() throws {
    let facts = store { conversation, consumer, _ in
      for number in 0..<30_000 {
        conversation.add(self.message(number, at: Int64(number), from: consumer), names: NameTable())
        var long = self.request(.publish, number, at: Int64(number))
        long.counts = TextCounts(utf16: 6000, scalars: 6000, graphemes: 6000, utf8: 6000)
        conversation.add(long)
      }
    }
    #expect(try count(OversizedMessage.self, facts) == 30_000)
  }

  @Test func refusedJoinsAndGrantedOnes() throws {
    let facts = store { conversation, consumer, _ in
      for number in 0..<20_000 {
        let isGranted = number < 10_000
        conversation.add(
          self.request(.join, number, at: Int64(number) * 100_000, .answered(isGranted ? 200 : 403)))
        conversation.add(self.message(number, at: 4_000_000_000, from: consumer), names: NameTable())
      }
    }
    #expect(try count(ManagerJoinRefused.self, facts) == 13, "one a day")
  }

  @Test func textsThatAreSaidTwice() throws {
    let facts = store { conversation, consumer, bot in
      conversation.add(self.message(0, at: 0, from: consumer), names: NameTable())
      for number in 0..<60_000 {
        let said = self.message(number + 1, at: 5, from: bot, isConsumers: false, hash: number % 30_000 + 1)
        conversation.add(said, names: NameTable())
      }
    }
    #expect(try count(DuplicateReply.self, facts) == 30_000)
  }

  @Test func slowTurnsAndTyping() throws {
    let facts = store { conversation, consumer, bot in
      for number in 0..<40_000 {
        let isConsumers = number % 2 == 0
        conversation.add(
          self.message(
            number, at: Int64(number) * 20_000, from: isConsumers ? consumer : bot, isConsumers: isConsumers),
          names: NameTable())
        conversation.noteAgentTyping(Self.moment(2_000_000_000 + Int64(number) * 5000))
      }
    }
    #expect(try count(SlowReply.self, facts) == 20_000)
  }

  /// One after the other: short outages, or refusals to be online; then turns that waited.
  @Test(arguments: [[AgentEvent.Kind.closed, .connected], [.availability]])
  func slowTurnsAfterMuchElse(kinds: [AgentEvent.Kind]) throws {
    let facts = store { conversation, consumer, bot in
      for number in 0..<20_000 {
        let isConsumers = number % 2 == 0
        conversation.add(
          self.message(
            number, at: 100_000_000 + Int64(number) * 100_000, from: isConsumers ? consumer : bot,
            isConsumers: isConsumers), names: NameTable())
      }
    } more: { facts in
      for number in 0..<20_000 {
        var event = AgentEvent(kinds[number % kinds.count], time: Self.moment(Int64(number) * 1000))
        event.agent = Identifier("bot", names: &facts.names)
        if event.kind == .availability { (event.availability, event.outcome) = (.online, .answered(403)) }
        facts.agentEvents.insert(event, evidence: Evidence(input: 0, record: number + 1))
      }
    }
    #expect(try count(SlowReply.self, facts) == 10_000)
  }

  /// The bot spoke in each right before its consumer wrote: they did not get stuck together.
  @Test func conversationsLeftWaitingAtOneTime() throws {
    let facts = store { _, _, _ in
    } more: { facts in
      let bot = Identifier("bot", names: &facts.names)
      for number in 0..<20_000 {
        let id = Identifier("conversation-\(number)", names: &facts.names)
        facts.update(facts.index(of: id, evidence: Self.evidence)) {
          _ = $0.dialogIndex(id)
          $0.marks = [.history, .messagesListed, .wholeCopy]
          $0.updateParticipant(bot) {
            $0.roles.insert(.assigned)
            $0.foldAssigned(Self.moment(0))
          }
          let sender = $0.participantIndex(bot)
          for (sequence, isConsumers) in [true, false, true].enumerated() {
            let said = self.message(
              sequence, at: Int64(number * 3 + sequence) + 1000, from: isConsumers ? Message.unknownSender : sender,
              isConsumers: isConsumers)
            $0.add(said, names: NameTable())
          }
        }
      }
    }
    #expect(try count(SlowReply.self, facts) == 20_000)
  }

  @Test func imagesBeforeMessages() throws {
    let facts = store { conversation, consumer, _ in
      for number in 0..<20_000 {
        conversation.add(self.message(number, at: Int64(number), from: consumer), names: NameTable())
      }
    } more: { facts in
      for number in 0..<20_000 {
        var message = GatewayMessage(id: Identifier("g-\(number)", names: &facts.names))
        message.conversation = Identifier("conversation", names: &facts.names)
        (message.direction, message.time, message.mediaCount) = (.inbound, Self.moment(-100_000_000 + Int64(number)), 1)
        facts.gatewayMessages.insert(message, evidence: Self.evidence)
      }
    }
    #expect(try count(SMSImageDrop.self, facts) == 20_000)
  }
}

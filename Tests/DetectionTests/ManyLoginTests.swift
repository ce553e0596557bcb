import Detection
import Model
import Testing

/// Much of what tells of one bot's logins, or of many users with one login.
@Suite(.timeLimit(.minutes(1))) struct ManyLoginTests {
  private static let began: Int64 = 1_777_600_000_000

  /// - Parameter events: with their milliseconds.
  private func findings(_ detector: any Detector.Type, _ events: [(at: Int64, event: AgentEvent)]) throws -> Int {
    var facts = FactStore()
    let bot = Identifier("bot", names: &facts.names)
    facts.people.add(.bot, to: bot)
    for (place, (time, event)) in events.enumerated() {
      var event = event
      (event.agent, event.time) = (bot, Timestamp(milliseconds: Self.began + time))
      facts.agentEvents.insert(event, evidence: Evidence(input: place % 2, record: place + 1))
    }
    facts.settle()
    let knowledge = Knowledge(facts, shared: SharedSettings(), listedBots: [], asOf: nil)
    let judge = try detector.make([])
    var examination = Examination()
    for timeline in knowledge.timelines { judge.examine(BotSubject(timeline, knowledge), into: &examination) }
    return judge.conclude(examination, knowledge).count
  }

  private func login(_ code: Int32, _ method: AgentEvent.Method = .unknown, from address: Int? = nil) -> AgentEvent {
    var event = AgentEvent(.login, time: nil)
    var names = NameTable()
    (event.outcome, event.service, event.method) = (.answered(code), .login, method)
    if let address { event.address = Identifier("198.\(address)", names: &names) }
    return event
  }

  @Test func fromEverOtherAddresses() throws {
    let events = (0..<20_000).flatMap { number in
      let time = Int64(number) * 100_000
      return [0, 1, 2].map { (time + $0, login(401, from: number)) } + [(time + 5000, login(200, from: -1))]
    }
    #expect(try findings(BotLoginFailure.self, events) == 20_000)
  }

  @Test func oldMethodsAfterTheirEnd() throws {
    let events = (0..<20_000).flatMap { number in
      let time = Int64(number) * 100_000
      return [0, 1, 2].map { (time + $0, login(401, .oauth1)) } + [(time + 5000, login(200))]
    }
    #expect(try findings(BotLoginFailure.self, events) == 20_000)
  }

  @Test func tooManyAtOneMoment() throws {
    #expect(try findings(BotLoginFailure.self, (0..<40_000).map { (0, login(429, from: $0)) }) == 1)
  }

  @Test func listsOfUsersAndFailures() throws {
    var disabled = AgentEvent(.disabled, time: nil)
    (disabled.isSnapshot, disabled.byAdministrator) = (true, false)
    let lists = (0..<20_000).map { (Int64($0) * 1000, disabled) }
    let failures = (0..<20_000).flatMap { number in
      let time = 20_000_000 + Int64(number) * 100_000
      return [(time, login(401)), (time + 1000, login(200))]
    }
    #expect(try findings(BotLoginFailure.self, lists + failures) == 1)
  }

  @Test func refusalsBeforeTheFirstConnection() throws {
    var failed = AgentEvent(.failed, time: nil)
    (failed.code, failed.service) = (401, .messaging)
    #expect(try findings(ConnectorOffline.self, (0..<60_000).map { (Int64($0) * 1000, failed) }) == 1)
  }

  /// Two programs, each of which has a log of its own, throw each other out.
  @Test func collisions() throws {
    let events = (0..<10_000).flatMap { number -> [(Int64, AgentEvent)] in
      let time = Int64(number) * 2000
      var closed = AgentEvent(.closed, time: nil)
      closed.code = 1000
      let connected = AgentEvent(.connected, time: nil)
      return [(time, connected), (time + 500, connected), (time + 501, closed), (time + 1000, closed)]
    }
    #expect(try findings(ConnectorOffline.self, events) >= 0)
  }

  @Test func usersOfOneLogin() {
    var facts = FactStore()
    let login = Identifier("same-login", names: &facts.names)
    for number in 0..<20_000 {
      let id = Identifier("user-\(number)", names: &facts.names)
      facts.people.setLogin(login, of: id, names: facts.names)
      var event = AgentEvent(.login, time: nil)
      (event.agent, event.account) = (login, Identifier("account-\(number)", names: &facts.names))
      facts.agentEvents.insert(event, evidence: Evidence(input: 0, record: number + 1))
    }
    facts.settle()
    let knowledge = Knowledge(facts, shared: SharedSettings(), listedBots: [], asOf: nil)
    #expect(knowledge.timelines.isEmpty)
  }

  @Test func idsOfOneUser() {
    var facts = FactStore()
    let user = Identifier("a", names: &facts.names)
    let ids = (0..<60_000).map { Identifier("id-\($0)", names: &facts.names) }
    for id in ids { facts.people.link(user, id) }
    facts.settle()
    let persons = Knowledge(facts, shared: SharedSettings(), listedBots: [], asOf: nil).persons
    #expect(Set(ids.map { persons.find($0) }).count == 1)
  }
}

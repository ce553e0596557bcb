import Detection
import Model
import TestSupport
import Testing

/// Much of one thing must take little time: what is looked up for each of many is not searched among all of them.
@Suite(.timeLimit(.minutes(1))) struct LargeInputTests {
  /// `1:02:03`, so many seconds after a transcript's beginning.
  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }

  private func count(_ detector: any Detector.Type, _ lines: [String]) throws -> Int {
    try TranscriptCheck(detector, lines.joined(separator: "\n")).findings.count
  }

  @Test(arguments: [EmptyMessage.self, SMSImageDrop.self] as [any Detector.Type])
  func imagesInOneConversation(detector: any Detector.Type) throws {
    let images = (1...1500).flatMap { number in
      ["\(Self.clock(number * 90)) gateway: 1 media", "\(Self.clock(number * 90 + 1)) consumer: <blank>"]
    }
    #expect(try count(detector, ["channel: SMS", "00:00 opened"] + images) == 1500)
  }

  /// Events of bots in the order given, one `every` so many milliseconds.
  private func findings(
    _ detector: any Detector.Type, every milliseconds: Int64, _ events: [(bot: String, event: AgentEvent)]
  ) throws -> Int {
    var store = FactStore()
    for (place, (bot, event)) in events.enumerated() {
      var event = event
      event.time = Timestamp(milliseconds: 1_772_488_800_000 + Int64(place) * milliseconds)
      event.agent = Identifier(bot, names: &store.names)
      event.account = Identifier("account", names: &store.names)
      store.agentEvents.insert(event, evidence: Evidence(input: 0, record: place + 1))
    }
    store.settle()
    let knowledge = Knowledge(store, shared: SharedSettings(), listedBots: [], asOf: nil)
    let judge = try detector.make([])
    var examination = Examination()
    for timeline in knowledge.timelines { judge.examine(BotSubject(timeline, knowledge), into: &examination) }
    return judge.conclude(examination, knowledge).count
  }

  private func event(_ kind: AgentEvent.Kind, _ code: Int32? = nil) -> AgentEvent {
    var event = AgentEvent(kind, time: nil)
    if let code { event.outcome = .answered(code) }
    if kind == .login { event.service = .login }
    return event
  }

  @Test(arguments: [BotLoginFailure.self, ConnectorOffline.self] as [any Detector.Type])
  func botsOfOneAccount(detector: any Detector.Type) throws {
    let logins = (1...4).flatMap { _ in (1...1000).map { ("bot-\($0)", event(.login, 401)) } }
    #expect(try findings(detector, every: 1, logins) == 1000)
  }

  @Test func outagesOfOneBot() throws {
    let outage = [event(.connected), event(.closed), event(.failed), event(.failed), event(.failed)]
    let events = (1...6000).flatMap { _ in outage.map { ("bot", $0) } }
    #expect(try findings(ConnectorOffline.self, every: 50_000, events) == 5999)
  }

  @Test func failuresOfOneBot() throws {
    let events = (1...10_000).flatMap { _ in [("bot", event(.login, 200)), ("bot", event(.login, 401))] }
    #expect(try findings(BotLoginFailure.self, every: 70_000, events) == 1)
  }
}

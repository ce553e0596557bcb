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

  /// Transcripts know few bots by name; a store may have as many as it likes.
  @Test(arguments: [BotLoginFailure.self, ConnectorOffline.self] as [any Detector.Type])
  func botsOfOneAccount(detector: any Detector.Type) throws {
    var store = FactStore()
    for bot in 0..<1000 {
      for second in 0..<4 {
        var event = AgentEvent(.login, time: Timestamp(milliseconds: 1_772_488_800_000 + Int64(second * 1000)))
        event.agent = Identifier("bot-\(bot)", names: &store.names)
        event.account = Identifier("account", names: &store.names)
        (event.service, event.outcome) = (.login, .answered(401))
        store.agentEvents.insert(event, evidence: Evidence(input: 0, record: bot * 4 + second))
      }
    }
    store.settle()
    let knowledge = Knowledge(store, shared: SharedSettings(), listedBots: [], asOf: nil)
    let judge = try detector.make([])
    var examination = Examination()
    for timeline in knowledge.timelines { judge.examine(BotSubject(timeline, knowledge), into: &examination) }
    #expect(judge.conclude(examination, knowledge).count == 1000)
  }
}

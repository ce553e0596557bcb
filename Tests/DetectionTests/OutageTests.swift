import Detection
import Model
import TestSupport
import Testing

/// When a bot's program had no connection, by what its logs show and do not show.
@Suite struct OutageTests {
  /// One line an outage: `10:00-10:05 1006 crashed restarted resubscribed tries 2`.
  private static func outages(_ text: String, bot: String = "bot") throws -> [String] {
    let knowledge = try knowledge(text)
    let timeline = try #require(knowledge.timelines.first { $0.id.text(knowledge.names) == bot })
    return timeline.outages.map { outage in
      var words = ["\(clock(outage.began))-\(outage.ended.map(clock) ?? "")"]
      if let code = outage.closeCode { words.append("\(code)") }
      if outage.crashed { words.append("crashed") }
      if outage.restarted { words.append("restarted") }
      if outage.resubscribed { words.append("resubscribed") }
      if outage.attempts > 0 { words.append("tries \(outage.attempts)") }
      return words.joined(separator: " ")
    }
  }

  private static func knowledge(_ text: String) throws -> Knowledge {
    let transcript = try Transcript(text)
    return Knowledge(transcript.store(), shared: SharedSettings(), listedBots: [], asOf: nil)
  }

  private static func clock(_ moment: Timestamp) -> String { String(moment.description.dropFirst(14).prefix(5)) }

  static let stories: [(String, String, [String])] = [
    (
      "closed and connected in one millisecond", "10:00 bot program: closed 1006\n10:00 bot program: connected",
      ["10:00-10:00 1006"]
    ),
    (
      "connected and closed in one millisecond", "10:00 bot program: connected\n10:00 bot program: closed 1006",
      ["10:00- 1006"]
    ),
    (
      "attempts close, too",
      "10:00 bot program: closed 4401\n10:01 bot program: closed 1006\n10:02 bot program: connected",
      ["10:00-10:02 4401"]
    ),
    (
      "a rotated log, the later file first",
      """
      11:00 bot program: heartbeat 200
      12:00 bot program: connected
      10:00 bot program: connected [log 2]
      10:30 bot program: closed 1006 [log 2]
      """, ["10:30-11:00 1006"]
    ),
    (
      "the line of the new connection is missing, its requests are there",
      "10:00 bot program: closed 1006\n10:05 bot program: conversationsSubscribed 200",
      ["10:00-10:05 1006 resubscribed"]
    ),
    (
      "rings are no conversations, and a refusal shows no connection",
      """
      10:00 bot program: closed 1006
      10:04 bot program: ringsSubscribed 500
      10:05 bot program: heartbeat 500
      10:06 bot program: heartbeat
      10:07 bot program: ringsSubscribed 200
      """, ["10:00-10:07 1006"]
    ),
    (
      "a crash, and starts until one connects",
      """
      09:00 bot program: connected
      10:00 bot program: crashed
      10:01 bot program: started
      10:02 bot program: crashed
      10:03 bot program: started
      10:04 bot program: connected
      """, ["10:00-10:04 crashed restarted"]
    ),
    (
      "a start without a word of the end",
      "09:00 bot program: connected\n09:30 bot program: heartbeat 200\n10:00 bot program: started\n10:01 bot program: connected",
      ["09:30-10:01 restarted"]
    ),
    ("the first start of a log", "10:00 bot program: started\n10:01 bot program: connected", []),
    (
      "failures before any connection are none",
      "10:00 bot program: failed messaging connect\n10:01 bot program: connected", []
    ),
    (
      "attempts, announced and failed",
      """
      10:00 bot program: closed 1006
      10:01 bot program: reconnecting
      10:02 bot program: failed messaging reconnect
      10:03 bot program: login 200 reconnect
      """, ["10:00- 1006 tries 2"]
    ),
    (
      "two programs, of which one is up",
      """
      10:00 bot program: closed 1006
      10:30 bot program: connected
      09:00 bot program: connected [log 2]
      11:00 bot program: heartbeat 200 [log 2]
      """, []
    ),
    (
      "two programs, of which one is up too short",
      """
      10:00 bot program: closed 1006
      10:30 bot program: connected
      09:00 bot program: connected [log 2]
      10:29 bot program: heartbeat 200 [log 2]
      """, ["10:00-10:30 1006"]
    ),
    (
      "two programs, of which one only fails",
      """
      10:00 bot program: closed 1006
      10:30 bot program: connected
      09:00 bot program: failed messaging connect [log 2]
      11:00 bot program: failed messaging connect [log 2]
      """, ["10:00-10:30 1006"]
    ),
    (
      "lists of states are no log",
      "09:00 bot program: connected\n10:00 bot program: closed now\n11:00 bot program: heartbeat 200", []
    ),
    (
      "the bot speaks, and nothing says that it was connected again",
      """
      layout: history
      09:00 opened
      09:01 bot joins
      10:00 bot program: closed 1006
      10:01.900 bot: still on its way
      10:20 bot: here again
      """, ["10:00-10:20 1006"]
    ),
  ]

  @Test(arguments: stories) func whatTheLogShows(title: String, text: String, outages: [String]) throws {
    #expect(try Self.outages(text) == outages, "\(title)")
  }

  @Test func programsThatNothingNamesAreOneALog() throws {
    let text = "10:00 somebody program: closed 1006\n10:30 somebody program: connected [log 2]"
    let knowledge = try Self.knowledge(text)
    #expect(knowledge.timelines.map { $0.outages.count } == [1, 0])
    #expect(knowledge.timelines.allSatisfy { $0.id.isAbsent })
  }

  /// A finding about a conversation that fell into an outage of its bot names it.
  @Test func findingsInAnOutageNameIt() throws {
    let outage = """
      10:00 bot program: closed 1006
      10:01 bot program: failed messaging reconnect
      10:06 bot program: failed messaging reconnect
      19:00 bot program: connected
      20:00 bot program: heartbeat 200
      """
    let blank =
      "layout: history\n00:00 opened\n00:01 bot joins\n05:00 bot: hi\n09:00 consumer: <blank>\n11:00 consumer: <blank>\n"
    let names = try TranscriptCheck(EmptyMessage.self, blank + outage).findings.map { $0.details.last }
    let name = try TranscriptCheck(ConnectorOffline.self, blank + outage).findings.first?.fingerprint
    #expect(names.map { $0?.key } == ["outage", "outage"] && name != nil)
    #expect(names.map { $0?.value } == [DetailValue.none, name.map { .text($0) }])
    let missed =
      "layout: bot log\n11:00 opened\n11:01 bot joins\n11:00 consumer: hello [last content]\nconversation:\n25:00 opened\n25:01 bot joins\n25:02 consumer: hello\n25:03 bot: hi\n"
    let missing = try TranscriptCheck(MissingFirstNotification.self, missed + outage).findings
    #expect(missing.map { $0.details.last?.value } == [name.map { .text($0) }])
  }

  /// The name of an outage is that of the finding that it gives, or its like.
  @Test func anOutageHasTheNameOfItsFinding() throws {
    let text = """
      00:00 bot program: connected
      10:00 bot program: closed 1006
      10:01 bot program: failed messaging reconnect
      10:06 bot program: failed messaging reconnect
      14:00 bot program: connected
      20:00 bot program: closed 1006
      20:30 bot program: connected
      """
    let check = try TranscriptCheck(ConnectorOffline.self, text)
    let knowledge = try Self.knowledge(text)
    let timeline = try #require(knowledge.timelines.first)
    let names = timeline.outages.map { knowledge.outageFingerprint(of: $0, timeline) }
    #expect(check.findings.map(\.fingerprint) == [names[0]] && Set(names).count == 2)
    // Another file, or what comes later, changes no name.
    let more = try Self.knowledge(text + "\n30:00 bot program: heartbeat 200 [log 2]\n25:00 bot program: closed 1000")
    let later = try #require(more.timelines.first)
    #expect(later.outages.prefix(2).map { more.outageFingerprint(of: $0, later) } == names)
  }
}

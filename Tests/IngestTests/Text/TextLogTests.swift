import Model
import TestSupport
import Testing

@testable import Ingest

/// Layout P: a bot's text log, its events and the records in its lines.
@Suite struct TextLogTests {
  private static let bot = TextTwins.bot

  @Test func aWholeLog() throws {
    let log = try ReadLog(TextTwins.winston.joined(separator: "\n"))
    #expect(log.problems == [])
    #expect(log.summary.layouts == ["bot-log", "sdk-event", "sdk-answer"])
    #expect(log.summary.recordsByLayout["bot-log"] == TextTwins.winston.count - 2 && log.summary.records == 26)
    #expect(log.summary.ignored == ["log line": 1, "continuation line": 2, "answer": 3])
    // Each event once, though two loggers wrote it.
    #expect(
      log.events == [
        "4 connected \(Self.bot) 18:00:01.103", "7 availability \(Self.bot) 18:00:01.103 answered(200)",
        "8 conversationsSubscribed \(Self.bot) 18:00:01.103 answered(200)",
        "9 ringsSubscribed \(Self.bot) 18:00:01.103 answered(200)", "11 availability \(Self.bot) 18:00:02.103 online",
        "18 messagesQueried \(Self.bot) 18:00:04.103 answered(200)", "23 closed \(Self.bot) 18:00:06.103 code 1006",
        "24 reconnecting \(Self.bot) 18:00:06.103", "25 failed \(Self.bot) 18:00:07.103",
        "27 login \(Self.bot) 18:00:08.103 answered(401) code 401 login reconnect",
        "28 availability \(Self.bot) 18:00:09.103 answered(429)",
      ])
    #expect(log.traits(Self.bot) == .logOwner)
    let conversation = try #require(log.conversation(TextTwins.dialog))
    #expect(conversation.account == "5308986" && conversation.value.marks == [.events, .agentStream, .beginningSeen])
    #expect(conversation.messages == ["#1 consumer text present 13"])
    let message = try #require(conversation.message(1))
    #expect(message.time.moment == .at(1_772_474_404_000) && !message.isTimedByLog && message.sightings == .live)
    #expect(message.delivered.moment == .at(1_772_474_405_103) && message.evidence == Evidence(input: 0, record: 20))
    #expect(conversation.participant(Self.bot)?.assignedInLog.moment == .at(1_772_474_404_103))
  }

  /// The same log as winston's File transport writes it: lines of JSON whose message is the text.
  @Test func theSameLogAsLinesOfJSON() throws {
    let file = TextTwins.winston.filter { $0.hasPrefix("20") }.map { line -> String in
      let time = line.prefix(24)
      let words = line.drop { $0 != "[" }.dropFirst().drop { $0 != "[" }.dropFirst().drop { $0 != "[" }
      let message = words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return #"{"level":"info","message":"\#(message)","timestamp":"\#(time)"}"#
    }
    let console = try ReadLog(TextTwins.winston.filter { $0.hasPrefix("20") }.joined(separator: "\n"))
    let log = try ReadLog(file.joined(separator: "\n"))
    #expect(log.problems == [] && log.events == console.events && log.summary.records == console.summary.records)
    #expect(log.facts.canonicalDump() == console.facts.canonicalDump())
    #expect(log.summary.layouts == ["envelope", "sdk-event", "sdk-answer"])
  }

  @Test(arguments: [
    #"{"level":30,"time":1772474406103,"pid":7,"msg":"[bot.js] socket closed: 1006"}"#,
    #"{"level":"warn","message":"[bot.js] socket closed: 1006","timestamp":"2026-03-02T18:00:06.103Z"}"#,
  ])
  func aLineInARecord(line: String) throws {
    let log = try ReadLog(line, #"{"level":"info","message":"listening","port":80}"#)
    #expect(log.problems == [] && log.events == ["1 closed - 18:00:06.103 code 1006"])
    #expect(log.summary.ignored == ["log line": 1] && log.summary.records == 2)
    // Such records make no text log of their input: a line that is none is broken.
    #expect(try ReadLog(line, "at x").problems == ["malformed-json at 2"])
  }

  /// An agent.js at its usual level logs messages only without their own time.
  @Test func aMessageWithoutItsTime() throws {
    let log = try ReadLog("2026-03-02T18:00:05.103Z - info: [agent.js] CONTENT_NOTIFICATION \(TextTwins.flat)")
    let message = try #require(log.conversation(TextTwins.dialog)?.message(1))
    #expect(message.time.moment == .at(1_772_474_405_103) && message.isTimedByLog && message.text == .present)
  }

  @Test func textAndJSONMixed() throws {
    let frame =
      #"{"kind":"notification","type":".ams.ms.OnlineEventDistribution","body":{"dialogId":"d-1","#
      + #""sequence":1,"serverTimestamp":1772474404000,"event":{"type":"ContentEvent","contentType":"text/plain","message":"a"}}}"#
    let log = try ReadLog("[bot.js] started", frame, "info: [bot.js] socket closed: 1006", "", frame)
    #expect(log.problems == [] && log.conversations == ["d-1"] && log.events == ["3 closed - - code 1006"])
    #expect(log.summary.records == 4 && log.summary.layouts == ["bot-log", "socket-frame"])
  }

  @Test func anExceptionThatEndsTheProgram() throws {
    let stack = ["/opt/bot/bot.js:12", "TypeError: callback is not a function", "    at Socket.<anonymous> (bot.js:3)"]
    let connected = #"2026-03-02T18:00:09Z - info: [bot.js] connected: {"connected":true}"#
    let head = "2026-03-02T18:00:00Z - info: [bot.js] agentId: b-1"
    #expect(
      try ReadLog(([head] + stack + [connected]).joined(separator: "\n")).events == [
        "5 connected b-1 18:00:09.000", "5 crashed b-1 18:00:00.000", "5 started b-1 18:00:09.000",
      ])
    let closed = "2026-03-02T18:00:08Z - warn: [bot.js] socket closed: 1000"
    let handled = try ReadLog(([head] + stack + [closed, connected]).joined(separator: "\n"))
    #expect(handled.events.map { $0.split(separator: " ")[1] } == ["closed", "connected"])
    #expect(try ReadLog(([head] + stack).joined(separator: "\n")).events == [])
    #expect(handled.summary.ignored == ["continuation line": 3])
  }

  /// Nothing more is logged: the program ended, if nobody caught the exception.
  @Test(arguments: [
    (
      "2026-03-02T18:00:02Z - error: uncaughtException: callback is not a function", "TypeError: x\n    at a.js:1:1",
      true
    ),
    ("2026-03-02T18:00:02Z - error: [bot.js] Uncaught exception", "TypeError: x\n    at a.js:1:1\n", true),
    ("2026-03-02T18:00:02Z - info: [bot.js] a", "Uncaught TypeError: x\n    at a.js:1:1\n\nNode.js v20.1.0", true),
    (
      "2026-03-02T18:00:02Z - info: [bot.js] a", "/opt/a.js:3\n  x()\n  ^\n\nTypeError: x is not\n    at a.js:1:1", true
    ),
    (
      "2026-03-02T18:00:02Z - info: [bot.js] a",
      "Exception in thread \"main\" java.lang.IllegalStateException: x\n\tat a.A.b(A.java:1)", true
    ),
    ("2026-03-02T18:00:02Z - error: [bot.js] it failed", "TypeError: x\n    at a.js:1:1", false),
    ("2026-03-02T18:00:02Z - error: uncaughtException: x", "no stack", false),
    (
      "2026-03-02T18:00:02Z - error: uncaughtException: x",
      "TypeError: x\n    at a.js:1:1\n2026-03-02T18:00:03Z - info: [bot.js] going on", false
    ),
    (
      "2026-03-02T18:00:02Z - error: uncaughtException: x",
      "TypeError: x\n    at a.js:1:1\n{\"kind\":\"req\",\"id\":1,\"type\":\"x\"}", false
    ),
    (
      "2026-03-02T18:00:02Z - error: uncaughtException: x\n2026-03-02T18:00:02Z - error: [bot.js] it failed",
      "TypeError: x\n    at a.js:1:1", false
    ),
  ])
  func anExceptionThatEndsTheLog(line: String, rest: String, isCrash: Bool) throws {
    for lineEnd in ["\n", "\r\n"] {
      let text = "2026-03-02T18:00:00Z - info: [bot.js] agentId: b-1\n\(line)\n\(rest)"
      let log = try ReadLog(text.replacing("\n", with: lineEnd))
      #expect(log.events.map { $0.drop { $0 != " " } } == (isCrash ? [" crashed b-1 18:00:02.000"] : []))
      #expect(log.problems == [])
    }
  }

  /// A record without its beginning is broken JSON, as it is without any log around it.
  @Test(arguments: [
    #"pe":"x","body":{"dialogId":"d-1","changes":[]}}"#, #"2026-03-02T18:00:00.000Z","frame":{"kind":"req","id":1}}"#,
    #"info","message":"[bot.js] connected: {\"connected\":true}"}"#,
    #"[bot.js] connected: {\"connected\":true}","a":1}"#,
    #"error: x"}"#, #"18:00:00.000Z","event":"closed","body":1006}"#, #"connected","body":{"connected":true}}"#,
    #"[bot.js] a: {"a":1}}"#, #"info: [bot.js] b","c":{"kind":"req"}"#, "words and no log", "[main] started", "}",
  ])
  func debrisIsNoLogLine(line: String) throws {
    let alone = try ReadLog(line)
    #expect(alone.problems == ["malformed-json at 1"] && alone.summary.records == 0 && alone.summary.layouts == [])
    if line.contains("\"") {
      let inLog = try ReadLog("[bot.js] a", line, "[bot.js] socket closed: 1006")
      #expect(inLog.problems == ["malformed-json at 2"] && inLog.events.count == 1)
    }
  }

  @Test func brokenJSONInALogLine() throws {
    let log = try ReadLog("[bot.js] a", #"[bot.js] b: {"a":tru} and {"a":1}"#, #"[bot.js] c: {"x":1,"y":2}"#)
    #expect(log.problems == ["malformed-json at 2", "unrecognized-record at 3"])
    #expect(log.summary.problems.map(\.byteOffset) == [23, 57] && log.summary.records == 3)
    #expect(log.summary.problems[0].message.hasPrefix("only true, false and null may stand without quotes (byte 28)"))
  }

  /// Whatever is cut off its end, a log tells nothing that the whole one does not.
  @Test func everyCut() throws {
    let text = TextTwins.winston.dropFirst(20).joined(separator: "\r\n")
    let whole = try ReadLog(text)
    let known = Set(whole.events)
    let bytes = Array(text.utf8)
    for count in stride(from: 0, through: bytes.count, by: 1) {
      let log = try ReadLog(text: String(decoding: bytes[..<count], as: UTF8.self), input: 0, capacity: 4096)
      // A close code may lose its last digits, and an error where it happened.
      #expect(log.events.allSatisfy { event in known.contains { $0.hasPrefix(event) } }, "\(count): \(log.events)")
      #expect(log.conversations.allSatisfy(whole.conversations.contains), "\(count)")
    }
  }

  @Test func buffersChangeNothing() throws {
    let text = TextTwins.winston.joined(separator: "\r\n") + "\r\n"
    let whole = try ReadLog(text: text, input: 0)
    for capacity in [1, 2, 7, 64, 500, 4000] {
      let log = try ReadLog(text: text, input: 0, capacity: capacity)
      #expect(log.facts.canonicalDump() == whole.facts.canonicalDump() && log.events == whole.events, "\(capacity)")
      #expect(log.summary.ignored == whole.summary.ignored && log.problems == whole.problems, "\(capacity)")
    }
  }

  @Test func longLinesObeyTheLimit() throws {
    var options = ReadingOptions()
    options.recordLimit = 1024
    let long = "[bot.js] " + String(repeating: "x", count: 3000)
    let log = try ReadLog("[bot.js] a", long, "[bot.js] socket closed: 1006", options: options)
    #expect(log.problems == ["record-too-large at 2"] && log.events.count == 1)
  }

  /// Each is read in time that grows with its length, or this test takes minutes.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "\u{1B}[", "\u{1B}", "{\"", "{\"a\":", "[{\"", "\"", "\\\"", "[", "[a] ", "- ", "\r", "a=", "\u{1B}[0m",
    ])
  func hostileLines(unit: String) throws {
    // What begins with a bracket of JSON is no line of text.
    for head in (unit.hasPrefix("[") && unit != "[a] " ? [] : [""]) + [
      "[bot.js] ", "2026-03-02T18:00:05Z - info: ", "MessageSid=",
    ] {
      let line = head + String(repeating: unit, count: 100_000 / unit.utf8.count)
      let log = try ReadLog(line, "[bot.js] socket closed: 1006")
      #expect(log.events == ["2 closed - - code 1006"], "\(head) \(unit.debugDescription)")
    }
  }
}

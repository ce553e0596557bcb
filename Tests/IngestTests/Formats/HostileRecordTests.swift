import Model
import TestSupport
import Testing

@testable import Ingest

/// Records that no platform writes: each costs itself and nothing else.
@Suite struct HostileRecordTests {
  /// A sound record behind each hostile one: no readable record is lost because of its neighbour.
  private static let sound = #"{"info":{"conversationId":"sound"},"messageRecords":[{"seq":1,"sentBy":"Consumer"}]}"#

  private func expectSound(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> ReadLog {
    let log = try ReadLog(line, Self.sound)
    #expect(log.conversation("sound")?.messages.count == 1, "\(line.prefix(200))", sourceLocation: sourceLocation)
    return log
  }

  @Test(arguments: [
    (#"{"foo":1,"bar":2}"#, "an object with foo, bar"), ("{}", "an empty object"), (#""text""#, "a string"),
    ("true", "a truth value"),
    ("null", "null"), ("12", "a number"),
    (#"{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7}"#, "an object with a, b, c, d, e, f, …"),
    (#"{"info":[]}"#, "an object with info"), (#"{"kind":"other"}"#, "an object with kind"),
    (#"{"kind":7,"changes":[]}"#, "kind, changes"),
    (#"{"changes":7}"#, "an object with changes"),
    (#"{"conversationHistoryRecords":7}"#, "an object with conversationHistoryRecor"),
    (#"{"event":{"type":"ContentEvent"}}"#, "an object with event"),
    (#"{"type":"UPSERT","result":7}"#, "an object with type, result"),
    (#"{"averyveryverylongkeythatgoesonandon":1}"#, "averyveryverylongkeythat"),
  ])
  func soundJSONOfNoLayout(line: String, shape: String) throws {
    let log = try expectSound(line)
    #expect(log.summary.problemCounts == [.unrecognizedRecord: 1])
    #expect(log.summary.problems.first?.message.contains(shape) == true, "\(log.summary.problems)")
    #expect(log.summary.problems.first?.record == 1)
  }

  @Test func whatRecordsMustHave() throws {
    for (line, count) in [
      (#"{"info":{}}"#, 1), (#"{"info":{"conversationId":"undefined"},"messageRecords":[{"seq":1}]}"#, 1),
      (#"{"info":{"conversationId":["c"]}}"#, 1),
      (#"{"info":{"conversationId":"c"},"messageRecords":[{},{"seq":null},{"seq":"x"}]}"#, 3),
      (
        #"{"kind":"notification","type":"x.ExConversationChangeNotification","body":{"changes":[{},7,"x",null,[]]}}"#, 5
      ),
      (#"{"kind":"notification","type":"x.MessagingEventNotification","body":{"changes":[{},7,null]}}"#, 3),
      (#"{"kind":"notification","type":"x.MessagingEventNotification"}"#, 0), (#"{"kind":"notification"}"#, 0),
      (#"{"kind":"notification","type":7,"body":[]}"#, 0), (#"{"kind":"req"}"#, 0),
      (#"{"kind":"resp","body":{"sequence":1}}"#, 0),
    ] {
      let log = try expectSound(line)
      #expect(log.summary.problemCounts == (count == 0 ? [:] : [.missingField: count]), "\(line)")
    }
  }

  static let values = [
    "1e30", "-1e30", "1e-7", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
    "1000000000000000000",
    "2147483648", "-5", "0", "1.0", "true", "null", "[]", "{}", #""""#, #""\u0000""#, #""\uD800""#, #""é\n""#,
    #""9999999999999999999""#,
    #"[[["x"]]]"#, #"{"id":{"id":{}}}"#, "\"" + String(repeating: "x", count: 5000) + "\"",
    String(repeating: "9", count: 400),
  ]

  /// Each of these in each place that wants a number, a time, an id, a text, a word, an object or an array.
  @Test func everyValueInEveryPlace() throws {
    let lines = [
      HistoryTwins.newest, OlderHistoryTwins.page2017, SocketTwins.whatsApp, SocketTwins.ringWaiting, SDKTwins.upsert,
      SDKTwins.ownText,
      SocketTwins.onlineEvent, RequestTwins.publishText, #"{"kind":"resp","reqId":2,"code":200,"body":{"sequence":7}}"#,
    ].map { $0.split(separator: "\n").joined() }
    for line in lines {
      for (index, place) in Self.scalars(line).enumerated() {
        let value = Self.values[index % Self.values.count]
        let log = try expectSound(String(line[..<place.lowerBound]) + value + String(line[place.upperBound...]))
        #expect(log.summary.problemCounts[.malformedJSON] == nil, "\(value) at \(line[..<place.lowerBound].suffix(40))")
      }
    }
  }

  /// Where the values behind colons lie that are neither objects nor arrays.
  static func scalars(_ line: String) -> [Range<String.Index>] {
    line.matches(of: /:(-?[0-9.]+|true|false|null|"(?:[^"\\]|\\.)*")/).map {
      line.index(after: $0.range.lowerBound)..<$0.range.upperBound
    }
  }

  @Test func numbersAndTimesOutOfRange() throws {
    let log = try expectSound(
      #"""
      {"info":{"conversationId":"c","startTimeL":1000000000000000000,"endTimeL":-62135596800001,"status":"CLOSE"},"messageRecords":[
      {"seq":1e30},{"seq":2147483648},{"seq":-7},{"seq":1.5},{"seq":"12","timeL":1e18},{"seq":2147483647,"timeL":99999999999999999999}]}
      """#)
    #expect(log.summary.problemCounts == [.missingField: 4])
    let conversation = try #require(log.conversation("c"))
    #expect(conversation.value.messages.map(\.sequence) == [12, .max])
    #expect(conversation.value.messages.allSatisfy { $0.time.moment == nil })
    #expect(conversation.value.started.moment == nil && conversation.value.closedAsOf.moment == nil)
  }

  @Test func deepNests() throws {
    for depth in [3, 10, 100, 255, 500] {
      for (open, close) in [
        ("{\"a\":", "}"), ("[", "]"), ("{\"info\":", "}"), ("{\"changes\":", "}"), ("{\"body\":", "}"),
      ] {
        let line =
          #"{"x":"# + String(repeating: open, count: depth) + "{}" + String(repeating: close, count: depth) + "}"
        let log = try expectSound(line)
        #expect(log.summary.problemCounts[.malformedJSON] == nil)
      }
    }
    let tooDeep = try expectSound(String(repeating: "{\"a\":", count: 600) + "1" + String(repeating: "}", count: 600))
    #expect(tooDeep.summary.problemCounts == [.nestedTooDeep: 1])
  }

  /// Lists that no conversation has, in time that grows with their length and not with its square.
  @Test(.timeLimit(.minutes(1))) func endlessLists() throws {
    let ids = (0..<6_000).map { "\"\($0)\"" }
    let people = ids.map { #"{"id":\#($0),"role":"ASSIGNED_AGENT","state":"ACTIVE"}"# }.joined(separator: ",")
    let counts = ids.map { "\($0):1" }.joined(separator: ",")
    for details in [
      #""participants":{"MANAGER":[\#(ids.joined(separator: ","))]},"participantsPId":{"MANAGER":[\#(ids.joined(separator: ","))]}"#,
      #""participants":[\#(people)],"dialogs":[{"dialogId":"c","dialogType":"MAIN","participantsDetails":[\#(people)]}]"#,
      #""dialogs":[\#(ids.map { #"{"dialogId":\#($0)}"# }.joined(separator: ","))]"#,
    ] {
      let log = try expectSound(
        #"{"changes":[{"type":"UPSERT","result":{"convId":"c","numberOfunreadMessages":{\#(counts)},"conversationDetails":{\#(details)}}}]}"#
      )
      let conversation = try #require(log.conversation("c")).value
      #expect(conversation.participants.count <= 1024 && conversation.dialogs.count <= 1024)
    }
    let requests = ids.map {
      #"{"kind":"req","id":\#($0),"type":"ms.PublishEvent","body":{"dialogId":"c","event":{"type":"RichContentEvent"}}}"#
    }
    #expect(try expectSound(requests.joined(separator: "\n")).conversation("c")?.exchanges.count == 6_000)
    // All on one line: places are told apart up to the 255th value.
    #expect(try expectSound(requests.joined()).conversation("c")?.exchanges.count == 255)
  }

  @Test func pagesInPages() throws {
    let page = #"{"_metadata":{},"conversationHistoryRecords":[§]}"#
    let log = try expectSound(
      page.replacing(
        "§",
        with: page.replacing("§", with: #"{"info":{"conversationId":"inner"}}"#)
          + #",{"info":{"conversationId":"outer"}}"#))
    #expect(log.conversations == ["inner", "outer", "sound"] && log.problems == [] && log.summary.records == 3)
  }

  /// A page in a page is read as one record, and its elements' places are counted from that record's beginning.
  @Test func placesInPagesInPages() throws {
    let head = #"{"_metadata":{},"conversationHistoryRecords":[{"conversationHistoryRecords":[{"a":1},"#
    let log = try expectSound("{}\n" + head + "true]}]}")
    let last = try #require(log.summary.problems.last)
    #expect(last.byteOffset == 3 + head.utf8.count && last.record == 2, "\(log.summary.problems)")
  }

  @Test func unknownMembersAreIgnored() throws {
    let noise = #""zzz":{"deep":[1,{"seq":5,"info":{"conversationId":"no"}}]},"☃":{},"":null,"#
    for twin in [HistoryTwins.newest, SocketTwins.whatsApp, SDKTwins.upsert, WebhookTwins.conversation] {
      let noisy = twin.replacing("{\"", with: "{" + noise + "\"")
      let log = try expectSound(noisy)
      let plain = try expectSound(twin)
      #expect(log.problems == [])
      // Whatever structured content holds, a program may show: two that differ in it say different things.
      let dumps = [log, plain].map {
        $0.facts.canonicalDump(evidence: false).map { $0.replacing(/\ hash \d+/, with: "") }
      }
      #expect(dumps[0] == dumps[1])
    }
  }

  @Test func ofEqualKeysTheLastCounts() throws {
    let log = try ReadLog(#"{"info":{"conversationId":"a","conversationId":"b"},"info":{"conversationId":"c"}}"#)
    #expect(log.conversations == ["c"])
  }
}

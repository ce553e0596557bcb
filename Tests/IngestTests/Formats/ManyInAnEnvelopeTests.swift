import Model
import Testing

@testable import Ingest

/// Envelopes with more than one record in them: none is lost because of the first.
@Suite struct ManyInAnEnvelopeTests {
  private static func message(_ dialog: String, _ sequence: Int = 1) -> String {
    #"{"kind":"notification","type":".ams.ms.MessagingEventNotification","body":{"dialogId":"\#(dialog)","changes":[{"sequence":\#(sequence),"event":{"type":"ContentEvent","contentType":"text/plain","message":"x"}}]}}"#
  }
  private static let request =
    #"{"kind":"req","id":"1","type":"ms.PublishEvent","body":{"dialogId":"d-1","event":{"type":"ContentEvent","contentType":"text/plain","message":"hello"}}}"#
  private static let response = #"{"kind":"resp","reqId":"1","code":400,"type":"ms.PublishEventResponse"}"#

  private static func quoted(_ json: String) -> String {
    "\"" + json.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  @Test func aRequestAndItsResponse() throws {
    for (request, response) in [
      (Self.request, Self.response), (Self.quoted(Self.request), Self.quoted(Self.response)),
    ] {
      let log = try ReadLog(#"{"ts":1790000000000,"request":\#(request),"status":400,"response":\#(response)}"#)
      #expect(log.problems == [] && log.summary.ignored == [:] && log.summary.records == 1)
      #expect(log.conversation("d-1")?.exchanges == ["publish answered(400) unknown text 5"])
    }
  }

  /// Each is looked for among those before it once, and not compared with all of them.
  @Test(.timeLimit(.minutes(1))) func manyDifferentTexts() throws {
    let texts = (0..<60_000).map { #""k\#($0)":"{\"a\":\"text number \#($0)\"}""# }
    let log = try ReadLog("{\(texts.joined(separator: ","))}")
    #expect(log.summary.unrecognized.values.reduce(0, +) == 60_000)
  }

  @Test func recordsUnderTheirIds() throws {
    let log = try ReadLog(
      #"{"a":{"info":{"conversationId":"c-1"}},"b":{"info":{"conversationId":"c-2"}},"c":{"info":{"conversationId":"c-3"}}}"#
    )
    #expect(log.problems == [] && log.conversations == ["c-1", "c-2", "c-3"])
  }

  @Test func envelopesBesideEachOther() throws {
    let log = try ReadLog(
      #"{"in":{"at":1,"frame":\#(Self.message("d-1"))},"meta":{"x":1},"out":{"at":2,"frame":\#(Self.message("d-2"))}}"#)
    #expect(log.problems == [] && log.conversations == ["d-1", "d-2"])
  }

  /// What is no record beside one that is, is not looked at.
  @Test func whatStandsBesideAFrame() throws {
    let log = try ReadLog(
      #"{"frame":\#(Self.message("d-1")),"context":{"raw":"{\"some\":\"thing\"}"},"note":"{\"some\":\"thing\"}"}"#)
    #expect(log.problems == [] && log.conversations == ["d-1"])
  }

  /// Shippers of logs keep a text twice; a request that is met twice would wait for two answers.
  @Test func theSameTextTwiceIsOne() throws {
    let texts = #""message":\#(Self.quoted(Self.request)),"full":\#(Self.quoted(Self.request))"#
    let log = try ReadLog(#"{"ts":1790000000000,\#(texts)}"#, #"{"ts":1790000000100,"frame":\#(Self.response)}"#)
    #expect(log.conversation("d-1")?.exchanges == ["publish answered(400) unknown text 5"])
  }

  @Test(arguments: [
    #"{"events":[L],"nextForwardToken":"f"}"#, #"{"messageType":"DATA_MESSAGE","filters":["f"],"logEvents":[L]}"#,
    #"{"took":3,"hits":{"total":{"value":3},"hits":[L]}}"#, #"{"preview":false,"results":[L]}"#, "[[L]]", "[L]",
    #"{"ts":1,"body":[L]}"#,
  ])
  func lists(document: String) throws {
    for element in [
      #"{"timestamp":1790000000100,"message":S}"#, #"{"timestamp":1790000000100,"frame":F}"#, "F", "S",
      #"{"_index":"logs","_source":{"@timestamp":1790000000100,"message":S}}"#,
    ] {
      let elements = ["d-1", "d-2", "d-3"].map { dialog in
        element.replacing("F", with: Self.message(dialog)).replacing("S", with: Self.quoted(Self.message(dialog)))
      }
      let log = try ReadLog(document.replacing("L", with: elements.joined(separator: ",")))
      #expect(log.problems == [] && log.conversations == ["d-1", "d-2", "d-3"], "\(document) \(element)")
      #expect(log.summary.records == 3 && log.conversation("d-3")?.message(1)?.evidence.record == 3)
      if element.contains("timestamp") {
        #expect(log.conversation("d-1")?.message(1)?.delivered.moment == .at(1_790_000_000_100))
      }
    }
  }

  /// An element that is of no known layout is a problem of its own.
  @Test func anElementThatIsUnknown() throws {
    let log = try ReadLog(
      #"{"events":[{"timestamp":1,"message":"START"},{"timestamp":2,"message":\#(Self.quoted(Self.message("d-1")))}]}"#)
    #expect(log.problems == ["unrecognized-record at 1"] && log.conversations == ["d-1"] && log.summary.records == 2)
  }

  @Test(arguments: [#"{"events":[]}"#, #"{"events":["a","b"]}"#, "[[]]", "[[1,2]]", #"{"a":{"b":[{"c":1}]}}"#])
  func listsOfSomethingElse(document: String) throws {
    #expect(try ReadLog(document).problems == ["unrecognized-record at 1"])
  }

  @Test func listsInLists() throws {
    let list = (0..<6).reduce(Self.message("d-1")) { inner, _ in
      #"{"frame":\#(Self.message("d-2")),"list":[\#(inner)]}"#
    }
    #expect(try ReadLog(list).problems == [])
    let deep = (0..<100).reduce("[\(Self.message("d-2"))]") { inner, _ in "[\(Self.message("d-1")),\(inner)]" }
    let log = try ReadLog("[\(deep)]")
    #expect(log.problems.contains("unrecognized-record at 4") && log.conversations == ["d-1"])
  }

  @Test func aListWrittenIntoAString() throws {
    let list = Self.quoted("[\(Self.message("d-1")),\(Self.message("d-2"))]")
    #expect(try ReadLog(#"{"ts":1,"body":\#(list)}"#).conversations == ["d-1", "d-2"])
  }

  /// A stream of a tap under another name is read as what it holds.
  @Test func whatATapCarries() throws {
    let log = try ReadLog(
      #"{"type":"RECORD","stream":"hooks","record":\#(Self.message("d-1"))}"#,
      #"{"type":"RECORD","stream":"hooks","record":{"some":"thing"}}"#)
    #expect(log.problems == [] && log.conversations == ["d-1"])
    #expect(log.summary.ignored == ["singer record of another stream": 1])
  }
}

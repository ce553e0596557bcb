import Model
import Testing

@testable import Ingest

/// What SMS gateways post, and what connectors log of what they send.
@Suite struct GatewayFormTests {
  private static let picture =
    "ToCountry=US&MessageSid=SM17&SmsSid=SM18&NumMedia=1&MediaContentType0=image%2Fpng&MediaUrl0=https%3A%2F%2Fx"
    + "&Body=&From=%2B15550100&SmsStatus=received&ApiVersion=2010-04-01"

  private func messages(_ lines: String...) throws -> (ReadLog, [GatewayMessage]) {
    let log = try ReadLog(lines.joined(separator: "\n"))
    return (log, log.facts.gatewayMessages.all.map(\.fact))
  }

  @Test func aPicture() throws {
    let (log, messages) = try messages("2026-03-02T18:00:01Z info: [sms.js] received \(Self.picture)")
    let message = try #require(messages.first)
    #expect(messages.count == 1 && log.problems == [] && log.summary.layouts == ["bot-log", "gateway-form"])
    #expect(message.id == log.id("SM17") && message.direction == .inbound && message.time == .at(1_772_474_401_000))
    #expect(
      message.mediaCount == 1 && message.mediaKinds == .image && message.text == .blank && message.utf16Count == 0)
  }

  @Test func aTextAlone() throws {
    let (log, messages) = try messages("SmsSid=SM19&Body=Two+kites%2C+%F0%9F%AA%81%21%&NumMedia=0&SmsStatus=received")
    #expect(messages.count == 1 && log.problems == [] && messages.first?.id == log.id("SM19"))
    #expect(messages.first?.text == .present && messages.first?.utf16Count == 15 && messages.first?.mediaCount == 0)
  }

  @Test func whatWasSent() throws {
    let (log, messages) = try messages(
      "2026-03-02T18:00:01Z INFO sent SMS {From=[+15550100], To=[+15550101], Body=[Two kites]}",
      "2026-03-02T18:00:02Z INFO sent SMS {From=[+15550100], To=[+15550101], Body=[]}",
      "MessageSid=SM20&MessageStatus=delivered&To=%2B15550101")
    #expect(log.problems == [] && messages.map(\.direction) == [.outbound, .outbound])
    #expect(messages.map(\.text) == [.present, .blank] && messages.map(\.utf16Count) == [9, 0])
    #expect(log.summary.ignored == ["gateway's report of delivery": 1])
    // No telephone number is kept, in no id either.
    #expect(messages.allSatisfy { !$0.id.text(log.facts.names).contains("555") })
  }

  /// As a recorder of HTTP requests keeps them; the conversation is the envelope's, as the form knows of none.
  @Test(arguments: [
    #"{"time":T,"conversationId":"c-1","body":"F"}"#, #"{"convId":"c-1","time":T,"headers":{"a":"b"},"payload":"F"}"#,
    #"{"time":T,"dialogId":"c-1","request":{"method":"POST","body":"F"}}"#,
    #"{"level":30,"time":T,"conversationId":"c-1","msg":"F"}"#,
    #"{"time":T,"conversationId":"c-1","text":"a=b","body":"F\n"}"#,
    #"{"time":T,"conversationId":"c-1","message":"{\"body\":\"F\"}"}"#,
  ])
  func inAnEnvelope(envelope: String) throws {
    let escapes = [("", ""), ("&", #"\u0026"#), ("=", #"\u003d"#), ("=", #"\u003D"#), ("%2F", #"\u00252F"#)]
    for (plain, escape) in escapes where plain.isEmpty || !envelope.contains(#"\""#) {
      let form = plain.isEmpty ? Self.picture : Self.picture.replacing(plain, with: escape)
      let line = envelope.replacing(":T", with: #":"2026-03-02T18:00:01Z""#).replacing(#"F"#, with: form)
      let (log, messages) = try messages(line)
      #expect(log.problems == [] && log.summary.records == 1, "\(line)")
      #expect(log.summary.recordsByLayout["gateway-form"] == 1 && log.summary.layouts.contains("envelope"))
      let message = try #require(messages.first, "\(line)")
      #expect(messages.count == 1 && message.id == log.id("SM17") && message.conversation == log.id("c-1"))
      #expect(message.direction == .inbound && message.time == .at(1_772_474_401_000), "\(line)")
      #expect(message.mediaCount == 1 && message.mediaKinds == .image && message.text == .blank)
    }
  }

  /// A frame or JSON beside a form says more, and a text that only has the words is no form.
  @Test func whatIsNoFormInAnEnvelope() throws {
    let history = #"{"info":{"conversationId":"c-2"},"messageRecords":[]}"#
    #expect(try messages(#"{"a":"\#(Self.picture)","frame":\#(history)}"#).0.conversations == ["c-2"])
    for text in [
      "the MessageSid=SM1", "MessageSid", "=MessageSid=SM1", "MessageSid:SM1&a=b", "a=MessageSid=SM1 b", "a=SmsSid= ",
      "",
      #"a\u003dMessageSid"#,
    ] {
      let (log, messages) = try messages(#"{"time":1,"conversationId":"c-1","body":"\#(text)"}"#)
      #expect(messages.isEmpty && log.problems.count == 1 && log.summary.records == 1, "\(text)")
    }
    let long = String(repeating: "a=b&", count: 100_000)
    #expect(try messages(#"{"time":1,"body":"\#(long)MessageSid=SM1&Body=x"}"#).1.count == 1)
  }

  @Test func brokenForms() throws {
    #expect(try messages("MessageSid=&Body=x").0.problems == ["missing-field at 1"])
    #expect(try messages("MessageSid=SM1&Body=%FF%FE").0.problems == ["invalid-utf8 at 1"])
    #expect(try messages("Body=a&From=b").0.problems == ["malformed-json at 1"])
  }
}

import Model
import Testing

@testable import Ingest

/// Layouts C and D, live chats, and the messages of telephone gateways.
@Suite struct TapAndGatewayTests {
  @Test func conversationsOfATap() throws {
    let log = try ReadLog(OtherTwins.singer)
    #expect(log.problems == [] && log.summary.layouts == ["singer", "history-record"] && log.summary.records == 4)
    #expect(log.summary.ignored == ["singer schema": 1, "singer state": 1, "singer version": 1])
    let conversation = try #require(log.conversation("s-1"))
    // Structured content that was taken away is no empty text.
    #expect(conversation.messages == ["#0 consumer text present 6", "#1 agent richContent none 0"])
    #expect(conversation.message(0)?.time.moment == .at(1_790_000_001_000) && conversation.account == "40718263")
    #expect(conversation.value.isClosed && log.traits("4711") == .bot)
  }

  @Test func usersAndOthersOfATap() throws {
    let log = try ReadLog(OtherTwins.singerUsers)
    #expect(log.problems == [] && log.summary.layouts == ["singer", "agent-status"] && log.conversations == [])
    #expect(
      log.agentEvents == [
        "availability 1790000000000 of 4711 online now", "connected 1790000000000 of 4711 now",
        "disabled 1790000000000 of 4712 by hand now", "login 1790000000000 of 4711 answered(200)",
      ])
    #expect(log.areLinked("4711", "c1c50a3f-3f0b-4b8f-9d39-0f6d2fb7d1a2"))
    #expect(
      log.summary.ignored == [
        "skill": 1, "agent group": 1, "queue health": 1, "live chat": 1, "user without a state": 1,
        "singer record of another stream": 1,
      ])
  }

  @Test func aStreamThatWasRenamed() throws {
    let log = try ReadLog(OtherTwins.singer.replacing(#""stream":"messaging_interactions""#, with: #""stream":"lp""#))
    #expect(log.conversations == ["s-1"] && log.problems == [])
  }

  @Test func messagesOfTheConsumersHistory() throws {
    let log = try ReadLog(OtherTwins.consumerMessages)
    #expect(log.problems == [] && log.summary.layouts == ["consumer-history", "sdk-event"] && log.summary.records == 5)
    let conversation = try #require(log.conversation("h-1"))
    #expect(
      conversation.messages == [
        "#0 unknown text present 6", "#1 assignedAgent richContent none 0", "#2 unknown file none 0",
        "#4 unknown secureForm none 0",
      ])
    // Nobody was told of them: no detector of deliveries may take them for notifications.
    #expect(conversation.value.marks == .history)
    #expect(conversation.value.messages.allSatisfy { $0.sightings == .history && $0.delivered.moment == nil })
    #expect(conversation.message(1)?.evidence == Evidence(input: 0, record: 2))
  }

  @Test func conversationsOfTheConsumersHistory() throws {
    let log = try ReadLog(OtherTwins.consumerConversations)
    #expect(log.problems == [] && log.summary.layouts == ["consumer-history", "sdk-event"] && log.summary.records == 1)
    let conversation = try #require(log.conversation("h-1"))
    #expect(conversation.value.marks == .history && conversation.value.isClosed)
    #expect(conversation.roles("c-1") == .consumer && conversation.roles("b-1") == .assigned)
    #expect(conversation.dialog("h-1")?.type == .main)
  }

  @Test func liveChats() throws {
    let log = try ReadLog(OtherTwins.chats)
    #expect(log.problems == [] && log.conversations == [] && log.summary.records == 2)
    #expect(log.summary.ignored == ["live chat": 2])
    let alone = try ReadLog(#"{"info":{"engagementId":"e-1"},"transcript":{"lines":[]}}"#)
    #expect(alone.problems == [] && alone.summary.layouts == ["chat-history"])
  }

  @Test func messagesOfTheGateway() throws {
    let log = try ReadLog(OtherTwins.webhooks, OtherTwins.listed)
    #expect(log.problems == [] && log.summary.layouts == ["envelope", "sms-gateway"] && log.conversations == [])
    #expect(
      log.gatewayMessages == [
        "MM1 inbound in g-1 1790000000000 media 2 kinds 9 blank 0",
        "MM4 inbound in  1790000000000 media 1 kinds 0 absent 0",
        "SM2 inbound in g-2 - media 0 kinds 0 present 6", "SM5 outbound in  1790000000000 media 0 kinds 0 present 7",
      ])
    #expect(log.summary.ignored == ["gateway's report of delivery": 1])
  }

  @Test(arguments: [
    (#""0""#, 0), (#""3""#, 3), ("7", 7), (#""-5""#, 0), (#""99999999999999""#, 1), (#""many""#, 1), ("null", 1),
    ("2147483647", 2_147_483_647), ("[]", 1),
  ])
  func numbersOfPictures(written: String, count: Int32) throws {
    let log = try ReadLog(
      #"{"MessageSid":"MM1","NumMedia":\#(written),"MediaUrl0":"https://example.com/0","Body":"","dialogId":"undefined"}"#
    )
    #expect(log.facts.gatewayMessages.all.map(\.fact.mediaCount) == [count])
    #expect(log.facts.gatewayMessages.all.allSatisfy { $0.fact.conversation.isAbsent })
  }

  /// A recorder that writes its time and the conversation among the gateway's fields; the gateway's own time is better.
  @Test(arguments: [
    ("", 1_790_000_001_000),
    (#""date_sent":"Mon, 21 Sep 2026 14:13:20 +0000","#, 1_790_000_000_000),
  ])
  func timesAmongTheFields(own: String, milliseconds: Int64) throws {
    let log = try ReadLog(
      #"{"time":"2026-09-21T14:13:21Z","MessageSid":"MM1",\#(own)"NumMedia":"1","Body":"","conversationId":"g-1"}"#)
    #expect(log.facts.gatewayMessages.all.map(\.fact.time?.milliseconds) == [milliseconds])
    #expect(log.facts.gatewayMessages.all.map { $0.fact.conversation.text(log.facts.names) } == ["g-1"])
  }

  /// What a gateway posts of a message that it took in need not say so: it has a body or a number of pictures.
  @Test(arguments: [
    (#""NumMedia":"1""#, GatewayMessage.Direction.inbound), (#""Body":"x","From":"+1""#, .inbound),
    (#""NumMedia":"1","direction":"outbound-api""#, .outbound), (#""NumMedia":"0","SmsStatus":"sent""#, .outbound),
  ])
  func directions(fields: String, direction: GatewayMessage.Direction) throws {
    let log = try ReadLog(#"{"MessageSid":"MM1",\#(fields)}"#)
    #expect(log.problems == [] && log.facts.gatewayMessages.all.map(\.fact.direction) == [direction])
  }

  @Test func aMessageInAListWithoutADirection() throws {
    let log = try ReadLog(#"{"sid":"MM1","num_media":"1","body":"","conversationId":"g-1"}"#)
    #expect(log.problems == ["missing-field at 1"] && log.gatewayMessages.count == 1)
  }

  @Test func aMessageOfTheGatewayWithoutAnId() throws {
    #expect(try ReadLog(#"{"MessageSid":null,"NumMedia":"1","Body":""}"#).problems == ["missing-field at 1"])
  }
}

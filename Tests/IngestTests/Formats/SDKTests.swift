import Model
import Testing

@testable import Ingest

/// Layout F: what the agent SDK hands to a bot, without the name of its event.
@Suite struct SDKTests {
  private static let bot = "50cc5ed8-4eda-5aec-896f-5a16e6843acb"
  private static let consumer = "ae6985bb-ef19-45ad-a76c-5da71d07b2b9"
  private static let dialog = "71ea9cfc-b070-4bfe-a551-7335e691e390"

  @Test func aChangeWithItsLastContent() throws {
    let log = try ReadLog(SDKTwins.upsert)
    #expect(log.problems == [] && log.summary.layouts == ["sdk-event"] && log.summary.ignored == [:])
    let conversation = try #require(log.conversation("a35eb0b5-c6e1-427d-89cf-c1b01043cf25"))
    #expect(conversation.account == "5308986" && conversation.channel == "APP" && conversation.skill == "")
    #expect(conversation.value.marks == [.events, .agentStream])
    #expect(conversation.roles(Self.bot) == .assigned && conversation.roles(Self.consumer) == .consumer)
    #expect(conversation.roles("b286712b-e2f8-582e-b5b2-ae22902348cc") == .manager)
    #expect(conversation.participant(Self.bot)?.assigned.moment == .at(1_754_760_332_637))
    #expect(conversation.messages == ["#29 assignedAgent richContent none 0"])
    #expect(conversation.message(29)?.sightings == .lastContent && conversation.sender(29) == Self.bot)
    #expect(conversation.message(29)?.time.moment == .at(1_754_760_477_395))
    #expect(conversation.dialog("a35eb0b5-c6e1-427d-89cf-c1b01043cf25")?.lowestSequence == 29)
    // `__myRole` is the role of one participant alone; old and new id stand in one event.
    #expect(log.traits(Self.bot) == .logOwner)
    #expect(log.areLinked(Self.bot, "95959100.753478086") && log.facts.people.links.count == 1)
  }

  @Test func theSameChangeAsTheSocketSentIt() throws {
    let log = try ReadLog(SDKTwins.whatsApp)
    let conversation = try #require(log.conversation("0f912fc6-73ac-2ef6-8f49-51befefa17e9"))
    #expect(conversation.value.participants.count == 3 && conversation.value.isClosed)
    #expect(conversation.dialog("Tw33ae222a4cf4d025-_9Q")?.type == .postSurvey)
    #expect(conversation.channel == "WhatsApp Business" && log.traits(Self.bot) == [])
    let both = try ReadLog(SDKTwins.whatsApp, SocketTwins.whatsApp)
    #expect(both.conversations.count == 1)
  }

  @Test func textsOfTheLogsOwner() throws {
    let log = try ReadLog(SDKTwins.ownText)
    let conversation = try #require(log.conversation(Self.dialog))
    #expect(conversation.messages == ["#10 assignedAgent text present 18"])
    #expect(conversation.message(10)?.marks == .own && conversation.message(10)?.sightings == .live)
    #expect(conversation.sender(10) == Self.bot && log.traits(Self.bot) == .logOwner)
    #expect(conversation.value.marks == .events)
  }

  @Test func myRoleIsNobodysWhereTwoHaveIt() throws {
    let two = SDKTwins.upsert.replacing(#""role":"MANAGER""#, with: #""role":"ASSIGNED_AGENT""#)
    #expect(try ReadLog(two).traits(Self.bot) == [])
    let none = SDKTwins.upsert.replacing(#""__myRole":"ASSIGNED_AGENT""#, with: #""__myRole":"READER""#)
    #expect(try ReadLog(none).facts.people.traits == [:])
    let dialogs = #""__myRole":"ASSIGNED_AGENT","dialogs":[]"#
    #expect(
      try ReadLog(SDKTwins.upsert.replacing(#""__myRole":"ASSIGNED_AGENT""#, with: dialogs)).traits(Self.bot)
        == .logOwner)
  }

  @Test func presenceRingsAndStates() throws {
    let log = try ReadLog(SDKTwins.consumerActive, SDKTwins.ringAccepted, SDKTwins.agentState)
    #expect(log.problems == [] && log.conversations == [Self.dialog])
    #expect(log.summary.ignored == ["routing task notification": 1])
    #expect(log.agentEvents == ["availability - of  online"])
    let conversation = try #require(log.conversation(Self.dialog))
    #expect(conversation.value.consumerAway == Extent() && conversation.messages == [])
  }

  @Test func changesByThemselves() throws {
    let log = try ReadLog(SDKAnswerTwins.changes)
    #expect(log.problems == [] && log.summary.records == 3 && log.summary.layouts == ["sdk-event"])
    let conversation = try #require(log.conversation(Self.dialog))
    #expect(conversation.messages == [] && conversation.dialog(Self.dialog)?.lowestSequence == 9)
    // No recorder, no time: the consumer's leaving and typing are known and not dated.
    #expect(conversation.value.consumerAway == Extent() && conversation.value.consumerTyping.isEmpty)
    #expect(conversation.value.marks == .events)
  }

  @Test func smallValues() throws {
    let connection = try ReadLog(SDKAnswerTwins.connection)
    #expect(connection.problems == [] && connection.summary.ignored == ["closed": 1])
    #expect(connection.events == ["1 connected - 17:27:53.945", "3 failed - -"])
    let answers = try ReadLog(SDKAnswerTwins.answers)
    #expect(answers.problems == [] && answers.summary.ignored == ["answer": 11, "profile": 1])
    #expect(answers.summary.layouts == ["sdk-answer"])
    let error = try ReadLog(#"{"code":401,"service":"authentication.login","error":null}"#)
    #expect(error.problems == [] && error.events == ["1 login - - answered(401) code 401 login"])
    let numbers = try ReadLog("1006\n999\n4999\n5000\n-1006\n10.5")
    #expect(numbers.summary.ignored == ["closed": 2] && numbers.events == [])
    #expect(numbers.problems.count == 4)
  }

  @Test func aPayloadWithoutChanges() throws {
    let log = try ReadLog(#"{"subscriptionId":"s-1","changes":[]}"#)
    #expect(log.problems == [] && log.summary.ignored == ["sdk event without changes": 1])
  }

  @Test func oneChangeAsTheBareElement() throws {
    let log = try ReadLog(
      #"{"changes":{"type":"UPSERT","result":{"convId":"c-1","conversationDetails":{"state":"OPEN"}}}}"#)
    #expect(log.conversations == ["c-1"] && log.problems == [])
  }

  /// What a function on the platform is given: a conversation's state as it is.
  @Test func aStateByItself() throws {
    let log = try ReadLog(
      #"""
      {"headers":[],"timestamp":1790000000000,"payload":{"conversationId":"c-1","accountId":"55","state":"CLOSE","stage":"OPEN",
      "startTs":1789999990000,"dialogs":[{"dialogId":"d-2","dialogType":"POST_SURVEY","channelType":"MESSAGING","state":"OPEN"}],
      "participants":[{"id":"k","role":"CONSUMER"}],"lastContentEventNotification":{"sequence":3,"dialogId":"d-3",
      "serverTimestamp":1789999995000,"event":{"type":"ContentEvent","contentType":"text/plain","message":"bye"}}}}
      """#)
    #expect(log.problems == [] && log.summary.layouts == ["envelope", "sdk-event"])
    // The last content belongs to the conversation around it, whatever its dialog is called.
    #expect(log.conversations == ["c-1"])
    let conversation = try #require(log.conversation("c-1"))
    #expect(conversation.account == "55" && conversation.value.isClosed && conversation.roles("k") == .consumer)
    #expect(conversation.messages == ["#3 unknown text present 3"] && conversation.dialog(ofMessage: 3) == "d-3")
    #expect(conversation.value.closedAsOf.moment == .at(1_790_000_000_000))
  }

  @Test func whatIsMissing() throws {
    let log = try ReadLog(
      #"{"changes":[{"type":"UPSERT","result":{"conversationDetails":{}}},{"type":"UPSERT","result":{"convId":"c-1"}}]}"#
    )
    #expect(log.problems == ["missing-field at 1"] && log.conversations == ["c-1"])
  }
}

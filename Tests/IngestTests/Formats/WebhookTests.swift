import Model
import Testing

@testable import Ingest

/// Layout G: what a webhook of the Connector API receives, and what a consumer's socket gets.
@Suite struct WebhookTests {
  private static let id = "66f946c7-22e4-4038-b3d6-2150cdf08f7a"
  private static let consumer = "8c5413d027c3d82a47544d375ba8364d9b5bf0159c773f7c023d2f84d0bf9e28"
  private static let agent = "e67f6e86-9f4f-5dae-a070-4d60290fb0b4"

  @Test func aWholeConversation() throws {
    let log = try ReadLog(WebhookTwins.conversation)
    #expect(log.problems == [] && log.summary.ignored == [:])
    #expect(log.summary.layouts == ["webhook"] && log.summary.records == 8)
    #expect(log.conversations == [Self.id])
    let conversation = try #require(log.conversation(Self.id))
    #expect(conversation.account == "36112649" && conversation.channel == "" && conversation.skill == "")
    #expect(conversation.value.marks == [.events, .beginningSeen])
    #expect(conversation.value.started.moment == .at(1_766_132_298_299))
    #expect(conversation.value.openAsOf.moment == .at(1_766_132_331_938) && !conversation.value.isClosed)
    #expect(conversation.value.changes.earliest.moment == .at(1_766_132_298_299))
    #expect(conversation.value.changes.latest.moment == .at(1_766_132_331_938))
    #expect(
      conversation.messages == [
        "#0 consumer text present 19", "#2 assignedAgent text present 29", "#3 assignedAgent text present 23",
      ])
    #expect(conversation.value.messages.allSatisfy { $0.sightings == .relayed && $0.marks == [] })
    #expect([0, 2, 3].map { conversation.sender($0) } == [Self.consumer, Self.agent, Self.agent])
    #expect(conversation.message(2)?.time.moment == .at(1_766_132_336_103))
    #expect(conversation.message(2)?.evidence.record == 33)
    #expect(conversation.roles(Self.consumer) == .consumer && conversation.roles(Self.agent) == .assigned)
    #expect(conversation.participant(Self.agent)?.assigned.moment == .at(1_766_132_331_938))
    #expect(conversation.participant(Self.agent)?.assignedInLog.moment == nil)
    // The agent reads and types: neither is the consumer's, and the receipt takes a number.
    #expect(conversation.value.consumerTyping.isEmpty && conversation.value.notReceived == Extent())
    #expect(conversation.dialogs == [Self.id] && conversation.dialog(Self.id)?.lowestSequence == 0)
    #expect(log.facts.people.traits == [:])
  }

  /// Roles are what events say; role ASSIGNED_AGENT never makes a bot.
  @Test func olderNotificationsWithoutRoles() throws {
    let log = try ReadLog(SocketTwins.textWithoutRole, SocketTwins.textThird)
    let conversation = try #require(log.conversation("1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55"))
    #expect(conversation.messages == ["#0 unknown text present 28"])
    #expect(conversation.sender(0) == "700c5c89-314e-54b3-a535-e5aa19b53618")
    #expect(conversation.value.marks == .events && conversation.account == "")
    let other = try #require(log.conversation("8e2ffa82-366e-4647-b57d-b5eff8aed773"))
    #expect(other.messages == ["#3 unknown text present 21"])
    #expect(other.dialog("8e2ffa82-366e-4647-b57d-b5eff8aed773")?.lowestSequence == 3)
    let byPid = try ReadLog(SocketTwins.textWithPid)
    #expect(
      byPid.conversation("1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55")?.sender(0) == "700c5c89-314e-54b3-a535-e5aa19b53618")
  }

  /// Its type is of agents' sockets alone, whose older frames have no leading dot.
  @Test func oneEventAsTheBody() throws {
    let log = try ReadLog(SocketTwins.onlineEvent)
    let conversation = try #require(log.conversation("1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55"))
    #expect(conversation.messages == ["#2 unknown text present 20"])
    #expect(conversation.message(2)?.time.moment == .at(1_708_493_574_342))
    #expect(conversation.message(2)?.sightings == .live && log.summary.layouts == ["socket-frame"])
  }

  @Test func onlyTheNewerMapOfParticipants() throws {
    let log = try ReadLog(SocketTwins.consumerOnly)
    let id = "429d7a62-ae9a-4be8-af06-069db1330920"
    let opened = try #require(log.conversation(id))
    #expect(opened.value.participants.count == 1)
    #expect(opened.roles("8e82dae0-01d3-46ad-afce-b8a3a4a3609e") == .consumer)
    #expect(opened.account == "" && opened.value.openAsOf.moment == .at(1_715_602_103_626))
    // 157 seconds after its start: the beginning may lie in another file.
    #expect(!opened.value.marks.contains(.beginningSeen))
    let both = try ReadLog(SocketTwins.consumerOnly, SocketTwins.agentAssigned)
    #expect(both.conversation(id)?.roles("700c5c89-314e-54b3-a535-e5aa19b53618") == .assigned)
    #expect(both.facts.people.links.isEmpty)
  }

  @Test func participantsAsAnArray() throws {
    let log = try ReadLog(SocketTwins.participantsArray)
    let conversation = try #require(log.conversation("f514a0e5-af92-4078-af75-d5e0c4ca9e84"))
    #expect(conversation.roles("700c5c89-314e-54b3-a535-e5aa19b53618") == .assigned)
    #expect(conversation.roles("7a4b2f75-2a65-4c36-ba31-cb87c4fc3354") == .consumer)
    #expect(conversation.value.openAsOf.moment == .at(1_724_605_168_197))
    #expect(conversation.participant("700c5c89-314e-54b3-a535-e5aa19b53618")?.assigned.moment == .at(1_724_605_168_197))
  }

  /// Subscriptions name the kinds of events apart, one of them misspelt by the vendor.
  @Test(arguments: [
    "ms.MessagingEventNotification", "ms.MessagingEventNotification.ContentEvent", "MS.messagingeventnotification",
    "MessagingEventNotification", "ms.OnlineEventDistribution",
  ])
  func namesOfOneType(type: String) throws {
    let log = try ReadLog(
      #"{"kind":"notification","type":"\#(type)","body":{"changes":[{"sequence":1,"dialogId":"d-1","event":{"type":"ContentEvent","contentType":"text/plain","message":"a"}}]}}"#
    )
    #expect(log.conversation("d-1")?.messages == ["#1 unknown text present 1"])
    #expect(log.summary.ignored == [:])
  }

  @Test func notificationsOfOtherTypesAreCounted() throws {
    let log = try ReadLog(#"{"kind":"notification","type":"ms.WeatherNotification","body":{"changes":[{}]}}"#)
    #expect(log.summary.ignored == ["notification of another type": 1] && log.problems == [] && log.conversations == [])
  }
}

import Model
import TestSupport
import Testing

@testable import Ingest

/// Layouts A and B as the platform writes them: pages and their records.
@Suite struct HistoryTests {
  private static let conversation = "a6a713be-4f4b-443f-84f7-c8fa016f5d71"
  private static let otherDialog = "529f6703-3d9a-46b7-853b-8a6727150274"
  private static let consumer = "74c3320f-a976-4e23-8e64-1dfed67d7029"
  private static let agent = "6891082679"

  @Test func newestPage() throws {
    let log = try ReadLog(HistoryTwins.newest)
    #expect(log.problems == [])
    #expect(log.summary.layouts == ["history-page", "history-record"])
    #expect(log.summary.records == 1)
    #expect(log.summary.ignored == [:])
    #expect(log.conversations == [Self.conversation])
    let conversation = try #require(log.conversation(Self.conversation))
    #expect(conversation.account == "qa51045499")
    #expect(conversation.channel == "APP")
    #expect(conversation.skill == "")
    #expect(conversation.value.marks == [.history, .messagesListed, .wholeCopy])
    #expect(conversation.value.started.moment == .at(1_710_242_160_982))
    // `status` OPEN outweighs an end that is written all the same.
    #expect(!conversation.value.isClosed)
    #expect(conversation.value.openAsOf.moment == .at(1_746_601_829_379))
    #expect(conversation.value.transferred.moment == .at(1_735_888_501_143))
    #expect(conversation.value.evidence == Evidence(input: 0, record: 1))
  }

  @Test func newestPageMessages() throws {
    let log = try ReadLog(HistoryTwins.newest)
    let conversation = try #require(log.conversation(Self.conversation))
    #expect(
      conversation.messages == [
        "#0 consumer text present 21", "#1 agent text present 27", "#2 consumer text present 27",
        "#3 agent richContent none 0",
      ])
    #expect((0...3).map { conversation.sender($0) } == [Self.consumer, Self.agent, Self.consumer, "1214946495"])
    #expect((0...3).allSatisfy { conversation.dialog(ofMessage: $0) == Self.conversation })
    // `timeL` is preferred: the two differ.
    #expect(conversation.message(1)?.time.moment == .at(1_710_244_795_981))
    #expect(conversation.value.messages.allSatisfy { $0.sightings == .history && $0.delivered.moment == nil })
    #expect((0...3).map { conversation.message($0)?.marks } == [[], .botResponse, [], []])
  }

  @Test func newestPagePeopleAndDialogs() throws {
    let log = try ReadLog(HistoryTwins.newest)
    let conversation = try #require(log.conversation(Self.conversation))
    #expect(conversation.roles(Self.agent) == .assigned)
    #expect(conversation.participant(Self.agent)?.assigned.moment == .at(1_710_244_781_416))
    #expect(conversation.participant(Self.agent)?.joined.moment == .at(1_710_244_781_416))
    #expect(conversation.roles(Self.consumer) == .consumer)
    #expect(conversation.participant(Self.consumer)?.joined.moment == .at(1_710_242_160_990))
    #expect(conversation.roles("1214946495") == [])
    #expect(log.traits(Self.agent) == [.human, .botResponse])
    #expect(log.login(Self.agent) == "fennel.desk@example.invalid")
    #expect(log.traits(Self.consumer) == [])
    #expect(conversation.dialogs == [Self.conversation, Self.otherDialog])
    #expect(conversation.dialog(Self.conversation)?.type == .unlisted)
    #expect(conversation.dialog(Self.otherDialog)?.type == .main)
    #expect(conversation.dialog(Self.otherDialog)?.created.moment == .at(1_744_087_294_417))
    #expect(conversation.dialog(Self.conversation)?.lowestSequence == 0)
    #expect(log.facts.dialogOwners[log.id(Self.otherDialog)] == log.id(Self.conversation))
  }

  @Test func pageOf2017() throws {
    let log = try ReadLog(OlderHistoryTwins.page2017)
    #expect(log.problems == [])
    let conversation = try #require(log.conversation(Self.conversation))
    #expect(conversation.messages == ["#0 consumer text present 21", "#2 consumer text present 27"])
    // A dialog `undefined` is the conversation's own.
    #expect(conversation.dialogs == [Self.conversation])
    #expect(!conversation.value.isClosed)
    #expect(conversation.value.openAsOf.moment == .at(1_710_244_878_985))
    #expect(conversation.roles(Self.consumer) == .consumer)
    #expect(log.traits(Self.agent) == [])
    #expect(log.login(Self.agent) == "nutmeg.desk@example.invalid")
    #expect(!conversation.value.isPartial)
  }

  @Test func botEntry() throws {
    let log = try ReadLog(
      #"{"info":{"conversationId":"c-1","brandId":4711},"agentParticipants":["# + OlderHistoryTwins.botEntry + "]}")
    let conversation = try #require(log.conversation("c-1"))
    let bot = "4260318950"
    let pid = "fe86d506-9e8a-56d6-aae8-a19859a8931e"
    #expect(log.traits(bot) == .bot)
    #expect(log.areLinked(bot, pid))
    #expect(log.login(bot) == "Velvet")
    #expect(conversation.roles(bot) == .manager)
    #expect(conversation.participant(bot)?.assigned.moment == nil)
    // `time` and `timeL` lie years apart.
    #expect(conversation.participant(bot)?.joined.moment == .at(1_503_922_286_542))
    #expect(conversation.account == "4711")
    #expect(conversation.value.marks == [.history, .wholeCopy])
  }

  @Test func bareRecordsLineByLine() throws {
    let log = try ReadLog(
      #"{"info":{"conversationId":"c-1","status":"CLOSE","endTimeL":1790000009000},"messageRecords":[]}"#,
      #"{"info":{"conversationId":"c-2","latestSkillId":12}}"#)
    #expect(log.summary.records == 2)
    #expect(log.conversation("c-1")?.value.marks == [.history, .messagesListed, .wholeCopy])
    #expect(log.conversation("c-1")?.value.isClosed == true)
    #expect(log.conversation("c-1")?.value.closedAsOf.moment == .at(1_790_000_009_000))
    #expect(log.conversation("c-2")?.value.marks == [.history, .wholeCopy])
    #expect(log.conversation("c-2")?.skill == "12")
    #expect(log.conversation("c-2")?.value.evidence == Evidence(input: 0, record: 2))
  }

  /// Newer records end with their survey, and tell when the conversation itself ended beside it.
  @Test func surveyAfterTheEnd() throws {
    let log = try ReadLog(
      #"{"info":{"conversationId":"c-1","status":"CLOSE","endTimeL":1790003600000,"conversationEndTimeL":1790000009000}}"#,
      #"{"info":{"conversationId":"c-2","status":"CLOSE","endTimeL":1790003600000,"conversationEndTimeL":-1,"#
        + #""conversationEndTime":"2026-09-21 13:33:29.000+0000"}}"#,
      #"{"info":{"conversationId":"c-3","status":"CLOSE","endTimeL":1790003600000,"conversationEndTimeL":-1}}"#)
    #expect(log.conversation("c-1")?.value.closedAsOf.moment == .at(1_790_000_009_000))
    #expect(log.conversation("c-2")?.value.closedAsOf.moment == .at(1_789_997_609_000))
    #expect(log.conversation("c-3")?.value.closedAsOf.moment == .at(1_790_003_600_000))
  }

  @Test func pagesLineByLineAndAsAnArray() throws {
    let lines = HistoryTwins.newest.split(separator: "\n").joined()
    let twice = try ReadLog(lines, lines)
    #expect(twice.summary.records == 2)
    #expect(twice.conversations == [Self.conversation])
    #expect(twice.conversation(Self.conversation)?.messages.count == 4)
    let array = try ReadLog("[\(HistoryTwins.newest),\(OlderHistoryTwins.page2017)]")
    #expect(array.problems == [])
    #expect(array.summary.records == 2)
    #expect(array.conversation(Self.conversation)?.messages.count == 4)
    #expect(twice.facts.canonicalDump(evidence: false) == array.facts.canonicalDump(evidence: false))
  }
}

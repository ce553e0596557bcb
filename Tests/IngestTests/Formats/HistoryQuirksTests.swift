import Model
import Testing

@testable import Ingest

/// What history records do that no table of the vendor's pages says.
@Suite struct HistoryQuirksTests {
  private func record(_ sections: String, info: String = "") throws -> ReadLog {
    try ReadLog(
      #"{"info":{"conversationId":"c-1"\#(info.isEmpty ? "" : "," + info)}\#(sections.isEmpty ? "" : ",")\#(sections)}"#
    )
  }

  private func messages(_ entries: String...) throws -> [String] {
    let log = try record("\"messageRecords\":[\(entries.joined(separator: ","))]")
    #expect(log.problems == [])
    return try #require(log.conversation("c-1")).messages
  }

  private func message(_ sequence: Int, _ members: String, sentBy: String = "Consumer") -> String {
    #"{"seq":\#(sequence),"sentBy":"\#(sentBy)","participantId":"p-1",\#(members)}"#
  }

  /// What a text message without a text looks like, and what looks so and is none.
  @Test func emptyTexts() throws {
    #expect(
      try messages(
        message(0, #""type":"TEXT_PLAIN","messageData":{"msg":{"text":""}}"#),
        message(1, #""type":"TEXT_PLAIN","messageData":{"msg":{"text":" \n\u200B"}}"#),
        message(2, #""type":"TEXT_PLAIN","messageData":{"msg":{}}"#),
        message(3, #""type":"TEXT_PLAIN","messageData":{}"#),
        message(4, #""type":"TEXT_PLAIN""#),
        message(5, #""type":"TEXT_PLAIN","messageData":{"msg":{"text":null}}"#),
        message(6, #""type":"TEXT_PLAIN","messageData":{"msg":{"text":"***"}}"#),
        message(7, #""type":"TEXT_PLAIN","messageData":{"msg":{"text":"\uFFFC"}}"#),
        message(8, #""type":"RICH_CONTENT","messageData":{}"#),
        message(9, #""type":"HOSTED_FILE","messageData":{}"#),
        message(10, #""type":"TEXT_PLAIN","messageData":{"msg":{"text":"undefined"}}"#)) == [
          "#0 consumer text blank 0", "#1 consumer text blank 3", "#2 consumer text absent 0",
          "#3 consumer text absent 0", "#4 consumer text absent 0", "#5 consumer text absent 0",
          "#6 consumer text masked 3", "#7 consumer text placeholder 1", "#8 consumer richContent none 0",
          "#9 consumer file none 0", "#10 consumer text present 9",
        ])
  }

  @Test func kindsOfContent() throws {
    #expect(
      try messages(
        message(0, #""type":"HOSTED_FILE","messageData":{"file":{"relativePath":"/x","fileType":"PNG"}}"#),
        message(1, #""type":"IMG""#), message(2, #""type":"LINK""#), message(3, #""type":"SECURE_FORM_INVITATION""#),
        message(4, #""type":"SECURE_FORM_SUBMIT""#),
        message(5, #""type":"TEXT_HTML","messageData":{"msg":{"text":"<b>"}}"#),
        message(6, #""type":"text_plain","messageData":{"msg":{"text":"a"}}"#),
        message(7, #""type":"text","messageData":{"msg":{"text":"a"}}"#),
        message(8, #""type":"HOLOGRAM","messageData":{"light":1}"#),
        message(9, #""messageData":{"msg":{"text":"no type"}}"#),
        message(10, #""type":"TEXT_PLAIN","messageData":{"file":{"relativePath":"/x"}}"#),
        message(11, #""type":"TEXT_PLAIN","messageData":{"richContent":{"content":"{}"}}"#)) == [
          "#0 consumer file none 0", "#1 consumer file none 0", "#2 consumer link none 0",
          "#3 consumer secureForm none 0", "#4 consumer secureForm none 0", "#5 consumer text present 3",
          "#6 consumer text present 1", "#7 consumer text present 1", "#8 consumer unknown none 0",
          "#9 consumer text present 7", "#10 consumer file none 0", "#11 consumer richContent none 0",
        ])
  }

  @Test func lengthsAreInUTF16AndLongTextsHaveAllFour() throws {
    let long = String(repeating: "🙂", count: 400)
    let log = try record(
      "\"messageRecords\":[" + message(0, #""messageData":{"msg":{"text":"\#(long)"}}"#) + ","
        + message(1, #""messageData":{"msg":{"text":"\uD83D\uDE42é"}}"#) + "]")
    let conversation = try #require(log.conversation("c-1"))
    #expect(conversation.messages == ["#0 consumer text present 800", "#1 consumer text present 3"])
    let key = MessageKey(dialog: log.id("c-1"), sequence: 0)
    #expect(log.facts.longTexts == [key: TextCounts(utf16: 800, scalars: 400, graphemes: 400, utf8: 1600)])
  }

  @Test func excerptsAreKeptOnlyWhereAskedFor() throws {
    var options = ReadingOptions()
    options.excerptLength = 4
    let text =
      #"{"info":{"conversationId":"c-1"},"messageRecords":[{"seq":0,"messageData":{"msg":{"text":"a\nb🙂cdef"}}}]}"#
    let log = try ReadLog(text, options: options)
    #expect(log.facts.excerpts == [MessageKey(dialog: log.id("c-1"), sequence: 0): "a\nb🙂"])
    #expect(try ReadLog(text).facts.excerpts == [:])
  }

  /// Each of the platform's ways of saying nothing, in each place where it was seen.
  @Test(arguments: [#""undefined""#, #""null""#, #""NA""#, #""na""#, #""Undefined""#, #""""#, "null", "-1", #""-1""#])
  func wordsForNothing(word: String) throws {
    let log = try record(
      """
      "messageRecords":[{"seq":0,"dialogId":\(word),"participantId":\(word),"time":\(word),"timeL":\(word)}],\
      "agentParticipants":[{"agentId":"7","agentPid":\(word),"agentLoginName":\(word),"timeL":\(word),"time":\(word)}],\
      "interactions":[{"assignedAgentId":\(word)}],"transfers":[],"dialogs":[{"dialogId":\(word),"dialogType":"MAIN"}]
      """,
      info: """
        "brandId":\(word),"source":\(word),"latestSkillId":\(word),"startTime":\(word),"endTime":\(word),"endTimeL":-1
        """)
    #expect(log.problems == [])
    let conversation = try #require(log.conversation("c-1"))
    #expect([conversation.account, conversation.channel, conversation.skill] == ["", "", ""])
    #expect(conversation.dialogs == ["c-1"])
    #expect(conversation.sender(0) == "" && conversation.message(0)?.time.moment == nil)
    #expect(conversation.value.participants.map { $0.id.text(log.facts.names) } == ["7"])
    #expect(log.login("7") == nil && log.facts.people.links.isEmpty)
    #expect(!conversation.value.isClosed)
    #expect(conversation.value.started.moment == nil && conversation.participant("7")?.assigned.moment == nil)
  }

  /// The number is preferred to the text, the text is read where the number is none.
  @Test func timesInTheirForms() throws {
    let written = #""2026-09-21 14:13:20.007+0000""#
    for (members, expected) in [
      (#""timeL":1790000000000,"time":\#(written)"#, 1_790_000_000_000 as Int64),
      (#""time":\#(written)"#, 1_790_000_000_007), (#""timeL":"1790000000001""#, 1_790_000_000_001),
      (#""time":\#(written),"timeL":-1"#, 1_790_000_000_007), (#""timeL":0,"time":\#(written)"#, 1_790_000_000_007),
      (#""time":"2026-09-21T14:13:20.007Z""#, 1_790_000_000_007),
      (#""time":"2026-09-21 16:13:20.007+0200""#, 1_790_000_000_007),
    ] {
      let log = try record("\"messageRecords\":[" + message(0, members) + "]")
      #expect(log.conversation("c-1")?.message(0)?.time.moment == .at(expected), "\(members)")
    }
  }

  @Test func sectionsUnderTheirOtherNames() throws {
    for name in ["consumerParticipants", "consumerParticipant"] {
      let log = try record(#""\#(name)":[{"participantId":"p-9","timeL":1790000000000}]"#)
      #expect(log.conversation("c-1")?.roles("p-9") == .consumer)
      #expect(log.conversation("c-1")?.participant("p-9")?.joined.moment == .at(1_790_000_000_000))
    }
    // The vendor's table of fields says so, its examples do not.
    let log = try record("\"messagesRecords\":[" + message(0, "\"timeL\":1790000000000") + "]")
    #expect(log.conversation("c-1")?.messages.count == 1)
  }

  /// The vendor lets an array of one element arrive as the bare element.
  @Test func bareElements() throws {
    let log = try record(
      #"""
      "messageRecords":{"seq":0,"sentBy":"Consumer","participantId":"p-1","type":"TEXT_PLAIN","messageData":{"msg":{"text":"a"}}},
      "agentParticipants":{"agentId":"7","userType":"2"},"consumerParticipants":{"participantId":"p-1"},
      "dialogs":{"dialogId":"d-1","dialogType":"POST_SURVEY"},"interactions":{"assignedAgentId":"7"},
      "transfers":{"timeL":1790000000000},"messageStatuses":{"messageDeliveryStatus":"NACK","timeL":1790000000005}
      """#)
    let conversation = try #require(log.conversation("c-1"))
    #expect(conversation.messages == ["#0 consumer text present 1"])
    #expect(conversation.value.marks == [.history, .messagesListed, .wholeCopy])
    #expect(log.traits("7") == .bot && conversation.roles("7") == .assigned)
    #expect(conversation.dialog("d-1")?.type == .postSurvey)
    #expect(conversation.value.transferred.moment == .at(1_790_000_000_000))
    #expect(conversation.value.notReceived.earliest.moment == .at(1_790_000_000_005))
  }

  /// Equal numbers and texts of messages repeat; dialog and sequence tell them apart.
  @Test func messageIdsRepeat() throws {
    let id = #""messageId":"ms::conv:c-1::msg:0","messageData":{"msg":{"text":"a"}}"#
    let log = try record(
      "\"messageRecords\":[" + message(0, id) + "," + message(1, id) + "," + message(1, id) + ","
        + message(1, id + #","dialogId":"d-2""#) + "]")
    #expect(log.conversation("c-1")?.value.messages.map(\.sequence) == [0, 1, 1])
  }

  @Test func thePrivateAndTheRawContext() throws {
    let log = try record(
      "\"messageRecords\":["
        + message(0, #""audience":"agents_and_managers""#, sentBy: "Agent") + ","
        + message(1, #""contextData":{"rawMetadata":"[{\"type\":\"BotResponse\"}]"}"#, sentBy: "AGENT") + ","
        + message(2, #""contextData":{"structuredMetadata":{"botResponse":{}}}"#, sentBy: "agent") + ","
        + message(3, #""contextData":{"structuredMetadata":[{"actionReason":{}}],"rawMetadata":"[]"}"#) + "]")
    let conversation = try #require(log.conversation("c-1"))
    #expect((0...3).map { conversation.message($0)?.marks } == [.privateNote, .botResponse, .botResponse, []])
    #expect((0...3).map { conversation.message($0)?.role } == [.agent, .agent, .agent, .consumer])
    #expect(log.traits("p-1") == .botResponse)
  }
}

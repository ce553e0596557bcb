import Model
import Testing

@testable import Ingest

/// Events of a dialog, whoever carries them.
@Suite struct MessageEventTests {
  private func log(_ members: String, event: String) throws -> ReadLog {
    try ReadLog(
      #"""
      {"kind":"notification","type":".ams.ms.OnlineEventDistribution",
      "body":{\#(members.isEmpty ? "" : members + ",")"event":{\#(event)}}}
      """#)
  }

  private func message(_ event: String, _ members: String = "") throws -> String? {
    let log = try log(#""dialogId":"d-1","sequence":4\#(members.isEmpty ? "" : "," + members)"#, event: event)
    #expect(log.problems == [])
    return log.conversation("d-1")?.messages.first
  }

  @Test(arguments: [
    (#""type":"ContentEvent","contentType":"text/plain","message":"abc""#, "text present 3"),
    (#""type":"CONTENTEVENT","contentType":"TEXT/PLAIN","message":"abc""#, "text present 3"),
    (#""type":"ContentEvent","contentType":"text/plain","message":"""#, "text blank 0"),
    (#""type":"ContentEvent","contentType":"text/plain","message":null"#, "text absent 0"),
    (#""type":"ContentEvent","contentType":"text/plain""#, "text absent 0"),
    (#""type":"ContentEvent","message":"abc""#, "text present 3"),
    (#""type":"ContentEvent","contentType":"text/plain","message":{"relativePath":"/x"}"#, "file none 0"),
    (#""type":"ContentEvent","contentType":"hosted/file","message":{"caption":"","fileType":"JPG"}"#, "file none 0"),
    (#""type":"ContentEvent","contentType":"HostedFile","message":{"caption":""}"#, "file none 0"),
    (#""type":"ContentEvent","contentType":"forms/secure-invitation","message":{"title":"t"}"#, "secureForm none 0"),
    (#""type":"ContentEvent","contentType":"forms/secure-submission","message":{}"#, "secureForm none 0"),
    (#""type":"ContentEvent","contentType":"text/x-new","message":"ab""#, "text present 2"),
    (#""type":"ContentEvent","contentType":"forms/new""#, "unknown none 0"),
    (#""type":"RichContentEvent","content":{"type":"vertical"}"#, "richContent none 0"),
    (#""type":"RichContentEvent","content":"{}""#, "richContent none 0"),
  ])
  func content(event: String, expected: String) throws {
    #expect(try message(event) == "#4 unknown \(expected)")
  }

  @Test func receiptsTakeNumbersAndAreNoMessages() throws {
    for status in ["ACCEPT", "READ", "ACCESS", "PENDING"] {
      let log = try log(
        #""dialogId":"d-1","sequence":0"#,
        event: #""type":"AcceptStatusEvent","status":"\#(status)","sequenceList":[3]"#)
      let conversation = try #require(log.conversation("d-1"))
      #expect(conversation.messages == [] && conversation.dialog("d-1")?.lowestSequence == 0)
      #expect(conversation.value.notReceived == Extent())
    }
    let refused = try log(
      #""dialogId":"d-1","sequence":5,"serverTimestamp":1790000000000"#,
      event: #""type":"AcceptStatusEvent","status":"NACK""#)
    #expect(refused.conversation("d-1")?.value.notReceived.earliest.moment == .at(1_790_000_000_000))
  }

  /// Who types when, nothing dates; that the log has events of the conversation it tells all the same.
  @Test(arguments: ["CONSUMER", "ASSIGNED_AGENT"])
  func typingWithoutATimeIsAnEvent(role: String) throws {
    let log = try log(
      #""dialogId":"d-1","originatorMetadata":{"id":"k","role":"\#(role)"}"#,
      event: #""type":"ChatStateEvent","chatState":"COMPOSING""#)
    let conversation = try #require(log.conversation("d-1")?.value)
    #expect(conversation.marks == .events && !conversation.hasRarities && conversation.participantCount == 0)
  }

  @Test func aTapIsTheConsumersTurn() throws {
    let event = #""type":"AcceptStatusEvent","status":"ACTION","sequenceList":[3]"#
    let consumer = #""originatorMetadata":{"id":"k","role":"CONSUMER"}"#
    #expect(try message(event, consumer) == "#4 consumer action none 0")
    #expect(try message(event, #""originatorMetadata":{"id":"a","role":"ASSIGNED_AGENT"}"#) == nil)
    let unnumbered = try log(#""dialogId":"d-1","serverTimestamp":1790000000000,\#(consumer)"#, event: event)
    #expect(unnumbered.problems == [] && unnumbered.conversation("d-1")?.value.marks == [.events, .consumerActed])
    #expect(unnumbered.conversation("d-1")?.value.consumerActed.moment == .at(1_790_000_000_000))
  }

  /// Neither number nor time: only the recorder's clock dates them.
  @Test func typingAndPresenceOfTheConsumer() throws {
    func states(_ state: String, role: String) throws -> Conversation {
      let log = try ReadLog(
        #"{"time":"2026-09-21T14:13:20.007Z","frame":{"kind":"notification","type":".ams.ms.OnlineEventDistribution","body":{"dialogId":"d-1","originatorMetadata":{"id":"k","role":"\#(role)"},"event":{"type":"ChatStateEvent","chatState":"\#(state)"}}}}"#
      )
      #expect(log.problems == [])
      return try #require(log.conversation("d-1")).value
    }
    let moment = Timestamp.at(1_790_000_000_007)
    #expect(
      try states("COMPOSING", role: "CONSUMER").consumerTyping.extent.earliest.moment?.milliseconds == 1_790_000_000_000
    )
    for state in ["BACKGROUND", "GONE", "gone"] {
      #expect(try states(state, role: "CONSUMER").consumerAway.latest.moment == moment)
    }
    for state in ["ACTIVE", "INACTIVE", "PAUSE", "NAPPING"] {
      let conversation = try states(state, role: "CONSUMER")
      #expect(conversation.consumerAway == Extent() && conversation.consumerTyping.milliseconds == nil)
      #expect(conversation.marks == .events && conversation.messages.isEmpty)
    }
    #expect(try states("COMPOSING", role: "ASSIGNED_AGENT").consumerTyping.isEmpty)
  }

  @Test func kindsOfEventsThatNobodyKnowsYetAreNoProblem() throws {
    for members in [#""dialogId":"d-1""#, #""dialogId":"d-1","sequence":0"#] {
      let log = try log(members, event: #""type":"ReactionEvent","emoji":"x""#)
      #expect(log.problems == [] && log.summary.ignored == ["message event of another type": 1])
      #expect(log.conversation("d-1")?.messages == [])
    }
  }

  @Test func whoSpoke() throws {
    let text = #""type":"ContentEvent","contentType":"text/plain","message":"a""#
    for (members, sender, role) in [
      (
        #""originatorId":"55.7","originatorPId":"p-7","originatorMetadata":{"id":"p-7","role":"MANAGER"}"#, "p-7",
        Role.manager
      ),
      (#""originatorId":"55.7","originatorPId":"p-7""#, "p-7", .unknown), (#""originatorId":55"#, "55", .unknown),
      (#""originatorId":"55.7","originatorMetadata":{"role":"reader"}"#, "55.7", .reader), ("\"x\":1", "", .unknown),
      (#""originatorMetadata":{"id":"s","role":"AGENT"}"#, "s", .surveyAgent),
      (#""originatorMetadata":{"id":"c","role":"CONTROLLER"}"#, "c", .controller),
      (#""originatorMetadata":null,"originatorId":"undefined""#, "", .unknown),
    ] {
      let log = try log(#""dialogId":"d-1","sequence":1,\#(members)"#, event: text)
      let conversation = try #require(log.conversation("d-1"))
      #expect(conversation.sender(1) == sender && conversation.message(1)?.role == role, "\(members)")
      #expect(log.areLinked("55.7", "p-7") == (members.contains("55.7") && members.contains("PId")))
    }
  }

  @Test func marksOfAMessage() throws {
    let text = #""type":"ContentEvent","contentType":"text/plain","message":"a""#
    for (members, marks) in [
      (#""messageAudience":"AGENTS_AND_MANAGERS""#, MessageMarks.privateNote), (#""messageAudience":"ALL""#, []),
      (#""metadata":[{"type":"BotResponse","intents":[]}]"#, .botResponse),
      (#""metadata":{"type":"BotResponse"}"#, .botResponse),
      (#""metadata":[{"type":"ActionReason"}]"#, []), (#""metadata":null"#, []), (#""__isMe":true"#, .own),
      (#""__isMe":false"#, []),
    ] {
      let log = try log(#""dialogId":"d-1","sequence":1,"originatorId":"a",\#(members)"#, event: text)
      #expect(log.conversation("d-1")?.message(1)?.marks == marks, "\(members)")
      #expect(log.traits("a") == (marks == .botResponse ? .botResponse : marks == .own ? .logOwner : []))
    }
  }

  @Test func whatIsMissing() throws {
    let text = #""type":"ContentEvent","contentType":"text/plain","message":"a""#
    for members in [
      #""sequence":1"#, #""dialogId":"undefined","sequence":1"#, #""dialogId":"d-1""#,
      #""dialogId":"d-1","sequence":-1"#,
    ] {
      let log = try log(members, event: text)
      #expect(log.problems == ["missing-field at 1"], "\(members)")
      #expect(log.facts.conversations.allSatisfy { $0.messages.isEmpty })
    }
    let named = try log(#""conversationId":"c-1","sequence":1"#, event: text)
    #expect(named.conversation("c-1")?.messages.count == 1)
  }

  /// The dialog's own id, and the conversation's beside it.
  @Test func aDialogOfAnotherName() throws {
    let text = #""type":"ContentEvent","contentType":"text/plain","message":"a""#
    let log = try ReadLog(
      #"{"kind":"notification","type":"ms.MessagingEventNotification","body":{"changes":[{"dialogId":"d-1","sequence":2,"event":{\#(text)}}]}}"#,
      #"{"kind":"notification","type":"ms.MessagingEventNotification","body":{"changes":[{"dialogId":"d-1","conversationId":"c-1","sequence":3,"event":{\#(text)}}]}}"#
    )
    #expect(log.conversations == ["c-1"])
    #expect(log.conversation("c-1")?.messages.count == 2 && log.conversation("c-1")?.dialogs == ["d-1"])
  }

  @Test func theDialogOfThePayloadAround() throws {
    let log = try ReadLog(
      #"{"dialogId":"d-1","changes":[{"sequence":2,"event":{"type":"ContentEvent","message":"a"}}]}"#)
    #expect(log.conversation("d-1")?.messages == ["#2 unknown text present 1"])
  }
}

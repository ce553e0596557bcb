import Model
import Testing

@testable import Ingest

/// Layout E: notifications on an agent's socket.
@Suite struct SocketTests {
  private static let id = "0f912fc6-73ac-2ef6-8f49-51befefa17e9"
  private static let survey = "Tw33ae222a4cf4d025-_9Q"
  private static let consumer = "0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4"
  private static let managers = [
    "5308986.3841231973", "5308986.820815374", "d60cf0e4-3081-5329-a592-931c8a24c8ea",
    "ebb584d0-c868-5a7f-a14e-0a7ec72735ac",
  ]

  private func change(_ details: String, _ result: String = "", type: String = "UPSERT") throws -> ReadConversation {
    let log = try ReadLog(
      #"""
      {"kind":"notification","type":".ams.aam.ExConversationChangeNotification","body":{"changes":[{"type":"\#(type)",
      "result":{"convId":"c-1",\#(result.isEmpty ? "" : result + ",")"conversationDetails":{\#(details)}}}]}}
      """#)
    #expect(log.problems == [])
    return try #require(log.conversation("c-1"))
  }

  @Test func aSurveyIsOpenWhileTheMainDialogIsClosed() throws {
    let log = try ReadLog(SocketTwins.whatsApp)
    #expect(log.problems == [] && log.summary.layouts == ["socket-frame"] && log.conversations == [Self.id])
    let conversation = try #require(log.conversation(Self.id))
    #expect(conversation.account == "5308986" && conversation.channel == "WhatsApp Business")
    #expect(conversation.skill == "3979838354")
    #expect(conversation.value.skillAsOf.moment == .at(1_802_495_232_305))
    #expect(conversation.value.marks == [.events, .agentStream])
    #expect(conversation.value.isClosed && conversation.value.closedAsOf.moment == .at(1_802_495_232_305))
    #expect(conversation.value.started.moment == .at(1_802_446_516_906))
    #expect(conversation.dialog(Self.id)?.type == .main && conversation.dialog(Self.survey)?.type == .postSurvey)
    #expect(conversation.dialog(Self.id)?.closed.moment == .at(1_802_495_232_305))
    #expect(conversation.dialog(Self.survey)?.created.moment == .at(1_802_495_232_305))
    #expect(conversation.dialog(Self.survey)?.closed.moment == nil)
    #expect(log.facts.dialogOwners[log.id(Self.survey)] == log.id(Self.id))
  }

  @Test func mapsOfOldAndNewIds() throws {
    let log = try ReadLog(SocketTwins.whatsApp)
    let conversation = try #require(log.conversation(Self.id))
    #expect(conversation.roles(Self.consumer) == .consumer)
    for manager in Self.managers { #expect(conversation.roles(manager) == .manager) }
    #expect(conversation.roles("5308986.8378268889") == .controller)
    #expect(conversation.value.participants.count == 6)
    // Two managers on either side: which is which, nothing says.
    #expect(log.facts.people.links.isEmpty)
    // Ten unread of a manager, one of the consumer: no bot was assigned that could have missed one.
    #expect(conversation.value.unread.moment == nil)
  }

  @Test func withoutTheNewerMap() throws {
    let log = try ReadLog(SocketTwins.whatsAppWithoutPids)
    #expect(log.summary.layouts == ["sdk-event"])
    let conversation = try #require(log.conversation(Self.id))
    #expect(conversation.value.participants.count == 4 && conversation.roles(Self.managers[1]) == .manager)
  }

  @Test func oneOfEitherMapIsOnePerson() throws {
    let text = #"""
      {"kind":"notification","type":".ams.aam.ExConversationChangeNotification","body":{"changes":[{"result":{"convId":"c-1",
      "conversationDetails":{"participants":{"ASSIGNED_AGENT":["55.7"],"MANAGER":["55.8","55.9"],"CONSUMER":"k"},
      "participantsPId":{"ASSIGNED_AGENT":["p-7"],"MANAGER":["p-8"],"CONSUMER":["k"]}}}}]}}
      """#
    let log = try ReadLog(text)
    #expect(log.areLinked("55.7", "p-7") && log.facts.people.links.count == 1)
    #expect(log.conversation("c-1")?.roles("k") == .consumer)
  }

  @Test func suggestedIsNotAssigned() throws {
    let dialogs =
      #""dialogs":[{"dialogId":"c-1","dialogType":"MAIN","participantsDetails":[{"id":"a","role":"ASSIGNED_AGENT","state":"SUGGESTED"}"#
    let array =
      #""metaDataLastUpdateTs":1790000000000,"participants":[{"id":"a","role":"ASSIGNED_AGENT"},{"id":"b","role":"ASSIGNED_AGENT"}]"#
    let suggested = try change(array + "," + dialogs + "]}]")
    #expect(suggested.roles("a") == .suggested && suggested.participant("a")?.assigned.moment == nil)
    #expect(suggested.participant("a")?.joined.moment == .at(1_790_000_000_000))
    let mixed = try change(array + "," + dialogs + #",{"id":"b","role":"ASSIGNED_AGENT","state":"ACTIVE"}]}]"#)
    #expect(mixed.roles("a") == .suggested && mixed.roles("b") == .assigned)
    #expect(mixed.participant("b")?.assigned.moment == .at(1_790_000_000_000))
    // States under old ids do not tell which of the new ones has accepted, unless all have.
    let map = #""participantsPId":{"ASSIGNED_AGENT":["p-a","p-b"]}"#
    let unclear = try change(map + "," + dialogs + #",{"id":"b","role":"ASSIGNED_AGENT","state":"ACTIVE"}]}]"#)
    #expect(unclear.roles("p-a") == .suggested)
    #expect(try change(array).roles("a") == .assigned)
    let inSurvey = try change(array + "," + dialogs.replacing("MAIN", with: "POST_SURVEY") + "]}]")
    #expect(inSurvey.roles("a") == .assigned)
  }

  @Test func rolesInAnyCaseAndOnePersonInTwo() throws {
    let conversation = try change(
      #""participants":[{"id":"a","role":"assigned_agent"},{"id":"a","role":"READER"},{"id":"k","role":"Consumer"},{"id":"s","role":"AGENT"},{"id":"g","role":"GARDENER"},{"role":"READER"}]"#
    )
    #expect(conversation.roles("a") == [.assigned, .reader] && conversation.roles("k") == .consumer)
    #expect(conversation.roles("s") == .surveyAgent && conversation.roles("g") == [])
    #expect(conversation.value.participants.count == 4)
  }

  @Test func screenSharingIsNoDialogOfMessages() throws {
    let conversation = try change(
      #""dialogs":[{"dialogId":"s-1","dialogType":"OTHER","channelType":"COBROWSE","participantsDetails":{"id":"a","role":"ASSIGNED_AGENT","state":"SUGGESTED"}}],"participants":{"ASSIGNED_AGENT":"a"}"#
    )
    #expect(conversation.dialog("s-1")?.type == .coBrowse && conversation.dialog("s-1")?.holdsMessages == false)
    #expect(conversation.roles("a") == .assigned)
  }

  @Test func unreadMessagesOfTheAssignedAgent() throws {
    let times = #""lastUpdateTime":1790000000000"#
    let people = #""participants":{"CONSUMER":["k"],"ASSIGNED_AGENT":["55.7"]}"#
    for (count, isUnread) in [
      ("2", true), ("0", false), ("{}", false), (#"{"55.7":1,"k":0}"#, true), (#"{"55.7":0,"k":3}"#, false),
      (#"{"p-7":1}"#, true), (#""1""#, true), ("null", false), ("[]", false), ("-1", false),
    ] {
      let conversation = try change(people, times + #","numberOfunreadMessages":\#(count)"#)
      #expect(conversation.value.unread.moment == (isUnread ? .at(1_790_000_000_000) : nil), "\(count)")
    }
  }

  @Test func statesAndTheEnd() throws {
    let time = #""metaDataLastUpdateTs":1790000000000"#
    #expect(
      try change(#""state":"CLOSE","stage":"CLOSE","endTs":1789999999000,"# + time).value.closedAsOf.moment
        == .at(1_789_999_999_000))
    #expect(try change(#""stage":"close","# + time).value.isClosed)
    let locked = try change(#""state":"LOCKED","# + time).value
    #expect(locked.closedAsOf.moment == nil && locked.openAsOf.moment == nil)
    #expect(try change(#""closeReason":"CONSUMER","# + time, type: "DELETE").value.isClosed)
    for reason in ["null", #""""#] {
      #expect(try !change(#""state":"OPEN","closeReason":\#(reason),"# + time, type: "DELETE").value.isClosed)
    }
    #expect(try !change(#""closeReason":"CONSUMER","# + time).value.isClosed)
  }

  @Test func theBeginning() throws {
    let start = #""startTs":1790000000000,"metaDataLastUpdateTs":1790000030000"#
    #expect(try change(start).value.marks.contains(.beginningSeen))
    #expect(
      try !change(#""startTs":1790000000000,"metaDataLastUpdateTs":1790000090000"#).value.marks.contains(.beginningSeen)
    )
    #expect(try change(#""participants":[{"id":"k","role":"CONSUMER"}]"#).value.marks.contains(.beginningSeen))
    #expect(try !change(#""participants":[{"id":"a","role":"ASSIGNED_AGENT"}]"#).value.marks.contains(.beginningSeen))
  }

  @Test(arguments: [
    (#"{"type":"SharkContext"}"#, "SHARK"),
    (#"{"type":"MobileAppContext","clientProperties":{"appId":"com.example"}}"#, "APP"),
    (#"{"type":"CustomContext","name":"Desk SMS"}"#, "Desk SMS"), ("{}", ""), ("null", ""),
    (#"{"type":"CustomContext","clientProperties":{"appId":"sms-gate"}}"#, "sms-gate"),
  ])
  func channels(context: String, channel: String) throws {
    #expect(try change(#""context":\#(context)"#).channel == channel)
  }

  @Test func aConversationThatTheBrandOpened() throws {
    #expect(
      try change(#""context":{"type":"ProactiveContext","name":"Outbound"}"#).value.marks.contains(.openedByBrand))
  }

  @Test func accountsInTheirPlaces() throws {
    #expect(try change(#""brandId":"55""#).account == "55")
    #expect(try change(#""brandId":55"#).account == "55")
    #expect(try change(#""conversationHandlerDetails":{"accountId":"56","skillId":"1"}"#).account == "56")
    #expect(try change(#""brandId":"undefined","conversationHandlerDetails":{"accountId":"56"}"#).account == "56")
  }

  @Test func anOffer() throws {
    let log = try ReadLog(SocketTwins.ringWaiting)
    let conversation = try #require(log.conversation("735c87d6-9c2d-4095-9e7e-1c116acce8b8"))
    // Whoever is handed a conversation is rung as well.
    #expect(conversation.value.marks == .events && log.summary.ignored == [:])
    let byRing = try ReadLog(
      #"{"kind":"notification","type":".ams.routing.RoutingTaskNotification","body":{"changes":{"result":{"ringsDetails":{"ringId":"a_b_55_1790000000000","ringState":"WAITING"}}}}}"#
    )
    #expect(byRing.conversations == ["a_b"])
  }
}

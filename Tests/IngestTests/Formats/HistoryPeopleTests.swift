import Model
import TestSupport
import Testing

@testable import Ingest

/// Agents, bots and partial data in history records.
@Suite struct HistoryPeopleTests {
  private func agent(_ members: String, section: String = "agentParticipants") throws -> ReadLog {
    try ReadLog(#"{"info":{"conversationId":"c-1"},"\#(section)":[{"agentId":"7","timeL":1790000000000,\#(members)}]}"#)
  }

  @Test(
    arguments: [
      (#""permission":"ASSIGNED_AGENT""#, .assigned), (#""permission":"assigned""#, .assigned),
      (#""permission":"SUGGESTED_ASSIGNED_AGENT""#, .suggested), (#""permission":"MANAGER""#, .manager),
      (#""permission":"reader""#, .reader), (#""permission":"CONTROLLER""#, .controller),
      (#""permission":"undefined""#, .assigned), (#""role":"AGENT""#, .assigned), (#""permission":"GARDENER""#, []),
    ] as [(String, RoleSet)])
  func permissions(member: String, roles: RoleSet) throws {
    let conversation = try #require(try agent(member).conversation("c-1"))
    #expect(conversation.roles("7") == roles)
    #expect((conversation.participant("7")?.assigned.moment != nil) == roles.contains(.assigned))
    #expect(conversation.participant("7")?.joined.moment == .at(1_790_000_000_000))
  }

  @Test(
    arguments: [
      (#""userType":"2""#, .bot), (#""userType":2"#, .bot), (#""userTypeName":"BOT""#, .bot),
      (#""userType":"1""#, .human),
      (#""userTypeName":"Human""#, .human), (#""userType":"0""#, .system), (#""userTypeName":"System""#, .system),
      (#""userType":"9","userTypeName":"Robot""#, []), (#""userType":"undefined""#, []),
      (#""userType":"2","userTypeName":"Bot""#, .bot),
    ] as [(String, PersonTraits)])
  func userTypes(member: String, traits: PersonTraits) throws {
    #expect(try agent(member).traits("7") == traits)
  }

  @Test func roleOfTheProfileMakesNobodyABot() throws {
    #expect(try agent(#""role":"AGENTMANAGER","permission":"ASSIGNED_AGENT""#).traits("7") == [])
  }

  @Test func theOtherSectionsOfAgents() throws {
    let active = try agent(#""userType":"2""#, section: "agentParticipantsActive")
    #expect(active.traits("7") == .bot && active.conversation("c-1")?.roles("7") == .assigned)
    // Who left was there, and left at that time.
    let left = try agent(#""userType":"2","agentPid":"p-7""#, section: "agentParticipantsLeave")
    #expect(left.traits("7") == .bot && left.areLinked("7", "p-7"))
    #expect(left.conversation("c-1")?.roles("7") == .assigned)
    #expect(left.conversation("c-1")?.participant("7")?.assigned.moment == nil)
    #expect(left.conversation("c-1")?.participant("7")?.joined.moment == nil)
  }

  @Test func anAgentThatHasOnlyThePlatformsId() throws {
    let log = try ReadLog(
      #"{"info":{"conversationId":"c-1"},"agentParticipants":[{"agentPid":"p-7","userType":"2","agentLoginName":"desk"}]}"#
    )
    #expect(log.traits("p-7") == .bot && log.login("p-7") == "desk")
  }

  @Test func numbersAndTextsAreOneId() throws {
    let log = try ReadLog(
      #"{"info":{"conversationId":"c-1"},"agentParticipants":[{"agentId":7,"userType":2}],"messageRecords":[{"seq":"3","participantId":"7"}]}"#
    )
    #expect(log.conversation("c-1")?.value.participants.count == 1)
    #expect(log.conversation("c-1")?.messages == ["#3 unknown unknown none 0"])
  }

  @Test(arguments: [
    (#"{"conversationHistoryRecords":[§],"_metadata":{"shardsStatusResult":{"partialResult":true}}}"#, true),
    (#"{"_metadata":{"shardsStatusResult":{"partialResult":true}},"conversationHistoryRecords":[§]}"#, true),
    (#"{"_metadata":{"shardsStatusResult":{"partialResult":"true"}},"conversationHistoryRecords":[§]}"#, true),
    (#"{"_metadata":{"shardsStatusResult":{"partialResult":false}},"conversationHistoryRecords":[§]}"#, false),
    (#"{"conversationHistoryRecords":[§],"_metadata":{"count":1}}"#, false),
    (#"{"conversationHistoryRecords":[§]}"#, false),
    (#"{"_metadata":{"shardsStatusResult":{"partialResult":true}},"conversationHistoryRecords":§}"#, true),
    ("§", false),
  ])
  func pagesThatAreNotWhole(page: String, isPartial: Bool) throws {
    let whole = page.replacing("§", with: #"{"info":{"conversationId":"c-1"},"messageRecords":[]}"#)
    let log = try ReadLog(whole)
    #expect(log.problems == [])
    #expect(log.conversation("c-1")?.value.isPartial == isPartial)
    // A record may say so of itself, wherever it stands.
    let part = page.replacing("§", with: #"{"info":{"conversationId":"c-1","isPartial":true}}"#)
    #expect(try ReadLog(part).conversation("c-1")?.value.isPartial == true)
    // Another copy may have what this one has not.
    #expect(try ReadLog(part, #"{"info":{"conversationId":"c-1"}}"#).conversation("c-1")?.value.isPartial == false)
  }

  /// A page that is larger than the buffer is read member by member, and says the same.
  @Test func pagesThatDoNotFitTheBuffer() throws {
    for isPartial in [true, false] {
      let status = #""_metadata":{"count":2,"shardsStatusResult":{"partialResult":\#(isPartial)}}"#
      let records =
        #""conversationHistoryRecords":[{"info":{"conversationId":"c-1"}},{"info":{"conversationId":"c-2"}}]"#
      for page in ["{\(status),\(records)}", "{\(records),\(status)}"] {
        let whole = try ReadLog(page)
        #expect(whole.conversation("c-2")?.value.isPartial == isPartial)
        for capacity in [64, 100, 130, 200] {
          let streamed = try ReadLog(text: page, input: 0, capacity: capacity)
          #expect(
            streamed.problems == [] && streamed.summary.records == 2
              && streamed.summary.layouts == whole.summary.layouts)
          #expect(streamed.facts.canonicalDump() == whole.facts.canonicalDump(), "\(capacity)")
        }
      }
    }
  }

  @Test(arguments: [
    (#""status":"CLOSE","endTimeL":1790000005000"#, true), (#""status":"close""#, true),
    (#""endTimeL":1790000005000"#, true),
    (#""status":"OPEN","endTimeL":1790000005000"#, false),
    (#""status":"OPEN","endTime":"undefined","endTimeL":-1"#, false),
    (#""endTime":"undefined","endTimeL":-1"#, false), (#""status":"OVERDUE""#, false),
  ])
  func states(info: String, isClosed: Bool) throws {
    let log = try ReadLog(#"{"info":{"conversationId":"c-1","startTimeL":1790000000000,\#(info)}}"#)
    #expect(log.conversation("c-1")?.value.isClosed == isClosed)
  }

  @Test func aBrandMayOpenAConversation() throws {
    for (source, isBrands) in [("AGENT", true), ("agent", true), ("SMS", false)] {
      let log = try ReadLog(#"{"info":{"conversationId":"c-1","source":"\#(source)"}}"#)
      #expect(log.conversation("c-1")?.value.marks.contains(.openedByBrand) == isBrands)
    }
  }

  @Test func receiptsThatMatter() throws {
    let log = try ReadLog(
      #"""
      {"info":{"conversationId":"c-1"},"messageStatuses":[
      {"seq":0,"messageDeliveryStatus":"ACCEPT","timeL":1790000000001,"participantType":"Agent"},
      {"seq":0,"messageDeliveryStatus":"nack","timeL":1790000000002},{"seq":1,"messageDeliveryStatus":"ACTION","participantType":"Agent"}]}
      """#)
    let conversation = try #require(log.conversation("c-1"))
    #expect(conversation.value.notReceived.earliest.moment == .at(1_790_000_000_002))
    #expect(!conversation.value.marks.contains(.consumerActed))
    let tap =
      #"{"info":{"conversationId":"c-1"},"messageStatuses":[{"messageDeliveryStatus":"ACTION","participantType":"Consumer","timeL":1790000000000}]}"#
    let tapped = try #require(try ReadLog(tap).conversation("c-1")).value
    #expect(tapped.marks.contains(.consumerActed) && tapped.consumerActed.moment == .at(1_790_000_000_000))
  }
}

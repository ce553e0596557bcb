import TestSupport

/// Self-identified records at random, in the shapes of the twins: few ids, so that records speak of the same things, and values that
/// contradict each other.
struct RecordGenerator {
  private var random: FactRandom
  private static let words = ["undefined", "null", "NA", ""]

  init(seed: UInt64) { random = FactRandom(seed: seed) }

  mutating func records(_ count: Int) -> [String] { (0..<count).map { _ in record() } }

  private mutating func record() -> String {
    switch random.below(10) {
    case 0: historyRecord()
    case 1: historyPage()
    case 2: notification(".ams.aam.ExConversationChangeNotification", #"{"changes":[\#(change())]}"#)
    case 3: notification("cqm.ExConversationChangeNotification", #"{"subscriptionId":"s","changes":[\#(change())]}"#)
    case 4: #"{"changes":[\#(change()),\#(change())]}"#
    case 5: notification(".ams.ms.OnlineEventDistribution", event())
    case 6: wrapped(#"{"dialogId":"\#(dialog())","changes":[\#(event())]}"#)
    case 7:
      wrapped(
        notification(".ams.routing.RoutingTaskNotification", #"{"changes":[{"result":{"ringsDetails":[\#(ring())]}}]}"#)
      )
    default: wrapped(notification("ms.MessagingEventNotification", #"{"changes":[\#(event()),\#(event())]}"#))
    }
  }

  private mutating func conversation() -> String {
    random.pick(["2b7c1e90-5d3f-4a86-9c21-7e0f4b8d6a13", "c-2", "a conversation with a long name, which is hashed"])
  }

  private mutating func dialog() -> String {
    random.pick([conversation(), conversation(), "survey-1", "a dialog with a long name, which is hashed too"])
  }

  private mutating func person() -> String {
    random.pick([
      "4711", "55501.4711", "8d1e2f30-6a7b-4c8d-8e9f-0a1b2c3d4e5f", "consumer-1", "a consumer with a long name",
      pick(Self.words),
    ])
  }

  private mutating func pick(_ choices: [String]) -> String { random.pick(choices) }

  private mutating func time() -> String { random.oneIn(6) ? "-1" : "\(1_790_000_000_000 + random.below(40) * 5000)" }

  private mutating func text() -> String {
    pick([
      "", " ", "good day", "***", "\\uFFFC", String(repeating: "é", count: 600), String(repeating: "ab ", count: 400),
      "🙂",
    ])
  }

  private func notification(_ type: String, _ body: String) -> String {
    #"{"kind":"notification","body":\#(body),"type":"\#(type)"}"#
  }

  private mutating func wrapped(_ frame: String) -> String {
    if random.oneIn(2) { return frame }
    return #"{"time":\#(time()),"headers":{"x-liveperson-account-id":"\#(random.below(2))"},"frame":\#(frame)}"#
  }

  private mutating func ring() -> String {
    #"{"ringId":"\#(conversation())_55501_\#(time())","ringState":"\#(pick(["WAITING", "ACCEPTED"]))"}"#
  }

  private mutating func role() -> String {
    pick(["CONSUMER", "ASSIGNED_AGENT", "MANAGER", "READER", "CONTROLLER", "AGENT", "GARDENER"])
  }

  private mutating func event() -> String {
    let content = random.pick([
      #""type":"ContentEvent","contentType":"text/plain","message":"\#(text())""#,
      #""type":"RichContentEvent","content":{}"#,
      #""type":"ContentEvent","contentType":"hosted/file","message":{"caption":""}"#,
      #""type":"AcceptStatusEvent","status":"\#(pick(["READ", "NACK", "ACTION"]))","sequenceList":[1]"#,
      #""type":"ChatStateEvent","chatState":"\#(pick(["COMPOSING", "BACKGROUND", "ACTIVE"]))""#,
    ])
    let owner = random.oneIn(4) ? #""conversationId":"\#(conversation())","# : ""
    return """
      {"sequence":\(random.below(8)),"originatorId":"\(person())","originatorPId":"\(person())",\(owner)\
      "originatorMetadata":{"id":"\(person())","role":"\(role())"},"serverTimestamp":\(time()),"dialogId":"\(dialog())",\
      "messageAudience":"\(pick(["ALL", "AGENTS_AND_MANAGERS"]))","metadata":[{"type":"\(pick(["BotResponse", "Other"]))"}],\
      "__isMe":\(pick(["true", "false"])),"event":{\(content)}}
      """
  }

  private mutating func change() -> String {
    let participants = (0..<random.below(4)).map { _ in #"{"id":"\#(person())","role":"\#(role())"}"# }
    let details = (0..<2).map { _ in
      #"{"id":"\#(person())","role":"ASSIGNED_AGENT","state":"\#(pick(["ACTIVE", "SUGGESTED"]))"}"#
    }
    let last = random.oneIn(2) ? #","lastContentEventNotification":\#(event())"# : ""
    return """
      {"type":"\(pick(["UPSERT", "DELETE"]))","result":{"convId":"\(conversation())","numberOfunreadMessages":\(random.below(2)),\
      "lastUpdateTime":\(time()),"conversationDetails":{"skillId":"\(pick(["-1", "7", "8"]))","brandId":"\(pick(["55501", "55502", "undefined"]))",\
      "participants":[\(participants.joined(separator: ","))],"participantsPId":{"MANAGER":["\(person())"]},\
      "dialogs":[{"dialogId":"\(dialog())","dialogType":"\(pick(["MAIN", "POST_SURVEY"]))","channelType":"\(pick(["MESSAGING", "COBROWSE"]))",\
      "state":"\(pick(["OPEN", "CLOSE"]))","creationTs":\(time()),"endTs":\(time()),"participantsDetails":[\(details.joined(separator: ","))]}],\
      "state":"\(pick(["OPEN", "CLOSE", "LOCKED"]))","closeReason":"AGENT","startTs":\(time()),"metaDataLastUpdateTs":\(time()),\
      "context":{"type":"\(pick(["SharkContext", "MobileAppContext", "ProactiveContext", "CustomContext"]))","name":"\(pick(["Desk SMS", "x"]))"},\
      "__myRole":"\(role())"}\(last)}}
      """
  }

  private mutating func historyPage() -> String {
    let records = (0..<random.below(3)).map { _ in historyRecord() }
    return """
      {"conversationHistoryRecords":[\(records.joined(separator: ","))],\
      "_metadata":{"shardsStatusResult":{"partialResult":\(pick(["true", "false"]))}}}
      """
  }

  private mutating func historyRecord() -> String {
    let messages = (0..<random.below(4)).map { _ in
      """
      {"seq":\(random.below(8)),"type":"\(pick(["TEXT_PLAIN", "RICH_CONTENT", "HOSTED_FILE", "NEW"]))","dialogId":"\(dialog())",\
      "messageData":{"msg":{"text":"\(text())"}},"participantId":"\(person())","sentBy":"\(pick(["Agent", "Consumer"]))","timeL":\(time())}
      """
    }
    return """
      {"info":{"conversationId":"\(conversation())","brandId":"\(pick(["55501", "55502"]))","source":"\(pick(["APP", "SMS", "AGENT", "NA"]))",\
      "latestSkillId":\(pick(["-1", "7", "8"])),"startTimeL":\(time()),"endTimeL":\(time()),"status":"\(pick(["OPEN", "CLOSE", ""]))",\
      "isPartial":\(pick(["true", "false", "false"]))},"messageRecords":[\(messages.joined(separator: ","))],\
      "agentParticipants":[{"agentId":"\(person())","agentPid":"\(person())","agentLoginName":"\(pick(["desk", "desk-bot-with-a-long-name"]))",\
      "userType":"\(random.below(4))","permission":"\(pick(["ASSIGNED_AGENT", "SUGGESTED_ASSIGNED_AGENT", "MANAGER"]))","timeL":\(time())}],\
      "interactions":[{"assignedAgentId":"\(person())","interactionTimeL":\(time())}],"transfers":[{"timeL":\(time())}],\
      "dialogs":[{"dialogId":"\(dialog())","dialogType":"\(pick(["MAIN", "POST_SURVEY"]))","startTimeL":\(time()),"endTimeL":\(time())}],\
      "messageStatuses":[{"messageDeliveryStatus":"\(pick(["NACK", "READ", "ACTION"]))","participantType":"Consumer","timeL":\(time())}]}
      """
  }
}

/// The words of the platform's payloads that a layout looks for: keys, types, enumeration values.
///
/// Keys are compared exactly, enumeration values without case (the platform itself is not of one mind); a word that is not in this list is
/// `unknown`, which no layout treats as an error: the vendor asks clients to pass over fields and values they do not know.
enum Keyword: String, CaseIterable {
  case unknown = ""

  // Frames and envelopes.
  case kind, type, body, changes, id, reqId, code, headers, metadata, time, timestamp, ts, event, frame, payload, data, message
  case request = "req"
  case response = "resp"
  case notification, receivedAt, direction, level
  case atTimestamp = "@timestamp"

  // Types, without their prefixes.
  case exConversationChangeNotification = "ExConversationChangeNotification"
  case messagingEventNotification = "MessagingEventNotification"
  case onlineEventDistribution = "OnlineEventDistribution"
  case routingTaskNotification = "RoutingTaskNotification"
  case agentStateNotification = "AgentStateNotification"
  case queryMessages = "QueryMessages"
  case queryMessagesResponse = "QueryMessages$Response"
  case subscribeMessagingEvents = "SubscribeMessagingEvents"
  case publishEvent = "PublishEvent"
  case updateRingState = "UpdateRingState"
  case setAgentState = "SetAgentState"
  case subscribeRoutingTasks = "SubscribeRoutingTasks"
  case subscribeAgentsState = "SubscribeAgentsState"
  case consumerRequestConversation = "ConsumerRequestConversation"
  case agentRequestConversation = "AgentRequestConversation"
  case consumerAuthentication = "ConsumerAuthentication"

  // Conversation changes.
  case upsert = "UPSERT"
  case delete = "DELETE"
  case result, convId, conversationId, conversationDetails, lastContentEventNotification, subscriptionId
  case participants, participantsPId, participantsDetails, dialogs, dialogId, dialogType, channelType, creationTs
  case skillId, brandId, state, stage, startTs, endTs, metaDataLastUpdateTs, lastUpdateTime, context, clientProperties, appId
  case conversationHandlerDetails, accountId, numberOfunreadMessages, closeReason, name, role
  case myRole = "__myRole"
  case isMe = "__isMe"
  case ringsDetails, ringId, ringState, availability, connected, closed, error, success, warn, currentTime, personal, errno, syscall
  case accountHeader = "x-liveperson-account-id"
  case sharkContext = "SharkContext"
  case customContext = "CustomContext"
  case mobileAppContext = "MobileAppContext"
  case proactiveContext = "ProactiveContext"

  // Message events.
  case sequence, originatorId, originatorPId, originatorMetadata, serverTimestamp, messageAudience
  case contentType, content, status, sequenceList, chatState
  case contentEvent = "ContentEvent"
  case richContentEvent = "RichContentEvent"
  case acceptStatusEvent = "AcceptStatusEvent"
  case chatStateEvent = "ChatStateEvent"
  case textPlainMIME = "text/plain"
  case hostedFileMIME = "hosted/file"
  case secureInvitationMIME = "forms/secure-invitation"
  case secureSubmissionMIME = "forms/secure-submission"
  case accept = "ACCEPT"
  case read = "READ"
  case access = "ACCESS"
  case nack = "NACK"
  case action = "ACTION"
  case active = "ACTIVE"
  case inactive = "INACTIVE"
  case gone = "GONE"
  case composing = "COMPOSING"
  case pause = "PAUSE"
  case background = "BACKGROUND"
  case accepted = "ACCEPTED"
  case waiting = "WAITING"

  // Roles, states, kinds of dialogs.
  case consumer = "CONSUMER"
  case assignedAgent = "ASSIGNED_AGENT"
  case assigned = "ASSIGNED"
  case suggested = "SUGGESTED"
  case suggestedAssignedAgent = "SUGGESTED_ASSIGNED_AGENT"
  case manager = "MANAGER"
  case reader = "READER"
  case controller = "CONTROLLER"
  case agent = "AGENT"
  case open = "OPEN"
  case close = "CLOSE"
  case locked = "LOCKED"
  case main = "MAIN"
  case postSurvey = "POST_SURVEY"
  case coBrowse = "COBROWSE"
  case agentsAndManagers = "AGENTS_AND_MANAGERS"
  case human = "Human"
  case bot = "Bot"
  case system = "System"

  // Message history.
  case conversationHistoryRecords
  case pageMetadata = "_metadata"
  case shardsStatusResult, partialResult, info, messageRecords, agentParticipants, agentParticipantsActive
  case agentParticipantsLeave, consumerParticipants, consumerParticipant, transfers, interactions, messageStatuses
  case startTime, startTimeL, endTime, endTimeL, timeL, source, latestSkillId, isPartial
  case messageData, msg, text, file, richContent, seq, participantId, sentBy, audience, contextData, structuredMetadata
  case rawMetadata, botResponse, agentId, agentPid, agentLoginName, userType, userTypeName, permission
  case assignedAgentId, interactionTime, interactionTimeL, messageDeliveryStatus, participantType
  case textPlain = "TEXT_PLAIN"
  case textHTML = "TEXT_HTML"
  case link = "LINK"
  case hostedFile = "HOSTED_FILE"
  case image = "IMG"
  case richContentType = "RICH_CONTENT"
  case secureFormInvitation = "SECURE_FORM_INVITATION"
  case secureFormSubmit = "SECURE_FORM_SUBMIT"

  // The platform's ways of saying nothing.
  case undefined
  case nullWord = "null"
  case notAvailable = "NA"
}

extension JSONRecord {
  /// The keyword a string is, compared exactly; `unknown` for every other value.
  @inline(__always)
  func keyword(_ node: JSONNode) -> Keyword {
    if isEscaped(node) { return escapedKeyword(node, ignoringCase: false) }
    return KeywordTable.all.find(bytes, offset(node) + 1, count(node), ignoringCase: false)
  }

  /// The keyword a string is, compared without case.
  func word(_ node: JSONNode?) -> Keyword {
    guard let node, kind(node) == .string else { return .unknown }
    if isEscaped(node) { return escapedKeyword(node, ignoringCase: true) }
    return KeywordTable.all.find(bytes, offset(node) + 1, count(node), ignoringCase: true)
  }

  /// The keyword of a frame's or event's type without its prefixes: `.ams.ms.PublishEvent`, `ms.PublishEvent` and, as webhook
  /// subscriptions name it, `ms.PublishEvent.ContentEvent` are one type.
  func typeWord(_ node: JSONNode?) -> Keyword {
    guard let node, kind(node) == .string else { return .unknown }
    var start = offset(node) + 1
    let end = start + count(node)
    if start < end, bytes.byte(start) == UInt8(ascii: ".") { start += 1 }
    if end - start > 4, bytes.word(start - 1) >> 8 & 0xFFFF_FFFF == 0x2E73_6D61 { start += 4 }  // "ams."
    if let dot = firstDot(start, end) { start = dot + 1 }
    return KeywordTable.all.find(bytes, start, (firstDot(start, end) ?? end) - start, ignoringCase: true)
  }

  private func firstDot(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end {
      if bytes.byte(at) == UInt8(ascii: ".") { return at }
      at += 1
    }
    return nil
  }

  private func escapedKeyword(_ node: JSONNode, ignoringCase: Bool) -> Keyword {
    let plain = Array(text(node).utf8)
    return unsafe KeywordTable.all.find(plain.span.bytes, 0, plain.count, ignoringCase: ignoringCase)
  }
}

/// Finds keywords by length and first eight bytes: one multiplication, and mostly one comparison.
struct KeywordTable {
  static let all = KeywordTable()

  private struct Entry {
    var head: UInt64
    var bytes: [UInt8]
    var keyword: Keyword
  }

  private static let bits = 10
  private let longest: Int
  private let entries: [Entry]
  /// Indexes into `entries` plus one; zero where free. Colliding words lie in the next free places.
  private let slots: [UInt8]

  private init() {
    entries = Keyword.allCases.filter { $0 != .unknown }.map { keyword in
      let bytes = Array(keyword.rawValue.utf8)
      let head = bytes.prefix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
      return Entry(head: head, bytes: bytes, keyword: keyword)
    }
    longest = entries.reduce(0) { max($0, $1.bytes.count) }
    var slots = [UInt8](repeating: 0, count: 1 << Self.bits)
    for (index, entry) in entries.enumerated() {
      var slot = Self.slot(entry.head, entry.bytes.count)
      while slots[slot] != 0 { slot = (slot + 1) & (1 << Self.bits - 1) }
      slots[slot] = UInt8(index + 1)
    }
    self.slots = slots
  }

  /// Letters of either case share a slot.
  @inline(__always)
  private static func slot(_ head: UInt64, _ count: Int) -> Int {
    Int((((head | 0x2020_2020_2020_2020) ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  func find(_ bytes: RawSpan, _ start: Int, _ count: Int, ignoringCase: Bool) -> Keyword {
    guard count > 0, count <= longest else { return .unknown }
    var head: UInt64
    if start + 8 <= bytes.byteCount {
      head = bytes.word(start)
      if count < 8 { head &= 1 << UInt64(8 * count) - 1 }
    } else {
      head = 0
      for index in 0..<min(count, 8) where start + index < bytes.byteCount {
        head |= UInt64(bytes.byte(start + index)) << UInt64(8 * index)
      }
    }
    var slot = Self.slot(head, count)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.bytes.count == count, ignoringCase || entry.head == head,
        Self.matches(bytes, start, entry.bytes, from: ignoringCase ? 0 : 8, ignoringCase: ignoringCase)
      {
        return entry.keyword
      }
      slot = (slot + 1) & (1 << Self.bits - 1)
    }
    return .unknown
  }

  private static func matches(
    _ bytes: RawSpan, _ start: Int, _ word: [UInt8], from: Int, ignoringCase: Bool
  ) -> Bool {
    var index = from
    while index < word.count {
      let byte = bytes.byte(start + index)
      if byte != word[index] {
        guard ignoringCase, byte | 0x20 == word[index] | 0x20, (byte | 0x20) &- UInt8(ascii: "a") < 26 else { return false }
      }
      index += 1
    }
    return true
  }
}

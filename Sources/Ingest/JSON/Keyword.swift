/// The words of the platform's payloads that a layout looks for: keys, types, enumeration values.
///
/// Keys are compared exactly, enumeration values without case (the platform itself is not of one mind); a word that is not in this list is
/// `unknown`, which no layout treats as an error: the vendor asks clients to pass over fields and values they do not know.
enum Keyword: String, CaseIterable {
  case unknown = ""

  // Frames and envelopes.
  case kind, type, body, changes, id, reqId, code, headers, metadata, time, timestamp, ts, event, frame, payload, data,
    message
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
  case subscribeExConversations = "SubscribeExConversations"
  case getClock = "GetClock"
  case getUserProfile = "GetUserProfile"
  case consumerAuthentication = "ConsumerAuthentication"
  case updateConversationField = "UpdateConversationField"
  case conversationField, field
  case participantsChange = "ParticipantsChange"
  case add = "ADD"

  // Conversation changes.
  case upsert = "UPSERT"
  case delete = "DELETE"
  case result, convId, conversationId, conversationDetails, lastContentEventNotification, subscriptionId
  case participants, participantsPId, participantsDetails, dialogs, dialogId, dialogType, channelType, creationTs
  case skillId, brandId, state, stage, startTs, endTs, metaDataLastUpdateTs, lastUpdateTime, context, clientProperties,
    appId
  case conversationHandlerDetails, accountId, numberOfunreadMessages, closeReason, name, role
  case myRole = "__myRole"
  case isMe = "__isMe"
  case ringsDetails, ringId, ringState, availability, connected, closed, error, success, warn, currentTime, personal,
    errno, syscall
  case reconnecting, location, service
  case socketClosed = "SOCKET_CLOSED"
  case acceptWaitingConversations, joinConversation, getConsumerProfile, sendText, markAsRead
  case loginService = "authentication.login"
  case refreshService = "authentication.refreshSession"
  case messagingService = "messaging"
  case domainService = "domainNames"
  case online = "ONLINE"
  case occupied = "OCCUPIED"
  case away = "AWAY"
  case backSoon = "BACK_SOON"
  case offline = "OFFLINE"
  case accountHeader = "x-liveperson-account-id"
  case sharkContext = "SharkContext"
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
  case read = "READ"
  case access = "ACCESS"
  case nack = "NACK"
  case action = "ACTION"
  case active = "ACTIVE"
  case gone = "GONE"
  case composing = "COMPOSING"
  case pause = "PAUSE"
  case inactive = "INACTIVE"
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
  case chat = "CHAT"
  case liveChat = "LIVE_CHAT"
  case agentsAndManagers = "AGENTS_AND_MANAGERS"
  case human = "Human"
  case bot = "Bot"
  case system = "System"

  // Message history.
  case conversationHistoryRecords
  case pageMetadata = "_metadata"
  case shardsStatusResult, partialResult, info, messageRecords, messagesRecords, agentParticipants
  case agentParticipantsActive
  case agentParticipantsLeave, consumerParticipants, consumerParticipant, transfers, interactions, messageStatuses
  case startTime, startTimeL, endTime, endTimeL, timeL, source, latestSkillId, isPartial
  case conversationEndTime, conversationEndTimeL
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

  // Users: their states, their accounts, their logins.
  case stateChanges, agentsInfo, statusChangeHistory, statusType, statusSubType, timeframe
  case agentStatusRecords, currentStatus, currentConnectionState, currentStatusStartTime, currentStatusStartTimeL
  case lastUpdatedTime, lastUpdatedTimeL, agentUserId
  case disconnected = "DISCONNECTED"
  case siteId, collection, loginName, isEnabled, disabledManually, userTypeId, pid, deleted, dateUpdated
  case auditData, objectType, objectId, objectName, element, oldValue, newValue, changeDate
  case csrf, bearer, config, userId, userPid, serverCurrentTime, responseStatus, internalCode
  case csdsCollectionResponse, baseURIs, account, login, ip, auth, oauth1, oauth2, password

  // Files of the Data Access API, and Avro's names of types.
  case dataType, recordCollection, agentSessionsData, engagements, prevState, dataAccessFiles
  case string, long, int, boolean, double, float, array

  // Singer.
  case stream, record, schema, value
  case activateVersion = "ACTIVATE_VERSION"
  case timeExtracted = "time_extracted"

  // What else lies among such files.
  case messageEventRecords, conversationHistoryMetadataRecords, interactionHistoryRecords, transcript
  case recordsList = "recordslist"
  case messageSid = "MessageSid"
  case smsSid = "SmsSid"
  case sid
  case webhookMediaCount = "NumMedia"
  case mediaCount = "num_media"

  // The platform's ways of saying nothing.
  case undefined
  case nullWord = "null"
  case notAvailable = "NA"
}

extension Keyword {
  /// Its place among all, which fits a word of the tape.
  var number: UInt16 { unsafe unsafeBitCast(self, to: UInt16.self) }

  /// - Parameter number: that of a keyword.
  @inline(__always)
  init(number: UInt16) { self = unsafe unsafeBitCast(number, to: Keyword.self) }
}

/// Records of taps, of the consumers' history, of live chats and of telephone gateways; all that they say is made up.
enum OtherTwins {
  /// A tap's stream of conversations: structured content has lost its content, and whole sections are gone.
  static let singer = #"""
    {"type":"SCHEMA","stream":"messaging_interactions","schema":{"properties":{"info":{"type":"object"}}},"key_properties":["id"]}
    {"type":"RECORD","stream":"messaging_interactions","record":{"info":{"conversationId":"s-1","brandId":"40718263",
    "startTime":"2026-09-21T14:13:20.000000Z","endTime":"2026-09-21 14:20:00.000+0000","source":"APP","status":"CLOSE"},
    "messageRecords":[{"type":"TEXT_PLAIN","messageData":{"msg":{"text":"velvet"}},"seq":0,"dialogId":"s-1","participantId":"c-1",
    "time":"2026-09-21T14:13:21.000000Z","sentBy":"Consumer"},{"type":"RICH_CONTENT","messageData":{},"seq":1,
    "dialogId":"s-1","participantId":"4711","time":"2026-09-21T14:13:22.000000Z","sentBy":"Agent"}],
    "agentParticipants":[{"agentId":"4711","agentLoginName":"harbor-bot","userType":"2","permission":"ASSIGNED_AGENT",
    "time":"2026-09-21T14:13:20.500000Z"}],"id":"s-1"}}
    {"type":"STATE","value":{"bookmarks":{"messaging_interactions":{"field":"updated_at","last_record":"2026-09-21T00:00:00Z"}}}}
    {"type":"ACTIVATE_VERSION","stream":"messaging_interactions","version":17}
    """#

  /// Its other streams.
  static let singerUsers = #"""
    {"type":"RECORD","stream":"users","record":{"id":4711,"deleted":false,"loginName":"harbor-bot",
    "pid":"c1c50a3f-3f0b-4b8f-9d39-0f6d2fb7d1a2"},"time_extracted":"2026-09-21T14:13:20.000000Z"}
    {"type":"RECORD","stream":"users","record":{"id":4712,"deleted":true,"loginName":"lantern"},
    "time_extracted":"2026-09-21T14:13:20.000000Z"}
    {"type":"RECORD","stream":"agent_activity","record":{"agentID":{"long":4711},"type":{"long":3},"state":{"long":0},
    "timestamp":{"long":1790000000000},"_meta":{"startTime":1,"endTime":2},"id":"4711:1790000000000"}}
    {"type":"RECORD","stream":"agent_status","record":{"agentId":"4711","currentStatus":"ONLINE",
    "currentConnectionState":"CONNECTED","lastUpdatedTimeL":1790000000000}}
    {"type":"RECORD","stream":"skills","record":{"id":7}}
    {"type":"RECORD","stream":"agent_groups","record":{"id":7}}
    {"type":"RECORD","stream":"queue_health","record":{"id":7}}
    {"type":"RECORD","stream":"engagement_history","record":{"info":{"engagementId":"e"},"transcript":{"lines":[]}}}
    {"type":"RECORD","stream":"weather","record":{"degrees":7}}
    """#

  /// Everybody is an agent, as the vendor's page has it.
  static let consumerMessages = #"""
    {"messageEventRecords":[
    {"sequence":0,"originatorId":"c-1","originatorMetadata":{"id":"c-1","role":"AGENT"},"serverTimestamp":1790000000000,
    "dialogId":"h-1","event":{"type":"ContentEvent","contentType":"text/plain","message":"velvet"}},
    {"sequence":1,"originatorId":"b-1","originatorMetadata":{"id":"b-1","role":"ASSIGNED_AGENT"},"serverTimestamp":1790000001000,
    "dialogId":"h-1","event":{"type":"RichContentEvent","content":"{\"type\":\"vertical\"}"}},
    {"sequence":2,"originatorId":"c-1","originatorMetadata":{"id":"c-1","role":"AGENT"},"serverTimestamp":1790000002000,
    "dialogId":"h-1","event":{"type":"ContentEvent","contentType":"hosted/file","message":{"caption":"","fileType":"JPG"}}},
    {"sequence":3,"originatorId":"c-1","originatorMetadata":{"id":"c-1","role":"AGENT"},"serverTimestamp":1790000003000,
    "dialogId":"h-1","event":{"type":"AcceptStatusEvent","status":"READ","sequenceList":[0,1]}},
    {"sequence":4,"originatorId":"c-1","originatorMetadata":{"id":"c-1","role":"AGENT"},"serverTimestamp":1790000004000,
    "dialogId":"h-1","event":{"type":"ContentEvent","contentType":"forms/secure-submission","message":{"invitationId":"i"}}}]}
    """#

  static let consumerConversations = #"""
    {"_responseMetadata":{"count":1,"shardsStatusResult":{"partialResult":false}},"conversationHistoryMetadataRecords":[
    {"convId":"h-1","participants":[{"id":"c-1","role":"CONSUMER"},{"id":"b-1","role":"ASSIGNED_AGENT"}],
    "dialogs":[{"dialogId":"h-1","participantsDetails":[{"id":"c-1","role":"CONSUMER"}],"dialogType":"MAIN",
    "channelType":"MESSAGING","state":"CLOSE","creationTs":1790000000000,"endTs":1790000009000,"closedBy":"Agent"}],
    "state":"CLOSE","stage":"OPEN","startTs":1790000000000,"endTs":1790000009000,"csat":{"csatRate":3},
    "closeReason":"CONSUMER"}]}
    """#

  static let chats = #"""
    {"_metadata":{"count":2},"interactionHistoryRecords":[{"info":{"engagementId":"e-1","accountId":"40718263"},
    "transcript":{"lines":[{"timeL":1790000000000,"text":"","by":"You","source":"visitor"}]}},
    {"info":{"engagementId":"e-2","accountId":"40718263"}}]}
    """#

  /// A gateway's webhooks: a picture, a text, a report of delivery.
  static let webhooks = #"""
    {"time":"2026-09-21T14:13:20Z","conversationId":"g-1","sms":{"MessageSid":"MM1","SmsSid":"MM1","NumMedia":"2","Body":"",
    "MediaUrl0":"https://example.com/0","MediaContentType0":"image/jpeg","MediaUrl1":"https://example.com/1",
    "MediaContentType1":"text/vcard","From":"+15550100","To":"+15550101","SmsStatus":"received"}}
    {"SmsSid":"SM2","Body":"velvet","From":"+15550100","To":"+15550101","conversationId":"g-2"}
    {"MessageSid":"SM3","SmsStatus":"delivered","MessageStatus":"delivered","From":"+15550101","To":"+15550100"}
    """#

  /// Entries of its lists.
  static let listed = #"""
    {"sid":"MM4","num_media":"1","direction":"inbound","date_sent":"Mon, 21 Sep 2026 14:13:20 +0000","body":null,
    "status":"received","from":"+15550100","to":"+15550101","subresource_uris":{"media":"/Messages/MM4/Media.json"}}
    {"sid":"SM5","num_media":"0","direction":"outbound-api","date_sent":"Mon, 21 Sep 2026 16:13:20 +0200","body":"ok \"\\ é"}
    """#
}

/// Records of agents and their states, in the layouts of four APIs; all that they say is made up.
enum AgentTwins {
  /// Data Access, each value in a wrapper.
  static let wrapped = #"""
    {"dataType":{"com.liveperson.dataaccess.DataTypeEnum":"AgentActivity"},"metaData":{"com.liveperson.dataaccess.MetaData":
    {"accountId":{"string":"40718263"},"schemaVersion":"1.0.0.4","startTime":{"long":1790000000000},"endTime":
    {"long":1790003600000}}},"recordCollection":{"array":[{"body":{"com.liveperson.dataaccess.AgentActivityData":
    {"header":{"com.liveperson.dataaccess.AgentHeader":{"agentSessionId":{"string":"40718263-17"}}},"agentSessionsData":
    {"array":[{"agentID":{"long":4711},"type":{"long":3},"state":{"long":0},"timestamp":{"long":1790000000000},
    "prevState":{"long":1},"agentEmployeeId":{"string":""},"agentLoginname":{"string":"harbor@example.com"},
    "maxConcurrentEng":{"long":-9},"agentGroupID":{"long":-1}},
    {"agentID":{"long":4711},"type":{"long":1},"state":{"long":2},"timestamp":{"long":1790000001000},
    "prevState":{"long":1},"agentLoginname":{"string":"harbor@example.com"}},
    {"agentID":{"long":4711},"type":{"long":1},"state":{"long":2},"timestamp":{"long":1790000002000},
    "prevState":{"long":2},"agentLoginname":{"string":"harbor@example.com"}},
    {"agentID":{"long":4711},"type":{"long":4},"state":{"long":0},"timestamp":{"long":1790000003000},
    "prevState":{"long":2},"agentLoginname":{"string":"harbor@example.com"}}]}}}}]}}
    """#

  /// The same without wrappers around the metadata and the lists.
  static let documented =
    wrapped
    .replacing(#""metaData":{"com.liveperson.dataaccess.MetaData":\#n"#, with: #""metaData":"#)
    .replacing(#""endTime":\#n{"long":1790003600000}}}"#, with: #""endTime":null}"#)
    .replacing(#""recordCollection":{"array":["#, with: #""recordCollection":["#)
    .replacing("}}}}]}}", with: "}}}}]}")

  /// The same without any wrapper.
  static let bare = #"""
    {"dataType":"AgentActivity","metaData":{"accountId":"40718263"},"recordCollection":[{"body":{"agentSessionsData":[
    {"agentID":4711,"type":3,"state":0,"timestamp":1790000000000,"prevState":1,"agentLoginname":"harbor@example.com"},
    {"agentID":4711,"type":1,"state":2,"timestamp":1790000001000,"prevState":1},
    {"agentID":4711,"type":1,"state":2,"timestamp":1790000002000,"prevState":2},
    {"agentID":4711,"type":4,"state":0,"timestamp":1790000003000,"prevState":2}]}}]}
    """#

  static let engagements = #"""
    {"dataType":{"com.liveperson.dataaccess.DataTypeEnum":"Engagement"},"metaData":{"accountId":{"string":"40718263"}},
    "recordCollection":[{"body":{"com.liveperson.dataaccess.EngagementData":{"header":null,"engagements":{"array":[
    {"com.liveperson.dataaccess.Conversation":{"type":{"com.liveperson.dataaccess.ConversationType":"LIVE_CHAT"},
    "conversationId":{"string":"40718263001"},"transcripts":{"array":[{"text":{"string":""},"timestamp":{"long":1790000000000}}]}}},
    {"com.liveperson.dataaccess.Conversation":{"type":{"com.liveperson.dataaccess.ConversationType":"MESSAGING"},
    "conversationId":{"string":"40718263002"}}}]}}}}]}
    {"dataType":{"com.liveperson.dataaccess.DataTypeEnum":"Survey"},"metaData":null,"recordCollection":[{"body":
    {"com.liveperson.dataaccess.SurveyData":{"header":null,"surveys":{"array":[{"id":{"long":7}}]}}}}]}
    {"dataType":{"com.liveperson.dataaccess.DataTypeEnum":"WebSession"},"metaData":null,"recordCollection":{"array":[{"body":
    {"com.liveperson.dataaccess.WebSessionData":{"header":null,"pages":null}}}]}}
    """#

  static let listing = #"""
    {"dataAccessFiles":{"@id":"40718263","link":{"@href":"https://example.com/le","@rel":"self"},
    "file":[{"@name":"Agent.1790000000000.1790003600000.part-00001-0","@scopeStartDate":"2026-09-21T09:00:00-04:00"}]}}
    """#

  /// The second version of the Agent Activity API.
  static let changes = #"""
    {"timeframe":{"startTime":"2026-09-21T00:00:00Z","startTimeL":"1789948800000"},"stateChanges":[
    {"agentId":4711,"employeeId":"","agentLoginName":"harbor@example.com","agentGroupId":7,"time":"2026-09-21T14:13:23.000Z",
    "sessionId":-1,"sequenceNumber":-1,"statusType":4,"statusSubType":0,"prevStatusChangeTime":null},
    {"agentId":4711,"agentLoginName":"harbor@example.com","time":"2026-09-21T14:13:21.000Z","sessionId":-1,
    "sequenceNumber":1,"statusType":1,"statusSubType":3,"statusReasonText":""},
    {"agentId":4711,"agentLoginName":"harbor@example.com","time":"2026-09-21T14:13:20.000Z","sessionId":-1,
    "sequenceNumber":-1,"statusType":3,"statusSubType":0,"statusReasonText":""},
    {"agentId":0,"agentLoginName":"lantern","time":"2026-09-21T14:13:22.000Z","statusType":1,"statusSubType":4}]}
    """#

  /// The first version, by agent.
  static let changesByAgent = #"""
    {"timeframe":{"startTime":"2026-09-21T00:00:00Z"},"agentsInfo":[{"agentId":4711,"agentLoginName":"harbor@example.com",
    "statusChangeHistory":[{"time":"2026-09-21T14:13:23.000Z","statusType":4,"statusSubType":0},
    {"time":"2026-09-21T14:13:21.000Z","statusType":1,"statusSubType":3},
    {"time":"2026-09-21T14:13:20.000Z","statusType":3,"statusSubType":0}]},
    {"agentId":0,"agentLoginName":"lantern","statusChangeHistory":[
    {"time":"2026-09-21T14:13:22.000Z","statusType":1,"statusSubType":4}]}]}
    """#

  static let statuses = #"""
    {"_metadata":{"count":3,"shardsStatusResult":{"partialResult":false}},"agentStatusRecords":[
    {"agentId":"4711","lastUpdatedTimeL":1790000000000,"lastUpdatedTime":"2026-09-21 14:13:20.000+0000",
    "agentLoginName":"harbor@example.com","currentStatus":"ONLINE","agentPresence":"true","currentConnectionState":"CONNECTED"},
    {"agentId":"4712","currentStatusStartTimeL":1790000001000,"agentLoginName":"lantern","currentStatus":"BACK_SOON",
    "currentConnectionState":"DISCONNECTED"},
    {"agentId":"4713","currentStatus":"UNHEARD_OF","currentConnectionState":"NA"}],"accountID":"40718263"}
    """#

  static let users = #"""
    [{"id":"4711","pid":"c1c50a3f-3f0b-4b8f-9d39-0f6d2fb7d1a2","deleted":"false","loginName":"harbor@example.com",
    "isEnabled":"true","disabledManually":false,"isApiUser":true,"userTypeId":2,"dateUpdated":"2026-09-21 14:13:20"},
    {"id":4712,"loginName":"lantern","isEnabled":false,"disabledManually":false,"userTypeId":"1",
    "dateUpdated":"year-month-date hrs:min:sec"},
    {"id":4713,"loginName":"thistle","isEnabled":false,"disabledManually":"true","userTypeId":0},
    {"id":4714,"loginName":"willow","isEnabled":true,"deleted":true}]
    """#

  static let delta = #"""
    [{"siteId":"40718263","revision":306,"collection":[{"id":4711,"loginName":"harbor@example.com","isEnabled":true},
    {"id":4712,"deleted":true}]}]
    """#

  /// Without zones: the first in winter, the second in summer.
  static let audit = #"""
    {"data":{"auditData":[
    {"accountId":"40718263","objectType":"Users","objectName":"harbor@example.com","element":"Enabled","oldValue":"true",
    "newValue":"false","originatorIsLpa":false,"changeDate":"2026-01-12 06:10:46.0"},
    {"accountId":"40718263","objectType":"Users","objectName":"harbor@example.com","element":"isEnabled","oldValue":"false",
    "newValue":"true","changeDate":"2026-07-12 06:10:46.0"},
    {"accountId":"40718263","objectType":"Profiles","element":"Generate secure form token","oldValue":"false",
    "newValue":"true","changeDate":"2026-10-31 10:35:37.0"},
    {"accountId":"40718263","objectType":"Users","objectName":"harbor@example.com","element":"N/A","oldValue":"",
    "newValue":"","changeDate":"2026-10-30 08:56:59.0"}]}}
    """#

  static let login = #"""
    {"csrf":"d5d0","wsuk":"7669","config":{"loginName":"harbor-bot","userId":"4711",
    "userPid":"c1c50a3f-3f0b-4b8f-9d39-0f6d2fb7d1a2","userPrivileges":[100],"serverCurrentTime":1790000000000},
    "csdsCollectionResponse":{"baseURIs":[{"account":"40718263","baseURI":"api.example.com","service":"smt"}]},
    "sessionTTl":"28800000","bearer":"9cf6"}
    """#

  static let loginRefused = #"""
    {"error":{"time":"Sep 21, 2026 2:13:20 PM","message":"Bad Authentication","internalCode":2,"responseStatus":"UNAUTHORIZED"}}
    """#

  static let sessionExpired = #"""
    {"error":{"time":"Sep 21, 2026 2:13:20 PM","message":"token invalid","internalCode":10,"responseStatus":"UNAUTHORIZED"}}
    """#

  /// As a recorder writes them, one a line; what is no public address is not kept.
  static let recordedLogins = #"""
    {"time":1790000000000,"event":"login","login":"kite-bot","account":"40718263","ip":"203.0.113.7","auth":"oauth1","code":401}
    {"time":"2026-09-21T14:13:21Z","event":"login","login":"kite-bot","account":"40718263","ip":"10.0.0.7","auth":"oauth2","code":200}
    {"time":1790000002000,"event":"login","login":"kite-bot","account":"40718263","ip":"::ffff:203.0.113.8","auth":"password","code":"ETIMEDOUT"}
    """#

  static let usage = #"""
    {"recordslist":[{"accountId":"40718263","apiConsumerid":"17","apiType":"MSG_SEARCH","time":"1790000000000",
    "interactions":["4ea1b927-4cdc-4b64-b811-dcc35baf9e7b"]}]}
    """#

  static let agentEntry = OlderHistoryTwins.botEntry

  static let participants = #"{"participantsPId":{"ASSIGNED_AGENT":["a-1"],"CONSUMER":["c-1"]}}"#
}

/// What the agent SDK hands to a bot, and what its calls answer; all that it says is made up.
enum SDKTwins {
  /// The change of the socket's twin as the SDK rewrites it: one array of participants, no old ids but one.
  static let whatsApp = #"""
    {"changes":[{"type":"UPSERT","result":{"convId":"0f912fc6-73ac-2ef6-8f49-51befefa17e9","effectiveTTR":-1,
    "conversationDetails":{"skillId":"3979838354",
    "participants":[{"id":"0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4","role":"CONSUMER"},
    {"id":"d60cf0e4-3081-5329-a592-931c8a24c8ea","role":"MANAGER"},{"id":"ebb584d0-c868-5a7f-a14e-0a7ec72735ac",
    "role":"MANAGER"}],"dialogs":[{"dialogId":"Tw33ae222a4cf4d025-_9Q",
    "participantsDetails":[{"id":"0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4",
    "role":"CONSUMER","state":"ACTIVE"}],"dialogType":"POST_SURVEY","channelType":"MESSAGING",
    "metaData":{"appInstallId":"d0e14cc6-660b-4685-9511-85b6c4b14799"},"state":"OPEN",
    "creationTs":1802495232305,"metaDataLastUpdateTs":1802495232304},
    {"dialogId":"0f912fc6-73ac-2ef6-8f49-51befefa17e9",
    "participantsDetails":[{"id":"0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4",
    "role":"CONSUMER","state":"ACTIVE"},{"id":"d60cf0e4-3081-5329-a592-931c8a24c8ea","role":"MANAGER",
    "state":"ACTIVE"},{"id":"5308986.8378268889","role":"CONTROLLER","state":"ACTIVE"},
    {"id":"ebb584d0-c868-5a7f-a14e-0a7ec72735ac","role":"MANAGER","state":"ACTIVE"}],"dialogType":"MAIN",
    "channelType":"MESSAGING","state":"CLOSE","creationTs":1802446516906,"endTs":1802495232305,
    "metaDataLastUpdateTs":1802495232305,"closedBy":"AGENT"}],"brandId":"5308986","state":"CLOSE",
    "stage":"OPEN","closeReason":"AGENT","startTs":1802446516906,"metaDataLastUpdateTs":1802495232305,
    "firstConversation":false,"ttr":{"ttrType":"NORMAL","value":5389},"context":{"type":"CustomContext",
    "clientProperties":{"type":".ClientProperties","appId":"whatsapp","ipAddress":"192.0.2.113",
    "features":["PHOTO_SHARING","QUICK_REPLIES","AUTO_MESSAGES","MULTI_DIALOG","FILE_SHARING","RICH_CONTENT"]},
    "name":"WhatsApp Business"},"conversationHandlerDetails":{"accountId":"5308986","skillId":"3979838354"}}}}]}
    """#

  /// A change with its last content, which the SDK leaves as the socket sent it.
  static let upsert = #"""
    {"subscriptionId":"34a4d61f-e4de-4ff2-8f8e-bdee4342889e","changes":[{"type":"UPSERT",
    "result":{"convId":"a35eb0b5-c6e1-427d-89cf-c1b01043cf25","conversationDetails":{"skillId":"-1",
    "brandId":"5308986","participants":[{"id":"ae6985bb-ef19-45ad-a76c-5da71d07b2b9","role":"CONSUMER"},
    {"id":"b286712b-e2f8-582e-b5b2-ae22902348cc","role":"MANAGER"},{"id":"50cc5ed8-4eda-5aec-896f-5a16e6843acb",
    "role":"ASSIGNED_AGENT"}],"state":"OPEN","startTs":1754760200002,"metaDataLastUpdateTs":1754760332637,
    "firstConversation":false,"ttr":{"ttrType":"NORMAL","value":1498},"context":{"type":"MobileAppContext",
    "lang":"en-US","clientProperties":{"type":".ClientProperties","appId":"com.example.meadow",
    "ipAddress":"192.0.2.18","deviceFamily":"MOBILE","os":"ANDROID","osVersion":"31","integration":"MOBILE_SDK",
    "integrationVersion":"192.0.2.98","timeZone":"Amber","features":["PHOTO_SHARING","CO_APP","AUTO_MESSAGES",
    "RICH_CONTENT","SECURE_FORMS"]}},"__myRole":"ASSIGNED_AGENT"},"lastContentEventNotification":{"sequence":29,
    "originatorClientProperties":{"type":".ClientProperties","ipAddress":"192.0.2.97"},
    "originatorId":"95959100.753478086","originatorPId":"50cc5ed8-4eda-5aec-896f-5a16e6843acb",
    "originatorMetadata":{"id":"50cc5ed8-4eda-5aec-896f-5a16e6843acb","role":"ASSIGNED_AGENT",
    "clientProperties":{"type":".ClientProperties","ipAddress":"192.0.2.97"}},"serverTimestamp":1754760477395,
    "event":{"type":"RichContentEvent","content":{"type":"vertical","elements":[{"type":"text",
    "text":"Bracket amber","tooltip":"meadow harbor","style":{"bold":true,"size":"lantern"}},{"type":"text",
    "text":"Amber nutmeg","tooltip":"meadow harbor"},{"type":"button","tooltip":"indigo willow",
    "title":"Kettle meadow pebble","click":{"actions":[{"type":"link","name":"Kettle meadow pebble",
    "uri":"http://files.example/ember"}]}}]}},"dialogId":"a35eb0b5-c6e1-427d-89cf-c1b01043cf25"}}}]}
    """#

  /// The consumer is back: neither sequence nor time.
  static let consumerActive = #"""
    {"dialogId":"71ea9cfc-b070-4bfe-a551-7335e691e390",
    "changes":[{"originatorClientProperties":{"type":".ClientProperties","appId":"com.example.meadow",
    "ipAddress":"192.0.2.97","deviceFamily":"MOBILE","os":"ANDROID","osVersion":"31","integration":"MOBILE_SDK",
    "integrationVersion":"192.0.2.98","timeZone":"Amber","features":["PHOTO_SHARING","CO_APP","AUTO_MESSAGES",
    "RICH_CONTENT","SECURE_FORMS"]},"originatorId":"ae6985bb-ef19-45ad-a76c-5da71d07b2b9",
    "originatorMetadata":{"id":"ae6985bb-ef19-45ad-a76c-5da71d07b2b9","role":"CONSUMER",
    "clientProperties":{"type":".ClientProperties","appId":"com.example.meadow","ipAddress":"192.0.2.97",
    "deviceFamily":"MOBILE","os":"ANDROID","osVersion":"31","integration":"MOBILE_SDK",
    "integrationVersion":"192.0.2.98","timeZone":"Amber","features":["PHOTO_SHARING","CO_APP","AUTO_MESSAGES",
    "RICH_CONTENT","SECURE_FORMS"]}},"event":{"type":"ChatStateEvent","chatState":"ACTIVE"},
    "dialogId":"71ea9cfc-b070-4bfe-a551-7335e691e390","__isMe":false}]}
    """#

  /// A text of the log's own user.
  static let ownText = #"""
    {"dialogId":"71ea9cfc-b070-4bfe-a551-7335e691e390","changes":[{"sequence":10,
    "originatorClientProperties":{"type":".ClientProperties","ipAddress":"192.0.2.164"},
    "originatorId":"50cc5ed8-4eda-5aec-896f-5a16e6843acb",
    "originatorMetadata":{"id":"50cc5ed8-4eda-5aec-896f-5a16e6843acb","role":"ASSIGNED_AGENT",
    "clientProperties":{"type":".ClientProperties","ipAddress":"192.0.2.164"}},"serverTimestamp":1754763488192,
    "event":{"type":"ContentEvent","message":"yarrow amber amber","contentType":"text/plain"},
    "dialogId":"71ea9cfc-b070-4bfe-a551-7335e691e390","__isMe":true}]}
    """#

  /// The user is online.
  static let agentState = #"""
    {"subscriptionId":"020a818f-37fe-4c18-a36f-f78a78dce923","changes":[{"type":"UPSERT",
    "result":{"channels":["MESSAGING"],"availability":"ONLINE","description":""}}]}
    """#

  /// A ring that was accepted.
  static let ringAccepted = #"""
    {"subscriptionId":"aa97a699-8413-407c-b330-bc66f261b8bc","changes":[{"type":"UPSERT",
    "result":{"taskCompleted":true,"conversationId":"71ea9cfc-b070-4bfe-a551-7335e691e390",
    "consumerId":"ae6985bb-ef19-45ad-a76c-5da71d07b2b9","skillId":"-1",
    "ringsDetails":[{"ringId":"71ea9cfc-b070-4bfe-a551-7335e691e390_95959100_8010357754524",
    "ringExpirationTs":1754762035859,"ringState":"ACCEPTED","weight":1754765563661,"ringExpiration":69083}]}}]}
    """#
}

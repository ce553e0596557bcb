/// Small values that the agent SDK logs; all that they say is made up.
enum SDKAnswerTwins {
  /// Single changes, as programs log them: a receipt, and the consumer leaving and typing.
  static let changes = #"""
    {"sequence":9,"originatorClientProperties":{"type":".ClientProperties","ipAddress":"192.0.2.164"},
    "originatorId":"50cc5ed8-4eda-5aec-896f-5a16e6843acb",
    "originatorMetadata":{"id":"50cc5ed8-4eda-5aec-896f-5a16e6843acb","role":"ASSIGNED_AGENT",
    "clientProperties":{"type":".ClientProperties","ipAddress":"192.0.2.164"}},"serverTimestamp":1754763488187,
    "event":{"type":"AcceptStatusEvent","status":"READ","sequenceList":[8]},
    "dialogId":"71ea9cfc-b070-4bfe-a551-7335e691e390","__isMe":true}
    {"originatorClientProperties":{"type":".ClientProperties","appId":"com.example.meadow",
    "ipAddress":"192.0.2.97","deviceFamily":"MOBILE","os":"ANDROID","osVersion":"31","integration":"MOBILE_SDK",
    "integrationVersion":"192.0.2.98","timeZone":"Amber","features":["PHOTO_SHARING","CO_APP","AUTO_MESSAGES",
    "RICH_CONTENT","SECURE_FORMS"]},"originatorId":"ae6985bb-ef19-45ad-a76c-5da71d07b2b9",
    "originatorMetadata":{"id":"ae6985bb-ef19-45ad-a76c-5da71d07b2b9","role":"CONSUMER",
    "clientProperties":{"type":".ClientProperties","appId":"com.example.meadow","ipAddress":"192.0.2.97",
    "deviceFamily":"MOBILE","os":"ANDROID","osVersion":"31","integration":"MOBILE_SDK",
    "integrationVersion":"192.0.2.98","timeZone":"Amber","features":["PHOTO_SHARING","CO_APP","AUTO_MESSAGES",
    "RICH_CONTENT","SECURE_FORMS"]}},"event":{"type":"ChatStateEvent","chatState":"BACKGROUND"},
    "dialogId":"71ea9cfc-b070-4bfe-a551-7335e691e390","__isMe":false}
    {"originatorClientProperties":{"type":".ClientProperties","appId":"com.example.meadow",
    "ipAddress":"192.0.2.97","deviceFamily":"MOBILE","os":"ANDROID","osVersion":"31","integration":"MOBILE_SDK",
    "integrationVersion":"192.0.2.98","timeZone":"Amber","features":["PHOTO_SHARING","CO_APP","AUTO_MESSAGES",
    "RICH_CONTENT","SECURE_FORMS"]},"originatorId":"ae6985bb-ef19-45ad-a76c-5da71d07b2b9",
    "originatorMetadata":{"id":"ae6985bb-ef19-45ad-a76c-5da71d07b2b9","role":"CONSUMER",
    "clientProperties":{"type":".ClientProperties","appId":"com.example.meadow","ipAddress":"192.0.2.97",
    "deviceFamily":"MOBILE","os":"ANDROID","osVersion":"31","integration":"MOBILE_SDK",
    "integrationVersion":"192.0.2.98","timeZone":"Amber","features":["PHOTO_SHARING","CO_APP","AUTO_MESSAGES",
    "RICH_CONTENT","SECURE_FORMS"]}},"event":{"type":"ChatStateEvent","chatState":"COMPOSING"},
    "dialogId":"71ea9cfc-b070-4bfe-a551-7335e691e390","__isMe":false}
    """#

  /// Connected, closed, and an error of the network.
  static let connection = #"""
    {"connected":true,"ts":1754760473945}
    1006
    {"code":"ENOTFOUND","errno":"ENOTFOUND","syscall":"getaddrinfo","hostname":"garnet","host":"garnet",
    "port":465}
    """#

  /// What calls answer.
  static let answers = #"""
    {"subscriptionId":"ce3aba49-7f51-1e53-5615-4f9af50c2099"}
    "Agent state updated successfully"
    {"currentTime":1751574723725}
    [{"type":"personal","personal":{"firstname":"Juniper","lastname":"Quarry"}}]
    "Ring state updated successfully"
    "OK Agent added successfully"
    "OK Agent removed successfully"
    {"conversationId":"ef15dcd7-86df-41f6-a6ad-6c08189e6928"}
    {"sequence":17}
    {"sequence":21}
    {"sequence":29}
    {"sequence":32}
    """#
}

/// Requests and responses of the messaging service's socket; all that they say is made up.
enum RequestTwins {
  /// Requests that hold nothing to judge.
  static let otherRequests = #"""
    {"kind":"req","id":1,"type":"cm.ConsumerRequestConversation"}
    {"kind":"req","id":"83","body":{"relativePath":"/v2/files/0d1e.PNG"},"type":"ms.GenerateURLForDownloadFile"}
    {"kind":"req","id":"2","body":{"fileSize":6850,"fileType":"PNG"},"type":"ms.GenerateURLForUploadFile"}
    {"kind":"req","id":"2","type":".ams.userprofile.GetUserProfile","body":{}}
    {"kind":"req","id":"0","type":"InitConnection","headers":[{"type":".ams.headers.ClientProperties",
    "deviceFamily":"MOBILE","os":"ANDROID"},{"type":".ams.headers.ConsumerAuthentication",
    "jwt":"not.a.token"}]}
    {"kind":"req","id":2,"type":"ms.PublishEvent","body":{"dialogId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55",
    "event":{"type":"AcceptStatusEvent","status":"ACCEPT","sequenceList":[0]}}}
    {"kind":"req","id":2,"type":"ms.PublishEvent","body":{"dialogId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55",
    "event":{"type":"AcceptStatusEvent","status":"READ","sequenceList":[0]}}}
    {"kind":"req","id":"2","type":".ams.routing.SetAgentState","body":{"channels":["MESSAGING"],
    "agentUserId":"70606389.4711","availability":"ONLINE"}}
    {"kind":"req","id":"83","body":{"minLastUpdatedTime":0,"convState":["OPEN","CLOSE"]},
    "type":"cqm.SubscribeExConversations"}
    {"kind":"req","id":"1","type":".ams.routing.SubscribeRoutingTasks","body":{"brandId":"70606389",
    "agentId":"70606389.4711","channelType":"MESSAGING"}}
    {"kind":"req","id":1,"body":{"conversationId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55",
    "conversationField":{"field":"ConversationStateField","conversationState":"CLOSE"}},
    "type":"cm.UpdateConversationField"}
    {"kind":"req","id":"QWXZT","type":"cm.UpdateConversationField",
    "body":{"conversationId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55","conversationField":{"field":"CSATRate","csatRate":5,
    "csatResolutionConfirmation":true,"status":"FILLED"}}}
    {"kind":"req","id":"ec8ae506-8acf-4bee-8d55-c6d30e78dc71-20459","type":"cm.UpdateConversationField",
    "body":{"conversationId":"d7cfece0-e67b-4610-83a2-28804d4834de",
    "conversationField":{"field":"ParticipantsChange","type":"REMOVE","userId":"qa70606389.3883536691",
    "role":"ASSIGNED_AGENT"}}}
    {"kind":"req","type":"cm.AgentRequestConversation","id":"dapple","body":{"ttrDefName":"NORMAL"}}
    """#

  /// Responses, whose requests are not among them.
  static let responses = #"""
    {"kind":"resp","reqId":"2","code":200,"body":{"relativePath":"/v2/files/1bd0508584f6.PNG",
    "queryParams":{"temp_url_sig":"b02b24b985696d4783361142f58569386b9f3299","temp_url_expires":"7989415378"}},
    "type":"ms.BaseGenerateURLResponse"}
    {"kind":"resp","reqId":"47","code":200,"type":".ams.GenericSubscribeResponse"}
    {"kind":"resp","reqId":"2","code":200,"body":{"userId":"qa70606389.6133435476"},
    "type":".ams.userprofile.GetUserProfile$Response"}
    {"kind":"resp","reqId":"3","code":200,"body":{"conversationId":"78099ee4-82c8-40c2-b585-361ded6a7cdb"},
    "type":"cm.RequestConversationResponse"}
    {"kind":"resp","reqId":"2","code":202,"body":"Agent state updated successfully",
    "type":".ReqBody$StringResp"}
    {"kind":"resp","reqId":"3","code":200,"body":{"subscriptionId":"94f49955-b101-45a0-a776-b33fccca99f5"},
    "type":"cqm.SubscribeExConversationsResponse"}
    {"kind":"resp","reqId":"1","code":202,"body":"Ring state updated successfully","type":".ReqBody$StringResp"}
    {"kind":"resp","reqId":"dapple","type":"cm.MyRequestResponse","code":200,"body":{"conversationId":"zephyr"}}
    """#

  /// A text is sent.
  static let publishText = #"""
    {"kind":"req","id":2,"type":"ms.PublishEvent","body":{"dialogId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55",
    "event":{"type":"ContentEvent","contentType":"text/plain","message":"Willow bracket amber"}}}
    """#

  /// A file is sent, with a preview.
  static let publishFile = #"""
    {"kind":"req","id":"47","body":{"dialogId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55","event":{"type":"ContentEvent",
    "message":{"caption":"Juniper nutmeg","relativePath":"/v2/files/0d1e.PNG","fileType":"PNG",
    "preview":"data:image/png;base64,QUJDREVGR0g="},"contentType":"hosted/file"}},"type":"ms.PublishEvent"}
    """#

  /// A dialog's messages are asked for.
  static let subscribeMessages = #"""
    {"kind":"req","id":"47","body":{"fromSeq":0,"dialogId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55"},
    "type":"ms.SubscribeMessagingEvents"}
    """#

  /// A ring is accepted.
  static let acceptRing = #"""
    {"kind":"req","id":4,"body":{"ringId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55_70606389_1790000000123","ringState":"ACCEPTED"},
    "type":".ams.routing.UpdateRingState"}
    """#

  /// A response, and the first notification of its subscription, without changes.
  static let subscribeRings = #"""
    {"kind":"resp","reqId":"1","code":200,"body":{"subscriptionId":"c841256f-27d6-4eb5-9644-fe0966df976d"},
    "type":".ams.GenericSubscribe$Response"}
    {"kind":"notification","body":{"subscriptionId":"c841256f-27d6-4eb5-9644-fe0966df976d","changes":[]},
    "type":".ams.routing.RoutingTaskNotification"}
    """#
}

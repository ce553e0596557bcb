/// What a webhook of the Connector API receives; all that it says is made up.
enum WebhookTwins {
  /// A whole conversation: created, a consumer writes, an agent is assigned, reads, types, writes twice.
  static let conversation = #"""
    {"kind":"notification","body":{"changes":[{"type":"UPSERT",
    "result":{"convId":"66f946c7-22e4-4038-b3d6-2150cdf08f7a",
    "conversationDetails":{"participants":[{"id":"8c5413d027c3d82a47544d375ba8364d9b5bf0159c773f7c023d2f84d0bf9e28",
    "role":"CONSUMER"}],"brandId":"36112649","state":"OPEN","startTs":1766132298299,
    "metaDataLastUpdateTs":1766132298299,"ttr":{"ttrType":"PRIORITIZED","value":964}}}}]},
    "type":"cqm.ExConversationChangeNotification"}
    {"kind":"notification","body":{"changes":[{"sequence":0,
    "originatorId":"8c5413d027c3d82a47544d375ba8364d9b5bf0159c773f7c023d2f84d0bf9e28",
    "originatorMetadata":{"id":"8c5413d027c3d82a47544d375ba8364d9b5bf0159c773f7c023d2f84d0bf9e28",
    "role":"CONSUMER"},"serverTimestamp":1766132298310,"event":{"type":"ContentEvent",
    "message":"Meadow ember dapple","contentType":"text/plain"},
    "dialogId":"66f946c7-22e4-4038-b3d6-2150cdf08f7a"}]},"type":"ms.MessagingEventNotification"}
    {"kind":"notification","body":{"changes":[{"type":"UPSERT",
    "result":{"convId":"66f946c7-22e4-4038-b3d6-2150cdf08f7a",
    "conversationDetails":{"participants":[{"id":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4",
    "role":"ASSIGNED_AGENT"},{"id":"8c5413d027c3d82a47544d375ba8364d9b5bf0159c773f7c023d2f84d0bf9e28",
    "role":"CONSUMER"}],"brandId":"36112649","state":"OPEN","startTs":1766132298299,
    "metaDataLastUpdateTs":1766132331938,"ttr":{"ttrType":"PRIORITIZED","value":964}}}}]},
    "type":"cqm.ExConversationChangeNotification"}
    {"kind":"notification","body":{"changes":[{"sequence":1,
    "originatorId":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4",
    "originatorMetadata":{"id":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4","role":"ASSIGNED_AGENT"},
    "serverTimestamp":1766132332426,"event":{"type":"AcceptStatusEvent","status":"READ","sequenceList":[0]},
    "dialogId":"66f946c7-22e4-4038-b3d6-2150cdf08f7a"}]},"type":"ms.MessagingEventNotification"}
    {"kind":"notification","body":{"changes":[{"originatorId":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4",
    "originatorMetadata":{"id":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4","role":"ASSIGNED_AGENT"},
    "event":{"type":"ChatStateEvent","chatState":"COMPOSING"},
    "dialogId":"66f946c7-22e4-4038-b3d6-2150cdf08f7a"}]},"type":"ms.MessagingEventNotification"}
    {"kind":"notification","body":{"changes":[{"originatorId":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4",
    "originatorMetadata":{"id":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4","role":"ASSIGNED_AGENT"},
    "event":{"type":"ChatStateEvent","chatState":"ACTIVE"},"dialogId":"66f946c7-22e4-4038-b3d6-2150cdf08f7a"}]},
    "type":"ms.MessagingEventNotification"}
    {"kind":"notification","body":{"changes":[{"sequence":2,
    "originatorId":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4",
    "originatorMetadata":{"id":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4","role":"ASSIGNED_AGENT"},
    "serverTimestamp":1766132336103,"event":{"type":"ContentEvent","message":"Quarry orchard quarry nutmeg\n",
    "contentType":"text/plain"},"dialogId":"66f946c7-22e4-4038-b3d6-2150cdf08f7a"}]},
    "type":"ms.MessagingEventNotification"}
    {"kind":"notification","body":{"changes":[{"sequence":3,
    "originatorId":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4",
    "originatorMetadata":{"id":"e67f6e86-9f4f-5dae-a070-4d60290fb0b4","role":"ASSIGNED_AGENT"},
    "serverTimestamp":1766133315021,"event":{"type":"ContentEvent","message":"Lantern orchard zephyr\n",
    "contentType":"text/plain"},"dialogId":"66f946c7-22e4-4038-b3d6-2150cdf08f7a"}]},
    "type":"ms.MessagingEventNotification"}
    """#
}

/// Frames of the messaging service's socket in the shapes that it writes; all that they say is made up.
enum SocketTwins {
  /// As an agent's socket gets it: maps of old and new ids, a survey open, the main dialog closed.
  static let whatsApp = #"""
    {"kind":"notification","type":".ams.aam.ExConversationChangeNotification",
    "body":{"changes":[{"type":"UPSERT","result":{"convId":"0f912fc6-73ac-2ef6-8f49-51befefa17e9",
    "effectiveTTR":-1,"conversationDetails":{"convId":"0f912fc6-73ac-2ef6-8f49-51befefa17e9",
    "skillId":"3979838354",
    "participants":{"CONSUMER":["0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4"],
    "MANAGER":["5308986.3841231973","5308986.820815374"],"CONTROLLER":["5308986.8378268889"],"READER":[]},
    "participantsPId":{"CONSUMER":["0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4"],
    "MANAGER":["d60cf0e4-3081-5329-a592-931c8a24c8ea","ebb584d0-c868-5a7f-a14e-0a7ec72735ac"],"READER":[]},
    "dialogs":[{"dialogId":"Tw33ae222a4cf4d025-_9Q",
    "participantsDetails":[{"id":"0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4",
    "role":"CONSUMER","state":"ACTIVE"}],"dialogType":"POST_SURVEY","channelType":"MESSAGING",
    "metaData":{"appInstallId":"d0e14cc6-660b-4685-9511-85b6c4b14799"},"state":"OPEN",
    "creationTs":1802495232305,"metaDataLastUpdateTs":1802495232304},
    {"dialogId":"0f912fc6-73ac-2ef6-8f49-51befefa17e9",
    "participantsDetails":[{"id":"0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4",
    "role":"CONSUMER","state":"ACTIVE"},{"id":"5308986.3841231973","role":"MANAGER","state":"ACTIVE"},
    {"id":"5308986.8378268889","role":"CONTROLLER","state":"ACTIVE"},{"id":"5308986.820815374","role":"MANAGER",
    "state":"ACTIVE"}],"dialogType":"MAIN","channelType":"MESSAGING","state":"CLOSE","creationTs":1802446516906,
    "endTs":1802495232305,"metaDataLastUpdateTs":1802495232305,"closedBy":"AGENT"}],"brandId":"5308986",
    "state":"CLOSE","stage":"OPEN","closeReason":"AGENT","startTs":1802446516906,
    "metaDataLastUpdateTs":1802495232305,"firstConversation":false,"csatRate":0,"ttr":{"ttrType":"NORMAL",
    "value":5389},"note":"","context":{"type":"CustomContext","clientProperties":{"type":".ClientProperties",
    "appId":"whatsapp","ipAddress":"192.0.2.113","features":["PHOTO_SHARING","QUICK_REPLIES","AUTO_MESSAGES",
    "MULTI_DIALOG","FILE_SHARING","RICH_CONTENT"]},"name":"WhatsApp Business"},
    "conversationHandlerDetails":{"accountId":"5308986","skillId":"3979838354"}},
    "numberOfunreadMessages":{"0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4":1,
    "5308986.820815374":0,"5308986.3841231973":10},"lastUpdateTime":1802495232305}}]}}
    """#

  /// The same change by itself, without `participantsPId`.
  static let whatsAppWithoutPids = #"""
    {"type":"UPSERT","result":{"convId":"0f912fc6-73ac-2ef6-8f49-51befefa17e9","effectiveTTR":-1,
    "conversationDetails":{"convId":"0f912fc6-73ac-2ef6-8f49-51befefa17e9","skillId":"3979838354",
    "participants":{"CONSUMER":["0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4"],
    "MANAGER":["5308986.3841231973","5308986.820815374"],"CONTROLLER":["5308986.8378268889"],"READER":[]},
    "dialogs":[{"dialogId":"Tw33ae222a4cf4d025-_9Q",
    "participantsDetails":[{"id":"0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4",
    "role":"CONSUMER","state":"ACTIVE"}],"dialogType":"POST_SURVEY","channelType":"MESSAGING",
    "metaData":{"appInstallId":"d0e14cc6-660b-4685-9511-85b6c4b14799"},"state":"OPEN",
    "creationTs":1802495232305,"metaDataLastUpdateTs":1802495232304},
    {"dialogId":"0f912fc6-73ac-2ef6-8f49-51befefa17e9",
    "participantsDetails":[{"id":"0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4",
    "role":"CONSUMER","state":"ACTIVE"},{"id":"5308986.3841231973","role":"MANAGER","state":"ACTIVE"},
    {"id":"5308986.8378268889","role":"CONTROLLER","state":"ACTIVE"},{"id":"5308986.820815374","role":"MANAGER",
    "state":"ACTIVE"}],"dialogType":"MAIN","channelType":"MESSAGING","state":"CLOSE","creationTs":1802446516906,
    "endTs":1802495232305,"metaDataLastUpdateTs":1802495232305,"closedBy":"AGENT"}],"brandId":"5308986",
    "state":"CLOSE","stage":"OPEN","closeReason":"AGENT","startTs":1802446516906,
    "metaDataLastUpdateTs":1802495232305,"firstConversation":false,"csatRate":0,"ttr":{"ttrType":"NORMAL",
    "value":5389},"note":"","context":{"type":"CustomContext","clientProperties":{"type":".ClientProperties",
    "appId":"whatsapp","ipAddress":"192.0.2.113","features":["PHOTO_SHARING","QUICK_REPLIES","AUTO_MESSAGES",
    "MULTI_DIALOG","FILE_SHARING","RICH_CONTENT"]},"name":"WhatsApp Business"},
    "conversationHandlerDetails":{"accountId":"5308986","skillId":"3979838354"}},
    "numberOfunreadMessages":{"0b1b470e60de3fbae9c2b6abd47ae2dd1eb1ea48125a964b2ad8de1e543b4":1,
    "5308986.820815374":0,"5308986.3841231973":10},"lastUpdateTime":1802495232305}}
    """#

  /// Only the newer map of participants, and only a consumer in it.
  static let consumerOnly = #"""
    {"kind":"notification","body":{"subscriptionId":"8ba67b8e-e394-4d67-9195-56908f38f917",
    "changes":[{"type":"UPSERT","result":{"convId":"429d7a62-ae9a-4be8-af06-069db1330920",
    "conversationDetails":{"participantsPId":{"CONSUMER":["8e82dae0-01d3-46ad-afce-b8a3a4a3609e"]},
    "state":"OPEN","startTs":1715601946370,"ttr":{"ttrType":"PRIORITIZED","value":964}},
    "lastUpdateTime":1715602103626}}]},"type":"cqm.ExConversationChangeNotification"}
    """#

  /// The same conversation once an agent is assigned.
  static let agentAssigned = #"""
    {"kind":"notification","body":{"subscriptionId":"8ba67b8e-e394-4d67-9195-56908f38f917",
    "changes":[{"type":"UPSERT","result":{"convId":"429d7a62-ae9a-4be8-af06-069db1330920",
    "conversationDetails":{"participantsPId":{"CONSUMER":["8e82dae0-01d3-46ad-afce-b8a3a4a3609e"],
    "ASSIGNED_AGENT":["700c5c89-314e-54b3-a535-e5aa19b53618"]},"state":"OPEN","startTs":1715601946370,
    "ttr":{"ttrType":"PRIORITIZED","value":964}},"lastUpdateTime":1715602103626}}]},
    "type":"cqm.ExConversationChangeNotification"}
    """#

  /// Participants as an array, without an account.
  static let participantsArray = #"""
    {"kind":"notification","body":{"subscriptionId":"b34a9507-ae48-4903-922b-12e2f9b08b02",
    "changes":[{"type":"UPSERT","result":{"convId":"f514a0e5-af92-4078-af75-d5e0c4ca9e84",
    "conversationDetails":{"participants":[{"id":"700c5c89-314e-54b3-a535-e5aa19b53618",
    "role":"ASSIGNED_AGENT"},{"id":"7a4b2f75-2a65-4c36-ba31-cb87c4fc3354","role":"CONSUMER"}],"state":"OPEN",
    "startTs":1724603390445,"metaDataLastUpdateTs":1724605168197,"ttr":{"ttrType":"NORMAL","value":1498}}}}]},
    "type":"cqm.ExConversationChangeNotification"}
    """#

  /// An older event: who spoke, but not in which role.
  static let textWithoutRole = #"""
    {"kind":"notification","body":{"changes":[{"sequence":0,
    "originatorId":"700c5c89-314e-54b3-a535-e5aa19b53618","serverTimestamp":1715601967579,
    "event":{"type":"ContentEvent","message":"zephyr quarry kettle lantern","contentType":"text/plain"},
    "dialogId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55"}]},"type":"ms.MessagingEventNotification"}
    """#

  /// Older still: only the newer id.
  static let textWithPid = #"""
    {"kind":"notification","body":{"changes":[{"sequence":0,
    "originatorPId":"700c5c89-314e-54b3-a535-e5aa19b53618","serverTimestamp":1715601967579,
    "event":{"type":"ContentEvent","message":"zephyr quarry kettle lantern","contentType":"text/plain"},
    "dialogId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55"}]},"type":"ms.MessagingEventNotification"}
    """#

  /// The fourth number of a dialog.
  static let textThird = #"""
    {"kind":"notification","body":{"changes":[{"sequence":3,
    "originatorId":"aff564cc-98be-5beb-9cc2-ebffd1bc66e3","serverTimestamp":1725216577924,
    "event":{"type":"ContentEvent","message":"quarry thimble fennel","contentType":"text/plain"},
    "dialogId":"8e2ffa82-366e-4647-b57d-b5eff8aed773"}]},"type":"ms.MessagingEventNotification"}
    """#

  /// One event as the body, without `changes`.
  static let onlineEvent = #"""
    {"kind":"notification","type":"ms.OnlineEventDistribution","body":{"sequence":2,
    "originatorPId":"d47e2a08-db4f-5eb1-9b3e-b5597c255a7e","serverTimestamp":1708493574342,
    "event":{"type":"ContentEvent","message":"Willow bracket amber","contentType":"text/plain"},
    "dialogId":"1b6e0d6a-58a9-4f43-9f2c-4b1c7d0e9a55"}}
    """#

  /// An offer that names its conversation in the ring only.
  static let ringWaiting = #"""
    {"kind":"notification","body":{"subscriptionId":"c841256f-27d6-4eb5-9644-fe0966df976d",
    "changes":[{"type":"UPSERT",
    "result":{"ringsDetails":[{"ringId":"735c87d6-9c2d-4095-9e7e-1c116acce8b8_qa70606389_7923431383809",
    "ringExpiration":69083,"ringState":"WAITING","convId":"735c87d6-9c2d-4095-9e7e-1c116acce8b8",
    "consumerId":"ae170831-9b0b-4bb7-9204-dd6b284b23ba","skillId":"-1"}]}}]},
    "type":".ams.routing.RoutingTaskNotification"}
    """#
}

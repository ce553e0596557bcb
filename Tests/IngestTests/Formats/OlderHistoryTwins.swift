/// Older and partial records of the message history; all that they say is made up.
enum OlderHistoryTwins {
  /// 2017: the singular section names, no user types, dialogs `undefined`, still open.
  static let page2017 = #"""
    {"_metadata":{"count":1,"self":{"rel":"self","href":"https://files.example/russet"},
    "shardsStatusResult":{"partialResult":false}},
    "conversationHistoryRecords":[{"info":{"startTime":"2024-03-12 11:16:00.982+0000",
    "startTimeL":1710242160982,"endTime":"undefined","endTimeL":-1,"duration":60554,
    "conversationId":"a6a713be-4f4b-443f-84f7-c8fa016f5d71","brandId":"qa51045499","latestAgentId":"6891082679",
    "latestAgentNickname":"nutmeg.desk@example.invalid","latestAgentFullName":"nutmeg.desk@example.invalid",
    "latestAgentLoginName":"nutmeg.desk@example.invalid","latestSkillId":-1,"latestSkillName":"Unassigned",
    "source":"APP","mcs":67,"alertedMCS":1,"status":"OPEN","firstConversation":false,"device":"undefined",
    "latestAgentGroupId":-1,"latestAgentGroupName":"Unassigned","latestQueueState":"ACTIVE"},
    "messageRecords":[{"type":"TEXT_PLAIN","messageData":{"msg":{"text":"Thimble yarrow nutmeg"}},
    "messageId":"ms::conv:a6a713be-4f4b-443f-84f7-c8fa016f5d71::msg:0","seq":0,"dialogId":"undefined",
    "participantId":"74c3320f-a976-4e23-8e64-1dfed67d7029","source":"APP","time":"2024-03-12 11:59:55.981+0000",
    "timeL":1710244795981,"device":"undefined","sentBy":"Consumer"},{"type":"TEXT_PLAIN",
    "messageData":{"msg":{"text":"Nutmeg fennel meadow garnet"}},
    "messageId":"ms::conv:a6a713be-4f4b-443f-84f7-c8fa016f5d71::msg:2","seq":2,"dialogId":"undefined",
    "participantId":"74c3320f-a976-4e23-8e64-1dfed67d7029","source":"APP","time":"2024-03-12 12:01:18.985+0000",
    "timeL":1710244878985,"device":"undefined","sentBy":"Consumer"}],
    "agentParticipants":[{"agentFullName":"nutmeg.desk@example.invalid",
    "agentNickname":"nutmeg.desk@example.invalid","agentLoginName":"nutmeg.desk@example.invalid",
    "agentId":"6891082679","role":"AGENT","agentGroupName":"Unassigned","agentGroupId":-1,
    "time":"2024-03-12 11:59:41.422+0000","timeL":1710244781422,"permission":"ASSIGNED_AGENT"}],
    "consumerParticipant":[{"participantId":"74c3320f-a976-4e23-8e64-1dfed67d7029","firstName":"Ember",
    "time":"2024-03-12 11:16:00.990+0000","timeL":1710242160990,"consumerName":"Ember"}],"transfers":[],
    "interactions":[{"assignedAgentId":"6891082679","assignedAgentFullName":"nutmeg.desk@example.invalid",
    "assignedAgentLoginName":"nutmeg.desk@example.invalid",
    "assignedAgentNickname":"nutmeg.desk@example.invalid","interactionTimeL":1710244781416,
    "interactionTime":"2024-03-12 11:59:41.416+0000","interactiveSequence":1}],
    "messageScore":[{"messageId":"ms::conv:a6a713be-4f4b-443f-84f7-c8fa016f5d71::msg:0","score":0,
    "time":"2024-03-12 12:00:02.731+0000","timeL":1710244802731},
    {"messageId":"ms::conv:a6a713be-4f4b-443f-84f7-c8fa016f5d71::msg:2","score":2,
    "time":"2024-03-12 12:01:25.642+0000","timeL":1710244885642}],
    "messageStatuses":[{"messageId":"ms::conv:a6a713be-4f4b-443f-84f7-c8fa016f5d71::msg:0","seq":0,
    "time":"2024-03-12 11:59:56.043+0000","timeL":1710244796043,"participantId":"6891082679",
    "participantType":"Agent","messageDeliveryStatus":"ACCEPT"},
    {"messageId":"ms::conv:a6a713be-4f4b-443f-84f7-c8fa016f5d71::msg:2","seq":2,
    "time":"2024-03-12 12:01:19.026+0000","timeL":1710244879026,"participantId":"6891082679",
    "participantType":"Agent","messageDeliveryStatus":"ACCEPT"},
    {"messageId":"ms::conv:a6a713be-4f4b-443f-84f7-c8fa016f5d71::msg:0","seq":0,
    "time":"2024-03-12 12:01:34.689+0000","timeL":1710244894689,"participantId":"6891082679",
    "participantType":"Agent","messageDeliveryStatus":"READ"}],"summary":{"text":"quarry",
    "lastUpdatedTime":1720094931735}}]}
    """#

  /// An entry of `agentParticipants` that is a bot, joined as manager.
  static let botEntry = #"""
    {"agentFullName":"Velvet","agentNickname":"Velvet","agentLoginName":"Velvet","agentDeleted":false,
    "agentId":"4260318950","agentPid":"fe86d506-9e8a-56d6-aae8-a19859a8931e","userType":"2",
    "userTypeName":"Bot","role":"AGENTMANAGER","agentGroupName":"Willow indigo","agentGroupId":-1,
    "time":"2027-08-19 05:13:48.978+0000","timeL":1503922286542,"permission":"MANAGER",
    "dialogId":"582d7960-5c76-4b97-8ce2-035858762295"}
    """#
}

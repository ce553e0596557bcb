"""Records of message history, by themselves and as one page."""
import random
from datetime import datetime, timezone

from benchlogs.words import ANSWERS, BOT_FIRST, MORNING, cast, consumer_text, filled, uuid

RECORD = (
    '{"info":{%s,%s,"duration":%d,"conversationId":"%s","brandId":"%s","latestAgentId":"%s","latestAgentNickname":"%s",'
    '"latestAgentFullName":"%s","latestAgentLoginName":"%s","agentDeleted":false,"latestSkillId":%d,'
    '"latestSkillName":"Desk","source":"%s","closeReason":"CONSUMER","closeReasonDescription":"MANUAL_CLOSE","mcs":50,'
    '"alertedMCS":0,"status":"CLOSE","fullDialogStatus":"CLOSE","firstConversation":false,"device":"DESKTOP",'
    '"browser":"undefined","operatingSystem":"NA","latestAgentGroupId":-1,"latestAgentGroupName":"Unassigned",'
    '"latestQueueState":"ACTIVE","isPartial":false},"messageRecords":[%s],"agentParticipants":[%s],'
    '"consumerParticipants":[%s],"transfers":[],"interactions":[%s],"dialogs":[%s],"messageScores":[%s],'
    '"messageStatuses":[%s],"conversationSurveys":[],"coBrowseSessions":{"coBrowseSessionsList":[]},'
    '"summary":{"text":"","lastUpdatedTime":-1},"sdes":{"events":[]}}')
RECORDED = (
    '{"type":"TEXT_PLAIN","messageData":{"msg":{"text":"%s"}},"messageId":"ms::dialog:%s::msg:%d","seq":%d,'
    '"dialogId":"%s","participantId":"%s","source":"%s","time":"%s","timeL":%d,"device":"DESKTOP","audience":"ALL",'
    '"sentBy":"%s"%s}')
STATUS = (
    '{"messageId":"ms::dialog:%s::msg:%d","seq":%d,%s,"participantId":"%s","participantType":"Agent",'
    '"messageDeliveryStatus":"%s","dialogId":"%s"}')
AGENT = (
    '{"agentFullName":"%s","agentNickname":"%s","agentLoginName":"%s","agentDeleted":false,"agentId":"%s",'
    '"agentPid":"%s","userType":"2","userTypeName":"Bot","role":"AGENT","agentGroupName":"Unassigned",'
    '"agentGroupId":-1,%s,"permission":"ASSIGNED_AGENT","dialogId":"%s"}')
VISITOR = (
    '{"participantId":"%s","firstName":"Visitor","lastName":"undefined","token":"undefined","email":"undefined",'
    '"phone":"0","avatarURL":"undefined",%s,"consumerName":"Visitor","dialogId":"%s"}')
TURN = (
    '{"assignedAgentId":"%s","assignedAgentFullName":"%s","assignedAgentLoginName":"%s",%s,"interactiveSequence":1,'
    '"dialogId":"%s"}')
DIALOG = (
    '{"dialogId":"%s","status":"CLOSE","dialogType":"MAIN","dialogChannelType":"MESSAGING",%s,%s,'
    '"closeReason":"CONSUMER","skillId":%d}')
SCORE = '{"messageId":"ms::dialog:%s::msg:%d","messageRawScore":0,"mcs":50,%s}'
CONTEXT = (
    ',"contextData":{"rawMetadata":"[{\\"type\\":\\"BotResponse\\",\\"businessCases\\":[\\"orders\\"]}]",'
    '"structuredMetadata":[{"botResponse":{"externalConversationId":"%s","businessCases":["orders"]}}]}')
SECONDS = {}


def moment(at):
    second = at // 1000
    if second not in SECONDS:
        if len(SECONDS) > 20_000: SECONDS.clear()
        SECONDS[second] = datetime.fromtimestamp(second, timezone.utc).strftime("%Y-%m-%d %H:%M:%S")
    return "%s.%03d+0000" % (SECONDS[second], at % 1000)


def stamps(name, at):
    return '"%s":"%s","%sL":%d' % (name, moment(at), name, at)


def conversation_record(dice, start, bots):
    """A conversation record, without a line's end."""
    conversation, consumer = uuid(dice), uuid(dice)
    account, login, agent, bot = bots[dice.getrandbits(8) % 20]
    source = dice.choice(("SHARK", "SHARK", "APP", "SMS", "WhatsApp Business"))
    messages, statuses, scores, sequence, at = [], [], [], 0, start

    def say(who, text):
        nonlocal sequence
        sender, more = ("Consumer", "") if who == consumer else ("Agent", CONTEXT % uuid(dice))
        place = conversation, sequence, sequence, conversation
        messages.append(RECORDED % (text, *place, who, source, moment(at), at, sender, more))
        sequence += 1

    if dice.random() < BOT_FIRST:
        at += 1500
        say(agent, "Hello, what can I do for you?")
    for _ in range(3 + dice.getrandbits(2) + dice.getrandbits(1)):
        at += 3000 + dice.getrandbits(14)
        say(consumer, consumer_text(dice))
        heard = conversation, sequence - 1
        scores.append(SCORE % (*heard, stamps("time", at)))
        for status in "ACCEPT", "READ":
            statuses.append(STATUS % (*heard, sequence - 1, stamps("time", at + 90), agent, status, conversation))
            sequence += 1
        at += 900 + dice.getrandbits(11)
        say(agent, filled(dice, ANSWERS))
    at += 30_000
    joined, started, ended = start + 900, stamps("startTime", start), stamps("endTime", at)
    return RECORD % (
        started, ended, at - start, conversation, account, agent, login, login, login, int(agent), source,
        ",".join(messages), AGENT % (login, login, login, agent, bot, stamps("time", joined), conversation),
        VISITOR % (consumer, stamps("time", start), conversation),
        TURN % (agent, login, login, stamps("interactionTime", joined), conversation),
        DIALOG % (conversation, started, ended, int(agent)), ",".join(scores), ",".join(statuses))


def write_history(seed, limit, lines, page):
    dice = random.Random(f"history {seed}")
    bots, start, written = cast(dice), MORNING, 0
    page.write('{"_metadata":{"count":0,"self":{"rel":"self","href":"https://history.example/search"},'
               '"shardsStatusResult":{"partialResult":false}},"conversationHistoryRecords":[')
    while written < limit:
        start += int(dice.expovariate(1) * 1000)
        record = conversation_record(dice, start, bots)
        lines.write(record + "\n")
        page.write("," + record if written else record)
        written += len(record) + 1
    page.write("]}\n")

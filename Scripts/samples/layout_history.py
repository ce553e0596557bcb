"""History: a record a conversation, and the same messages as a table."""
import json

from people import moment, person, stamps, uid

SOURCES = {"web": "SHARK", "app": "APP", "sms": "SMS", "whatsapp": "WhatsApp Business", "apple": "Apple Business Chat",
           "chat": "CHAT"}
BUTTON = {"type": "button", "title": "Yes", "click": {"actions": [{"type": "publishText", "text": "Yes"}]}}
CARD = {"type": "vertical", "elements": [{"type": "text", "text": "Umbrella, green"}, BUTTON]}


def message_data(move):
    match move.what:
        case "rich": return "RICH_CONTENT", {"richContent": {"content": json.dumps(CARD)}}
        case "file":
            path = f"/kites/{move.dialog}.png"
            return "HOSTED_FILE", {"file": {"relativePath": path, "fileType": "PNG", "caption": ""}}
        case "absent": return "TEXT_PLAIN", {"msg": {}}
    return "TEXT_PLAIN", {"msg": {"text": move.text}}


def history(chat, old=False):
    """A record of the Messaging Interactions API; `old` is how it was spelt in 2017."""
    bot, end, source = person(chat, "B"), chat.moves[-1].at, SOURCES[chat.channel]
    if chat.opening == "proactive": source = "AGENT"
    if old and source == "SHARK": source = "WEB"
    # The sections of one record may name different dialogs; the sections of 2017 name none.
    other = {"dialogId": uid("dialog", chat.id) if chat.scene.name == "question" and chat.place % 2 else chat.id}
    if old: other = {}
    message_id = ("ms::conv:{}::msg:{}" if old else "ms::dialog:{}::msg:{}").format
    reason = {"S": "SYSTEM", "C": "CONSUMER"}.get(chat.moves[-1].what, "AGENT")
    since_2017 = lambda **fields: {} if old else fields
    info = {**stamps("startTime", chat.start), **stamps("endTime", end), "duration": end - chat.start,
            "conversationId": chat.id, "brandId": chat.account, "latestAgentId": bot.agent,
            "latestAgentLoginName": chat.bot, "latestSkillId": int(chat.skill), "source": source, "status": "CLOSE",
            "closeReason": reason, "firstConversation": False, "device": "undefined", "operatingSystem": "NA",
            **since_2017(fullDialogStatus="CLOSE", isPartial=chat.opening == "partial")}
    visitor = {"participantId": chat.consumer, "firstName": "Visitor", "email": "undefined", "phone": "0",
               **stamps("time", chat.start), **other}
    messages, agents, transfers, turns, statuses = [], [], [], [], []
    for move in chat.moves:
        who = person(chat, move.what if move.who in "JUL" else move.who)
        if move.says and move.seq is not None:
            kind, data = message_data(move)
            repeated = 0 if old and move.seq == 1 else move.seq  # message ids are no keys
            messages.append({
                "type": kind, "messageData": data, "messageId": message_id(move.dialog, repeated), "seq": move.seq,
                "dialogId": "undefined" if old else move.dialog, "participantId": who.agent,
                "time": moment(move.at - 3), "timeL": move.at,
                **since_2017(audience="AGENTS_AND_MANAGERS" if move.who == "P" else "ALL"),
                "sentBy": "Consumer" if move.who in "CW" else "Agent"})
        if move.who in "RK":
            kind, status = ("Consumer", "ACTION") if move.who == "K" else ("Agent", "READ")
            statuses.append({
                "messageId": message_id(chat.id, move.about), "seq": move.about, **stamps("time", move.at),
                "participantId": who.agent, "participantType": kind, "messageDeliveryStatus": status, **other})
        if move.who in "JUSV":
            agents.append({
                "agentLoginName": who.login, "agentId": who.agent,
                **since_2017(agentPid=who.id, userType=who.kind[0], userTypeName=who.kind[1]), "role": "AGENT",
                "agentGroupId": -1, **stamps("time", move.at),
                "permission": "SUGGESTED_ASSIGNED_AGENT" if move.who == "U" else who.role, **other})
        if move.who == "J" and who.role == "ASSIGNED_AGENT":
            turns.append({"assignedAgentId": who.agent, "assignedAgentLoginName": who.login,
                          **stamps("interactionTime", move.at), "interactiveSequence": len(turns) + 1, **other})
        if move.who == "L":
            transfers.append({
                **stamps("time", move.at), "assignedAgentId": "null", "targetSkillId": int(chat.skill),
                "targetSkillName": "Night desk", "reason": "Skill", "by": who.agent, "sourceSkillId": -1,
                "sourceAgentId": who.agent, "sourceAgentFullName": "NA", **other})
    record = {"info": info, "messageRecords": messages, "agentParticipants": agents, "transfers": transfers,
              "consumerParticipant" if old else "consumerParticipants": [visitor], "interactions": turns,
              "messageStatuses": statuses}
    if old:
        record["messageScore"] = [{"messageId": message_id(chat.id, 0), "score": 0, **stamps("time", chat.start)}]
    else:
        main = {**other, "status": "CLOSE", "dialogType": "MAIN", "dialogChannelType": "MESSAGING",
                "closeReason": reason}
        survey = [{**main, "dialogId": chat.survey, "dialogType": "POST_SURVEY"}] * chat.moves[-1].survey
        record["dialogs"] = [main, *survey]
    if chat.opening == "unlisted": del record["messageRecords"]
    return record


def export(chat):
    """A record whose latest agent is the one who was there last."""
    record = history(chat)
    latest = [person(chat, move.what) for move in chat.moves if move.who == "J"][-1]
    return record | {"info": record["info"] | {"latestAgentId": latest.agent, "latestAgentLoginName": latest.login}}


def history_2017(chat):
    return history(chat, old=True)


def transcripts(chats):
    """The messages as a table, as a data frame writes it."""
    for chat in chats:
        record = history(chat)
        sayings = [move for move in chat.moves if move.says and move.seq is not None]
        for move, message in zip(sayings, record["messageRecords"]):
            bot = {"structuredMetadata": [{"botResponse": {"externalConversationId": chat.id[:8]}}]}
            yield move.at, [move], {
                "conversation_id": chat.id, "context_data": str(bot) if move.who in "BMV" else "",
                "device": "undefined", "dialog_id": message["dialogId"],
                "message_data": message["messageData"].get("msg", {}).get("text", ""),
                "message_id": message["messageId"], "participant_id": message["participantId"],
                "sent_by": message["sentBy"], "seq": message["seq"], "source": SOURCES[chat.channel],
                "time": message["time"], "time_l": f"{message['timeL']}.0", "type": message["type"]}

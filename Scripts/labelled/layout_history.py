"""Conversations as records of the Messaging Interactions API."""

import json
from datetime import datetime, timezone

import words
from story import BOT, HUMAN, SYSTEM

SOURCES = {
    "web": "SHARK",
    "app": "APP",
    "sms": "SMS",
    "whatsapp": "WhatsApp Business",
    "apple": "Apple Business Chat",
    "chat": "CHAT",
}
KINDS = {SYSTEM: "System", HUMAN: "Human", BOT: "Bot"}
DAYS = {}


def moment(at):
    """A time as history spells it."""
    day = DAYS.get(at // 86_400_000)
    if day is None:
        day = DAYS[at // 86_400_000] = datetime.fromtimestamp(at // 1000, timezone.utc).strftime("%Y-%m-%d")
    seconds = at // 1000 % 86_400
    return f"{day} {seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{at % 1000:03}+0000"


def rfc3339(at):
    """A time as recorders and loggers spell it."""
    return moment(at).replace(" ", "T").replace("+0000", "Z")


def stamps(name, at):
    return {name: moment(at), name + "L": at}


def file_of(move):
    return {
        "relativePath": f"/lamps/{move.dialog[:8]}-{move.at}.png",
        "fileType": "PNG",
        "caption": move.text or "",
        "preview": move.preview if hasattr(move, "preview") else "iVBORw0KGgo=",
    }


def message_data(move):
    match move.what:
        case "rich":
            return "RICH_CONTENT", {
                "richContent": {"content": json.dumps(words.card(move.text, move.dialog), ensure_ascii=False)}
            }
        case "file":
            return "HOSTED_FILE", {"file": file_of(move)}
        case "absent":
            return "TEXT_PLAIN", {"msg": {}}
        case "null":
            return "TEXT_PLAIN", {"msg": {"text": None}}
    return "TEXT_PLAIN", {"msg": {"text": move.text}}


def participant(chat, move):
    who, permission = move.who, move.role
    if permission == "ASSIGNED_AGENT" and move.state_of == "SUGGESTED":
        permission = "SUGGESTED_ASSIGNED_AGENT"
    return {
        "agentFullName": who.login,
        "agentNickname": who.login,
        "agentLoginName": who.login,
        "agentDeleted": False,
        "agentId": who.number,
        "agentPid": who.pid,
        "userType": who.kind,
        "userTypeName": KINDS[who.kind],
        "role": "AGENT",
        "agentGroupId": -1,
        **stamps("time", move.at),
        "permission": permission,
        "dialogId": chat.id,
    }


def transfer(chat, move):
    return {
        **stamps("time", move.at),
        "assignedAgentId": "null",
        "targetSkillId": int(chat.skill),
        "targetSkillName": "Lamp desk",
        "reason": move.reason,
        "by": move.by.number,
        "sourceSkillId": -1,
        "sourceSkillName": "Unassigned",
        "sourceAgentId": move.who.number,
        "sourceAgentFullName": "NA",
        "sourceAgentLoginName": move.who.login,
        "dialogId": chat.id,
    }


def record(chat):
    """The record of one conversation, with every section but those that a scenario leaves out."""
    closed = next((move for move in chat.moves if move.act in ("close", "survey")), None)
    end = closed.at if closed else -1
    reason = {"system": "SYSTEM", "consumer": "CONSUMER"}.get(closed.what, "AGENT") if closed else "undefined"
    ending = stamps("endTime", end) if closed else {"endTime": "undefined", "endTimeL": -1}
    source = "AGENT" if chat.opening == "proactive" else SOURCES[chat.channel]
    info = {
        **stamps("startTime", chat.start),
        **ending,
        "duration": (end if closed else chat.clock) - chat.start,
        "conversationId": chat.id,
        "brandId": chat.account.id,
        "status": "CLOSE" if closed else "OPEN",
        "fullDialogStatus": "CLOSE" if closed else "OPEN",
        "closeReason": reason,
        "isPartial": chat.opening == "partial",
        "firstConversation": False,
        "csat": -1,
        "mcs": 50,
        "source": source,
        "device": "MOBILE" if chat.channel != "web" else "DESKTOP",
        "latestSkillId": int(chat.skill),
        "latestSkillName": "Lamp desk",
        "latestAgentId": chat.bot.number,
        "latestAgentLoginName": chat.bot.login,
        "latestQueueState": "ACTIVE",
        "browser": "NA",
        "operatingSystem": "NA",
    }
    messages, agents, transfers, turns, statuses = [], [], [], [], []
    for move in chat.moves:
        if move.act == "say" and move.seq is not None:
            kind, data = message_data(move)
            messages.append(
                {
                    "type": kind,
                    "messageData": data,
                    "messageId": f"ms::dialog:{move.dialog}::msg:{move.seq}",
                    "audience": "AGENTS_AND_MANAGERS" if move.private else "ALL",
                    "seq": move.seq,
                    "dialogId": move.dialog,
                    "participantId": move.who.number if move.who else chat.consumer_at(move),
                    "source": source,
                    **stamps("time", move.at),
                    "sentBy": "Agent" if move.who else "Consumer",
                }
            )
            if move.who is chat.account.system or move.who is chat.account.survey:
                speaker = type(move)(**{**vars(move), "role": "ASSIGNED_AGENT" if move.who.kind == BOT else "READER"})
                if not any(agent["agentId"] == move.who.number for agent in agents):
                    agents.append({**participant(chat, speaker), "dialogId": move.dialog})
        elif move.act == "receipt":
            statuses.append(
                {
                    "messageId": f"ms::dialog:{move.dialog}::msg:{move.about}",
                    "seq": move.about,
                    "dialogId": move.dialog,
                    **stamps("time", move.at),
                    "participantId": move.who.number if move.who else chat.consumer,
                    "participantType": "Agent" if move.who else "Consumer",
                    "messageDeliveryStatus": move.what,
                }
            )
        elif move.act == "join":
            agents.append(participant(chat, move))
            if move.role == "ASSIGNED_AGENT" and move.state_of == "ACTIVE":
                turns.append(
                    {
                        "assignedAgentId": move.who.number,
                        "assignedAgentFullName": move.who.login,
                        "assignedAgentLoginName": move.who.login,
                        **stamps("interactionTime", move.at),
                        "interactiveSequence": len(turns) + 1,
                        "dialogId": chat.id,
                    }
                )
        elif move.act == "leave" and move.role == "ASSIGNED_AGENT":
            transfers.append(transfer(chat, move))
    main = {
        "dialogId": chat.id,
        "status": "CLOSE" if closed else "OPEN",
        "dialogType": "MAIN",
        "dialogChannelType": "MESSAGING",
        **stamps("startTime", chat.start),
        **ending,
        "closeReason": reason,
        "skillId": int(chat.skill),
        "skillName": "Lamp desk",
    }
    survey = {**main, "dialogId": chat.survey_id, "dialogType": "POST_SURVEY"}
    whole = {
        "info": info,
        "messageRecords": messages,
        "agentParticipants": agents,
        "consumerParticipants": [
            {
                "participantId": chat.consumer,
                "firstName": "Visitor",
                "lastName": "undefined",
                "email": "undefined",
                "phone": "0",
                **stamps("time", chat.start),
                "dialogId": chat.id,
            }
        ],
        "transfers": transfers,
        "interactions": turns,
        "dialogs": [main] + [survey] * chat.surveyed,
        "messageStatuses": statuses,
    }
    if chat.shares_screen:
        whole["dialogs"].append(
            {**main, "dialogId": chat.survey_id, "dialogType": "OTHER", "dialogChannelType": "COBROWSE"}
        )
        whole["coBrowseSessions"] = {
            "coBrowseSessionsList": [
                {
                    "sessionId": chat.ring,
                    **stamps("startTime", chat.start + 30_000),
                    "type": "inApp",
                    **stamps("endTime", chat.start + 60_000),
                    "agentId": chat.bot.number,
                }
            ]
        }
    if chat.opening == "unlisted":
        del whole["messageRecords"]
    return whole

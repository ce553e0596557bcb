"""Message events, conversation changes and rings, as notifications spell them."""

import words
from layout_history import SOURCES, file_of

CONTEXTS = {"web": ("SharkContext", "webAsync"), "app": ("MobileAppContext", "com.example.lamps")}


def event(move):
    """The event of a move."""
    if move.act == "typing":
        return {"type": "ChatStateEvent", "chatState": move.what}
    if move.act == "receipt":
        return {"type": "AcceptStatusEvent", "status": move.what, "sequenceList": [move.about]}
    content = {"type": "ContentEvent", "contentType": "text/plain"}
    match move.what:
        case "rich":
            return {"type": "RichContentEvent", "content": words.card(move.text, move.dialog)}
        case "file":
            return content | {"contentType": "hosted/file", "message": file_of(move)}
        case "absent":
            return content
        case "null":
            return content | {"message": None}
    return content | {"message": move.text}


def role_of(chat, who, move):
    if who is None:
        return "CONSUMER"
    if who is chat.account.system:
        return "CONTROLLER"
    if who is chat.account.survey:
        return "AGENT"
    return move.present.get(who, ("ASSIGNED_AGENT", ""))[0]


def message_change(chat, move, raw=False, me=None):
    """One message event; `raw` as an agent's socket spells it, `me` marks the connection's own user."""
    pid, old = (move.who.pid, move.who.old) if move.who else (chat.consumer_at(move), chat.consumer_at(move))
    change = {} if move.seq is None else {"sequence": move.seq}
    change |= {"originatorId": old, "originatorPId": pid} if raw else {"originatorId": pid}
    change["originatorMetadata"] = {"id": pid, "role": role_of(chat, move.who, move)}
    if move.seq is not None:
        change["serverTimestamp"] = move.at
    change |= {"event": event(move), "dialogId": move.dialog}
    if move.private:
        change["messageAudience"] = "AGENTS_AND_MANAGERS"
    if move.act == "say" and move.who and move.who.kind == "2":
        change["metadata"] = [{"type": "BotResponse", "externalConversationId": chat.id[:8]}]
    if me:
        change["__isMe"] = move.who is me
    return change


def people(chat, move):
    """Who is in the conversation after a move: (pid, old id, role, state)."""
    yield chat.consumer_at(move), chat.consumer_at(move), "CONSUMER", "ACTIVE"
    for who, (role, state) in move.present.items():
        yield who.pid, who.old, role, state


def conversation_change(chat, move, raw=False, me=None, last=None, unread=0):
    """The conversation after a move; an agent's connection is told little of its end."""
    closed = move.state == "CLOSE" and not move.surveyed
    if closed and (raw or me):
        details = {
            "brandId": chat.account.id,
            "state": "CLOSE",
            "stage": "CLOSE",
            "closeReason": "AGENT",
            "startTs": chat.start,
            "endTs": move.at,
        }
        return {"type": "DELETE", "result": {"convId": chat.id, "conversationDetails": details}}
    present = list(people(chat, move))
    stage = "OPEN" if move.surveyed else move.state
    details = {
        "skillId": chat.skill,
        "participants": [{"id": pid, "role": role} for pid, _, role, _ in present],
        "brandId": chat.account.id,
        "state": move.state,
        "stage": stage,
        "startTs": chat.start,
        "metaDataLastUpdateTs": move.at,
        "firstConversation": False,
        "ttr": {"ttrType": "NORMAL", "value": 600},
    }
    if closed:
        details |= {"endTs": move.at, "closeReason": "AGENT"}
    result = {"convId": chat.id, "effectiveTTR": -1, "conversationDetails": details}
    if raw:
        roles = {}
        for pid, old, role, _ in present:
            roles.setdefault(role, []).append((pid, old))
        details["participants"] = {role: [old for _, old in ids] for role, ids in roles.items()}
        details["participantsPId"] = {role: [pid for pid, _ in ids] for role, ids in roles.items()}
        result |= {"lastUpdateTime": move.at, "numberOfunreadMessages": {chat.bot.old: unread}}
    main = {
        "dialogId": chat.id,
        "participantsDetails": [
            {"id": old if raw else pid, "role": role, "state": state} for pid, old, role, state in present
        ],
        "dialogType": "MAIN",
        "channelType": "CHAT" if chat.channel == "chat" else "MESSAGING",
        "state": move.state,
        "creationTs": chat.start,
        "metaDataLastUpdateTs": move.at,
    }
    details["dialogs"] = [main] + [
        {**main, "dialogId": chat.survey_id, "dialogType": "POST_SURVEY", "state": stage}
    ] * move.surveyed
    if chat.shares_screen and move.present:
        details["dialogs"].append(
            {**main, "dialogId": chat.survey_id, "dialogType": "OTHER", "channelType": "COBROWSE"}
        )
    if raw or me:
        kind, app = CONTEXTS.get(chat.channel, ("CustomContext", chat.channel))
        context = {
            "type": kind,
            "lang": "en-US",
            "clientProperties": {"type": ".ClientProperties", "appId": app, "ipAddress": "172.26.4.19"},
        }
        if kind == "CustomContext":
            context["name"] = SOURCES[chat.channel]
        details["context"] = {"type": "ProactiveContext"} if chat.opening == "proactive" else context
    if me and me in move.present:
        details["__myRole"] = move.present[me][0]
    if last:
        result["lastContentEventNotification"] = message_change(chat, last, raw=True)
    return {"type": "UPSERT", "result": result}


def ring(chat, at, state):
    details = {
        "ringId": ring_id(chat),
        "ringExpiration": 72000,
        "ringExpirationTs": at + 72000,
        "ringState": state,
        "weight": 0,
    }
    return {
        "type": "UPSERT",
        "result": {
            "taskCompleted": False,
            "conversationId": chat.id,
            "consumerId": chat.consumer,
            "skillId": chat.skill,
            "ringsDetails": [details],
        },
    }


def ring_id(chat):
    return f"{chat.id}_{chat.account.id}_{chat.ring}"


def notification(name, change):
    return {"kind": "notification", "type": name, "body": {"changes": [change]}}

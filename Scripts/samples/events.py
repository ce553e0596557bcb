"""What events say, however they are logged: the JSON values, and which of them a bot's own connection sees."""
from layout_history import CARD, SOURCES, message_data
from people import person


def event(move):
    content = {"type": "ContentEvent", "contentType": "text/plain"}
    match move.who, move.what:
        case "R", _: return {"type": "AcceptStatusEvent", "status": "READ", "sequenceList": [move.about]}
        case "K", _: return {"type": "AcceptStatusEvent", "status": "ACTION", "sequenceList": [move.about]}
        case "T" | "Y", _: return {"type": "ChatStateEvent", "chatState": "COMPOSING"}
        case "A", _: return {"type": "ChatStateEvent", "chatState": "BACKGROUND"}
        case _, "rich": return {"type": "RichContentEvent", "content": CARD}
        case _, "absent": return content
        case _, "file": return content | {"contentType": "hosted/file", "message": message_data(move)[1]["file"]}
    return content | {"message": move.text}


def message_change(chat, move, raw=False, me=""):
    """One message event; `raw` as an agent's socket spells it, `me` the letters that an SDK marks as its own."""
    who = person(chat, move.who)
    change = {} if move.seq is None else {"sequence": move.seq}
    change |= {"originatorId": who.old, "originatorPId": who.id} if raw else {"originatorId": who.id}
    change["originatorMetadata"] = {"id": who.id, "role": who.role}
    if move.seq is not None: change["serverTimestamp"] = move.at
    change |= {"event": event(move), "dialogId": move.dialog}
    if move.who == "P": change["messageAudience"] = "AGENTS_AND_MANAGERS"
    if move.who in "BMV": change["metadata"] = [{"type": "BotResponse", "externalConversationId": chat.id[:8]}]
    if me: change["__isMe"] = move.who in me
    return change


def conversation_change(chat, move, raw=False, me="", last=None):
    """The conversation after a move. Agents are told `last`, the message before it, and little of its end."""
    if (raw or me) and move.who == "X":
        details = {"brandId": chat.account, "state": "CLOSE", "stage": "CLOSE", "startTs": chat.start, "endTs": move.at}
        return {"type": "DELETE", "result": {"convId": chat.id, "conversationDetails": details}}
    present = [(person(chat, letter), state) for letter, state in move.present.items()]
    for who, state in present:
        if state == "SUGGESTED": who.role = "ASSIGNED_AGENT"
    details = {"skillId": chat.skill, "participants": [{"id": who.id, "role": who.role} for who, _ in present],
               "brandId": chat.account, "state": move.state, "stage": "OPEN" if move.who == "Z" else move.state,
               "startTs": chat.start, "metaDataLastUpdateTs": move.at, "ttr": {"ttrType": "NORMAL", "value": 600}}
    result = {"convId": chat.id, "conversationDetails": details}
    if raw:
        by_role = {role: [who for who, _ in present if who.role == role] for role in [who.role for who, _ in present]}
        details["participants"] = {role: [who.old for who in people] for role, people in by_role.items()}
        details["participantsPId"] = {role: [who.id for who in people] for role, people in by_role.items()}
        unread = 1 if last and last.who == "C" and move.who == "J" else 0
        result |= {"lastUpdateTime": move.at, "numberOfunreadMessages": {person(chat, "B").old: unread}}
    if raw or me or move.who == "Z":
        people = [{"id": who.old if raw else who.id, "role": who.role, "state": state} for who, state in present]
        main = {"dialogId": chat.id, "participantsDetails": people, "dialogType": "MAIN",
                "channelType": "CHAT" if chat.channel == "chat" else "MESSAGING",
                "state": move.state}
        survey = {**main, "dialogId": chat.survey, "dialogType": "POST_SURVEY", "state": details["stage"]}
        details["dialogs"] = [main] + [survey] * move.survey
    if raw or me:
        app = {"web": "webAsync", "app": "com.example.kites"}.get(chat.channel, chat.channel)
        kind = {"web": "SharkContext", "app": "MobileAppContext"}.get(chat.channel, "CustomContext")
        context = {"type": kind, "clientProperties": {"type": ".ClientProperties", "appId": app}}
        if kind == "CustomContext": context["name"] = SOURCES[chat.channel]
        details["context"] = {"type": "ProactiveContext"} if chat.opening == "proactive" else context
        for letter in {"B", "M"} & move.present.keys() if me else ():
            details["__myRole"] = person(chat, letter).role
    if last: result["lastContentEventNotification"] = message_change(chat, last, raw=True)
    return {"type": "UPSERT", "result": result}


def ring_id(chat):
    return f"{chat.id}_{chat.account}_{chat.start}"


def ring(chat, at, state):
    details = {"ringId": ring_id(chat), "ringExpiration": 72000, "ringExpirationTs": at + 72000, "ringState": state}
    result = {"conversationId": chat.id, "consumerId": chat.consumer, "skillId": chat.skill, "ringsDetails": [details]}
    return {"type": "UPSERT", "result": result}


def exchange(ident, name, body, code, answer, answer_type):
    """A request, and its answer unless the code is `none`."""
    request = {"kind": "req", "id": ident, "type": name, "body": body}
    if code == "none": return [request]
    return [request, {"kind": "resp", "reqId": str(ident), "code": int(code), "type": answer_type, "body": answer}]


def outcome(move):
    """What a publish request is answered."""
    return {"sequence": move.seq} if move.code == "200" else "Message is too long"


def notification(name, change):
    return {"kind": "notification", "type": name, "body": {"changes": [change]}}


def bot_view(chat):
    """What the bot's own connection sees, in the order of its log: (time, kind, payload, moves)."""
    here, said = False, []
    for move in chat.moves:
        act = move.who + move.what
        if act == "JB":
            yield move.at - 300, "ring", "WAITING", []
            yield move.at - 100, "accept", "ACCEPTED", []
            if "early" in move.flags: yield move.at - 50, "say", "200", said[-1:]
        if move.who in "JUZN" or (move.who == "X" and chat.scene.name + act != "surveyXB"):
            yield move.at, "change", said[-1] if said and move.who in "JUN" else None, [move]
        if move.who == "Q" or (act == "JB" and said and not {"-", "early"} & set(move.flags)):
            yield move.at + 150, "query", move.code, [] if move.what == "none" else list(said)
        here = here or act in ("JB", "JM")
        if here and "-" not in move.flags and (move.says or move.who in "RTAKY"):
            yield move.at, "publish" if move.who in "BMPRY" else "say", move.code, [move]
        if move.says: said.append(move)
        if move.who == "D": yield move.at, "say", "200", said[-1:]

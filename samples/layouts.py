"""How the conversations of Scripts/make-samples look in each kind of log: one function a layout."""
import hashlib, itertools, json, uuid
from datetime import datetime, timezone
from types import SimpleNamespace

NIGHT = 1772474400000  # 2026-03-02T18:00:00Z; by 06:00 all is over
RFC3339 = "%Y-%m-%dT%H:%M:%S.{:03d}Z"
SOURCES = {"web": "SHARK", "app": "APP", "sms": "SMS", "whatsapp": "WhatsApp Business", "apple": "Apple Business Chat"}
BUTTON = {"type": "button", "title": "Yes", "click": {"actions": [{"type": "publishText", "text": "Yes"}]}}
CARD = {"type": "vertical", "elements": [{"type": "text", "text": "Umbrella, green"}, BUTTON]}


def uid(*name):
    return str(uuid.UUID(bytes=hashlib.md5(repr(name).encode()).digest(), version=4))


def number(*name):
    return str(10**9 + int(hashlib.md5(repr(name).encode()).hexdigest(), 16) % (4 * 10**9))


def person(chat, letter):
    """Who stands behind a letter. Events know them by `id`, raw sockets by `old`, history by `agent`."""
    if letter in "CWKTA":
        return SimpleNamespace(id=chat.consumer, old=chat.consumer, agent=chat.consumer, role="CONSUMER")
    login = {"H": "nadia.w", "S": "auto-messages", "V": "survey-bot"}.get(letter, chat.bot)
    role = {"M": "MANAGER", "S": "CONTROLLER", "V": "AGENT"}.get(letter, "ASSIGNED_AGENT")
    kind = {"H": ("1", "Human"), "S": ("0", "System")}.get(letter, ("2", "Bot"))
    agent = number(chat.account, login)
    old = f"{chat.account}.{agent}"
    return SimpleNamespace(id=uid(chat.account, login), old=old, agent=agent, login=login, role=role, kind=kind)


# ---- History: a record a conversation.
def moment(at, pattern="%Y-%m-%d %H:%M:%S.{:03d}+0000"):
    return datetime.fromtimestamp(at // 1000, timezone.utc).strftime(pattern).format(at % 1000)


def stamps(name, at):
    return {name: moment(at), name + "L": at}


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


def history_2017(chat):
    return history(chat, old=True)


# ---- Events: (time, moves that the value shows, JSON value).
def event(move):
    content = {"type": "ContentEvent", "contentType": "text/plain"}
    match move.who, move.what:
        case "R", _: return {"type": "AcceptStatusEvent", "status": "READ", "sequenceList": [move.about]}
        case "K", _: return {"type": "AcceptStatusEvent", "status": "ACTION", "sequenceList": [move.about]}
        case "T", _: return {"type": "ChatStateEvent", "chatState": "COMPOSING"}
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
    details = {"skillId": chat.skill, "participants": [{"id": who.id, "role": who.role} for who, _ in present],
               "brandId": chat.account, "state": move.state, "stage": "OPEN" if move.who == "Z" else move.state,
               "startTs": chat.start, "metaDataLastUpdateTs": move.at, "ttr": {"ttrType": "NORMAL", "value": 600}}
    result = {"convId": chat.id, "conversationDetails": details}
    if raw:
        details["participants"] = {who.role: [who.old] for who, _ in present}
        details["participantsPId"] = {who.role: [who.id] for who, _ in present}
        unread = 1 if last and last.who == "C" and move.who == "J" else 0
        result |= {"lastUpdateTime": move.at, "numberOfunreadMessages": {person(chat, "B").old: unread}}
    if raw or me or move.who == "Z":
        people = [{"id": who.old if raw else who.id, "role": who.role, "state": state} for who, state in present]
        main = {"dialogId": chat.id, "participantsDetails": people, "dialogType": "MAIN", "channelType": "MESSAGING",
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
        if move.who in "JUZ" or (move.who == "X" and chat.scene.name + act != "surveyXB"):
            yield move.at, "change", said[-1] if said and move.who in "JU" else None, [move]
        if move.who == "Q" or (act == "JB" and said and not {"-", "early"} & set(move.flags)):
            yield move.at + 150, "query", move.code, [] if move.what == "none" else list(said)
        here = here or act in ("JB", "JM")
        if here and "-" not in move.flags and (move.says or move.who in "RTAK"):
            yield move.at, "publish" if move.who in "BMPR" else "say", move.code, [move]
        if move.says: said.append(move)
        if move.who == "D": yield move.at, "say", "200", said[-1:]


def socket(chats):
    """The frames of the bot's connection, as a recorder wrote them."""
    text, subscription = ".ReqBody$StringResp", ".ams.GenericSubscribe$Response"

    def line(at, way, frame, moves=()):
        return at, moves, {"time": moment(at, RFC3339), "direction": way, "frame": frame}

    def asked(at, ident, name, body, code, answer, answer_type, sent=(), received=()):
        frames = exchange(ident, name, body, code, answer, answer_type)
        yield line(at, "out", frames[0], sent)
        if frames[1:]: yield line(at + 60, "in", frames[1], received)

    bot, at = person(chats[0], "B"), NIGHT + 1000
    state = {"channels": ["MESSAGING"], "agentUserId": bot.old, "availability": "ONLINE"}
    routing = {"brandId": chats[0].account, "agentId": bot.old, "channelType": "MESSAGING"}
    profile, me = ".ams.userprofile.GetUserProfile", {"userId": bot.old}
    conversations, rings = ".ams.aam.SubscribeExConversations", ".ams.routing.SubscribeRoutingTasks"
    two, three = ({"subscriptionId": uid(place)} for place in (2, 3))
    yield from asked(at, "0", profile, {}, 200, me, profile + "$Response")
    yield from asked(at + 200, "1", ".ams.routing.SetAgentState", state, 202, "Agent state updated successfully", text)
    yield from asked(at + 400, "2", conversations, {"convState": ["OPEN"]}, 200, two, subscription)
    yield from asked(at + 600, "3", rings, routing, 200, three, subscription)
    for chat in chats:
        for count, (at, kind, payload, moves) in enumerate(bot_view(chat)):
            ident = f"{chat.place},{count}"
            if kind == "ring":
                yield line(at, "in", notification(".ams.routing.RoutingTaskNotification", ring(chat, at, payload)))
            elif kind == "accept":
                accept, body = ".ams.routing.UpdateRingState", {"ringId": ring_id(chat), "ringState": payload}
                yield from asked(at, ident, accept, body, 202, "Ring state updated successfully", text)
            elif kind == "change":
                change = conversation_change(chat, moves[0], raw=True, last=payload)
                frame = notification(".ams.aam.ExConversationChangeNotification", change)
                yield line(at, "in", frame, moves + [payload])
            elif kind == "query":
                query, body = ".ams.ms.QueryMessages", {"dialogId": chat.id, "newerThanSequence": 0}
                found = [message_change(chat, move, raw=True) for move in moves]
                answer = found if payload == "200" else "Internal error"
                yield from asked(at, ident, query, body, payload, answer, query + "$Response", received=moves)
            else:
                publish, body = ".ams.ms.PublishEvent", {"dialogId": moves[0].dialog, "event": event(moves[0])}
                answer = outcome(moves[0])
                if kind == "publish":
                    yield from asked(at - 80, ident, publish, body, payload, answer, publish + "$Response", sent=moves)
                if payload == "200":
                    body = message_change(chat, moves[0], raw=True)
                    frame = {"kind": "notification", "type": ".ams.ms.OnlineEventDistribution", "body": body}
                    yield line(at, "in", frame, moves)


def sdk(chats):
    """The events that the bot's SDK raised, as the bot logged them."""
    def line(at, name, body, moves=()):
        return at, moves, {"time": moment(at + 40, RFC3339), "event": name, "body": body}

    state = {"channels": ["MESSAGING"], "availability": "ONLINE", "description": ""}
    yield line(NIGHT + 1000, "connected", {"connected": True, "ts": NIGHT + 1000})
    yield line(NIGHT + 1500, "routing.AgentStateNotification", {"changes": [{"type": "UPSERT", "result": state}]})
    for chat in chats:
        for at, kind, payload, moves in bot_view(chat):
            if kind == "ring":
                yield line(at, "routing.RoutingTaskNotification", {"changes": [ring(chat, at, payload)]})
            elif kind == "change":
                change = conversation_change(chat, moves[0], me="BMP", last=payload)
                yield line(at, "cqm.ExConversationChangeNotification", {"changes": [change]}, moves + [payload])
            elif payload == "200" and moves:
                changes = [message_change(chat, move, me="BMPR") for move in moves]
                body = {"dialogId": moves[0].dialog, "changes": changes}
                yield line(at, "ms.MessagingEventNotification", body, moves)


def bot_log(chats):
    """The same events as a bot's console shows them, with the line that names the bot."""
    pid = person(chats[0], "B").id
    yield NIGHT + 1010, [], f"{moment(NIGHT + 1050, RFC3339)} - info: [bot.js] agentId: {pid}"
    for at, moves, line in sdk(chats):
        body = json.dumps(line["body"], ensure_ascii=False, separators=(",", ":"))
        yield at, moves, f"{line['time']} - \x1b[32minfo\x1b[39m: [bot.js] {line['event']}: {body}"


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


def webhooks(chats):
    """The bodies that the Connector API posted to a receiver."""
    for chat in chats:
        opened = SimpleNamespace(who="O", at=chat.start, present={"C": "ACTIVE"}, state="OPEN", says=False)
        for move in [opened] + chat.moves:
            if move.says or move.who in "RTAK":
                latest = notification("ms.MessagingEventNotification", message_change(chat, move))
                yield move.at, [move], latest
            elif move.who == "D":
                yield move.at, [], latest
            elif move.who == "X" or (chat.opening != "mid-log" and (move is opened or move.who in "JUZ")):
                change = conversation_change(chat, move)
                yield move.at, [move], notification("cqm.ExConversationChangeNotification", change)


def consumer(chats):
    """The frames of consumers' own connections; requests and answers have no time of their own."""
    device = {"type": ".ams.headers.ClientProperties", "deviceFamily": "MOBILE", "os": "ANDROID"}
    for chat in chats:
        idents = itertools.count(1)
        token = {"type": ".ams.headers.ConsumerAuthentication", "jwt": f"sample.{chat.id[:8]}.unsigned"}
        events = "ms.SubscribeMessagingEvents"
        request, body = "cm.ConsumerRequestConversation", {"brandId": chat.account, "skillId": chat.skill}
        answer, subscription = {"conversationId": chat.id}, {"fromSeq": 0, "dialogId": chat.id}
        frames = exchange("0", "InitConnection", {}, 200, {}, "InitConnectionResponse")
        frames[0]["headers"] = [device, token]
        frames += exchange(next(idents), request, body, 200, answer, "cm.RequestConversationResponse")
        frames += exchange(next(idents), events, subscription, 200, {}, "GenericSubscribeResponse")
        yield from ((chat.start, [], frame) for frame in frames)
        for move in chat.moves:
            if move.who in "JX":
                change = conversation_change(chat, move)
                yield move.at, [move], notification("cqm.ExConversationChangeNotification", change)
            if move.who == "C":
                body = {"dialogId": chat.id, "event": event(move)}
                answer = outcome(move)
                frames = exchange(next(idents), "ms.PublishEvent", body, move.code, answer, "ms.PublishEventResponse")
                yield from ((move.at, [move], frame) for frame in frames)
            if (move.says or move.who in "RT") and move.code == "200":
                yield move.at, [move], notification("ms.MessagingEventNotification", message_change(chat, move))

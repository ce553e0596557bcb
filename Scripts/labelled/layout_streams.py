"""A bot's own program as three kinds of log: the events of its SDK, the frames of its socket, its console."""

import json

from layout_events import conversation_change, message_change, ring
from layout_history import rfc3339

TEXT, SUBSCRIPTION = ".ReqBody$StringResp", ".ams.GenericSubscribe$Response"
CRASHES = [
    ("TypeError: Cannot read properties of undefined (reading 'messages')", "conversation.messages.push(change);"),
    ("TypeError: message.startsWith is not a function", "if (message.startsWith('#')) {"),
    ("TypeError: callback is not a function", "callback(error);"),
]


def remember(move, said, seen):
    """Contents are the last events of changes; a query gives receipts and taps as well."""
    if move.seq is None:
        return
    seen.append(move)
    if move.act == "say":
        said.append(move)


def conversation_view(chat, shift, bot):
    """What a connection is told of a conversation: (time, kind, data)."""
    here, said, seen = False, [], []
    for move in chat.moves:
        mine = move.who is bot
        if not shift.up(move.at) or (chat.opening == "mid-log" and move.at < chat.cut):
            remember(move, said, seen)
            here = here or (move.act == "join" and mine)
            continue
        if move.act == "join" and mine:
            here = True
            if move.role == "ASSIGNED_AGENT" and move.ring:
                yield move.at - 300, "ring", (chat, "WAITING")
                if move.state_of == "ACTIVE":
                    yield move.at - 100, "request", ("accept", chat)
                if "early" in chat.first and said:
                    yield move.at - 50, "messages", (chat, said[-1:])
            elif move.role != "ASSIGNED_AGENT":
                yield move.at - 100, "request", ("manager", chat, move.role)
        if here and move.act in ("join", "leave", "close", "survey"):
            last = said[-1] if said and move.act in ("join", "leave") and move.last else None
            yield move.at, "change", (chat, move, last, 1 if last and last.who is None and move.act == "join" else 0)
        if move.act == "join" and mine and move.ask and said and "early" not in chat.first:
            yield move.at + 150, "query", (chat, list(seen), 200)
        if move.act == "query":
            yield move.at, "query", (chat, list(seen) if move.what == "all" else [], move.code)
        if here and move.told and not shift.silent_messages and move.act in ("say", "receipt", "typing"):
            yield move.at, "publish" if mine else "messages", (chat, [move])
        remember(move, said, seen)
        for _ in range(move.repeat):
            yield move.at + 30, "messages", (chat, said[-1:])


def resync(shift, at, query):
    """After a reconnect: the change of each open conversation of the bot, and what a query of it gives."""
    for place, chat in enumerate(shift.chats):
        before = [move for move in chat.moves if move.at < at]
        if not before or before[-1].present.get(shift.bot, ("", ""))[0] != "ASSIGNED_AGENT":
            continue
        if any(move.act in ("close", "survey") for move in before):
            continue
        seen = [move for move in before if move.seq is not None]
        said = [move for move in seen if move.act == "say"]
        unread = sum(
            move.who is None for move in said if not any(late.who is shift.bot and late.at > move.at for late in said)
        )
        yield at + 40 * place, "change", (chat, before[-1], said[-1] if said else None, unread)
        if query and said:
            yield at + 40 * place + 15, "query", (chat, seen, 200)


def view(shift):
    """Everything that happens on the bot's connection, in its order."""
    items = []
    for at, kind, data in shift.events:
        if kind == "resync":
            items += resync(shift, at, data["query"])
        else:
            items.append((at, kind, data))
    for chat in shift.chats:
        items += conversation_view(chat, shift, shift.bot)
    items.sort(key=lambda item: item[0])
    return items


def sdk_name(kind):
    return {"ring": "routing.RoutingTaskNotification", "change": "cqm.ExConversationChangeNotification"}.get(
        kind, "ms.MessagingEventNotification"
    )


def error_body(data):
    body = {"code": data["code"], "service": data["service"], "error": None}
    if data["service"] == "domainNames":
        body = {
            "code": data["code"],
            "errno": data["code"],
            "syscall": "getaddrinfo",
            "hostname": "events.lamps.example",
            "port": 443,
        }
    return body


def login_line(shift, at, data):
    return {"time": rfc3339(at), "event": "login", "login": shift.bot.login, "account": shift.account.id, **data}


def sdk(shift):
    """(time, JSON value) of the recorder of SDK events."""

    def line(at, name, body):
        return at, {"time": rfc3339(at + 40), "event": name, "body": body}

    for at, kind, data in view(shift):
        match kind:
            case "connected":
                yield line(at, "connected", {"connected": True, "ts": at})
            case "closed":
                yield line(at, "closed", data["code"])
            case "error":
                yield line(at, "error", {**error_body(data), "location": data["location"]})
            case "success":
                yield line(at, "success", {"location": data["location"]})
            case "login":
                yield at, login_line(shift, at, data)
            case "state":
                body = {"channels": ["MESSAGING"], "availability": data["availability"], "description": ""}
                yield line(at + 60, "routing.AgentStateNotification", {"changes": [{"type": "UPSERT", "result": body}]})
            case "ring":
                yield line(at, sdk_name(kind), {"changes": [ring(data[0], at, data[1])]})
            case "change":
                chat, move, last, _ = data
                yield line(at, sdk_name(kind), {"changes": [conversation_change(chat, move, me=shift.bot, last=last)]})
            case "query" | "messages" | "publish":
                chat, moves, *code = data
                moves = [move for move in moves if move.code == 200]
                if not moves or (code and code[0] != 200):
                    continue
                changes = [message_change(chat, move, me=shift.bot) for move in moves]
                yield line(at, sdk_name(kind), {"dialogId": moves[0].dialog, "changes": changes})


def console(shift):
    """(time, text) of the bot's console; a stack trace is one item of several lines."""

    def line(at, words, level="info", color=32):
        return at, f"{rfc3339(at)} - \x1b[{color}m{level}\x1b[39m: [bot.js] {words}"

    compact = lambda body: json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    attempt = 0
    for at, kind, data in view(shift):
        match kind:
            case "connected":
                attempt = 0
                yield line(at, f"connected: {compact({'connected': True, 'ts': at})}")
            case "closed":
                yield line(at, f"socket closed: {data['code']}", "warn", 33)
                attempt += 1
                if data["code"] != 1000:
                    yield line(at + 1, f"reconnecting in 5s (attempt {attempt} of 35)", "warn", 33)
            case "error":
                yield line(at, compact(error_body(data)), "error", 31)
            case "start":
                yield at, f"> lamp-bot@2.{at % 9}.0 start /opt/lamps\n> node bot.js\n"
            case "crash":
                words, code = CRASHES[at % 3]
                yield at, (
                    f"/opt/lamps/bot.js:88\n        {code}\n                     ^\n\n{words}\n"
                    "    at Agent.<anonymous> (/opt/lamps/bot.js:88:22)\n"
                    "    at Agent.emit (node:events:513:28)\n\nNode.js v18.12.1"
                )
            case "profile":
                yield line(at + 650, f"agentId: {shift.bot.pid}")
            case "state":
                yield line(at + 60, 'setAgentState: "Agent state updated successfully"')
            case "subscribe":
                what = {"conversations": "subscribeExConversations", "routing": "subscribeRoutingTasks"}[data["what"]]
                yield line(at + 60, f"{what}: {compact({'subscriptionId': data['subscription']})}")
            case "ring":
                yield line(at, f"{sdk_name(kind)}: {compact({'changes': [ring(data[0], at, data[1])]})}")
            case "change":
                chat, move, last, _ = data
                body = {"changes": [conversation_change(chat, move, me=shift.bot, last=last)]}
                yield line(at, f"{sdk_name(kind)}: {compact(body)}")
            case "query" | "messages" | "publish":
                chat, moves, *code = data
                moves = [move for move in moves if move.code == 200]
                if code and code[0] != 200:
                    continue
                if code:
                    yield line(at, "subscribeMessagingEvents: success")
                if not moves:
                    continue
                body = {
                    "dialogId": moves[0].dialog,
                    "changes": [message_change(chat, move, me=shift.bot) for move in moves],
                }
                yield line(at + 2, f"{sdk_name(kind)}: {compact(body)}")

"""What a bot's SDK raised, as the bot logged it: events, or lines of its console."""
import json

from events import conversation_change, message_change, ring
from people import NIGHT, RFC3339, moment, person, uid
from programs import ERRORS, when_up

AGENT_STATE = "routing.AgentStateNotification"


def line(at, name, body, moves=()):
    return at, moves, {"time": moment(at + 40, RFC3339), "event": name, "body": body}


def agent_state(availability):
    state = {"channels": ["MESSAGING"], "availability": availability, "description": ""}
    return {"changes": [{"type": "UPSERT", "result": state}]}


def sdk(chats):
    """The events that the bot's SDK raised."""
    if any(chat.program for chat in chats):
        yield from (value for chat in chats if chat.program for value in program(chat))
    else:
        yield line(NIGHT + 1000, "connected", {"connected": True, "ts": NIGHT + 1000})
        yield line(NIGHT + 1500, AGENT_STATE, agent_state("ONLINE"))
    yield from conversations(chats)


def conversations(chats):
    for chat, _, (at, kind, payload, moves) in when_up(chats):
        if kind == "ring":
            yield line(at, "routing.RoutingTaskNotification", {"changes": [ring(chat, at, payload)]})
        elif kind == "change":
            change = conversation_change(chat, moves[0], me="BMP", last=payload)
            yield line(at, "cqm.ExConversationChangeNotification", {"changes": [change]}, moves + [payload])
        elif payload == "200" and moves:
            changes = [message_change(chat, move, me="BMPRY") for move in moves]
            body = {"dialogId": moves[0].dialog, "changes": changes}
            yield line(at, "ms.MessagingEventNotification", body, moves)


def program(chat):
    """The events of a program's connection."""
    for move in chat.moves:
        match move.who:
            case "connected": yield line(move.at, "connected", {"connected": True, "ts": move.at}, [move])
            case "closed": yield line(move.at, "closed", int(move.what), [move])
            case "online" | "away": yield line(move.at, AGENT_STATE, agent_state(move.who.upper()), [move])
            case "success": yield line(move.at, "success", {"location": move.what}, [move])
            case "error":
                body, location = ERRORS[move.what]
                at, moves, value = line(move.at, "error", body, [move])
                yield at, moves, value | {"location": location}


def bot_log(chats):
    """The same events as a bot's console shows them, in colours, with the line that names the bot."""
    pid = person(chats[0], "B").id
    yield NIGHT + 1010, [], f"{moment(NIGHT + 1050, RFC3339)} - info: [bot.js] agentId: {pid}"
    for at, moves, value in sdk(chats):
        yield at, moves, said(value["time"], "\x1b[32minfo\x1b[39m", value["event"] + ": ", value["body"])


def said(time, level, what, body):
    return f"{time} - {level}: [bot.js] {what}{json.dumps(body, ensure_ascii=False, separators=(',', ':'))}"


def console(chats):
    """What a bot without colours prints, and the shell around it: starts, a crash, its connections."""
    for chat in chats:
        pid, tries = person(chat, "B").id, 0
        for move in chat.moves if chat.program else ():
            at, shown, time = move.at, [move], moment(move.at + 40, RFC3339)
            match move.who:
                case "start":
                    yield from ((at, shown, text) for text in ("", f"> {chat.bot}@2.3.1 start", "> node bot.js", ""))
                case "crash":
                    yield from ((at, shown, text) for text in CRASH)
                case "connected":
                    yield at, shown, said(time, "info", "connected: ", {"connected": True, "ts": at})
                    yield at, [], said(time, "info", f"agentId: {pid}", "")[:-2]
                case "closed": yield at, shown, f"{time} - warn: [bot.js] socket closed: {move.what}"
                case "retry":
                    tries += 1
                    yield at, shown, f"{time} - warn: [bot.js] reconnecting in {move.what}s (attempt {tries} of 35)"
                case "error": yield at, shown, said(time, "error", "", ERRORS[move.what][0])
                case "online":
                    yield at, shown, said(time, "info", "setAgentState: ", "Agent state updated successfully")
                case "subscribed" | "routed":
                    name = {"subscribed": "subscribeExConversations", "routed": "subscribeRoutingTasks"}[move.who]
                    yield at, shown, said(time, "info", name + ": ", {"subscriptionId": uid(chat.id, move.who)})
    for at, moves, value in conversations(chats):
        yield at, moves, said(value["time"], "info", value["event"] + ": ", value["body"])


CRASH = """/srv/beacon/node_modules/node-agent-sdk/lib/AgentSDK.js:271
            callback(null, data.body);
            ^

TypeError: callback is not a function
    at AgentSDK._handleResponse (/srv/beacon/node_modules/node-agent-sdk/lib/AgentSDK.js:271:13)
    at Transport.emit (node:events:517:28)
    at WebSocket.onMessage (/srv/beacon/node_modules/ws/lib/event-target.js:132:16)

Node.js v18.19.0""".split("\n")

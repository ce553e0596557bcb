"""Frames of agents' own connections, as a recorder wrote them: a bot's, and those of the managers at a desk."""
from events import conversation_change, event, exchange, message_change, notification, outcome, ring, ring_id
from people import NIGHT, RFC3339, moment, person, uid
from programs import when_up

TEXT, SUBSCRIPTION = ".ReqBody$StringResp", ".ams.GenericSubscribe$Response"
PROFILE, CLOCK = ".ams.userprofile.GetUserProfile", ".GetClock"
CONVERSATIONS, RINGS = ".ams.aam.SubscribeExConversations", ".ams.routing.SubscribeRoutingTasks"


def line(at, way, frame, moves=()):
    return at, moves, {"time": moment(at, RFC3339), "direction": way, "frame": frame}


def asked(at, ident, name, body, code, answer, answer_type, sent=(), received=()):
    frames = exchange(ident, name, body, code, answer, answer_type)
    yield line(at, "out", frames[0], sent)
    if frames[1:]: yield line(at + 60, "in", frames[1], received)


def state_of(bot, availability):
    return {"channels": ["MESSAGING"], "agentUserId": bot.old, "availability": availability}


def program(chat):
    """What a bot's program did on its connection."""
    bot = person(chat, "B")
    routing = {"brandId": chat.account, "agentId": bot.old, "channelType": "MESSAGING"}
    for count, move in enumerate(chat.moves):
        at, ident, shown = move.at, f"{chat.place}.{count}", [move]
        match move.who:
            case "connected" | "closed":
                body = {"connected": True, "ts": at} if move.who == "connected" else int(move.what)
                yield at, shown, {"time": moment(at, RFC3339), "event": move.who, "body": body}
                if move.who == "connected":
                    yield from asked(at + 20, ident, PROFILE, {}, 200, {"userId": bot.old}, PROFILE + "$Response")
            case "online" | "away":
                name, state = ".ams.routing.SetAgentState", state_of(bot, move.who.upper())
                yield from asked(at, ident, name, state, 202, "Agent state updated successfully", TEXT, shown)
            case "subscribed" | "routed":
                name, body = (RINGS, routing) if move.who == "routed" else (CONVERSATIONS, {"convState": ["OPEN"]})
                answer = {"subscriptionId": uid(chat.id, count)}
                yield from asked(at, ident, name, body, 200, answer, SUBSCRIPTION, shown)
            case "clock":
                yield from asked(at, ident, CLOCK, {}, 200, {"currentTime": at + 30}, CLOCK + "$Response", shown)


def socket(chats):
    """The frames of the bot's connection."""
    if any(chat.program for chat in chats):
        yield from (value for chat in chats if chat.program for value in program(chat))
    else:
        yield from opened(chats[0])
    for chat, count, (at, kind, payload, moves) in when_up(chats):
        ident = f"{chat.place},{count}"
        if kind == "ring":
            yield line(at, "in", notification(".ams.routing.RoutingTaskNotification", ring(chat, at, payload)))
        elif kind == "accept":
            accept, body = ".ams.routing.UpdateRingState", {"ringId": ring_id(chat), "ringState": payload}
            yield from asked(at, ident, accept, body, 202, "Ring state updated successfully", TEXT)
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
                yield said(at, chat, moves[0])


def said(at, chat, move):
    frame = {"kind": "notification", "type": ".ams.ms.OnlineEventDistribution",
             "body": message_change(chat, move, raw=True)}
    return line(at, "in", frame, [move])


def opened(chat):
    """How a connection begins that nothing happens to."""
    bot, at = person(chat, "B"), NIGHT + 1000
    routing = {"brandId": chat.account, "agentId": bot.old, "channelType": "MESSAGING"}
    two, three = ({"subscriptionId": uid(place)} for place in (2, 3))
    state = state_of(bot, "ONLINE")
    yield from asked(at, "0", PROFILE, {}, 200, {"userId": bot.old}, PROFILE + "$Response")
    yield from asked(at + 200, "1", ".ams.routing.SetAgentState", state, 202, "Agent state updated successfully", TEXT)
    yield from asked(at + 400, "2", CONVERSATIONS, {"convState": ["OPEN"]}, 200, two, SUBSCRIPTION)
    yield from asked(at + 600, "3", RINGS, routing, 200, three, SUBSCRIPTION)


def desk(chats):
    """The frames of one desk: who sits down there connects anew, and sees all conversations of the account."""
    for chat in chats:
        idents = (f"{chat.place}.{count}" for count in range(99))
        heard = []
        for move in chat.moves:
            if move.who == "sits":
                manager = person(chat, move.what)
                yield from asked(move.at, "0", PROFILE, {}, 200, {"userId": manager.old}, PROFILE + "$Response", [move])
                yield from asked(move.at + 200, "1", CONVERSATIONS, {"convState": ["OPEN"]}, 200,
                                 {"subscriptionId": uid(chat.id, move.what)}, SUBSCRIPTION)
            if move.who == "E":
                role = "READER" if "reader" in move.flags else "MANAGER"
                field = [{"field": "ParticipantsChange", "type": "ADD", "role": role}]
                body = {"conversationId": chat.id, "conversationField": field}
                answer = "OK Agent added successfully" if move.code == "200" else "Agent was not added"
                yield from asked(move.at - 80, next(idents), ".ams.cm.UpdateConversationField", body, move.code, answer,
                                 TEXT, [move])
            if move.who in "JUX" or (move.who == "E" and move.code == "200"):
                last = heard[-1] if heard and move.who != "X" else None
                change = conversation_change(chat, move, raw=True, last=last)
                frame = notification(".ams.aam.ExConversationChangeNotification", change)
                yield line(move.at, "in", frame, [move, last])
            if move.says:
                heard.append(move)
                yield said(move.at, chat, move)

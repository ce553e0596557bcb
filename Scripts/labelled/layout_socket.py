"""A bot's socket as a recorder writes it: every frame with its time, and the events around the connection."""

from itertools import count

from layout_events import conversation_change, event, message_change, notification, ring, ring_id
from layout_history import rfc3339
from layout_streams import SUBSCRIPTION, TEXT, error_body, login_line, view

QUERY, PUBLISH = ".ams.ms.QueryMessages", ".ams.ms.PublishEvent"
CONVERSATIONS, ROUTING = ".ams.aam.SubscribeExConversations", ".ams.routing.SubscribeRoutingTasks"


def framed(at, frame):
    return at, {"time": rfc3339(at + 5), "frame": frame}


def asked(at, ident, name, body, code, answer, kind):
    """A request and its answer; no answer where the code is none."""
    yield framed(at, {"kind": "req", "id": ident, "type": name, "body": body})
    if code is None:
        return
    reply = {"kind": "resp", "reqId": ident, "code": code, "type": kind}
    if answer is not None:
        reply["body"] = answer
    yield framed(at + 60, reply)


def published(chat, move):
    """What a publish request is answered."""
    if move.code == 200:
        return {"sequence": move.seq if move.seq is not None else 0}
    return "Message is too long"


def socket(shift):
    """(time, JSON value) of the recorder of frames."""
    bot, idents = shift.bot, count()
    about = lambda at, name, body: (at, {"time": rfc3339(at + 5), "event": name, "body": body})
    for at, kind, data in view(shift):
        ident = str(next(idents))
        match kind:
            case "connected":
                idents = count()  # request numbers begin again on each connection
                yield about(at, "connected", {"connected": True, "ts": at})
            case "closed":
                yield about(at, "closed", data["code"])
            case "error":
                yield about(at, "error", {**error_body(data), "location": data["location"]})
            case "success":
                yield about(at, "success", {"location": data["location"]})
            case "login":
                yield at, login_line(shift, at, data)
            case "profile":
                yield from asked(
                    at,
                    ident,
                    ".ams.userprofile.GetUserProfile",
                    {},
                    200,
                    {"userId": bot.old},
                    ".ams.userprofile.GetUserProfile$Response",
                )
            case "clock":
                yield from asked(at, ident, ".GetClock", {}, 200, {"currentTime": at + 30}, ".GetClock$Response")
            case "state":
                body = {"channels": ["MESSAGING"], "agentUserId": bot.old, "availability": data["availability"]}
                yield from asked(
                    at, ident, ".ams.routing.SetAgentState", body, 202, "Agent state updated successfully", TEXT
                )
            case "subscribe":
                name = CONVERSATIONS if data["what"] == "conversations" else ROUTING
                body = (
                    {"convState": ["OPEN"]}
                    if name == CONVERSATIONS
                    else {"brandId": bot.account.id, "agentId": bot.old, "channelType": "MESSAGING"}
                )
                yield from asked(at, ident, name, body, 200, {"subscriptionId": data["subscription"]}, SUBSCRIPTION)
            case "ring":
                yield framed(at, notification(".ams.routing.RoutingTaskNotification", ring(data[0], at, data[1])))
            case "request":
                if data[0] == "accept":
                    body = {"ringId": ring_id(data[1]), "ringState": "ACCEPTED"}
                    yield from asked(
                        at, ident, ".ams.routing.UpdateRingState", body, 202, "Ring state updated successfully", TEXT
                    )
                else:
                    field = {"field": "ParticipantsChange", "type": "ADD", "userId": bot.old, "role": data[2]}
                    body = {"conversationId": data[1].id, "conversationField": [field]}
                    yield from asked(
                        at, ident, ".ams.cm.UpdateConversationField", body, 200, "OK Agent added successfully", TEXT
                    )
            case "change":
                chat, move, last, unread = data
                yield framed(
                    at,
                    notification(
                        ".ams.aam.ExConversationChangeNotification",
                        conversation_change(chat, move, raw=True, last=last, unread=unread),
                    ),
                )
            case "query":
                chat, moves, code = data
                body = {"dialogId": chat.id, "newerThanSequence": 0}
                answer = [message_change(chat, move, raw=True) for move in moves] if code == 200 else "Internal error"
                yield from asked(at, ident, QUERY, body, code, answer, QUERY + "$Response")
            case "messages" | "publish":
                chat, moves = data
                for move in moves:
                    if kind == "publish":
                        body = {"dialogId": move.dialog, "event": event(move)}
                        yield from asked(
                            at - 80, ident, PUBLISH, body, move.code, published(chat, move), PUBLISH + "$Response"
                        )
                    if move.code == 200:
                        body = message_change(chat, move, raw=True)
                        yield framed(
                            at, {"kind": "notification", "type": ".ams.ms.OnlineEventDistribution", "body": body}
                        )

"""The logs around the bots: webhooks, consumers' connections, the gateway of text messages, users, audits, activity."""

from itertools import count

from layout_events import conversation_change, event, message_change, notification
from layout_history import rfc3339
from layout_socket import CONVERSATIONS, asked, framed, published
from layout_streams import SUBSCRIPTION, TEXT
from story import BOT

CHANGES = {"join", "leave", "close", "survey"}


def webhooks(chats):
    """(time, JSON value): the bodies that the Connector API posts to a receiver."""
    for chat in chats:
        opened = type(chat.moves[0])(
            **{
                **vars(chat.moves[0]),
                "act": "open",
                "at": chat.start,
                "present": {},
                "state": "OPEN",
                "surveyed": False,
            }
        )
        whole = chat.opening != "mid-log"
        for move in [opened] + chat.moves:
            if not whole and move.at < chat.cut:
                continue
            if move.act in ("say", "receipt", "typing") and move.code == 200:
                body = notification("ms.MessagingEventNotification", message_change(chat, move))
                for _ in range(move.repeat + 1):
                    yield move.at, body
            elif move.act == "close" or (whole and (move is opened or move.act in CHANGES)):
                yield move.at, notification("cqm.ExConversationChangeNotification", conversation_change(chat, move))


def frames(ident, name, body, code, answer, kind):
    request = {"kind": "req", "id": ident, "type": name, "body": body}
    return (
        [request]
        if code is None
        else [request, {"kind": "resp", "reqId": str(ident), "code": code, "type": kind, "body": answer}]
    )


def consumers(chats):
    """JSON values: the frames of consumers' own connections, one connection after the other."""
    device = {"type": ".ams.headers.ClientProperties", "deviceFamily": "MOBILE", "os": "IOS"}
    for chat in chats:
        idents = count(1)
        opening = frames("0", "InitConnection", {}, 200, {}, "InitConnectionResponse")
        opening[0]["headers"] = [
            device,
            {"type": ".ams.headers.ConsumerAuthentication", "jwt": f"lamp.{chat.id[:8]}.unsigned"},
        ]
        yield from opening
        request = {"brandId": chat.account.id, "skillId": chat.skill}
        yield from frames(
            next(idents),
            "cm.ConsumerRequestConversation",
            request,
            200,
            {"conversationId": chat.id},
            "cm.RequestConversationResponse",
        )
        subscribe = {"fromSeq": 0, "dialogId": chat.id}
        yield from frames(next(idents), "ms.SubscribeMessagingEvents", subscribe, 200, {}, "GenericSubscribeResponse")
        for move in chat.moves:
            if move.act in CHANGES:
                yield notification("cqm.ExConversationChangeNotification", conversation_change(chat, move))
            if move.act == "say" and move.who is None:
                body = {"dialogId": move.dialog, "event": event(move)}
                yield from frames(
                    next(idents), "ms.PublishEvent", body, move.code, published(chat, move), "ms.PublishEventResponse"
                )
            if move.act in ("say", "receipt", "typing") and move.code == 200 and not move.private:
                yield notification("ms.MessagingEventNotification", message_change(chat, move))


def gateway(chats):
    """(time, JSON value): what the gateway of text messages took in and gave out."""
    for chat in chats:
        for at, body, media, inbound in chat.gateway:
            value = {
                "time": rfc3339(at),
                "MessageSid": f"{'MM' if media else 'SM'}{chat.ring * 7919 + at:032x}",
                "conversationId": chat.id,
                "From": "+15550100",
                "To": "+15550199",
                "NumMedia": str(media),
                "SmsStatus": "received" if inbound else "delivered",
            }
            if body is not None:
                value["Body"] = body
            for place in range(media):
                value |= {
                    f"MediaUrl{place}": f"https://media.example/{chat.ring}/{place}",
                    f"MediaContentType{place}": "image/jpeg",
                }
            yield at, value


def users(account):
    """The account's users as the Users API lists them."""
    listed = [
        {
            "id": agent.number,
            "pid": agent.pid,
            "deleted": False,
            "loginName": agent.login,
            "nickname": agent.login,
            "isEnabled": agent.enabled,
            "disabledManually": agent.by_hand,
            "isApiUser": agent.kind == BOT,
            "userTypeId": int(agent.kind),
            "maxAsyncChats": 50,
            "skillIds": [int(account.skill)],
        }
        for agent in account.agents
    ]
    return [{"siteId": account.id, "revision": 41, "collection": listed}]


def audit(account, rows):
    """The account's audit trail: (time, agent, old, new, originator)."""
    day = lambda at: rfc3339(at).replace("T", " ")[:21]
    return {
        "data": {
            "auditData": [
                {
                    "accountId": account.id,
                    "objectType": "Users",
                    "objectId": agent.number,
                    "objectName": agent.login,
                    "element": "Enabled",
                    "oldValue": old,
                    "newValue": new,
                    "originator": originator,
                    "originatorIsLpa": False,
                    "changeDate": day(at),
                }
                for at, agent, old, new, originator in rows
            ]
        }
    }


def activity(account, rows, begin, end):
    """The account's status changes, newest first: (time, agent, type, subtype)."""
    changes = [
        {
            "agentId": int(agent.number),
            "employeeId": "",
            "agentLoginName": agent.login,
            "agentUserName": agent.login,
            "agentGroupId": -1,
            "time": rfc3339(at),
            "sessionId": -1,
            "sequenceNumber": -1,
            "statusType": kind,
            "statusSubType": state,
            "statusReasonId": 0,
            "statusReasonText": "",
            "prevStatusChangeTime": None,
        }
        for at, agent, kind, state in sorted(rows, key=lambda row: -row[0])
    ]
    frame = {"startTime": rfc3339(begin), "endTime": rfc3339(end), "startTimeL": str(begin), "endTimeL": str(end)}
    return {"_metadata": {"references": []}, "timeframe": frame, "stateChanges": changes}


def manager(desk, account):
    """(time, JSON value): the connection of a manager's client, with the conversations it asks to join."""
    begin = min(chat.start for _, chat, *_ in desk.asks) - 120_000
    lines = list(
        asked(
            begin,
            "1",
            ".ams.userprofile.GetUserProfile",
            {},
            200,
            {"userId": desk.user.old},
            ".ams.userprofile.GetUserProfile$Response",
        )
    )
    lines += asked(
        begin + 300,
        "2",
        CONVERSATIONS,
        {"convState": ["OPEN"]},
        200,
        {"subscriptionId": account.agents[0].pid},
        SUBSCRIPTION,
    )
    for chat in {id(chat): chat for _, chat, *_ in desk.asks}.values():
        said = []
        for move in chat.moves:
            if move.act == "say" and move.seq is not None:
                said.append(move)
            if move.act in CHANGES:
                change = conversation_change(
                    chat, move, raw=True, last=said[-1] if said and move.act in ("join", "leave") else None
                )
                lines.append(framed(move.at, notification(".ams.aam.ExConversationChangeNotification", change)))
    for place, (at, chat, role, code, words) in enumerate(sorted(desk.asks, key=lambda ask: ask[0])):
        field = {"field": "ParticipantsChange", "type": "ADD", "userId": desk.user.old, "role": role}
        body = {"conversationId": chat.id, "conversationField": [field] if place % 2 else field}
        lines += asked(at, str(10 + place), ".ams.cm.UpdateConversationField", body, code, words, TEXT)
    return sorted(lines, key=lambda line: line[0])

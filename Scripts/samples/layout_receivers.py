"""What others saw than the bot: a receiver of webhooks, and consumers on their own connections."""
import itertools
from types import SimpleNamespace

from events import conversation_change, event, exchange, message_change, notification, outcome


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

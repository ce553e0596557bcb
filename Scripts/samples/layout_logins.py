"""Logins as a recorder beside the bots wrote them, and what the list of users said in the morning."""
from people import RFC3339, moment, person


def logins(chats):
    for chat in chats:
        bot = person(chat, "B")
        for move in chat.moves:
            if move.who == "login":
                address, how = move.flags[1], "oauth1" if "oauth1" in move.flags else "oauth2"
                yield move.at, [move], {"time": moment(move.at, RFC3339), "event": "login", "login": chat.bot,
                                        "account": chat.account, "ip": address, "auth": how, "code": int(move.what)}
            if move.who in ("locked", "disabled"):
                user = {"id": bot.agent, "pid": bot.id, "loginName": chat.bot, "userTypeId": 2, "isApiUser": True,
                        "isEnabled": False, "disabledManually": move.who == "disabled", "deleted": False}
                yield move.at, [move], [{"siteId": chat.account, "revision": 1190, "collection": [user]}]

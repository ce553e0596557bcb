"""What a bot's program goes through: when it was up, and what its errors look like."""
from events import bot_view

ERRORS = {
    "dns": ({"code": "ENOTFOUND", "service": "domainNames", "error": {"errno": -3008, "code": "ENOTFOUND",
             "syscall": "getaddrinfo", "hostname": "domains.example"}}, "Reconnect#CSDS"),
    "socket": ({"code": 502, "service": "messaging", "error": {}}, "Reconnect#Relogin#WS"),
    "login": ({"code": 401, "service": "authentication.login", "error": {}}, "Reconnect#Relogin#WS"),
    "refresh": ({"code": 401, "service": "authentication.refreshSession", "error": {}}, "RefreshSession#REST"),
}


def when_up(chats):
    """(conversation, count, what its bot saw) of all that happened while the bot's program was connected."""
    turns = sorted((move.at, move.who == "connected") for chat in chats if chat.program for move in chat.moves
                   if move.who in ("connected", "closed", "crash", "stopped", "gone"))
    for chat in chats:
        for count, seen in enumerate(() if chat.program else bot_view(chat)):
            before = [up for at, up in turns if at <= seen[0]]
            if not turns or before[-1:] == [True]: yield chat, count, seen

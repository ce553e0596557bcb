"""The layouts that samples/files.txt may name: a function each. Those of HISTORY make one value of a conversation, the
others (time, moves that it shows, value) of all that a file shows."""
from layout_history import export, history, history_2017, transcripts
from layout_logins import logins
from layout_receivers import consumer, webhooks
from layout_sdk import bot_log, console, sdk
from layout_socket import desk, socket
from people import NIGHT

HISTORY = history, history_2017, export
MORNING = NIGHT + 12 * 3_600_000


def sdk_and_records(chats):
    """The events that the SDK raised, and the records of the conversations that were not over when they ended."""
    yield from sdk(chats)
    yield from records(chats)


def socket_and_records(chats):
    yield from socket(chats)
    yield from records(chats)


def records(chats):
    last = max(move.at for chat in chats if chat.program for move in chat.moves)
    for chat in chats:
        if not chat.program and chat.moves[-1].at > last: yield MORNING, chat.moves, export(chat)

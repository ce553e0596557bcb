"""Managers whose joining of a bot's conversation is refused, and refusals that mean nothing."""

from scenes import night_of_bot
from shift import slots
from story import MINUTE, SECOND


class Desk:
    """The connection of a manager's own client: what is asked for in which conversation, and the answer."""

    def __init__(self, user):
        self.user, self.asks, self.told = user, [], []

    def ask(self, chat, at, code, body="Not permitted", role="MANAGER"):
        self.asks.append((round(at), chat, role, code, body))


def bot_chat(shift, at, channel=None, minutes=6):
    """A conversation that a bot holds for some minutes, answering at once."""
    chat = shift.chat(at, channel)
    chat.opens()
    for _ in range(minutes):
        chat.consumer_says(shift.dice.uniform(48, 58), "ask")
        chat.answers()
    return chat


def desk(shift):
    """A manager of the account, and the bot that others talk to meanwhile."""
    user = shift.account.add(shift.dice, f"manager-{shift.place}-{shift.dice.randrange(10**5)}", "1")
    manager = Desk(user)
    shift.managers.append(manager)
    moment = slots(shift.dice, 1)[0] + 30 * MINUTE
    shift.tail()
    return manager, moment


def body(shift):
    return shift.dice.choice(["Not permitted", "Agent may not join", "Request refused"])


def refused(shift, cause, prepare=None, channel=None, code=None):
    """One refused join, or three of a day, which makes it a warning."""
    manager, moment = desk(shift)
    many = shift.dice.random() < 0.35
    words = None if shift.dice.random() < 0.25 else body(shift)
    chats = []
    for place in range(shift.dice.randint(3, 4) if many else 1):
        chat = bot_chat(shift, moment + place * 9 * MINUTE, channel)
        at = prepare(shift, manager, chat) if prepare else chat.start + 200 * SECOND
        manager.ask(
            chat,
            at,
            code or shift.dice.choice([400, 403]),
            words,
            shift.dice.choice(["MANAGER", "MANAGER", "ASSIGNED_AGENT"]),
        )
        if cause != "not-open":
            chat.closes(120)
        chats.append(chat)
    chats[0].plant("manager-join-refused", cause, "warning" if many else "info", "medium" if words else "low")
    for chat in chats[1:]:
        chat.scene = shift.scene + "-again"


@night_of_bot("join-not-permitted", 70, ("history",))
def permission(shift):
    refused(shift, "permission-or-unknown")


@night_of_bot("join-of-a-chat", 62, ("history",))
def of_chat(shift):
    refused(shift, "chat-channel", channel="chat")


def insert(chat, at, user, role, state="ACTIVE"):
    """A user comes into a finished conversation at a moment of it."""
    moves = chat.moves
    place = next(index for index, move in enumerate(moves) if move.at > at)
    clock, chat.clock = chat.clock, moves[place - 1].at
    present = dict(chat.present)
    move = (
        chat.joins((at - chat.clock) / SECOND, user, role=role, state=state)
        if role != "ASSIGNED_AGENT" or state == "SUGGESTED"
        else None
    )
    moves.remove(move)
    moves.insert(place, move)
    for later in moves[place:]:
        later.present = {**later.present, user: (role, state)}
    chat.clock = clock
    chat.present = {**present, user: (role, state)}


def as_suggested(shift, manager, chat):
    insert(chat, chat.start + 120 * SECOND, manager.user, "ASSIGNED_AGENT", "SUGGESTED")
    return chat.start + 200 * SECOND


@night_of_bot("join-as-suggested", 62, ("history",))
def suggested(shift):
    refused(shift, "suggested-agent", as_suggested)


def as_member(shift, manager, chat):
    insert(chat, chat.start + 120 * SECOND, manager.user, shift.dice.choice(["MANAGER", "READER"]))
    return chat.start + 200 * SECOND


@night_of_bot("join-again", 62, ("history",))
def member(shift):
    refused(shift, "already-participant", as_member)


def after_close(shift, manager, chat):
    chat.closes(20)
    return chat.clock + shift.dice.randrange(70, 400) * SECOND


@night_of_bot("join-after-the-close", 62, ("history",))
def closed(shift):
    refused(shift, "not-open", after_close)


JOINS = [
    "reader-refused",
    "join-succeeds-soon",
    "server-fails",
    "closed-meanwhile",
    "transferred-meanwhile",
    "bot-asks-to-join",
    "person-is-assigned",
    "join-never-answered",
    "survey-still-open",
]


@night_of_bot("joins-without-meaning", 235, ("history",), decoy=True)
def harmless(shift):
    """Four harmless refusals of one manager."""
    manager, moment = desk(shift)
    for place in range(4):
        name = JOINS[(shift.place * 4 + place) % len(JOINS)]
        chat = bot_chat(
            shift,
            moment + place * 60 * MINUTE,
            minutes=2 if "meanwhile" in name or "survey" in name else 6,
        )
        chat.scene, chat.decoy = name, True
        at = chat.start + 200 * SECOND
        match name:
            case "reader-refused":
                manager.ask(chat, at, 403, body(shift), "READER")
            case "join-succeeds-soon":
                manager.ask(chat, at, 400, body(shift))
                manager.ask(chat, at + shift.dice.randrange(3, 50) * SECOND, 200, "OK Agent added successfully")
            case "server-fails":
                manager.ask(chat, at, shift.dice.choice([500, 503]), "Internal error")
            case "join-never-answered":
                manager.ask(chat, at, None)
            case "survey-still-open":
                chat.surveys(20)
                manager.ask(chat, chat.clock + 90 * SECOND, 400, body(shift))
                chat.closes(300, "system")
            case "closed-meanwhile":
                chat.closes(20)
                manager.ask(chat, chat.clock + shift.dice.randrange(-40, 40) * SECOND, 400, body(shift))
            case "transferred-meanwhile":
                chat.leaves(20)
                manager.ask(chat, chat.clock + shift.dice.randrange(-40, 40) * SECOND, 400, body(shift))
                chat.joins(90, chat.stranger)
                chat.agent_says(20, "human", who=chat.stranger)
            case "bot-asks-to-join":
                other = Desk(shift.account.survey)
                other.ask(chat, at, 403, body(shift))
                shift.managers.append(other)
            case "person-is-assigned":
                chat.leaves(5)
                chat.joins(10, chat.stranger)
                chat.agent_says(30, "human", who=chat.stranger)
                manager.ask(chat, chat.clock + 150 * SECOND, 403, body(shift))
                chat.agent_says(400, "human", who=chat.stranger)
        if chat.state == "OPEN":
            chat.closes(120)

"""A bot's night as its own program lives it: connections, logins, states and heartbeats beside its conversations."""

import scenarios_empty
from story import END, MINUTE, NIGHT, SECOND, Chat, uid

ADDRESSES = {
    "private": "10.4.{}.{}",
    "carrier": "100.72.{}.{}",
    "link": "169.254.{}.{}",
    "public": "198.51.{}.{}",
    "other": "203.0.{}.{}",
}


class Shift:
    """The log of one program that works as one bot."""

    def __init__(self, dice, bot, layout, night=None, place=0, starts=NIGHT):
        self.dice, self.bot, self.account, self.layout, self.night, self.place = (
            dice,
            bot,
            bot.account,
            layout,
            night,
            place,
        )
        self.events, self.chats, self.planted, self.decoys = [], [], [], []
        self.joint, self.silent_messages, self.starts, self.end = False, False, starts, starts + END - NIGHT
        self.scene, self.audits, self.logins, self.managers = "plain", [], [], []
        self.ends = []  # moments from which nothing is heard, and when that ends

    def event(self, at, kind, **data):
        self.events.append((round(at), kind, data))

    def address(self, kind="public", place=7):
        """An address of a range; the same place gives the same address."""
        base = int(self.bot.number)
        return ADDRESSES[kind].format(base // 7 % 250, (base // 1750 + place) % 250)

    # ---- Connections
    def connects(self, at, online=True, routing=True, conversations=True, resync="query", availability="ONLINE"):
        """The socket is open; what the program asks for at once, and how it takes up its open conversations."""
        self.event(at, "connected")
        self.event(at + 50, "profile")
        if online:
            self.event(at + 200, "state", availability=availability)
        if conversations:
            self.event(at + 400, "subscribe", what="conversations", subscription=uid(self.dice))
        if routing:
            self.event(at + 600, "subscribe", what="routing", subscription=uid(self.dice))
        if resync:
            self.event(at + 900, "resync", query=resync == "query")
        for gap in self.ends:
            if gap[1] is None:
                gap[1] = round(at)

    def closes(self, at, code=1006):
        self.event(at, "closed", code=code)
        self.ends.append([round(at), None])

    def crashes(self, at):
        self.event(at, "crash")
        self.ends.append([round(at), None])

    def dies(self, at):
        """The program is gone, and its log says nothing of it."""
        self.ends.append([round(at), None])

    def errors(self, at, code=502, service="messaging", location="Reconnect#Relogin#WS"):
        self.event(at, "error", code=code, service=service, location=location)

    def login(self, at, code, **more):
        """A login as the recorder saw it, with its address and method."""
        self.event(at, "login", code=code, **more)

    def names_itself(self, at):
        """A recorder of SDK events without conversations names its bot only by a login."""
        if self.layout == "sdk":
            self.login(at - 300, 200)

    def refused(self, at, code=401, location="Reconnect#Relogin#WS"):
        """A failed login as the SDK tells it."""
        self.event(at, "error", code=code, service="authentication.login", location=location)

    def heartbeats(self, begin, end, every=300):
        for at in range(round(begin), round(end), every * SECOND):
            if self.up(at):
                self.event(at + self.dice.randrange(400), "clock")

    def up(self, at):
        return not any(begin <= at and (end is None or at < end) for begin, end in self.ends)

    def ordinary(self):
        """Connected from the beginning."""
        self.connects(self.starts + self.dice.randrange(2, 50) * SECOND)

    # ---- Conversations
    def chat(self, at, channel=None):
        chat = Chat(
            self.dice, self.bot, channel or self.dice.choice(["web", "app", "whatsapp"]), round(at), self.layout
        )
        chat.scene = self.scene
        self.chats.append(chat)
        return chat

    def healthy(self, begin, end, count):
        """Conversations in which nothing is wrong, all over by half an hour after the end."""
        for _ in range(count):
            chat = self.chat(self.dice.uniform(begin, end))
            chat.scene = "healthy"
            scenarios_empty.healthy(chat)

    def tail(self):
        """The last of the night, so that the log goes on for long after everything else."""
        self.healthy(self.end - 40 * MINUTE, self.end - 25 * MINUTE, 1)

    def companion(self, elsewhere=False, same=False):
        """Another program: of another bot of the account, of another account, or of the same bot."""
        return self.night.companion(self, elsewhere, same)

    # ---- What is true of it
    def plant(self, detector, cause, severity, confidence, begin=None, end=None, **more):
        self.planted.append(
            dict(detector=detector, cause=cause, severity=severity, confidence=confidence, begin=begin, end=end, **more)
        )

    def decoy(self, name, begin, end):
        self.decoys.append((name, round(begin), round(end)))


def slots(dice, count, length=150 * MINUTE):
    """Moments of a night that are far enough apart not to touch each other."""
    first = NIGHT + 15 * MINUTE + dice.randrange(0, 20 * MINUTE)
    return [first + place * length for place in range(count)]

"""A bot's night as its own program lives it: connections, logins, states and heartbeats beside its conversations."""
from story import END, MINUTE, NIGHT, SECOND, uid

ADDRESSES = {"private": "10.4.{}.{}", "carrier": "100.72.{}.{}", "link": "169.254.{}.{}", "public": "198.51.{}.{}", "other": "203.0.{}.{}"}


class Shift:
    """The log of one program that works as one bot."""

    def __init__(self, dice, bot, layout):
        self.dice, self.bot, self.account, self.layout = dice, bot, bot.account, layout
        self.events, self.chats, self.planted, self.decoys = [], [], [], []
        self.joint, self.silent_messages, self.end, self.starts = False, False, END, NIGHT
        self.scene = "plain"
        self.ends = []  # moments from which nothing is heard, and when that ends
        self.twin = None  # a second program of the same bot

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
        if online: self.event(at + 200, "state", availability=availability)
        if conversations: self.event(at + 400, "subscribe", what="conversations", subscription=uid(self.dice))
        if routing: self.event(at + 600, "subscribe", what="routing", subscription=uid(self.dice))
        if resync: self.event(at + 900, "resync", query=resync == "query")
        for gap in self.ends:
            if gap[1] is None: gap[1] = round(at)

    def closes(self, at, code=1006):
        self.event(at, "closed", code=code)
        self.ends.append([round(at), None])

    def crashes(self, at):
        self.event(at, "crash")
        self.ends.append([round(at), None])

    def errors(self, at, code=502, service="messaging", location="Reconnect#Relogin#WS"):
        self.event(at, "error", code=code, service=service, location=location)

    def login(self, at, code, **more):
        """A login as the recorder saw it, with its address and method."""
        self.event(at, "login", code=code, **more)

    def refused(self, at, code=401, location="Reconnect#Relogin#WS"):
        """A failed login as the SDK tells it."""
        self.event(at, "error", code=code, service="authentication.login", location=location)

    def heartbeats(self, begin, end, every=300):
        for at in range(round(begin), round(end), every * SECOND):
            if self.up(at): self.event(at + self.dice.randrange(400), "clock")

    def up(self, at):
        return not any(begin <= at and (end is None or at < end) for begin, end in self.ends)

    def ordinary(self):
        """Connected from the beginning."""
        self.connects(self.starts + self.dice.randrange(2, 50) * SECOND)

    # ---- What is true of it
    def plant(self, detector, cause, severity, confidence, begin=None, end=None, **more):
        self.planted.append(dict(detector=detector, cause=cause, severity=severity, confidence=confidence, begin=begin, end=end, **more))

    def decoy(self, name, begin, end):
        self.decoys.append((name, round(begin), round(end)))


def slots(dice, count, length=150 * MINUTE):
    """Moments of a night that are far enough apart not to touch each other."""
    first = NIGHT + 15 * MINUTE + dice.randrange(0, 20 * MINUTE)
    return [first + place * length for place in range(count)]

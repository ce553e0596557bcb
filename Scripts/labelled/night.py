"""The whole night: which account has which bots, which bot plays which scenarios, and what is true of all together."""

import random
from collections import Counter, defaultdict

# They register themselves, in this order.
import scenarios_empty, scenarios_oversized, scenarios_first, scenarios_missing  # noqa: E401
import scenarios_reply, scenarios_duplicate  # noqa: E401
import decoys_empty, decoys_login, decoys_offline, decoys_stall  # noqa: E401
import scenarios_join, scenarios_login, scenarios_offline  # noqa: E401
import scenarios_rates, scenarios_replay, scenarios_stall  # noqa: E401
from scenes import CHATS, SHIFTS, STREAMS
from shift import Shift
from story import BOT, HOUR, MINUTE, NIGHT, SECOND, Account

EARLIER = NIGHT - 30 * 24 * HOUR
CAPACITY = {
    "history": (9, 20),
    "sdk": (5, 11),
    "socket": (5, 11),
    "text": (5, 11),
    "webhook": (8, 16),
    "consumer": (6, 10),
}
WEIGHT = {"history": 3, "webhook": 1.5, "consumer": 1.2}
TRAITS = {"waits": 2, "first": 1, "limit": 1}
STEMS = (
    "amber birch cedar delta ember flint grove heron iris juniper kestrel larch maple nettle otter pine quill".split()
)


class Night:
    """Every conversation and every bot of a seed."""

    def __init__(self, seed, conversations):
        self.seed, self.dice, self.scale = seed, random.Random(f"lamps {seed}"), conversations / 20_000
        self.conversations, self.shifts, self.accounts, self.open = conversations, [], [], {}
        self.bots = 0
        self.limits = Counter()
        self.play_nights()
        self.play_chats()
        for account in self.accounts:
            self.open_desk(account)
        self.settle_rates()

    # ---- Accounts and bots
    def account(self, images, early=False):
        """An account with room for another bot."""
        account, room = self.open.get((images, early), (None, 0))
        if not room:
            account, room = Account(self.dice, images), self.dice.randint(12, 22)
            account.early = early
            self.accounts.append(account)
        self.open[images, early] = account, room - 1
        return account

    def bot(self, account):
        self.bots += 1
        return account.add(self.dice, f"{self.dice.choice(STEMS)}-{self.bots}-bot", BOT)

    def shift(self, layout, images=None, early=False, account=None, bot=None, place=0):
        account = account or self.account(images or self.dice.choice(["lost", "carries"]), early)
        shift = Shift(self.dice, bot or self.bot(account), layout, self, place, EARLIER if account.early else NIGHT)
        self.shifts.append(shift)
        return shift

    def companion(self, shift, elsewhere, same):
        account = self.account("carries" if shift.account.images == "lost" else "lost") if elsewhere else shift.account
        other = self.shift(shift.layout, account=account, bot=shift.bot if same else None, place=shift.place)
        other.scene = shift.scene
        return other

    def open_desk(self, account):
        """Every account has a bot in its history that works all night; photographs over SMS arrive there or nowhere."""
        shift = self.shift("history", account=account)
        shift.scene = "healthy"
        shift.healthy(shift.starts + 5 * MINUTE, shift.end - 60 * MINUTE, 1)
        if account.images == "carries":
            chat = shift.chat(shift.starts + self.dice.randrange(30, 400) * MINUTE, "sms")
            chat.scene = "healthy"
            chat.opens()
            chat.consumer_says(20, what="file", text="")
            chat.answers()
            chat.closes(60)
        shift.tail()

    # ---- Casting
    def count(self, share):
        return max(1, round(share * self.scale)) if share else 0

    def play_nights(self):
        for kind in SHIFTS:
            for place in range(self.count(kind.share)):
                shift = self.shift(kind.layouts[place % len(kind.layouts)], kind.images, kind.early, place=place)
                shift.scene, shift.is_decoy = kind.name, kind.decoy
                kind.tell(shift)

    def play_chats(self):
        parts = []
        for kind in CHATS:
            weights = [WEIGHT.get(layout, 1) for layout in kind.layouts]
            for _ in range(self.count(kind.share)):
                parts.append((kind, self.dice.choices(kind.layouts, weights)[0]))
        healthy = CHATS[[kind.name for kind in CHATS].index("healthy")]
        planned = sum(len(shift.chats) for shift in self.shifts) + len(parts)
        for _ in range(max(0, self.conversations - planned - planned // 9)):
            parts.append(
                (healthy, self.dice.choices(healthy.layouts, [WEIGHT.get(layout, 1) for layout in healthy.layouts])[0])
            )
        self.dice.shuffle(parts)
        free = defaultdict(list)
        for kind, layout in parts:
            self.place(kind, layout, free)
        for casts in free.values():
            for cast in casts:
                self.finish(cast)

    def place(self, kind, layout, free):
        """Gives a conversation to a bot that has room for it, and for what is counted."""
        images, channel = kind.images or self.dice.choice(["lost", "carries"]), self.dice.choice(kind.channel)
        casts = free[layout, images]
        spot = lambda cast: (cast["shift"].account, channel if layout != "webhook" else "")
        for cast in casts:
            if any(cast["traits"][trait] + add > TRAITS[trait] for trait, add in kind.traits.items()):
                continue
            if kind.traits.get("limit") and self.limits[spot(cast)] >= 2:
                continue
            break
        else:
            shift = self.shift(layout, images)
            cast = dict(shift=shift, traits=Counter(), room=self.dice.randint(*CAPACITY[layout]), joint=True)
            if layout in STREAMS:
                shift.ordinary()
            casts.append(cast)
        cast["traits"].update(kind.traits)
        if kind.traits.get("limit"):
            self.limits[spot(cast)] += 1
        shift = cast["shift"]
        chat = shift.chat(NIGHT + self.dice.randrange(8 * 60, 9 * 3600) * SECOND + self.dice.randrange(1000), channel)
        chat.scene, chat.decoy = kind.name, kind.decoy
        kind.tell(chat)
        cast["joint"] &= kind.joint
        cast["room"] -= 1
        if not cast["room"]:
            casts.remove(cast)
            self.finish(cast)
        elif len(casts) > 9:
            self.dice.shuffle(casts)

    def finish(self, cast):
        shift = cast["shift"]
        shift.tail()
        if shift.layout in STREAMS and cast["joint"] and self.dice.random() < 0.3:
            shift.joint = True

    # ---- What only all of it together tells
    def settle_rates(self):
        """Sets the severities that depend on how common a problem is."""
        by_bot, by_hour = defaultdict(list), defaultdict(list)
        channel = lambda chat: chat.channel if chat.layout not in ("webhook", "consumer") else ""
        for shift in self.shifts:
            for chat in shift.chats:
                by_bot[shift.bot].append(chat)
                by_hour[shift.bot, channel(chat), chat.start // HOUR].append(chat)
        has = lambda chats, rate: [row for chat in chats for row in chat.planted if row.get("rate") == rate]
        for chats in by_hour.values():
            rows = has(chats, "contentless")
            if len(chats) >= 20 and len(rows) * 20 >= len(chats):
                for row in rows:
                    row["severity"] = "warning"
        for chats in by_bot.values():
            rows = has(chats, "first")
            if len(chats) >= 10 and len(rows) * 5 > len(chats):
                for row in rows:
                    row["severity"] = "warning"
        self.settle_siblings()
        limits = defaultdict(list)
        for shift in self.shifts:
            for chat in shift.chats:
                for row in chat.planted:
                    if row["cause"] == "at-limit":
                        limits[shift.account, channel(chat)].append(row)
        for rows in limits.values():
            if len(rows) >= 3:
                for row in rows:
                    row["severity"] = "warning"

    def settle_siblings(self):
        """Another bot of the account that happens to log in meanwhile is a contrast as good as a planned one."""
        logins = defaultdict(list)
        for shift in self.shifts:
            for at, kind, data in shift.events:
                if kind == "login" and data["code"] == 200 and data.get("ip", "10.").split(".")[0] in ("198", "203"):
                    logins[shift.account].append((at, shift.bot))
        for shift in self.shifts:
            for row in shift.planted:
                first, last = row.pop("failing", (0, 0))
                if not first or row["confidence"] == "high":
                    continue
                others = [at for at, bot in logins[shift.account] if bot is not shift.bot]
                if any(first <= at <= last for at in others):
                    row["confidence"] = "high"
                elif any(first - 10 * MINUTE <= at <= last + 10 * MINUTE for at in others):
                    row["confidence"] = ["medium", "high"]

"""The model of a night: accounts, agents and conversations, and the moves that a conversation is made of."""

import uuid
from types import SimpleNamespace

import words

SECOND, MINUTE, HOUR = 1_000, 60_000, 3_600_000
NIGHT = 1778606400000  # 2026-05-12T17:20:00Z; the last event of all is at most twelve hours later
END = NIGHT + 12 * HOUR
SYSTEM, HUMAN, BOT = "0", "1", "2"


def uid(dice):
    return str(uuid.UUID(int=dice.getrandbits(128), version=4))


def number(dice):
    return str(dice.randrange(1_000_000_000, 9_000_000_000))


class Agent:
    """A user of an account: a person, a bot or the sender of automatic messages."""

    def __init__(self, dice, account, login, kind):
        self.account, self.login, self.kind = account, login, kind
        self.number, self.pid = number(dice), uid(dice)
        self.old = f"{account.id}.{self.number}"
        self.enabled, self.by_hand = True, False

    @property
    def names(self):
        """Every id that a report may know the user by."""
        return [self.pid, self.number, self.old, self.login]


class Account:
    """A brand; `images` says whether photographs of its consumers arrive over SMS."""

    def __init__(self, dice, images):
        self.id = dice.choice(["", "le"]) + str(dice.randrange(10_000_000, 99_999_999))
        self.images, self.skill, self.agents = images, number(dice), []
        self.system = self.add(dice, "auto-messages", SYSTEM)
        self.survey = self.add(dice, "survey-desk", BOT)
        self.people = [self.add(dice, name, HUMAN) for name in ("ines.h", "oskar.l", "mei.t")]

    def add(self, dice, login, kind):
        agent = Agent(dice, self, login, kind)
        self.agents.append(agent)
        return agent


class Chat:
    """A conversation, told by its scenario move by move; every method takes the seconds since the last move first."""

    def __init__(self, dice, bot, channel, start, layout):
        self.dice, self.bot, self.account, self.channel, self.layout = dice, bot, bot.account, channel, layout
        self.id, self.survey_id, self.ring = uid(dice), uid(dice), dice.randrange(10**12)
        self.consumer = uid(dice) if channel in ("web", "app") else f"{dice.getrandbits(256):064x}"
        self.start = self.clock = start
        self.skill, self.language = bot.account.skill, dice.randrange(words.LANGUAGES)
        self.free = {self.id: 0, self.survey_id: 0}
        self.present, self.state, self.surveyed, self.last = {}, "OPEN", False, None
        self.moves, self.planted = [], []
        self.opening, self.first, self.gateway, self.shares_screen = "", "", [], False
        self.scene, self.decoy, self.calm, self.joint = "", False, False, False
        self.other_consumer = None

    @property
    def history(self):
        return self.layout == "history"

    @property
    def stream(self):
        return self.layout in ("sdk", "socket", "text")

    @property
    def stranger(self):
        """A person of the account."""
        return self.account.people[self.ring % len(self.account.people)]

    # ---- Moves
    def move(self, after, act, who=None, **fields):
        self.clock += round(after * SECOND)
        move = SimpleNamespace(
            at=self.clock,
            act=act,
            who=who,
            what="text",
            text=None,
            seq=None,
            dialog=self.id,
            private=False,
            told=True,
            code=200,
            about=None,
            ring=True,
            last=True,
            ask=True,
            repeat=0,
            answered=None,
            state_of="ACTIVE",
            role=None,
        )
        vars(move).update(fields)
        if act in ("say", "receipt") and move.code == 200:
            move.seq = self.free[move.dialog]
            self.free[move.dialog] += 1
        if act == "say" and move.seq is not None:
            self.last = move
        move.present, move.state, move.surveyed = dict(self.present), self.state, self.surveyed
        self.moves.append(move)
        return move

    def words(self, kind):
        return words.text(kind, self.language, self.dice.randrange(10**7))

    def consumer_says(self, after, kind="ask", text=None, **fields):
        """The consumer writes; where a bot is there it often reads at once."""
        if self.dice.random() < 0.25 and after > 4 and not self.calm:
            self.move(after - 2.5, "typing", what="COMPOSING")
            after = 2.5
        move = self.move(after, "say", text=self.words(kind) if text is None else text, **fields)
        if (
            self.present.get(self.bot, ("", ""))[0] == "ASSIGNED_AGENT"
            and move.told
            and move.code == 200
            and not self.calm
            and self.dice.random() < 0.6
        ):
            self.receipt(0.3, self.bot)
        return move

    def agent_says(self, after, kind="answer", text=None, who=None, **fields):
        """An agent writes, the bot unless another is named."""
        who = who or self.bot
        move = self.move(after, "say", who, text=self.words(kind) if text is None else text, **fields)
        if move.code == 200 and not self.calm and self.channel != "sms" and self.dice.random() < 0.4:
            self.move(0.5, "receipt", about=move.seq, what="ACCEPT")
        if self.dice.random() < 0.05:
            self.free[self.id] += self.dice.randrange(1, 4)
        return move

    def receipt(self, after, who, what="READ"):
        return self.move(after, "receipt", who, about=self.last.seq if self.last else 0, what=what)

    def tap(self, after):
        """The consumer taps on a button, which is the consumer's turn."""
        return self.move(after, "receipt", about=self.last.seq if self.last else 0, what="ACTION")

    def joins(self, after, who=None, role="ASSIGNED_AGENT", state="ACTIVE", **fields):
        who = who or self.bot
        if role == "ASSIGNED_AGENT" and state == "ACTIVE":
            self.present = {agent: part for agent, part in self.present.items() if part[0] != role}
        self.present[who] = (role, state)
        return self.move(after, "join", who, role=role, state_of=state, **fields)

    def leaves(self, after, who=None, by=None, reason="Skill"):
        who = who or self.bot
        role = self.present.pop(who)[0]
        return self.move(after, "leave", who, role=role, by=by or who, reason=reason)

    def closes(self, after, by="agent"):
        self.state = "CLOSE"
        return self.move(after, "close", what=by)

    def surveys(self, after):
        """The main dialog ends and a survey opens, in which the survey bot asks."""
        self.state, self.surveyed = "CLOSE", True
        self.move(after, "survey", what="agent")
        self.move(1.5, "say", self.account.survey, text=self.words("survey"), dialog=self.survey_id)

    def consumer_at(self, move):
        """The consumer's id at a move; a consumer who signs in gets another."""
        return self.other_consumer[1] if self.other_consumer and move.at >= self.other_consumer[0] else self.consumer

    # ---- What most conversations share
    def opens(self, joining=None):
        """The consumer writes and the bot joins and answers."""
        self.consumer_says(self.dice.uniform(0.5, 2), "hello")
        self.joins(joining or self.dice.uniform(0.6, 2.5))
        self.answers()

    def answers(self, after=None, kind="answer", **fields):
        return self.agent_says(after or self.dice.uniform(1, 6), kind, **fields)

    def turns(self, most=3, least=0):
        for _ in range(self.dice.randint(least, most)):
            self.consumer_says(self.dice.uniform(12, 90), self.dice.choice(["ask", "more"]))
            self.answers()

    def ends(self):
        """A farewell and the close, or nothing more at all."""
        if self.dice.random() < 0.6:
            self.consumer_says(self.dice.uniform(12, 60), "thanks")
            self.answers()
        if self.dice.random() < 0.9:
            self.closes(self.dice.uniform(20, 300), self.dice.choice(["agent", "consumer", "system"]))

    def plant(self, detector, cause, severity, confidence, sequence=None, **more):
        self.planted.append(
            dict(detector=detector, cause=cause, severity=severity, confidence=confidence, sequence=sequence, **more)
        )

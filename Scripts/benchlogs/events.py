"""Logs of notifications, as a bot's program or a webhook's receiver writes them, in time order."""
import random
from collections import defaultdict
from operator import itemgetter

from benchlogs.words import ANSWERS, BOT_FIRST, MORNING, SHORT, cast, consumer_text, filled, uuid


def notification(name, change):
    return '{"kind":"notification","body":{"changes":[%s]},"type":"%s"}\n' % (change, name)


CLIENT = ('"originatorClientProperties":{"type":".ClientProperties","appId":"webAsync","ipAddress":"10.0.%d.%d",'
          '"deviceFamily":"%s"},')
BOT_METADATA = '"metadata":[{"type":"BotResponse","externalConversationId":"%s","businessCases":["orders"]}],'
BOT_MARK = '"metadata":[{"type":"BotResponse"}],'
MESSAGE = notification("ms.MessagingEventNotification", (
    '{"sequence":%d,%s"originatorId":"%s","originatorMetadata":{"id":"%s","role":"%s"},"serverTimestamp":%d,'
    '"event":{"type":"ContentEvent","message":"%s","contentType":"text/plain"},%s"dialogId":"%s"}'))
RECEIPT = notification("ms.MessagingEventNotification", (
    '{"sequence":%d,"originatorId":"%s","originatorMetadata":{"id":"%s","role":"%s"},"serverTimestamp":%d,'
    '"event":{"type":"AcceptStatusEvent","status":"%s","sequenceList":[%d]},"dialogId":"%s"}'))
TYPING = notification("ms.MessagingEventNotification", (
    '{"originatorId":"%s","originatorMetadata":{"id":"%s","role":"%s"},'
    '"event":{"type":"ChatStateEvent","chatState":"%s"},"dialogId":"%s"}'))
CONTEXT = ('"context":{"type":"SharkContext","lang":"en-US","clientProperties":{"type":".ClientProperties",'
           '"appId":"webAsync"}}')
CHANGE = notification("cqm.ExConversationChangeNotification", (
    '{"type":"UPSERT","result":{"convId":"%s","conversationDetails":{"skillId":"%s","participants":[%s'
    '{"id":"%s","role":"CONSUMER"}],"brandId":"%s","state":"%s","stage":"%s","startTs":%d,"metaDataLastUpdateTs":%d,'
    '"ttr":{"ttrType":"NORMAL","value":600}%s}}}'))


class Talk:
    """One conversation's (time, line), which grow in time order."""

    def __init__(self, dice, start, bots):
        self.conversation, self.consumer = uuid(dice), uuid(dice)
        self.account, _, self.skill, self.bot = bots[dice.getrandbits(8) % 20]
        self.start = self.at = start
        self.sequence, self.lines = 0, []

    def role(self, who):
        return "ASSIGNED_AGENT" if who == self.bot else "CONSUMER"

    def change(self, state, context="", assigned=True):
        agent = f'{{"id":"{self.bot}","role":"ASSIGNED_AGENT"}},' if assigned else ""
        self.lines.append((self.at, CHANGE % (
            self.conversation, self.skill, agent, self.consumer, self.account, state, state, self.start, self.at, context)))

    def say(self, who, text, client="", metadata=""):
        self.lines.append((self.at, MESSAGE % (
            self.sequence, client, who, who, self.role(who), self.at, text, metadata, self.conversation)))
        self.sequence += 1

    def confirm(self, who, status, sequence):
        self.lines.append((self.at, RECEIPT % (
            self.sequence, who, who, self.role(who), self.at, status, sequence, self.conversation)))
        self.sequence += 1

    def type(self, who, state):
        self.lines.append((self.at, TYPING % (who, who, self.role(who), state, self.conversation)))


def recorded(dice, start, bots):
    """A conversation as a bot's program sees it: events of half a kilobyte, most of them messages."""
    talk = Talk(dice, start, bots)
    client = CLIENT % (dice.getrandbits(7), dice.getrandbits(7), "DESKTOP" if dice.random() < .5 else "MOBILE")

    def ask(): talk.say(talk.consumer, consumer_text(dice), client)
    def answer(text=None): talk.say(talk.bot, text or filled(dice, ANSWERS), metadata=BOT_METADATA % uuid(dice))

    talk.change("OPEN", "," + CONTEXT, assigned=False)
    bot_first = dice.random() < BOT_FIRST
    if not bot_first:
        talk.at += 40 + dice.getrandbits(8)
        ask()
    talk.at += 500 + dice.getrandbits(13)
    talk.change("OPEN", "," + CONTEXT)
    if bot_first:
        talk.at += 300 + dice.getrandbits(10)
        answer("Hello, what can I do for you?")
        talk.at += 3000 + dice.getrandbits(14)
        ask()
    for turn in range(1 if dice.random() < .8 else 2 + dice.getrandbits(1)):
        if turn:
            talk.at += 5000 + dice.getrandbits(15)
            ask()
        talk.at += 100 + dice.getrandbits(7)
        talk.confirm(talk.bot, "READ", talk.sequence - 1)
        if turn == 0: talk.type(talk.bot, "COMPOSING")
        talk.at += 800 + dice.getrandbits(12)
        answer()
    talk.at += 20_000 + dice.getrandbits(17)
    talk.change("CLOSE", "," + CONTEXT)
    return talk.lines


def received(dice, start, bots):
    """A conversation as a webhook's receiver sees it: events of 350 bytes, most of them no messages, and many turns."""
    talk = Talk(dice, start, bots)

    def type_and_say(who, longest, text, metadata=""):
        for _ in range(2):
            talk.type(who, "COMPOSING")
            talk.at += 200 + dice.getrandbits(longest)
            talk.type(who, "ACTIVE")
            talk.at += 20
        talk.say(who, text, metadata=metadata)

    def hear(who):
        talk.at += 60 + dice.getrandbits(7)
        talk.confirm(who, "READ", talk.sequence - 1)

    talk.change("OPEN")
    if dice.random() < BOT_FIRST:
        talk.at += 300 + dice.getrandbits(10)
        talk.say(talk.bot, "Hello!", metadata=BOT_MARK)
    for _ in range(2 + dice.getrandbits(3)):
        talk.at += 1500 + dice.getrandbits(13)
        type_and_say(talk.consumer, 12, consumer_text(dice, SHORT))
        hear(talk.bot)
        type_and_say(talk.bot, 10, dice.choice(SHORT), BOT_MARK)
        hear(talk.consumer)
    talk.at += 20_000 + dice.getrandbits(17)
    talk.change("CLOSE")
    return talk.lines


def write_events(seed, limit, conversation, ordered, grouped):
    """Twenty conversations start a second; lines wait, by second, until no conversation can start before them."""
    dice = random.Random(seed)
    bots, start, written, waiting, second = cast(dice), MORNING, 0, defaultdict(list), MORNING // 1000
    while written < limit or waiting:
        start += 1000 if written >= limit else int(dice.expovariate(20) * 1000)
        if written < limit:
            for line in conversation(dice, start, bots):
                waiting[line[0] // 1000].append(line)
                grouped.write(line[1])
                written += len(line[1])
        while second < start // 1000:
            for _, line in sorted(waiting.pop(second, ()), key=itemgetter(0)): ordered.write(line)
            second += 1

"""Bots that lose their connection or their process in the middle of conversations, and what they do afterwards."""

from scenes import HISTORY, STREAMS, night_of_bot
from story import MINUTE, SECOND
from shift import slots


def caught(shift, outage, first_wait=None, name=None):
    """A conversation that has been answered before an outage; gives the chat, and the turn that comes inside it."""
    chat = shift.chat(outage - shift.dice.randrange(180, 500) * SECOND)
    chat.calm = True
    chat.consumer_says(1, "hello")
    chat.joins(1)
    chat.answers(2)
    chat.consumer_says(30, "ask")
    chat.answers(3)
    wait = shift.dice.uniform(2, 40) if first_wait is None else first_wait
    turn = chat.consumer_says((outage - chat.clock) / SECOND + wait, "ask")
    if name:
        chat.scene, chat.decoy = name, True
    return chat, turn


def stays_silent(shift, chat, turn, cause, back=None, confidence="high"):
    """Never answered, or late: once the bot is back, if it comes back."""
    if back and shift.dice.random() < 0.4:
        after = max(65, (back - turn.at) / SECOND + shift.dice.uniform(10, 60))
        chat.answers(after)
        chat.turns(1)
        severity = "warning"
    else:
        severity = "error"
    if shift.dice.random() < 0.7:
        chat.closes(shift.dice.uniform(90, 900), "consumer")
    chat.plant("stalled-conversation", cause, severity, confidence, turn.seq)


def ordinary_night(shift, outage, count=1):
    """Healthy conversations before and, in a bot that comes back, after."""
    shift.ordinary()
    shift.healthy(outage - 75 * MINUTE, outage - 45 * MINUTE, count)


@night_of_bot("reconnect-failed", 24, STREAMS)
def reconnect_failed(shift):
    """One failed reconnect, and the program never tries again; what consumers wrote stands in the history."""
    shift.joint = True
    outage = slots(shift.dice, 1)[0] + 100 * MINUTE
    ordinary_night(shift, outage)
    shift.closes(outage)
    if shift.dice.random() < 0.5:
        shift.errors(outage + 6000, "ENOTFOUND", "domainNames", "Reconnect#CSDS")
    else:
        shift.errors(outage + 6000, 502)
    for _ in range(shift.dice.randint(2, 4)):
        stays_silent(shift, *caught(shift, outage), "reconnect-failed")


@night_of_bot("not-resubscribed", 23, ("socket",))
def not_resubscribed(shift):
    shift.joint = True
    outage = slots(shift.dice, 1)[0] + 100 * MINUTE
    ordinary_night(shift, outage)
    shift.closes(outage)
    back = outage + shift.dice.randrange(8, 50) * SECOND
    shift.connects(back, conversations=False, resync=None)
    for _ in range(shift.dice.randint(2, 4)):
        chat, turn = caught(shift, outage)
        if shift.dice.random() < 0.4:
            chat.consumer_says(shift.dice.uniform(70, 200), "ask", told=shift.dice.random() < 0.5)
        chat.closes(shift.dice.uniform(90, 900), "consumer")
        chat.plant("stalled-conversation", "not-resubscribed", "error", "high", turn.seq)
    shift.healthy(back + 5 * MINUTE, back + 60 * MINUTE, 2)
    shift.tail()


def comes_back(shift, cause, kill):
    """The program goes, comes back, asks for its conversations, and does not answer what came meanwhile."""
    shift.joint = shift.dice.random() < 0.4
    outage = slots(shift.dice, 1)[0] + 100 * MINUTE
    ordinary_night(shift, outage)
    back = outage + shift.dice.randrange(45, 110) * SECOND
    kill(outage)
    if cause in ("restart", "crash"):
        shift.event(back - 4 * SECOND, "start")
    shift.connects(back)
    for _ in range(shift.dice.randint(2, 4)):
        stays_silent(shift, *caught(shift, outage), cause, back)
    shift.healthy(back + 30 * MINUTE, back + 80 * MINUTE, 1)
    shift.tail()


@night_of_bot("restart", 15, ("text",))
def restart(shift):
    comes_back(shift, "restart", shift.dice.choice([shift.closes, shift.dies]))


@night_of_bot("crash", 22, ("text",))
def crash(shift):
    comes_back(shift, "crash", shift.crashes)


@night_of_bot("outage", 15, STREAMS)
def outage_only(shift):
    comes_back(shift, "outage", shift.closes)


def cluster(shift, count, new):
    """In history alone: several conversations go silent together; `new` says whether later ones are answered."""
    moment = slots(shift.dice, 1)[0] + 100 * MINUTE
    shift.healthy(moment - 75 * MINUTE, moment - 45 * MINUTE, 1)
    chats = []
    for place in range(count):
        chat, turn = caught(shift, moment, first_wait=5 + place * shift.dice.uniform(20, 100))
        if shift.dice.random() < 0.6:
            chat.closes(shift.dice.uniform(120, 900), "consumer")
        chats.append((chat, turn))
    if new:
        shift.healthy(moment + 15 * MINUTE, moment + 80 * MINUTE, 1)
        shift.tail()
    return moment, chats


@night_of_bot("restart-seen-in-history", 16, HISTORY)
def restart_cluster(shift):
    for chat, turn in cluster(shift, shift.dice.randint(3, 6), True)[1]:
        chat.plant("stalled-conversation", "restart", "error", "medium", turn.seq)


@night_of_bot("two-silent-in-history", 52, HISTORY, decoy=True)
def two_silent(shift):
    moment, chats = cluster(shift, 2, True)
    for chat, turn in chats:
        chat.scene, chat.decoy = "two-silent-in-history", True
        chat.plant("slow-reply", "unanswered", "error", "high", turn.seq)


@night_of_bot("silent-seen-in-history", 30, HISTORY)
def silent_cluster(shift):
    moment, chats = cluster(shift, shift.dice.randint(3, 5), False)
    for chat, turn in chats:
        chat.plant("slow-reply", "unanswered", "error", "high", turn.seq)
    shift.plant("connector-offline", "silent", "error", "low", moment - 15 * MINUTE, moment + 30 * MINUTE)


@night_of_bot("twenty-nine-minutes-of-silence", 20, STREAMS)
def twenty_nine(shift):
    """The consumer comes back just early enough for the bot to owe an answer."""
    outage = slots(shift.dice, 1)[0] + 100 * MINUTE
    ordinary_night(shift, outage)
    shift.closes(outage)
    back = outage + 50 * SECOND
    shift.connects(back)
    chat = shift.chat(outage - 28 * MINUTE)
    chat.calm = True
    chat.consumer_says(1, "hello")
    chat.joins(1)
    chat.answers(2)
    turn = chat.consumer_says((outage - chat.clock) / SECOND + 20, "ask")
    chat.closes(400, "system")
    chat.plant("stalled-conversation", "outage", "error", "high", turn.seq)
    shift.tail()

"""Connectors that are down, or up and of no use, and silence that is none."""

from scenes import EVERYWHERE, STREAMS, night_of_bot
from scenarios_stall import caught
from shift import slots
from story import HOUR, MINUTE, SECOND


def began(shift, heartbeats=False):
    moment = slots(shift.dice, 1)[0] + 100 * MINUTE
    shift.ordinary()
    shift.healthy(moment - 75 * MINUTE, moment - 45 * MINUTE, shift.dice.randint(0, 1))
    return moment


def offline(shift, cause, severity, confidence, moment, end=None):
    shift.plant("connector-offline", cause, severity, confidence, moment - 15 * MINUTE, (end or moment) + HOUR)


@night_of_bot("cannot-connect", 65, STREAMS)
def failed_connection(shift):
    moment = began(shift)
    harm = shift.dice.random() < 0.4
    shift.joint = harm
    shift.closes(moment)
    at = moment + 5 * SECOND
    for _ in range(shift.dice.randint(2, 8)):
        code, service, location = shift.dice.choice(
            [
                (502, "messaging", "Reconnect#Relogin#WS"),
                (503, "messaging", "Reconnect#Relogin#WS"),
                ("ENOTFOUND", "domainNames", "Reconnect#CSDS"),
                ("ETIMEDOUT", "domainNames", "Reconnect#CSDS"),
            ]
        )
        shift.errors(at, code, service, location)
        at += shift.dice.randint(15, 60) * SECOND
    back = max(at, moment + 140 * SECOND) + shift.dice.randint(5, 200) * SECOND
    shift.connects(back)
    if harm:
        for _ in range(2):
            chat, turn = caught(shift, moment)
            late = shift.dice.random() < 0.5
            if late:
                chat.answers((back - turn.at) / SECOND + 4)
            chat.closes(200 + (0 if late else (back - chat.clock) / SECOND), "consumer")
            chat.plant("stalled-conversation", "outage", "warning" if late else "error", "high", turn.seq)
    shift.healthy(back + 20 * MINUTE, back + 80 * MINUTE, 1)
    shift.tail()
    offline(shift, "failed-connection", "error" if harm else "warning", "high", moment)


@night_of_bot("never-authorized", 60, ("sdk", "socket"))
def unauthorized(shift):
    """A bot user that somebody else made: its very first logins are refused, and it never gets in."""
    moment = slots(shift.dice, 1)[0] + 60 * MINUTE
    count = shift.dice.choice([2, 2, 3, 6])
    for place in range(count):
        shift.login(moment + place * 35 * SECOND, 401, ip=shift.address("public"), auth="oauth2")
    offline(shift, "unauthorized", "warning", "high", moment)
    if count >= 3:
        shift.plant(
            "bot-login-failure",
            ["login-failures", "disabled"],
            ["warning", "error"],
            ["high", "low"],
            moment - HOUR,
            moment + HOUR,
            must=False,
            may=True,
            why="the same run may be reported as failing logins",
        )


@night_of_bot("heartbeats-stop", 60, ("socket",))
def silent(shift):
    moment = began(shift)
    harm = shift.dice.random() < 0.3
    every = shift.dice.choice([120, 300])
    returns = shift.dice.random() < 0.5
    shift.heartbeats(shift.starts + 120 * SECOND, moment, every)
    back = moment + 70 * MINUTE
    shift.ends.append([round(moment), round(back) if returns else None])
    if returns:
        shift.heartbeats(back, shift.end - MINUTE, every)
        shift.healthy(back + 20 * MINUTE, back + 60 * MINUTE, 1)
        shift.tail()
    if harm:
        shift.joint = True
        chat, turn = caught(shift, moment, 120)
        chat.closes(500, "consumer")
        chat.plant("slow-reply", "unanswered", "error", "high", turn.seq)
    offline(shift, "silent", "error" if harm else "warning", "high", moment)


@night_of_bot("connected-and-not-online", 60, ("socket", "text"))
def not_online(shift):
    moment = began(shift)
    shift.closes(moment)
    missing = shift.dice.choice(["online", "routing"])
    shift.connects(moment + 20 * SECOND, **{missing: False})
    again = moment + 50 * MINUTE
    shift.closes(again)
    shift.connects(again + 15 * SECOND)
    shift.healthy(again + 20 * MINUTE, again + 60 * MINUTE, 1)
    shift.tail()
    offline(shift, "not-online", "warning", "high", moment)


@night_of_bot("two-programs-one-user", 60, ("sdk", "socket"))
def collision(shift):
    moment = began(shift)
    other = shift.companion(same=True)
    other.scene = shift.scene
    at = moment
    parts = [other, shift]
    for turn in range(shift.dice.randint(6, 9)):
        parts[0].names_itself(at)
        parts[0].connects(at, resync=None)
        parts[1].closes(at + shift.dice.randrange(500, 6000), 1006)
        at += shift.dice.randint(15, 45) * SECOND
        parts.reverse()
    # The last one connected stays; the other comes to its end on purpose.
    if parts[1] is other:
        other.closes(at, 1000)
        shift.connects(at + 15 * SECOND)
    shift.healthy(at + 20 * MINUTE, at + 80 * MINUTE, 1)
    shift.tail()
    offline(shift, "session-collision", "warning", "medium", moment)


@night_of_bot("hands-everything-on", 60, EVERYWHERE)
def vendor(shift):
    if shift.layout in STREAMS:
        shift.ordinary()
    moment = slots(shift.dice, 1)[0] + 100 * MINUTE
    shift.healthy(moment - 75 * MINUTE, moment - 45 * MINUTE, 1)
    hand_on(shift, moment, shift.dice.randint(5, 7))
    shift.healthy(moment + 60 * MINUTE, moment + 110 * MINUTE, 1)
    shift.tail()
    offline(shift, "vendor-interruption", "warning", "low", moment)


def hand_on(shift, moment, count):
    """Conversations that the bot gives away as soon as it has them."""
    for place in range(count):
        chat = shift.chat(moment + place * 100 * SECOND)
        chat.consumer_says(1, "hello")
        chat.joins(1)
        chat.leaves(shift.dice.uniform(0.5, 4))
        chat.joins(12, chat.stranger)
        chat.agent_says(18, "human", who=chat.stranger)
        chat.closes(100)

"""Silence and pauses that do not mean that a connector is down."""

from scenarios_offline import began, hand_on
from scenes import EVERYWHERE, STREAMS, night_of_bot
from shift import slots
from story import HOUR, MINUTE, SECOND


@night_of_bot("hands-four-on", 104, EVERYWHERE, decoy=True)
def four(shift):
    if shift.layout in STREAMS:
        shift.ordinary()
    moment = slots(shift.dice, 1)[0] + 100 * MINUTE
    shift.healthy(moment - 75 * MINUTE, moment - 45 * MINUTE, 1)
    hand_on(shift, moment, shift.dice.randint(3, 4))
    shift.healthy(moment + 60 * MINUTE, moment + 110 * MINUTE, shift.dice.randint(0, 1))
    shift.tail()
    shift.decoy("hands-four-on", moment, moment + HOUR)


def pause(shift, name, moment):
    """One harmless pause of a connection."""
    match name:
        case "planned-stop":
            shift.closes(moment, 1000)
            shift.event(moment + 20 * MINUTE, "start")
            shift.connects(moment + 20 * MINUTE + 3 * SECOND)
        case "token-refreshed":
            shift.closes(moment, shift.dice.choice([4401, 4407, 1011]))
            shift.connects(moment + shift.dice.randint(2, 50) * SECOND)
        case "short-gap-with-errors":
            shift.closes(moment)
            for place in range(2):
                shift.errors(moment + (6 + place * 30) * SECOND, 502)
            shift.connects(moment + 80 * SECOND)
        case "log-rotated":
            # The line of the new connection is lost with the old file; the bot's own traffic shows that it is there.
            shift.closes(moment)
            shift.ends[-1][1] = round(moment + 5 * SECOND)
            chat = shift.chat(moment + 10 * SECOND)
            chat.opens()
            chat.closes(60)
        case "one-error":
            shift.closes(moment)
            shift.errors(moment + 6 * SECOND, 503)
            shift.connects(moment + 30 * SECOND)
    shift.decoy(name, moment - 60 * SECOND, moment + 40 * MINUTE)


PAUSES = ["planned-stop", "token-refreshed", "short-gap-with-errors", "log-rotated", "one-error"]


@night_of_bot("pauses", 132, STREAMS, decoy=True)
def pauses(shift):
    shift.ordinary()
    for place, moment in enumerate(slots(shift.dice, 4)):
        if place == 1:
            shift.healthy(moment + 20 * MINUTE, moment + 60 * MINUTE, 1)
        pause(shift, PAUSES[(shift.place * 4 + place) % len(PAUSES)], moment + 100 * MINUTE)
    shift.tail()


@night_of_bot("quiet-night-without-heartbeats", 104, ("socket", "sdk"), decoy=True)
def quiet(shift):
    shift.ordinary()
    shift.healthy(shift.starts + 5 * MINUTE, shift.starts + 20 * MINUTE, 1)
    shift.tail()
    shift.decoy("quiet-night-without-heartbeats", shift.starts, shift.end)


@night_of_bot("quiet-night-with-heartbeats", 104, ("socket",), decoy=True)
def quiet_heartbeats(shift):
    """No conversations for hours, but the program lives; now and then a heartbeat is late."""
    shift.ordinary()
    shift.healthy(shift.starts + 5 * MINUTE, shift.starts + 20 * MINUTE, 1)
    begin = shift.starts + 120 * SECOND
    for _ in range(6):
        shift.heartbeats(begin, begin + 100 * MINUTE, 300)
        begin += 100 * MINUTE + shift.dice.randrange(60, 400) * SECOND
    shift.heartbeats(begin, shift.end - MINUTE, 300)
    shift.tail()
    shift.decoy("quiet-night-with-heartbeats", shift.starts, shift.end)


@night_of_bot("another-connector-is-up", 104, ("sdk", "socket"), decoy=True)
def another(shift):
    """One of two connectors of a bot cannot connect for some minutes, the other works all the while."""
    moment = began(shift)
    other = shift.companion(same=True)
    other.scene = shift.scene
    other.connects(other.starts + 90 * SECOND)
    shift.closes(moment)
    for place in range(4):
        shift.errors(moment + (6 + place * 40) * SECOND, 502)
    other.healthy(moment + 30 * SECOND, moment + 100 * SECOND, 1)
    other.tail()
    shift.connects(moment + 5 * MINUTE)
    shift.tail()
    shift.decoy("another-connector-is-up", moment - HOUR, moment + HOUR)


@night_of_bot("away-after-connecting", 104, ("socket",), decoy=True)
def away_after(shift):
    moment = began(shift)
    shift.closes(moment)
    shift.connects(moment + 10 * SECOND, availability=shift.dice.choice(["AWAY", "BACK_SOON", "OFFLINE", "OCCUPIED"]))
    shift.event(moment + 40 * MINUTE, "state", availability="ONLINE")
    shift.healthy(moment + 60 * MINUTE, moment + 110 * MINUTE, shift.dice.randint(0, 1))
    shift.tail()
    shift.decoy("away-after-connecting", moment - HOUR, moment + HOUR)


@night_of_bot("connection-of-seconds", 104, ("socket",), decoy=True)
def seconds(shift):
    """A connection that is gone again before the bot could go online."""
    moment = began(shift)
    shift.closes(moment)
    shift.connects(moment + 10 * SECOND, online=False, routing=False, conversations=False, resync=None)
    shift.closes(moment + 22 * SECOND)
    shift.connects(moment + 40 * SECOND)
    shift.healthy(moment + 20 * MINUTE, moment + 80 * MINUTE, shift.dice.randint(0, 1))
    shift.tail()
    shift.decoy("connection-of-seconds", moment - HOUR, moment + HOUR)


@night_of_bot("twice-from-two-programs", 104, ("sdk", "socket"), decoy=True)
def twice(shift):
    """Two programs meet twice while one replaces the other."""
    moment = began(shift)
    other = shift.companion(same=True)
    other.scene = shift.scene
    other.names_itself(moment)
    other.connects(moment, resync=None)
    shift.closes(moment + 2 * SECOND)
    shift.connects(moment + 30 * SECOND)
    other.closes(moment + 33 * SECOND, 1000)
    shift.healthy(moment + 20 * MINUTE, moment + 80 * MINUTE, shift.dice.randint(0, 1))
    shift.tail()
    shift.decoy("twice-from-two-programs", moment - HOUR, moment + HOUR)


@night_of_bot("log-without-message-events", 35, ("sdk",), decoy=True)
def no_messages(shift):
    """The level of the log drops every message event: nothing can be said of first messages."""
    shift.ordinary()
    shift.silent_messages = True
    for _ in range(3):
        chat = shift.chat(shift.dice.uniform(shift.starts + 20 * MINUTE, shift.starts + 8 * HOUR))
        chat.scene, chat.decoy = "log-without-message-events", True
        chat.consumer_says(1, "hello")
        chat.joins(1, ask=False)
        chat.answers(3)
        chat.closes(60)

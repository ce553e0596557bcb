"""Outages and silences that leave nobody without an answer, or of which nobody can tell."""

from scenarios_stall import caught, ordinary_night
from scenes import STREAMS, night_of_bot
from shift import slots
from story import MINUTE, SECOND


@night_of_bot("outage-without-harm", 105, STREAMS, decoy=True)
def outage_decoys(shift):
    """One outage, and around it conversations that it does not harm."""
    shift.joint = shift.dice.random() < 0.5
    outage = slots(shift.dice, 1)[0] + 100 * MINUTE
    ordinary_night(shift, outage)
    back = outage + shift.dice.randrange(30, 40) * SECOND
    planned = shift.dice.random() < 0.4
    shift.closes(outage, 1000 if planned else 1006)
    if planned:
        shift.event(back - 4 * SECOND, "start")
    shift.connects(back)

    chat, turn = caught(shift, outage, 20, "answered-after-full-recovery")
    chat.answers((back - turn.at) / SECOND + 5)
    wait = (chat.clock - turn.at) / SECOND
    if wait >= 15:
        chat.plant("slow-reply", "slow", "warning", "high", turn.seq)
    chat.ends()

    chat, turn = caught(shift, outage, 5, "closed-during-the-outage")
    chat.closes(12, "consumer")

    chat, turn = caught(shift, outage, 5, "taken-over-during-the-outage")
    chat.joins(9, chat.stranger)
    chat.agent_says(70, "human", who=chat.stranger)
    chat.closes(60)

    chat, turn = caught(shift, outage, 4, "returned-to-the-queue-in-the-outage")
    chat.leaves(9, reason="back2Q")
    chat.joins(100, chat.stranger)
    chat.agent_says(30, "human", who=chat.stranger)
    chat.closes(60)

    chat = shift.chat(outage - 32 * MINUTE - 20 * SECOND)
    chat.scene, chat.decoy, chat.calm = "thirty-one-minutes-of-silence", True, True
    chat.consumer_says(1, "hello")
    chat.joins(1)
    chat.answers(2)
    turn = chat.consumer_says((outage - chat.clock) / SECOND + 15, "ask")
    chat.closes(400, "system")
    chat.plant("slow-reply", "cb-max-delay", "error", "medium", turn.seq)

    chat, turn = caught(shift, outage, (back - outage) / SECOND + 90, "written-after-the-outage-and-answered")
    chat.answers(4)
    chat.ends()

    chat = shift.chat(outage - 300 * SECOND)
    chat.scene, chat.decoy = "survey-over-the-outage", True
    chat.opens()
    chat.surveys(30)
    chat.closes((outage - chat.clock) / SECOND + 400, "system")
    shift.tail()


@night_of_bot("log-ends-in-the-outage", 52, STREAMS, decoy=True)
def log_ends(shift):
    """The bot is lost as the log ends: nobody can say yet whether it answers."""
    outage = shift.end - 70 * SECOND
    shift.ordinary()
    shift.healthy(shift.starts + 60 * MINUTE, shift.starts + 300 * MINUTE, 1)
    shift.closes(outage)
    shift.connects(outage + 40 * SECOND)
    for _ in range(2):
        caught(shift, outage, shift.dice.uniform(16, 30), "log-ends-in-the-outage")


@night_of_bot("away-by-choice", 52, ("sdk", "socket"), decoy=True)
def away(shift):
    """The bot sets itself away and owes nothing until it is back."""
    moment = slots(shift.dice, 1)[0] + 100 * MINUTE
    ordinary_night(shift, moment)
    shift.event(moment - 20 * SECOND, "state", availability=shift.dice.choice(["AWAY", "BACK_SOON"]))
    for _ in range(2):
        chat, _ = caught(shift, moment, name="away-by-choice")
        chat.closes(300, "consumer")
    shift.event(moment + 20 * MINUTE, "state", availability="ONLINE")
    shift.healthy(moment + 40 * MINUTE, moment + 80 * MINUTE, 1)
    shift.tail()

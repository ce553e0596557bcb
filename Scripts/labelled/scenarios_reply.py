"""Slow and missing replies, replies that come twice, and what only looks like them."""

from scenes import CONSUMER, EVERYWHERE, HISTORY, STREAMS, WEBHOOK, decoy, scene
from story import END


def slow(chat, wait, turn, cause=None, confidence="high"):
    severity = "warning" if wait is not None and wait < 60 else "error"
    chat.plant("slow-reply", cause or ("unanswered" if wait is None else "slow"), severity, confidence, turn.seq)


def asks(chat, burst=False):
    """A turn of the consumer, now and then in several lines; gives the last message of the first burst."""
    chat.calm = True
    turn = chat.consumer_says(25, "ask")
    if burst or chat.dice.random() < 0.3:
        for _ in range(chat.dice.randint(1, 3)):
            turn = chat.consumer_says(chat.dice.uniform(0.4, 2.8), "more")
    return turn


@scene("slow", 80, EVERYWHERE + CONSUMER, waits=0)
def slow_warning(chat):
    chat.opens()
    turn = asks(chat)
    wait = chat.dice.choice([15.2, chat.dice.uniform(16, 59)])
    chat.answers(wait)
    chat.turns(1)
    chat.ends()
    slow(chat, wait, turn)


@scene("very-slow", 50, EVERYWHERE, waits=1)
def slow_error(chat):
    chat.opens()
    turn = asks(chat)
    wait = chat.dice.uniform(60.5, 400)
    chat.answers(wait)
    chat.ends()
    slow(chat, wait, turn)


@scene("slow-to-the-first-burst", 50, EVERYWHERE, waits=0)
def slow_first_burst(chat):
    chat.opens()
    turn = asks(chat, burst=True)
    chat.consumer_says(9, "more")
    chat.consumer_says(8, "more")
    chat.answers(4)
    chat.ends()
    slow(chat, 21, turn)


@scene("slow-with-automatic-message", 40, EVERYWHERE, waits=0)
def slow_system(chat):
    chat.opens()
    turn = asks(chat)
    chat.agent_says(6, "auto", who=chat.account.system)
    chat.agent_says(4, "note", private=True)
    chat.answers(20)
    chat.ends()
    slow(chat, 30, turn)


@scene("unanswered", 60, EVERYWHERE, waits=1)
def unanswered(chat):
    chat.opens()
    chat.turns(1)
    turn = asks(chat)
    if chat.dice.random() < 0.7:
        chat.closes(chat.dice.uniform(70, 900), chat.dice.choice(["system", "consumer"]))
    slow(chat, None, turn)


@scene("late-after-half-an-hour", 60, EVERYWHERE, waits=0)
def max_delay(chat):
    chat.opens()
    chat.calm = True
    turn = chat.consumer_says(chat.dice.uniform(31, 50) * 60, "ask")
    wait = chat.dice.choice([None, None, 40, 90])
    if wait:
        chat.answers(wait)
    chat.closes(400, "system")
    if wait:
        slow(chat, wait, turn)
    else:
        slow(chat, wait, turn, "cb-max-delay", "medium")


@scene("slow-though-typing-unseen", 30, HISTORY + WEBHOOK, waits=0)
def typing_unseen(chat):
    chat.opens()
    turn = asks(chat)
    chat.move(20, "typing", chat.bot, what="COMPOSING")
    chat.answers(6)
    chat.closes(60)
    slow(chat, 26, turn)


# ---- What only looks slow
@decoy("answered-in-fourteen-seconds", EVERYWHERE)
def fourteen(chat):
    chat.opens()
    asks(chat)
    chat.answers(chat.dice.uniform(13, 14.9))
    chat.ends()


@decoy("burst-answered-in-time", EVERYWHERE)
def burst(chat):
    chat.opens()
    chat.calm = True
    chat.consumer_says(20, "ask")
    for _ in range(3):
        chat.consumer_says(2.4, "more")
    chat.answers(12)
    chat.ends()


@decoy("transferred-before-an-answer", EVERYWHERE)
def transferred(chat):
    chat.opens()
    asks(chat)
    chat.leaves(chat.dice.uniform(2, 12))
    chat.joins(90, chat.stranger)
    chat.agent_says(60, "human", who=chat.stranger)
    chat.closes(100)


@decoy("person-takes-over", EVERYWHERE)
def taken_over(chat):
    chat.opens()
    asks(chat)
    chat.joins(chat.dice.uniform(3, 12), chat.stranger)
    chat.agent_says(100, "human", who=chat.stranger)
    chat.closes(100)


@decoy("closed-before-a-minute", EVERYWHERE)
def closed_soon(chat):
    chat.opens()
    asks(chat)
    chat.closes(chat.dice.uniform(4, 50), "consumer")


@decoy("person-is-slow", EVERYWHERE)
def person_slow(chat):
    chat.opens()
    chat.leaves(9)
    chat.joins(20, chat.stranger)
    chat.consumer_says(10, "ask")
    chat.agent_says(200, "human", who=chat.stranger)
    chat.consumer_says(60, "more")
    chat.closes(600)


@decoy("survey-waits", HISTORY + WEBHOOK)
def survey_waits(chat):
    chat.opens()
    chat.surveys(40)
    chat.move(15, "say", text="4", dialog=chat.survey_id)
    chat.closes(600, "system")


@decoy("bot-was-typing", STREAMS)
def typing(chat):
    chat.opens()
    asks(chat)
    for _ in range(chat.dice.randint(1, 3)):
        chat.move(10, "typing", chat.bot, what="COMPOSING")
    chat.answers(9)
    chat.ends()


@decoy("waits-as-the-log-ends", EVERYWHERE)
def log_ends(chat):
    chat.calm = True
    chat.start = chat.clock = END - chat.dice.randrange(100, 110) * 1000
    chat.opens()
    chat.consumer_says((END - chat.clock) / 1000 - chat.dice.uniform(5, 50), "ask")

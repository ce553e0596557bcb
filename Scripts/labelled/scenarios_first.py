"""Bots that speak first, first messages of which a bot was never told, and what only looks like them."""
from scenes import CONSUMER, EVERYWHERE, HISTORY, STREAMS, WEBHOOK, decoy, scene


def first(chat, cause, confidence, move, **more):
    chat.plant("bot-first-message", cause, "info", confidence, move.seq, rate="first", **more)


@scene("race", 80, EVERYWHERE + CONSUMER, first=1)
def race(chat):
    chat.calm = True
    chat.joins(1)
    move = chat.agent_says(chat.dice.uniform(1.1, 2), "greet")
    chat.consumer_says(chat.dice.uniform(.05, 1.7), "hello")
    chat.answers()
    chat.closes(60)
    first(chat, "race", "high", move)


@scene("greets-on-join", 80, EVERYWHERE, first=1)
def greets_on_join(chat):
    chat.joins(1)
    move = chat.agent_says(chat.dice.uniform(.1, .8), "greet")
    chat.consumer_says(chat.dice.uniform(5, 60), "hello")
    chat.answers()
    chat.turns(1)
    chat.ends()
    first(chat, "greets-on-join", "medium", move)


@scene("greeting-timer", 80, EVERYWHERE, first=1)
def greeting_timer(chat):
    chat.joins(1)
    move = chat.agent_says(chat.dice.uniform(3.1, 9), "greet")
    chat.consumer_says(chat.dice.uniform(5, 60), "hello")
    chat.answers()
    chat.ends()
    first(chat, "greeting-timer", "medium", move)


@scene("greeted-message-lost", 70, EVERYWHERE, first=1)
def first_lost(chat):
    chat.joins(1)
    move = chat.agent_says(chat.dice.uniform(3.2, 6), "greet")
    chat.closes(900, "system")
    chat.plant("bot-first-message", "first-lost", "warning", "medium", move.seq, rate="first")
    chat.plant("empty-message", "unknown", "info", "medium", rate="contentless")


@scene("manager-bot-greets", 70, HISTORY + WEBHOOK, first=1)
def by_role(chat):
    chat.joins(1, chat.stranger)
    chat.joins(1, role="MANAGER")
    move = chat.agent_says(1.5, "greet")
    chat.consumer_says(20, "hello")
    chat.agent_says(30, "human", who=chat.stranger)
    chat.closes(120)
    first(chat, "by-role", "high", move)


# ---- What only looks like a bot that speaks first
@decoy("automatic-message-first", EVERYWHERE)
def system_first(chat):
    chat.agent_says(.3, "auto", who=chat.account.system)
    chat.opens()
    chat.turns(1)
    chat.ends()


@decoy("bot-greets-after-transfer", EVERYWHERE, joint=False)
def greets_after_transfer(chat):
    person = chat.stranger
    chat.joins(1, person)
    chat.agent_says(2, "human", who=person)
    if chat.history or chat.layout == "webhook": chat.consumer_says(30, "hello")
    chat.agent_says(20, "human", who=person)
    chat.leaves(3, person)
    chat.free[chat.id] += 6
    chat.joins(2)
    chat.agent_says(.6, "greet")
    chat.consumer_says(25, "ask")
    chat.answers()
    chat.closes(60)


@decoy("survey-bot-asks-first", HISTORY + WEBHOOK)
def survey_first(chat):
    chat.opens()
    chat.turns(1)
    chat.surveys(30)
    if chat.dice.random() < .6: chat.move(20, "say", text="5", dialog=chat.survey_id)
    chat.closes(300, "system")


@decoy("opened-by-the-brand", HISTORY)
def proactive(chat):
    chat.opening = "proactive"
    chat.joins(1)
    chat.agent_says(.5, "greet")
    chat.consumer_says(600, "hello")
    chat.answers()
    chat.closes(60)


@decoy("opened-by-the-brand-on-the-wire", ("sdk", "socket", "text"), joint=False)
def proactive_wire(chat):
    proactive(chat)


@decoy("clock-and-sequence-disagree", EVERYWHERE)
def crossed(chat):
    chat.calm = True
    chat.joins(1)
    chat.consumer_says(2, "hello")
    late = chat.agent_says(-.3, "greet")
    late.seq, chat.moves[-2].seq = chat.moves[-2].seq, late.seq
    chat.moves[-2].at, late.at = late.at, chat.moves[-2].at
    chat.clock += 300
    chat.consumer_says(30, "ask")
    chat.answers()
    chat.closes(60)


@decoy("note-before-the-first-message", EVERYWHERE)
def note_first(chat):
    chat.joins(1)
    chat.agent_says(1, "note", private=True)
    chat.consumer_says(4, "hello")
    chat.answers()
    chat.ends()


@decoy("menu-and-tap-first", EVERYWHERE)
def tap_first(chat):
    chat.agent_says(.5, who=chat.account.system, text=f"Menu {chat.ring}", what="rich")
    chat.tap(6)
    chat.joins(1)
    chat.answers()
    chat.consumer_says(20, "ask")
    chat.answers()
    chat.closes(60)


# ---- Missing first notifications
def untold(chat, gap=12, **fields):
    """The consumer writes and the bot joins, but is not told of the message."""
    chat.calm = True
    chat.consumer_says(1, "hello", told=False)
    return chat.moves[-1], chat.joins(1.5, ask=False, **fields)


def missing(chat, cause, severity, confidence):
    chat.plant("missing-first-notification", cause, severity, confidence)


def never(chat, hello):
    """The consumer waits in vain, which is a slow reply as well."""
    chat.closes(chat.dice.uniform(300, 900), chat.dice.choice(["system", "consumer"]))
    chat.plant("slow-reply", "unanswered", "error", "high", hello.seq)


def asks_again(chat, hello):
    """The second message is notified, and answered."""
    seconds = chat.dice.uniform(20, 50)
    chat.consumer_says(seconds, "ask")
    chat.answers(3)
    chat.closes(60)
    chat.plant("slow-reply", "slow", "warning", "high", hello.seq)


@scene("first-not-notified", 110, STREAMS, waits=1, joint=False)
def no_query(chat):
    hello, _ = untold(chat)
    if chat.dice.random() < .6:
        never(chat, hello)
        missing(chat, "no-query", "error", "high")
    else:
        asks_again(chat, hello)
        missing(chat, "no-query", "warning", "high")


@scene("first-not-notified-query-fails", 70, ("socket",), waits=1, joint=False)
def query_failed(chat):
    hello, _ = untold(chat)
    chat.move(.15, "query", code=chat.dice.choice([500, 503]), what="none")
    never(chat, hello)
    missing(chat, "query-failed", "error", "high")


@scene("first-not-notified-query-empty", 70, ("socket",), waits=1, joint=False)
def query_empty(chat):
    hello, _ = untold(chat)
    chat.move(.15, "query", what="none")
    asks_again(chat, hello)
    missing(chat, "query-empty", "warning", "high")


@scene("first-fetched-late", 70, STREAMS, waits=1, joint=False)
def recovered(chat):
    hello, _ = untold(chat)
    chat.move(chat.dice.uniform(16, 45), "query", what="all")
    chat.answers(3)
    chat.consumer_says(20, "thanks")
    chat.answers()
    chat.closes(60)
    missing(chat, "recovered", "info", "high")
    chat.plant("slow-reply", "slow", "warning", "high", hello.seq)


@scene("first-notified-not-answered", 70, STREAMS, waits=1)
def ignored(chat):
    chat.consumer_says(1, "hello")
    hello = chat.moves[-1]
    chat.joins(1.5)
    chat.receipt(1, chat.bot)
    never(chat, hello)
    missing(chat, "delivered-not-answered", "error", "medium")


@scene("first-not-notified-unseen", 40, HISTORY + WEBHOOK, waits=1)
def unseen(chat):
    hello, _ = untold(chat)
    never(chat, hello)
    chat.plant("missing-first-notification", "no-query", "error", "high", must=False, why="not a log of the bot's own connection")


# ---- What only looks like them
@decoy("first-told-before-the-assignment", STREAMS)
def early(chat):
    chat.first = "early"
    chat.opens()
    chat.turns(2)
    chat.ends()


@decoy("suggested-bot", EVERYWHERE)
def suggested(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1, state="SUGGESTED", ask=False)
    chat.joins(30, chat.stranger)
    chat.agent_says(20, "human", who=chat.stranger, told=False)
    chat.closes(60)


@decoy("bot-is-only-manager", EVERYWHERE)
def only_manager(chat):
    chat.consumer_says(1, "hello", told=False)
    chat.joins(1, chat.stranger)
    chat.joins(1, role="MANAGER", ask=False)
    chat.agent_says(20, "human", who=chat.stranger, told=False)
    chat.consumer_says(20, "thanks", told=False)
    chat.closes(60)


@decoy("transferred-in-nothing-new", STREAMS, joint=False)
def transferred_in(chat):
    chat.joins(1, chat.stranger)
    chat.agent_says(9, "human", who=chat.stranger)
    chat.consumer_says(40, "hello")
    chat.agent_says(60, "human", who=chat.stranger)
    chat.free[chat.id] += 7
    chat.leaves(2, chat.stranger)
    chat.joins(2, ask=False)
    chat.agent_says(1, "greet")
    chat.closes(300, "consumer")


@decoy("first-and-change-without-last-event", STREAMS)
def without_last(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1, last=False)
    chat.answers(3)
    chat.turns(1)
    chat.ends()


@decoy("consumer-signs-in", EVERYWHERE)
def steps_up(chat):
    chat.opens()
    chat.other_consumer = (chat.clock + 1000, chat.consumer[::-1] if len(chat.consumer) > 40 else chat.survey_id[::-1])
    chat.turns(2, 1)
    chat.ends()


@decoy("handed-on-at-once", EVERYWHERE)
def handed_on(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1)
    chat.leaves(chat.dice.uniform(1, 8))
    chat.joins(20, chat.stranger)
    chat.agent_says(40, "human", who=chat.stranger)
    chat.closes(200)

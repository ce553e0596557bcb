"""First messages of which a bot was never told, and what only looks like them."""

from scenes import EVERYWHERE, HISTORY, STREAMS, WEBHOOK, decoy, scene


def untold(chat, **fields):
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


@scene("first-not-notified", 80, STREAMS, waits=1, joint=False)
def no_query(chat):
    hello, _ = untold(chat)
    if chat.dice.random() < 0.6:
        never(chat, hello)
        missing(chat, "no-query", "error", "high")
    else:
        asks_again(chat, hello)
        missing(chat, "no-query", "warning", "high")


@scene("first-not-notified-query-fails", 62, ("socket",), waits=1, joint=False)
def query_failed(chat):
    hello, _ = untold(chat)
    chat.move(0.15, "query", code=chat.dice.choice([500, 503]), what="none")
    never(chat, hello)
    missing(chat, "query-failed", "error", "high")


@scene("first-not-notified-query-empty", 62, ("socket",), waits=1, joint=False)
def query_empty(chat):
    hello, _ = untold(chat)
    chat.move(0.15, "query", what="none")
    asks_again(chat, hello)
    missing(chat, "query-empty", "warning", "high")


@scene("first-fetched-late", 62, STREAMS, waits=1, joint=False)
def recovered(chat):
    hello, _ = untold(chat)
    chat.move(chat.dice.uniform(16, 45), "query", what="all")
    chat.answers(3)
    chat.consumer_says(20, "thanks")
    chat.answers()
    chat.closes(60)
    missing(chat, "recovered", "info", "high")
    chat.plant("slow-reply", "slow", "warning", "high", hello.seq)


@scene("first-notified-not-answered", 62, STREAMS, waits=1)
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
    chat.plant(
        "missing-first-notification",
        "no-query",
        "error",
        "high",
        must=False,
        why="not a log of the bot's own connection",
    )


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


@decoy("first-that-nothing-tells-of", STREAMS, joint=False)
def nothing_tells(chat):
    """Neither a notification nor the change tells of a message: for this log, the consumer wrote nothing."""
    untold(chat, last=False)
    chat.closes(chat.dice.uniform(700, 900), "system")
    chat.plant("empty-message", "bot-config", "info", "low", rate="contentless")


@decoy("bot-is-only-reader", EVERYWHERE)
def only_reader(chat):
    chat.consumer_says(1, "hello", told=False)
    chat.joins(1, chat.stranger)
    chat.joins(1, role="READER", ask=False)
    chat.agent_says(20, "human", who=chat.stranger, told=False)
    chat.consumer_says(20, "thanks", told=False)
    chat.closes(60)

"""Texts over the limit, texts at it, and long things that are no such texts."""

from scenes import CONSUMER, EVERYWHERE, HISTORY, STREAMS, WEBHOOK, decoy, scene
from words import long_text


def stored(chat, measured=False):
    """What a log can say of a long text that is there."""
    if chat.history:
        return "unknown-outcome", "medium"
    return "accepted", "high" if measured else "medium"


@scene("consumer-over-limit", 60, EVERYWHERE + CONSUMER)
def consumer_over(chat):
    chat.opens()
    unit = chat.dice.choice(["latin", "accent", "kanji"])
    move = chat.consumer_says(40, text=long_text(unit, chat.dice.choice([5001, chat.dice.randrange(5002, 7000)])))
    chat.answers()
    chat.closes(60)
    cause, confidence = stored(chat, chat.layout == "consumer")
    chat.plant("oversized-message", cause, "warning", confidence, move.seq)


@scene("emoji-over-limit", 30, EVERYWHERE)
def emoji_over(chat):
    chat.opens()
    move = chat.consumer_says(40, text=long_text("emoji", chat.dice.choice([2501, 3000])))
    chat.answers()
    chat.closes(60)
    chat.plant("oversized-message", stored(chat)[0], "warning", "medium", move.seq)


@scene("bot-over-limit", 60, EVERYWHERE)
def bot_over(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1)
    move = chat.agent_says(3, text=long_text("latin", chat.dice.randrange(5001, 6000)))
    chat.turns(1)
    chat.closes(60)
    cause, confidence = stored(chat, chat.layout == "socket")
    chat.plant("oversized-message", cause, "warning", confidence, move.seq)


@scene("bot-over-sms-limit", 50, HISTORY + STREAMS, channel=("sms",))
def bot_over_sms(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1)
    move = chat.agent_says(3, text=long_text("latin", chat.dice.randrange(1601, 4000)))
    chat.closes(60)
    cause, confidence = stored(chat, chat.layout == "socket")
    chat.plant("oversized-message", cause, "warning", confidence, move.seq)


@scene("at-limit", 60, EVERYWHERE, limit=1)
def at_limit(chat):
    chat.opens()
    move = chat.consumer_says(
        40, text=long_text("latin", 5000) if chat.dice.random() < 0.8 else long_text("emoji", 2500)
    )
    chat.answers()
    chat.closes(60)
    chat.plant("oversized-message", "at-limit", "info", "medium", move.seq)


@scene("consumer-refused", 60, CONSUMER)
def consumer_refused(chat):
    chat.consumer_says(
        1,
        text=long_text(chat.dice.choice(["latin", "kanji"]), chat.dice.randrange(5001, 8000)),
        code=chat.dice.choice([400, 413]),
    )
    chat.consumer_says(15, "hello")
    chat.joins(1)
    chat.answers()
    chat.closes(60)
    chat.plant("oversized-message", "rejected", "error", "high")


@scene("consumer-never-answered", 40, CONSUMER)
def consumer_unanswered(chat):
    chat.consumer_says(1, text=long_text("latin", chat.dice.randrange(5001, 8000)), code=None)
    chat.consumer_says(30, "hello")
    chat.joins(1)
    chat.answers()
    chat.closes(60)
    chat.plant("oversized-message", "no-response", "error", "medium")


@scene("bot-refused", 50, ("socket",))
def bot_refused(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1)
    chat.agent_says(2, text=long_text("latin", chat.dice.randrange(5001, 6000)), code=400)
    chat.answers(2)
    chat.closes(60)
    chat.plant("oversized-message", "rejected", "error", "high")


@scene("bot-refused-unseen", 20, HISTORY + WEBHOOK)
def bot_refused_unseen(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1)
    chat.agent_says(2, text=long_text("latin", 5100), code=400)
    chat.answers(2)
    chat.closes(60)
    chat.plant(
        "oversized-message",
        "rejected",
        "error",
        "high",
        must=False,
        why="a refused text reaches no history and no notification",
    )


@scene("bot-never-answered", 40, ("socket",))
def bot_unanswered(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1)
    chat.agent_says(2, text=long_text("latin", chat.dice.randrange(5001, 6000)), code=None)
    chat.answers(7)
    chat.closes(60)
    chat.plant("oversized-message", "no-response", "error", "medium")


# ---- What only looks like them
def consumer_sends(chat, **move):
    chat.opens()
    chat.consumer_says(40, **move)
    chat.answers()
    chat.ends()


LONG = {
    "just-under-the-limit": dict(text=long_text("latin", 4999)),
    "many-bytes-few-characters": dict(text=long_text("kanji", 1700)),
    "many-escapes-few-characters": dict(text='\u0007\n"é' * 900),
    "emoji-under-the-limit": dict(text=long_text("emoji", 2400)),
    "masked-and-long": dict(text=long_text("mask", 5200)),
    "file-with-large-preview": dict(what="file", text="", preview="iVBORw0KGgo" * 900),
}
for name, move in LONG.items():
    decoy(name, EVERYWHERE)(lambda chat, move=move: consumer_sends(chat, **move))


@decoy("long-rich-content", EVERYWHERE)
def long_rich(chat):
    chat.opens()
    chat.consumer_says(30, "ask")
    chat.agent_says(2, text=f"{long_text('latin', 5600)} {chat.ring}", what="rich")
    chat.closes(60)


@decoy("person-writes-long", EVERYWHERE)
def person_long(chat):
    chat.opens()
    chat.consumer_says(30, "ask")
    chat.leaves(2)
    chat.joins(8, chat.stranger)
    chat.agent_says(60, who=chat.stranger, text=long_text("latin", 5100))
    chat.closes(60)


@decoy("long-automatic-message", EVERYWHERE)
def system_long(chat):
    chat.opens()
    chat.agent_says(3, who=chat.account.system, text=long_text("latin", 5050))
    chat.consumer_says(30, "thanks")
    chat.answers()
    chat.closes(60)


@decoy("long-private-note", EVERYWHERE)
def note_long(chat):
    chat.opens()
    chat.agent_says(2, text=long_text("latin", 5050), private=True)
    chat.consumer_says(30, "thanks")
    chat.answers()
    chat.closes(60)


@decoy("sms-bot-under-the-limit", HISTORY + STREAMS, channel=("sms",))
def sms_under(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1)
    chat.agent_says(2, text=long_text("latin", chat.dice.choice([1500, 1599])))
    chat.closes(60)


@decoy("long-over-sms-from-consumer", HISTORY + STREAMS, channel=("sms",))
def sms_consumer_long(chat):
    consumer_sends(chat, text=long_text("latin", 4000))


@decoy("long-text-in-parts", EVERYWHERE)
def in_parts(chat):
    """A carrier splits a consumer's text, and the bot its own."""
    chat.opens()
    chat.calm = True
    for place in range(4):
        chat.consumer_says(20 if place == 0 else 1.1, text=f"{place + 1}/4 {long_text('latin', 1490)}")
    for place in range(6):
        chat.agent_says(3 if place == 0 else 0.8, text=f"({place + 1}/6) {long_text('latin', 980)} {chat.ring}")
    chat.closes(90)

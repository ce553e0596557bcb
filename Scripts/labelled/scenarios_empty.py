"""Blank messages, conversations without any, images over SMS, and what only looks like them."""

from scenes import CONSUMER, EVERYWHERE, HISTORY, STREAMS, WEBHOOK, scene
from words import BLANKS, long_text

SMS = ("sms",)


@scene("healthy", 0, EVERYWHERE + CONSUMER)
def healthy(chat):
    chat.opens()
    chat.turns(4)
    chat.ends()


def blank(chat, after=25):
    """A consumer's message without anything to read."""
    what = chat.dice.choice(["text", "text", "absent", "null"])
    return chat.consumer_says(after, text=chat.dice.choice(BLANKS), what=what)


@scene("blank", 60, EVERYWHERE + CONSUMER)
def blank_unknown(chat):
    if chat.dice.random() < 0.3:
        move = blank(chat, 1)
        chat.joins(1)
    else:
        chat.opens()
        chat.turns(1)
        move = blank(chat)
    chat.answers(kind="sorry")
    chat.closes(chat.dice.uniform(60, 300), "system")
    chat.plant("empty-message", "unknown", "warning", "high", move.seq)


@scene("blank-twice-notified", 30, WEBHOOK)
def blank_twice_notified(chat):
    chat.opens()
    move = blank(chat)
    move.repeat = 1
    chat.answers(kind="sorry")
    chat.closes(120, "system")
    chat.plant("empty-message", "unknown", "warning", "high", move.seq)


@scene("blank-then-written-again", 60, EVERYWHERE)
def blank_network(chat):
    chat.opens()
    move = blank(chat)
    if not chat.history and chat.dice.random() < 0.5:
        chat.move(chat.dice.uniform(1, 8), "typing", what=chat.dice.choice(["BACKGROUND", "GONE"]))
    chat.answers(kind="sorry")
    chat.consumer_says(chat.dice.uniform(60, 600), "ask")
    chat.answers()
    chat.closes(60)
    chat.plant("empty-message", "network", "warning", "medium", move.seq)


@scene("bot-blank", 60, EVERYWHERE)
def bot_blank(chat):
    chat.consumer_says(1, "hello")
    chat.joins(1)
    move = chat.agent_says(2, text=chat.dice.choice(BLANKS))
    chat.answers(1.5)
    chat.turns(2)
    chat.ends()
    chat.plant("empty-message", "bot-blank", "warning", "high", move.seq)


def contentless(chat, minutes=(11, 20)):
    """Nothing more comes; the conversation is closed, or stays open long enough."""
    if chat.dice.random() < 0.7:
        chat.closes(60 * chat.dice.uniform(*minutes), "system")


@scene("contentless", 60, EVERYWHERE)
def contentless_waits(chat):
    chat.joins(chat.dice.uniform(1, 3))
    contentless(chat)
    chat.plant("empty-message", "bot-config", "info", "low", rate="contentless")


@scene("contentless-app-away", 60, STREAMS)
def contentless_away(chat):
    chat.joins(1)
    chat.move(chat.dice.uniform(1, 9), "typing", what=chat.dice.choice(["BACKGROUND", "GONE"]))
    contentless(chat)
    chat.plant("empty-message", "network", "info", "medium", rate="contentless")


@scene("contentless-app-away-unseen", 20, HISTORY + WEBHOOK)
def contentless_away_unseen(chat):
    chat.joins(1)
    chat.move(2, "typing", what="BACKGROUND")
    contentless(chat)
    why = "history has no states of the consumer's app" if chat.history else "in a webhook's body they have no time"
    chat.plant("empty-message", "network", "info", "medium", why=why, must=False)
    chat.plant("empty-message", "bot-config", "info", "low", rate="contentless")


@scene("contentless-long-typing", 40, STREAMS)
def contentless_typing(chat):
    chat.joins(1)
    types(chat, chat.dice.choice([(34, 42), (75,), (25, 20, 30), (50, 9, 8)]), 3)
    contentless(chat)
    chat.plant("empty-message", "over-long", "info", "low", rate="contentless")


def types(chat, episodes, pause):
    """The consumer types for some seconds, stops, and types again."""
    for seconds in episodes:
        chat.move(pause, "typing", what="COMPOSING")
        chat.move(seconds, "typing", what="PAUSE")


@scene("contentless-little-typing", 20, STREAMS)
def contentless_little_typing(chat):
    chat.joins(1)
    types(chat, (6, 8, 5), 70)
    contentless(chat)
    chat.plant("empty-message", "bot-config", "info", "low", rate="contentless")


@scene("refused-and-gone", 40, CONSUMER)
def refused_and_gone(chat):
    chat.consumer_says(2, text=long_text("latin", chat.dice.randrange(5001, 7000)), code=400)
    chat.joins(2)
    contentless(chat, (15, 20))
    chat.plant("oversized-message", "rejected", "error", "high")
    chat.plant("empty-message", "over-long", "info", "high", rate="contentless")


@scene("lost-publish", 30, CONSUMER)
def lost_publish(chat):
    chat.consumer_says(2, "hello", code=None)
    chat.joins(2)
    chat.closes(900, "system")
    chat.plant("empty-message", "network", "info", "medium", rate="contentless")


@scene("sms-blank", 60, HISTORY + STREAMS, channel=SMS, images="lost")
def sms_blank(chat):
    chat.opens()
    move = chat.consumer_says(25, text=chat.dice.choice(BLANKS + ["\ufffc"]))
    chat.answers(kind="sorry")
    chat.closes(120, "system")
    chat.plant("empty-message", "sms-image", "warning", "medium", move.seq)
    chat.plant("sms-image-drop", "blank-message", "warning", "medium", move.seq)


@scene("sms-blank-images-work", 60, HISTORY + STREAMS, channel=SMS, images="carries")
def sms_possible(chat):
    chat.opens()
    move = chat.consumer_says(25, text=chat.dice.choice(BLANKS))
    chat.answers(kind="sorry")
    chat.closes(120, "system")
    chat.plant("empty-message", "sms-image", "warning", "low", move.seq)
    chat.plant("sms-image-drop", "possible", "warning", "low", move.seq)


@scene("sms-contentless", 60, HISTORY + STREAMS, channel=SMS, images="lost")
def sms_contentless(chat):
    chat.joins(1)
    contentless(chat)
    chat.plant("empty-message", "sms-image", "info", "low", rate="contentless")
    chat.plant("sms-image-drop", "contentless", "warning", "low")


@scene("gateway-image-blank", 60, HISTORY + STREAMS, channel=SMS)
def gateway_blank(chat):
    chat.opens()
    move = chat.consumer_says(25, text="")
    chat.gateway.append((move.at - 700, "", chat.dice.randint(1, 2), True))
    chat.answers(kind="sorry")
    chat.closes(120, "system")
    chat.plant("empty-message", "sms-image", "warning", "high", move.seq)
    chat.plant("sms-image-drop", "blank-message", "warning", "high", move.seq)


@scene("gateway-image-never-arrived", 50, HISTORY + STREAMS, channel=SMS)
def gateway_nothing(chat):
    chat.joins(1)
    chat.gateway.append((chat.start + 600, None, 1, True))
    contentless(chat)
    chat.plant("empty-message", "sms-image", "info", "high", rate="contentless")
    chat.plant("sms-image-drop", "contentless", "warning", "high")


@scene("gateway-caption-without-image", 40, HISTORY + STREAMS, channel=SMS)
def gateway_caption(chat):
    chat.opens()
    move = chat.consumer_says(25, "ask")
    chat.gateway.append((move.at - 700, move.text, 1, True))
    chat.answers()
    chat.closes(120, "system")
    chat.plant("sms-image-drop", "possible", "warning", "high", move.seq)

"""Blank messages, conversations without any, images over SMS, and what only looks like them."""
from scenes import CONSUMER, EVERYWHERE, HISTORY, STREAMS, WEBHOOK, decoy, scene
from story import END, MINUTE
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


@scene("blank", 150, EVERYWHERE + CONSUMER)
def blank_unknown(chat):
    if chat.dice.random() < .3:
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
    if not chat.history and chat.dice.random() < .5:
        chat.move(chat.dice.uniform(1, 8), "typing", what=chat.dice.choice(["BACKGROUND", "GONE"]))
    chat.answers(kind="sorry")
    chat.consumer_says(chat.dice.uniform(60, 600), "ask")
    chat.answers()
    chat.closes(60)
    chat.plant("empty-message", "network", "warning", "medium", move.seq)


@scene("bot-blank", 80, EVERYWHERE)
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
    if chat.dice.random() < .7:
        chat.closes(60 * chat.dice.uniform(*minutes), "system")


@scene("contentless", 90, EVERYWHERE)
def contentless_waits(chat):
    chat.joins(chat.dice.uniform(1, 3))
    contentless(chat)
    chat.plant("empty-message", "bot-config", "info", "low", rate="contentless")


@scene("contentless-app-away", 60, STREAMS + WEBHOOK)
def contentless_away(chat):
    chat.joins(1)
    chat.move(chat.dice.uniform(1, 9), "typing", what=chat.dice.choice(["BACKGROUND", "GONE"]))
    contentless(chat)
    chat.plant("empty-message", "network", "info", "medium", rate="contentless")


@scene("contentless-app-away-unseen", 20, HISTORY)
def contentless_away_unseen(chat):
    chat.joins(1)
    chat.move(2, "typing", what="BACKGROUND")
    contentless(chat)
    chat.plant("empty-message", "network", "info", "medium", why="history has no states of the consumer's app", must=False)
    chat.plant("empty-message", "bot-config", "info", "low", rate="contentless")


@scene("contentless-long-typing", 40, STREAMS + WEBHOOK)
def contentless_typing(chat):
    chat.joins(1)
    for seconds in (34, 42):
        chat.move(3, "typing", what="COMPOSING")
        chat.move(seconds, "typing", what="PAUSE")
    contentless(chat)
    chat.plant("empty-message", "over-long", "info", "low", rate="contentless")


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


@scene("sms-blank", 90, HISTORY + STREAMS, channel=SMS, images="lost")
def sms_blank(chat):
    chat.opens()
    move = chat.consumer_says(25, text=chat.dice.choice(BLANKS + ["\ufffc"]))
    chat.answers(kind="sorry")
    chat.closes(120, "system")
    chat.plant("empty-message", "sms-image", "warning", "medium", move.seq)
    chat.plant("sms-image-drop", "blank-message", "warning", "medium", move.seq)


@scene("sms-blank-images-work", 90, HISTORY + STREAMS, channel=SMS, images="carries")
def sms_possible(chat):
    chat.opens()
    move = chat.consumer_says(25, text=chat.dice.choice(BLANKS))
    chat.answers(kind="sorry")
    chat.closes(120, "system")
    chat.plant("empty-message", "sms-image", "warning", "low", move.seq)
    chat.plant("sms-image-drop", "possible", "warning", "low", move.seq)


@scene("sms-contentless", 70, HISTORY + STREAMS, channel=SMS, images="lost")
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
    chat.plant("sms-image-drop", "blank-message", "warning", "high")


# ---- What only looks like them
def asks_and_is_answered(chat, **move):
    chat.opens()
    chat.consumer_says(25, **move)
    chat.answers()
    chat.turns(2)
    chat.ends()


SIMPLE = {
    "rich-content-has-no-text": dict(what="rich", text="Which one?"), "file-without-caption": dict(what="file", text=""),
    "masked-text": dict(text="**** ** ***"), "only-a-dot": dict(text="."), "only-emoji": dict(text="🪔👍🏽"), "literal-command": dict(text="BLANK_MESSAGE"),
}
for name, move in SIMPLE.items():
    decoy(name, EVERYWHERE)(lambda chat, move=move: asks_and_is_answered(chat, **move))


@decoy("bot-sends-rich-content", EVERYWHERE)
def bot_rich(chat):
    chat.opens()
    chat.consumer_says(20, "ask")
    chat.agent_says(2, text=f"Pick one, {chat.ring}", what="rich")
    chat.closes(60)


@decoy("only-a-tap", EVERYWHERE)
def only_a_tap(chat):
    chat.move(.5, "say", chat.account.system, text=f"Menu {chat.ring}", what="rich")
    chat.tap(8)
    chat.joins(1)
    chat.answers()
    chat.closes(90, "system")


@decoy("blank-private-note", EVERYWHERE)
def blank_note(chat):
    chat.opens()
    chat.agent_says(2, text=" ", private=True)
    chat.consumer_says(20, "thanks")
    chat.answers()
    chat.closes(60)


@decoy("blank-in-survey", HISTORY + WEBHOOK)
def blank_in_survey(chat):
    chat.opens()
    chat.turns(1)
    chat.surveys(60)
    chat.move(9, "say", text="", dialog=chat.survey_id)
    chat.closes(200, "system")


@decoy("partial-record", HISTORY)
def partial(chat):
    chat.opening = "partial"
    chat.joins(1)
    chat.closes(900, "system")


@decoy("export-without-messages", HISTORY)
def unlisted(chat):
    chat.opening = "unlisted"
    chat.opens()
    chat.ends()


@decoy("log-begins-in-mid-conversation", STREAMS + WEBHOOK, joint=False)
def mid_log(chat):
    chat.opening = "mid-log"
    chat.calm = True
    chat.free[chat.id] = 24
    chat.joins(1)
    chat.consumer_says(5, "hello")
    chat.answers()
    chat.cut = chat.clock + 30_000
    chat.agent_says(60)
    chat.closes(400, "consumer")


@decoy("just-opened-at-the-end", EVERYWHERE)
def just_opened(chat):
    chat.start = chat.clock = END - chat.dice.randrange(60, 540) * 1000
    chat.joins(1)


@decoy("outbound-campaign-without-reply", HISTORY, channel=SMS)
def outbound(chat):
    chat.opening = "proactive"
    chat.joins(1)
    chat.agent_says(.5, "greet")
    chat.closes(1200, "system")


@decoy("sms-image-arrived", HISTORY + STREAMS, channel=SMS, images="carries")
def sms_image_arrived(chat):
    chat.opens()
    move = chat.consumer_says(25, what="file", text="")
    chat.gateway.append((move.at - chat.dice.randrange(600, 27_000), "", 1, True))
    chat.answers()
    chat.ends()


@decoy("sms-plain-traffic", HISTORY + STREAMS, channel=SMS)
def sms_plain(chat):
    chat.opens()
    for text in (["👍"], ["STOP"], ["The wicks are", " all wet"])[chat.dice.randrange(3)]:
        move = chat.consumer_says(2 if text[0] == " " else 30, text=text)
        chat.gateway.append((move.at - 500, text, 0, True))
    chat.answers(4)
    chat.gateway.append((chat.clock + 900, None, 0, False))
    chat.closes(200, "system")

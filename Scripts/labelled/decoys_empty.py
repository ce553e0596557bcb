"""What only looks like a blank message, an empty conversation or a lost image."""

from scenes import EVERYWHERE, HISTORY, STREAMS, WEBHOOK, decoy
from story import END

SMS = ("sms",)


def asks_and_is_answered(chat, **move):
    chat.opens()
    chat.consumer_says(25, **move)
    chat.answers()
    chat.turns(2)
    chat.ends()


SIMPLE = {
    "rich-content-has-no-text": dict(what="rich", text="Which one?"),
    "file-without-caption": dict(what="file", text=""),
    "masked-text": dict(text="**** ** ***"),
    "only-a-dot": dict(text="."),
    "only-emoji": dict(text="🪔👍🏽"),
    "literal-command": dict(text="BLANK_MESSAGE"),
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
    chat.move(0.5, "say", chat.account.system, text=f"Menu {chat.ring}", what="rich")
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
    chat.agent_says(0.5, "greet")
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


@decoy("page-of-partial-results", HISTORY)
def partial_page(chat):
    """The page says of all its records that data is missing."""
    chat.opening = "partial-page"
    chat.joins(1)
    chat.closes(900, "system")


@decoy("screen-is-shared", EVERYWHERE)
def shared_screen(chat):
    """A dialog beside the conversation, in which nobody ever writes."""
    chat.shares_screen = True
    chat.opens()
    chat.turns(2)
    chat.ends()

"""Problems whose severity or cause other conversations decide: how common they are, and what the consumer does next."""

import scenarios_empty
import scenarios_first
import scenarios_oversized
from scenes import HISTORY, STREAMS, WEBHOOK, night_of_bot
from story import HOUR, MINUTE, SECOND

PLACES = HISTORY + STREAMS + WEBHOOK


def crowd(shift, tellers, channel="web"):
    """Conversations that all begin in one hour of the clock, on one channel."""
    if shift.layout in STREAMS:
        shift.ordinary()
    hour = (shift.starts // HOUR + shift.dice.randint(2, 6)) * HOUR
    shift.dice.shuffle(tellers)
    for place, (name, tell, decoy) in enumerate(tellers):
        chat = shift.chat(hour + 3 * MINUTE + place * 52 * MINUTE / len(tellers), channel)
        chat.scene, chat.decoy = name, decoy
        tell(chat)
    shift.tail()


HEALTHY = ("healthy", scenarios_empty.healthy, False)


@night_of_bot("many-contentless", 10, PLACES)
def many_contentless(shift):
    """Some three in five-and-twenty conversations of an hour hold nothing."""
    crowd(
        shift,
        [("many-contentless", scenarios_empty.contentless_waits, False)] * shift.dice.randint(3, 5) + [HEALTHY] * 20,
    )


@night_of_bot("few-contentless-of-many", 8, HISTORY)
def few_contentless(shift):
    """One in six-and-twenty is under the rate."""
    crowd(shift, [("few-contentless-of-many", scenarios_empty.contentless_waits, False)] + [HEALTHY] * 25)


@night_of_bot("contentless-in-small-company", 12, PLACES)
def small_company(shift):
    """Three of fifteen: so few conversations have no rate."""
    crowd(shift, [("contentless-in-small-company", scenarios_empty.contentless_waits, False)] * 3 + [HEALTHY] * 12)


@night_of_bot("greets-always", 14, PLACES)
def greets_always(shift):
    tell = shift.dice.choice([scenarios_first.greets_on_join, scenarios_first.greeting_timer, scenarios_first.race])
    crowd(shift, [("greets-always", tell, False)] * 5 + [HEALTHY] * 8, "app")


@night_of_bot("greets-in-small-company", 14, PLACES)
def greets_small(shift):
    """Three of eight: a rate is judged from ten conversations."""
    crowd(shift, [("greets-in-small-company", scenarios_first.greets_on_join, False)] * 3 + [HEALTHY] * 4, "app")


@night_of_bot("texts-cut-at-the-limit", 14, HISTORY)
def cut(shift):
    """An app that cuts every text off leaves many of exactly the same length."""
    crowd(
        shift,
        [("texts-cut-at-the-limit", scenarios_oversized.at_limit, False)] * shift.dice.randint(3, 5) + [HEALTHY] * 3,
        "apple",
    )


@night_of_bot("empty-and-opened-again", 25, PLACES)
def opened_again(shift):
    """The first message of a conversation is lost; some minutes later the consumer opens another and writes there."""
    if shift.layout in STREAMS:
        shift.ordinary()
    at = shift.starts + shift.dice.randrange(30, 400) * MINUTE
    chat, again = shift.chat(at, "web"), shift.chat(at + shift.dice.randrange(200, 500) * SECOND, "web")
    chat.joins(1)
    chat.closes(120, "consumer")
    chat.plant("empty-message", "network", "info", "medium", rate="contentless")
    again.consumer = chat.consumer
    scenarios_empty.healthy(again)
    shift.tail()

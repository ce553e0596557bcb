"""Replies that come again after a restart."""

from scenarios_stall import ordinary_night
from scenes import STREAMS, night_of_bot
from shift import slots
from story import MINUTE, SECOND


@night_of_bot("answers-again-after-a-restart", 65, STREAMS)
def answers_again(shift):
    shift.joint = shift.dice.random() < 0.3
    outage = slots(shift.dice, 1)[0] + 100 * MINUTE
    ordinary_night(shift, outage)
    # Only a console shows that the process ended and began anew; the other logs show a lost connection.
    kill = shift.dice.choice([shift.closes, shift.dies, shift.crashes]) if shift.layout == "text" else shift.closes
    kill(outage)
    back = outage + shift.dice.randrange(15, 100) * SECOND
    if kill != shift.closes:
        shift.event(back - 4 * SECOND, "start")
    shift.connects(back)
    for place, cause in enumerate(["replayed-after-restart", "re-greeting"]):
        chat = shift.chat(outage - shift.dice.randrange(100, 400) * SECOND)
        chat.calm = True
        chat.consumer_says(1, "hello")
        chat.joins(1)
        first = chat.answers(1, "greet")
        chat.consumer_says(20, "ask")
        second = chat.answers(2)
        again = second if place == 0 else first
        move = chat.agent_says((back - chat.clock) / SECOND + shift.dice.uniform(2, 6), text=again.text)
        chat.turns(2)
        chat.closes(60)
        chat.plant("duplicate-reply", cause, "warning", "medium", move.seq)
    for _ in range(2):
        chat = shift.chat(outage - 200 * SECOND)
        chat.calm, chat.scene, chat.decoy = True, "same-words-after-restart-and-a-new-line", True
        chat.consumer_says(1, "hello")
        chat.joins(1)
        first = chat.answers(1, "greet")
        chat.consumer_says((back - chat.clock) / SECOND + 10, "ask")
        chat.agent_says(2, text=first.text)
        chat.ends()
        chat = shift.chat(outage - 160 * SECOND)
        chat.calm, chat.scene, chat.decoy = True, "first-words-again-to-a-message-that-waited", True
        chat.consumer_says(1, "hello")
        chat.joins(1)
        first = chat.answers(1, "sorry")
        chat.consumer_says((back - chat.clock) / SECOND - shift.dice.uniform(1, 6), "ask")
        chat.agent_says((back - chat.clock) / SECOND + shift.dice.uniform(2, 6), text=first.text)
        chat.ends()
        chat = shift.chat(outage - 220 * SECOND)
        chat.calm, chat.scene, chat.decoy = True, "answers-replayed-after-reconnect", True
        chat.opens()
        chat.consumer_says((back - chat.clock) / SECOND + 50, "ask")
        chat.answers(3)
        chat.ends()
    shift.tail()

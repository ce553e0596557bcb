"""Replies that come twice, and what only looks like them."""

from scenes import CONSUMER, EVERYWHERE, STREAMS, WEBHOOK, decoy, scene


@scene("repeated", 190, EVERYWHERE + CONSUMER)
def repeated(chat):
    chat.opens()
    chat.calm = True
    chat.consumer_says(25, "ask")
    what = chat.dice.choice(["text", "text", "rich"])
    text = chat.words("answer")
    chat.agent_says(2, text=text, what=what)
    folded = text.replace(" ", "  ") + " " if what == "text" and chat.dice.random() < 0.3 else text
    move = chat.agent_says(chat.dice.uniform(0.5, 9.8), text=folded, what=what)
    chat.turns(1)
    chat.ends()
    chat.plant("duplicate-reply", "repeated", "warning", "high", move.seq)


@decoy("same-notification-twice", STREAMS + WEBHOOK)
def notified_twice(chat):
    chat.opens()
    chat.moves[-1].repeat = 1
    chat.consumer_says(20, "ask")
    chat.answers(2).repeat = chat.dice.randint(1, 2)
    chat.ends()


@decoy("replayed-by-query", STREAMS)
def replayed(chat):
    chat.opens()
    chat.consumer_says(20, "ask")
    chat.answers(2)
    chat.move(3, "query", what="all")
    chat.ends()


@decoy("fallback-after-a-new-line", EVERYWHERE)
def fallback(chat):
    chat.opens()
    text = chat.words("sorry")
    for _ in range(2):
        chat.consumer_says(3.5, "ask")
        chat.agent_says(1.5, text=text)
    chat.closes(60)


@decoy("eleven-seconds-apart", EVERYWHERE)
def eleven(chat):
    chat.opens()
    text = chat.words("answer")
    chat.consumer_says(20, "ask")
    chat.agent_says(2, text=text)
    chat.agent_says(chat.dice.uniform(10.1, 40), text=text)
    chat.ends()


@decoy("cards-of-a-carousel", EVERYWHERE)
def carousel(chat):
    chat.opens()
    chat.consumer_says(20, "ask")
    for place in range(3):
        chat.agent_says(1.2, text=f"Lantern {place} of {chat.ring}", what="rich")
    chat.closes(90)


@decoy("note-repeated", EVERYWHERE)
def note_repeated(chat):
    chat.opens()
    text = chat.words("note")
    for _ in range(2):
        chat.agent_says(2, text=text, private=True)
    chat.closes(90)


@decoy("person-repeats", EVERYWHERE)
def person_repeats(chat):
    chat.opens()
    chat.leaves(5)
    chat.joins(20, chat.stranger)
    text = chat.words("human")
    for _ in range(2):
        chat.agent_says(4, text=text, who=chat.stranger)
    chat.closes(90)


@decoy("automatic-message-repeats", EVERYWHERE)
def system_repeats(chat):
    chat.opens()
    for _ in range(2):
        chat.agent_says(4, "auto", who=chat.account.system)
    chat.closes(90)

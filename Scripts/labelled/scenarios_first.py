"""Bots that speak first, first messages of which a bot was never told, and what only looks like them."""

from scenes import CONSUMER, EVERYWHERE, HISTORY, WEBHOOK, decoy, scene


def first(chat, cause, confidence, move, **more):
    chat.plant("bot-first-message", cause, "info", confidence, move.seq, rate="first", **more)


@scene("race", 62, EVERYWHERE + CONSUMER, first=1)
def race(chat):
    chat.calm = True
    chat.joins(1)
    move = chat.agent_says(chat.dice.uniform(1.1, 2), "greet")
    chat.consumer_says(chat.dice.uniform(0.05, 1.7), "hello")
    chat.answers()
    chat.closes(60)
    first(chat, "race", "high", move)


@scene("greets-on-join", 62, EVERYWHERE, first=1)
def greets_on_join(chat):
    chat.joins(1)
    move = chat.agent_says(chat.dice.uniform(0.1, 0.8), "greet")
    chat.consumer_says(chat.dice.uniform(5, 60), "hello")
    chat.answers()
    chat.turns(1)
    chat.ends()
    first(chat, "greets-on-join", "medium", move)


@scene("greeting-timer", 62, EVERYWHERE, first=1)
def greeting_timer(chat):
    chat.joins(1)
    move = chat.agent_says(chat.dice.uniform(3.1, 9), "greet")
    chat.consumer_says(chat.dice.uniform(5, 60), "hello")
    chat.answers()
    chat.ends()
    first(chat, "greeting-timer", "medium", move)


@scene("greeted-message-lost", 62, EVERYWHERE, first=1)
def first_lost(chat):
    chat.joins(1)
    move = chat.agent_says(chat.dice.uniform(3.2, 6), "greet")
    chat.closes(900, "system")
    chat.plant("bot-first-message", "first-lost", "warning", "medium", move.seq, rate="first")
    chat.plant("empty-message", "unknown", "info", "medium", rate="contentless")


@scene("manager-bot-greets", 62, HISTORY + WEBHOOK, first=1)
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
    chat.agent_says(0.3, "auto", who=chat.account.system)
    chat.opens()
    chat.turns(1)
    chat.ends()


@decoy("bot-greets-after-transfer", EVERYWHERE, joint=False)
def greets_after_transfer(chat):
    person = chat.stranger
    chat.joins(1, person)
    chat.agent_says(2, "human", who=person)
    if chat.history or chat.layout == "webhook":
        chat.consumer_says(30, "hello")
    chat.agent_says(20, "human", who=person)
    chat.leaves(3, person)
    chat.free[chat.id] += 6
    chat.joins(2)
    chat.agent_says(0.6, "greet")
    chat.consumer_says(25, "ask")
    chat.answers()
    chat.closes(60)


@decoy("survey-bot-asks-first", HISTORY + WEBHOOK)
def survey_first(chat):
    chat.opens()
    chat.turns(1)
    chat.surveys(30)
    if chat.dice.random() < 0.6:
        chat.move(20, "say", text="5", dialog=chat.survey_id)
    chat.closes(300, "system")


@decoy("opened-by-the-brand", HISTORY)
def proactive(chat):
    chat.opening = "proactive"
    chat.joins(1)
    chat.agent_says(0.5, "greet")
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
    late = chat.agent_says(-0.3, "greet")
    late.seq, chat.moves[-2].seq = chat.moves[-2].seq, late.seq
    chat.moves[-2].at, late.at = late.at, chat.moves[-2].at
    chat.clock += 300
    chat.answers(2)
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
    chat.agent_says(0.5, who=chat.account.system, text=f"Menu {chat.ring}", what="rich")
    chat.tap(6)
    chat.joins(1)
    chat.answers()
    chat.consumer_says(20, "ask")
    chat.answers()
    chat.closes(60)

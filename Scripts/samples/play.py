"""Scenes become conversations and programs, and these a night."""
import hashlib
from types import SimpleNamespace

from people import ACCOUNTS, MINUTE, NIGHT, number, uid
from story import SCENES, TEXTS

PAUSES = {"C": 25, "H": 12, "W": 9, "K": 8, "V": 5, "B": 3, "M": 3, "P": 2, "J": 2, "U": 2, "T": 2, "L": 20, "X": 30,
          "S": 1, "A": 1, "Z": 1, "R": .4, "Q": .2, "D": .1, "G": 0, "O": 0, "Y": 5, "E": 20, "N": 1,
          "connected": 1, "error": 5, "login": 60, "clock": 30}


def text_of(word, language):
    length, _, unit = word.rpartition("-")
    return (TEXTS[unit][0] * int(length))[:int(length)] if length else TEXTS[unit][language % len(TEXTS[unit])]


def play(scene, place, bot, channel, start):
    """A conversation: its scene's moves with their times and sequences, and who is present after each.
    Without a channel it is no conversation, but what the bot's program goes through."""
    chat = SimpleNamespace(id=uid(bot, place, scene.name), bot=bot + "-bot", account=ACCOUNTS[bot], skill=number(bot),
                           place=place, channel=channel, scene=scene, start=start, opening="", moves=[])
    chat.program = channel == "-"
    chat.survey = uid("survey", chat.id)
    chat.consumer = uid(chat.id) if channel in ("web", "app") else hashlib.sha256(chat.id.encode()).hexdigest()
    at, last, state, survey = start, 0, "OPEN", False
    free, present = {chat.id: 0, chat.survey: 0}, {"C": "ACTIVE"}
    for words in (move.split() for move in scene.script.split(";")):
        at += int(1000 * (float(words.pop(0)) if words[0][0] in "-.0123456789" else PAUSES.get(words[0], .2)))
        who, what, flags = words[0], "".join(words[1:2]), words[1:]
        code = ([flag[1:] for flag in flags if flag[0] == "="] + ["200"])[0]
        move = SimpleNamespace(at=at, who=who, what=what, flags=flags, code=code, seq=None, about=last, text=None,
                               dialog=chat.survey if who in "VW" else chat.id, says=who in "CBMHSVWP")
        match who:
            case "J" | "U":
                if what == "H": present.pop("B", None)
                present[what] = "ACTIVE" if who == "J" else "SUGGESTED"
            case "E":
                if code == "200": present[what] = "ACTIVE"
            case "L": del present[what]
            case "O": chat.opening, free[chat.id] = what, 40 if what == "mid-log" else 0
            case "G": free[chat.id] += 3
            case "X": state = "CLOSE"
            case "Z": survey = True
        if (move.says or who in "RK") and code == "200":
            move.seq, free[move.dialog] = free[move.dialog], free[move.dialog] + 1
        if move.says: last = move.seq or 0
        if move.says and what not in ("rich", "file", "absent"): move.text = text_of(what, place)
        move.present, move.state, move.survey = dict(present), state, survey
        chat.moves.append(move)
    return chat


def parts_of(file):
    """(bot, channel, scene, its clock, how many of that clock came before) for each scene of a file."""
    for bot, channel, *words in file.cast:
        clock, turn = "", 0
        for word in words:
            if word[0] == "@":
                clock, turn = word[1:], 0
                continue
            name, _, times = word.partition("*")
            for _ in range(int(times or 1)):
                yield bot, channel, name, clock, turn
                turn += 1


def clocked(clock, turn):
    """The moment that a clock of the night shows, `hour:minute[:second][/minutes between]`."""
    first, _, every = clock.partition("/")
    hour, minute, second = (int(digits) for digits in (first + ":0").split(":")[:3])
    return NIGHT + (((hour - 18) % 24 * 60 + minute) * 60 + second) * 1000 + turn * int(every or 0) * MINUTE


def stage(file, shared):
    """A file's conversations: the planted and the decoys over the night, then a short one for each bot that is up."""
    parts = list(parts_of(file))
    chats, step = [], 540 * MINUTE // len(parts)
    # Two start almost at once, so that their events interleave; a consumer's connection has one conversation.
    apart = step if file.layout == "consumer" else 7_350
    for place, (bot, channel, name, clock, turn) in enumerate(parts):
        start = NIGHT + 4 * MINUTE + place // 2 * 2 * step + place % 2 * apart
        chats.append(play(SCENES[name], place, bot, channel, clocked(clock, turn) if clock else start))
        if name == "overlap": chats[-1] = shared.setdefault(name, chats[-1])
    gone = {chat.bot for chat in chats if any(move.who == "gone" for move in chat.moves)}
    own = {bot: channel for bot, channel, name, *_ in reversed(parts)
           if name != "overlap" and channel != "-" and bot + "-bot" not in gone}
    for place, (bot, channel) in enumerate(own.items(), len(parts)):
        chats.append(play(SCENES["short"], place, bot, channel, NIGHT + (640 + 4 * (place - len(parts))) * MINUTE))
    return chats

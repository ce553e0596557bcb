"""samples/README.md: what is planted in the sample logs."""
from people import NORTH, SOUTH, person

INTRODUCTION = f"""# Sample logs

Invented conversations of one night, 2026-03-02 18:00Z to 2026-03-03 06:00Z, in the layouts that convolint reads. The
logs and this page are written by `Scripts/make-samples` from [scenes.txt](scenes.txt) and [files.txt](files.txt); do
not edit them by hand.

    convolint samples/logs

Each table lists what is planted in a file, and the decoys, which look like a problem and must not be found: they have
no detector. A place is the first that shows the message; where a program logged its own request, that request. Where
the first notification is missing, it is the change that assigned the bot, and where the consumer's message is missing,
the first that names the conversation. A problem of a bot, not of a conversation, names the bot, and its place is where
the trouble begins. Severities are the same for a file alone and for the whole folder.

Conversations that are not listed are healthy, and every log of conversations goes on with such ones for at least an
hour after what is planted, unless its bot is gone. What is planted for two detectors has a row for each: a bot that is
not told of the first message lets the consumer wait, too. What one night and one file a bot cannot show is not planted:
logins after 60 idle days, the end of OAuth 1 in April, two programs of one bot that throw each other out.

In account {NORTH} images over SMS get lost, in account {SOUTH} they arrive.

"""
BOT_HEADING = "| bot | account | agent id | participant id | file |\n|---|---|---|---|---|\n"


def bot_row(chat, file):
    who = person(chat, "B")
    return f"| {chat.bot} | {chat.account} | {who.agent} | {who.id} | {file.path} |\n"


def describe(file, rows, readable):
    """A file's part of the README."""
    stored = "unknown-outcome" if file.layout.startswith("history") else "accepted"
    about = f"{file.what} {readable} conversations." if readable else file.what
    lines = [f"\n## logs/{file.path}\n", f"{about}\n",
             "| conversation | place | what it is | detector | cause | severity |", "|---|---|---|---|---|---|"]
    for name, what, place, detector, cause, severity in rows:
        cause = cause.replace("stored", stored)
        lines.append(f"| {name} | {place} | {what} | {detector or '–'} | {cause} | {severity} |")
    return "\n".join(lines) + "\n"

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
the first that names the conversation. Severities are the same for a file alone and for the whole folder.

Conversations that are not listed are healthy, and every log goes on with such ones for at least an hour after what is
planted. Other detectors may speak of the same conversations: who gets no first notification does not answer either.

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

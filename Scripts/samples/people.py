"""Who takes part in the sample logs, under which names and numbers, and when."""
import hashlib, uuid
from datetime import datetime, timezone
from types import SimpleNamespace

NIGHT = 1772474400000  # 2026-03-02T18:00:00Z; by 06:00 all is over
MINUTE = 60_000
RFC3339 = "%Y-%m-%dT%H:%M:%S.{:03d}Z"
NORTH, SOUTH = "40718263", "le91350276"  # the northern account loses images over SMS, the southern one carries them
# Each bot works in one file, so that its rates are the same for the file alone and for the whole folder.
NORTHERN = """parcel tariff pantry harbor claims ticket router lobby library ribbon thread compass
    beacon signal pulse gull heron plover wren chapel""".split()
SOUTHERN = """booking greeter museum meadow kettle ferry button anchor
    lantern otter badger ermine marten stoat hare vole mole shrew quay tram gate fork""".split()
ACCOUNTS = dict.fromkeys(NORTHERN, NORTH) | dict.fromkeys(SOUTHERN, SOUTH)
LOGINS = {"H": "nadia.w", "S": "auto-messages", "V": "survey-bot"}
ROLES = {"M": "MANAGER", "S": "CONTROLLER", "V": "AGENT"}
SYSTEM, HUMAN, BOT = ("0", "System"), ("1", "Human"), ("2", "Bot")


def uid(*name):
    return str(uuid.UUID(bytes=hashlib.md5(repr(name).encode()).digest(), version=4))


def number(*name):
    return str(10**9 + int(hashlib.md5(repr(name).encode()).hexdigest(), 16) % (4 * 10**9))


def person(chat, letter):
    """Who stands behind a letter, or the manager of that name. Events know them by `id`, raw sockets by `old`,
    history by `agent`."""
    if letter in "CWKTA":
        return SimpleNamespace(id=chat.consumer, old=chat.consumer, agent=chat.consumer, role="CONSUMER")
    login, role, kind = LOGINS.get(letter, chat.bot), ROLES.get(letter, "ASSIGNED_AGENT"), BOT
    if letter[1:]: login, role, kind = f"{letter}.desk", "MANAGER", HUMAN
    if letter in "HS": kind = {"H": HUMAN, "S": SYSTEM}[letter]
    agent = number(chat.account, login)
    old = f"{chat.account}.{agent}"
    return SimpleNamespace(id=uid(chat.account, login), old=old, agent=agent, login=login, role=role, kind=kind)


def moment(at, pattern="%Y-%m-%d %H:%M:%S.{:03d}+0000"):
    return datetime.fromtimestamp(at // 1000, timezone.utc).strftime(pattern).format(at % 1000)


def stamps(name, at):
    return {name: moment(at), name + "L": at}

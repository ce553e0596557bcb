"""What only looks like failing logins: small incidents, four in a night and far from each other."""

from scenarios_login import RECORDERS, began, fails, first_after, recovers
from scenes import night_of_bot
from shift import slots
from story import HOUR, MINUTE, SECOND


def stumble(shift, name, moment):
    """One harmless incident; the bot is connected before it and soon after it."""
    begin, after = moment, 20
    shift.closes(moment - 3 * SECOND, 4401 if "socket" in name else 1006)
    match name:
        case "one-failed-login":
            fails(shift, moment, 1)
        case "two-failed-logins":
            fails(shift, moment, 2)
        case "refresh-refused":
            for place in range(4):
                shift.errors(moment + place * 9 * SECOND, 401, "authentication.refreshSession", "RefreshSession#REST")
            after = 40
        case "socket-refused-token":
            shift.errors(moment, 401, "messaging", "Reconnect#Relogin#WS")
        case "name-service-fails":
            for place in range(3):
                shift.errors(moment + place * 20 * SECOND, "ENOTFOUND", "domainNames", "Reconnect#CSDS")
            after = 60
        case "login-service-fails":
            for place in range(4):
                fails(shift, moment + place * 15 * SECOND, 1, code=503)
            after = 70
        case "login-times-out":
            for place in range(3):
                shift.errors(moment + place * 15 * SECOND, "ETIMEDOUT", "authentication.login", "Reconnect#Relogin#WS")
            after = 50
        case "rate-limited-and-waits":
            fails(shift, moment, 2, gap=(6, 9), code=429)
        case "token-renewed":
            pass
    shift.connects(moment + after * SECOND)
    shift.decoy(name, begin - 60 * SECOND, begin + 20 * MINUTE)


STUMBLES = [
    "one-failed-login",
    "two-failed-logins",
    "refresh-refused",
    "socket-refused-token",
    "name-service-fails",
    "login-service-fails",
    "login-times-out",
    "rate-limited-and-waits",
    "token-renewed",
]


@night_of_bot("stumbles", 240, ("sdk", "socket", "text"), decoy=True)
def stumbles(shift):
    shift.ordinary()
    for place, moment in enumerate(slots(shift.dice, 4)):
        if place == 1:
            shift.healthy(moment + 20 * MINUTE, moment + 60 * MINUTE, 1)
        stumble(shift, STUMBLES[(shift.place * 4 + place) % len(STUMBLES)], moment + 100 * MINUTE)
    shift.tail()


@night_of_bot("private-addresses", 104, RECORDERS, decoy=True)
def private(shift):
    """Addresses of one's own network say nothing about a list of allowed ones."""
    ways = [
        dict(ip=shift.address(kind, place), auth="oauth2")
        for place, kind in enumerate(["private", "carrier", "link", "private"])
    ]
    moment = began(shift, True, **ways[0])
    shift.closes(moment - 7 * SECOND)
    fails(shift, moment, 1, lines=True, **ways[1])
    last = fails(shift, moment + 12 * SECOND, 1, lines=True, **ways[2])
    recovers(shift, last + 30 * SECOND, True, **ways[3])
    shift.decoy("private-addresses", moment - HOUR, moment + HOUR)


@night_of_bot("two-addresses-both-good", 104, RECORDERS, decoy=True)
def rolling(shift):
    """A rolling deployment: two public addresses, and logins from both succeed."""
    ways = [dict(ip=shift.address(kind), auth="oauth2") for kind in ("public", "other")]
    moment = began(shift, True, **ways[0])
    shift.closes(moment - 7 * SECOND)
    last = fails(shift, moment, 1, lines=True, **ways[1])
    recovers(shift, last + 30 * SECOND, True, **ways[1])
    shift.decoy("two-addresses-both-good", moment - HOUR, moment + HOUR)


@night_of_bot("disabled-by-hand", 104, ("sdk", "text"), decoy=True)
def by_hand(shift):
    """An administrator switched the bot off, and no login fails."""
    moment = began(shift)
    shift.closes(moment, 1000)
    shift.bot.enabled, shift.bot.by_hand = False, True
    shift.audits.append((moment + 9 * MINUTE, shift.bot, "true", "false", "ines.h"))
    shift.decoy("disabled-by-hand", moment - HOUR, moment + 6 * HOUR)


@night_of_bot("same-login-in-two-accounts", 104, RECORDERS, decoy=True)
def namesake(shift):
    """Two accounts have a bot of the same login name; each fails twice."""
    other = shift.companion(elsewhere=True)
    other.bot.login = shift.bot.login
    moment = began(shift)
    other.connects(other.starts + 20 * SECOND)
    other.healthy(moment - 75 * MINUTE, moment - 45 * MINUTE, 1)
    for part in (shift, other):
        part.closes(moment - 7 * SECOND)
        last = fails(
            part, moment + (part is other) * 9 * SECOND, 2, lines=True, ip=shift.address("public"), auth="oauth2"
        )
        recovers(part, last + 60 * SECOND, True, ip=shift.address("public"), auth="oauth2")
        part.decoy("same-login-in-two-accounts", moment - HOUR, moment + HOUR)


@night_of_bot("old-method-in-time", 104, RECORDERS, decoy=True, early=True)
def oauth1_in_time(shift):
    how = dict(ip=shift.address("public"), auth="oauth1")
    moment = began(shift, True, **how)
    shift.closes(moment - 7 * SECOND)
    last = fails(shift, moment, shift.dice.randint(1, 2), lines=True, **how)
    recovers(shift, last + 60 * SECOND, True, **how)
    shift.decoy("old-method-in-time", moment - HOUR, moment + HOUR)


@night_of_bot("new-method-stumbles", 104, RECORDERS, decoy=True)
def oauth2_stumbles(shift):
    how = dict(ip=shift.address("public"), auth=shift.dice.choice(["oauth2", "password"]))
    moment = began(shift, True, **how)
    shift.closes(moment - 7 * SECOND)
    last = fails(shift, moment, shift.dice.randint(1, 2), lines=True, **how)
    recovers(shift, last + 60 * SECOND, True, **how)
    shift.decoy("new-method-stumbles", moment - HOUR, moment + HOUR)


@night_of_bot("not-used-for-some-weeks", 104, RECORDERS, decoy=True)
def some_weeks(shift):
    moment = first_after(shift, shift.dice.randrange(20, 57))
    shift.decoy("not-used-for-some-weeks", moment - HOUR, moment + 2 * HOUR)

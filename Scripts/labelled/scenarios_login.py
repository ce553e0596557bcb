"""Bots whose logins fail, and failures that are no such thing."""

from scenes import night_of_bot
from shift import slots
from story import HOUR, MINUTE, SECOND

RECORDERS = ("sdk", "socket")
DAY = 24 * HOUR


def began(shift, login=False, **how):
    """An ordinary evening before the incident; gives the moment of it."""
    moment = slots(shift.dice, 1)[0] + shift.dice.randrange(100, 400) * MINUTE
    begin = shift.starts + shift.dice.randrange(2, 50) * SECOND
    if login:
        shift.login(begin - SECOND, 200, **how)
    shift.connects(begin)
    # The recorder of an SDK names its bot only by conversations.
    shift.healthy(moment - 75 * MINUTE, moment - 45 * MINUTE, 1 if shift.layout == "sdk" else shift.dice.randint(0, 1))
    return moment


def fails(shift, moment, count, gap=(6, 50), code=401, lines=None, **how):
    """Failed logins; gives the time of the last. A recorder may write lines of its own, a console only errors."""
    at = moment
    if lines is None:
        lines = shift.layout != "text" and shift.dice.random() < 0.4
    for place in range(count):
        if lines:
            shift.login(at, code, **how)
        else:
            shift.refused(at, code, shift.dice.choice(["Reconnect#Relogin#WS", "RefreshSession#Relogin#WS"]))
        if place < count - 1:
            at += shift.dice.randint(gap[0] * SECOND, gap[1] * SECOND)
    return at


def recovers(shift, at, login=False, **how):
    if login:
        shift.login(at, 200, **how)
    shift.connects(at + SECOND)
    shift.healthy(at + 20 * MINUTE, at + 80 * MINUTE, shift.dice.randint(0, 1))
    shift.tail()


def login_finding(shift, cause, severity, confidence, moment, **more):
    shift.plant("bot-login-failure", cause, severity, confidence, moment - 6 * MINUTE, moment + 3 * HOUR, **more)


@night_of_bot("login-failures", 65, ("sdk", "socket", "text"))
def login_failures(shift):
    moment = began(shift)
    shift.closes(moment - 7 * SECOND, shift.dice.choice([1006, 4401]))
    count = shift.dice.randint(3, 9)
    last = fails(shift, moment, count)
    # Soon enough: a bot that fails for half an hour counts as disabled.
    recovers(shift, last + shift.dice.randrange(20, 600) * SECOND)
    login_finding(shift, "login-failures", "warning", "high", moment)


@night_of_bot("disabled-says-the-audit", 30, RECORDERS)
def disabled_audit(shift):
    moment = began(shift)
    shift.closes(moment - 7 * SECOND)
    fails(shift, moment, shift.dice.randint(3, 8))
    shift.bot.enabled = False
    shift.audits.append((moment + 9 * MINUTE, shift.bot, "true", "false", "System"))
    login_finding(shift, "disabled", "error", "high", moment)


@night_of_bot("disabled-says-the-list", 20, RECORDERS)
def disabled_list(shift):
    moment = began(shift)
    shift.closes(moment - 7 * SECOND)
    fails(shift, moment, shift.dice.randint(2, 5))
    shift.bot.enabled = False
    login_finding(shift, "disabled", "error", "high", moment)


@night_of_bot("disabled-without-a-login", 15, ("sdk", "text"))
def disabled_alone(shift):
    moment = began(shift)
    shift.closes(moment, 1000)
    shift.bot.enabled = False
    shift.plant("bot-login-failure", "disabled", "error", "medium")


@night_of_bot("disabled-again-and-again", 25, ("sdk", "socket", "text"))
def disabled_flips(shift):
    moment = began(shift)
    lines = shift.layout != "text" and shift.dice.random() < 0.5
    at = moment
    shift.closes(moment - 9 * SECOND)
    for turn in range(shift.dice.randint(2, 3)):
        if lines:
            shift.login(at, 200)
        shift.connects(at + SECOND)
        fall = at + shift.dice.randrange(50, 140) * SECOND
        shift.closes(fall - 2 * SECOND, 4401)
        last = fails(shift, fall, shift.dice.randint(1, 2), lines=lines)
        at = last + shift.dice.randrange(300, 500) * SECOND
    login_finding(shift, "disabled", "error", "medium", moment)


@night_of_bot("ten-failures", 20, ("sdk", "socket", "text"))
def ten(shift):
    moment = began(shift)
    shift.closes(moment - 7 * SECOND)
    last = fails(shift, moment, shift.dice.randint(10, 16))
    if shift.dice.random() < 0.5:
        recovers(shift, last + 5 * MINUTE)
    login_finding(shift, "disabled", "error", "low", moment)


@night_of_bot("half-an-hour-of-failures", 15, ("sdk", "socket", "text"))
def half_an_hour(shift):
    moment = began(shift)
    shift.closes(moment - 7 * SECOND)
    fails(shift, moment, 9, gap=(310, 340))
    login_finding(shift, "disabled", "error", "low", moment)


@night_of_bot("address-not-allowed", 70, RECORDERS)
def ip_policy(shift):
    home, away = dict(ip=shift.address("public"), auth="oauth2"), dict(ip=shift.address("other"), auth="oauth2")
    moment = began(shift, True, **home)
    shift.closes(moment - 7 * SECOND)
    last = fails(shift, moment, shift.dice.randint(3, 6), lines=True, **away)
    sibling = shift.dice.random() < 0.5
    if sibling:
        other = shift.companion()
        other.login(moment + 5 * SECOND, 200, ip=other.address("public", 40), auth="oauth2")
        other.connects(moment + 6 * SECOND)
        other.healthy(moment + 20 * MINUTE, moment + 80 * MINUTE, 1)
        other.tail()
    if shift.dice.random() < 0.5:
        recovers(shift, last + 60 * SECOND, True, **home)
    login_finding(shift, "ip-policy", "error", "high" if sibling else "medium", moment, failing=(moment, last))


@night_of_bot("login-blocked", 60, ("sdk", "socket", "text"))
def blocked(shift):
    moment = began(shift)
    shift.closes(moment - 7 * SECOND)
    again = shift.dice.random() < 0.5
    last = fails(shift, moment, 2 if again else 1, code=451)
    if again:
        recovers(shift, last + 30 * SECOND)
    login_finding(shift, "blocked", "warning", "high", moment)


@night_of_bot("logs-in-too-often", 60, ("sdk", "socket", "text"))
def rate_limited(shift):
    moment = began(shift)
    shift.closes(moment - 7 * SECOND)
    last = fails(shift, moment, shift.dice.randint(2, 4), gap=(1, 4), code=429)
    recovers(shift, last + shift.dice.randint(1, 20) * SECOND)
    login_finding(shift, "rate-limited", "warning", "high", moment)


@night_of_bot("old-method", 60, RECORDERS)
def oauth1(shift):
    how = dict(ip=shift.address("public"), auth="oauth1")
    moment = began(shift, shift.dice.random() < 0.5, **{**how, "auth": "oauth2"})
    shift.closes(moment - 7 * SECOND)
    fails(shift, moment, shift.dice.randint(1, 4), lines=True, **how)
    login_finding(shift, "oauth1-ended", "warning", "medium", moment)


def first_after(shift, days):
    """The first login after a long time fails; the one before stands in the recorder's log or in the activity."""
    moment = slots(shift.dice, 1)[0]
    before = moment - days * DAY - 90 * MINUTE
    if shift.dice.random() < 0.5:
        shift.login(before, 200)
    else:
        shift.logins.append((before, shift.bot, 3, 0))
    last = fails(shift, moment, 1)
    recovers(shift, last + 10 * MINUTE)
    return moment


@night_of_bot("not-used-for-long", 65, RECORDERS)
def inactive(shift):
    login_finding(shift, "inactive", "warning", "medium", first_after(shift, shift.dice.randrange(61, 90)))

public import Model

extension BotLoginFailure {
  public static let info = DetectorInfo(
    id: "bot-login-failure",
    summary:
      "Bot users whose logins fail: refused again and again, disabled, refused by address, too fast, blocked, out of use.",
    symptom: """
      Bot users are disabled shortly after they log in, and again a minute or two after they were enabled, though other bots with \
      the same code work. The account's login policy disables a user after too many failed logins, and refuses logins from \
      addresses that are not allowed: bots on servers with changing addresses are hit, those on other servers are not.
      """,
    severity: "error for `disabled` and `ip-policy`; else warning",
    causes: [
      DetectorInfo.Cause(
        "ip-policy",
        "The bot logs in from several public addresses, and fails from those from which it was never let in.",
        remedy: "Give the bot's server a fixed address, or have its whole range allowed in the account's login policy."),
      DetectorInfo.Cause(
        "disabled",
        "The user was disabled, and not by hand (high, or medium while no login fails); or its logins fail again and again soon after "
          + "one succeeded (medium); or they fail for long (low).",
        remedy: "Find out why its logins fail first, then enable the user again."),
      DetectorInfo.Cause(
        "blocked", "A login was answered with 451: the platform has blocked the client.",
        remedy: "Stop logging in, and ask your account team why the client is blocked."),
      DetectorInfo.Cause(
        "rate-limited", "A login was answered with 429, and the next came less than 5 s later.",
        remedy: "Wait at least 5 s before each new login, and longer after each failure."),
      DetectorInfo.Cause(
        "oauth1-ended", "A login with OAuth 1 was refused on or after 2026-04-30, on which the vendor ends them.",
        remedy: "Log in with OAuth 2 client credentials."),
      DetectorInfo.Cause(
        "inactive", "A login was refused, and the one before it was 60 days ago or longer.",
        remedy: "Enable the user again, and log in more often than the account's login policy demands."),
      DetectorInfo.Cause(
        "login-failures", "Three or more logins in a row were refused within ten minutes.",
        remedy: "Check the bot's key or password, and stop trying again after a 401 or 403."),
    ],
    inputs: """
      Refused logins are in a bot's log (errors with service `authentication.login`), in answers of the Login API, and in lines that \
      a recorder writes of each login. Addresses are in no log of the platform: only what a recorder wrote can show `ip-policy`, \
      and `oauth1-ended` needs the method. Lists of users and the audit trail say that a user is disabled. The activity of agents \
      shows logins that succeeded only.
      """,
    judgesFrom: [.logins, .accounts, .connections],
    notFlagged: [
      "One or two refused logins before one that succeeds, as after a change of keys.",
      "401 when a session is renewed, which the SDK repairs by itself, and sockets closed or refused for an old token.",
      "Errors of the network or the server: no answer, 5xx, domains that are not found.",
      "Users that an administrator disabled by hand and that do not try to log in.",
      "Failures of the same login name in another account.",
      "Several addresses that all work, and private addresses.",
      "A 429 that is obeyed.",
    ],
    guards: [
      DetectorInfo.Guard(
        "recovered", "Fewer than `login-max-failures` refused logins before one that succeeds are not reported."),
      DetectorInfo.Guard("session-refresh", "Refused renewals of a session do not count as failed logins."),
      DetectorInfo.Guard("socket-refused", "Refused sockets do not count as failed logins."),
      DetectorInfo.Guard("server-error", "Logins that the server failed to answer do not count as refused."),
      DetectorInfo.Guard("by-hand", "A user that an administrator disabled by hand is not reported as disabled."),
      DetectorInfo.Guard(
        "address-worked", "Failures from an address from which the bot was let in are not put down to it."),
      DetectorInfo.Guard("retried-late", "A 429 after which the bot waited long enough is not reported."),
      DetectorInfo.Guard(
        "oauth1-works", "A refused login with OAuth 1 is not put down to its end where another still works."),
      DetectorInfo.Guard("still-at-work", "A bot that was at work since its last login is not reported as inactive."),
      DetectorInfo.Guard("far-apart", "Refused logins that lie far apart are not reported as failures in a row."),
    ],
    unit: .bots,
    settings: Settings.infos,
    remedy: "Find out why the logins fail before the user is enabled again.",
    documentation: "https://knowledge.liveperson.com/troubleshooting-bots.html",
    examples: [
      DetectorInfo.Example(
        "Near miss: two refused logins and one that succeeds, a refused renewal, an obeyed 429, a bot disabled by hand",
        """
        00:00 bot program: login 401 connect
        00:05 bot program: login 401 connect
        00:10 bot program: login 200 connect
        10:00 bot program: failed 401 sessionRefresh refresh
        20:00 bot program: login 429 connect
        20:05 bot program: login 200 connect
        30:00 second bot program: disabled by hand now
        """),
      DetectorInfo.Example(
        "Two of four bots are disabled again and again, and two with the same code work",
        """
        00:00 bot program: login 200
        00:00 second bot program: login 200
        00:00 manager bot program: login 200
        00:00 agent program: login 200
        01:30 ⚑ disabled error medium bot program: login 401
        01:35 bot program: login 401
        01:40 bot program: login 401
        01:30 ⚑ disabled error medium second bot program: login 401
        01:35 second bot program: login 401
        01:40 second bot program: login 401
        20:00 bot program: login 200
        20:00 second bot program: login 200
        22:00 bot program: login 401
        22:05 bot program: login 401
        22:10 bot program: login 401
        22:00 second bot program: login 401
        22:05 second bot program: login 401
        22:10 second bot program: login 401
        """),
      DetectorInfo.Example(
        "The same with addresses: the server's address changed, and only those of the others are allowed",
        """
        00:00 bot program: login 200 [from 203.0.113.7]
        00:00 second bot program: login 200 [from 198.51.100.1]
        10:00 ⚑ ip-policy error high bot program: login 401 [from 203.0.113.8]
        10:05 bot program: login 401 [from 203.0.113.9]
        10:10 bot program: login 401 [from 203.0.113.9]
        10:20 second bot program: login 200 [from 198.51.100.1]
        """),
      DetectorInfo.Example(
        "The audit trail says that it was disabled while its logins failed",
        """
        00:00 ⚑ disabled error high bot program: login 403
        00:01 bot program: disabled
        00:05 bot program: login 403
        00:00 ⚑ disabled error medium second bot program: disabled by itself now
        """),
      DetectorInfo.Example(
        "Too fast, blocked, refused",
        """
        00:00 ⚑ rate-limited warning high bot program: login 429
        00:04.999 bot program: login 200
        10:00 ⚑ blocked warning high bot program: login 451
        20:00 bot program: login 200
        30:00 ⚑ login-failures warning high bot program: login 401
        30:05 bot program: login 403
        40:00 bot program: login 401
        """),
    ])
}

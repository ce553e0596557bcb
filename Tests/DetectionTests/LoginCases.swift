import Detection

/// Bots whose logins fail.
extension TranscriptCase {
  static func login(_ title: String, _ settings: KeyValuePairs<String, String>, _ transcript: String) -> TranscriptCase
  {
    TranscriptCase(title, BotLoginFailure.self, settings, transcript)
  }

  /// `login 401` each second, from a minute on.
  private static func refusals(_ count: Int, from minute: Int, flag: String, every seconds: Int = 1) -> String {
    (0..<count).map { index in
      let second = index * seconds
      let time = "\(minute + second / 60):\(second % 60 < 10 ? "0" : "")\(second % 60)"
      return "\(time) \(index == 0 ? flag : "") bot program: login 401"
    }
    .joined(separator: "\n")
  }

  static let failedLogins = [
    login(
      "three refusals in ten minutes, and not in more", [:],
      """
      00:00 ⚑ login-failures warning high bot program: login 401
      05:00 bot program: login 403
      10:00 bot program: login 401
      00:00 second bot program: login 401
      05:00 second bot program: login 401
      10:00.001 second bot program: login 401
      """),
    login(
      "nine refusals, and ten", [:],
      refusals(9, from: 0, flag: "⚑ login-failures warning high")
        + "\n05:00 bot program: login 200\n15:00 bot program: closed 1000\n"
        + refusals(10, from: 20, flag: "⚑ disabled error low")),
    login(
      "all logins fail for 30 minutes after the third, and for less", [:],
      """
      00:00 ⚑ disabled error low bot program: login 401
      00:01 bot program: login 401
      00:02 bot program: login 401
      30:02 bot program: login 401
      00:00 ⚑ login-failures second bot program: login 401
      00:01 second bot program: login 401
      00:02 second bot program: login 401
      30:01.999 second bot program: login 401
      """),
    login(
      "what the user allows", ["login-max-failures": "1", "disabled-failures": "3"],
      """
      00:00 ⚑ login-failures bot program: login 401
      10:00 bot program: login 200
      30:00 ⚑ disabled error low bot program: login 401
      30:01 bot program: login 401
      30:02 bot program: login 401
      """),
    login(
      "again and again within five minutes of a success, and later", [:],
      """
      00:00 bot program: login 200
      05:00 ⚑ disabled error medium bot program: login 401
      05:01 bot program: login 401
      20:00 bot program: connected
      21:00 bot program: login 401
      00:00 second bot program: login 200
      05:00.001 ⚑ login-failures second bot program: login 401
      05:01 second bot program: login 401
      05:02 second bot program: login 401
      20:00 second bot program: login 200
      21:00 ⚑ login-failures second bot program: login 401
      21:01 second bot program: login 401
      21:02 second bot program: login 401
      """),
    login(
      "disabled before, during and after, by the audit trail and by lists", [:],
      """
      conversation:
      00:00 bot program: login 200
      05:00 bot program: disabled
      50:00 ⚑ disabled error high bot program: login 401
      conversation:
      00:00 second bot program: login 200
      50:00 ⚑ disabled error high second bot program: login 401
      59:59 second bot program: disabled
      conversation:
      40:00 ⚑ disabled error high manager bot program: login 403
      manager bot program: disabled by itself now
      """),
    login(
      "locked, and nobody tries to log in; enabled and locked again", [:],
      """
      00:00 ⚑ disabled error medium bot program: disabled by itself now
      10:00 bot program: disabled by itself now
      20:00 bot program: enabled now
      30:00 ⚑ disabled error medium bot program: disabled
      31:00 bot program: disabled by itself now
      ⚑ disabled error medium second bot program: disabled by itself now
      """.replacing(
        "30:00 ⚑ disabled error medium bot program: disabled\n31:00",
        with: "30:00 bot program: disabled\n31:00 ⚑ disabled error medium")),
    login(
      "disabled by hand while its logins fail: they fail all the same", [:],
      """
      00:00 bot program: login 200
      05:00 bot program: disabled
      05:30 ⚑ login-failures warning bot program: login 401
      05:31 bot program: login 401
      05:32 bot program: login 401
      06:00 bot program: disabled by hand now
      """),
    login(
      "by address: alone, beside a sibling that works elsewhere, and beside one that works from the same", [:],
      """
      account: account-1
      00:00 bot program: login 200 [from 203.0.113.7]
      10:00 ⚑ ip-policy error medium bot program: login 401 [from 203.0.113.8]
      10:05 bot program: login 401 [from 203.0.113.8]
      account: account-2
      10:00 ⚑ ip-policy error high second bot program: login 401 [from 203.0.113.8]
      10:05 second bot program: login 401 [from 203.0.113.9]
      10:30 agent program: login 200 [from 203.0.113.1]
      account: account-3
      10:00 ⚑ ip-policy error medium manager bot program: login 401 [from 203.0.113.8]
      10:05 manager bot program: login 401 [from 203.0.113.9]
      10:30 survey bot program: login 200 [from 203.0.113.8]
      """),
    login(
      "other addresses a day before, and earlier", [:],
      """
      00:00:00 bot program: login 200 [from 203.0.113.7]
      24:00:00 ⚑ ip-policy error medium bot program: login 401 [from 203.0.113.8]
      24:00:01 bot program: login 401 [from 203.0.113.8]
      24:00:02 bot program: login 401 [from 203.0.113.8]
      00:00:00 second bot program: login 200 [from 203.0.113.7]
      24:00:00.001 ⚑ login-failures warning second bot program: login 401 [from 203.0.113.8]
      24:00:01 second bot program: login 401 [from 203.0.113.8]
      24:00:02 second bot program: login 401 [from 203.0.113.8]
      """),
    login(
      "a 429 and a login 4 s later", [:],
      """
      00:00 ⚑ rate-limited warning high bot program: login 429
      00:04 bot program: login 429
      10:00 bot program: login 200
      """),
    login(
      "a 429 and a login 2 s later that the server failed to answer", [:],
      """
      00:00 ⚑ rate-limited warning high bot program: login 429
      00:02 bot program: login 500
      00:20 bot program: login 200
      00:00 ⚑ rate-limited warning high second bot program: login 429
      00:04.999 second bot program: login no answer
      """),
    login(
      "the end of OAuth 1, a millisecond before and on the day", [:],
      """
      1405:59:59.999 bot program: login 401 oauth1
      1406:00:00 ⚑ oauth1-ended warning medium second bot program: login 403 oauth1
      1406:00:00 manager bot program: login 401 oauth2
      """),
    login(
      "out of use for 60 days, and for less", [:],
      """
      00:00:00 bot program: login 200
      1440:00:00 ⚑ inactive warning medium bot program: login 401
      00:00:00.001 second bot program: login 200
      1440:00:00 second bot program: login 401
      """),
    login(
      "one failure that two loggers wrote is one", [:],
      """
      00:00 bot program: login 401 connect
      00:00.300 bot program: login 401 [from 203.0.113.7]
      00:05 bot program: login 401 connect
      00:05.300 bot program: login 401 [from 203.0.113.7]
      10:00 ⚑ login-failures second bot program: login 401 connect
      10:00.300 second bot program: login 401 connect
      10:00.600 second bot program: login 401 connect
      """),
  ]

  static let failedLoginGuards = [
    login(
      "one refused login, or two, and a success; also soon after a success, again and again", [:],
      """
      00:00 bot program: login 401
      10:00 bot program: login 200
      10:05 bot program: login 401
      10:10 bot program: login 401
      10:15 bot program: login 200
      10:20 bot program: login 401
      10:25 bot program: login 200
      20:00 second bot program: login 401
      00:00 manager bot program: login 200 oauth2
      00:10 manager bot program: login 401 oauth2
      00:15 manager bot program: login 200 oauth2
      """),
    login(
      "sessions renewed, sockets refused, servers that do not answer", [:],
      """
      00:00 bot program: failed 401 sessionRefresh refresh
      00:01 bot program: failed 401 sessionRefresh refresh
      00:02 bot program: failed 401 sessionRefresh refresh
      00:00 second bot program: failed 401 messaging reconnect
      00:01 second bot program: failed 401 messaging reconnect
      00:02 second bot program: failed 401 messaging reconnect
      00:03 second bot program: closed 4401
      00:04 second bot program: closed 4407
      00:05 second bot program: closed 1011
      00:00 manager bot program: login 500
      00:01 manager bot program: login 503
      00:02 manager bot program: login no answer
      00:03 manager bot program: failed domains connect
      """),
    login(
      "disabled by hand, with and without failing logins", [:],
      """
      00:00 bot program: login 200
      10:00 bot program: disabled by hand now
      00:00 second bot program: login 200
      10:00 second bot program: disabled by hand
      10:01 second bot program: login 401
      """),
    login(
      "a change of which nobody says who made it, and no login fails", [:],
      "00:00 bot program: login 200\n10:00 bot program: disabled"),
    login(
      "enabled again before the logins fail, or long after they failed", [:],
      """
      00:00 bot program: disabled
      10:00 bot program: enabled
      20:00 bot program: login 401
      00:00 second bot program: login 401
      10:00.001 second bot program: disabled
      00:00 manager bot program: disabled
      10:00 manager bot program: login 200
      20:00 manager bot program: login 401
      """),
    login(
      "from an address that works, and all from one", [:],
      """
      00:00 bot program: login 200 [from 203.0.113.7]
      05:00 bot program: login 200 [from 203.0.113.8]
      10:00 bot program: login 401 [from 203.0.113.8]
      10:05 bot program: login 401 [from 203.0.113.8]
      10:00 second bot program: login 401 [from 203.0.113.8]
      10:05 second bot program: login 401 [from 203.0.113.8]
      10:00 manager bot program: login 401
      10:05 manager bot program: login 401
      10:10 manager bot program: closed 1006 [from 203.0.113.9]
      """),
    login(
      "one refusal from a new address", [:],
      """
      00:00 bot program: login 200 [from 203.0.113.7]
      10:00 bot program: login 401 [from 203.0.113.8]
      00:00 second bot program: login 200 [from 203.0.113.7]
      10:00 second bot program: login 401 [from 203.0.113.8]
      10:01 second bot program: login 401 [from 203.0.113.8]
      10:02 second bot program: login 200 [from 203.0.113.7]
      """),
    login(
      "a 429 and a login 5 s later, or none", [:],
      """
      00:00 bot program: login 429
      00:05 bot program: login 200
      10:00 bot program: login 429
      09:59 bot program: login 503
      10:00.001 bot program: login no answer
      10:05 bot program: login 500
      """),
    login(
      "OAuth 1 still works", [:],
      """
      1406:00:00 bot program: login 200 oauth1
      1407:00:00 bot program: login 401 oauth1
      """),
    login(
      "not logged in for 60 days, and at work all the time", [:],
      """
      00:00:00 bot program: login 200
      1400:00:00 bot program: heartbeat 200
      1440:00:00 bot program: login 401
      """),
    login(
      "never seen before", [:],
      "1440:00:00 bot program: login 401\n1440:00:01 bot program: login 401"),
    login(
      "the same login in another account is another bot", [:],
      """
      00:00 agent program: login 401
      00:01 agent program: login 401
      00:02 agent program: login 401 [in account-2]
      00:03 agent program: login 401 [in account-2]
      """),
    login(
      "far apart", [:],
      """
      00:00 bot program: login 401
      06:00 bot program: login 401
      12:00 bot program: login 401
      18:00 bot program: login 401
      """),
  ]
}

import Detection

/// What looks like a bot that is offline and is none.
extension TranscriptCase {
  static let offlineConnectorGuards = [
    offline(
      "another account's log goes on, which says nothing of this one", [:],
      """
      00:00 bot program: connected
      00:30 bot program: heartbeat 200
      01:00 bot program: heartbeat 200
      01:30 bot program: heartbeat 200
      02:00 bot program: heartbeat 200
      02:30 bot program: heartbeat 200
      00:00 second bot program: connected [in account-2]
      59:00 second bot program: heartbeat 200 [in account-2]
      """),
    offline(
      "a log of warnings, in which no connection is seen to come up", [:],
      """
      00:00 somebody program: closed 1006
      00:05 somebody program: failed domains
      20:00 somebody program: closed 1006
      20:05 somebody program: failed domains
      20:11 somebody program: failed domains
      40:00 ⚑ failed-connection warning high somebody program: closed 1006
      40:05 somebody program: failed domains
      40:55 somebody program: closed 1006
      41:45 somebody program: closed 1006
      42:05 somebody program: failed domains
      01:00:00 somebody program: closed 1006
      01:00:05 somebody program: failed domains
      01:00:11 somebody program: failed domains
      01:59:00 log ends
      """),
    offline(
      "stopped on purpose, and started hours later", [:],
      """
      00:00 bot program: connected
      10:00 bot program: closed 1000
      59:00 bot program: started
      59:01 bot program: connected
      """),
    offline(
      "a token renewed, even where little is borne", ["offline-after": "30s"],
      """
      00:00 bot program: connected
      10:00 bot program: closed 4401
      10:01 bot program: failed messaging reconnect
      10:06 bot program: failed messaging reconnect
      10:59 bot program: connected
      20:00 ⚑ failed-connection bot program: closed 4407
      20:01 bot program: failed messaging reconnect
      20:06 bot program: failed messaging reconnect
      21:00 bot program: connected
      30:00 bot program: closed 1011
      30:05 bot program: failed messaging reconnect
      30:06 bot program: failed messaging reconnect
      30:40 bot program: connected
      40:00 log ends
      """),
    offline(
      "after a renewal the bot need not ask again", [:],
      """
      00:00 bot program: connected
      00:01 bot program: availability online 200
      00:02 bot program: ringsSubscribed 200
      10:00 bot program: closed 4407
      10:05 bot program: connected
      20:00 bot program: closed 1000
      """),
    offline(
      "another program was up, and one that was not", [:],
      """
      00:00 bot program: connected
      10:00 bot program: closed 1006
      10:01 bot program: failed messaging reconnect
      10:06 bot program: failed messaging reconnect
      14:00 bot program: connected
      20:00 ⚑ failed-connection bot program: closed 1006
      20:01 bot program: failed messaging reconnect
      20:06 bot program: failed messaging reconnect
      24:00 bot program: connected
      05:00 bot program: connected [log 2]
      22:00 bot program: closed 1006 [log 2]
      22:30 bot program: connected [log 2]
      30:00 bot program: heartbeat 200 [log 2]
      """),
    offline(
      "a log of its logins is no other program", [:],
      """
      00:00 bot program: connected
      10:00 ⚑ failed-connection bot program: closed 1006
      10:01 bot program: failed messaging reconnect
      10:06 bot program: failed messaging reconnect
      14:00 bot program: connected
      00:00 bot program: login 200 [log 2]
      30:00 bot program: login 200 [log 2]
      """),
    offline(
      "both programs were down: one outage", [:],
      """
      00:00 bot program: connected
      10:00 ⚑ failed-connection bot program: closed 1006
      10:01 bot program: failed messaging reconnect
      10:06 bot program: failed messaging reconnect
      14:00 bot program: connected
      00:01 bot program: connected [log 2]
      10:00.100 bot program: closed 1006 [log 2]
      10:01 bot program: failed messaging reconnect [log 2]
      10:06 bot program: failed messaging reconnect [log 2]
      14:30 bot program: connected [log 2]
      """),
    offline(
      "refused after it had been let in, in this log, in another, by its login or its words", [:],
      """
      conversation:
      00:00 bot program: connected
      10:00 bot program: closed 1006
      10:01 bot program: login 401 reconnect
      10:06 bot program: login 401 reconnect
      conversation:
      bots: own log
      00:00 second bot program: login 200 [log 2]
      10:00 second bot program: failed 401 messaging connect [log 3]
      10:06 second bot program: failed 401 messaging connect [log 3]
      conversation:
      00:00 opened
      00:01 manager bot joins
      00:02 manager bot: hi
      10:00 manager bot program: login 401 connect [log 4]
      10:06 manager bot program: login 401 connect [log 4]
      """),
    offline(
      "nothing names the programs, and one of them was let in before", [:],
      """
      00:00 somebody program: connected
      10:00 somebody program: closed 1000
      20:00 somebody program: login 401 connect [log 2]
      20:06 somebody program: login 401 connect [log 2]
      """),
    offline(
      "one refusal, refusals apart, and a session's renewal", [:],
      """
      00:00 bot program: login 401 connect
      00:05 bot program: failed domains connect
      00:10 bot program: login 401 connect
      00:15 bot program: connected
      00:00 second bot program: failed 401 sessionRefresh refresh [log 2]
      00:10 second bot program: failed 401 sessionRefresh refresh [log 2]
      00:20 second bot program: failed 500 sessionRefresh refresh [log 2]
      09:00 second bot program: failed 500 sessionRefresh refresh [log 2]
      """),
    offline(
      "errors while it is connected, and renewals that fail", [:],
      """
      00:00 bot program: connected
      10:00 bot program: failed domains refresh
      20:00 bot program: failed domains refresh
      30:00 bot program: failed 400 messaging
      40:00 bot program: failed
      50:00 log ends
      """),
    offline(
      "the log ends too soon", [:],
      """
      00:00 bot program: connected
      10:00 bot program: closed 1006
      10:01 bot program: failed messaging reconnect
      10:06 bot program: failed messaging reconnect
      12:00 bot program: failed messaging reconnect
      """),
    offline(
      "an export of states is no log of a connection", [:],
      """
      00:00 bot program: connected now
      10:00 bot program: closed now
      50:00 bot program: connected now
      """),
    offline(
      "requests that the log never shows, a connection that was lost at once, and a log that ends", [:],
      """
      00:00 bot program: connected
      10:00 bot program: heartbeat 200
      00:00 second bot program: connected [log 2]
      00:01 second bot program: availability online 200 [log 2]
      00:02 second bot program: ringsSubscribed 200 [log 2]
      10:00 second bot program: closed 1006 [log 2]
      10:05 second bot program: connected [log 2]
      10:34.999 second bot program: closed 1006 [log 2]
      11:00 second bot program: connected [log 2]
      11:01 second bot program: availability online 200 [log 2]
      11:30 second bot program: ringsSubscribed 200 [log 2]
      20:00 second bot program: closed 1006 [log 2]
      20:05 second bot program: connected [log 2]
      20:34 second bot program: heartbeat 200 [log 2]
      """),
    offline(
      "it wants to be away, the platform says that it is online, or nobody knows the answer", [:],
      """
      00:00 bot program: connected
      00:01 bot program: availability online 200
      00:02 bot program: ringsSubscribed 200
      10:00 bot program: closed 1006
      10:05 bot program: connected
      10:06 bot program: availability away 200
      20:00 bot program: closed 1006
      20:05 bot program: connected
      20:06 bot program: availability occupied 200
      20:07 bot program: ringsSubscribed 200
      30:00 bot program: closed 1006
      30:05 bot program: connected
      30:06 bot program: availability online
      30:07 bot program: ringsSubscribed 200
      40:00 bot program: closed 1006
      40:05 bot program: connected
      40:06 bot program: availability online 200
      40:07 bot program: ringsSubscribed
      50:00 log ends
      """),
    offline(
      "a deployment replaces three programs, one after the other", [:],
      """
      00:00 bot program: connected
      00:01 bot program: connected [log 2]
      00:02 bot program: connected [log 3]
      10:00 bot program: connected [log 4]
      10:05 bot program: closed 1000
      11:00 bot program: connected [log 5]
      11:05 bot program: closed 1000 [log 2]
      12:00 bot program: connected [log 6]
      12:05 bot program: closed 1000 [log 3]
      """),
    offline(
      "a connection that is lost again and again while its log is rotated", [:],
      """
      00:00 bot program: connected
      00:05 bot program: closed 1006 [log 2]
      00:10 bot program: connected [log 2]
      00:15 bot program: closed 1006 [log 3]
      00:20 bot program: connected [log 3]
      00:25 bot program: closed 1006 [log 4]
      00:30 bot program: connected [log 4]
      """),
    offline(
      "a bot that hands on with a word", [:],
      """
      layout: history
      conversation × 6:
      11:00 opened
      11:01 bot joins
      11:02 bot: one moment
      11:03 transferred
      conversation:
      20:00 opened
      """),
    offline(
      "offline, and nobody waited for the bot", [:],
      """
      layout: bot log and history
      conversation:
      20:00 opened
      20:01 bot joins
      20:02 consumer: hello
      20:03 bot: hi
      20:00 bot program: connected
      30:00 ⚑ failed-connection warning bot program: closed 1006
      30:01 bot program: failed messaging reconnect
      30:06 bot program: failed messaging reconnect
      39:00 bot program: connected
      31:00 consumer: taken over
      31:30 human joins
      conversation:
      29:00 opened
      29:01 bot joins
      29:03 bot: hi
      31:00 consumer: closed soon
      31:50 closed
      conversation:
      29:00 opened
      29:01 bot joins
      29:03 bot: hi
      31:00 consumer: answered by somebody else
      33:40 human: hello
      39:00 closed
      conversation:
      29:00 opened
      29:01 bot joins
      29:03 bot: hi
      38:30 consumer: too late to tell
      log ends
      """.replacing("log ends", with: "39:10 log ends")),
    offline(
      "away on purpose while it was offline", [:],
      """
      layout: bot log and history
      conversation:
      00:00 bot program: connected
      00:01 bot program: availability away 200
      20:00 opened
      20:01 bot joins
      20:03 bot: hi
      30:00 ⚑ failed-connection warning bot program: closed 1006
      30:01 bot program: failed messaging reconnect
      30:06 bot program: failed messaging reconnect
      31:00 consumer: hello
      39:00 bot program: connected
      39:01 bot program: availability away 200
      50:00 log ends
      """),
  ]
}

import Detection

/// Bots that were offline.
extension TranscriptCase {
  static func offline(_ title: String, _ settings: KeyValuePairs<String, String>, _ transcript: String)
    -> TranscriptCase
  {
    TranscriptCase(title, ConnectorOffline.self, settings, transcript)
  }

  static let offlineConnectors = [
    offline(
      "logins in two files are as in one", [:],
      """
      00:00 ⚑ unauthorized warning high bot program: login 401
      00:05 bot program: login 401 [log 2]
      01:00 bot program: login 200
      05:00 ⚑ failed-connection warning high bot program: login no answer [log 2]
      05:05 bot program: login no answer
      08:00 bot program: login 200 [log 2]
      20:00 bot program: login 200
      """),
    offline(
      "119 and 120 seconds from the first error", [:],
      """
      00:00 bot program: connected
      10:00 bot program: closed 1006
      10:01 bot program: failed messaging reconnect
      10:06 bot program: failed domains reconnect
      12:00.999 bot program: connected
      20:00 ⚑ failed-connection warning high bot program: closed 1006
      20:01 bot program: failed messaging reconnect
      20:06 bot program: failed 503 messaging reconnect
      22:01 bot program: connected
      30:00 log ends
      """),
    offline(
      "one error, and two", [:],
      """
      00:00 bot program: connected
      10:00 bot program: closed 1006
      10:01 bot program: failed messaging reconnect
      20:00 bot program: connected
      30:00 ⚑ failed-connection bot program: closed 1006
      30:01 bot program: failed messaging reconnect
      30:05 bot program: reconnecting
      30:06 bot program: login no answer reconnect
      40:00 bot program: connected
      50:00 log ends
      """),
    offline(
      "one error is enough where the user says so", ["min-errors": "1", "offline-after": "30s"],
      """
      00:00 bot program: connected
      10:00 ⚑ failed-connection bot program: closed 1006
      10:01 bot program: failed messaging reconnect
      10:31 bot program: connected
      20:00 log ends
      """),
    offline(
      "before the first connection, of a bot and of a program that nothing names", [:],
      """
      00:00 bot program: started
      00:01 ⚑ failed-connection warning high bot program: failed domains connect
      00:06 bot program: failed domains connect
      02:01 bot program: connected
      00:00 somebody program: started [log 2]
      00:01 ⚑ failed-connection warning high somebody program: failed messaging connect [log 2]
      00:06 somebody program: failed messaging connect [log 2]
      09:00 log ends
      """),
    offline(
      "never connected again", [:],
      """
      00:00 bot program: connected
      10:00 ⚑ failed-connection warning high bot program: closed 1011
      10:01 bot program: failed 502 messaging reconnect
      10:06 bot program: failed 502 messaging reconnect
      12:01 bot program: failed 502 messaging reconnect
      """),
    offline(
      "crashed and started, and failed to connect", [:],
      """
      00:00 bot program: connected
      10:00 ⚑ failed-connection bot program: crashed
      10:05 bot program: started
      10:06 bot program: failed domains connect
      10:16 bot program: failed domains connect
      13:00 bot program: connected
      20:00 log ends
      """),
    offline(
      "a reconnect that fails without a word of what was lost", [:],
      """
      00:00 bot program: connected
      10:00 ⚑ failed-connection bot program: failed messaging reconnect
      10:05 bot program: failed messaging reconnect
      13:00 bot program: heartbeat 200
      20:00 log ends
      """),
    offline(
      "a log of logins alone", [:],
      """
      00:00 bot program: login 200
      10:00 ⚑ failed-connection warning high bot program: login 503
      10:05 bot program: login no answer
      12:00 bot program: login 200
      20:00 bot program: login 503
      20:01 bot program: login 503
      21:59 bot program: login 200
      """),
    offline(
      "401 twice in a row, of login or socket, and never let in", [:],
      """
      00:00 ⚑ unauthorized warning high bot program: failed 401 messaging connect
      00:05 bot program: login 401 connect
      00:10 bot program: connected
      account: account-2
      00:00 ⚑ unauthorized second bot program: login 401 connect [log 2]
      00:05 second bot program: login 401 connect [log 2]
      02:30 second bot program: login 401 connect [log 2]
      10:00 log ends
      """),
    offline(
      "both: refused, then failing", [:],
      """
      00:00 ⚑ unauthorized somebody program: login 401 connect
      00:05 somebody program: login 401 connect
      00:10 somebody program: failed domains connect
      00:15 somebody program: failed domains connect
      02:09 somebody program: failed domains connect
      """),
    offline(
      "silence of 120 s, of 121 s, and of three long heartbeats", [:],
      """
      00:00 bot program: connected
      00:30 bot program: heartbeat 200
      01:00 bot program: heartbeat 200
      01:30 bot program: heartbeat 200
      02:00 bot program: heartbeat 200
      02:30 bot program: heartbeat 200
      04:30 bot program: heartbeat 200
      05:00 ⚑ silent warning high bot program: heartbeat 200
      07:00.001 bot program: heartbeat 200
      00:00 second bot program: connected [log 2]
      01:00 second bot program: heartbeat 200 [log 2]
      02:00 second bot program: heartbeat 200 [log 2]
      03:00 second bot program: heartbeat 200 [log 2]
      04:00 second bot program: heartbeat 200 [log 2]
      05:00 second bot program: heartbeat 200 [log 2]
      08:00 ⚑ silent second bot program: heartbeat 200 [log 2]
      11:00.001 second bot program: heartbeat 200 [log 2]
      """),
    offline(
      "silent until the log of others ends, and somebody waited", [:],
      """
      layout: history
      conversation:
      00:00 bot program: connected
      00:30 bot program: heartbeat 200
      01:00 bot program: heartbeat 200
      01:30 bot program: heartbeat 200
      02:00 bot program: heartbeat 200
      02:30 ⚑ silent error high bot program: heartbeat 200
      01:00 opened
      01:01 bot joins
      01:02 consumer: hello
      01:03 bot: hi
      03:00 consumer: are you there
      20:00 open
      """),
    offline(
      "silent by the history alone", [:],
      """
      layout: history
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 bot: hi
      10:00 ⚑ silent error low consumer: one
      30:00 closed
      conversation × 2:
      00:00 opened
      00:01 bot joins
      00:02 bot: hi
      11:00 consumer: two
      30:00 closed
      """),
    offline(
      "a minute after it connected it asked, or never, or in vain", [:],
      """
      00:00 bot program: connected
      00:01 bot program: availability online 200
      00:02 bot program: ringsSubscribed 200
      10:00 bot program: closed 1006
      10:05 ⚑ not-online bot program: connected
      10:06 bot program: ringsSubscribed 200
      10:36 bot program: availability online 200
      20:00 bot program: closed 1006
      20:05 ⚑ not-online bot program: connected
      20:06 bot program: availability online 500
      20:06 bot program: ringsSubscribed 200
      30:00 bot program: closed 1006
      30:05 ⚑ not-online bot program: connected
      30:06 bot program: availability online 200
      30:06 bot program: ringsSubscribed no answer
      50:00 bot program: closed 1000
      """),
    offline(
      "another bot of the same file asks", [:],
      """
      00:00 ⚑ not-online warning high bot program: connected
      10:00 bot program: heartbeat 200
      00:00 second bot program: connected
      00:30 second bot program: availability online 200
      00:30 second bot program: ringsSubscribed 200
      10:00 second bot program: heartbeat 200
      """),
    offline(
      "three collisions in ten minutes, and not in more", [:],
      """
      00:00 ⚑ session-collision warning medium bot program: connected [log 2]
      00:10 bot program: closed 1006
      05:00 bot program: connected
      05:10 bot program: closed 1006 [log 2]
      10:00 bot program: connected [log 2]
      10:00.500 bot program: closed 1006
      conversation:
      00:00 second bot program: connected [log 4]
      00:10 second bot program: closed 1006 [log 3]
      05:00 second bot program: connected [log 3]
      05:10 second bot program: closed 1006 [log 4]
      10:00.001 second bot program: connected [log 4]
      10:01 second bot program: closed 1006 [log 3]
      11:00 second bot program: connected [log 3]
      11:10.001 second bot program: closed 1006 [log 4]
      """),
    offline(
      "five in a row handed on at once, four, and five with a word or a second too late", [:],
      """
      layout: history
      conversation:
      10:00 ⚑ vendor-interruption warning low opened
      10:01 bot joins
      10:06 transferred
      10:07 human joins
      10:08 human: hi
      conversation × 4:
      11:00 opened
      11:01 bot joins
      11:02 transferred
      conversation:
      12:00 opened
      12:01 bot joins
      12:02 bot: hi
      12:03 transferred
      conversation × 4:
      13:00 opened
      13:01 bot joins
      13:02 transferred
      conversation:
      14:00 opened
      14:01 bot joins
      14:06.001 transferred
      conversation × 4:
      15:00 opened
      15:01 bot joins
      15:02 transferred
      conversation:
      20:00 opened
      """),
  ]
}

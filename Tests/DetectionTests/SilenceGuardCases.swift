import Detection

/// Heartbeats that stop, and a bot that is at work all the same.
extension TranscriptCase {
  static let silenceGuards = [
    offline(
      "quiet nights, with heartbeats and without", [:],
      """
      00:00 bot program: connected
      00:30 bot program: heartbeat 200
      01:00 bot program: heartbeat 200
      01:30 bot program: heartbeat 200
      02:00 bot program: heartbeat 200
      50:00 bot program: closed 1000
      conversation:
      00:00 second bot program: connected [log 2]
      10:00 second bot program: heartbeat 200 [log 2]
      20:00 second bot program: heartbeat 200 [log 2]
      30:00 second bot program: heartbeat 200 [log 2]
      40:00 second bot program: heartbeat 200 [log 2]
      50:00 second bot program: heartbeat 200 [log 2]
      80:00 second bot program: heartbeat 200 [log 2]
      """),
    offline(
      "silence that the log explains, and between two files", [:],
      """
      00:00 bot program: connected
      00:30 bot program: heartbeat 200
      01:00 bot program: heartbeat 200
      01:30 bot program: heartbeat 200
      02:00 bot program: heartbeat 200
      02:30 bot program: heartbeat 200
      02:40 bot program: closed 1006
      20:00 bot program: connected
      20:01 bot program: closed 1000
      00:00 second bot program: connected [log 2]
      00:30 second bot program: heartbeat 200 [log 2]
      01:00 second bot program: heartbeat 200 [log 2]
      01:30 second bot program: heartbeat 200 [log 2]
      02:00 second bot program: heartbeat 200 [log 2]
      02:30 second bot program: heartbeat 200 [log 2]
      60:00 second bot program: heartbeat 200 [log 3]
      """),
    offline(
      "its heartbeats stop and it speaks on, in its log or elsewhere", [:],
      """
      layout: history
      conversation:
      00:00 bot program: connected
      00:30 bot program: heartbeat 200
      01:00 bot program: heartbeat 200
      01:30 bot program: heartbeat 200
      02:00 bot program: heartbeat 200
      02:30 bot program: heartbeat 200
      02:00 opened
      02:01 bot joins
      02:05 bot: one
      04:00 bot: two
      05:30 bot: three
      07:00 bot program: heartbeat 200
      08:00 closed
      conversation:
      10:00 opened
      10:01 bot joins
      10:02 bot: hi
      20:00 closed
      """),
    offline(
      "its heartbeats stop and it is answered, or told of others' conversations", [:],
      """
      00:00 bot program: connected
      00:30 bot program: heartbeat 200
      01:00 bot program: heartbeat 200
      01:30 bot program: heartbeat 200
      02:00 bot program: heartbeat 200
      02:30 bot program: heartbeat 200
      04:30 bot program: heard
      06:30 bot program: heard
      06:31 bot program: heard
      08:30 bot program: heard
      10:00 bot program: heartbeat 200
      00:00 somebody program: connected [log 2]
      00:30 somebody program: heartbeat 200 [log 2]
      01:00 somebody program: heartbeat 200 [log 2]
      01:30 somebody program: heartbeat 200 [log 2]
      02:00 somebody program: heartbeat 200 [log 2]
      02:30 somebody program: heartbeat 200 [log 2]
      04:30 somebody program: heard [log 2]
      06:30 somebody program: heartbeat 200 [log 2]
      """),
    offline(
      "what another heard is no sign of it, and what it heard is none for ever", [:],
      """
      00:00 bot program: connected
      00:30 bot program: heartbeat 200
      01:00 bot program: heartbeat 200
      01:30 bot program: heartbeat 200
      02:00 bot program: heartbeat 200
      02:30 ⚑ silent bot program: heartbeat 200
      04:30 second bot program: heard [log 2]
      06:30 bot program: heartbeat 200
      00:00 second bot program: connected [log 2]
      10:30 second bot program: heartbeat 200 [log 2]
      11:00 second bot program: heartbeat 200 [log 2]
      11:30 second bot program: heartbeat 200 [log 2]
      12:00 second bot program: heartbeat 200 [log 2]
      12:30 ⚑ silent second bot program: heartbeat 200 [log 2]
      13:30 second bot program: heard [log 2]
      15:31 second bot program: heartbeat 200 [log 2]
      06:40 bot program: closed 1000
      """),
    offline(
      "another program beats on", [:],
      """
      00:00 bot program: connected
      00:30 bot program: heartbeat 200
      01:00 bot program: heartbeat 200
      01:30 bot program: heartbeat 200
      02:00 bot program: heartbeat 200
      02:30 bot program: heartbeat 200
      12:00 bot program: heartbeat 200
      00:01 bot program: connected [log 2]
      08:00 bot program: messagesQueried 200 [log 2]
      20:00 bot program: messagesQueried 200 [log 2]
      """),
  ]
}

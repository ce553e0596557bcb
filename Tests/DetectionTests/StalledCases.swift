import Detection

extension TranscriptCase {
  static let stalledConversations = stalledCauses + stalledBoundaries + stalledDecoys + stalledClusters

  static func stalled(_ title: String, _ transcript: String, shared: SharedSettings = SharedSettings())
    -> TranscriptCase
  {
    TranscriptCase(title, StalledConversation.self, [:], shared: shared, "layout: bot log\n" + transcript)
  }

  /// A conversation in which the bot answered once, four seconds after it was opened.
  static let served = """
    00:00 opened
    00:01 bot joins
    00:02 consumer: hello
    00:04 bot: hi

    """

  private static let stalledCauses = [
    stalled(
      "never connected again",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: failed 502 domains reconnect
      layout: bot log and history
      \(served)
      05:10 ⚑ reconnect-failed error high consumer: still there? [history]
      59:00 consumer: ?
      """),
    stalled(
      "closed, and not a word any more",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      layout: bot log and history
      \(served)
      05:10 ⚑ reconnect-failed error high consumer: still there? [history]
      06:30 closed
      """),
    stalled(
      "crashed, and not a word any more",
      """
      00:00 bot program: connected
      05:00 bot program: crashed
      layout: bot log and history
      \(served)
      05:10 ⚑ crash error high consumer: still there? [history]
      06:30 closed
      """),
    stalled(
      "connected again, asked for nothing",
      """
      00:00 bot program: connected
      00:01 bot program: conversationsSubscribed 200
      05:00 bot program: closed 1006
      05:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:02 ⚑ not-resubscribed error high consumer: still there?
      """),
    stalled(
      "connected again and asked, but not answered",
      """
      00:00 bot program: connected
      00:01 bot program: conversationsSubscribed 200
      05:00 bot program: closed 1006
      05:05 bot program: connected
      05:06 bot program: conversationsSubscribed 200
      59:00 bot program: heartbeat 200
      \(served)
      05:02 ⚑ outage error high consumer: still there?
      """),
    stalled(
      "connected again and queried this conversation",
      """
      00:00 bot program: connected
      00:01 bot program: conversationsSubscribed 200
      05:00 bot program: closed 1006
      05:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:06 bot queries -> 0 messages
      05:02 ⚑ outage error high consumer: still there?
      """),
    stalled(
      "a log that shows no subscriptions at all",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:02 ⚑ outage error high consumer: still there?
      """),
    stalled(
      "started anew without a word of the end before",
      """
      00:00 bot program: connected
      04:30 bot program: heartbeat 200
      06:00 bot program: started
      06:01 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:02 ⚑ restart error high consumer: still there?
      """),
    stalled(
      "closed, then started",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1000
      06:00 bot program: started
      06:01 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:02 ⚑ restart warning high consumer: still there?
      06:30 bot: yes
      """),
    stalled(
      "an exception explains more than the restart after it",
      """
      00:00 bot program: connected
      05:00 bot program: crashed
      06:00 bot program: started
      06:01 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:02 ⚑ crash error high consumer: still there?
      """),
    stalled(
      "written after the outage, to a bot that had forgotten the conversation",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      20:00 ⚑ outage error high consumer: still there?
      """),
    stalled(
      "one finding an outage",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      20:00 bot program: closed 1006
      20:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:02 ⚑ outage warning high consumer: still there?
      05:30 consumer: hello?
      06:30 bot: yes
      20:01 ⚑ outage error high consumer: and now?
      """),
  ]

  private static let stalledBoundaries = [
    stalled(
      "answered after 59.999 seconds",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:02 consumer: still there?
      06:01.999 bot: yes
      """),
    stalled(
      "answered after 60 seconds",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:02 ⚑ outage warning high consumer: still there?
      06:02 bot: yes
      """),
    stalled(
      "written 30 minutes after the outage, and later",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      01:59:00 bot program: heartbeat 200
      conversation:
      \(served)
      04:59 bot: wait a moment
      34:59 ⚑ outage error high consumer: still there?
      conversation:
      \(served)
      05:00 bot: wait a moment
      35:05.001 consumer: still there?
      """),
    stalled(
      "written a millisecond before the connection closed",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      04:59.999 consumer: still there?
      """),
    stalled(
      "the log ends at 59 seconds, and at 60",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      06:02 bot program: heartbeat 200
      conversation:
      \(served)
      05:03 consumer: still there?
      → undecided
      conversation:
      \(served)
      05:02 ⚑ outage error high consumer: still there?
      """),
    stalled(
      "another time to wait",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)
      05:02 ⚑ outage warning consumer: still there?
      05:40 bot: yes
      """,
      shared: {
        var shared = SharedSettings()
        shared.stallAfter = 30_000
        return shared
      }()),
  ]
}

import Detection

extension TranscriptCase {
  private static let outage = """
    00:00 bot program: connected
    05:00 bot program: closed 1006
    05:05 bot program: connected
    01:59:00 bot program: heartbeat 200
    conversation:

    """

  static let stalledDecoys = [
    stalled(
      "taken over, handed on, back in the queue",
      """
      \(outage)\(served)
      05:02 consumer: still there?
      05:40 human joins
      → judged
      conversation:
      \(served)
      05:02 consumer: still there?
      05:40 transferred
      → judged
      conversation:
      \(served)
      05:02 consumer: still there?
      05:40 unassigned
      → judged
      """),
    stalled("answered by a person", "\(outage)\(served)\n05:02 consumer: still there?\n09:00 human: yes"),
    stalled("answered by another bot", "\(outage)\(served)\n05:02 consumer: still there?\n05:20 second bot: yes"),
    stalled("closed during the outage", "\(outage)\(served)\n05:02 consumer: still there?\n05:50 closed"),
    stalled(
      "away on purpose",
      """
      04:00 bot program: availability away 200
      \(outage)\(served)
      05:02 consumer: still there?
      """),
    stalled(
      "back after half an hour",
      """
      00:00 bot program: connected
      35:00 bot program: closed 1006
      35:05 bot program: connected
      01:59:00 bot program: heartbeat 200
      \(served)
      35:06 consumer: still there?
      """),
    stalled(
      "29 and 31 minutes after the last answer",
      """
      00:00 bot program: connected
      28:00 bot program: closed 1006
      28:05 bot program: connected
      01:59:00 bot program: heartbeat 200
      conversation:
      \(served)
      29:04 ⚑ outage consumer: still there?
      conversation:
      \(served)
      31:04 consumer: still there?
      """),
    stalled(
      "a survey, a private note, an automatic message",
      """
      \(outage)\(served)
      05:06 controller: you are number 3
      dialog: survey
      05:10 consumer: 5
      """),
    stalled(
      "a bot that had not spoken before",
      "\(outage)00:00 opened\n00:01 bot joins\n05:02 consumer: hello"),
    stalled(
      "another connector was up all the while",
      """
      00:00 bot program: connected
      00:00.5 bot program: connected [log 2]
      05:00 bot program: closed 1006
      09:00 bot program: connected
      01:59:00 bot program: heartbeat 200
      01:59:00.5 bot program: heartbeat 200 [log 2]
      \(served)
      05:02 consumer: still there?
      """),
    stalled(
      "both connectors were down",
      """
      00:00 bot program: connected
      00:00.5 bot program: connected [log 2]
      05:00 bot program: closed 1006
      05:01 bot program: closed 1006 [log 2]
      09:00 bot program: connected
      09:00.5 bot program: connected [log 2]
      01:59:00 bot program: heartbeat 200
      01:59:00.5 bot program: heartbeat 200 [log 2]
      \(served)
      05:02 ⚑ outage consumer: still there?
      """),
    stalled(
      "a log that was rotated without a word of connecting again",
      """
      00:00 bot program: connected
      05:00 bot program: closed 1006
      06:00 bot program: heartbeat 200 [log 2]
      01:59:00 bot program: heartbeat 200 [log 2]
      conversation:
      \(served)
      05:02 consumer: still there?
      05:30 bot: yes
      55:00 consumer: thanks
      → judged
      conversation:
      50:00 opened
      50:01 bot joins
      50:02 consumer: hello
      50:04 bot: hi
      """),
    stalled(
      "no bot is known, or nothing shows what it says",
      """
      bots: unknown
      \(served)
      05:02 consumer: still there?
      → not applicable: no bot is known
      """),
    stalled(
      "a log of what the bot hears",
      """
      \(outage)00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      05:02 consumer: still there?
      → not applicable: the log does not show what the bot says
      """),
  ]

  private static func history(_ title: String, _ transcript: String) -> TranscriptCase {
    TranscriptCase(title, StalledConversation.self, [:], "layout: history\n" + transcript + "\n59:00 log ends")
  }

  private static let later = """
    conversation:
    08:00 opened
    08:01 bot joins
    08:02 consumer: hello
    08:04 bot: hi
    """

  static let stalledClusters = [
    history(
      "three stuck together",
      "conversation × 3:\n\(served)05:10 ⚑ restart error medium consumer: still there?\n\(later)"),
    history(
      "answered late after all",
      "conversation × 3:\n\(served)05:10 ⚑ restart warning medium consumer: hello?\n07:00 bot: yes\n\(later)"),
    history("two stuck together", "conversation × 2:\n\(served)05:10 consumer: still there?\n\(later)"),
    history("a bot that serves nobody any more", "conversation × 3:\n\(served)05:10 consumer: still there?"),
    history(
      "spread over more than ten minutes",
      """
      conversation × 2:
      \(served)05:10 consumer: still there?
      conversation:
      \(served)15:10.001 consumer: still there?
      \(later)
      """),
    history(
      "the third just within ten minutes",
      """
      conversation × 2:
      \(served)05:10 ⚑ restart consumer: still there?
      conversation:
      \(served)15:10 ⚑ restart consumer: still there?
      conversation:
      20:00 opened
      20:01 bot joins
      20:02 consumer: hello
      20:04 bot: hi
      """),
    history(
      "one of them had been answered in between",
      """
      conversation × 2:
      \(served)05:10 consumer: still there?
      conversation:
      \(served)06:00 bot: anything else?
      06:10 consumer: still there?
      \(later)
      """),
    TranscriptCase(
      "a bot whose log shows that it was connected all the while", StalledConversation.self, [:],
      """
      00:00 bot program: connected
      59:00 bot program: heartbeat 200
      layout: history
      conversation × 3:
      \(served)05:10 consumer: still there?
      \(later)
      59:00 log ends
      """),
  ]
}

import Detection

/// What the history alone shows of bots that were not offline.
extension TranscriptCase {
  static let offlineHistories = [
    offline(
      "several thanks without an answer, and the bot goes on in an old conversation", [:],
      """
      layout: history
      conversation × 3:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      00:04 bot: hi
      10:00 consumer: thanks
      30:00 closed
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      00:04 bot: hi
      20:00 consumer: one more question
      20:04 bot: yes?
      59:00 log ends
      """)
  ]
}

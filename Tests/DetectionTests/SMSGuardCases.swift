import Detection

/// Conversations over SMS that look contentless, and of which that cannot be said.
extension TranscriptCase {
  static let smsGuards = [
    sms(
      "the platform counts unread messages", [:],
      """
      00:00 opened
      00:01 bot joins
      00:02 unread
      05:00 closed
      → judged
      """),
    sms(
      "data known to be missing, unless another copy has it", [:],
      """
      layout: partial history
      conversation:
      00:00 opened
      00:01 bot joins
      05:00 closed
      → undecided
      conversation:
      00:00 ⚑ contentless opened
      00:01 bot joins
      05:00 closed
      whole copy
      """),
    sms(
      "the beginning of a log of events", [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      conversation:
      00:01 bot joins
      05:00 closed
      → undecided
      conversation:
      00:00 ⚑ contentless opened
      00:01 bot joins
      05:00 closed
      """),
    sms(
      "a log without message events of the bot", [:],
      """
      layout: bot log
      00:00 opened
      00:01 bot joins
      05:00 closed
      → judged
      """),
    sms(
      "transferred to the bot: the history has it all, the bot's log has not", [:],
      """
      conversation:
      00:00 ⚑ contentless opened
      00:01 human joins
      00:02 transferred
      00:02 bot joins
      05:00 closed
      conversation:
      layout: bot log
      00:00 opened
      00:02 bot joins
      00:03 consumer: hello
      conversation:
      00:00 opened
      00:01 human joins
      00:02 bot joins
      05:00 closed
      → undecided
      """),
    sms(
      "without times", [:],
      """
      opened
      bot joins
      → judged
      """),
  ]
}

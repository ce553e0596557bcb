import Detection

/// What looks like a missing notification and is none.
extension TranscriptCase {
  static let missingGuards = [
    missing(
      "the consumer has not written; others have", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 bot: hi [last content]
      00:03 consumer: secret [last content, private]
      00:04 consumer: <unknown> [last content]
      → judged
      """),
    missing(
      "told in time, by notification or by query", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:01 consumer: hello [live, last content]
      00:02 bot: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 consumer: hello [queried, last content]
      00:02 bot: hi
      conversation:
      00:00 opened
      00:05 bot joins
      00:00 consumer: hello
      00:06 bot: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:30 consumer: hello
      00:30 unread
      00:31 bot: hi
      conversation:
      log times: none
      00:00 opened
      00:01 bot joins
      00:00 consumer: hello [queried]
      00:50 bot: hi
      """),
    missing(
      "not assigned and active", [:],
      """
      conversation:
      00:00 opened
      00:01 bot is suggested
      00:00 consumer: hello [last content]
      → judged
      conversation:
      00:00 opened
      00:01 manager bot joins as manager
      00:00 consumer: hello [last content]
      → judged
      conversation:
      00:00 opened
      00:01 human joins
      00:00 consumer: hello [last content]
      → judged
      """),
    missing(
      "transferred to the bot", [:],
      """
      conversation:
      00:00 opened
      00:30 transferred
      00:30 bot joins
      00:00 consumer: hello [last content]
      → judged
      conversation:
      00:00 opened
      00:01 human joins
      00:30 bot joins
      00:00 consumer: hello [last content]
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ no-query consumer: hello [last content]
      00:30 human joins
      00:30 transferred
      """),
    missing(
      "the bot whose log it is, after one that has none", [:],
      """
      layout: history
      00:01 second bot joins
      layout: bot log and history
      00:20 bot joins
      00:00 consumer: hello [history]
      → judged
      """),
    missing(
      "a survey's message", [:],
      """
      00:00 opened
      00:01 bot joins
      dialog: survey
      00:02 consumer: 5 [last content]
      → judged
      """),
    missing(
      "not a log of the bot's connection", [:],
      """
      conversation:
      layout: webhook
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      → not applicable: not in a log of the bot's own connection
      conversation:
      layout: history
      00:01 bot joins
      00:02 consumer: hello
      → not applicable: not in a log of the bot's own connection
      """),
    missing(
      "a log without message events of the bot", [:],
      """
      00:00 opened
      00:01 second bot joins
      00:00 consumer: hello [last content]
      → not applicable: the log has no message events of the bot
      """),
    TranscriptCase(
      "no bot is known", MissingFirstNotification.self, [:],
      """
      layout: bot log
      bots: unknown
      00:00 opened
      00:01 bot joins
      00:00 consumer: hello [last content]
      → not applicable: no bot is known
      """),
    missing(
      "the log has no times", [:],
      """
      conversation:
      opened
      bot joins
      consumer: hello [last content]
      → not applicable: the log has no times
      conversation:
      opened
      bot joins
      consumer: hello
      → not applicable: the log has no times
      """),
    missing(
      "handed on, taken over or put back before the bot's time was over", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 consumer: hello [last content]
      00:11 human joins
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 consumer: hello [last content]
      00:05 unassigned
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ no-query consumer: hello [last content]
      00:11.001 unassigned
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      01:02 unassigned
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      00:03 human joins
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 ⚑ delivered-not-answered consumer: hello
      01:02.001 transferred
      """),
  ]
}

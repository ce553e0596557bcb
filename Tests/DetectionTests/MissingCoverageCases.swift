import Detection

/// What the bot was told before its log began, or after it ended, nobody knows.
extension TranscriptCase {
  static let missingCoverage = [
    missing(
      "began before the log", [:],
      """
      conversation:
      00:01 bot joins
      00:00 #6 consumer: hello [last content]
      → undecided
      conversation:
      00:01 bot joins
      00:00 #5 ⚑ no-query consumer: hello [last content]
      """),
    missing(
      "a conversation that was going on when the log began", [:],
      """
      conversation:
      01:00 bot joins
      00:47.999 #3 consumer: hello [last content]
      → undecided
      conversation:
      01:00 bot joins
      00:48 #3 ⚑ no-query consumer: hello [last content]
      conversation:
      00:30 opened
      01:00 bot joins
      00:31 ⚑ no-query consumer: hello [last content]
      """),
    missing(
      "began before the log, as a history export beside it shows", [:],
      """
      layout: bot log and history
      conversation:
      00:01 bot joins
      00:00 consumer: hello [history]
      00:30 #6 consumer: are you there [live]
      → undecided
      conversation:
      00:01 bot joins
      00:00 ⚑ consumer: hello [history]
      00:30 #5 consumer: are you there [live]
      conversation:
      00:01 bot joins
      00:00 consumer: hello [history]
      → undecided
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ consumer: hello [history]
      """),
    missing(
      "the conversation changes in the log begin long after the bot came", [:],
      """
      conversation:
      layout: history
      00:01 bot joins
      layout: bot log
      00:00 opened
      00:13.001 human joins
      00:00 consumer: hello [last content]
      → undecided
      conversation:
      layout: history
      00:01 bot joins
      layout: bot log
      00:00 opened
      00:13 human joins
      00:00 ⚑ consumer: hello [last content]
      """),
    missing(
      "an assignment that is only repeated to a program that starts", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins [logged 00:13.001]
      00:00 consumer: hello [last content]
      → undecided
      conversation:
      00:00 opened
      00:01 bot joins [logged 00:13]
      00:00 ⚑ no-query consumer: hello [last content]
      """),
    TranscriptCase(
      "the grace reaches past the log, or just not", MissingFirstNotification.self, [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:01.001 bot joins
      00:00 consumer: hello [last content]
      → undecided
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ no-query consumer: hello [last content]
      conversation:
      00:00 opened
      00:10 bot joins
      00:10 consumer: hello
      00:11 bot: hi
      """),
    TranscriptCase(
      "the history goes on after the bot's log ended", MissingFirstNotification.self, [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      00:03 bot: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello [history]
      → undecided
      conversation:
      layout: history
      50:00 consumer: hello
      """),
    missing(
      "closed before the grace was over", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 consumer: hello [last content]
      00:10.999 closed
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ no-query consumer: hello [last content]
      00:11 closed
      """),
  ]
}

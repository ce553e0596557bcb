import Detection

/// First messages that the bot was told of and did not answer.
extension TranscriptCase {
  static let ignoredMessages = [
    missing(
      "sequence 0, or up to the announced one", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 ⚑ delivered-not-answered error medium consumer: hello
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 #3 ⚑ delivered-not-answered error medium consumer: hello [live, last content]
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 #3 ⚑ delivered-not-answered consumer: hello
      00:03 #4 consumer: hello [live, last content]
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 #3 consumer: hello
      → judged
      """),
    missing(
      "somebody said something", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      00:40 bot: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      00:40 human: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      00:40 agent: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 ⚑ consumer: hello
      00:03 bot: a note [private]
      00:03 controller: please wait
      conversation:
      00:00 opened
      00:01 bot joins
      00:01 controller joins as controller
      00:02 ⚑ consumer: hello
      00:03 controller: please wait [no role]
      """),
    missing(
      "contents that need no answer", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: <blank>
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: <rich>
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: <masked 4>
      """),
    missing(
      "transferred away from the bot", [:],
      """
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      00:03 transferred
      → judged
      """),
    missing(
      "closed within a minute", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      01:01.999 closed
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 ⚑ consumer: hello
      01:02 closed
      """),
    TranscriptCase(
      "the minute reaches past the log, or just not", MissingFirstNotification.self, [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:01 bot joins
      00:02.001 consumer: hello
      → undecided
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 ⚑ consumer: hello
      01:02 log ends
      """),
    TranscriptCase(
      "counted from the assignment where the consumer waited", MissingFirstNotification.self, [:],
      """
      layout: bot log
      00:00 opened
      00:30 bot joins
      00:02 consumer: hello
      01:29 log ends
      → undecided
      """),
    missing(
      "another minute", ["answer-within": "2m"],
      """
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      02:01 closed
      """),
  ]
}

import Detection

/// What looks like a bot that speaks first and is none, and what cannot be told.
extension TranscriptCase {
  static let botFirstGuards = [
    first(
      "nobody spoke, or the consumer did", [:],
      """
      conversation:
      00:01 bot joins
      05:00 closed
      → judged
      conversation:
      00:01 consumer: <file>
      00:02 bot: hi
      conversation:
      00:01 consumer: <tap>
      00:02 bot: hi
      conversation:
      00:01 consumer: <blank>
      00:02 bot: hi
      """),
    first(
      "automatic messages and private notes are nobody's turn", [:],
      """
      conversation:
      00:01 system: welcome
      00:02 consumer: hello
      00:03 bot: hi
      conversation:
      00:01 bot: a consumer comes [private]
      00:02 consumer: hello
      conversation:
      00:01 system: welcome
      00:02 ⚑ race bot: hi
      00:03 consumer: hello
      conversation:
      layout: bot log
      00:00 opened
      00:01 controller: welcome
      00:02 survey bot: are you happy
      00:03 ⚑ race bot: hi
      00:04 consumer: hello
      conversation:
      00:00 opened
      00:01 controller joins as controller
      00:01 controller: welcome [no role]
      00:03 ⚑ race bot: hi
      00:04 consumer: hello
      """),
    first(
      "surveys and screen sharing", [:],
      """
      00:01 bot joins
      dialog: survey
      00:02 bot: are you happy
      dialog: cobrowse
      00:03 bot: look
      05:00 closed
      → judged
      """),
    first("opened by the brand", [:], "00:00 opened by the brand\n00:02 bot: hi\n05:00 closed\n→ judged"),
    first(
      "transferred before the bot spoke; a later transfer excuses nothing", [:],
      """
      conversation:
      00:02 transferred
      00:02 bot: hi
      05:00 closed
      → judged
      conversation:
      00:01 ⚑ first-lost bot: hi
      00:02 transferred
      05:00 closed
      conversation:
      00:01 transferred
      bot: hi
      05:00 closed
      → judged
      conversation:
      transferred
      00:01 ⚑ first-lost bot: hi
      05:00 closed
      """),
    first(
      "somebody was assigned before the bot", [:],
      """
      conversation:
      00:01 human joins
      00:02 bot joins
      00:03 bot: hi
      05:00 closed
      → judged
      conversation:
      00:01 second bot joins
      00:02 bot: hi
      05:00 closed
      → judged
      conversation:
      00:01 bot joins
      00:02 ⚑ first-lost bot: hi
      00:03 human joins
      05:00 closed
      conversation:
      00:01 human is suggested
      00:01 agent joins as manager
      00:02 bot joins
      00:03 ⚑ first-lost bot: hi
      05:00 closed
      """),
    first(
      "the bot goes on after an earlier dialog", [:],
      """
      conversation:
      dialog: earlier
      00:30 dialog ends
      dialog: again
      01:00 bot: here I am again
      05:00 closed
      → judged
      conversation:
      00:10 dialog ends
      00:20 ⚑ first-lost bot: hi
      05:00 closed
      conversation:
      dialog: later
      00:30 dialog ends
      dialog: main
      00:20 ⚑ first-lost bot: hi
      05:00 closed
      """),
    first(
      "the conversation's own dialog counts, or else the first", [:],
      """
      conversation:
      dialog: again
      00:01 bot: hi
      dialog: main
      00:02 consumer: hello
      05:00 closed
      → judged
      conversation:
      00:01 receipt
      dialog: again
      00:02 ⚑ first-lost bot: hi
      05:00 closed
      conversation:
      dialog: again
      00:05 bot: hi
      dialog: earlier
      00:01 consumer: hello
      conversation:
      dialog: b
      bot: hi
      dialog: a
      consumer: hello
      """),
    first(
      "the beginning is not in the log", [:],
      """
      layout: bot log
      conversation:
      00:01 #6 bot: hi
      05:00 closed
      → undecided
      conversation:
      00:01 #5 ⚑ first-lost bot: hi
      05:00 closed
      conversation:
      00:00 opened
      00:01 #6 ⚑ first-lost bot: hi
      05:00 closed
      conversation:
      00:01 #6 consumer: hello
      00:02 bot: hi
      → judged
      """),
    first(
      "data is known to be missing", [:],
      """
      layout: partial history
      conversation:
      00:01 bot: hi
      05:00 closed
      → undecided
      conversation:
      00:01 ⚑ bot: hi
      05:00 closed
      whole copy
      """),
    first(
      "sequences and times contradict each other", [:],
      """
      conversation:
      00:02 bot: hi
      00:01.999 consumer: hello
      → judged
      conversation:
      00:02 consumer: hello
      00:01 bot: hi
      → judged
      """),
    first(
      "the order of the lines says nothing", [:],
      """
      00:03 #2 consumer: hello
      00:01 #0 ⚑ race bot: hi
      00:02 #1 bot: how are you
      """),
    first(
      "a history that goes on after the bot's log ended", [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:01 bot joins
      00:01 bot: hi
      → undecided
      conversation:
      00:00 opened
      00:01 manager bot joins as manager
      00:02 manager bot: hi
      → undecided
      conversation:
      00:00 opened
      00:01 ⚑ first-lost somebody: hi [bot response]
      layout: history
      conversation:
      00:01 bot joins
      00:01 ⚑ first-lost bot: hi
      conversation:
      50:00 consumer: hello
      """),
    first("no bot is known", [:], "bots: unknown\n00:01 bot: hi\n05:00 closed\n→ not applicable: no bot is known"),
    first(
      "an export without messages", [:],
      """
      conversation:
      00:01 consumer: hello
      00:02 bot: hi
      conversation:
      layout: history without messages
      00:00 opened
      → not applicable: the export has no messages
      """),
  ]
}

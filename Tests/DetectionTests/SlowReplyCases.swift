import Detection

extension TranscriptCase {
  static let slowReplies = slowWaits + slowDecoys

  private static func slow(
    _ title: String, _ transcript: String, settings: KeyValuePairs<String, String> = [:]
  ) -> TranscriptCase {
    TranscriptCase(title, SlowReply.self, settings, "layout: history\n" + transcript)
  }

  private static let begun = "00:00 opened\n00:01 bot joins\n"

  private static let slowWaits = [
    slow(
      "the conversation came back to the bot from a person",
      """
      \(begun)
      00:10 human joins
      01:00 consumer: to the person
      03:00 human: late, and a person
      04:00 bot joins
      05:00 ⚑ slow error high consumer: to the bot
      06:00 bot: late
      07:00 consumer: to a person again
      07:02 human joins
      20:00 closed
      """),
    slow(
      "around fifteen seconds and a minute",
      """
      \(begun)
      00:02 consumer: one
      00:16.999 bot: fourteen seconds
      01:00 ⚑ slow warning high consumer: two
      01:15 bot: fifteen seconds
      02:00 ⚑ slow warning high consumer: three
      02:59.999 bot: a minute but a little
      04:00 ⚑ slow error high consumer: four
      05:00 bot: a minute
      """),
    slow(
      "a burst counts from its last message, later messages do not",
      """
      \(begun)
      00:02 consumer: hello
      00:05 consumer: is anybody there?
      00:08 ⚑ slow warning consumer: hello?
      00:20 consumer: ???
      00:23 bot: hi
      """),
    slow(
      "written before the bot was there: it waits from then on",
      """
      00:00 opened
      00:01 consumer: hello
      00:10 bot joins
      00:24.999 bot: hi
      05:00 closed
      conversation:
      00:00 opened
      00:01 ⚑ slow warning consumer: hello
      00:10 bot joins
      00:25 bot: hi
      05:00 closed
      """),
    slow("never answered", "\(begun)00:02 ⚑ unanswered error high consumer: hello\n01:02 closed"),
    slow("never answered, and open", "\(begun)00:02 ⚑ unanswered error high consumer: hello\n20:00 log ends"),
    slow(
      "half an hour and a little, ignored and answered",
      """
      conversation:
      \(begun)
      00:02 consumer: hello
      00:04 bot: hi
      30:04 ⚑ unanswered error high consumer: thanks
      50:00 closed
      conversation:
      \(begun)
      00:02 consumer: hello
      00:04 bot: hi
      30:04.001 ⚑ cb-max-delay error medium consumer: thanks
      50:00 closed
      conversation:
      \(begun)
      00:02 consumer: hello
      00:04 bot: hi
      30:05 ⚑ slow warning high consumer: thanks
      30:25 bot: welcome
      """),
    slow(
      "a tap, a file and a blank are turns",
      """
      conversation:
      \(begun)00:02 ⚑ slow consumer: <tap>
      00:20 bot: hi
      01:00 ⚑ slow consumer: <file>
      01:20 bot: nice
      02:00 ⚑ slow consumer: <blank>
      02:20 bot: sorry?
      """),
    slow(
      "other times",
      """
      \(begun)
      00:02 ⚑ slow warning consumer: one
      00:07 bot: five seconds
      01:00 ⚑ slow error consumer: two
      01:10 bot: ten seconds
      """, settings: ["warning-after": "5s", "error-after": "10s"]),
    slow(
      "one alone in an outage without a log of it",
      "\(begun)00:02 consumer: hello\n00:04 bot: hi\n05:10 ⚑ unanswered error consumer: still there?\n20:00 log ends"),
    slow(
      "new conversations in an outage",
      """
      layout: bot log
      00:00 bot program: connected
      05:00 bot program: closed 1006
      15:00 bot program: connected
      59:00 bot program: heartbeat 200
      conversation:
      05:30 opened
      05:31 bot joins
      05:32 ⚑ unanswered error consumer: hello
      conversation:
      20:00 opened
      20:01 bot joins
      20:02 consumer: hello
      20:04 bot: hi
      """),
  ]

  private static let slowDecoys = [
    slow(
      "nobody is known to have had it: a table of messages",
      """
      00:00 opened
      00:02 consumer: hello
      00:04 bot: hi
      00:06 consumer: are you there?
      59:00 closed
      → not applicable: nobody is known to have had the conversation
      """),
    slow(
      "written in the queue, long after the bot handed it on",
      """
      \(begun)00:02 consumer: a person, please
      00:03 bot: one moment
      00:04 transferred
      02:00 consumer: hello?
      12:00 consumer: anybody?
      59:00 log ends
      """),
    slow(
      "handed on to another bot, which has to answer",
      """
      \(begun)00:02 consumer: parcels, please
      00:03 bot: one moment
      00:04 transferred
      00:05 second bot joins
      02:00 ⚑ unanswered error high consumer: hello?
      59:00 log ends
      """),
    slow(
      "the dialog ended at once, its survey went on",
      "\(begun)00:02 consumer: no, thanks\n00:05 dialog ends\n59:00 closed"),
    slow(
      "closed, handed on, taken over, back in the queue",
      """
      conversation:
      \(begun)00:02 consumer: hello
      01:01.999 closed
      conversation:
      \(begun)00:02 consumer: hello
      00:10 transferred
      09:00 closed
      conversation:
      \(begun)00:02 consumer: hello
      00:10 human joins
      09:00 closed
      conversation:
      layout: webhook
      \(begun)00:02 consumer: hello
      00:10 unassigned
      20:00 closed
      conversation:
      \(begun)00:02 consumer: hello
      00:04 bot: hi
      """),
    slow("answered by a person", "\(begun)00:02 consumer: hello\n03:00 human: hi"),
    slow("answered by somebody", "\(begun)00:02 consumer: hello\n03:00 agent: hi"),
    slow("a person's turn", "\(begun)00:03 human joins\n00:05 consumer: hello\n09:00 closed"),
    slow(
      "away on purpose",
      "00:00 bot program: availability backSoon 200\n\(begun)00:02 consumer: hello\n20:00 log ends"),
    slow(
      "offline in an export of activity only",
      "00:00 bot program: availability offline\n\(begun)00:02 ⚑ unanswered consumer: hello\n20:00 log ends"),
    slow("the log ends too soon", "\(begun)00:02 consumer: hello\n01:01.999 log ends\n→ undecided"),
    slow(
      "the bot showed that it was typing, and for how long that helps",
      """
      conversation:
      \(begun)00:02 consumer: hello
      00:10 bot types
      00:20 bot: hi
      conversation:
      \(begun)00:02 ⚑ slow warning consumer: hello
      00:04 bot types
      00:40 bot: hi
      conversation:
      \(begun)00:02 ⚑ slow error consumer: hello
      00:58 bot types
      01:05 bot: hi
      """),
    slow(
      "left behind by an outage",
      """
      layout: bot log
      00:00 bot program: connected
      05:00 bot program: closed 1006
      05:05 bot program: connected
      59:00 bot program: heartbeat 200
      \(served)05:02 consumer: still there?
      """),
    slow(
      "stuck together, as after a restart",
      """
      conversation × 3:
      \(served)05:10 consumer: still there?
      conversation:
      08:00 opened
      08:01 bot joins
      08:02 consumer: hello
      08:04 bot: hi
      59:00 log ends
      """),
    slow(
      "stuck together, and nobody served any more",
      "conversation × 3:\n\(served)05:10 ⚑ unanswered error consumer: still there?\n59:00 log ends"),
    slow("data is missing", "layout: partial history\n\(begun)00:02 consumer: hello\n20:00 closed\n→ undecided"),
    slow(
      "private notes and automatic messages answer nobody",
      "\(begun)00:02 ⚑ unanswered consumer: hello\n00:04 bot: note [private]\n00:05 system: wait\n20:00 closed"),
    slow("a survey", "\(begun)00:02 consumer: hello\n00:04 bot: hi\ndialog: survey\n05:00 consumer: 5\n20:00 closed"),
  ]
}

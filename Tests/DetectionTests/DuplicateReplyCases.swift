import Detection

extension TranscriptCase {
  static let duplicateReplies = repeatedReplies + replayedReplies + duplicateDecoys

  private static func twice(
    _ title: String, settings: KeyValuePairs<String, String> = [:], layout: String = "history", _ transcript: String
  ) -> TranscriptCase {
    TranscriptCase(title, DuplicateReply.self, settings, "layout: \(layout)\n" + transcript)
  }

  private static let begun = "00:00 opened\n00:01 bot joins\n00:02 consumer: hello\n"

  private static let repeatedReplies: [TranscriptCase] = [
    twice(
      "ten seconds and a little", "\(begun)00:03 bot: hi\n00:13 ⚑ repeated warning high bot: hi\n00:23.001 bot: hi"),
    twice("three times", "\(begun)00:03 bot: hi\n00:04 ⚑ repeated bot: hi\n00:05 ⚑ repeated bot: hi"),
    twice("white space says nothing", "\(begun)00:03 bot: hi  there\n00:04 ⚑ repeated bot: hi there"),
    twice("cards", "\(begun)00:03 bot: <rich>\n00:04 ⚑ repeated bot: <rich>"),
    twice("with something else between", "\(begun)00:03 bot: hi\n00:04 bot: welcome\n00:06 ⚑ repeated bot: hi"),
    twice(
      "automatic messages and notes do not part them",
      "\(begun)00:03 bot: hi\n00:04 system: wait\n00:05 human: look [private]\n00:06 ⚑ repeated bot: hi"),
    twice("in a bot's log", layout: "bot log", "\(begun)00:03 bot: hi\n00:04 ⚑ repeated bot: hi"),
    twice("in a webhook's log", layout: "webhook", "\(begun)00:03 bot: hi\n00:04 ⚑ repeated bot: hi"),
    twice(
      "as its program sent it", layout: "bot log",
      "\(begun)00:03 bot sends hi -> 200 #5\n00:04 ⚑ repeated bot sends hi -> 200 #6"),
    twice("a bot by its metadata", "bots: by response\n\(begun)00:03 bot: hi\n00:04 ⚑ repeated bot: hi"),
    twice(
      "another window", settings: ["window": "30s"], "\(begun)00:03 bot: hi\n00:33 ⚑ repeated bot: hi\n01:04 bot: hi"),
    twice("clocks that differ", "\(begun)00:03 bot: hi\n00:02.500 ⚑ repeated bot: hi"),
  ]

  private static let welcomed = """
    00:00 bot program: connected
    00:00 opened
    00:01 bot joins
    00:02 bot: welcome
    00:05 consumer: where is my parcel?
    00:06 bot: on its way

    """

  private static let replayedReplies: [TranscriptCase] = [
    twice(
      "all again after a restart", layout: "bot log",
      """
      \(welcomed)
      05:00 bot program: started
      05:01 bot program: connected
      05:02 ⚑ re-greeting warning medium bot: welcome
      05:03 ⚑ replayed-after-restart warning medium bot: on its way
      """),
    twice(
      "after a reconnect", layout: "bot log",
      "\(welcomed)\n05:00 bot program: closed 1006\n05:01 bot program: connected\n05:01 ⚑ replayed-after-restart bot: on its way"
    ),
    twice(
      "in the history, beside the bot's log", layout: "bot log and history",
      "\(welcomed)\n05:01 bot program: connected\n05:02 ⚑ replayed-after-restart bot: on its way"),
    twice(
      "a little more than ten seconds after the first", layout: "bot log",
      "\(welcomed)\n00:10 bot program: connected\n00:16.001 ⚑ replayed-after-restart bot: on its way"),
    twice(
      "within ten seconds it is a repeat", layout: "bot log",
      "\(welcomed)\n00:10 bot program: connected\n00:16 ⚑ repeated warning high bot: on its way"),
    twice(
      "several replies to one message that waited", layout: "bot log",
      """
      \(welcomed)
      05:00 consumer: hello?
      05:01 bot program: connected
      05:02 ⚑ replayed-after-restart bot: on its way
      05:03 bot: hello
      """),
    twice(
      "a greeting is no answer", layout: "bot log",
      "\(welcomed)\n05:00 consumer: hello?\n05:01 bot program: connected\n05:02 ⚑ re-greeting bot: welcome"),
    twice(
      "what it said first, though a consumer had written before", layout: "bot log",
      """
      00:00 bot program: connected
      \(begun)00:03 bot: welcome
      05:01 bot program: connected
      05:02 ⚑ re-greeting bot: welcome
      """),
    twice(
      "a greeting that crossed the consumer's first message in time only", layout: "bot log",
      """
      00:00 bot program: connected
      00:00 opened
      00:01 bot joins
      00:03 #0 bot: welcome
      00:02 #1 consumer: hello
      05:01 bot program: connected
      05:02 #2 ⚑ re-greeting bot: welcome
      """),
    twice(
      "where the beginning is missing, nobody knows the greeting", layout: "bot log",
      """
      00:00 bot program: connected
      00:01 bot joins
      00:05 #20 consumer: hello
      00:06 #21 bot: welcome
      05:01 bot program: connected
      05:02 #30 ⚑ replayed-after-restart bot: welcome
      """),
  ]

  private static let duplicateDecoys: [TranscriptCase] = [
    twice(
      "the same notification twice, and again by query", layout: "bot log",
      "\(begun)00:03 #1 bot: hi\n00:03 #1 bot: hi\n00:03 #1 bot: hi [queried, arrives 05:00]"),
    twice(
      "a fallback after a new message", "\(begun)00:03 bot: sorry?\n00:04 consumer: kettle\n00:05 bot: sorry?\n→ judged"
    ),
    twice("after a tap", "\(begun)00:03 bot: choose\n00:04 consumer: <tap>\n00:05 bot: choose"),
    twice(
      "after a tap without a number", layout: "bot log",
      "\(begun)00:03 bot: choose\n00:04 consumer taps\n00:05 bot: choose"),
    twice("after a blank", "\(begun)00:03 bot: sorry?\n00:04 consumer: <blank>\n00:05 bot: sorry?"),
    twice(
      "after somebody who may be the consumer", layout: "bot log",
      "\(begun)00:03 bot: sorry?\n00:04 somebody: kettle\n00:05 bot: sorry?"),
    twice("other words", "\(begun)00:03 bot: hi\n00:04 bot: hi!\n00:05 bot: h i"),
    twice("cards of a carousel", "\(begun)00:03 bot: <rich 1>\n00:04 bot: <rich 2>\n00:05 bot: <rich 3>"),
    twice(
      "nothing to compare",
      "\(begun)00:03 bot: <blank>\n00:04 bot: <blank>\n00:05 bot: <masked>\n00:06 bot: <masked>\n00:07 bot: <file>\n00:08 bot: <file>\n00:09 bot: <absent>\n00:09 bot: <absent>"
    ),
    twice("notes", "\(begun)00:03 bot: hi [private]\n00:04 bot: hi [private]\n00:05 bot: hi"),
    twice("a note and a reply", "\(begun)00:03 bot: hi\n00:04 bot: hi [private]"),
    twice(
      "people and automatic messages",
      "\(begun)00:03 bot: hi\n00:03 human: hello\n00:04 human: hello\n00:05 system: wait\n00:06 system: wait"),
    twice("two bots", "\(begun)00:03 bot: hi\n00:04 second bot: hi"),
    twice("an unknown agent", "\(begun)00:03 bot: hi\n00:04 agent: hi\n00:05 agent: hi"),
    twice("two dialogs", "\(begun)00:03 bot: hi\ndialog: second\n00:04 bot: hi"),
    twice("a survey", "\(begun)00:03 bot: hi\ndialog: survey\n00:04 bot: hi\n00:05 bot: hi"),
    twice("the consumer repeats himself", "\(begun)00:03 bot: hi\n00:04 consumer: hello\n00:05 consumer: hello"),
    twice("eleven seconds, no restart", "\(begun)00:03 bot: hi\n00:14 bot: hi"),
    twice(
      "a restart before both", layout: "bot log", "00:00 bot program: connected\n\(begun)00:03 bot: hi\n00:14 bot: hi"),
    twice(
      "a new message after the restart", layout: "bot log",
      "\(welcomed)\n05:01 bot program: connected\n05:01 consumer: and now?\n05:02 bot: on its way"),
    twice(
      "the answer that was due", layout: "bot log",
      "\(welcomed)\n04:59 consumer: and now?\n05:01 bot program: connected\n05:02 bot: on its way\n06:00 consumer: thanks\n06:01 bot: bye"
    ),
    twice(
      "the answer that was due, and also the first", layout: "bot log",
      """
      layout: bot log
      00:00 bot program: connected
      conversation:
      \(begun)00:03 bot: sorry?
      00:59 consumer: kettles
      01:00 bot program: closed 1006
      01:01 bot program: connected
      01:02 bot: sorry?
      conversation:
      \(begun)00:03 bot: sorry?
      01:00.500 consumer: kettles
      01:02 bot: sorry?
      conversation:
      \(begun)00:03 bot: sorry?
      00:59 consumer: kettles
      05:00 bot: sorry?
      05:30 consumer: kettles!
      05:31 bot: sorry?
      """),
    twice(
      "another bot's restart", layout: "bot log",
      "\(welcomed)\n05:01 second bot program: connected\n05:02 bot: on its way"),
    twice("data is missing", layout: "partial history", "\(begun)00:03 bot: hi\n00:04 bot: hi\n→ undecided"),
    twice("no times", "opened\nbot joins\nbot: hi\nbot: hi\n→ not applicable: the log has no times"),
    twice(
      "no messages", layout: "history without messages",
      "00:00 opened\n00:01 bot joins\n→ not applicable: the export has no messages"),
    twice("no bot is known", "bots: unknown\n\(begun)00:03 bot: hi\n00:04 bot: hi\n→ not applicable: no bot is known"),
  ]
}

import Detection

extension TranscriptCase {
  static func empty(
    _ title: String, _ settings: KeyValuePairs<String, String>, _ transcript: String
  ) -> TranscriptCase {
    TranscriptCase(title, EmptyMessage.self, settings, transcript)
  }

  /// Conversations that reached a bot without any consumer message.
  static let contentless = [
    empty(
      "closed at once, or open for ten minutes", [:],
      """
      conversation:
      00:00 ⚑ bot-config info low opened
      00:01 bot joins
      00:02 closed
      → judged
      conversation:
      50:00 ⚑ bot-config info low opened
      50:01 bot joins
      50:01 open
      conversation:
      50:00.001 opened
      50:01 bot joins
      50:01 open
      → undecided
      1:00:00 log ends
      """),
    empty(
      "another wait", ["contentless-after": "1h"],
      """
      00:00 opened
      00:01 bot joins
      59:59 log ends
      → undecided
      """),
    empty(
      "two bots that came at once", [:],
      """
      00:00 ⚑ opened
      00:01 second bot joins
      00:01 bot joins
      05:00 closed
      """),
    empty(
      "counted from the bot's coming where the beginning has no time", [:],
      """
      opened
      00:00 ⚑ bot-config info low bot joins
      10:00 log ends
      """),
    empty(
      "without times", [:],
      """
      conversation:
      opened
      bot joins
      → not applicable: the log has no times
      conversation:
      opened
      bot joins
      consumer: <tap>
      → judged
      """),
    empty(
      "what a consumer may send besides text", [:],
      """
      conversation:
      00:01 bot joins
      00:02 consumer: <rich>
      05:00 closed
      conversation:
      00:01 bot joins
      consumer taps
      05:00 closed
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:03 consumer: hello [no role]
      05:00 closed
      conversation:
      00:01 bot joins
      00:03 ⚑ unknown consumer: <blank>
      05:00 closed
      """),
    empty(
      "what is no consumer message", [:],
      """
      00:00 ⚑ unknown info medium opened
      00:01 bot joins
      00:02 bot: hi
      00:03 human: hello
      00:04 system: welcome
      00:05 consumer: hello [private]
      dialog: survey
      00:06 consumer: 5
      05:00 closed
      """),
    empty(
      "the bot must have been assigned and active", [:],
      """
      conversation:
      00:01 bot is suggested
      05:00 closed
      → judged
      conversation:
      00:01 manager bot joins as manager
      05:00 closed
      conversation:
      00:01 human joins
      05:00 closed
      conversation:
      00:01 agent joins
      05:00 closed
      """),
    empty(
      "somebody knows that there is or need not be a message", [:],
      """
      conversation:
      00:01 bot joins
      00:02 unread
      05:00 closed
      → judged
      conversation:
      00:00 opened by the brand
      00:01 bot joins
      05:00 closed
      → judged
      """),
    empty(
      "data known to be missing, unless another copy has it", [:],
      """
      layout: partial history
      conversation:
      00:01 bot joins
      05:00 closed
      → undecided
      conversation:
      00:01 ⚑ bot-config bot joins
      05:00 closed
      whole copy
      """),
    empty(
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
      00:00 ⚑ opened
      00:01 bot joins
      05:00 closed
      conversation:
      00:01 ⚑ bot joins
      00:01 #5 receipt
      05:00 closed
      conversation:
      00:01 bot joins
      00:01 #6 receipt
      05:00 closed
      → undecided
      """),
    TranscriptCase(
      "another lowest sequence of a whole log", EmptyMessage.self, [:], shared: sequenceNine,
      """
      layout: bot log
      conversation:
      00:02 #9 consumer: hello
      00:01 bot joins
      conversation:
      00:01 ⚑ bot joins
      00:01 #9 receipt
      05:00 closed
      """),
    empty(
      "an assignment that is only repeated to a program that starts", [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:00 bot joins [logged 00:12]
      00:02 consumer: hello
      conversation:
      00:00 ⚑ opened
      00:00 bot joins [logged 00:12]
      05:00 closed
      conversation:
      00:00 opened
      00:00 bot joins [logged 00:12.001]
      05:00 closed
      → undecided
      """),
    empty(
      "a log without message events of the bot", [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:01 bot joins
      05:00 closed
      → not applicable: the log has no message events of the bot
      conversation:
      00:01 bot joins
      00:02 consumer: hello [last content]
      conversation:
      00:00 opened
      00:01 second bot joins
      00:02 consumer: hello
      """),
    empty(
      "transferred to the bot: the history has it all, the bot's log has not", [:],
      """
      conversation:
      00:00 ⚑ bot-config opened
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
      conversation:
      00:00 opened
      00:02 transferred
      00:02 bot joins
      05:00 closed
      → undecided
            conversation:
      00:00 opened
      01:00 human: a colleague will help [last content]
      01:50 bot joins
      05:00 closed
      → undecided
      """),
    empty(
      "a history that goes on after the bot's log ended", [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 consumer: hello
      conversation:
      00:00 opened
      00:01 bot joins
      → undecided
      conversation:
      layout: history
      50:00 consumer: hello
      """),
  ]

  private static var sequenceNine: SharedSettings {
    var settings = SharedSettings()
    settings.truncatedAfterSequence = 9
    return settings
  }
}

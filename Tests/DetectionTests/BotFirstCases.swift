import Detection

extension TranscriptCase {
  static let botFirstMessages = botFirstCauses + botFirstGuards + botFirstRates

  static func first(
    _ title: String, _ settings: KeyValuePairs<String, String>, _ transcript: String
  ) -> TranscriptCase {
    TranscriptCase(title, BotFirstMessage.self, settings, transcript)
  }

  private static let botFirstCauses = [
    first(
      "race: the consumer follows within 2 s", [:],
      """
      conversation:
      00:01 bot joins
      00:02 ⚑ race info high bot: hi
      00:04 consumer: hello
      conversation:
      00:01 bot joins
      00:02 ⚑ greets-on-join info low bot: hi
      00:04.001 consumer: hello
      conversation:
      00:01 bot joins
      00:02 ⚑ race info high bot: hi
      00:02 consumer: hello
      conversation:
      00:02 consumer: hello
      00:02 bot: hi
      """),
    first("another race", ["race-window": "5s"], "00:02 ⚑ race bot: hi\n00:07 consumer: hello"),
    first(
      "greeting-timer: three seconds after joining", [:],
      """
      conversation:
      00:01 bot joins
      00:04 ⚑ greeting-timer info medium bot: hi
      00:30 consumer: hello
      conversation:
      00:01 bot joins
      00:03.999 ⚑ greets-on-join info low bot: hi
      00:30 consumer: hello
      """),
    first(
      "another timer", ["greeting-delay": "5s"],
      """
      00:01 bot joins
      00:05.999 ⚑ greets-on-join bot: hi
      00:30 consumer: hello
      """),
    first(
      "greets-on-join: within a second that is likely, later less so", [:],
      """
      conversation:
      00:01 bot joins
      00:01.999 ⚑ greets-on-join info medium bot: hi
      00:30 consumer: hello
      conversation:
      00:01 bot joins
      00:02 ⚑ greets-on-join info low bot: hi
      00:30 consumer: hello
      conversation:
      00:02 ⚑ greets-on-join info low bot: hi
      00:30 consumer: hello
      """),
    first(
      "another second", ["immediately": "2s"],
      """
      00:01 bot joins
      00:02.999 ⚑ greets-on-join medium bot: hi
      00:30 consumer: hello
      """),
    first(
      "first-lost: closed, or ten minutes later", [:],
      """
      conversation:
      00:01 bot joins
      00:02 ⚑ first-lost warning medium bot: hi
      00:03 closed
      conversation:
      50:00 ⚑ first-lost warning medium bot: hi
      conversation:
      50:00.001 bot: hi
      → undecided
      1:00:00 log ends
      """),
    first(
      "another time for the first message", ["first-message-after": "1m"],
      """
      00:02 ⚑ first-lost bot: hi
      01:02 log ends
      """),
    first(
      "first-lost: a tap without a sequence is no lost message", [:],
      """
      conversation:
      00:02 ⚑ greets-on-join bot: hi
      consumer taps
      05:00 closed
      conversation:
      04:02 ⚑ greets-on-join bot: hi
      consumer taps
      """),
    first(
      "a tap before the bot's message is the consumer's turn, one after it is not", [:],
      """
      conversation:
      00:02 consumer taps
      00:02 bot: hi
      05:00 closed
      → judged
      conversation:
      00:02 ⚑ greets-on-join bot: hi
      00:03 consumer taps
      05:00 closed
      """),
    first(
      "by-role: a bot that watches, by its role in the event or in the conversation", [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:01 human joins
      00:02 manager bot joins as manager
      00:03 ⚑ by-role info high manager bot: hi
      05:00 closed
      conversation:
      00:00 opened
      00:03 ⚑ by-role info high manager bot: hi
      05:00 closed
      conversation:
      layout: history
      00:02 second bot joins as reader
      00:03 ⚑ by-role info high second bot: hi
      05:00 closed
      conversation:
      00:02 second bot joins as reader
      00:02 second bot joins
      00:03 ⚑ first-lost second bot: hi
      05:00 closed
      """),
    first(
      "without times", [:],
      """
      conversation:
      ⚑ greets-on-join info low bot: hi
      consumer: hello
      conversation:
      bot: hi
      → not applicable: the log has no times
      conversation:
      ⚑ first-lost bot: hi
      05:00 closed
      """),
    first(
      "which participants are bots", [:],
      """
      bots: by response
      conversation:
      00:02 ⚑ first-lost bot: hi
      05:00 closed
      conversation:
      bots: own log
      00:02 ⚑ first-lost second bot: hi
      05:00 closed
      conversation:
      bots: listed
      00:02 ⚑ first-lost manager bot: hi
      05:00 closed
      conversation:
      00:02 agent: hi
      05:00 closed
      → judged
      """),
    first(
      "a person's metadata makes no bot", [:],
      """
      bots: called human
      00:02 bot: hi
      05:00 closed
      → not applicable: no bot is known
      """),
    first(
      "a bot's message whose sender is unknown", [:],
      """
      bots: by response
      conversation:
      00:02 bot: hi
      00:01 consumer: hello
      conversation:
      00:02 somebody: hi
      05:00 closed
      → judged
      """),
  ]

  private static let botFirstRates = [
    first("five of ten", [:], rate(common: 5)),
    first("five of twenty-five: not more than twenty in a hundred", [:], rate(common: 20, severity: "info")),
    first("five of nine: too few to judge", [:], rate(common: 4, severity: "info")),
    first("five of twenty, of twenty", ["rate-minimum": "20", "rate-percent": "24"], rate(common: 15)),
    first("conversations of another bot do not count", [:], rate(common: 5, bot: "second bot", severity: "info")),
    first(
      "conversations in which the bot was excused do not count", [:],
      rate(common: 4, severity: "info") + """

        conversation:
        00:00 opened by the brand
        00:01 bot: hi
        05:00 closed
        """),
  ]

  private static func rate(common: Int, bot: String = "bot", severity: String = "warning") -> String {
    """
    conversation × \(common):
    00:01 \(bot) joins
    00:02 consumer: hello
    conversation × 5:
    00:01 bot joins
    00:02 ⚑ race \(severity) bot: hi
    00:03 consumer: hello
    """
  }
}

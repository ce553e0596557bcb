import Detection

/// Why a conversation has no content, and how many must have none to be a problem.
extension TranscriptCase {
  static let contentlessCauses = [
    empty(
      "over-long: a refusal, or long typing", [:],
      """
      conversation:
      00:00 ⚑ over-long info high opened
      00:01 bot joins
      00:10 consumer sends <text 5001> -> 413
      05:00 closed
      conversation:
      00:00 ⚑ over-long info low opened
      00:01 bot joins
      00:10 consumer types
      01:10 consumer types
      05:00 closed
      conversation:
      00:00 ⚑ bot-config info low opened
      00:01 bot joins
      00:10 consumer types
      01:09.999 consumer types
      05:00 closed
      conversation:
      00:00 ⚑ bot-config info low opened
      00:01 bot joins
      00:10 consumer types
      00:18 consumer pauses
      01:30 consumer types
      01:40 consumer pauses
      05:00 closed
      conversation:
      00:00 ⚑ over-long info low opened
      00:01 bot joins
      00:10 consumer types
      00:40 consumer pauses
      01:30 consumer types
      02:00 consumer pauses
      05:00 closed
      conversation:
      00:10 consumer types
      01:10 ⚑ unknown consumer: <blank>
      01:11 consumer types
      """),
    empty(
      "of what somebody sent, it may have been the consumer", [:],
      """
      conversation:
      00:00 ⚑ over-long info low opened
      00:01 bot joins
      00:10 somebody sends <text 5001> -> 413
      05:00 closed
      conversation:
      00:00 ⚑ network info low opened
      00:01 bot joins
      00:10 somebody sends hello -> no answer
      05:00 closed
      conversation:
      00:00 ⚑ bot-config info low opened
      00:01 bot joins
      00:10 somebody sends hello -> 413
      05:00 closed
      conversation:
      00:00 ⚑ over-long info high opened
      00:01 bot joins
      00:10 somebody sends <text 6001> -> 413
      00:11 consumer sends <text 5001> -> 413
      05:00 closed
      conversation:
      00:01 bot joins
      00:10 somebody sends <text 5001> -> 413
      00:11 somebody sends hello -> no answer
      00:12 ⚑ unknown warning high consumer: <blank>
      05:00 closed
      """),
    empty(
      "sms-image: one of several reasons over SMS", [:],
      """
      channel: SMS
      00:00 ⚑ sms-image info low opened
      00:01 bot joins
      05:00 closed
      """),
    empty(
      "network: away, or written in another conversation", [:],
      """
      consumer is: ann
      conversation:
      00:00 ⚑ network info medium opened
      00:01 bot joins
      00:30 consumer goes away
      05:00 closed
      conversation:
      10:00 ⚑ network info medium opened
      10:01 bot joins
      15:00 closed
      conversation:
      25:00 consumer: hello
      conversation:
      40:00 ⚑ bot-config info low opened
      40:01 bot joins
      41:00 closed
      """),
    empty(
      "unknown: the bot spoke; not if it only noted something for its colleagues", [:],
      """
      conversation:
      00:00 ⚑ unknown info medium opened
      00:01 bot joins
      00:02 bot: hi
      05:00 closed
      conversation:
      00:00 ⚑ bot-config info low opened
      00:01 bot joins
      00:02 bot: hi [private]
      05:00 closed
      """),
    empty("one in twenty of a bot, channel and hour", [:], rate(common: 19)),
    empty("one in nineteen: too few to judge", [:], rate(common: 18, severity: "info")),
    empty("one in twenty-one: less than five in a hundred", [:], rate(common: 20, severity: "info")),
    empty("one in ten, of ten", ["rate-minimum": "10", "rate-percent": "10"], rate(common: 9)),
    empty("one in twenty of another hour", [:], rate(common: 19, time: "1:00:00", severity: "info")),
    empty("one in twenty of another channel", [:], rate(common: 19, other: "channel: APP", severity: "info")),
    empty("one in twenty of another bot", [:], rate(common: 19, bot: "second bot", severity: "info")),
  ]

  private static func rate(
    common: Int, time: String = "00:00", bot: String = "bot", other: String = "", severity: String = "warning"
  ) -> String {
    """
    conversation × \(common):
    00:00 opened
    00:01 bot joins
    00:02 consumer: hello
    05:00 closed
    conversation:
    \(other)
    \(time) ⚑ bot-config \(severity) low opened
    \(time) \(bot) joins
    1:30:00 closed
    """
  }
}

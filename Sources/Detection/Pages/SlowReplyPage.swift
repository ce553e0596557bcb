public import Model

extension SlowReply {
  public static let info = DetectorInfo(
    id: "slow-reply",
    summary: "Consumers who waited long for a bot's answer, or got none.",
    symptom: """
      The consumer writes, and the bot's answer takes long or never comes: the conversation is stuck. A turn is all that a \
      consumer says until somebody answers; it waits from the end of its first burst of messages on.
      """,
    severity: "warning from `warning-after` on; error from `error-after` on, and where no answer came",
    causes: [
      DetectorInfo.Cause(
        "slow", "The bot answered late.",
        remedy: "Look at what the bot waited for: its language service, a webhook or a queue of its own."),
      DetectorInfo.Cause(
        "unanswered", "The bot never answered this turn.",
        remedy: "Look in the bot's log for this message, and let the bot answer what it does not understand, too."),
      DetectorInfo.Cause(
        "cb-max-delay",
        "The bot did not answer a consumer who came back long after its last answer; the vendor's bot platform lets its bots ignore such messages on "
          + "purpose (`maxConsumerMessageDelay`, 30 minutes).",
        remedy: "Raise the bot's maximum delay of consumer messages, or have such conversations closed before."),
    ],
    inputs: """
      Message history, and every log of events that also shows what the bot says. A log that shows only what the bot hears \
      cannot tell. No text is judged: a last word that needs no answer looks like one that does. Why a bot was silent shows in other detectors: stalled-conversation, missing-first-notification and \
      connector-offline.
      """,
    judgesFrom: [.historyMessages, .messageEvents],
    notFlagged: [
      "Turns that a person had to answer, and conversations without a bot.",
      "Several short messages one after the other: the wait is counted from the last of the first burst.",
      "Surveys, automatic messages and private notes.",
      "Answers within `warning-after`.",
      "Exports in which data is known to be missing.",
    ],
    guards: DetectorInfo.Guard.ofTurns + [
      DetectorInfo.Guard(
        "bot-typed",
        "Bots that showed the consumer, shortly before an answer that was late but no error, that they were typing."),
      DetectorInfo.Guard(
        "stalled", "Conversations that an outage of the bot left behind: stalled-conversation reports them."),
      DetectorInfo.Guard(
        "stalled-together",
        "Conversations that got stuck together, as after a restart: stalled-conversation reports them."),
    ],
    settings: Settings.infos,
    remedy: "Find out what the bot waited for.",
    documentation:
      "https://developers.liveperson.com/conversation-builder-best-practices-resolve-stuck-conversations.html",
    examples: [
      DetectorInfo.Example(
        "Near misses: just in time, a person's turn, and a conversation that closed at once",
        """
        layout: history
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:04 consumer: is anybody there?
        00:18.999 bot: hi
        05:00 closed
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:03 bot: a person will answer
        00:04 human joins
        00:05 consumer: thanks
        05:00 closed
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:03 bot: hi
        00:05 consumer: bye
        00:20 closed
        """),
      DetectorInfo.Example(
        "Late, later, never",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:02 ⚑ slow warning high consumer: hello
        00:17 bot: hi
        01:00 ⚑ slow error high consumer: where is my parcel?
        02:00 bot: on its way
        03:00 ⚑ unanswered error high consumer: when will it come?
        09:00 closed
        """),
      DetectorInfo.Example(
        "A consumer who comes back after half an hour",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:04 bot: hi
        30:05 ⚑ cb-max-delay error medium consumer: are you there?
        40:00 closed
        """),
    ])
}

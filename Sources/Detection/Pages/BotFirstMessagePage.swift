public import Model

extension BotFirstMessage {
  public static let info = DetectorInfo(
    id: "bot-first-message",
    summary: "Conversations in which a bot spoke before the consumer, and why.",
    symptom: """
      It looks as if the bot had begun the conversation. Bots cannot: opening a conversation and sending its first message \
      are two requests of the consumer's side, and the bot may speak between them, or the message may be lost. Mostly all \
      is well. Only a first message that never came is a problem.
      """,
    severity: """
      info; warning for `first-lost`; warning for each conversation of a bot that speaks first in more than `rate-percent` \
      of its conversations
      """,
    causes: [
      DetectorInfo.Cause(
        "race", "The consumer's message came within moments after the bot's: chance decided the order.",
        remedy: "Nothing needs to be done."),
      DetectorInfo.Cause(
        "greeting-timer",
        "The bot waited some seconds for a message, and then greeted; the vendor's bot platform waits 3 s.",
        remedy: "Nothing needs to be done, unless the bot shall stay silent: then switch its greeting off."),
      DetectorInfo.Cause(
        "greets-on-join", "The bot greets as soon as it joins.",
        remedy:
          "Let the bot ask for the conversation's messages first, and greet when the consumer's first one is there."),
      DetectorInfo.Cause(
        "first-lost", "The bot spoke, and no message of the consumer ever came.",
        remedy: "See empty-message for what may have become of the consumer's first message."),
      DetectorInfo.Cause(
        "by-role",
        "The speaker is a bot that watches as manager or reader, such as one that greets in every conversation.",
        remedy: "Nothing needs to be done, unless that bot shall wait: then let it speak after the consumer."),
    ],
    inputs: """
      Every input that has messages in the order of their sequences shows who spoke first. Message history and the bot's \
      own log also tell when the bot joined. A log that begins in the middle of a conversation cannot tell; nor can an \
      input in which no bot is known.
      """,
    judgesFrom: [.historyMessages, .messageEvents],
    notFlagged: [
      "Automatic messages, such as the account's welcome: they are nobody's turn.",
      "Surveys and screen sharing.",
      "A bot's message after a consumer's text, file, rich content or tap.",
    ],
    guards: [
      DetectorInfo.Guard("private-note", "Private notes: the consumer does not see them."),
      DetectorInfo.Guard("start-truncated", "Conversations whose beginning is not in the log."),
      DetectorInfo.Guard("partial", "Conversations of which data is known to be missing."),
      DetectorInfo.Guard("opened-by-brand", "Conversations that the brand opened."),
      DetectorInfo.Guard(
        "transferred-in",
        "A bot that got the conversation by transfer, or from whoever was assigned before it."),
      DetectorInfo.Guard("earlier-dialog", "A bot that goes on after an earlier dialog of the conversation ended."),
      DetectorInfo.Guard(
        "contradicting-times",
        "Conversations in which sequences and server times contradict each other."),
      DetectorInfo.Guard(
        "consumer-tapped",
        "A bot that spoke after a tap of the consumer that has no place among the sequences."),
      DetectorInfo.Guard(
        "log-ends",
        "Open conversations in which the consumer still has time to write when the log ends."),
      DetectorInfo.Guard("no-times", "Open conversations without a message of the consumer, in a log without times."),
    ],
    settings: Settings.infos,
    remedy: "Usually nothing needs to be done.",
    documentation: "https://developers.liveperson.com/third-party-bots-bot-types.html",
    examples: [
      DetectorInfo.Example(
        "Near misses: a welcome that the account sends, and a transfer to the bot",
        """
        layout: history
        conversation:
        00:00 opened
        00:01 system: welcome
        00:01 bot joins
        00:02 consumer: hello
        00:03 bot: hi
        05:00 closed
        conversation:
        00:00 opened
        00:01 human joins
        01:00 transferred
        01:00 bot joins
        01:01 bot: I take over
        05:00 closed
        """),
      DetectorInfo.Example(
        "A race",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:02.100 ⚑ race info high bot: hi
        00:02.400 consumer: hello
        05:00 closed
        """),
      DetectorInfo.Example(
        "The consumer's first message was lost",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:02 ⚑ first-lost warning medium bot: hi
        05:00 closed
        """),
      DetectorInfo.Example(
        "A greeting after three seconds",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:04 ⚑ greeting-timer info medium bot: hi
        00:30 consumer: hello
        05:00 closed
        """),
      DetectorInfo.Example(
        "Greeting on joining, and a bot that only watches",
        """
        layout: bot log
        conversation:
        00:00 opened
        00:01 bot joins
        00:01.500 ⚑ greets-on-join info medium bot: hi
        00:30 consumer: hello
        05:00 closed
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 manager bot joins as manager
        00:03 ⚑ by-role info high manager bot: welcome
        00:30 consumer: hello
        05:00 closed
        """),
    ])
}

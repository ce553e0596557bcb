public import Model

extension EmptyMessage {
  public static let info = DetectorInfo(
    id: "empty-message",
    summary: "Consumer messages that hold nothing, conversations that reached a bot without any consumer message, and "
      + "blanks that bots send.",
    symptom: """
      The bot's window opens and stays empty, or the bot answers nothing that anybody can see. Consumers may see a red \
      triangle beside what they wrote. Opening a conversation and sending its first message are two separate requests of \
      the consumer's side: the first may arrive where the second does not. So there are two shapes. Blank: an event \
      arrived, and its text is missing or invisible. Contentless: the conversation reached the bot, and no consumer \
      message ever did.
      """,
    severity: """
      warning for a blank message, the consumer's or the bot's; info for a contentless conversation, since most of those \
      were simply left again; warning for each of them where they are common among the conversations of one bot, channel \
      and hour
      """,
    causes: [
      DetectorInfo.Cause(
        "over-long", "The consumer's text was over the platform's limit and was refused or lost on its way.",
        remedy: "Count characters in the consumer's app, and tell the consumer before the limit is reached."),
      DetectorInfo.Cause(
        "sms-image", "The consumer sent an image over SMS, and it arrived as nothing.",
        remedy: "Let the bot ask for a description in words, and have images over SMS switched on for the account."),
      DetectorInfo.Cause(
        "network",
        "The consumer's connection failed: the app went away, a message was not received, a request got no "
          + "answer, or the consumer wrote again soon.",
        remedy:
          "Nothing is wrong with the bot; let it ask the consumer after 30 to 60 seconds to send the message again."),
      DetectorInfo.Cause(
        "bot-config",
        "No sign of a failure: the consumer wrote nothing, and the bot is set to wait for the first message.",
        remedy: "Nothing needs to be done, unless the bot shall speak first: then switch its greeting on."),
      DetectorInfo.Cause(
        "bot-blank", "The bot itself sent a text that nobody can see.",
        remedy: "Remove the empty text response that stands beside rich content in the bot's answer."),
      DetectorInfo.Cause(
        "unknown", "The message is empty, and nothing around it tells why.",
        remedy: "Look for the message in the log of the consumer's app or of the channel's connector."),
    ],
    inputs: """
      Message history and event logs show both shapes. An export without the section of messages shows neither. Why a text \
      was lost shows best in a log of the consumer's side or of a connector; a text that the platform refused never \
      reaches the history. A log of the bot's connection shows a contentless conversation only if it also has message \
      events of that bot and begins before the conversation does. The log of the SMS gateway, read together with them, \
      proves that an image was sent where its records name the conversation: then `sms-image` is sure. Where no log tells \
      who sent a text that was refused, or that got no answer, it may have been the consumer of a contentless conversation: \
      `over-long` and `network` are `low` then.
      """,
    judgesFrom: [.historyMessages, .messageEvents, .conversationChanges],
    notFlagged: [
      "Rich content, files (with or without a caption), links and secure forms: they have no text of their own.",
      "Taps on buttons and other structured content: they are the consumer's turn.",
      "Texts that were masked.",
      "Messages of people, of agents of whom nothing tells if they are bots, and automatic messages.",
      "Surveys and screen sharing, which are dialogs beside the conversation.",
      "Contentless conversations that reached no bot, or where no bot is known.",
    ],
    guards: [
      DetectorInfo.Guard("private-note", "Private notes between agents: nobody loses them."),
      DetectorInfo.Guard("masked-account", "Missing texts in an account that masks texts."),
      DetectorInfo.Guard("bot-attachment", "A bot's text that is nothing but the place of an attachment."),
    ] + DetectorInfo.Guard.ofContentless,
    settings: Settings.infos,
    remedy: "Find out where the text was lost: on the consumer's side, in the channel, or in the bot.",
    documentation: "https://knowledge.liveperson.com/troubleshooting-bots.html",
    examples: [
      DetectorInfo.Example(
        "Near misses: content that is no text, and text that was taken away",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:02 consumer: <file>
        00:03 bot: <rich>
        00:04 consumer: <tap>
        00:05 consumer: <masked 9>
        00:06 bot: <blank> [private]
        05:00 closed
        """),
      DetectorInfo.Example(
        "Near miss: too early to tell",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:01 open
        09:59 log ends
        → undecided
        """),
      DetectorInfo.Example(
        "Blank message whose consumer writes again",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:05 ⚑ network warning medium consumer: <blank>
        00:09 bot: Sorry?
        00:40 consumer: where is my parcel
        05:00 closed
        """),
      DetectorInfo.Example(
        "A conversation without content",
        """
        layout: history
        00:00 ⚑ bot-config info low opened
        00:01 bot joins
        05:00 closed
        """),
      DetectorInfo.Example(
        "Nothing to find",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:02 consumer: where is my parcel
        00:04 bot: on its way
        05:00 closed
        """),
    ])
}

public import Model

extension MissingFirstNotification {
  public static let info = DetectorInfo(
    id: "missing-first-notification",
    summary: "Conversations whose first consumer message the assigned bot was never told of, or did not answer.",
    symptom: """
      A conversation is assigned to the bot, and the bot stays silent. The bot was told of the conversation, but not of its \
      first message: the automatic subscription to messages drops a notification now and then, mostly the first. A bot that \
      asks for the messages of each conversation that it gets is safe.
      """,
    severity: """
      error where the bot never replied; warning where it replied later; info for `recovered`, where the message came late; \
      error for `delivered-not-answered`
      """,
    causes: [
      DetectorInfo.Cause(
        "no-query", "The notification did not come, and the bot did not ask for the messages.",
        remedy: "Call subscribeMessagingEvents once for every conversation that is assigned to the bot."),
      DetectorInfo.Cause(
        "query-failed", "The notification did not come; the bot asked, and was refused or got no answer.",
        remedy: "Ask again after some seconds where the query for a conversation's messages fails."),
      DetectorInfo.Cause(
        "query-empty", "The notification did not come; the bot asked, and the message was not in the answer.",
        remedy:
          "Ask again after some seconds where the answer is empty and the conversation change announced a message."),
      DetectorInfo.Cause(
        "recovered", "The notification did not come in time, but the message came later.",
        remedy: "Nothing is lost; ask for the messages as soon as a conversation is assigned, to be faster."),
      DetectorInfo.Cause(
        "delivered-not-answered",
        "The bot was told of the message in time, and dropped it: some bots drop sequence 0, or all "
          + "up to the sequence that the conversation change announced.",
        remedy: "Remember the last sequence that the bot answered, not the last one that was announced."),
    ],
    inputs: """
      Only a log of the bot's own connection shows what the bot was told; a webhook's log and the history cannot. That there \
      was a message is proved by the conversation change (its last content event or its count of unread messages), by a late \
      answer to a query, or by a history export of the same time read together with the log. A log without any message \
      event of the bot is one of the wrong level, and judged not at all.
      """,
    judgesFrom: [.agentChanges],
    notFlagged: [
      "Conversations in which the consumer has not written.",
      "Bots that are only suggested, or that watch as manager or reader.",
      "A message that came to the bot in time, or before it was assigned.",
      "Delivered messages that a bot answered, or that are neither sequence 0 nor announced by a conversation change.",
      "Surveys.",
    ],
    guards: [
      DetectorInfo.Guard(
        "not-the-bots-log",
        "Conversations that no log of the bot's own connection shows: only that tells what the bot was told."),
      DetectorInfo.Guard(
        "no-message-events",
        "Conversations in a log without any message event of the bot: one of the wrong level."),
      DetectorInfo.Guard("start-truncated", "Conversations whose beginning is not in the log."),
      DetectorInfo.Guard("transferred-in", "Conversations that were transferred to the bot: no new message is due."),
      DetectorInfo.Guard("assignment-repeated", "Assignments that are only repeated to a program that starts."),
      DetectorInfo.Guard(
        "began-before-log",
        "Conversations that began before the bot's log, as a history export, late conversation changes or a message that is older "
          + "than the log show."),
      DetectorInfo.Guard("closed-soon", "Conversations that closed before the bot's time was over."),
      DetectorInfo.Guard("log-ends", "Messages for which the bot still had time when its log ended."),
      DetectorInfo.Guard("no-times", "Conversations in a log without times."),
      DetectorInfo.Guard("answer-beyond-log", "A query of the bot whose answer may stand after the end of the log."),
      DetectorInfo.Guard("not-text", "Delivered first messages that are not text: not every bot can answer them."),
      DetectorInfo.Guard("answered-by-a-person", "Delivered messages that a person answered."),
      DetectorInfo.Guard(
        "transferred-away",
        "Conversations that were handed on, taken over or put back into the queue before the bot's time was over."),
    ],
    settings: Settings.infos,
    remedy: "Subscribe to the messages of each conversation explicitly.",
    documentation: "https://knowledge.liveperson.com/troubleshooting-bots.html",
    examples: [
      DetectorInfo.Example(
        "Near miss: the consumer has not written, and another bot that is only suggested",
        """
        layout: bot log
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 bot: hi
        conversation:
        00:00 opened
        00:01 second bot is suggested
        00:02 consumer: hello [last content]
        20:00 log ends
        """),
      DetectorInfo.Example(
        "The bot was not told and did not ask",
        """
        layout: bot log
        conversation:
        00:00 opened
        00:01 bot joins
        00:00 ⚑ no-query error high consumer: hello [last content]
        conversation:
        10:00 opened
        10:01 bot joins
        10:02 consumer: hello
        10:03 bot: hi
        """),
      DetectorInfo.Example(
        "The bot asked in vain",
        """
        layout: bot log
        conversation:
        00:00 opened
        00:01 bot joins
        00:00 ⚑ query-failed error high consumer: hello [last content]
        00:02 bot queries -> 500
        conversation:
        00:00 opened
        00:01 bot joins
        00:00 ⚑ query-empty error high consumer: hello [last content]
        00:02 bot queries -> 0 messages
        conversation:
        10:00 opened
        10:01 bot joins
        10:02 consumer: hello
        10:03 bot: hi
        """),
      DetectorInfo.Example(
        "The message came late",
        """
        layout: bot log
        00:00 opened
        00:01 bot joins
        00:00 ⚑ recovered info high consumer: hello [queried, arrives 00:40]
        00:41 bot: hi
        """),
      DetectorInfo.Example(
        "The bot dropped what it was told",
        """
        layout: bot log
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 ⚑ delivered-not-answered error medium consumer: hello
        conversation:
        10:00 opened
        10:01 bot joins
        10:02 consumer: hello
        10:03 bot: hi
        """),
    ])
}

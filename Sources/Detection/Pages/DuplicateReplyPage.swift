public import Model

extension DuplicateReply {
  public static let info = DetectorInfo(
    id: "duplicate-reply",
    summary: "Bots that said the same again although the consumer had said nothing meanwhile.",
    symptom: """
      The consumer gets an answer twice, or is greeted once more in the middle of a conversation. An event that a webhook does \
      not acknowledge within 10 seconds is sent again, and a program that is started or connected again is told of its \
      conversations' old messages: a bot that does not remember what it has handled answers them all again.
      """,
    severity: "warning",
    causes: [
      DetectorInfo.Cause(
        "repeated", "The bot said the same within `window`.",
        remedy: "Acknowledge webhooks at once, and drop events whose dialog and sequence the bot has handled already."),
      DetectorInfo.Cause(
        "replayed-after-restart",
        "The bot repeated an earlier reply after it was started or connected again, though nothing new had been said.",
        remedy: "Persist the last sequence that was handled in each dialog, and skip messages that the bot has read."),
      DetectorInfo.Cause(
        "re-greeting",
        "After it was started or connected again, the bot said again what it had said first, mostly a greeting.",
        remedy: "Greet only in conversations in which the bot has not spoken yet, whatever the program remembers."),
    ],
    inputs: """
      Message history and every log of events that shows what bots say. What follows a restart shows only where the bot's own \
      log, which tells when it was connected, is read too. Texts are compared by a hash that is never shown, with white space \
      folded; structured content by its values.
      """,
    judgesFrom: [.historyMessages, .messageEvents],
    notFlagged: [
      "A notification that comes twice, or once more as the answer to a query: it has the same sequence.",
      "Different texts, such as the cards of a carousel.",
      "Empty and masked texts, and files.",
      "The same text later than `window`, where no restart or reconnect lies between.",
      "Surveys.",
    ],
    guards: [
      DetectorInfo.Guard(
        "new-consumer-message",
        "What a bot says again after a new message or tap of the consumer, or of somebody who may be the consumer."),
      DetectorInfo.Guard("private-note", "Private notes."),
      DetectorInfo.Guard(
        "not-a-bot", "What people, automatic messages, and agents of whom nothing is known say again."),
      DetectorInfo.Guard(
        "answer-that-was-due",
        "The single answer, after a restart, to a message that had waited: fallback texts are always the same."),
      DetectorInfo.Guard(
        "partial-copy", "Exports in which data is known to be missing: the consumer's message may be what is missing."),
    ],
    settings: Settings.infos,
    remedy: "Remember which messages the bot has handled, and handle none twice.",
    documentation: "https://developers.liveperson.com/guides-retry-policy.html",
    examples: [
      DetectorInfo.Example(
        "Near misses: later, after a new message, and other words",
        """
        layout: history
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:03 bot: one moment
        00:13.001 bot: one moment
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:03 bot: sorry?
        00:05 consumer: kettles
        00:06 bot: sorry?
        00:07 bot: sorry!
        """),
      DetectorInfo.Example(
        "Twice",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:03 bot: what can I do for you?
        00:13 ⚑ repeated warning high bot: what can I do  for you?
        """),
      DetectorInfo.Example(
        "After a restart",
        """
        layout: bot log
        00:00 bot program: connected
        00:00 opened
        00:01 bot joins
        00:02 bot: welcome
        00:10 consumer: where is my parcel?
        00:12 bot: on its way
        05:00 bot program: started
        05:01 bot program: connected
        05:02 ⚑ re-greeting warning medium bot: welcome
        05:03 ⚑ replayed-after-restart warning medium bot: on its way
        """),
    ])
}

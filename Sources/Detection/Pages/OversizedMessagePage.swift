public import Model

extension OversizedMessage {
  public static let info = DetectorInfo(
    id: "oversized-message",
    summary: "Texts over the platform's limit of 5000 characters, and texts that end exactly at it.",
    symptom: """
      A long text never arrives, or arrives cut off. The platform takes 5000 characters from consumers; the bot gets \
      nothing, and the consumer sees that sending failed. Over SMS an agent's or bot's text may have 1600. No vendor page \
      says what is counted: this tool counts UTF-16 units, as JavaScript and Java do, and says where another way of \
      counting would decide otherwise.
      """,
    severity: """
      error for a text that was refused or never answered, over the limit or exactly at it; warning for one that was recorded \
      although it is over the limit; info for one recorded exactly at the limit, or warning where texts of one channel and \
      direction end there again and again
      """,
    causes: [
      DetectorInfo.Cause(
        "rejected", "The platform refused the text with an error code.",
        remedy:
          "Consumers: count characters in the app; bots: split at the end of a sentence, or send a link or a file."),
      DetectorInfo.Cause(
        "no-response", "The text was sent, and no answer came although the log goes on.",
        remedy: "Treat a missing answer like a refusal: shorten the text and send it again."),
      DetectorInfo.Cause(
        "accepted", "The platform took the text although it is over the documented limit.",
        remedy: "Keep below the limit all the same: the channel behind the platform may still refuse the text."),
      DetectorInfo.Cause(
        "at-limit",
        "The text ends exactly at the limit, or near it where `approach-percent` asks: it was probably cut off. If it was "
          + "refused, nobody knows whether for its length.",
        remedy: "Tell the writer when the limit is near, instead of cutting the text off silently."),
      DetectorInfo.Cause(
        "unknown-outcome", "The history holds a text over the limit and cannot tell what became of it.",
        remedy: "Ask whether the text arrived whole on the other side, and keep below the limit."),
    ],
    inputs: """
      Only the sender's own log proves a refusal: the consumer's app or connector for consumers, the bot's connection for \
      bots. Whose log it is, its frames must tell: the consumer's way to connect, requests and notifications that only \
      agents have, or messages that the agent SDK calls its own. Where nothing does, the text is judged by the larger of \
      both limits, at medium confidence, and `direction` is empty. The platform's history never has a consumer's \
      text that was refused; it shows texts that were recorded, and the many texts at the limit that an app which cuts off \
      leaves behind.
      """,
    judgesFrom: [.historyMessages, .messageEvents, .exchanges],
    notFlagged: [
      "Texts of up to one character less than the limit.",
      "Rich content, files and their previews: their size is no length of text.",
      "Texts of people, of unknown agents and automatic messages.",
    ],
    guards: [
      DetectorInfo.Guard("masked-text", "Texts that were masked: what is left is not what was sent."),
      DetectorInfo.Guard("private-note", "Private notes: they go to colleagues."),
      DetectorInfo.Guard("beside-the-conversation", "Texts in surveys and screen sharing."),
      DetectorInfo.Guard("answer-beyond-log", "A text whose answer may stand after the end of the log."),
      DetectorInfo.Guard(
        "arrived-after-all",
        "A text whose answer was lost, but which arrived: it is reported once, as accepted."),
    ],
    settings: Settings.infos,
    remedy: "Keep texts below the limit.",
    documentation: "https://knowledge.liveperson.com/troubleshooting-bots.html",
    examples: [
      DetectorInfo.Example(
        "Near misses: just below the limit, and long things that are no text of consumer or bot",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:02 consumer: <text 4999>
        00:03 consumer: <masked 5001>
        00:04 bot: <rich>
        00:05 human: <text 5001>
        00:06 bot: <text 5001> [private]
        05:00 closed
        """),
      DetectorInfo.Example(
        "At the limit and over it",
        """
        layout: history
        00:00 opened
        00:01 bot joins
        00:02 ⚑ at-limit info medium consumer: <text 5000>
        00:03 ⚑ unknown-outcome warning medium consumer: <text 5001>
        05:00 closed
        """),
      DetectorInfo.Example(
        "A consumer's text that the platform refused",
        """
        layout: consumer log
        00:00 opened
        00:02 ⚑ rejected error high consumer sends <text 5001> -> 400
        00:30 consumer sends <text 900> -> 200 #0
        """),
      DetectorInfo.Example(
        "Over SMS a bot has 1600 characters",
        """
        layout: bot log
        channel: SMS
        00:00 opened
        00:01 bot joins
        00:02 consumer: tell me all
        00:03 bot sends <text 1599> -> 200 #1
        00:04 ⚑ accepted warning high bot sends <text 1601> -> 200 #2
        """),
      DetectorInfo.Example(
        "Near misses: texts of people, whose log shows that they were refused",
        """
        layout: bot log
        00:00 opened
        00:01 human joins
        00:02 human sends <text 5001> -> 400
        00:03 human sends <text 5001> -> 400 [unnamed]
        """),
    ])
}

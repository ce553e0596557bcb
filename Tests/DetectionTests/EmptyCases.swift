import Detection

extension TranscriptCase {
  static let emptyMessages = blanks + blankCauses + contentless + contentlessCauses + emptyAtGateway

  private static let blanks = [
    empty(
      "text missing, invisible, or the place of an attachment", [:],
      """
      00:00 opened
      00:01 bot joins
      00:02 ⚑ unknown warning high consumer: <absent>
      00:03 ⚑ unknown warning high consumer: <blank>
      00:04 ⚑ sms-image warning medium consumer: <placeholder>
      05:00 closed
      """),
    empty(
      "kinds that have no text", [:],
      """
      00:02 consumer: <rich>
      00:03 consumer: <file>
      00:04 consumer: <form>
      00:05 consumer: <tap>
      00:06 consumer: <unknown>
      00:07 consumer: .
      00:08 consumer: <emoji 1>
      """),
    empty(
      "masked texts, and missing texts where texts are masked", [:],
      """
      conversation:
      00:02 consumer: <masked 3>
      conversation:
      00:02 consumer: <absent>
      00:03 ⚑ consumer: <blank>
      conversation:
      account: account-2
      00:02 ⚑ consumer: <absent>
      """),
    empty(
      "one masked text of twenty masks, one of twenty-one does not", [:],
      """
      conversation × 18:
      00:02 consumer: hello
      conversation:
      00:02 consumer: <masked 3>
      conversation:
      00:03 consumer: <absent>
      conversation × 19:
      account: account-2
      00:02 consumer: hello
      conversation:
      account: account-2
      00:02 consumer: <masked 3>
      conversation:
      account: account-2
      00:03 ⚑ consumer: <absent>
      """),
    empty("private notes", [:], "00:02 bot: <blank> [private]\n00:03 consumer: <blank> [private]"),
    empty(
      "who sends the blank", [:],
      """
      00:01 bot joins
      00:02 consumer: hello
      00:03 ⚑ bot-blank warning high bot: <blank>
      00:04 ⚑ bot-blank warning high second bot: <absent>
      00:05 bot: <placeholder>
      00:06 human: <blank>
      00:07 agent: <blank>
      00:08 system: <blank>
      00:09 somebody: <blank>
      """),
    empty(
      "automatic messages in a log of events", [:],
      """
      layout: bot log
      00:02 consumer: hello
      00:03 controller: <blank>
      00:04 ⚑ manager bot: <blank>
      """),
    empty(
      "surveys and screen sharing", [:],
      """
      00:02 consumer: hello
      dialog: survey
      00:03 consumer: <blank>
      dialog: cobrowse
      00:04 consumer: <blank>
      dialog: again
      00:05 ⚑ consumer: <blank>
      """),
    empty(
      "a copy with text proves that it was not empty", [:],
      """
      00:02 #0 consumer: <blank> [live]
      00:02 #0 consumer: hello
      """),
    empty(
      "blanks are found whatever else is missing", [:],
      """
      conversation:
      layout: partial history
      00:02 ⚑ consumer: <blank>
      conversation:
      layout: webhook
      10:00 #90 ⚑ consumer: <blank>
      """),
    empty(
      "an export without messages", [:],
      "layout: history without messages\n00:00 opened\n→ not applicable: the export has no messages"),
    empty(
      "without a known bot blanks are found, and contentless conversations are not", [:],
      """
      bots: unknown
      conversation:
      00:00 opened
      00:02 ⚑ consumer: <blank>
      00:03 bot: <blank>
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      05:00 closed
      → not applicable: no bot is known
      """),
  ]
}

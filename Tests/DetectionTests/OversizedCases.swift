import Detection

extension TranscriptCase {
  static let oversizedMessages = recorded + units + refused

  private static func over(
    _ title: String, _ settings: KeyValuePairs<String, String>, _ transcript: String
  ) -> TranscriptCase {
    TranscriptCase(title, OversizedMessage.self, settings, transcript)
  }

  private static let recorded = [
    over(
      "below, at and over the limit of 5000", [:],
      """
      00:01 bot joins
      00:02 consumer: <text 4999>
      00:03 ⚑ at-limit info medium consumer: <text 5000>
      00:04 ⚑ unknown-outcome warning medium consumer: <text 5001>
      00:05 bot: <text 4999>
      00:06 ⚑ at-limit info medium bot: <text 5000>
      00:07 ⚑ unknown-outcome warning medium bot: <text 5001>
      """),
    over(
      "over SMS bots have 1600, consumers 5000", [:],
      """
      channel: SMS
      00:01 bot joins
      00:02 consumer: <text 4999>
      00:03 bot: <text 1599>
      00:04 ⚑ at-limit bot: <text 1600>
      00:05 ⚑ unknown-outcome bot: <text 1601>
      """),
    over(
      "a log of events shows that it was taken; with its answer, that is sure", [:],
      """
      layout: bot log
      00:02 ⚑ accepted warning medium consumer: <text 5001>
      00:03 ⚑ accepted warning medium consumer: <text 5001> [history, last content]
      00:04 ⚑ accepted warning high bot sends <text 5001> -> 200 #2
      00:05 #3 ⚑ at-limit info high bot: <text 5000> [published]
      """),
    over(
      "long things that are no text of consumer or bot", [:],
      """
      00:02 consumer: <masked 5001>
      00:03 consumer: <rich>
      00:04 consumer: <file>
      00:05 bot: <text 5001> [private]
      00:06 human: <text 5001>
      00:07 agent: <text 5001>
      00:08 system: <text 5001>
      00:09 somebody: <text 5001>
      dialog: survey
      00:10 consumer: <text 5001>
      """),
    over(
      "a bot that nobody knows, beside a consumer", [:],
      """
      bots: unknown
      00:02 bot: <text 5001>
      00:03 ⚑ consumer: <text 5001>
      → judged
      """),
    over(
      "other limits", ["consumer-limit": "1000", "bot-limit": "2000", "bot-sms-limit": "3000"],
      """
      conversation:
      00:02 ⚑ unknown-outcome consumer: <text 1001>
      00:03 ⚑ unknown-outcome bot: <text 2001>
      00:04 bot: <text 1999>
      conversation:
      channel: SMS
      00:02 ⚑ at-limit consumer: <text 1000>
      00:03 ⚑ unknown-outcome bot: <text 3001>
      00:04 bot: <text 2999>
      """),
    over(
      "near the limit, where that is asked for", ["approach-percent": "90"],
      """
      conversation × 3:
      00:02 consumer: <text 4499>
      00:03 ⚑ at-limit info medium consumer: <text 4500>
      """),
    over(
      "three at the limit in one account, channel and direction", [:],
      """
      conversation × 2:
      00:02 ⚑ at-limit warning medium consumer: <text 5000>
      conversation:
      00:02 ⚑ at-limit warning medium consumer: <text 5000>
      00:03 ⚑ unknown-outcome warning consumer: <text 5001>
      00:04 ⚑ at-limit info medium bot: <text 5000>
      00:05 ⚑ at-limit info medium bot: <text 5000>
      """),
    over(
      "two at the limit, and one in another channel or account", [:],
      """
      conversation × 2:
      00:02 ⚑ at-limit info medium consumer: <text 5000>
      conversation:
      channel: APP
      00:02 ⚑ at-limit info medium consumer: <text 5000>
      conversation:
      channel: SHARK
      account: account-2
      00:02 ⚑ at-limit info medium consumer: <text 5000>
      """),
    over(
      "two at the limit, where two are enough", ["cluster-size": "2"],
      """
      conversation × 2:
      00:02 ⚑ at-limit warning consumer: <text 5000>
      """),
    over(
      "an export without messages", [:],
      "layout: history without messages\n00:00 opened\n→ not applicable: the export has no messages"),
  ]

  /// Where the four lengths decide otherwise, nothing is sure: those are published, and yet medium.
  private static let units = [
    over(
      "UTF-16 units", [:],
      """
      00:02 ⚑ at-limit medium bot: <emoji 2500> [published]
      00:03 ⚑ accepted medium bot: <emoji 2501> [published]
      00:04 ⚑ at-limit medium bot: <accented 2500> [published]
      00:05 ⚑ accepted medium bot: <family 500> [published]
      00:06 bot: <family 454> [published]
      00:07 ⚑ at-limit high bot: <text 5000> [published]
      00:08 ⚑ accepted medium bot: <crlf 2501> [published]
      00:09 ⚑ accepted high bot: <crlf 5001> [published]
      """),
    over(
      "scalars", ["unit": "scalars"],
      """
      00:02 bot: <emoji 2501>
      00:03 ⚑ at-limit medium bot: <emoji 5000>
      00:04 ⚑ unknown-outcome medium bot: <accented 2501>
      00:05 bot: <family 714>
      00:06 ⚑ unknown-outcome medium bot: <family 715>
      """),
    over(
      "graphemes", ["unit": "graphemes"],
      """
      00:02 bot: <accented 2501>
      00:03 bot: <family 4999>
      00:04 ⚑ unknown-outcome medium bot: <family 5001>
      00:05 bot: <crlf 4999>
      """),
    over(
      "UTF-8 bytes", ["unit": "utf8"],
      """
      00:02 bot: <emoji 1249>
      00:03 ⚑ at-limit medium bot: <emoji 1250>
      00:04 ⚑ unknown-outcome medium bot: <emoji 1251>
      00:05 ⚑ unknown-outcome medium bot: <text 5001>
      """),
  ]

  private static let refused = [
    over(
      "refused, unanswered, or nobody can tell", [:],
      """
      layout: consumer log
      conversation:
      00:02 ⚑ rejected error high consumer sends <text 5001> -> 400
      00:03 ⚑ no-response error medium consumer sends <text 5002> -> no answer
      00:04 consumer sends <text 4999> -> 400
      → judged
      conversation:
      00:04 consumer sends <text 5001> -> unknown
      → undecided
      conversation:
      00:04 consumer sends <text 4999> -> unknown
      → judged
      """),
    over(
      "refused or unanswered exactly at the limit", [:],
      """
      layout: consumer log
      conversation:
      00:02 ⚑ at-limit error medium consumer sends <text 5000> -> 400
      00:03 ⚑ at-limit error medium consumer sends <text 5000> -> no answer
      00:04 ⚑ at-limit error medium somebody sends <text 5000> -> 400
      00:05 consumer sends <text 5000> -> 399
      → judged
      conversation:
      00:04 consumer sends <text 5000> -> unknown
      → undecided
      """),
    over(
      "refused near the limit, where that is asked for", ["approach-percent": "90"],
      """
      layout: consumer log
      00:02 consumer sends <text 4499> -> 400
      00:03 ⚑ at-limit error medium consumer sends <text 4500> -> 400
      """),
    over(
      "refused, and nobody knows whose it is", [:],
      """
      layout: bot log
      00:01 bot joins
      00:02 ⚑ rejected error medium somebody sends <text 5001> -> 400
      00:03 ⚑ no-response error medium somebody sends <text 5001> -> no answer
      """),
    over(
      "texts of people and of unknown agents", [:],
      """
      layout: bot log
      conversation:
      00:01 bot joins
      00:02 human sends <text 5001> -> 400
      00:03 agent sends <text 5001> -> 400
      00:04 human sends <text 5001> -> 200 #3
      → judged
      """),
    over(
      "refused, and no bot is known", [:],
      """
      layout: bot log
      bots: unknown
      00:01 bot joins
      00:02 bot sends <text 5001> -> 400
      00:03 bot sends <text 5001> -> 400 [unnamed]
      00:04 bot sends <text 5001> -> 200 #9
      → judged
      """),
    over(
      "an agent's log that does not name the agent", [:],
      """
      layout: bot log
      conversation:
      00:01 bot joins
      00:01 system joins
      00:01 controller joins as controller
      00:02 consumer: hello
      00:03 ⚑ rejected error high bot sends <text 5001> -> 400 [unnamed]
      00:04 ⚑ accepted warning high bot sends <text 5001> -> 200 #9 [unnamed]
      conversation:
      00:01 human joins
      00:03 human sends <text 5001> -> 400 [unnamed]
      00:04 human sends <text 5001> -> 200 #9 [unnamed]
      conversation:
      00:01 bot joins
      00:02 human joins
      00:03 human sends <text 5001> -> 400 [unnamed]
      conversation:
      00:02 agent sends <text 5001> -> 400 [unnamed]
      """),
    over(
      "codes up to 399 are no refusals, and a message without a sequence is nothing to find", [:],
      """
      layout: consumer log
      00:02 consumer sends <text 5001> -> 399
      00:03 ⚑ rejected consumer sends <text 5002> -> 400
      """),
    over(
      "an answer that was lost, for a text that arrived", [:],
      """
      layout: bot log
      conversation:
      00:02 bot sends <text 5001> -> no answer
      00:03 ⚑ accepted warning medium bot: <text 5001>
      conversation:
      00:02 ⚑ no-response bot sends <text 5001> -> no answer
      00:03 ⚑ accepted bot: <text 5002>
      conversation:
      00:02 ⚑ rejected bot sends <text 5001> -> 400
      00:03 ⚑ accepted bot: <text 5001>
      conversation:
      00:02 ⚑ no-response bot sends <text 5001> -> no answer
      dialog: again
      00:03 ⚑ accepted bot: <text 5001>
      conversation:
      00:02 bot sends <text 5001> -> no answer
      00:03 bot: <masked 5001>
      """),
    over(
      "whose limit it is", [:],
      """
      layout: bot log
      channel: SMS
      00:01 bot joins
      00:02 ⚑ rejected error high bot sends <text 1601> -> 400
      00:03 consumer sends <text 1601> -> 400
      00:04 somebody sends <text 1601> -> 400
      """),
    over(
      "other contents and other dialogs", [:],
      """
      layout: bot log
      00:02 bot sends <rich> -> 400
      00:03 bot sends <masked 5001> -> 400
      dialog: survey
      00:04 bot sends <text 5001> -> 400
      """),
    over(
      "refused, and the ways of counting do not agree", [:],
      "layout: bot log\n00:02 ⚑ rejected error medium bot sends <emoji 2501> -> 400"),
    over(
      "two refusals are two findings", [:],
      """
      layout: bot log
      00:02 ⚑ rejected bot sends <text 5001> -> 400
      00:03 ⚑ rejected bot sends <text 5001> -> 400
      """),
  ]
}

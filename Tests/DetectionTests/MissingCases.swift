import Detection

extension TranscriptCase {
  static let missingNotifications = missingCauses + missingGuards + missingCoverage + ignoredMessages

  static func missing(
    _ title: String, _ settings: KeyValuePairs<String, String>, _ transcript: String
  ) -> TranscriptCase {
    TranscriptCase(title, MissingFirstNotification.self, settings, "layout: bot log\n" + transcript + answered)
  }

  /// Message events of the bot, and more than a minute of its log after them.
  private static let answered = """

    conversation:
    dialog: main
    layout: bot log
    bots: known
    58:00 opened
    58:00 bot joins
    58:00 consumer: hello
    58:01 bot: hi
    """

  private static let missingCauses = [
    missing(
      "no-query, with the evidence of the conversation change", [:],
      """
      00:00 opened
      00:01 bot joins
      00:00 ⚑ no-query error high consumer: hello [last content]
      """),
    missing(
      "no-query, with unread messages where nobody has spoken", [:],
      """
      conversation:
      00:00 opened
      00:01 ⚑ no-query error medium bot joins
      00:02 unread
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 bot: hi
      00:02 unread
      → judged
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 controller: welcome
      00:02 unread
      → judged
      conversation:
      00:01 ⚑ no-query error medium bot joins
      00:02 #2 receipt
      00:02 unread
      """),
    missing(
      "no-query, with the evidence of a history export or of a webhook", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 ⚑ no-query error medium consumer: hello [history]
      conversation:
      00:00 opened
      00:01 bot joins
      00:02 ⚑ no-query error medium consumer: hello [relayed]
      """),
    missing(
      "the bot replied late: to what, nobody knows", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ no-query warning high consumer: hello [last content]
      00:50 bot: sorry for the delay
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ no-query error high consumer: hello [last content]
      00:50 bot: what now [private]
      00:51 human: hello
      conversation:
      00:00 opened
      00:01 bot joins
      00:01 bot: hi
      00:02 ⚑ no-query error high consumer: hello [last content]
      """),
    missing(
      "query-failed and query-empty", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ query-failed error consumer: hello [last content]
      00:02 bot queries -> 403
      00:12 bot queries -> 0 messages
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ query-failed error consumer: hello [last content]
      00:02 bot queries -> no answer
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ query-empty error consumer: hello [last content]
      00:02 bot queries -> 0 messages
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ query-empty error consumer: hello [last content]
      00:02 bot queries -> 403
      00:02 bot queries -> 1 message
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ no-query error consumer: hello [last content]
      00:02 bot sends hello -> 500
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 consumer: hello [last content]
      00:02 bot queries -> unknown
      → undecided
      """),
    missing(
      "recovered: later than ten seconds", [:],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ recovered info high consumer: hello [arrives 00:11.001]
      00:12 bot: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 consumer: hello [arrives 00:11]
      00:12 bot: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:20 consumer: hello [arrives 00:30]
      00:30 bot: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:20 ⚑ recovered consumer: hello [arrives 00:30.001]
      00:31 bot: hi
      """),
    missing(
      "another grace", ["grace": "60s"],
      """
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 consumer: hello [arrives 01:01]
      01:02 bot: hi
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ recovered consumer: hello [arrives 01:01.001]
      01:02 bot: hi
      """),
    missing(
      "the two clocks are never compared", [:],
      """
      00:00 opened
      00:01 bot joins [logged 00:09]
      00:00 consumer: hello [arrives 00:19]
      00:19 bot: hi
      """),
  ]
}

public import Model

extension StalledConversation {
  public static let info = DetectorInfo(
    id: "stalled-conversation",
    summary: "Conversations that a bot had served and left unanswered after a restart or a lost connection.",
    symptom: """
      The bot answered, then its program was restarted or its connection broke, and from then on the consumer wrote in vain. \
      The platform keeps a bot's sessions and conversations alive meanwhile: nobody takes them over. New conversations are \
      mostly served as ever, so that nobody notices.
      """,
    severity: "error where the consumer was never answered; warning where the bot answered late after all",
    causes: [
      DetectorInfo.Cause(
        "reconnect-failed", "The connection closed, and the program never connected again.",
        remedy: "Try to connect again after every close and every failed attempt, with growing pauses and a new token."),
      DetectorInfo.Cause(
        "not-resubscribed", "The program connected again, and did not ask for its open conversations.",
        remedy:
          "After each connect, subscribe to conversations again and query each open one from the last answered sequence."
      ),
      DetectorInfo.Cause(
        "restart",
        "The program was started anew; or several conversations got stuck together while new ones were served, as after a "
          + "restart.",
        remedy: "Keep the last answered sequence of each conversation, and go on from there when the program starts."),
      DetectorInfo.Cause(
        "crash", "An exception that nobody caught ended the program.",
        remedy: "Mend the exception in the program's log, and have the program watched and started again."),
      DetectorInfo.Cause(
        "outage", "The connection was lost for a while, for another reason.",
        remedy: "Run two connectors at least, and answer what came meanwhile as soon as the connection is back."),
    ],
    inputs: """
      A log of the bot's connection shows outages and what followed them; together with messages, from the same log, a \
      webhook's log or the history, it shows who was left waiting. The history alone shows a restart only by several \
      conversations that get stuck together, with medium confidence. One that is stuck alone is slow-reply's.
      """,
    judgesFrom: [.historyMessages, .messageEvents],
    notFlagged: [
      "Conversations that the bot had not spoken in before the outage.",
      "Answers that came within `stall-after`, whatever happened meanwhile.",
      "Surveys, automatic messages and private notes.",
      "Single conversations without an answer, where no log shows the bot's connection.",
      "Messages that came long after an outage was over.",
    ],
    guards: DetectorInfo.Guard.ofTurns + [
      DetectorInfo.Guard(
        "delay-cap", "Consumers who came back so late that the bot may ignore them on purpose; slow-reply reports them."
      ),
      DetectorInfo.Guard(
        "serves-nobody", "Bots that serve no new conversation either: their connector is offline."),
    ],
    settings: Settings.infos,
    remedy: "Let the bot connect again by itself, and go on with its open conversations.",
    documentation: "https://developers.liveperson.com/retry-policy-recommendations.html",
    examples: [
      DetectorInfo.Example(
        "Near misses: answered in time after an outage, and another agent who took over",
        """
        layout: bot log
        00:00 bot program: connected
        05:00 bot program: closed 1006
        05:40 bot program: connected
        59:00 bot program: heartbeat 200
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:04 bot: hi
        05:10 consumer: still there?
        05:50 bot: yes
        conversation:
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:04 bot: hi
        05:10 consumer: still there?
        05:40 human joins
        """),
      DetectorInfo.Example(
        "The program came back and forgot its conversations",
        """
        layout: bot log
        00:00 bot program: connected
        00:01 bot program: conversationsSubscribed 200
        05:00 bot program: closed 1006
        05:40 bot program: connected
        59:00 bot program: heartbeat 200
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:04 bot: hi
        05:10 ⚑ not-resubscribed error high consumer: still there?
        """),
      DetectorInfo.Example(
        "A crash, and an answer after all",
        """
        layout: bot log
        00:00 bot program: connected
        05:00 bot program: crashed
        08:00 bot program: started
        08:01 bot program: connected
        59:00 bot program: heartbeat 200
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:04 bot: hi
        05:10 ⚑ crash warning high consumer: still there?
        08:05 bot: sorry for the delay
        """),
      DetectorInfo.Example(
        "The history alone: three conversations stuck together, and new ones served",
        """
        layout: history
        conversation × 3:
        00:00 opened
        00:01 bot joins
        00:02 consumer: hello
        00:04 bot: hi
        05:10 ⚑ restart error medium consumer: still there?
        conversation:
        06:00 opened
        06:01 bot joins
        06:02 consumer: hello
        06:04 bot: hi
        20:00 log ends
        """),
    ])
}

public import Model

extension ConnectorOffline {
  public static let info = DetectorInfo(
    id: "connector-offline",
    summary: "Bots whose connector was offline: not connected, not let in, silent, or connected without being online.",
    symptom: """
      The connector shows as offline though it was set to online. Either it fails to connect (wait, stop it, start it), or it is \
      refused as unauthorized, because the bot user was not created by whoever added the connector, or its key is wrong. A \
      connector may also be connected and of no use: it never asked to be online or for its conversations, a second program of \
      the same bot user throws it out, or the vendor's service behind it does not answer and it hands everything on.
      """,
    severity: "error where a consumer of the bot waited 60 s or longer meanwhile; else warning",
    causes: [
      DetectorInfo.Cause(
        "failed-connection", "The program failed to connect for two minutes or longer, with errors other than 401.",
        remedy: "Look at the platform's status page and at your way out to it, wait, then stop and start the connector."
      ),
      DetectorInfo.Cause(
        "unauthorized", "Login or socket answered 401 again and again, and the bot had never been let in before.",
        remedy:
          "Have whoever created the bot user add the connector, or use a bot user of your own, and check its key."),
      DetectorInfo.Cause(
        "silent",
        "A program that asked for the time again and again was not heard of any more; or, from the history alone, "
          + "the bot left several conversations waiting and served no new one.",
        remedy: "Restart the connector, watch its heartbeats from outside, and run two of them."),
      DetectorInfo.Cause(
        "not-online", "The bot connected, but did not set itself online or did not subscribe to its rings.",
        remedy: "Call SetAgentState with ONLINE and SubscribeRoutingTasks after every connect."),
      DetectorInfo.Cause(
        "session-collision", "Two programs with one bot user: whenever one connects, the platform closes the other.",
        remedy: "Give every program a bot user of its own."),
      DetectorInfo.Cause(
        "vendor-interruption",
        "The bot accepted conversation after conversation and handed each on at once, without a word.",
        remedy: "Check the service behind the bot, its address, its key and its quota."),
    ],
    inputs: """
      A log of the bot's own connection shows when it was not connected; heartbeats in it show when it stood still. From the \
      history alone only its consequences are seen: turns that stay unanswered, conversations handed on. Whether anybody had to \
      wait needs the conversations of the same time, from the same log or a history export.
      """,
    judgesFrom: [.connections, .logins, .historyMessages, .messageEvents],
    notFlagged: [
      "A connector that was stopped: closed with 1000, without an error.",
      "Connections made anew within 60 s after 4401, 4407 or 1011: the token was old.",
      "Less than two minutes without a connection.",
      "Quiet nights in logs without heartbeats, and logs that were rotated.",
      "A bot of which another connector was up all the while.",
      "A bot that set itself away, back soon, offline or occupied.",
      "A bot that is refused after it had been let in before: that is bot-login-failure.",
      "A failed renewal of the session, and errors while the program is connected.",
    ],
    guards: [
      DetectorInfo.Guard(
        "short-gap", "Failures to connect that were over in less than `offline-after` are not reported."),
      DetectorInfo.Guard(
        "log-ends", "What the log ends too soon to tell is left undecided, and no consumer counts as waiting."),
      DetectorInfo.Guard(
        "token-refresh", "A connection that was closed for an old token and soon made anew is not reported."),
      DetectorInfo.Guard("another-connector", "An outage that another program of the bot bridged is not reported."),
      DetectorInfo.Guard("served-before", "Refusals of a bot that was let in before are not reported as unauthorized."),
      DetectorInfo.Guard("no-heartbeats", "Silence in a log without heartbeats is not reported."),
      DetectorInfo.Guard("explained", "Silence after the connection was closed or failed is not reported as silence."),
      DetectorInfo.Guard("log-rotated", "Silence between two files of a log is not reported: one may be missing."),
      DetectorInfo.Guard(
        "log-ended", "Silence after the last line of a log is not reported where the bot still speaks."),
      DetectorInfo.Guard(
        "other-signs", "Silence of heartbeats is not reported while the bot speaks, receives anything or is answered."),
      DetectorInfo.Guard(
        "request-not-logged", "A missing request is not reported where the log shows none of its kind."),
      DetectorInfo.Guard(
        "lost-at-once", "A connection that was lost again before the bot could go online is not reported."),
      DetectorInfo.Guard("availability-chosen", "A bot that chose another state than online is not reported."),
      DetectorInfo.Guard("planned-stop", "A program that was replaced and closed in good order is no collision."),
      DetectorInfo.Guard(
        "bot-spoke", "Conversations in which the bot said anything are not counted as handed on without a word."),
      DetectorInfo.Guard(
        "taken-away", "A turn that was taken away from the bot before its time was over does not count as waiting."),
      DetectorInfo.Guard("answered-by-a-person", "A turn that a person answered does not count as waiting."),
      DetectorInfo.Guard("bot-away", "A turn while the bot was away on purpose does not count as waiting."),
      DetectorInfo.Guard(
        "closed-soon", "A turn whose conversation was closed before its time was over does not count as waiting."),
    ],
    unit: .bots,
    settings: Settings.infos,
    remedy: "Look into the connector's details for its error, wait, then stop and start it.",
    documentation:
      "https://developers.liveperson.com/conversation-builder-testing-deployment-deploying-to-conversational-cloud.html#troubleshoot-a-deployment",
    examples: [
      DetectorInfo.Example(
        "Near miss: stopped on purpose, a token renewed, and two failures that were over in less than two minutes",
        """
        00:00 bot program: connected
        10:00 bot program: closed 4401
        10:05 bot program: connected
        20:00 bot program: closed 1006
        20:01 bot program: failed messaging reconnect
        20:30 bot program: failed domains reconnect
        22:00 bot program: connected
        30:00 bot program: closed 1000
        40:00 log ends
        """),
      DetectorInfo.Example(
        "It could not connect, and a consumer waited",
        """
        layout: bot log and history
        conversation:
        00:00 bot program: connected
        00:10 opened
        00:11 bot joins
        00:12 consumer: hello
        00:13 bot: hi
        01:00 ⚑ failed-connection error high bot program: closed 1006
        01:01 bot program: failed messaging reconnect
        01:20 consumer: are you there
        01:31 bot program: failed domains reconnect
        04:00 bot program: connected
        04:05 bot: yes
        10:00 log ends
        """),
      DetectorInfo.Example(
        "It was never let in",
        """
        00:00 ⚑ unauthorized warning high bot program: login 401 connect
        00:05 bot program: login 401 connect
        10:00 log ends
        """),
      DetectorInfo.Example(
        "Its heartbeats ended",
        """
        00:00 bot program: connected
        00:30 bot program: heartbeat 200
        01:00 bot program: heartbeat 200
        01:30 bot program: heartbeat 200
        02:00 bot program: heartbeat 200
        02:30 ⚑ silent warning high bot program: heartbeat 200
        10:00 bot program: started
        10:01 bot program: connected
        """),
      DetectorInfo.Example(
        "It connected, and did not ask for its conversations",
        """
        00:00 bot program: connected
        00:01 bot program: availability online 200
        00:02 bot program: ringsSubscribed 200
        10:00 bot program: closed 1006
        10:05 ⚑ not-online warning high bot program: connected
        10:06 bot program: availability online 200
        20:00 bot program: closed 1000
        """),
      DetectorInfo.Example(
        "Two programs throw each other out",
        """
        00:00 bot program: connected
        00:30 ⚑ session-collision warning medium bot program: connected [log 2]
        00:31 bot program: closed 1006
        00:36 bot program: connected
        00:37 bot program: closed 1006 [log 2]
        00:42 bot program: connected [log 2]
        00:43 bot program: closed 1006
        00:50 bot program: connected
        """),
    ])
}

public import Model

extension ManagerJoinRefused {
  public static let info = DetectorInfo(
    id: "manager-join-refused",
    summary: "People who asked to join a conversation that a bot has, and were refused.",
    symptom: """
      A manager wants to join a conversation that a bot has, and cannot. Joining is for messaging conversations: a live chat of \
      a bot cannot be joined, and the button for it is not even shown. Where a program asks all the same, or where a permission \
      is missing, the platform refuses the request.
      """,
    severity: "info; warning from `warning-conversations` conversations of one user and UTC day on",
    causes: [
      DetectorInfo.Cause(
        "chat-channel", "The conversation is a live chat.",
        remedy: "Let the bot transfer the chat to a person instead of joining it: live chats of bots cannot be joined."),
      DetectorInfo.Cause(
        "suggested-agent", "The conversation is offered to the user as a suggested agent.",
        remedy: "Accept the conversation that was transferred to the user, rather than joining it."),
      DetectorInfo.Cause(
        "already-participant", "The user is in the conversation already, as manager, reader or its agent.",
        remedy:
          "Open the conversation where the user already has it, or let him leave it before he joins in another role."),
      DetectorInfo.Cause(
        "not-open", "The conversation was closed long before the request, or is locked.",
        remedy: "Nothing is wrong; look at closed conversations in the list of all conversations."),
      DetectorInfo.Cause(
        "permission-or-unknown", "Nothing in the log explains it; the user's permissions may.",
        remedy: "Check that the user's profile has the permissions to see all conversations and to join other agents'."),
    ],
    inputs: """
      Only a log of the socket of whoever asked shows the request and its answer; a button that is not shown leaves no trace. \
      Text logs of the vendor's sample bots do not say which conversation a refused request was about, and history shows only \
      who joined. Beside the requests, history and conversation changes tell who is a bot and had the conversation.
      """,
    judgesFrom: [.exchanges],
    notFlagged: [
      "Requests that were answered with success, were not answered, or failed because the platform did.",
      "Conversations that nobody had.",
      "A button that is hidden: it leaves no request.",
      "What text logs tell of refused requests: they do not name the conversation.",
      "Requests of a log without times.",
    ],
    guards: [
      DetectorInfo.Guard("reader", "Requests to join as reader, which is merely to look."),
      DetectorInfo.Guard("server-error", "Requests that the platform failed to answer: codes of 500 and above."),
      DetectorInfo.Guard("asked-by-a-bot", "Requests of bots."),
      DetectorInfo.Guard(
        "joined-after-all",
        "Users whose request for the same conversation succeeds within `retry-window`, before or after."
      ),
      DetectorInfo.Guard("survey", "Conversations that are over but for their survey."),
      DetectorInfo.Guard(
        "closed-or-handed-on",
        "Conversations that were closed, handed on or taken over within `change-window` before or after the request."),
      DetectorInfo.Guard("not-a-bots", "Conversations that a person had."),
      DetectorInfo.Guard(
        "log-ends", "Requests so shortly before the log ends that nobody knows if another one succeeded."),
    ],
    settings: Settings.infos,
    remedy: "Use the messaging view of managers, and check the permissions of the user's profile.",
    documentation: "https://knowledge.liveperson.com/admin-settings-permissions-profiles.html",
    examples: [
      DetectorInfo.Example(
        "Near misses: a second try that works, a person's conversation, and one that has just closed",
        """
        layout: bot log
        conversation:
        00:00 opened
        00:01 bot joins
        10:00 human asks to join as manager -> 403
        10:40 human asks to join as manager -> 200
        conversation:
        00:00 opened
        00:01 agent joins
        10:00 human asks to join as manager -> 403
        conversation:
        00:00 opened
        00:01 bot joins
        09:30 closed
        10:00 human asks to join as manager -> 403
        20:00 log ends
        """),
      DetectorInfo.Example(
        "Refused in a live chat, and without a reason",
        """
        layout: bot log
        conversation:
        channel: CHAT
        00:00 opened
        00:01 bot joins
        10:00 ⚑ chat-channel info medium human asks to join as manager -> 403
        conversation:
        channel: SHARK
        00:00 opened
        00:01 bot joins
        10:00 ⚑ permission-or-unknown info low agent asks to join as manager -> 400 without a reason
        20:00 log ends
        """),
      DetectorInfo.Example(
        "One user, one day, one finding: the first",
        """
        layout: bot log
        conversation:
        00:00 opened
        00:01 bot joins
        10:00 ⚑ permission-or-unknown warning human asks to join as manager -> 403
        10:10 human asks to join as agent -> 403
        conversation × 2:
        00:00 opened
        00:01 bot joins
        11:00 human asks to join as manager -> 403
        20:00 log ends
        """),
    ])
}

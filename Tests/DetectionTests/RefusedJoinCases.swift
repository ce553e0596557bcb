import Detection

extension TranscriptCase {
  static let refusedJoins = refusedJoinCauses + refusedJoinGroups + refusedJoinDecoys

  private static func join(
    _ title: String, settings: KeyValuePairs<String, String> = [:], _ transcript: String
  ) -> TranscriptCase {
    TranscriptCase(title, ManagerJoinRefused.self, settings, "layout: bot log\n" + transcript + "\n01:00:00 log ends")
  }

  private static let begun = "00:00 opened\n00:01 bot joins\n"

  private static let refusedJoinCauses: [TranscriptCase] = [
    join(
      "refused for no reason that the log shows",
      "\(begun)10:00 ⚑ permission-or-unknown info medium human asks to join as manager -> 403"),
    join("as the agent", "\(begun)10:00 ⚑ permission-or-unknown info medium human asks to join as agent -> 400"),
    join(
      "without a word",
      "\(begun)10:00 ⚑ permission-or-unknown info low human asks to join as manager -> 400 without a reason"),
    join(
      "the least and the greatest code of a refusal",
      """
      conversation:
      \(begun)10:00 ⚑ human asks to join as manager -> 400
      conversation:
      \(begun)10:00 ⚑ agent asks to join as manager -> 499
      """),
    join("by somebody of whom nothing is known", "\(begun)10:00 ⚑ agent asks to join as manager -> 403"),
    join(
      "live chats, by channel and by dialog",
      """
      conversation:
      channel: Live_Chat
      \(begun)10:00 ⚑ chat-channel human asks to join as manager -> 403
      conversation:
      channel: SHARK
      \(begun)chat
      10:00 ⚑ chat-channel agent asks to join as manager -> 403
      """),
    join(
      "a channel of messages whose name has the word",
      "channel: Apple Business Chat\n\(begun)10:00 ⚑ permission-or-unknown human asks to join as manager -> 403"),
    join(
      "a suggested agent",
      "\(begun)09:00 human is suggested\n10:00 ⚑ suggested-agent human asks to join as manager -> 403"),
    join(
      "in it already",
      """
      conversation:
      \(begun)09:00 human joins as manager
      10:00 ⚑ already-participant human asks to join as manager -> 403
      conversation:
      \(begun)09:00 agent joins as reader
      10:00 ⚑ already-participant agent asks to join as manager -> 403
      """),
    join(
      "in it only later",
      "\(begun)10:00 ⚑ permission-or-unknown human asks to join as manager -> 403\n12:00 human joins as manager"),
    join(
      "assigned to it only later",
      """
      \(begun)09:00 human is suggested
      10:00 ⚑ suggested-agent human asks to join as manager -> 403
      12:00 human joins
      """),
    join(
      "closed for more than a minute",
      "\(begun)08:59.999 closed\n10:00 ⚑ not-open human asks to join as manager -> 403"),
    join("locked", "\(begun)locked\n10:00 ⚑ not-open human asks to join as manager -> 403"),
    join(
      "closed and open again",
      "\(begun)05:00 closed\n06:00 open\n10:00 ⚑ permission-or-unknown human asks to join as manager -> 403"),
    join(
      "the first cause that holds",
      "channel: chat\n\(begun)locked\n09:00 human joins as reader\n10:00 ⚑ chat-channel human asks to join as manager -> 403"
    ),
  ]

  private static let refusedJoinGroups: [TranscriptCase] = [
    join(
      "two conversations are none too many, and the first counts",
      """
      conversation:
      \(begun)11:00 human asks to join as manager -> 403
      conversation:
      \(begun)10:00 ⚑ info human asks to join as manager -> 403
      """),
    join(
      "three are too many",
      """
      conversation × 2:
      \(begun)11:00 human asks to join as manager -> 403
      conversation:
      \(begun)10:00 ⚑ warning human asks to join as manager -> 403
      """),
    join(
      "three requests for one conversation",
      """
      \(begun)10:00 ⚑ info human asks to join as manager -> 403
      11:00 human asks to join as manager -> 403
      12:00 human asks to join as manager -> 403
      """),
    join(
      "each user for himself",
      """
      conversation:
      \(begun)10:00 ⚑ info human asks to join as manager -> 403
      11:00 ⚑ info agent asks to join as manager -> 403
      """),
    join(
      "somebody that nothing names is told from nobody",
      """
      conversation:
      \(begun)10:00 ⚑ info somebody asks to join as manager -> 403
      11:00 somebody asks to join as manager -> 403
      conversation:
      \(begun)10:00 ⚑ info somebody asks to join as manager -> 403
      """),
    TranscriptCase(
      "each day for itself", ManagerJoinRefused.self, [:],
      """
      layout: bot log
      \(begun)13:59:59.999 ⚑ human asks to join as manager -> 403
      14:00:00 ⚑ human asks to join as manager -> 403
      20:00:00 log ends
      """),
    join(
      "fewer may be too many", settings: ["warning-conversations": "1"],
      "\(begun)10:00 ⚑ warning human asks to join as manager -> 403"),
  ]

  private static let refusedJoinDecoys: [TranscriptCase] = [
    join("to look is not to join", "\(begun)10:00 human asks to join as reader -> 403\n→ judged"),
    join(
      "answered otherwise",
      """
      conversation:
      \(begun)10:00 human asks to join as manager -> 200
      conversation:
      \(begun)10:00 human asks to join as manager -> 399
      conversation:
      \(begun)10:00 human asks to join as manager -> no answer
      conversation:
      \(begun)10:00 human asks to join as manager -> unknown
      → judged
      """),
    join(
      "the platform failed",
      "\(begun)10:00 human asks to join as manager -> 500\n20:00 human asks to join as manager -> 503"),
    join("bots join as they like", "\(begun)10:00 manager bot asks to join as manager -> 403"),
    join(
      "success within a minute, and later",
      """
      conversation:
      \(begun)10:00 human asks to join as manager -> 403
      11:00 human asks to join as manager -> 200
      conversation:
      \(begun)10:00 ⚑ agent asks to join as manager -> 403
      11:00.001 agent asks to join as manager -> 200
      """),
    join(
      "a second request right after the first",
      "\(begun)10:00 human asks to join as manager -> 200\n10:02 human asks to join as manager -> 403"),
    join(
      "others' success, and to look, are not the user's",
      """
      conversation:
      \(begun)10:00 ⚑ human asks to join as manager -> 403
      10:10 agent asks to join as manager -> 200
      10:20 human asks to join as reader -> 200
      """),
    join(
      "closed meanwhile",
      """
      conversation:
      \(begun)09:00 closed
      10:00 human asks to join as manager -> 403
      conversation:
      \(begun)10:00 human asks to join as manager -> 403
      11:00 closed
      conversation:
      \(begun)10:00 ⚑ agent asks to join as manager -> 403
      11:00.001 closed
      """),
    join(
      "handed on, taken over or put back meanwhile",
      """
      conversation:
      \(begun)10:00 human asks to join as manager -> 403
      10:30 transferred
      conversation:
      \(begun)09:30 transferred
      10:00 human asks to join as manager -> 403
      conversation:
      \(begun)10:00 human asks to join as manager -> 403
      10:30 agent joins
      conversation:
      \(begun)10:00 human asks to join as manager -> 403
      10:30 unassigned
      """),
    join(
      "nobody had it before the bot came",
      "09:50 opened\n09:51 unassigned\n09:52 bot joins\n10:00 ⚑ human asks to join as manager -> 403"),
    join("a person has it", "\(begun)05:00 agent joins\n10:00 human asks to join as manager -> 403"),
    join("nobody has it", "00:00 opened\n10:00 human asks to join as manager -> 403\nconversation:\n\(begun)"),
    join("a bot is only suggested", "00:00 opened\n00:01 bot is suggested\n10:00 human asks to join as manager -> 403"),
    join(
      "a survey is all that is left, as its own times, its messages or the main dialog tell",
      """
      conversation:
      \(begun)02:00 consumer: bye
      05:00 closed
      dialog: survey
      05:01 survey begins
      dialog: main
      10:00 human asks to join as manager -> 403
      conversation:
      \(begun)02:00 consumer: bye
      dialog: survey
      05:01 survey bot: how was it?
      dialog: main
      10:00 human asks to join as manager -> 403
      20:00 closed
      conversation:
      \(begun)02:00 consumer: bye
      05:00 dialog ends
      dialog: survey
      20:01 survey bot: how was it?
      dialog: main
      10:00 human asks to join as manager -> 403
      20:00 closed
      """),
    join(
      "a survey that is over, and one that has not begun",
      """
      conversation:
      \(begun)02:00 consumer: bye
      05:00 dialog ends
      dialog: survey
      05:01 survey begins
      06:00 dialog ends
      dialog: main
      06:00 closed
      10:00 ⚑ not-open human asks to join as manager -> 403
      conversation:
      \(begun)02:00 consumer: bye
      10:00 ⚑ permission-or-unknown agent asks to join as manager -> 403
      15:00 dialog ends
      dialog: survey
      15:01 survey bot: how was it?
      """),
    TranscriptCase(
      "the log ends", ManagerJoinRefused.self, [:],
      "layout: bot log\n\(begun)10:00 human asks to join as manager -> 403\n10:59.999 log ends\n→ undecided"),
    TranscriptCase(
      "the log ends a minute later", ManagerJoinRefused.self, [:],
      "layout: bot log\n\(begun)10:00 ⚑ human asks to join as manager -> 403\n11:00 log ends"),
    join(
      "no times",
      "\(begun)10:00 human asks to join as manager -> 403 [unlogged]\n→ not applicable: the log has no times"),
    TranscriptCase(
      "an export shows no requests", ManagerJoinRefused.self, [:],
      "\(begun)→ not applicable: not in a log of an agent's own requests"),
    join(
      "no bot is known",
      "bots: unknown\n\(begun)10:00 human asks to join as manager -> 403\n→ not applicable: no bot is known"),
    join(
      "other windows", settings: ["retry-window": "10s", "change-window": "10s"],
      """
      conversation:
      \(begun)10:00 ⚑ human asks to join as manager -> 403
      10:11 human asks to join as manager -> 200
      10:11 closed
      """),
  ]
}

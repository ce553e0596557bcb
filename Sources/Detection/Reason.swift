/// Why a conversation or a bot could not be judged: no input could have shown the problem.
public enum Reason: Int, Sendable, CaseIterable {
  case noBotKnown, noMessages, noHolder, botUnheard, noTimes, noMessageEvents
  case channelUnknown, notSMS, notAgentRequests, notBotConnection
  case noLogins, noConnection, noBotLog

  public var text: String {
    switch self {
    case .noBotKnown: "no bot is known"
    case .noMessages: "the export has no messages"
    case .noHolder: "nobody is known to have had the conversation"
    case .botUnheard: "the log does not show what the bot says"
    case .noTimes: "the log has no times"
    case .noMessageEvents: "the log has no message events of the bot"
    case .channelUnknown: "the channel is unknown"
    case .notSMS: "not a conversation over SMS"
    case .notAgentRequests: "not in a log of an agent's own requests"
    case .notBotConnection: "not in a log of the bot's own connection"
    case .noLogins: "no logins of the bot are logged"
    case .noConnection: "no log of the bot's connection"
    case .noBotLog: "no log of the bot's connection, logins or account"
    }
  }
}

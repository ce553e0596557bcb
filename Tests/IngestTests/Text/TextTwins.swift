/// Logs as the vendor's sample bots and the Java connectors write them; all that they say is made up.
enum TextTwins {
  static let bot = "50cc5ed8-4eda-5aec-896f-5a16e6843acb"
  static let consumer = "ae6985bb-ef19-45ad-a76c-5da71d07b2b9"
  static let dialog = "71ea9cfc-b070-4bfe-a551-7335e691e390"

  static let change =
    #"{"subscriptionId":"s-1","changes":[{"type":"UPSERT","result":{"convId":"\#(dialog)","conversationDetails":{"skillId":"-1","brandId":"5308986","participants":[{"id":"\#(consumer)","role":"CONSUMER"},{"id":"\#(bot)","role":"ASSIGNED_AGENT"}],"state":"OPEN","startTs":1772474400000}}}]}"#
  static let ring =
    #"{"subscriptionId":"s-2","changes":[{"type":"UPSERT","result":{"ringsDetails":[{"ringId":"\#(dialog)_5308986_1772474400000","ringExpiration":72000,"ringState":"WAITING"}]}}]}"#
  static let online =
    #"{"subscriptionId":"s-3","changes":[{"type":"UPSERT","result":{"channels":["MESSAGING"],"availability":"ONLINE"}}]}"#
  static let text =
    #"{"dialogId":"\#(dialog)","changes":[{"sequence":1,"originatorId":"\#(consumer)","originatorMetadata":{"id":"\#(consumer)","role":"CONSUMER"},"serverTimestamp":1772474404000,"event":{"type":"ContentEvent","message":"two | {kites}","contentType":"text/plain"},"dialogId":"\#(dialog)","__isMe":false}]}"#
  static let flat =
    #"{"dialogId":"\#(dialog)","sequence":1,"message":"two | {kites}","originatorMetadata":{"id":"\#(consumer)","role":"CONSUMER"}}"#
  static let loginError = #"{"code":401,"service":"authentication.login","error":null}"#
  static let networkError =
    #"{"code":"ENOTFOUND","errno":"ENOTFOUND","syscall":"getaddrinfo","hostname":"kite.example","port":443}"#

  /// A line as winston's console writes it with colours.
  static func colored(_ second: Int, _ level: String, _ words: String) -> String {
    let color = ["error": 31, "warn": 33, "info": 32, "silly": 35][level] ?? 32
    return "2026-03-02T18:00:0\(second).103Z - \u{1B}[\(color)m\(level)\u{1B}[39m: \(words)"
  }

  /// One start, one conversation, one lost connection; most events are logged twice, one message three times.
  static let winston: [String] = [
    colored(0, "warn", "[agent.js] Error loading config: Error: Cannot find module './config/config.js'"),
    "Require stack:", "- /opt/bot/agent.js",
    colored(1, "info", #"[bot.js] connected: {"connected":true,"ts":1772474401000}"#),
    colored(1, "info", #"[agent.js] CONNECTED {"connected":true,"ts":1772474401000}"#),
    colored(1, "info", #"[bot.js] subscribeAgentsState: {"subscriptionId":"s-3"}"#),
    colored(1, "info", #"[bot.js] setAgentState: "Agent state updated successfully""#),
    colored(1, "info", #"[bot.js] subscribeExConversations: {"subscriptionId":"s-1"}"#),
    colored(1, "info", #"[bot.js] subscribeRoutingTasks: {"subscriptionId":"s-2"}"#),
    colored(1, "info", "[bot.js] agentId: \(bot)"),
    colored(2, "info", "[bot.js] routing.AgentStateNotification: \(online)"),
    colored(2, "info", "[agent.js] AGENT_STATE_NOTIFICATION \(online)"),
    colored(3, "info", "[bot.js] routing.RoutingTaskNotification: \(ring)"),
    colored(3, "info", "[agent.js] ROUTING_NOTIFICATION \(ring)"),
    colored(3, "info", #"[bot.js] acceptWaitingConversations: Joined conversation undefined, "Ring state updated""#),
    colored(4, "info", "[bot.js] cqm.ExConversationChangeNotification: \(change)"),
    colored(4, "info", #"[bot.js] getConsumerProfile: conversation \#(dialog) consumerProfile [{"type":"ctmrinfo"}]"#),
    colored(4, "info", "[bot.js] subscribeMessagingEvents: success"),
    colored(4, "info", "[agent.js] CONVERSATION_NOTIFICATION \(change)"),
    colored(5, "info", "[bot.js] ms.MessagingEventNotification: \(text)"),
    colored(5, "info", "[agent.js] CONTENT_NOTIFICATION \(flat)"),
    colored(5, "silly", "[bot.js] \(text) | \(flat)"),
    colored(6, "warn", "[bot.js] socket closed: 1006"),
    colored(6, "warn", "[bot.js] reconnecting in 5s (attempt 1 of 35)"),
    colored(7, "error", "[bot.js] \(networkError)"),
    colored(7, "error", "[agent.js] ERROR \(networkError)"),
    colored(8, "error", #"[bot.js] \#(loginError) | {"location":"Reconnect#Relogin#WS"}"#),
    colored(9, "error", #"[bot.js] setAgentState: {"code":429,"body":"Too many requests"}"#),
  ]
}

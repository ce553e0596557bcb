import Model

@testable import Ingest

/// Which layout gives which facts, shown by a twin of each: `LayoutInfo.tells` is held to it.
enum LayoutTable {
  struct Row {
    let twin: String
    let text: String
    /// The layout that it is a twin of.
    let layout: String
    /// The layouts of what lies in it.
    var inner: Set<String> = []
    /// How many facts of each kind it gives.
    let facts: [FactKind: Int]

    var isJSON: Bool { Formats.all.contains { $0.name == layout } }
  }

  static let rows = [
    Row(
      twin: "HistoryTwins.newest", text: HistoryTwins.newest, layout: "history-page", inner: ["history-record"],
      facts: [.historyMessages: 4, .bots: 1]),
    Row(
      twin: "OlderHistoryTwins.page2017", text: OlderHistoryTwins.page2017, layout: "history-page",
      inner: ["history-record"],
      facts: [.historyMessages: 2]),
    Row(
      twin: "a record by itself",
      text:
        #"{"info":{"conversationId":"c"},"agentParticipants":[{"agentId":7,"userType":"2"}],"messageRecords":[{"seq":0}]}"#,
      layout: "history-record", facts: [.historyMessages: 1, .bots: 1]),
    Row(
      twin: "WebhookTwins.conversation", text: WebhookTwins.conversation, layout: "webhook",
      facts: [.messageEvents: 3, .conversationChanges: 1]),
    Row(
      twin: "SocketTwins.whatsApp", text: SocketTwins.whatsApp, layout: "socket-frame",
      facts: [.conversationChanges: 1, .agentChanges: 1]
    ),
    Row(
      twin: "SocketTwins.onlineEvent", text: agentEvent, layout: "socket-frame", facts: [.messageEvents: 1]),
    Row(
      twin: "RequestTwins.publishText", text: RequestTwins.publishText, layout: "socket-frame", facts: [.exchanges: 1]),
    Row(
      twin: "an answer of the Connector API",
      text: RequestTwins.publishText + "\n" + #"{"reqId":"2","code":"OK","body":{"sequence":3}}"#,
      layout: "socket-frame", facts: [.exchanges: 1, .messageEvents: 1]),
    Row(
      twin: "RequestTwins.otherRequests", text: RequestTwins.otherRequests, layout: "socket-frame",
      facts: [.availability: 1, .connections: 2]),
    Row(
      twin: "SDKTwins.upsert", text: SDKTwins.upsert, layout: "sdk-event",
      facts: [.messageEvents: 1, .conversationChanges: 1, .agentChanges: 1, .bots: 1]),
    Row(twin: "SDKTwins.agentState", text: SDKTwins.agentState, layout: "sdk-event", facts: [.availability: 1]),
    Row(twin: "SDKAnswerTwins.answers", text: SDKAnswerTwins.answers, layout: "sdk-answer", facts: [:]),
    Row(
      twin: "SDKAnswerTwins.connection", text: SDKAnswerTwins.connection, layout: "sdk-answer", facts: [.connections: 2]
    ),
    Row(
      twin: "a refused login", text: #"{"code":401,"service":"authentication.login","error":null}"#,
      layout: "sdk-answer",
      facts: [.logins: 1]),
    Row(
      twin: "OtherTwins.consumerMessages", text: OtherTwins.consumerMessages, layout: "consumer-history",
      inner: ["sdk-event"], facts: [.historyMessages: 4]),
    Row(
      twin: "OtherTwins.consumerConversations", text: OtherTwins.consumerConversations, layout: "consumer-history",
      inner: ["sdk-event"], facts: [.conversationChanges: 1]),
    Row(
      twin: "OtherTwins.chats", text: OtherTwins.chats, layout: "chat-history", inner: ["history-record"], facts: [:]),
    Row(
      twin: "OtherTwins.singer", text: OtherTwins.singer, layout: "singer", inner: ["history-record"],
      facts: [.historyMessages: 2, .bots: 1]),
    Row(
      twin: "OtherTwins.singerUsers", text: OtherTwins.singerUsers, layout: "singer", inner: ["agent-status"],
      facts: [.logins: 1, .availability: 1, .connections: 1, .accounts: 1]),
    Row(
      twin: "AgentTwins.wrapped", text: AgentTwins.wrapped, layout: "data-access-file",
      facts: [.logins: 2, .availability: 1]),
    Row(twin: "AgentTwins.engagements", text: AgentTwins.engagements, layout: "data-access-file", facts: [:]),
    Row(twin: "AgentTwins.listing", text: AgentTwins.listing, layout: "data-access-listing", facts: [:]),
    Row(
      twin: "AgentTwins.changes", text: AgentTwins.changes, layout: "agent-activity",
      facts: [.logins: 2, .availability: 2]),
    Row(
      twin: "AgentTwins.changesByAgent", text: AgentTwins.changesByAgent, layout: "agent-activity",
      facts: [.logins: 2, .availability: 2]),
    Row(
      twin: "AgentTwins.statuses", text: AgentTwins.statuses, layout: "agent-status",
      facts: [.availability: 2, .connections: 2]),
    Row(twin: "AgentTwins.users", text: AgentTwins.users, layout: "user", facts: [.accounts: 4, .bots: 1]),
    Row(twin: "AgentTwins.delta", text: AgentTwins.delta, layout: "user", facts: [.accounts: 2]),
    Row(twin: "AgentTwins.audit", text: AgentTwins.audit, layout: "audit-trail", facts: [.accounts: 2]),
    Row(twin: "AgentTwins.login", text: AgentTwins.login, layout: "login", facts: [.logins: 1]),
    Row(twin: "AgentTwins.loginRefused", text: AgentTwins.loginRefused, layout: "login", facts: [.logins: 1]),
    Row(twin: "AgentTwins.sessionExpired", text: AgentTwins.sessionExpired, layout: "login", facts: [.connections: 1]),
    Row(
      twin: "AgentTwins.recordedLogins", text: AgentTwins.recordedLogins, layout: "login-record", facts: [.logins: 3]),
    Row(twin: "AgentTwins.usage", text: AgentTwins.usage, layout: "data-usage", facts: [:]),
    Row(twin: "OtherTwins.listed", text: OtherTwins.listed, layout: "sms-gateway", facts: [.gatewayMessages: 2]),
    Row(
      twin: "OtherTwins.webhooks", text: OtherTwins.webhooks, layout: "sms-gateway", inner: ["envelope"],
      facts: [.gatewayMessages: 2]),
    Row(twin: "AgentTwins.agentEntry", text: AgentTwins.agentEntry, layout: "fragment", facts: [.bots: 1]),
    Row(twin: "AgentTwins.participants", text: AgentTwins.participants, layout: "fragment", facts: [:]),
    Row(
      twin: "an envelope", text: #"{"time":1790000000000,"frame":{"kind":"req","id":1,"type":"x"}}"#,
      layout: "envelope",
      inner: ["socket-frame"], facts: [:]),
    Row(
      twin: "an event with its name", text: #"{"time":1790000000000,"event":"closed","body":1006}"#, layout: "envelope",
      facts: [.connections: 1]),
    Row(
      twin: "an answer with its call's name",
      text: #"{"time":1790000000000,"event":"setAgentState","body":"Agent state updated successfully"}"#,
      layout: "envelope", facts: [.availability: 1]),
    Row(
      twin: "a login with its name",
      text: #"{"time":1790000000000,"event":"success","body":{"location":"Connect#Login"}}"#, layout: "envelope",
      facts: [.logins: 1]),
    Row(
      twin: "TextTwins.winston", text: TextTwins.winston.joined(separator: "\n"), layout: "bot-log",
      inner: ["sdk-event", "sdk-answer"],
      facts: [
        .messageEvents: 1, .conversationChanges: 1, .agentChanges: 1, .bots: 1, .connections: 7, .logins: 1,
        .availability: 3,
      ]),
    Row(
      twin: "a ring accepted",
      text: #"info: [bot.js] acceptWaitingConversations: Joined conversation "c-1", "Ring state updated successfully""#,
      layout: "bot-log", facts: [.exchanges: 1]),
    Row(
      twin: "a text sent", text: "18:00:01 INFO sent SMS {From=[+15550100], To=[+15550101], Body=[Two kites]}",
      layout: "bot-log", facts: [.gatewayMessages: 1]),
    Row(
      twin: "a form by itself", text: "MessageSid=SM17&NumMedia=1&MediaContentType0=image%2Fpng&Body=",
      layout: "gateway-form", inner: ["bot-log"], facts: [.gatewayMessages: 1]),
    Row(
      twin: "a table of messages",
      text: """
        conversation_id,message_data,sent_by,seq,type,context_data,participant_id
        c-1,,Consumer,0,TEXT_PLAIN,,p-1
        c-1,Two kites,Agent,1,TEXT_PLAIN,"{'rawMetadata': '[{""type"":""BotResponse""}]'}",p-2
        """,
      layout: "history-csv", facts: [.historyMessages: 2, .bots: 1]),
    Row(
      twin: "a table of changes",
      text: """
        Search Criteria
        Account ID,Start(Europe/London),End(Europe/London)
        55501,2026-03-01,2026-03-03
        Total Items
        1
        Results
        Object type,Object ID,Object name,Action type,Element,Old value,New value,Date and time,Originator
        Users,7788,kite-bot,Edit,Is enabled,true,false,2026-03-02T17:00:00,somebody
        """,
      layout: "audit-csv", facts: [.accounts: 1]),
  ]

  /// An event on an agent's socket.
  private static let agentEvent = SocketTwins.onlineEvent.replacing(
    #""type":"ms.OnlineEventDistribution""#, with: #""type":".ams.ms.OnlineEventDistribution""#)
}

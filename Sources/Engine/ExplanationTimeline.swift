import Detection
import Model

/// What happened in a conversation, in words and by time; what was said is measured, never told. Receipts are left out.
struct ExplanationTimeline {
  private let subject: Subject
  private let naming: ExplanationNames
  private var all: [Explanation.Happening] = []
  /// What was said once, by moment.
  private var said: Set<Said> = []

  private struct Said: Hashable {
    let time: Timestamp
    let what: String
  }

  init(_ subject: Subject) {
    self.subject = subject
    naming = ExplanationNames(subject)
    addBeginning()
    addDialogs()
    addMessages()
    addRequests()
    addIncidents()
    addGateway()
    addEnd()
    addOutages()
  }

  private var conversation: Conversation { subject.conversation }

  /// By time; what happens in one moment in the order of this page, and what has no time after what stands before it.
  var happenings: [Explanation.Happening] {
    var last = Int64.min
    let keys = all.map { happening -> Int64 in
      last = happening.time?.milliseconds ?? last
      return last
    }
    return all.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { all[$0] }
  }

  private mutating func add(_ time: Timestamp?, _ what: String) { all.append(Explanation.Happening(time, what)) }

  /// What is known of somebody under each of his ids is said once.
  private mutating func addOnce(_ time: Timestamp, _ what: String) {
    if said.insert(Said(time: time, what: what)).inserted { add(time, what) }
  }

  private mutating func addBeginning() {
    if let started = conversation.started.moment {
      add(started, conversation.marks.contains(.openedByBrand) ? "opened by the brand" : "opened")
    }
    for participant in conversation.participants {
      let name = naming.of(participant.id, participant.roles)
      if let assigned = participant.assigned.moment ?? participant.assignedInLog.moment {
        let logged = participant.assignedInLog.moment.flatMap { $0 == assigned ? nil : $0 }
        addOnce(assigned, "\(name) is assigned" + (logged.map { "; logged at \($0)" } ?? ""))
      }
      let others = ExplanationTraits.roles(participant.roles.subtracting([.assigned, .consumer]))
      if let joined = participant.joined.moment, !others.isEmpty { addOnce(joined, "\(name) comes as \(others)") }
    }
  }

  private mutating func addDialogs() {
    for dialog in conversation.dialogs where dialog.id != conversation.id {
      let name = "\(Self.kind(dialog)) \(dialog.id.text(subject.knowledge.names))"
      if let created = dialog.created.moment { add(created, "\(name) begins") }
      if let closed = dialog.closed.moment { add(closed, "\(name) ends") }
    }
  }

  private static func kind(_ dialog: Dialog) -> String {
    switch dialog.type {
    case .postSurvey: "survey"
    case .coBrowse: "screen sharing"
    case .main, .unlisted: "dialog"
    }
  }

  private mutating func addMessages() {
    for message in conversation.messages {
      let dialog = conversation.dialogs[Int(message.dialog)]
      var what =
        "#\(message.sequence) \(naming.sender(of: message)): \(Self.content(message.kind, message.text, message.utf16Count))"
      if message.marks.contains(.privateNote) { what += ", a private note" }
      if dialog.id != conversation.id {
        what += ", in \(Self.kind(dialog)) \(dialog.id.text(subject.knowledge.names))"
      }
      what += " [\(Self.doors(message.sightings))]"
      if let delivered = message.delivered.moment, delivered != message.time.moment {
        what += " logged at \(delivered)"
      }
      add(message.time.moment, what)
    }
  }

  private static func content(_ kind: ContentKind, _ text: TextState, _ count: UInt32) -> String {
    switch kind {
    case .richContent: return "rich content"
    case .file: return "file"
    case .secureForm: return "secure form"
    case .link: return "link"
    case .action: return "tap"
    case .text, .unknown: break
    }
    switch text {
    case .none: return "content of an unknown kind"
    case .absent: return "text message without its text"
    case .blank: return "blank text of \(count) UTF-16 units"
    case .placeholder: return "nothing but the place of an attachment"
    case .masked: return "masked text of \(count) UTF-16 units"
    case .present: return "text of \(count) UTF-16 units"
    }
  }

  private static func doors(_ sightings: Sightings) -> String {
    let words: [(Sightings, String)] = [
      (.live, "notified"), (.relayed, "relayed"), (.queried, "queried"), (.history, "history"),
      (.lastContent, "announced by a conversation change"), (.published, "sent by its own log"),
    ]
    let doors = words.filter { sightings.contains($0.0) }.map(\.1)
    return doors.isEmpty ? "seen" : doors.joined(separator: ", ")
  }

  private mutating func addRequests() {
    for exchange in conversation.exchanges {
      let side =
        exchange.side == .consumer ? "the consumer's side" : exchange.side == .unknown ? "somebody" : "the agent's side"
      let what: String
      switch exchange.kind {
      case .publish: what = "sends \(Self.content(exchange.content, exchange.text, exchange.counts.utf16))"
      case .query: what = "asks for the messages (\(exchange.items) in the answer)"
      case .acceptRing: what = "accepts the conversation"
      case .join: what = "asks to be in it as \(exchange.askedRole)"
      }
      add(exchange.time, "\(side) \(what): \(Self.outcome(exchange.outcome))")
    }
  }

  private static func outcome(_ outcome: Exchange.Outcome) -> String {
    switch outcome {
    case .unanswered: "no answer"
    case .unknown: "the log ends before an answer"
    case .answered(let code): "code \(code)"
    }
  }

  private mutating func addIncidents() {
    func spans(_ extent: Extent) -> [Timestamp] {
      let moments = [extent.earliest.moment, extent.latest.moment].compactMap(\.self)
      return moments.count == 2 && moments[0] == moments[1] ? [moments[0]] : moments
    }
    for time in Set([conversation.transferred.moment, conversation.lastTransferred.moment].compactMap(\.self)).sorted()
    {
      add(time, "transferred")
    }
    for time in spans(conversation.unassigned) { add(time, "assigned to nobody") }
    for time in spans(conversation.consumerTyping.extent) { add(time, "the consumer types") }
    for time in spans(conversation.consumerAway) {
      add(time, "the consumer's application is in the background or gone")
    }
    for time in spans(conversation.notReceived) { add(time, "a message is said not to be received") }
    if let time = conversation.consumerActed.moment { add(time, "the consumer taps") }
    if let time = conversation.unread.moment { add(time, "unread messages are counted") }
  }

  private mutating func addGateway() {
    for message in subject.knowledge.gatewayMessages(of: conversation.id) {
      add(
        message.time,
        "the SMS gateway takes in a message with \(message.mediaCount) media and "
          + (message.utf16Count == 0 ? "no text" : Self.content(.text, message.text, message.utf16Count)))
    }
  }

  private mutating func addEnd() {
    if conversation.isClosed {
      add(conversation.closedAsOf.moment, "closed")
    } else if let open = conversation.openAsOf.moment {
      add(open, "last seen open")
    }
  }

  /// The outages of its bots that touch it.
  private mutating func addOutages() {
    let times = all.compactMap(\.time)
    guard let first = times.min(), let last = conversation.isClosed ? times.max() : subject.end ?? times.max() else {
      return
    }
    for participant in conversation.participants {
      guard let timeline = subject.knowledge.timeline(of: participant.id) else { continue }
      let name = naming.of(participant.id, participant.roles)
      for outage in timeline.outages where outage.began <= last && outage.ended.map({ $0 >= first }) ?? true {
        var causes: [String] = []
        if let code = outage.closeCode { causes.append("code \(code)") }
        if outage.crashed { causes.append("crashed") }
        if outage.restarted { causes.append("started again") }
        if outage.attempts > 0 { causes.append("\(outage.attempts) attempts to connect") }
        let why = causes.isEmpty ? "" : " (\(causes.joined(separator: ", ")))"
        addOnce(
          outage.began, "\(name) is without a connection\(why)" + (outage.ended == nil ? ", to the end of its log" : "")
        )
        if let ended = outage.ended { addOnce(ended, "\(name) is connected again") }
      }
    }
  }
}

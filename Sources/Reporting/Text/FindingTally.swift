import Model

/// Findings counted for a person's summary: by detector and cause, by bot, by conversation.
///
/// It keeps no finding. What it keeps grows with the conversations that have findings, a few lines for each.
struct FindingTally: Sendable {
  struct Counts: Sendable {
    private(set) var info = 0
    private(set) var warning = 0
    private(set) var error = 0

    var total: Int { info + warning + error }
    var worst: Severity { error > 0 ? .error : warning > 0 ? .warning : .info }

    mutating func add(_ severity: Severity) {
      switch severity {
      case .info: info += 1
      case .warning: warning += 1
      case .error: error += 1
      }
    }
  }

  struct Cause: Sendable {
    var counts = Counts()
    /// Of the first finding: a cause has one remedy.
    let remedy: String
  }

  struct Detector: Sendable {
    var counts = Counts()
    var causes: [String: Cause] = [:]
  }

  struct Bot: Sendable {
    var counts = Counts()
    var detectors: [String: Int] = [:]
  }

  struct Line: Sendable {
    let severity: Severity
    let time: Timestamp?
    let detector: String
    let summary: String
  }

  struct Conversation: Sendable {
    /// Its place in order of first findings, which decides between equals.
    let place: Int
    var counts = Counts()
    /// The most severe first, and of equals the first in report order.
    var lines: [Line] = []

    static let listedLines = 3

    mutating func add(_ line: Line) {
      counts.add(line.severity)
      let index = lines.firstIndex { $0.severity < line.severity } ?? lines.endIndex
      if index == Self.listedLines { return }
      if lines.count == Self.listedLines { lines.removeLast() }
      lines.insert(line, at: index)
    }
  }

  private(set) var counts = Counts()
  private(set) var detectors: [String: Detector] = [:]
  private(set) var bots: [String: Bot] = [:]
  /// Bots, and inputs that name none, stand among them.
  private(set) var conversations: [String: Conversation] = [:]
  /// How many of those are conversations.
  private(set) var conversationsAffected = 0

  /// The more severe first, then the more numerous; of equals the one with the lesser name or place.
  static func worstFirst<Element, Place: Comparable>(
    _ elements: some Sequence<Element>, by counts: (Element) -> Counts, then place: (Element) -> Place
  ) -> [Element] {
    elements.sorted { left, right in
      let (one, other) = (counts(left), counts(right))
      return (other.worst, other.total, place(left)) < (one.worst, one.total, place(right))
    }
  }

  mutating func add(_ finding: Finding) {
    counts.add(finding.severity)
    detectors[finding.detector, default: Detector()].counts.add(finding.severity)
    detectors[finding.detector]?.causes[finding.cause, default: Cause(remedy: finding.remedy)].counts
      .add(finding.severity)
    if let bot = finding.bot {
      bots[bot, default: Bot()].counts.add(finding.severity)
      bots[bot]?.detectors[finding.detector, default: 0] += 1
    }
    if let conversation = finding.conversation ?? finding.bot.map({ "bot \($0)" }) ?? finding.source {
      let line = Line(
        severity: finding.severity, time: finding.time, detector: finding.detector, summary: finding.summary)
      let place = conversations.count
      if finding.conversation != nil, conversations[conversation] == nil { conversationsAffected += 1 }
      conversations[conversation, default: Conversation(place: place)].add(line)
    }
  }
}

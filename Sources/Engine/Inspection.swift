import Detection
import Ingest
import Model
import Reporting

/// Looks into inputs without judging them: which layouts they have, what they tell, which detectors they can feed.
public struct Inspection: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case text, json
  }

  private let configuration: Configuration
  private let suite: DetectorSuite

  /// - Throws: where a setting is none that a detector has.
  public init(_ configuration: Configuration) throws(ConfigurationError) {
    self.configuration = configuration
    suite = try DetectorSuite(configuration)
  }

  /// The inputs one after the other, so that only one lies in memory.
  /// - Parameter write: gets the page piece by piece, and returns false where nobody reads on.
  /// - Returns: the exit code.
  public func callAsFunction(_ format: Format, write: ([UInt8]) -> Bool) async -> Int32 {
    let list = InputList(configuration)
    var page: any InspectionWriter = format == .json ? InspectionJSON(toolVersion: toolVersion) : InspectionText()
    var bytes: [UInt8] = []
    var isComplete = true
    page.begin(into: &bytes)
    for summary in list.unreadable {
      page.write(inventory(FactStore(), summary), into: &bytes)
      isComplete = false
    }
    for (index, path) in list.paths.enumerated() {
      let (facts, summary) = await InputReader.read(
        path: path, input: index, options: suite.readingOptions(configuration), workers: configuration.jobs)
      isComplete = isComplete && summary.isComplete
      page.write(inventory(facts, summary), into: &bytes)
      guard write(bytes) else { return isComplete ? ExitCode.success : ExitCode.incomplete }
      bytes.removeAll(keepingCapacity: true)
    }
    page.end(into: &bytes)
    _ = write(bytes)
    return isComplete ? ExitCode.success : ExitCode.incomplete
  }

  private func inventory(_ facts: FactStore, _ summary: InputSummary) -> InputInventory {
    var facts = facts
    facts.settle()
    let knowledge = Knowledge(
      facts, shared: suite.shared, listedBots: configuration.bots, asOf: nil)
    let counts = FactCounts(facts).byKind
    let kinds = Set(counts.keys)
    let fed = Catalog.infos.filter { !$0.judgesFrom.isDisjoint(with: kinds) }.map(\.id)
    let names = facts.names
    func texts(_ ids: [Identifier]) -> [String] {
      Set(ids).filter { !$0.isAbsent }.map { $0.text(names) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    var channels: [String: Int] = [:]
    for conversation in facts.conversations where !conversation.channel.isAbsent {
      channels[conversation.channel.text(names), default: 0] += 1
    }
    return InputInventory(
      summary: summary, layouts: Self.layouts(of: summary), facts: counts, conversations: facts.conversations.count,
      messages: knowledge.messages,
      accounts: texts(facts.conversations.map(\.account) + facts.agentEvents.all.map(\.fact.account)),
      bots: knowledge.persons.botNames.values.sorted(), channels: channels, coverage: Extent(of: facts, knowledge),
      feeds: fed,
      cannotFeed: Catalog.infos.map(\.id).filter { !fed.contains($0) })
  }

  private static func layouts(of summary: InputSummary) -> [(info: LayoutInfo, records: Int)] {
    Layouts.all.compactMap { info in summary.recordsByLayout[info.name].map { (info, $0) } }
      .sorted { ($1.records, $0.info.name) < ($0.records, $1.info.name) }
  }
}

import Detection
import Model

/// What was asked for that the log does not fit: a filter that names what nothing is of leaves nothing over, and that would read as
/// health.
enum RequestNotices {
  static func all(
    _ configuration: Configuration, _ conversations: Conversations, _ knowledge: Knowledge,
    _ verdicts: [DetectorSuite.Verdict]
  ) -> [String] {
    asOf(configuration, knowledge) + bots(knowledge.persons)
      + filters(configuration, conversations, knowledge, verdicts)
  }

  private static func asOf(_ configuration: Configuration, _ knowledge: Knowledge) -> [String] {
    guard let end = configuration.asOf, let newest = knowledge.coverage.latest.moment, end < newest else { return [] }
    return ["The log goes on until \(newest), after --as-of \(end): what is later is judged, too."]
  }

  /// A login with a slip in it would leave its bot unknown.
  private static func bots(_ persons: Persons) -> [String] {
    persons.unmetBots.isEmpty
      ? [] : ["Nothing that was read speaks of these bots: \(list(persons.unmetBots.map { "'\($0)'" }))."]
  }

  private static func filters(
    _ configuration: Configuration, _ conversations: Conversations, _ knowledge: Knowledge,
    _ verdicts: [DetectorSuite.Verdict]
  ) -> [String] {
    if configuration.accounts.isEmpty, configuration.skills.isEmpty, configuration.channels.isEmpty { return [] }
    let findings = verdicts.flatMap(\.findings)
    func known(_ conversation: KeyPath<Conversation, Identifier>, _ finding: KeyPath<Finding, String?>) -> Set<String> {
      let ids = Set(conversations.map { $0[keyPath: conversation] })
      return Set(
        ids.filter { !$0.isAbsent }.map { $0.text(knowledge.names) } + findings.compactMap { $0[keyPath: finding] })
    }
    let accounts = knowledge.timelines.map(\.account).filter { !$0.isAbsent }.map { $0.text(knowledge.names) }
    return unknown("account", configuration.accounts, known(\.account, \.account).union(accounts))
      + unknown("skill", configuration.skills, known(\.skill, \.skill))
      + unknown("channel", configuration.channels, known(\.channel, \.channel))
  }

  private static let listed = 10

  private static func list(_ names: [String]) -> String {
    names.prefix(listed).joined(separator: ", ") + (names.count > listed ? ", …" : "")
  }

  private static func unknown(_ filter: String, _ wanted: Set<String>, _ known: Set<String>) -> [String] {
    let missing = wanted.subtracting(known)
    if missing.isEmpty { return [] }
    let others = known.isEmpty ? "no \(filter) is known" : "there are: \(list(known.sorted()))"
    return missing.sorted().map { "Nothing that was read is of the \(filter) '\($0)'; \(others)." }
  }
}

import Detection
import Model

/// What a run was asked for other than by default, for its reports: whoever reads that a report holds no finding must see what was
/// left out of it. What changes only its form or its speed is none of it.
enum ChangedSettings {
  /// By the keys of the configuration file, or the names of options that have none there.
  static func all(_ configuration: Configuration, _ suite: DetectorSuite) -> [(key: String, value: String)] {
    let defaults = Configuration()
    let lists = [
      ("bots", configuration.bots.sorted()), ("detectors", sorted(configuration.only)),
      ("except", sorted(configuration.except)), ("account", configuration.accounts.sorted()),
      ("skill", configuration.skills.sorted()), ("channel", configuration.channels.sorted()),
    ]
    var changes = lists.filter { !$0.1.isEmpty }.map { (key: $0.0, value: $0.1.joined(separator: ",")) }
    func add(_ key: String, _ value: String?) {
      if let value { changes.append((key, value)) }
    }
    func changed<Value: Equatable>(_ value: Value, from usual: Value) -> String? { value == usual ? nil : "\(value)" }
    add("since", configuration.since?.description)
    add("until", configuration.until?.description)
    add("as-of", configuration.asOf?.description)
    add("time-zone", configuration.timeZone?.name)
    add("min-severity", changed(configuration.minimumSeverity.rawValue, from: defaults.minimumSeverity.rawValue))
    add("fail-on", configuration.failOn?.rawValue)
    add("strict", changed(configuration.isStrict, from: defaults.isStrict))
    add("include-text", changed(configuration.excerptLength, from: defaults.excerptLength))
    add("max-record-bytes", changed(configuration.recordLimit, from: defaults.recordLimit))
    return changes + suite.changes
  }

  /// In whatever order they were named, and however often.
  private static func sorted(_ ids: [String]) -> [String] { Set(ids).sorted() }
}

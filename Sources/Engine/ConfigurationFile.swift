import Model
import Yams

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The configuration file: YAML whose keys are the long options', and `settings` by detector.
///
///     bots: [support-bot]
///     fail-on: warning
///     settings:
///       empty-message:
///         contentless-after: 15m
public enum ConfigurationFile {
  /// Where a file is looked for when none is named.
  public static let defaultPath = ".convolint.yml"

  /// Reads a file into a configuration.
  /// - Throws: where the file cannot be read, is no YAML, or holds a key or value that is not known: file and line are named.
  public static func read(_ path: String, into configuration: inout Configuration) throws(ConfigurationError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError("\(path): the configuration file cannot be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ConfigurationError("\(path): the configuration file is not UTF-8")
    }
    configuration.instructions.append(InputPath(path))
    try read(text, path: path, into: &configuration)
  }

  static func read(_ text: String, path: String, into configuration: inout Configuration) throws(ConfigurationError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw ConfigurationError("\(path): no valid YAML: \(firstLine(error))")
    }
    guard let root, root != Node("") else { return }
    guard let mapping = root.mapping else { throw ConfigurationError("\(path): a mapping of keys to values is wanted") }
    for (key, value) in mapping {
      let context = Context(path: path, line: key.mark?.line ?? 1, key: key.string ?? "")
      try read(value, context, into: &configuration)
    }
  }

  private struct Context {
    let path: String
    let line: Int
    let key: String

    func error(_ message: String) -> ConfigurationError { ConfigurationError("\(path):\(line): \(key): \(message)") }
  }

  private static func read(
    _ value: Node, _ context: Context, into configuration: inout Configuration
  ) throws(ConfigurationError) {
    switch context.key {
    case "bots": configuration.bots.formUnion(try strings(value, context))
    case "detectors": configuration.only = try detectors(value, context)
    case "except": configuration.except = try detectors(value, context)
    case "format":
      configuration.format = try string(value, context)
      guard configuration.format == "none" || ReportNames.all.contains(configuration.format) else {
        throw context.error("there is no format '\(configuration.format)'; there are: \(ReportNames.listed), none")
      }
    case "min-severity": configuration.minimumSeverity = try severity(value, context)
    case "fail-on":
      let word = try string(value, context)
      configuration.failOn = word == "none" ? nil : try severity(value, context, or: ["none"])
    case "strict": configuration.isStrict = try flag(value, context)
    case "max-record-bytes":
      guard let count = value.int, RecordLimits.allowed.contains(count) else {
        throw context.error(
          "a number from \(RecordLimits.allowed.lowerBound) to \(RecordLimits.allowed.upperBound) is wanted")
      }
      configuration.recordLimit = count
    case "time-zone":
      let name = try string(value, context)
      guard let zone = NamedZone(name) else {
        throw context.error("there is no time zone '\(name)'; a name such as Europe/Berlin is wanted")
      }
      configuration.timeZone = zone
    case "excel": configuration.isForExcel = try flag(value, context)
    case "delimiter":
      let text = try string(value, context)
      do throws(ConfigurationError) {
        configuration.delimiter = try ReportNames.delimiter(text)
      } catch {
        throw context.error(error.description)
      }
    case "settings": try readSettings(value, context, into: &configuration)
    default:
      throw context.error(
        "there is no such key; there are: bots, detectors, except, format, min-severity, fail-on, strict, "
          + "max-record-bytes, time-zone, excel, delimiter, settings")
    }
  }

  private static func readSettings(
    _ value: Node, _ context: Context, into configuration: inout Configuration
  ) throws(ConfigurationError) {
    guard let detectors = value.mapping else { throw context.error("settings by detector are wanted") }
    for (detector, settings) in detectors {
      let name = detector.string ?? ""
      let context = Context(path: context.path, line: detector.mark?.line ?? context.line, key: "settings.\(name)")
      if let complaint = DetectorSuite.complaint(aboutName: name) { throw context.error(complaint) }
      guard let settings = settings.mapping else { throw context.error("settings by key are wanted") }
      for (key, value) in settings {
        let inner = Context(
          path: context.path, line: key.mark?.line ?? context.line, key: "settings.\(name).\(key.string ?? "")")
        let setting = Configuration.Setting(
          detector: name, key: key.string ?? "", value: try string(value, inner))
        if let complaint = DetectorSuite.complaint(about: setting) { throw inner.error(complaint) }
        configuration.settings.append(setting)
      }
    }
  }

  private static func flag(_ node: Node, _ context: Context) throws(ConfigurationError) -> Bool {
    guard let flag = node.bool else { throw context.error("true or false is wanted") }
    return flag
  }

  private static func string(_ node: Node, _ context: Context) throws(ConfigurationError) -> String {
    guard let scalar = node.scalar else { throw context.error("one value is wanted") }
    return scalar.string
  }

  private static func strings(_ node: Node, _ context: Context) throws(ConfigurationError) -> [String] {
    // `bots:` with nothing behind it is no bot without a name.
    if let scalar = node.scalar, node.null == nil { return [scalar.string] }
    guard let sequence = node.sequence else { throw context.error("a list is wanted") }
    var strings: [String] = []
    for element in sequence { strings.append(try string(element, context)) }
    return strings
  }

  private static func detectors(_ node: Node, _ context: Context) throws(ConfigurationError) -> [String] {
    let ids = try strings(node, context)
    for id in ids where !DetectorPages.ids.contains(id) {
      throw context.error("there is no detector '\(id)'; there are: \(DetectorPages.ids.joined(separator: ", "))")
    }
    return ids
  }

  /// - Parameter others: words that may stand there, too.
  private static func severity(
    _ node: Node, _ context: Context, or others: [String] = []
  ) throws(ConfigurationError) -> Severity {
    guard let severity = Severity(rawValue: try string(node, context)) else {
      let words = others + Severity.allCases.map(\.rawValue)
      throw context.error("one of \(words.joined(separator: ", ")) is wanted")
    }
    return severity
  }

  private static func firstLine(_ error: any Error) -> String {
    String("\(error)".split(whereSeparator: \.isNewline).first ?? "unknown")
  }
}

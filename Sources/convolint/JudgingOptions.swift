import ArgumentParser
import Engine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The options of every command that runs the detectors: which of them, and how they are set.
struct JudgingOptions: ParsableArguments {
  @Option(help: "YAML settings (default: .convolint.yml, if there is one).")
  var config: String?

  @Flag(name: .customLong("no-config"), help: "Do not look for .convolint.yml.")
  var noConfig = false

  @Option(help: "Run only this detector. Repeatable.")
  var detector: [String] = []

  @Option(help: "Run all but this detector. Repeatable.")
  var except: [String] = []

  @Option(help: "Change a setting: <detector>.<setting>=<value>. Repeatable.")
  var set: [String] = []

  /// What the configuration file says.
  /// - Throws: where it cannot be read or meant.
  func configuration() throws -> Configuration {
    var configuration = Configuration()
    if let config {
      try ConfigurationFile.read(config, into: &configuration)
    } else if !noConfig, access(ConfigurationFile.defaultPath, F_OK) == 0 {
      try ConfigurationFile.read(ConfigurationFile.defaultPath, into: &configuration)
    }
    return configuration
  }

  /// - Throws: where they cannot be meant.
  func apply(to configuration: inout Configuration) throws {
    if !detector.isEmpty { configuration.only = detector }
    if !except.isEmpty { configuration.except = except }
    configuration.settings += try set.map { try Self.setting($0) }
  }

  private static func setting(_ text: String) throws -> Configuration.Setting {
    guard let equals = text.firstIndex(of: "="), let dot = text[..<equals].firstIndex(of: ".") else {
      throw ValidationError("--set \(text): <detector>.<setting>=<value> is wanted.")
    }
    return Configuration.Setting(
      detector: String(text[..<dot]), key: String(text[text.index(after: dot)..<equals]),
      value: String(text[text.index(after: equals)...]))
  }
}

import Model
import Testing

@testable import Engine

struct ConfigurationFileTests {
  @Test func everyKeyIsRead() throws {
    var configuration = Configuration()
    try ConfigurationFile.read(
      """
      bots: [support-bot, "4711"]
      detectors: empty-message
      except: [sms-image-drop]
      format: csv
      min-severity: warning
      fail-on: error
      strict: true
      max-record-bytes: 1048576
      settings:
        empty-message:
          contentless-after: 15m
        shared:
          mask-characters: "*#"
      """, path: "c.yml", into: &configuration)
    #expect(configuration.bots == ["support-bot", "4711"])
    #expect(configuration.only == ["empty-message"])
    #expect(configuration.except == ["sms-image-drop"])
    #expect(configuration.format == "csv")
    #expect(configuration.minimumSeverity == .warning)
    #expect(configuration.failOn == .error)
    #expect(configuration.isStrict)
    #expect(configuration.recordLimit == 1_048_576)
    #expect(
      configuration.settings == [
        Configuration.Setting(detector: "empty-message", key: "contentless-after", value: "15m"),
        Configuration.Setting(detector: "shared", key: "mask-characters", value: "*#"),
      ])
  }

  @Test func anEmptyFileChangesNothing() throws {
    for text in ["", "# nothing\n", "\n\n"] {
      var configuration = Configuration()
      try ConfigurationFile.read(text, path: "c.yml", into: &configuration)
      #expect(configuration.format == "text")
      #expect(configuration.settings.isEmpty)
    }
  }

  @Test(arguments: [
    ("format: csv\nformats: text\n", "c.yml:2: formats: there is no such key"),
    ("settings:\n  empty-message:\n    contentless-later: 1m\n", "c.yml:3: settings.empty-message.contentless-later: "),
    (
      "settings:\n  empty-message:\n    contentless-after: soon\n",
      "c.yml:3: settings.empty-message.contentless-after: "
    ),
    ("settings:\n  no-such: {a: 1}\n", "c.yml:2: settings.no-such: there is no detector 'no-such'"),
    ("fail-on: sometimes\n", "c.yml:1: fail-on: one of none, info, warning, error is wanted"),
    ("min-severity: none\n", "c.yml:1: min-severity: one of info, warning, error is wanted"),
    ("format: pdf\n", "c.yml:1: format: there is no format 'pdf'"),
    ("except: [nothing]\n", "c.yml:1: except: there is no detector 'nothing'"),
    ("settings:\n  nothing: {}\n", "c.yml:2: settings.nothing: there is no detector 'nothing'"),
    ("strict: maybe\n", "c.yml:1: strict: true or false is wanted"),
    ("max-record-bytes: 0\n", "c.yml:1: max-record-bytes: a number from 1024 to "),
    ("- a\n- b\n", "c.yml: a mapping of keys to values is wanted"),
    ("bots: [a\n", "c.yml: no valid YAML"),
    ("bots:\n", "c.yml:1: bots: a list is wanted"),
    ("bots: {a: b}\n", "c.yml:1: bots: a list is wanted"),
  ])
  func whatCannotBeMeantIsNamedWithItsLine(text: String, message: String) throws {
    var configuration = Configuration()
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationFile.read(text, path: "c.yml", into: &configuration)
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("\n") == false)
  }
}

import Foundation
import Model
import Testing

@testable import Engine

/// What a run promises beside its findings: what it reads, how it ends, what it leaves behind.
struct RunTests {
  /// A consumer's blank message in a closed conversation with a bot.
  private static let blank = #"""
    {"info":{"conversationId":"11111111-1111-4111-8111-111111111111","brandId":"acc","status":"CLOSE","startTimeL":1700000000000,"endTimeL":1700000050000},"agentParticipants":[{"agentId":"9","userType":"2","permission":"ASSIGNED_AGENT","timeL":1700000001000}],"messageRecords":[{"type":"TEXT_PLAIN","messageData":{"msg":{"text":"hi"}},"seq":0,"participantId":"c","timeL":1700000002000,"sentBy":"Consumer"},{"type":"TEXT_PLAIN","messageData":{"msg":{"text":" "}},"seq":1,"participantId":"c","timeL":1700000003000,"sentBy":"Consumer"}]}
    """#

  private func run(_ paths: [String], _ change: (inout Configuration) -> Void = { _ in }) async throws -> RunResult {
    var configuration = Configuration()
    configuration.paths = paths.map { InputPath($0) }
    configuration.format = "none"
    change(&configuration)
    return await (try Run(configuration))()
  }

  @Test func exitCodesOutrankEachOther() async throws {
    let scratch = try Scratch()
    let log = try scratch.write(Self.blank, to: "log.ndjson")
    let missing = scratch.path("missing.ndjson")
    #expect(try await run([log]).exitCode == 0)
    #expect(try await run([log]) { $0.failOn = .warning }.exitCode == 1)
    #expect(try await run([log]) { $0.failOn = .error }.exitCode == 0)
    #expect(try await run([log, missing]) { $0.failOn = .warning }.exitCode == 2)
    let result = try await run([log, missing])
    #expect(result.findings.count == 1)
    #expect(result.report.inputs.map(\.path).contains(missing))
  }

  @Test func aBrokenLineCostsItselfOnly() async throws {
    let scratch = try Scratch()
    let log = try scratch.write("{\"broken\n" + Self.blank + "\nnonsense\n", to: "log.ndjson")
    let result = try await run([log])
    #expect(result.findings.map(\.record) == [2])
    #expect(result.report.inputs[0].problems.map(\.record) == [1, 3])
    #expect(result.exitCode == 0)
    #expect(try await run([log]) { $0.isStrict = true }.exitCode == 2)
  }

  @Test func filtersChooseAfterJudging() async throws {
    let scratch = try Scratch()
    let log = try scratch.write(Self.blank, to: "log.ndjson")
    let at = try #require(Timestamp(milliseconds: 1_700_000_003_000))
    #expect(try await run([log]) { $0.accounts = ["acc"] }.findings.count == 1)
    #expect(try await run([log]) { $0.accounts = ["other"] }.findings.isEmpty)
    #expect(try await run([log]) { $0.since = at }.findings.count == 1)
    #expect(try await run([log]) { $0.until = at }.findings.isEmpty)
    #expect(try await run([log]) { $0.since = at.adding(milliseconds: 1) }.findings.isEmpty)
    let hidden = try await run([log]) { $0.accounts = ["other"] }
    #expect(hidden.report.detectors.first { $0.id == "empty-message" }?.findings[.warning] == 1)
  }

  @Test func reportsAreReplacedWholeOrNotAtAll() async throws {
    let scratch = try Scratch()
    let log = try scratch.write(Self.blank, to: "in/log.ndjson")
    let old = try scratch.write("old", to: "out/findings.csv")
    let result = try await run([log]) {
      $0.outputs = [
        Configuration.Output(format: "csv", path: old),
        Configuration.Output(format: "json", path: scratch.path("nowhere/report.json")),
        Configuration.Output(format: "csv", path: log),
      ]
    }
    #expect(result.failures.count == 2)
    #expect(result.exitCode == 2)
    #expect(String(decoding: try scratch.read("out/findings.csv"), as: UTF8.self).hasPrefix("time,severity,detector,"))
    #expect(String(decoding: try scratch.read("in/log.ndjson"), as: UTF8.self) == Self.blank)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")) == ["findings.csv"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("in")) == ["log.ndjson"])
  }

  @Test func directoriesAreReadOnceWhateverLinksBack() async throws {
    let scratch = try Scratch()
    try scratch.write(Self.blank, to: "in/deep/log.ndjson")
    try scratch.write("no export", to: "in/.hidden")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("in/deep/up"), withDestinationPath: scratch.path("in"))
    let result = try await run([scratch.path("in")])
    #expect(result.report.inputs.map(\.path) == [scratch.path("in/deep/log.ndjson")])
    #expect(result.exitCode == 0)
  }

  @Test(arguments: [
    (Configuration.Setting(detector: "nothing", key: "a", value: "1"), "there is no detector 'nothing'"),
    (Configuration.Setting(detector: "empty-message", key: "a", value: "1"), "there is no setting 'a'"),
    (Configuration.Setting(detector: "empty-message", key: "rate-percent", value: "101"), "from 1 to 100"),
  ])
  func settingsThatCannotBeAreRefusedBeforeReading(setting: Configuration.Setting, message: String) {
    var configuration = Configuration()
    configuration.settings = [setting]
    let error = #expect(throws: ConfigurationError.self) { try Run(configuration) }
    #expect(error?.description.contains(message) == true)
  }

  @Test func changedSettingsAreInTheReport() async throws {
    let result = try await run([]) {
      $0.settings = [
        Configuration.Setting(detector: "empty-message", key: "contentless-after", value: "900s"),
        Configuration.Setting(detector: "empty-message", key: "rate-percent", value: "5"),
      ]
    }
    #expect(result.report.settings.map(\.key) == ["empty-message.contentless-after"])
    #expect(result.report.settings.map(\.value) == ["15m"])
  }
}

import Foundation
import Model
import TestSupport
import Testing

@testable import Engine

/// What a bad input costs: itself, as a located problem, and nothing beside it.
struct BadInputTests {
  private func run(_ paths: [String], jobs: Int = 2, isStrict: Bool = false, report: String? = nil) async throws
    -> RunResult
  {
    var configuration = Configuration()
    configuration.paths = paths.map { InputPath($0) }
    configuration.format = "none"
    configuration.recordLimit = 4096
    configuration.jobs = jobs
    configuration.isStrict = isStrict
    if let report { configuration.outputs = [Configuration.Output(format: "json", path: report)] }
    return await (try Run(configuration))()
  }

  @Test(arguments: BadInput.all)
  func costsOnlyItself(input: BadInput) async throws {
    let scratch = try Scratch()
    let path = try scratch.write(input.bytes, to: "input")
    let result = try await run([path])
    let summary = try #require(result.report.inputs.first)
    #expect(summary.problems.map(\.kind.rawValue) == input.problems)
    #expect(result.report.conversations == input.read.count)
    #expect(result.exitCode == (input.endsInput ? 2 : 0))
    for problem in summary.problems {
      #expect(problem.byteOffset.map { 0...max(summary.bytes, 1) ~= $0 } == true)
      #expect(problem.kind.endsInput || problem.record != nil)
      #expect(!problem.message.isEmpty)
    }
    #expect(try await run([path], isStrict: true).exitCode == (input.problems.isEmpty ? 0 : 2))
  }

  @Test(arguments: BadInput.records)
  func theSamePackedInGzip(input: BadInput) async throws {
    let scratch = try Scratch()
    let plain = try await run([try scratch.write(input.bytes, to: "input")])
    let packed = try await run([try scratch.write(GzipMember(input.bytes).bytes, to: "input")])
    #expect(packed.report.inputs.first?.problems == plain.report.inputs.first?.problems)
    #expect(packed.report.conversations == plain.report.conversations)
  }

  @Test func twoRunsGiveEqualBytes() async throws {
    let scratch = try Scratch()
    var paths = try BadInput.all.enumerated().map { try scratch.write($1.bytes, to: "in/\($0).ndjson") }
    // The last two are equal to whoever compares characters.
    paths += [
      scratch.path("gone"), scratch.path("Gone"), scratch.path("gon") + "e\u{301}", scratch.path("gon") + "\u{E9}",
    ]
    var reports: Set<[UInt8]> = []
    for jobs in [1, 2, 7] {
      for order in [paths, paths.reversed(), paths.shuffled(), paths + paths] {
        let result = try await run(order, jobs: jobs, report: scratch.path("report.json"))
        #expect(result.failures == [] && result.exitCode == 2)
        reports.insert(try scratch.read("report.json"))
      }
    }
    #expect(reports.count == 1)
  }

  @Test func unrecognizedRecordsAreCountedByShape() async throws {
    let scratch = try Scratch()
    let lines = (0..<300).flatMap { ["{\"a\":1}", "7", "{\"key\($0 % 100)\":1}"] }
    let result = try await run([try scratch.write(lines.joined(separator: "\n"), to: "log")])
    let summary = try #require(result.report.inputs.first)
    #expect(summary.problemCounts == [.unrecognizedRecord: 900])
    #expect(summary.problems.count == InputSummary.listedPerKind)
    #expect(summary.unrecognized.count == InputSummary.countedShapes + 1)
    #expect(summary.unrecognized["an object with a"] == 300)
    #expect(summary.unrecognized["a number"] == 300)
    #expect(summary.unrecognized["an object with key47"] == 3)
    #expect(summary.unrecognized[InputSummary.otherShapes] == 156)
    #expect(result.exitCode == 0)
  }

  @Test func namesThatAreNotUTF8() throws {
    let scratch = try Scratch()
    try scratch.write("{}", to: "logs/good")
    let folder = InputPath(scratch.path("logs"))
    let odd = folder.appending([0x6E, 0xE9])
    let descriptor = open(odd.terminated, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    func list(_ paths: [InputPath]) -> InputList {
      var configuration = Configuration()
      configuration.paths = paths
      return InputList(configuration)
    }
    let walked = list([folder])
    #expect(walked.paths == [folder.appending("good".utf8), odd])
    #expect(walked.unreadable.isEmpty)
    let named = list([folder, odd])
    #expect(named.paths == [folder.appending("good".utf8), odd])
    #expect(named.unreadable.isEmpty)
    // A zero byte in a list of lines must not name what stands before it.
    #expect(list([InputPath(bytes: folder.appending("good".utf8).bytes + [0, 0x61])]).paths == [])
  }
}

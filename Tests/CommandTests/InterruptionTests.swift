import Foundation
import Testing

/// A command that is stopped ends at once and by the signal, with old reports whole and nothing left beside them.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct InterruptionTests {
  private static let line =
    #"{"info":{"conversationId":"§","startTimeL":1772445600000,"status":"CLOSE","endTimeL":1772445660000},"#
    + #""messageRecords":[{"type":"TEXT_PLAIN","messageData":{"msg":{"text":""}},"seq":0,"sentBy":"Consumer"}]}"#

  private struct Scratch: ~Copyable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "convolint-\(UUID().uuidString)")
    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()) ?? [] }
  }

  /// Starts the command, has it stopped, and says how long it took to end.
  private func stop(
    _ arguments: [String], by signal: Int32, after delay: Duration, input: Any = FileHandle.nullDevice
  ) async throws -> (reason: Process.TerminationReason, status: Int32, took: Duration) {
    let process = Process()
    process.executableURL = GoldenCase.products.appending(path: "convolint")
    process.arguments = arguments + ["--no-config", "-f", "none"]
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    let ended = AsyncStream<ContinuousClock.Instant>.makeStream()
    // The moment it ended, not the one in which the test goes on: other tests may have all threads until then.
    process.terminationHandler = { _ in
      ended.continuation.yield(.now)
      ended.continuation.finish()
    }
    try process.run()
    try await Task.sleep(for: delay)
    let start = ContinuousClock.now
    kill(process.processIdentifier, signal)
    var end = start
    for await moment in ended.stream { end = moment }
    return (process.terminationReason, process.terminationStatus, start.duration(to: end))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func whoReadsEndlessly(signal: Int32) async throws {
    let scratch = try Scratch()
    let report = scratch.folder.appending(path: "report.json")
    try Data("old".utf8).write(to: report)
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("{}\n".utf8))
    let end = try await stop(["-", "-o", report.path()], by: signal, after: .milliseconds(700), input: pipe)
    #expect(end.reason == .uncaughtSignal && end.status == signal)
    #expect(end.took < .seconds(1))
    #expect(scratch.names == ["report.json"])
    #expect(try Data(contentsOf: report) == Data("old".utf8))
    try pipe.fileHandleForWriting.close()
  }

  @Test func whoWrites() async throws {
    let scratch = try Scratch()
    let log = scratch.folder.appending(path: "log")
    let report = scratch.folder.appending(path: "report.json")
    let lines = (0..<4000).map { Self.line.replacing("§", with: "c-\($0)") }
    try Data(lines.joined(separator: "\n").utf8).write(to: log)
    // Wherever it is stopped, the report is the old one or the whole new one.
    for delay in stride(from: 20, through: 1400, by: 115) {
      try Data("old".utf8).write(to: report)
      let end = try await stop([log.path(), "-o", report.path()], by: SIGTERM, after: .milliseconds(delay))
      #expect(end.took < .seconds(1))
      #expect(scratch.names == ["log", "report.json"], "\(delay) ms")
      let bytes = try Data(contentsOf: report)
      #expect(bytes == Data("old".utf8) || bytes.suffix(4) == Data("]\n}\n".utf8), "\(delay) ms, \(bytes.count) bytes")
    }
  }
}

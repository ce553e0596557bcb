import Foundation
import Testing

/// The command from end to end: every folder of `Cases` is one promise to a user.
///
/// A case holds `cmd`, a line for /bin/sh that is run in a copy of the folder; what it must give is in `stdout`, `stderr`
/// and `status`, and under `expected/` is every file that it must have written or changed, and no other.
/// `Scripts/update-golden` records them.
@Suite(.serialized)
struct GoldenTests {
  @Test(.timeLimit(.minutes(1)), arguments: try GoldenCase.all())
  func givesWhatItPromises(golden: GoldenCase) async throws {
    let found = try await golden.run()
    let expected = try golden.expected()
    if found != expected {
      if ProcessInfo.processInfo.environment["CONVOLINT_RECORD"] == "1" { try golden.record(found) }
      Issue.record("\(golden.name)\n$ \(golden.command)\n\(expected.difference(to: found))")
    }
  }

  @Test func aRecordingRunFails() {
    let isRecording = ProcessInfo.processInfo.environment["CONVOLINT_RECORD"] == "1"
    #expect(!isRecording, "Cases were recorded: read the difference before you commit it")
  }

  @Test func thereAreCases() throws { #expect(try GoldenCase.all().count > 50) }
}

import TestSupport
import Testing

/// A transcript that says nothing known is an error that names the line.
@Suite struct TranscriptErrorTests {
  @Test(arguments: [
    "nobody: hello", "00:00 opens", "layout: table", "conversation × x:", "consumer: <text>", "bot joins as king",
    "consumer sends hello", "consumer sends hello -> perhaps", "→ maybe", "bots: many",
    "consumer: hello [arrives soon]",
    "00:00 ⚑ no-such-cause consumer: hello",
  ])
  func isNamed(_ line: String) {
    let error = #expect(throws: TranscriptError.self) { try Transcript("00:00 opened\n\n" + line) }
    #expect(error?.description.hasPrefix("line 3, '\(line)") == true, "\(error?.description ?? "")")
  }
}

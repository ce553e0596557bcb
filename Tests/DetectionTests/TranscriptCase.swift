import Detection
import Model
import TestSupport
import Testing

/// A transcript whose flags one detector must find, and nothing else.
struct TranscriptCase: Sendable, CustomTestStringConvertible {
  let title: String
  let detector: any Detector.Type
  let transcript: String
  let settings: [(key: String, value: String)]
  let shared: SharedSettings

  init(
    _ title: String, _ detector: any Detector.Type, _ settings: KeyValuePairs<String, String>,
    shared: SharedSettings = SharedSettings(), _ transcript: String
  ) {
    self.title = title
    self.detector = detector
    self.transcript = transcript
    self.settings = settings.map { ($0.key, $0.value) }
    self.shared = shared
  }

  var testDescription: String { "\(detector.info.id): \(title)" }

  func check(
    input: Int = 0, line: Int = 0, probe: Probe? = nil, order: ([Int]) -> [Int] = { $0 }
  ) throws -> TranscriptCheck {
    try TranscriptCheck(
      detector, transcript, settings: settings, shared: shared, input: input, line: line, probe: probe, order: order)
  }

  /// The examples of the detectors' pages.
  static let examples = Catalog.all.flatMap { detector in
    detector.info.examples.map { TranscriptCase($0.title, detector, [:], $0.transcript) }
  }

  static let all =
    examples + emptyMessages + lostSMSImages + oversizedMessages + botFirstMessages + missingNotifications
    + stalledConversations + slowReplies + refusedJoins + duplicateReplies
    + failedLogins + failedLoginGuards + offlineConnectors + offlineConnectorGuards + silenceGuards
    + offlineHistories
}

@Suite struct TranscriptTests {
  @Test("What is found is what is flagged", arguments: TranscriptCase.all)
  func findsWhatIsFlagged(_ transcriptCase: TranscriptCase) throws {
    let check = try transcriptCase.check()
    if let difference = check.difference { Issue.record("\(difference)") }
  }
}

import Detection
import TestSupport
import Testing

/// Much of one thing must take little time: what is looked up for each of many is not searched among all of them.
@Suite(.timeLimit(.minutes(1))) struct LargeInputTests {
  /// `1:02:03`, so many seconds after a transcript's beginning.
  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }

  private func count(_ detector: any Detector.Type, _ lines: [String]) throws -> Int {
    try TranscriptCheck(detector, lines.joined(separator: "\n")).findings.count
  }

  @Test(arguments: [EmptyMessage.self, SMSImageDrop.self] as [any Detector.Type])
  func imagesInOneConversation(detector: any Detector.Type) throws {
    let images = (1...1500).flatMap { number in
      ["\(Self.clock(number * 90)) gateway: 1 media", "\(Self.clock(number * 90 + 1)) consumer: <blank>"]
    }
    #expect(try count(detector, ["channel: SMS", "00:00 opened"] + images) == 1500)
  }
}

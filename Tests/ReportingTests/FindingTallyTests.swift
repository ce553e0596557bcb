import Model
import Testing

@testable import Reporting

@Suite struct FindingTallyTests {
  private func tally(_ severities: [Severity]) -> FindingTally {
    var tally = FindingTally()
    for (index, severity) in severities.enumerated() {
      var finding = SampleReport.bareFinding(severity, summary: "\(index)")
      finding.conversation = "c"
      tally.add(finding)
    }
    return tally
  }

  @Test(
    arguments: [
      ([.info, .info, .info, .info], ["0", "1", "2"]),
      ([.info, .warning, .info, .error], ["3", "1", "0"]),
      ([.error, .error, .error, .error, .info], ["0", "1", "2"]),
      ([.warning], ["0"]),
    ] as [([Severity], [String])])
  func aConversationKeepsItsFirstWorstLines(_ severities: [Severity], _ expected: [String]) {
    #expect(tally(severities).conversations["c"]?.lines.map(\.summary) == expected)
    #expect(tally(severities).conversations["c"]?.counts.total == severities.count)
  }

  @Test func whatIsAbsentIsNotCounted() {
    var tally = FindingTally()
    tally.add(SampleReport.bareFinding())
    #expect(tally.bots.isEmpty)
    #expect(tally.conversations.isEmpty)
    #expect(tally.detectors["slow-reply"]?.causes["slow"]?.counts.warning == 1)
    #expect(tally.counts.total == 1)
  }

  @Test func severityOutranksNumberAndNumberOutranksPlace() {
    let counted: [(place: Int, severities: [Severity])] = [
      (5, [.warning]), (4, [.error, .info]), (3, [.warning, .warning]), (2, [.warning]), (1, [.error]),
      (0, [.info, .info, .info]),
    ]
    let sorted = FindingTally.worstFirst(counted, by: { tally($0.severities).counts }, then: \.place)
    #expect(sorted.map(\.place) == [4, 1, 3, 2, 5, 0])
  }
}

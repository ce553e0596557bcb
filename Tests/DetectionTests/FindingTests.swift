import Detection
import Model
import TestSupport
import Testing

/// What every finding of every transcript must be like, however its facts were read.
@Suite struct FindingTests {
  @Test(arguments: TranscriptCase.all)
  func findingsAreWhole(_ transcriptCase: TranscriptCase) throws {
    let info = transcriptCase.detector.info
    for finding in try transcriptCase.check().findings {
      #expect(finding.detector == info.id)
      let cause = try #require(info.causes.first { $0.id == finding.cause })
      #expect(finding.remedy == cause.remedy)
      #expect(finding.documentation == info.documentation)
      #expect(finding.fingerprint.wholeMatch(of: /f-[0-9a-f]{16}/) != nil)
      #expect(finding.summary.hasSuffix(".") && !finding.summary.contains("Optional"))
      #expect(finding.evidence != nil)
      if info.unit == .conversations {
        #expect(finding.account != nil && finding.conversation != nil && finding.dialog != nil)
      } else {
        #expect(finding.conversation == nil && finding.dialog == nil && finding.sequence == nil)
      }
      #expect(finding.metric != nil)
      #expect(finding.excerpt == nil)
    }
  }

  /// A bot that spoke before its time was over did not reply late.
  @Test(arguments: [("00:11", "it spoke all the same."), ("00:11.001", "it replied late.")])
  func aReplyInTimeIsNotLate(spoke: String, end: String) throws {
    let missed = TranscriptCase(
      "a reply", MissingFirstNotification.self, [:],
      """
      layout: bot log
      conversation:
      00:00 opened
      00:01 bot joins
      00:00 ⚑ no-query warning high consumer: hello [last content]
      \(spoke) bot: welcome
      conversation:
      10:00 opened
      10:01 bot joins
      10:02 consumer: hello
      10:03 bot: hi
      """)
    let check = try missed.check()
    #expect(check.difference == nil && check.findings.map { $0.summary.hasSuffix(end) } == [true])
  }

  /// The keys of the details are the same for every finding of a detector.
  @Test func detailsHaveTheSameKeys() throws {
    var keys: [String: [String]] = [:]
    for transcriptCase in TranscriptCase.all {
      for finding in try transcriptCase.check().findings {
        #expect(keys[finding.detector, default: finding.details.map(\.key)] == finding.details.map(\.key))
        keys[finding.detector] = finding.details.map(\.key)
      }
    }
  }

  @Test(arguments: TranscriptCase.all)
  func fingerprintsAreUnique(_ transcriptCase: TranscriptCase) throws {
    let fingerprints = try transcriptCase.check().findings.map(\.fingerprint)
    #expect(Set(fingerprints).count == fingerprints.count)
  }

  @Test(arguments: TranscriptCase.all)
  func orderAndRepeatsSayNothing(_ transcriptCase: TranscriptCase) throws {
    let plain = try transcriptCase.summaries()
    var generator = SplitMix(state: 7)
    #expect(try transcriptCase.summaries { $0.reversed() } == plain)
    #expect(try transcriptCase.summaries { $0 + $0 } == plain)
    for _ in 0..<5 { #expect(try transcriptCase.summaries { ($0 + $0).shuffled(using: &generator) } == plain) }
  }

  @Test(arguments: TranscriptCase.all)
  func fingerprintsDoNotComeFromPlaces(_ transcriptCase: TranscriptCase) throws {
    let here = try transcriptCase.check()
    let there = try transcriptCase.check(input: 9, line: 100)
    #expect(there.findings.map(\.fingerprint).sorted() == here.findings.map(\.fingerprint).sorted())
    #expect(there.findings.allSatisfy { ($0.evidence?.input ?? 0) >= 9 && ($0.evidence?.record ?? 0) > 100 })
  }

  /// What a fingerprint is made of is promised: baselines are kept for years.
  @Test func fingerprintsStayAsTheyAre() throws {
    let check = try TranscriptCheck(EmptyMessage.self, "00:00 opened\n00:05 consumer: <blank>\n00:06 #7 bot: <blank>")
    #expect(check.findings.map(\.fingerprint) == ["f-eb13a08359869d9f", "f-eafbd68359726780"])
  }

  @Test func mergedExaminationsConcludeAsOne() throws {
    let text = """
      conversation × 3:
      00:02 consumer: <text 5000>
      """
    let one = try TranscriptCheck(OversizedMessage.self, text.replacing("× 3", with: "× 2"))
    var merged = one.examination
    merged.merge(try TranscriptCheck(OversizedMessage.self, text.replacing("× 3", with: "× 1")).examination)
    let knowledge = Knowledge(FactStore(), shared: SharedSettings(), listedBots: [], asOf: nil)
    #expect(one.findings.map(\.severity) == [.info, .info])
    #expect(
      OversizedMessage(settings: .init()).conclude(merged, knowledge).map(\.severity) == [.warning, .warning, .warning])
    #expect(merged.judged == 3)
  }
}

extension TranscriptCase {
  /// All of every finding, as text and in one order.
  fileprivate func summaries(order: ([Int]) -> [Int] = { $0 }) throws -> [String] {
    try check(order: order).findings.map { "\($0)" }.sorted()
  }
}

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014); the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

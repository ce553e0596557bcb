import Detection
import Model
import TestSupport
import Testing

/// Each guard of each detector, taken out by itself, must let something through that some transcript says is not to be found.
@Suite struct GuardTests {
  struct Mutation: Sendable, CustomTestStringConvertible {
    let detector: any Detector.Type
    let guardID: String
    var testDescription: String { "\(detector.info.id) without \(guardID)" }
  }

  static let mutations = Catalog.all.flatMap { detector in
    detector.info.guards.map { Mutation(detector: detector, guardID: $0.id) }
  }

  @Test(arguments: mutations)
  func withoutItADecoyIsFound(_ mutation: Mutation) throws {
    let decoys = try Self.cases(of: mutation.detector).filter { transcriptCase in
      let probe = Probe(disabled: mutation.guardID)
      return try transcriptCase.check(probe: probe).difference != nil
    }
    #expect(!decoys.isEmpty, "no transcript of \(mutation.detector.info.id) needs the guard \(mutation.guardID)")
    // For whoever reads the log of the tests.
    print(
      "guard", mutation.detector.info.id, mutation.guardID, "holds back:", decoys.map(\.title).joined(separator: "; "))
  }

  /// What the detectors ask for is what their pages list.
  @Test(arguments: Catalog.infos.map(\.id))
  func guardsThatAreAskedAreListed(id: String) throws {
    let detector = try #require(Catalog.detector(id))
    let listed = detector.info.guards.map(\.id)
    #expect(Set(listed).count == listed.count)
    var asked: Set<String> = []
    for transcriptCase in Self.cases(of: detector) {
      let probe = Probe()
      _ = try transcriptCase.check(probe: probe)
      asked.formUnion(probe.answers.map(\.guardID))
    }
    #expect(asked == Set(listed))
  }

  private static func cases(of detector: any Detector.Type) -> [TranscriptCase] {
    TranscriptCase.all.filter { $0.detector == detector }
  }
}

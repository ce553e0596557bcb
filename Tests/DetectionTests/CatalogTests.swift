import Detection
import Foundation
import Model
import TestSupport
import Testing

/// What must hold of all detectors alike.
@Suite struct CatalogTests {
  /// What users and scripts rely on: ids and causes, in this order, for ever.
  private static let promised: KeyValuePairs = [
    "empty-message": ["over-long", "sms-image", "network", "bot-config", "bot-blank", "unknown"],
    "oversized-message": ["rejected", "no-response", "accepted", "at-limit", "unknown-outcome"],
    "sms-image-drop": ["blank-message", "contentless", "possible"],
    "bot-first-message": ["race", "greeting-timer", "greets-on-join", "first-lost", "by-role"],
    "missing-first-notification": [
      "no-query", "query-failed", "query-empty", "recovered", "delivered-not-answered",
    ],
    "stalled-conversation": ["reconnect-failed", "not-resubscribed", "restart", "crash", "outage"],
    "bot-login-failure": [
      "login-failures", "disabled", "ip-policy", "rate-limited", "blocked", "inactive", "oauth1-ended",
    ],
    "connector-offline": [
      "failed-connection", "unauthorized", "session-collision", "not-online", "silent", "vendor-interruption",
    ],
    "manager-join-refused": [
      "chat-channel", "suggested-agent", "already-participant", "not-open", "permission-or-unknown",
    ],
    "slow-reply": ["slow", "unanswered", "cb-max-delay"],
    "duplicate-reply": ["repeated", "replayed-after-restart", "re-greeting"],
  ]

  @Test func idsAndCausesAreThePromisedOnes() {
    #expect(Catalog.infos.map(\.id) == Self.promised.map(\.key))
    for (info, promise) in zip(Catalog.infos, Self.promised) {
      #expect(Set(info.causes.map(\.id)) == Set(promise.value), "\(info.id)")
    }
  }

  @Test func idsAreUniqueAndKebabCase() {
    for names in [Catalog.infos.map(\.id)] + Catalog.infos.map({ $0.causes.map(\.id) }) {
      #expect(Set(names).count == names.count)
      for name in names { #expect(name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(name)") }
    }
  }

  @Test func everyDetectorHasOneFileAndOnePage() throws {
    let types = Catalog.all.map { String(describing: $0) }.sorted()
    #expect(try Self.files("Detectors") == types)
    #expect(try Self.files("Pages") == types.map { $0 + "Page" })
  }

  private static func files(_ folder: String) throws -> [String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let path = tests.deletingLastPathComponent().appending(path: "Sources/Detection/\(folder)").path
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
  }

  @Test func pagesAreComplete() {
    for info in Catalog.infos {
      for text in [info.summary, info.symptom, info.severity, info.inputs, info.remedy] {
        #expect(!text.isEmpty, "\(info.id)")
      }
      #expect(info.documentation.hasPrefix("https://"))
      #expect(info.notFlagged.count + info.guards.count >= 5)
      for cause in info.causes {
        #expect(!cause.meaning.isEmpty)
        #expect(cause.remedy.hasSuffix(".") && !cause.remedy.dropLast().contains(". "), "one sentence: \(cause.remedy)")
      }
      #expect(info.settings.count == Set(info.settings.map(\.key)).count)
    }
  }

  @Test func everyPageShowsANearMissFirstAndSomethingFound() {
    for info in Catalog.infos {
      #expect(info.examples.first?.title.hasPrefix("Near miss") == true, "\(info.id)")
      #expect(info.examples.first?.transcript.contains("⚑") == false, "\(info.id)")
      #expect(info.examples.contains { $0.transcript.contains("⚑") }, "\(info.id)")
    }
  }

  /// A transcript's flags name causes only where that matters, so the findings are asked.
  @Test func everyCauseIsFoundInSomeTranscriptAndInSomeExampleOrCase() throws {
    var found: Set<String> = []
    for transcriptCase in TranscriptCase.all {
      for finding in try transcriptCase.check().findings { found.insert("\(finding.detector) \(finding.cause)") }
    }
    let all = Catalog.infos.flatMap { info in info.causes.map { "\(info.id) \($0.id)" } }
    #expect(found == Set(all))
  }

  @Test func detectorsAreFoundByTheirIds() {
    for type in Catalog.all { #expect(Catalog.detector(type.info.id) == type) }
    #expect(Catalog.detector("no-such-thing") == nil)
  }
}

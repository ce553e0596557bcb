import Foundation
import Model
import Testing

@testable import Engine

/// A log of self-identified records gives the same findings however it is cut, shuffled and repeated.
struct CutAndShuffleTests {
  /// Every sample whose records identify themselves; what only its stream can tell is not among them.
  private static let logs = [
    "history/page-1.json", "history/older.json", "history/records.ndjson", "history/array.json",
    "history/two-pages.json", "webhooks/receiver.ndjson",
  ]

  @Test(arguments: logs) func cutAtEveryRecord(log: String) async throws {
    let scratch = try Scratch()
    let records = try Self.records(of: log)
    #expect(records.count > 3)
    for (index, record) in records.enumerated() {
      try scratch.write(record, to: "pieces/\(String(format: "%05d", index)).json")
    }
    let whole = await Self.findings([SampleLogs.path(log)])
    #expect(!whole.isEmpty)
    #expect(await Self.findings([scratch.path("pieces")]) == whole)
  }

  @Test(arguments: logs, [1 as UInt64, 2, 3]) func shuffledAndRepeated(log: String, seed: UInt64) async throws {
    let scratch = try Scratch()
    var generator = SeededGenerator(seed: seed)
    var records = try Self.records(of: log)
    records += records.shuffled(using: &generator).prefix(records.count / 3)
    records.shuffle(using: &generator)
    // Some pieces of different lengths.
    var rest = records[...]
    var piece = 0
    while !rest.isEmpty {
      let count = Int.random(in: 1...max(1, records.count / 2), using: &generator)
      try scratch.write(rest.prefix(count).joined(separator: "\n"), to: "pieces/\(piece).ndjson")
      rest = rest.dropFirst(count)
      piece += 1
    }
    let whole = await Self.findings([SampleLogs.path(log)])
    #expect(await Self.findings([scratch.path("pieces")]) == whole, "seed \(seed)")
  }

  @Test func anyOrderAndAnyNumberOfWorkersGiveTheSameBytes() async throws {
    let scratch = try Scratch()
    let folders = ["history", "events", "webhooks", "damaged"].map { SampleLogs.path($0) }
    var reports: [[UInt8]] = []
    for (index, (paths, jobs)) in [(folders, 1), (folders.reversed(), 1), (folders, 4), (folders.reversed(), 2)]
      .enumerated()
    {
      var configuration = Configuration()
      configuration.paths = paths.map { InputPath($0) }
      configuration.jobs = jobs
      configuration.format = "none"
      for (format, name) in [("csv", "a.csv"), ("json", "b.json"), ("ndjson", "c.ndjson"), ("text", "d.txt")] {
        configuration.outputs.append(Configuration.Output(format: format, path: scratch.path("\(index)\(name)")))
      }
      let result = await (try Run(configuration))()
      #expect(result.failures.isEmpty)
      reports.append(try ["a.csv", "b.json", "c.ndjson", "d.txt"].flatMap { try scratch.read("\(index)\($0)") })
    }
    #expect(reports[0].count > 10_000)
    #expect(Set(reports).count == 1)
  }

  // MARK: -

  /// Each record as one line of JSON, with what its page says about it around it.
  private static func records(of log: String) throws -> [String] {
    let bytes = try SampleLogs.bytes(log)
    if log.hasSuffix(".ndjson") {
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    return try documents(bytes).flatMap { document -> [String] in
      if let array = document as? [Any] { return try array.map(line) }
      guard var page = document as? [String: Any], let records = page["conversationHistoryRecords"] as? [Any] else {
        return [try line(document)]
      }
      return try records.map { record in
        page["conversationHistoryRecords"] = [record]
        return try line(page)
      }
    }
  }

  /// The sample with two pages in one file has them one after the other.
  private static func documents(_ bytes: [UInt8]) throws -> [Any] {
    let text = String(decoding: bytes, as: UTF8.self)
    return try text.replacing("}\n{", with: "}\u{0}{").split(separator: "\u{0}").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
  }

  private static func line(_ object: Any) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
  }

  /// All that a finding says but its place.
  private static func findings(_ paths: [String]) async -> [String] {
    var configuration = Configuration()
    configuration.paths = paths.map { InputPath($0) }
    configuration.format = "none"
    configuration.bots = ["harbor-bot"]
    configuration.jobs = 2
    guard let run = try? Run(configuration) else { return ["no run"] }
    return await run().findings.map { finding in
      let details = finding.details.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
      return [
        finding.time?.description, finding.severity.rawValue, finding.detector, finding.cause,
        finding.confidence.rawValue,
        finding.account, finding.conversation, finding.dialog, finding.channel, finding.skill, finding.bot,
        finding.sequence.map(String.init), finding.summary, finding.metric, finding.value.map(String.init),
        finding.threshold.map(String.init), finding.fingerprint, details,
      ].map { $0 ?? "-" }.joined(separator: "|")
    }
  }
}

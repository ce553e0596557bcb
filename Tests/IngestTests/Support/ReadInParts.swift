import Foundation
import Model
import TestSupport
import Testing

@testable import Ingest

/// A file that was read whole, and in parts.
struct ReadInParts {
  let whole, parted: (facts: FactStore, summary: InputSummary)

  init(_ path: InputPath, workers: Int, partLength: Int, recordLimit: Int = 16 << 20) async {
    var options = ReadingOptions()
    options.smallestPart = partLength
    options.recordLimit = recordLimit
    whole = InputReader.read(path: path, input: 3, options: options)
    parted = await InputReader.read(path: path, input: 3, options: options, workers: workers)
  }

  /// The same of a file that is made for it.
  init(_ text: String, workers: Int, partLength: Int, recordLimit: Int = 16 << 20) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "parts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    await self.init(InputPath(file.path()), workers: workers, partLength: partLength, recordLimit: recordLimit)
  }

  /// Records of some facts were counted from where a part begins: it was not read whole after all.
  var wasParted: Bool {
    parted.facts.conversations.contains { parted.summary.record(of: $0.evidence) != $0.evidence.record }
  }

  func expectSame(_ how: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    let dumps = [parted, whole].map { $0.facts.canonicalDump(of: $0.summary) }
    #expect(dumps[0] == dumps[1], how, sourceLocation: sourceLocation)
    let (one, other) = (parted.summary, whole.summary)
    #expect(one.problems == other.problems, how, sourceLocation: sourceLocation)
    #expect(one.problemCounts == other.problemCounts, how, sourceLocation: sourceLocation)
    #expect(one.records == other.records, how, sourceLocation: sourceLocation)
    #expect(one.bytes == other.bytes, how, sourceLocation: sourceLocation)
    #expect(one.ignored == other.ignored, how, sourceLocation: sourceLocation)
    #expect(one.recordsByLayout == other.recordsByLayout, how, sourceLocation: sourceLocation)
    #expect(one.unrecognized == other.unrecognized, how, sourceLocation: sourceLocation)
  }
}

import Model
import TestSupport
import Testing

@testable import Ingest

/// Law 1: self-identified records may be cut into inputs anywhere, shuffled and repeated.
@Suite struct CutAndShuffleTests {
  private static func read(_ inputs: [[String]]) throws -> [String] {
    var facts = FactStore()
    for (index, records) in inputs.enumerated() {
      let log = try ReadLog(text: records.joined(separator: "\n"), input: index)
      #expect(log.summary.problemCounts.keys.allSatisfy { $0 == .missingField })
      facts.join(log.facts)
    }
    return facts.canonicalDump(evidence: false)
  }

  @Test(arguments: UInt64(1)...12)
  func sameFactsForEveryCut(seed: UInt64) throws {
    var generator = RecordGenerator(seed: seed)
    var random = FactRandom(seed: seed)
    let records = generator.records(250)
    let whole = try Self.read([records])
    #expect(whole.count > 60, "the records of seed \(seed) say nothing")
    #expect(try Self.read(records.map { [$0] }) == whole, "seed \(seed), one record an input")
    #expect(try Self.read([records.reversed()]) == whole, "seed \(seed), reversed")
    for parts in [2, 3, 7, 40] {
      var inputs = [[String]](repeating: [], count: parts)
      for record in records.shuffled(using: &random) {
        inputs[random.below(parts)].append(record)
        if random.oneIn(5) { inputs[random.below(parts)].append(record) }
      }
      #expect(try Self.read(inputs) == whole, "seed \(seed), shuffled and repeated, \(parts) inputs")
    }
  }

  /// The twins themselves: records of one real shape each.
  @Test func sameFactsForEveryOrderOfTheTwins() throws {
    let twins =
      [
        HistoryTwins.newest, OlderHistoryTwins.page2017, SocketTwins.whatsApp, SocketTwins.ringWaiting,
        SocketTwins.consumerOnly,
      ]
      + [SocketTwins.agentAssigned, SDKTwins.whatsApp, SDKTwins.upsert, SDKTwins.ownText, SDKTwins.ringAccepted]
      + [SDKAnswerTwins.changes, WebhookTwins.conversation]
    let whole = try Self.read([twins])
    var random = FactRandom(seed: 12)
    for _ in 0..<30 {
      let shuffled = twins.shuffled(using: &random)
      #expect(try Self.read([Array(shuffled.prefix(5)), Array(shuffled.dropFirst(3))]) == whole)
    }
  }

  /// Evidence is the smallest place, so it too is the same for one input read in pieces that keep their places.
  @Test func evidenceIsTheSmallestPlace() throws {
    let line = #"{"info":{"conversationId":"c"},"messageRecords":[{"seq":1}]}"#
    let first = try ReadLog(text: "\n\n" + line + line, input: 4)
    let second = try ReadLog(text: line, input: 3)
    for order in [[first, second], [second, first]] {
      var facts = order.reduce(into: FactStore()) { $0.join($1.facts) }
      facts.settle()
      #expect(facts.conversations[0].evidence == Evidence(input: 3, record: 1))
      #expect(facts.conversations[0].messages[0].evidence == Evidence(input: 3, record: 1))
    }
    #expect(first.facts.conversations[0].evidence == Evidence(input: 4, record: 3))
  }
}

import AllocationCount
import Model
import Testing

@testable import Ingest

/// What a record of a common log costs, in figures that are the same on every machine: a change that makes the hot path slower
/// shows here, without a stop-watch.
struct WorkPerRecordTests {
  private static let conversations = 100

  private static func id(_ kind: String, _ number: Int) -> String {
    let digits = String(number)
    return "\(kind)-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)"
  }

  private static func notification(_ type: String, _ change: String) -> String {
    "{\"kind\":\"notification\",\"body\":{\"changes\":[\(change)]},\"type\":\"\(type)\"}\n"
  }

  private static func change(_ number: Int, at time: Int) -> String {
    notification(
      "cqm.ExConversationChangeNotification",
      """
      {"type":"UPSERT","result":{"convId":"\(id("c0000000", number))","conversationDetails":{"skillId":"4711",\
      "participants":[{"id":"\(id("a0000000", number))","role":"CONSUMER"},{"id":"\(id("b0000000", 1))",\
      "role":"ASSIGNED_AGENT"}],"brandId":"40718263","state":"OPEN","startTs":1790000000000,\
      "metaDataLastUpdateTs":\(1_790_000_000_000 + time)}}}
      """)
  }

  private static func event(_ number: Int, _ sequence: Int?, _ event: String) -> String {
    let numbers = sequence.map { "\"sequence\":\($0),\"serverTimestamp\":\(1_790_000_000_000 + $0)," } ?? ""
    return notification(
      "ms.MessagingEventNotification",
      """
      {\(numbers)"originatorId":"\(id("a0000000", number))","originatorMetadata":{"id":"\(id("a0000000", number))",\
      "role":"CONSUMER"},"event":\(event),"dialogId":"\(id("c0000000", number))"}
      """)
  }

  private static func message(_ number: Int, _ sequence: Int) -> String {
    event(
      number, sequence,
      #"{"type":"ContentEvent","message":"Parcel \#(sequence), please?","contentType":"text/plain"}"#)
  }

  private static let beginnings = (0..<conversations).map { change($0, at: 0) + message($0, 0) }.joined()

  /// Allocations of reading records after the conversations' beginnings and the first of such records, for each record.
  private static func allocations(_ records: [String]) throws -> Double {
    func count(_ text: String) throws -> UInt64 {
      var stream = Stream(path: "log", input: 0, options: ReadingOptions())
      let before = allocation_count()
      try InputReader.read(PieceSource(Array(text.utf8)), into: &stream)
      let count = allocation_count() - before
      #expect(stream.summary.records == text.utf8.count { $0 == 0x0A })
      #expect(stream.facts.conversations.count == conversations)
      return count
    }
    _ = try count(beginnings)
    // What is learned of the first of a kind is no work of each.
    let first = records.prefix(records.count / 10)
    let few = try count(beginnings + first.joined())
    // Each conversation asks for the room of its messages.
    #expect(few >= UInt64(conversations))
    let many = try count(beginnings + records.joined())
    return (Double(many) - Double(few)) / Double(records.count - first.count)
  }

  private static func repeated(_ times: Int, _ make: (_ conversation: Int, _ time: Int) -> String) -> [String] {
    (1...times).flatMap { time in (0..<conversations).map { make($0, time) } }
  }

  #if canImport(Glibc)
    // The tests' build is not optimized: what the optimizer takes out is counted, and is the same each time.
    @Test func whatTellsNothingToKeepAsksForLittleMemory() throws {
      let typing = Self.repeated(100) { number, _ in
        Self.event(number, nil, #"{"type":"ChatStateEvent","chatState":"ACTIVE"}"#)
      }
      let receipts = Self.repeated(100) { number, time in
        Self.event(number, time, #"{"type":"AcceptStatusEvent","status":"READ","sequenceList":[0]}"#)
      }
      let changes = Self.repeated(100) { number, time in Self.change(number, at: time) }
      #expect(try Self.allocations(typing) < 0.03)
      #expect(try Self.allocations(receipts) < 0.1)
      #expect(try Self.allocations(changes) < 0.1)
    }

    @Test func messagesAskForLittleMoreThanTheirRoom() throws {
      #expect(try Self.allocations(Self.repeated(100) { number, time in Self.message(number, time) }) < 6)
    }
  #endif

  /// What is matched against a known form is not scanned.
  @Test func nearlyAllRecordsAreMatched() {
    let text =
      Self.beginnings
      + Self.repeated(10) { number, time in Self.change(number, at: time) + Self.message(number, time) }.joined()
    let bytes = Array(text.utf8)
    var scanner = JSONScanner(forms: FormTable())
    var start = 0
    var records = 0
    while start < bytes.count,
      case .value(let end) = scanner.scan(bytes.span.bytes.extracting(start...), from: 0, isFinal: true)
    {
      start += end + 1
      records += 1
    }
    #expect(records == 2 * Self.conversations * 11)
    #expect(scanner.forms.hits >= records - 5)
  }
}

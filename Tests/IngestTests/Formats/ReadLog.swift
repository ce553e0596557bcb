import Model
import TestSupport

@testable import Ingest

/// A text as an input.
final class FixtureSource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0
  let damage: Problem? = nil

  init(_ text: String) { bytes = Array(text.utf8) }

  func read(into buffer: inout [UInt8], at offset: Int) -> Int {
    let count = min(bytes.count - position, buffer.count - offset)
    for index in 0..<count { buffer[offset + index] = bytes[position + index] }
    position += count
    return count
  }
}

/// A log as the reader reads it, from the first byte to the last, and what it says.
struct ReadLog {
  private(set) var facts: FactStore
  let summary: InputSummary

  init(_ texts: String..., options: ReadingOptions = ReadingOptions(), input: Int = 0) throws {
    try self.init(text: texts.joined(separator: "\n"), options: options, input: input)
    facts.settle()
  }

  /// Without settling, as one of several inputs.
  /// - Parameter capacity: the first size of the buffer; pages that do not fit it are read element by element.
  init(
    text: String, options: ReadingOptions = ReadingOptions(), input: Int, capacity: Int = RecordBuffer.initialCapacity
  ) throws {
    var stream = Stream(path: "fixture", input: input, options: options)
    try InputReader.read(FixtureSource(text), into: &stream, capacity: capacity)
    stream.finish()
    facts = stream.facts
    summary = stream.summary
  }

  func id(_ text: String) -> Identifier {
    var names = facts.names
    return Identifier(text, names: &names)
  }

  func conversation(_ id: String) -> ReadConversation? {
    facts.find(self.id(id)).map { ReadConversation(facts: facts, value: $0) }
  }

  var conversations: [String] { facts.conversations.map { $0.id.text(facts.names) }.sorted() }

  func traits(_ id: String) -> PersonTraits { facts.people.traits[self.id(id)] ?? [] }

  func login(_ id: String) -> String? { facts.people.logins[self.id(id)]?.text(facts.names) }

  func areLinked(_ one: String, _ other: String) -> Bool {
    facts.people.links.contains(IdentifierPair(id(one), id(other)))
  }

  /// One line an event, `FactLines` says which.
  var agentEvents: [String] { facts.agentEvents.all.map { $0.fact.line(facts.names) }.sorted() }
  var gatewayMessages: [String] { facts.gatewayMessages.all.map { $0.fact.line(facts.names) }.sorted() }

  /// `missing-field at 3`, one a problem.
  var problems: [String] { summary.problems.map { "\($0.kind.rawValue) at \($0.record ?? 0)" } }
}

/// A conversation with its ids as texts.
struct ReadConversation {
  let facts: FactStore
  let value: Conversation

  private func text(_ id: Identifier) -> String { id.text(facts.names) }

  var account: String { text(value.account) }
  var channel: String { text(value.channel) }
  var skill: String { text(value.skill) }

  func participant(_ id: String) -> Participant? { value.participants.first { text($0.id) == id } }
  func roles(_ id: String) -> RoleSet? { participant(id)?.roles }
  func dialog(_ id: String) -> Dialog? { value.dialogs.first { text($0.id) == id } }
  var dialogs: Set<String> { Set(value.dialogs.map { text($0.id) }) }

  /// `#0 consumer text present 11`, one a message.
  var messages: [String] {
    value.messages.map { "#\($0.sequence) \($0.role) \($0.kind) \($0.text) \($0.utf16Count)" }
  }

  func message(_ sequence: Int32) -> Message? { value.messages.first { $0.sequence == sequence } }

  func sender(_ sequence: Int32) -> String? {
    message(sequence).map { $0.sender == Message.unknownSender ? "" : text(value.participants[Int($0.sender)].id) }
  }

  func dialog(ofMessage sequence: Int32) -> String? {
    message(sequence).map { text(value.dialogs[Int($0.dialog)].id) }
  }

  /// `publish answered(200) assignedAgent text 20 #4 of b`, one an exchange.
  var exchanges: [String] {
    value.exchanges.map { exchange in
      var line = "\(exchange.kind) \(exchange.outcome) \(exchange.side)"
      if exchange.content != .unknown { line += " \(exchange.content) \(exchange.counts.utf16)" }
      if exchange.items > 0 { line += " items \(exchange.items)" }
      if let sequence = exchange.sequence { line += " #\(sequence)" }
      if exchange.kind == .publish, exchange.sender != Message.unknownSender {
        line += " of \(text(value.participants[Int(exchange.sender)].id))"
      }
      return line
    }
  }
}

extension Timestamp {
  static func at(_ milliseconds: Int64) -> Timestamp? { Timestamp(milliseconds: milliseconds) }
}

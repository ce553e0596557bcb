public import Model

/// A short text in which one line is one thing that happens, turned into facts: what detectors are tested and explained with.
///
/// A line is `[time] [#sequence] [⚑ [cause] [severity] [confidence]] what happens [[modifier, …]]`; `⚑` says that this is found.
/// ```
/// channel: SMS
/// 00:00 opened
/// 00:01 bot joins
/// 00:05 ⚑ sms-image warning medium consumer: <blank>
/// 05:00 closed
/// 20:00 log ends
/// ```
/// Before the first line that happens, and between them, `key: value` sets what holds from there on: `layout`, `channel`,
/// `account`, `skill`, `bots`, `dialog`, `consumer is`, `log times`. `conversation:` begins the next conversation, and
/// `conversation × 20:` twenty alike. `→ undecided` says how the detector must leave the conversation in hand.
/// `TranscriptLine` holds the list of what may happen.
public struct Transcript: Sendable {
  /// A fact by itself: it may be read in any order and any number of times.
  typealias Fact = @Sendable (_ store: inout FactStore, _ input: Int, _ line: Int) -> Void

  /// What a finding is about.
  enum Place: Hashable, Sendable {
    case message(conversation: Int, dialog: String, sequence: Int64)
    case request(conversation: Int, line: Int)
    case conversation(Int)
    /// Something that happened to a bot outside of conversations.
    case event(line: Int)
  }

  struct Flag: Sendable {
    let line: Int
    let place: Place
    var cause: String?
    var severity: Severity?
    var confidence: Confidence?
  }

  enum Outcome: Equatable, Sendable {
    case judged, undecided
    case notApplicable(String)
  }

  var facts: [Fact] = []
  var flags: [Flag] = []
  var lines: [Place: Int] = [:]
  var outcomes: [Int: (line: Int, outcome: Outcome)] = [:]
  var conversations = 0
  var end: Timestamp?
  var listedBots: Set<String> = []

  /// - Throws: where a line says nothing that is known; the error names it.
  public init(_ text: String) throws(TranscriptError) {
    var parser = TranscriptParser()
    try parser.read(text)
    self = parser.transcript
  }

  /// The facts, settled.
  /// - Parameters:
  ///   - input: the place of the input that all of them are said to come from.
  ///   - line: added to the number of the line that each of them comes from.
  ///   - order: turns the facts into the order, and the copies, in which they are read.
  public func store(input: Int = 0, line: Int = 0, order: ([Int]) -> [Int] = { $0 }) -> FactStore {
    var store = FactStore()
    for index in order(Array(facts.indices)) { facts[index](&store, input, line) }
    store.settle()
    return store
  }

  static func id(ofConversation number: Int) -> String { "conversation-\(number)" }
}

/// What is wrong with a transcript.
public struct TranscriptError: Error, CustomStringConvertible {
  public let description: String

  init(line: Int, _ text: Substring, _ complaint: String) {
    description = "line \(line), '\(text)': \(complaint)"
  }
}

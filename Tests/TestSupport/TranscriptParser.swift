import Detection
import Model

/// Reads the lines of a transcript one after the other; what a line says to happen, `TranscriptLine` turns into facts.
struct TranscriptParser {
  /// What holds until another line says otherwise.
  struct Scene: Sendable {
    var account = "account-1", channel = "SHARK", skill = "skill-1", bots = "known", dialog = "main"
    var consumer: String?
    var hasLogTimes = true
    var marks: ConversationMarks = [.history, .messagesListed, .wholeCopy]
    var sightings: Sightings = .history
  }

  var transcript = Transcript()
  var scene = Scene()
  /// The conversation in hand; 0 before the first.
  private(set) var number = 0
  var nextSequence: [String: Int64] = [:]

  private static let layouts: [String: (ConversationMarks, Sightings)] = [
    "history": ([.history, .messagesListed, .wholeCopy], .history),
    "partial history": ([.history, .messagesListed, .partialCopy], .history),
    "history without messages": ([.history, .wholeCopy], []),
    "bot log": ([.events, .agentStream], .live),
    "bot log and history": ([.history, .messagesListed, .wholeCopy, .events, .agentStream], [.live, .history]),
    "webhook": ([.events], .relayed),
    "consumer log": ([.events], .relayed),
  ]

  private static let botModes: Set<String> = ["known", "unknown", "listed", "by response", "own log", "called human"]
  private static let causes = Set(Catalog.infos.flatMap(\.causes).map(\.id))

  mutating func read(_ text: String) throws(TranscriptError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { (number: $0.offset + 1, text: Substring($0.element.trimmed)) }
      .filter { !$0.text.isEmpty && !$0.text.hasPrefix("//") }
    var block: [(number: Int, text: Substring)] = []
    var repeats = 1
    for line in lines {
      guard line.text.hasPrefix("conversation"), line.text.hasSuffix(":") else {
        block.append(line)
        continue
      }
      try read(block, repeats)
      block = []
      let words = line.text.dropLast().split(separator: " ")
      let count = words.count == 1 ? 1 : words.count == 3 && words[1] == "×" ? Int(words[2]) : nil
      guard let count else { throw TranscriptError(line: line.number, line.text, "not 'conversation × <number>:'") }
      repeats = count
    }
    try read(block, repeats)
  }

  private mutating func read(_ block: [(number: Int, text: Substring)], _ repeats: Int) throws(TranscriptError) {
    for _ in 0..<repeats {
      nextSequence = [:]
      scene.dialog = "main"
      number = 0
      for line in block { try readLine(line.number, line.text) }
    }
  }

  private mutating func readLine(_ line: Int, _ text: Substring) throws(TranscriptError) {
    if let colon = text.firstIndex(of: ":") {
      let value = String(text[text.index(after: colon)...].trimmed)
      if try set(String(text[..<colon]), value, line, text) { return }
    }
    if text.hasPrefix("→ ") {
      return try expect(String(text.dropFirst(2)), line, text)
    }
    if number == 0 {
      transcript.conversations += 1
      number = transcript.conversations
    }
    var words = TranscriptWords(text)
    var happening = TranscriptLine(number: line, text: text)
    happening.time = words.takeTime()
    happening.sequence = words.takeSequence()
    var flag: (cause: String?, severity: Severity?, confidence: Confidence?)?
    if words.take("⚑") {
      var found: (cause: String?, severity: Severity?, confidence: Confidence?) = (nil, nil, nil)
      while let word = words.first {
        if let severity = Severity(rawValue: word) {
          found.severity = severity
        } else if let confidence = Confidence(rawValue: word) {
          found.confidence = confidence
        } else if Self.causes.contains(word) {
          found.cause = word
        } else {
          break
        }
        _ = words.take(word)
      }
      flag = found
    }
    happening.sequence = happening.sequence ?? words.takeSequence()
    happening.modifiers = try words.takeModifiers(line)
    let place = try happening.read(String(words.rest), into: &self)
    transcript.lines[place] = line
    if let flag {
      transcript.flags.append(
        Transcript.Flag(
          line: line, place: place, cause: flag.cause, severity: flag.severity, confidence: flag.confidence))
    }
  }

  /// - Returns: whether the line sets what holds from here on.
  private mutating func set(
    _ key: String, _ value: String, _ line: Int, _ text: Substring
  ) throws(TranscriptError) -> Bool {
    switch key {
    case "account": scene.account = value
    case "channel": scene.channel = value == "unknown" ? "" : value
    case "skill": scene.skill = value
    case "dialog": scene.dialog = value
    case "consumer is": scene.consumer = value
    case "log times": scene.hasLogTimes = value != "none"
    case "bots" where Self.botModes.contains(value): scene.bots = value
    case "layout":
      guard let layout = Self.layouts[value] else {
        throw TranscriptError(
          line: line, text, "a layout is one of \(Self.layouts.keys.sorted().joined(separator: ", "))")
      }
      (scene.marks, scene.sightings) = layout
    default: return false
    }
    return true
  }

  private mutating func expect(_ outcome: String, _ line: Int, _ text: Substring) throws(TranscriptError) {
    let reason = "not applicable: "
    if outcome == "undecided" {
      transcript.outcomes[number] = (line, .undecided)
    } else if outcome == "judged" {
      transcript.outcomes[number] = (line, .judged)
    } else if outcome.hasPrefix(reason) {
      transcript.outcomes[number] = (line, .notApplicable(String(outcome.dropFirst(reason.count))))
    } else {
      throw TranscriptError(line: line, text, "not 'judged', 'undecided' or 'not applicable: <reason>'")
    }
  }
}

/// The words of a line, taken from its front and its end.
struct TranscriptWords {
  private(set) var rest: Substring

  init(_ text: Substring) { rest = text }

  var first: String? { rest.isEmpty ? nil : String(rest.prefix { $0 != " " }) }

  mutating func take(_ word: String) -> Bool {
    guard first == word else { return false }
    rest = rest.dropFirst(word.count).trimmed
    return true
  }

  /// `mm:ss`, `hh:mm:ss`, each with or without `.mmm`.
  mutating func takeTime() -> Timestamp? {
    guard let word = first, let time = Self.time(word) else { return nil }
    _ = take(word)
    return time
  }

  /// `#7`
  mutating func takeSequence() -> Int64? {
    guard let word = first, word.hasPrefix("#"), let sequence = Int64(word.dropFirst()) else { return nil }
    _ = take(word)
    return sequence
  }

  /// What stands in brackets at the line's end.
  mutating func takeModifiers(_ line: Int) throws(TranscriptError) -> [String] {
    guard rest.hasSuffix("]") else { return [] }
    guard let start = rest.lastIndex(of: "[") else { throw TranscriptError(line: line, rest, "']' without '['") }
    let modifiers = rest[rest.index(after: start)...].dropLast().split(separator: ",").map { String($0.trimmed) }
    rest = Substring(rest[..<start].trimmed)
    return modifiers
  }

  /// Moments are counted from the second of March 2026, ten o'clock.
  static func time(_ word: String) -> Timestamp? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let seconds = Double(parts[parts.count - 1]) else { return nil }
    let whole = parts.dropLast().map { Int64($0) }
    guard !whole.contains(nil) else { return nil }
    let minutes = whole.compactMap(\.self).reduce(0) { $0 * 60 + $1 }
    return Timestamp(milliseconds: 1_772_445_600_000 + minutes * 60_000 + Int64((seconds * 1000).rounded()))
  }
}

extension Substring {
  var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
extension String {
  fileprivate var trimmed: Substring { self[...].trimmed }
}
extension Transcript {
  fileprivate init() {}
}

import Model

/// What a message of a transcript holds: plain text, or one of the words in angle brackets.
struct TranscriptContent {
  var kind = ContentKind.text
  var state = TextState.present
  var counts = TextCounts(utf16: 0, scalars: 0, graphemes: 0, utf8: 0)
  /// Equal for equal texts, but for white space, and equal cards.
  private(set) var hash: UInt32 = 0

  init?(_ text: Substring) {
    guard let content = Self(content: text) else { return nil }
    self = content
    if state == .present || kind == .richContent { hash = Self.hash(text) }
  }

  private init?(content text: Substring) {
    guard text.hasPrefix("<"), text.hasSuffix(">") else {
      counts = Self.counts(String(text), 1)
      return
    }
    let words = text.dropFirst().dropLast().split(separator: " ")
    if words.count == 2, let count = UInt32(words[1]), let unit = Self.units[words[0]] {
      counts = Self.counts(unit, count)
      if unit == "*" { state = .masked }
      return
    }
    if words.count == 2, words[0] == "rich" {
      (kind, state) = (.richContent, .none)
      return
    }
    switch text {
    case "<blank>": (state, counts) = (.blank, Self.counts(" ", 1))
    case "<absent>": state = .absent
    case "<placeholder>": (state, counts) = (.placeholder, Self.counts("\u{FFFC}", 1))
    case "<masked>": (state, counts) = (.masked, Self.counts("*", 5))
    case "<rich>": (kind, state) = (.richContent, .none)
    case "<file>": (kind, state) = (.file, .none)
    case "<form>": (kind, state) = (.secureForm, .none)
    case "<tap>": (kind, state) = (.action, .none)
    case "<unknown>": (kind, state) = (.unknown, .none)
    default: return nil
    }
  }

  /// `<text 5001>` is 5001 of them.
  private static let units: [Substring: String] = [
    "text": "a", "emoji": "😀", "accented": "e\u{301}", "family": "👨‍👩‍👧‍👦", "crlf": "\r\n", "masked": "*",
  ]

  private static func hash(_ text: Substring) -> UInt32 {
    text.split(separator: " ").joined(separator: " ").utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  private static func counts(_ unit: String, _ count: UInt32) -> TextCounts {
    TextCounts(
      utf16: count * UInt32(unit.utf16.count), scalars: count * UInt32(unit.unicodeScalars.count),
      graphemes: count * UInt32(unit.count), utf8: count * UInt32(unit.utf8.count))
  }
}

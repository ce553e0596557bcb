import Model

/// How what a verdict rests on is put into words: times and numbers, never text.
enum Sight {
  static func time(_ moment: Timestamp?) -> String { moment?.description ?? "no known time" }

  /// `#3 at 2026-03-02T10:00:03.000Z`
  static func message(_ message: Message) -> String { "#\(message.sequence) at \(time(message.time.moment))" }

  /// A message of which nothing can be seen.
  static func blank(_ message: Message) -> String {
    let what =
      switch message.text {
      case .placeholder: "nothing but the place of an attachment"
      case .absent: "a text message without its text"
      default: "a text of \(message.utf16Count) UTF-16 units, none of which can be seen"
      }
    return "\(Self.message(message)): \(what)"
  }

  static func outcome(_ outcome: Exchange.Outcome) -> String {
    switch outcome {
    case .unanswered: "no answer"
    case .unknown: "an answer beyond the log, if any"
    case .answered(let code): "code \(code)"
    }
  }
}

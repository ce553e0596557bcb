import Model

/// A message's content as it is kept: its kind, and the measure of its text.
struct MessageContent {
  var kind: ContentKind
  var measure = TextMeasure(state: .none)
  var text: JSONNode?
  /// `Message.contentHash`.
  var hash: UInt32 = 0

  init(kind: ContentKind) { self.kind = kind }

  /// - Parameter isHashed: whether it may be asked if it was said before; of what consumers say, which is most of a log, nobody does.
  init(text: JSONNode?, _ record: JSONRecord, _ options: borrowing ReadingOptions, isHashed: Bool) {
    kind = .text
    measure = record.measure(text, mask: options.maskCharacters, masksLetters: options.masksLetters)
    self.text = text
    if isHashed, measure.state == .present { hash = record.contentHash(ofText: text) }
  }

  init(structure: JSONNode?, _ record: JSONRecord, _ options: borrowing ReadingOptions, isHashed: Bool) {
    kind = .richContent
    if isHashed { hash = record.contentHash(ofStructure: structure, limit: options.recordLimit / 4) }
  }
}

extension Message {
  /// Keeps what is kept of a content.
  mutating func take(_ content: MessageContent) {
    kind = content.kind
    text = content.measure.state
    utf16Count = content.measure.utf16Count
    contentHash = content.hash
  }
}

extension Stream {
  /// Keeps what of a message's text is kept beside the message.
  mutating func keep(_ content: MessageContent, of key: MessageKey, _ record: JSONRecord) {
    if let counts = content.measure.counts { facts.keep(counts, of: key) }
    if options.excerptLength > 0, let text = content.text {
      facts.keep(excerpt: String(record.text(text).prefix(options.excerptLength)), of: key)
    }
  }
}

extension JSONRecord {
  /// A message's number in its dialog: no platform writes a negative one.
  @inline(__always)
  func sequence(_ node: JSONNode?) -> Int32? {
    guard let node else { return nil }
    let entry = entry(node)
    let digit = bytes.byte(entry.offset) &- UInt8(ascii: "0")
    return entry.count == 1 && digit < 10 ? Int32(digit) : longSequence(node)
  }

  @inline(never)
  private func longSequence(_ node: JSONNode) -> Int32? {
    integer(node).flatMap { $0 < 0 ? nil : Int32(exactly: $0) }
  }
}

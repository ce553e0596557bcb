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
  init(text: JSONNode?, _ record: JSONRecord, _ options: ReadingOptions, isHashed: Bool) {
    kind = .text
    measure = record.measure(text, mask: options.maskCharacters)
    self.text = text
    if isHashed, measure.state == .present { hash = record.contentHash(ofText: text) }
  }

  init(structure: JSONNode?, _ record: JSONRecord, _ options: ReadingOptions, isHashed: Bool) {
    kind = .richContent
    if isHashed { hash = record.contentHash(ofStructure: structure, limit: options.recordLimit / 4) }
  }
}

extension Stream {
  /// Adds a message with its content, and what is kept of its text.
  mutating func add(
    _ message: Message, _ content: MessageContent, in dialog: Identifier, to index: Int, record: JSONRecord
  ) {
    var message = message
    message.kind = content.kind
    message.text = content.measure.state
    message.utf16Count = content.measure.utf16Count
    message.contentHash = content.hash
    facts.add(message, to: index)
    let key = MessageKey(dialog: dialog, sequence: message.sequence)
    if let counts = content.measure.counts { facts.keep(counts, of: key) }
    if options.excerptLength > 0, let text = content.text {
      facts.keep(excerpt: String(record.text(text).prefix(options.excerptLength)), of: key)
    }
  }
}

extension JSONRecord {
  /// A message's number in its dialog: no platform writes a negative one.
  func sequence(_ node: JSONNode?) -> Int32? {
    integer(node).flatMap { $0 < 0 ? nil : Int32(exactly: $0) }
  }
}

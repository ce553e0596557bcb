import Model

/// An envelope of which the form tells that it holds a frame, the time and little else: what of it is looked for in each record is the time.
struct PlainEnvelope {
  let frame: JSONNode
  @Kept private var time: JSONNode?

  /// Nil where the record is none, or may say more about its frame.
  init?(_ fields: TopLevel, _ record: JSONRecord) {
    var frame: JSONNode?
    var members = record.members(fields.node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch (key, record.kind(value)) {
      case (.frame, .object), (.body, .object), (.payload, .object), (.unknown, .object):
        if frame != nil { return nil }
        frame = value
      case (_, .object), (_, .array): return nil
      case _ where value == fields.time: break
      // A frame says more than the name beside it, and no layout asks for what loggers write.
      case (.event, .string), (.direction, _), (.level, _), (.pid, _), (.message, _), (.msg, _), (.unknown, _): break
      default: return nil
      }
    }
    guard let frame, let time = fields.time else { return nil }
    self.frame = frame
    self.time = time
  }

  mutating func move(_ places: borrowing ValuePlaces) -> Bool { places.move(&time) }

  /// Has what the envelope says hold for the frame that is read next.
  func open(_ record: JSONRecord, _ stream: inout Stream) {
    if let time = stream.moment(time, record) { stream.envelope.time = time }
  }
}

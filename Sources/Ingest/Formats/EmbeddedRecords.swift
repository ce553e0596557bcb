import Model

extension Stream {
  /// The bytes that a text written into a record may have; nil where it has more, which is reported.
  mutating func embeddedLimit(for node: JSONNode, _ record: JSONRecord) -> Int? {
    // Its text is held beside the record that it was written into.
    let limit = options.recordLimit / 4
    if record.count(node) <= limit { return limit }
    report(
      .recordTooLarge,
      "what was written into a string is larger than \(limit) bytes, a quarter of --max-record-bytes, and was passed over"
    )
    return nil
  }

  /// Reads the records among the members behind the first of them, which tells whether envelopes count.
  mutating func readFrames(behind first: JSONNode, of node: JSONNode, _ record: JSONRecord) {
    let areFrames = EnvelopeContent.isFrame(first, record)
    var isBehind = false
    var members = record.members(node)
    while let (_, value, _) = members.nextMember(in: record) {
      guard isBehind else {
        isBehind = value == first
        continue
      }
      guard record.kind(value) == .object else { continue }
      let isWanted =
        areFrames
        ? EnvelopeContent.isFrame(value, record)
        : EnvelopeContent(TopLevel(record, value), record) != nil
      if isWanted { read(record, value) }
    }
  }

  /// Reads each element of a list as a record of its own, also where nothing tells what it is.
  mutating func readList(_ node: JSONNode, _ record: JSONRecord) {
    guard envelope.lists < EnvelopeContent.depthLimit else {
      return reportUnrecognized("lists in more than \(EnvelopeContent.depthLimit - 1) others")
    }
    envelope.lists += 1
    defer { envelope.lists -= 1 }
    noteList()
    var elements = record.elements(node)
    while let element = elements.next(in: record) { readElement(record, element) }
  }

  /// Reads records that were written as text beside each other; some shippers keep the same text twice.
  mutating func readTexts(of node: JSONNode, _ record: JSONRecord) {
    var texts: Set<String> = []
    var members = record.members(node)
    while let (_, value, _) = members.nextMember(in: record) {
      guard record.kind(value) == .string, EnvelopeContent.looksLikeJSON(value, record) else { continue }
      if texts.insert(record.text(value)).inserted { readEmbedded(value, record) }
    }
  }

  /// Reads a record that was written as text into another record.
  mutating func readEmbedded(_ node: JSONNode, _ record: JSONRecord) {
    guard let limit = embeddedLimit(for: node, record) else { return }
    var scanner = JSONScanner(recordLimit: limit)
    let bytes = Array(record.text(node).utf8)
    switch unsafe scanner.scan(bytes.span.bytes, from: 0, isFinal: true) {
    case .value where envelope.texts < EnvelopeContent.depthLimit:
      envelope.texts += 1
      defer { envelope.texts -= 1 }
      read(unsafe JSONRecord(bytes: bytes.span.bytes, tape: scanner.tape.span), JSONNode(index: 0))
    case .fault(let fault):
      // The record around it is sound JSON all the same.
      if case .tooManyValues = fault.reason {
        report(.recordTooLarge, "in the JSON written into a string \(fault.message)")
      } else {
        reportUnrecognized("a string that looks like JSON and is not", because: fault.message)
      }
    default: reportUnrecognized("JSON written into strings more than \(EnvelopeContent.depthLimit) times over")
    }
  }
}

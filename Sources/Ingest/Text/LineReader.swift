import Model

/// Where a line of text stands.
enum LineOrigin {
  case input
  /// In a record, whole: a logger's message, or what a container's engine kept of a program's output.
  case message, output
}

/// What a stream makes of a line that is no JSON.
enum TextOutcome {
  /// It is no line of a log: whoever reads it says what is wrong with it.
  case refused
  case taken
  /// It is the header of a table; the rows follow.
  case table
}

extension Stream {
  /// Reads a line of text.
  /// - Parameter bytes: without its line feed.
  mutating func readText(_ bytes: RawSpan, at place: Place, scanner: inout JSONScanner) -> TextOutcome {
    self.place = place
    envelope = Envelope.Context()
    if summary.records == 0, !textLog.isUsed, let table = Table(header: bytes) {
      self.table = table
      needsWholeStream()
      return .table
    }
    if readLogLine(bytes, &scanner) {
      needsWholeStream()
      summary.records += 1
      summary.recordsByLayout[TextLog.info.name, default: 0] += 1
      return .taken
    }
    var end = bytes.byteCount
    while end > 0, bytes.byte(end - 1).isBlank { end -= 1 }
    guard textLog.isUsed, !LineValues(bytes, from: 0, to: end, &scanner).isDebris else { return .refused }
    textLog.passed(continuation: bytes, at: evidence, records: summary.records)
    ignore("continuation line")
    return .taken
  }

  /// - Returns: false where no logger wrote it.
  mutating func readLogLine(
    _ bytes: RawSpan, from origin: LineOrigin = .input, _ scanner: inout JSONScanner
  ) -> Bool {
    let isEmbedded = origin != .input
    var end = bytes.byteCount
    while end > 0, bytes.byte(end - 1).isBlank || bytes.byte(end - 1) == 0x0A { end -= 1 }
    let prefix = LinePrefix(bytes, to: end)
    if GatewayForm.recognizes(bytes, prefix.end..<end) {
      begin(prefix, isEmbedded: isEmbedded)
      GatewayForm.read(bytes, prefix.end..<end, into: &self)
      return true
    }
    let values = LineValues(bytes, from: prefix.end, to: end, isEmbedded: isEmbedded, &scanner)
    if values.isDebris { return false }
    let words = LogWords(bytes, from: prefix.end, to: values.wordsEnd)
    // Where the log's lines have prefixes, one without is the rest of a message, whatever it says.
    // What starts a program does not write as the program does.
    let isLine = origin == .message || prefix.isLog || (words.isKnown && !textLog.hasPrefixes) || words.isStart
    guard isLine || !textLog.hasPrefixes && holdsFrame(values, bytes, &scanner) else { return false }
    if prefix.isLoggers, origin != .message { textLog.hasPrefixes = true }
    // Nothing but its frame tells that words are a program's: others around it are no log's for that.
    begin(prefix, isEmbedded: isEmbedded || !isLine)
    textLog.passed(words: prefix.end..<end, bytes)
    read(words, values, bytes, &scanner)
    return true
  }

  /// Whether the first value says by itself what it is.
  private func holdsFrame(_ values: LineValues, _ bytes: RawSpan, _ scanner: inout JSONScanner) -> Bool {
    guard let range = values.ranges.first else { return false }
    let value = bytes.extracting(range)
    guard case .value = scanner.scan(value, from: 0, isFinal: true) else { return false }
    let record = JSONRecord(bytes: value, tape: scanner.tape.span.extracting(first: scanner.words))
    return EnvelopeContent.isFrame(record.root, record)
  }

  private mutating func begin(_ prefix: LinePrefix, isEmbedded: Bool) {
    if let time = prefix.time, let moment = moment(time) { envelope.time = moment }
    textLog.begin(envelope.time, isEmbedded: isEmbedded)
    passed(envelope.time)
    dateStart()
  }

  private mutating func read(
    _ words: LogWords, _ values: LineValues, _ bytes: RawSpan, _ scanner: inout JSONScanner
  ) {
    if let (fault, start) = values.fault {
      report(
        fault.reason == .invalidUTF8 ? .invalidUTF8 : fault.reason == .nestedTooDeep ? .nestedTooDeep : .malformedJSON,
        "\(fault.message) (byte \(place.byteOffset + values.offset(start + fault.offset))), in a log line; "
          + "the value was passed over",
        byteOffset: place.byteOffset + values.offset(start))
    }
    switch words.meaning {
    case .connection(let name): return readConnection(name, words, values, bytes, &scanner)
    case .idle(let kind): return ignore(kind)
    case .owner(let name, let isReading):
      nameOwner(bytes.text(name))
      if !isReading { return }
    case .consumers: exchanges.learn(.consumer)
    case .failedLogin(let user):
      var event = AgentEvent(.login, time: envelope.time)
      event.service = .login
      event.outcome = .unanswered
      event.agent = name(bytes.text(user))
      return note(event)
    case .joined(let conversation):
      return noteJoined(bytes.text(conversation))
    case .sentSMS: return readSentSMS(bytes, words.end..<values.end)
    case .started: return noteStart()
    case .record, .unknown: break
    }
    if values.ranges.isEmpty, values.fault == nil { return ignore("log line") }
    readRecords(values, bytes, &scanner)
  }

  /// Each value as a record of its own; where an error is followed by where it happened, the two are one event.
  private mutating func readRecords(_ values: LineValues, _ bytes: RawSpan, _ scanner: inout JSONScanner) {
    let line = place
    defer { place = line }
    var error: ConnectionDetails?
    for (index, range) in values.ranges.enumerated() {
      place.value = line.value + index
      place.byteOffset = line.byteOffset + values.offset(range.lowerBound)
      let value = bytes.extracting(range)
      guard case .value = scanner.scan(value, from: 0, isFinal: true) else { continue }
      let record = JSONRecord(bytes: value, tape: scanner.tape.span.extracting(first: scanner.words))
      let details = ConnectionDetails(record, record.root)
      if index == 0, values.ranges.count > 1, details.isError {
        error = details
      } else if index == 1, var both = error, details.hasLocation {
        both.fold(record, record.root)
        noteConnection(.error, both)
        error = nil
      } else {
        read(record, record.root)
      }
    }
    if let error { noteConnection(.error, error) }
  }

  private mutating func readConnection(
    _ name: Keyword, _ words: LogWords, _ values: LineValues, _ bytes: RawSpan, _ scanner: inout JSONScanner
  ) {
    let isEvent: Bool
    switch name {
    case .connected, .closed, .socketClosed, .error, .success, .warn, .reconnecting: isEvent = true
    default: isEvent = false
    }
    // Of a line that was cut nobody knows what was answered.
    if values.fault != nil || !isEvent && values.ranges.isEmpty && !tellsSuccess(bytes, words.end..<values.end) {
      return ignore("answer")
    }
    var details = ConnectionDetails()
    for range in values.ranges {
      let value = bytes.extracting(range)
      guard case .value = scanner.scan(value, from: 0, isFinal: true) else { continue }
      let record = JSONRecord(bytes: value, tape: scanner.tape.span.extracting(first: scanner.words))
      details.fold(record, record.root, depth: 1)
    }
    if details.code == nil, name == .closed || name == .socketClosed {
      details.code = closeCode(bytes, words.end..<min(values.wordsEnd, words.end + 200))
    }
    if name == .connected, details.isConnected != false, textLog.crash != nil { noteStart() }
    noteConnection(name, details)
  }

  /// `success`, or a text in quotes: what the sample bots write of a call that was answered.
  private func tellsSuccess(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    var cursor = TextCursor(at: range.lowerBound, end: range.upperBound)
    cursor.skipBlanks(bytes)
    let start = cursor.at
    if cursor.take("success", bytes) { return true }
    return cursor.take("\"", bytes) && range.upperBound > start + 1
      && bytes.byte(range.upperBound - 1) == UInt8(ascii: "\"")
  }

  /// The first number of four digits: `1006`, `CloseReason[1006,…]`.
  private func closeCode(_ bytes: RawSpan, _ range: Range<Int>) -> Int32? {
    var cursor = TextCursor(at: range.lowerBound, end: range.upperBound)
    while !cursor.isAtEnd {
      let digits = cursor.takeDigits(bytes, upTo: 20)
      if digits.count == 4, let code = Int32(bytes.text(digits)), (1000...4999).contains(code) { return code }
      if digits.isEmpty { cursor.at += 1 }
    }
    return nil
  }

  /// An id that stands in a line of text; programs print their words for nothing there, too.
  private mutating func name(_ text: String) -> Identifier {
    ["", "undefined", "null", "NaN", "NA", "-1"].contains(text) ? .absent : Identifier(text, names: &facts.names)
  }

  private mutating func nameOwner(_ text: String) {
    let owner = name(text)
    ownEvents.name(owner, into: &facts)
    exchanges.learn(.assignedAgent)
    // Only programs write such lines; people log in too.
    facts.people.add(.logOwner, to: owner)
    needsWholeStream()
  }

  /// The platform answered that a ring was accepted.
  private mutating func noteJoined(_ conversation: String) {
    let id = name(conversation)
    guard !id.isAbsent else { return ignore("answer") }
    var request = PendingExchanges.Request(
      id: .absent, evidence: evidence, sent: envelope.time)
    request.kind = .acceptRing
    request.dialog = id
    heard(envelope.time)
    settle([PendingExchanges.Settled(request: request, outcome: .answered(200), side: .assignedAgent)])
  }
}

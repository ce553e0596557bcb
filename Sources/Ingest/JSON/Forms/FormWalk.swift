import CScan

/// The same as the kernels, in plain Swift: their oracle, and what runs where there is none.
extension FormGraph {
  @unsafe
  func walkPortably(
    _ input: UnsafePointer<UInt8>, _ inputEnd: UInt64, _ walk: UnsafeMutablePointer<cscan_walk>
  ) -> Int {
    let bytes = unsafe RawSpan(_unsafeStart: input, byteCount: Int(inputEnd))
    let graph = unsafe graph.pointee
    var at = unsafe Int(walk.pointee.at)
    while true {
      let last = unsafe graph.steps[Int(walk.pointee.step)]
      var (next, others) = (last.next, last.others)
      var step = unsafe graph.steps[Int(next)]
      while true {
        if next == 0 { return CSCAN_MISSED }
        let edge: cscan_edge
        if step.value == CSCAN_FORK {
          guard Int(step.length) < bytes.byteCount - at else { return CSCAN_MISSED }
          let way = Int(step.text) + Int(cscan_way(bytes.byte(at + Int(step.length))))
          edge = unsafe graph.edges[Int(graph.ways[way])]
        } else if unsafe bytes.holds(graph.texts + Int(step.text), Int(step.length), at: at) {
          break
        } else {
          edge = unsafe graph.edges[Int(others)]
        }
        (next, others) = (edge.step, edge.other)
        step = unsafe graph.steps[Int(next)]
      }
      let place = unsafe Int(walk.pointee.count)
      if place == FormTable.stepLimit { return CSCAN_TOO_LONG }
      unsafe walk.pointee.count += 1
      unsafe walk.pointee.passed[place] = cscan_passed(start: UInt64(at), words: UInt32(step.words), step: next)
      unsafe walk.pointee.step = next
      let path = unsafe walk.pointee.path
      unsafe walk.pointee.path = ((path &<< 29 | path &>> 35) ^ UInt64(next)) &* graph.factor
      at += Int(step.length)
      switch Int(step.value) {
      case CSCAN_STRING, CSCAN_KEY:
        let end = bytes.endOfPlainText(at)
        unsafe walk.pointee.at = UInt64(end)
        if end == bytes.byteCount { return CSCAN_MISSED }
        if step.value == CSCAN_KEY, !(bytes.isQuote(end) && bytes.isDataKey(at..<end)) { return CSCAN_MISSED }
        guard bytes.isQuote(end) else {
          unsafe walk.pointee.values[place] = UInt64(at)
          return CSCAN_STRANGE_STRING
        }
        unsafe walk.pointee.values[place] = TapeEntry(offset: at - 1, count: end - at, flags: 0).word
        at = end
      case CSCAN_SCALAR:
        unsafe walk.pointee.at = UInt64(at)
        if at == bytes.byteCount { return CSCAN_MISSED }
        guard let length = bytes.lengthOfPlainNumber(at) else {
          unsafe walk.pointee.values[place] = UInt64(at)
          return CSCAN_STRANGE_SCALAR
        }
        unsafe walk.pointee.values[place] = TapeEntry(offset: at, count: length, flags: 0).word
        at += length
      default:
        unsafe walk.pointee.at = UInt64(at)
        return CSCAN_MATCHED
      }
    }
  }

  @unsafe
  func writePortably(
    _ walk: UnsafePointer<cscan_walk>, _ outline: UnsafePointer<cscan_outline>, _ tape: UnsafeMutablePointer<UInt64>
  ) {
    var target = 0
    for place in 0..<Int(unsafe walk.pointee.count) {
      if place > 0 {
        unsafe tape[target] = walk.pointee.values[place - 1]
        target += 1
      }
      let passed = unsafe walk.pointee.passed[place]
      let first = unsafe Int(graph.pointee.firstWord[Int(passed.step)])
      for word in first..<first + Int(passed.words) {
        unsafe tape[target] = graph.pointee.words[word] + passed.start
        target += 1
      }
    }
    for place in 0..<Int(unsafe outline.pointee.count) {
      let container = unsafe outline.pointee.containers[place]
      unsafe tape[Int(container.index)] |= UInt64(container.words) << 32
    }
    unsafe tape[0] |= outline.pointee.object
  }
}

extension RawSpan {
  @unsafe
  fileprivate func holds(_ text: UnsafePointer<UInt8>, _ length: Int, at start: Int) -> Bool {
    guard start + length <= byteCount else { return false }
    var done = 0
    while done + 8 <= length {
      let word = unsafe UnsafeRawPointer(text + done).loadUnaligned(as: UInt64.self)
      guard self.word(start + done) == UInt64(littleEndian: word) else { return false }
      done += 8
    }
    while done < length {
      guard unsafe byte(start + done) == text[done] else { return false }
      done += 1
    }
    return true
  }

  /// The length of a number of digits alone, which does not end the span; nil of anything else.
  fileprivate func lengthOfPlainNumber(_ start: Int) -> Int? {
    var end = start
    while end < byteCount, byte(end).isDigit { end += 1 }
    guard end > start, end < byteCount else { return nil }
    if end > start + 1, byte(start) == UInt8(ascii: "0") { return nil }
    let after = byte(end)
    return after == UInt8(ascii: ".") || after | 0x20 == UInt8(ascii: "e") ? nil : end - start
  }
}

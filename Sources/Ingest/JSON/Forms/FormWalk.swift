import CScan

/// The same as the kernels, in plain Swift: their oracle, and what runs where there is none.
extension FormTable {
  @unsafe
  func walkPortably(
    _ steps: UnsafePointer<cscan_step>, _ texts: UnsafePointer<UInt8>, _ input: UnsafePointer<UInt8>,
    _ inputEnd: UInt64,
    _ walk: UnsafeMutablePointer<cscan_walk>
  ) -> Int {
    let bytes = unsafe RawSpan(_unsafeStart: input, byteCount: Int(inputEnd))
    var at = unsafe Int(walk.pointee.at)
    var next = unsafe walk.pointee.next
    while true {
      var step = unsafe steps[Int(next)]
      while next == 0 || !(unsafe bytes.holds(texts + Int(step.text), Int(step.length), at: at)) {
        if next == 0 { return CSCAN_MISSED }
        next = step.other
        step = unsafe steps[Int(next)]
      }
      let place = unsafe Int(walk.pointee.count)
      unsafe walk.pointee.count += 1
      unsafe walk.pointee.passed[place].start = UInt64(at)
      unsafe walk.pointee.passed[place].words = UInt64(step.words)
      at += Int(step.length)
      next = step.next
      unsafe walk.pointee.next = next
      switch Int(step.value) {
      case CSCAN_STRING:
        let end = bytes.endOfPlainText(at)
        unsafe walk.pointee.at = UInt64(end)
        if end == bytes.byteCount { return CSCAN_MISSED }
        guard bytes.isQuote(end) else {
          unsafe walk.pointee.values[place] = UInt64(at)
          return CSCAN_STRANGE_STRING
        }
        unsafe walk.pointee.values[place] = TapeEntry(offset: at - 1, count: end - at, flags: 0).word
        at = end
      case CSCAN_SCALAR:
        unsafe walk.pointee.at = UInt64(at)
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
    _ words: UnsafePointer<UInt64>, _ walk: UnsafePointer<cscan_walk>, _ tape: UnsafeMutablePointer<UInt64>
  ) {
    var source = 0
    var target = 0
    for place in 0..<Int(unsafe walk.pointee.count) {
      if place > 0 {
        unsafe tape[target] = walk.pointee.values[place - 1]
        target += 1
      }
      let passed = unsafe walk.pointee.passed[place]
      for _ in 0..<passed.words {
        unsafe tape[target] = words[source] + passed.start
        source += 1
        target += 1
      }
    }
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

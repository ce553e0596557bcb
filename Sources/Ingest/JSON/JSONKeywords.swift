import CScan

/// The keywords that strings are.
extension JSONRecord {
  /// The keyword a string is, compared exactly; `unknown` for every other value.
  @inline(__always)
  func keyword(_ node: JSONNode) -> Keyword {
    let entry = entry(node)
    if entry.isKnown { return entry.isPrefixed ? .unknown : entry.keyword }
    if entry.isEscaped { return escapedKeyword(node) { $0.keyword($0.root) } }
    return KeywordTable.all.find(bytes, entry.offset &+ 1, entry.count, ignoringCase: false)
  }

  /// Whether a string is the same in all records of the form.
  func isKnown(_ node: JSONNode) -> Bool { entry(node).isKnown }

  /// The keyword a string is, compared without case.
  @inline(__always)
  func word(_ node: JSONNode?) -> Keyword {
    guard let node else { return .unknown }
    let entry = entry(node)
    if entry.isKnown { return entry.isPrefixed ? .unknown : entry.keyword }
    return foundWord(node)
  }

  @inline(never)
  private func foundWord(_ node: JSONNode) -> Keyword {
    guard kind(node) == .string else { return .unknown }
    let entry = entry(node)
    if entry.isEscaped { return escapedKeyword(node) { $0.word($0.root) } }
    return KeywordTable.all.find(bytes, entry.offset &+ 1, entry.count, ignoringCase: true)
  }

  /// The keyword of a frame's or event's type without its prefixes: `.ams.ms.PublishEvent`, `ms.PublishEvent` and, as webhook
  /// subscriptions name it, `ms.PublishEvent.ContentEvent` are one type.
  @inline(__always)
  func typeWord(_ node: JSONNode?) -> Keyword {
    guard let node else { return .unknown }
    let entry = entry(node)
    return entry.isKnown ? entry.keyword : foundTypeWord(node)
  }

  @inline(never)
  private func foundTypeWord(_ node: JSONNode) -> Keyword {
    guard kind(node) == .string else { return .unknown }
    if isEscaped(node) { return escapedKeyword(node) { $0.typeWord($0.root) } }
    var start = offset(node) + 1
    let end = start + count(node)
    if start < end, bytes.byte(start) == UInt8(ascii: ".") { start += 1 }
    if end - start > 4, bytes.uint32(start) == 0x2E73_6D61 { start += 4 }  // "ams."
    if let dot = firstDot(start, end) { start = dot + 1 }
    return KeywordTable.all.find(bytes, start, (firstDot(start, end) ?? end) - start, ignoringCase: true)
  }

  private func firstDot(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end {
      if at + 8 <= bytes.byteCount {
        let found = bytes.word(at).firstOffset(of: UInt8(ascii: "."))
        if found == 8 {
          at += 8
          continue
        }
        at += found
        break
      }
      if bytes.byte(at) == UInt8(ascii: ".") { break }
      at += 1
    }
    return at < end ? at : nil
  }

  /// Looks a string up as it reads with its escapes undone. No word is as long as the longest escaped one would be.
  @inline(never)
  private func escapedKeyword(_ node: JSONNode, _ find: (JSONRecord) -> Keyword) -> Keyword {
    guard count(node) <= KeywordTable.longestEscaped else { return .unknown }
    let plain = Array("\"\(text(node))\"".utf8)
    let tape = [UInt64(plain.count - 2) << 32]
    return unsafe find(JSONRecord(bytes: plain.span.bytes, tape: tape.span))
  }

  /// Whether a key is data, as the id of a person in an object of what each of them has not read: then it may differ between objects of one form.
  func isDataKey(_ node: JSONNode) -> Bool {
    let entry = entry(node)
    if entry.isKnown || entry.isEscaped || entry.isBeyondASCII { return false }
    let start = entry.offset &+ 1
    return bytes.isDataKey(start..<start &+ entry.count)
  }
}

extension RawSpan {
  /// Whether a plain key is data: no word of the platform is this long and has a digit in it.
  func isDataKey(_ range: Range<Int>) -> Bool {
    range.count >= Int(CSCAN_KEY_LENGTH) && range.prefix(64).contains { byte($0).isDigit }
  }
}

import Testing

@testable import Ingest

/// The table of words: it finds each of its own, and nothing else.
struct KeywordTests {
  private static let words = Keyword.allCases.filter { $0 != .unknown }

  /// The keyword of a string that is the whole record, so that it ends one byte before the buffer does.
  private func exactly(_ text: String) throws -> Keyword {
    try #require(ScannedText("\"\(text)\"")).with { $0.keyword($0.root) }
  }

  private func ignoringCase(_ text: String) throws -> Keyword {
    try #require(ScannedText("\"\(text)\"")).with { $0.word($0.root) }
  }

  private func typeWord(_ text: String) throws -> Keyword {
    try #require(ScannedText("\"\(text)\"")).with { $0.typeWord($0.root) }
  }

  @Test("Words are different, also without their case: enumeration values are compared so")
  func uniqueness() {
    #expect(Set(Self.words.map { $0.rawValue.lowercased() }).count == Self.words.count)
    #expect(Self.words.allSatisfy { $0.rawValue.utf8.allSatisfy { $0 < 0x80 && $0 != 0x5C && $0 != 0x22 } })
  }

  @Test("Every word is found, wherever it stands in the buffer")
  func everyWord() throws {
    for word in Self.words {
      #expect(try exactly(word.rawValue) == word)
      #expect(try ignoringCase(word.rawValue) == word)
      for padding in 0..<20 {
        let scanned = try #require(ScannedText("[\"\(word.rawValue)\"]" + String(repeating: " ", count: padding)))
        #expect(scanned.with { $0.keyword(JSONNode(index: 1)) } == word)
      }
    }
  }

  @Test("Without case every word is found, exactly only as it is written")
  func cases() throws {
    for word in Self.words {
      for other in [word.rawValue.uppercased(), word.rawValue.lowercased()] {
        #expect(try ignoringCase(other) == word, "\(other)")
        #expect(try exactly(other) == (other == word.rawValue ? word : .unknown))
      }
    }
  }

  @Test("A word with one byte changed, added or taken away is not that word")
  func nearWords() throws {
    let known = Set(Self.words.map { $0.rawValue })
    let knownWithoutCase = Set(Self.words.map { $0.rawValue.lowercased() })
    for word in Self.words {
      let bytes = Array(word.rawValue.utf8)
      var others = [bytes + [0x61], [0x61] + bytes, Array(bytes.dropLast()), Array(bytes.dropFirst()), bytes + [0x20]]
      for index in bytes.indices {
        var other = bytes
        other[index] = bytes[index] == 0x7A ? 0x79 : 0x7A
        others.append(other)
        // The bit that tells upper from lower case, where there is no case.
        other[index] = bytes[index] ^ 0x20
        let changed = Unicode.Scalar(other[index])
        if changed.value > 0x20, changed != "\"", changed != "\\", changed.value < 0x7F { others.append(other) }
      }
      for other in others {
        let text = String(decoding: other, as: UTF8.self)
        if !known.contains(text) { #expect(try exactly(text) == .unknown, "\(text)") }
        if !knownWithoutCase.contains(text.lowercased()) { #expect(try ignoringCase(text) == .unknown, "\(text)") }
      }
    }
  }

  @Test(
    "Words of any length and any bytes that are none of the table",
    arguments: [
      "", "a", "é", "żółć", "aaaaaaaa", "aaaaaaaaa", "conversationHistoryRecordsconversationHistoryRecords",
      "@", "`TIMESTAMP", "^timestamp", "TEXT\u{7F}PLAIN", "kınd", "\u{212A}ind",
    ])
  func strangers(_ text: String) throws {
    #expect(try exactly(text) == .unknown)
    #expect(try ignoringCase(text) == .unknown)
  }

  @Test("Words with escapes are the words that they spell")
  func escapes() throws {
    for word in Self.words {
      #expect(try exactly(word.rawValue.unicodeEscapes) == word)
      #expect(try ignoringCase(word.rawValue.unicodeEscapes) == word)
    }
    #expect(try exactly(#"text\/plain"#) == .textPlainMIME)
    #expect(try exactly(#"\u0000"#) == .unknown)
  }

  @Test("Numbers and containers are no words", arguments: ["1", "12345678", "true", "null", "[]", "{}"])
  func noStrings(_ text: String) throws {
    #expect(try #require(ScannedText(text)).with { $0.word($0.root) } == .unknown)
    #expect(try #require(ScannedText(text)).with { $0.typeWord($0.root) } == .unknown)
  }

  @Test(
    "Types without their prefixes and suffixes",
    arguments: [
      ("PublishEvent", .publishEvent), ("ms.PublishEvent", .publishEvent), (".ams.ms.PublishEvent", .publishEvent),
      ("ams.ms.PublishEvent", .publishEvent), ("ms.PublishEvent.ContentEvent", .publishEvent),
      (".ams.PublishEvent", .publishEvent),
      ("cqm.ExConversationChangeNotification", .exConversationChangeNotification), ("ms.publishevent", .publishEvent),
      (".SharkContext", .sharkContext), ("ms.QueryMessages$Response", .queryMessagesResponse),
      ("ContentEvent", .contentEvent),
      ("", .unknown), (".", .unknown), ("..", .unknown), ("ms.", .unknown), ("ams.", .unknown), (".ams.", .unknown),
      ("ams.x", .unknown),
      ("ms.Nothing", .unknown), ("....", .unknown), ("ams.ms.", .unknown), ("ms\\u002ePublishEvent", .publishEvent),
    ] as [(String, Keyword)])
  func types(_ text: String, _ wanted: Keyword) throws {
    #expect(try typeWord(text) == wanted)
  }
}

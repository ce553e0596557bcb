import TestSupport
import Testing

@testable import Model

@Suite struct IdentifierTests {
  private static let hexDigits = Array("0123456789abcdef".utf8)

  private func id(_ bytes: [UInt8], _ names: inout NameTable) -> Identifier { Identifier(bytes.span, names: &names) }

  private func uuid(_ random: inout FactRandom) -> [UInt8] {
    var bytes = (0..<36).map { _ in random.pick(Self.hexDigits) }
    for index in [8, 13, 18, 23] { bytes[index] = UInt8(ascii: "-") }
    bytes[19] = random.pick(Array("89ab".utf8))
    return bytes
  }

  @Test func textsOfEveryLengthComeBack() {
    var names = NameTable()
    var random = FactRandom(seed: 15)
    var seen: [Identifier: [UInt8]] = [:]
    for length in 0...64 {
      for _ in 0..<40 {
        let bytes = (0..<length).map { _ in UInt8(0x20 + random.below(0x5F)) }
        let id = id(bytes, &names)
        #expect(id.text(names) == String(decoding: bytes, as: UTF8.self))
        #expect(id.needsName == (length > 15))
        #expect(id.isAbsent == (length == 0))
        #expect(seen.updateValue(bytes, forKey: id) ?? bytes == bytes, "two texts met in one id")
      }
    }
  }

  @Test func whatIsLongerThanAnyIdIsKeptInShort() {
    var names = NameTable()
    let longest = [UInt8](repeating: UInt8(ascii: "a"), count: 256)
    #expect(id(longest, &names).text(names).utf8.count == 256)
    // A character of four bytes lies over the cut.
    let long = Array(("a" + String(repeating: "\u{1F600}", count: 100)).utf8)
    let first = id(long + Array("1".utf8), &names)
    let second = id(long + Array("2".utf8), &names)
    #expect(first != second && first.text(names) != second.text(names))
    for id in [first, second] {
      #expect(id.text(names).hasPrefix("a" + String(repeating: "\u{1F600}", count: 49) + "\u{2026}"))
      #expect(id.text(names).utf8.count == 197 + 3 + 16)
    }
    #expect(id(long + Array("1".utf8), &names) == first)
    #expect(first.text(names).hasSuffix("\u{2026}f3feae0dfab322c7"), "the same in every process")
  }

  @Test func everyByteComesBack() {
    var names = NameTable()
    var ids: Set<Identifier> = []
    for byte in UInt8.min...UInt8.max {
      for length in [1, 7, 8, 15] {
        let bytes = [UInt8](repeating: byte, count: length)
        #expect(id(bytes, &names).text(names) == String(decoding: bytes, as: UTF8.self))
        ids.insert(id(bytes, &names))
      }
    }
    #expect(ids.count == 256 * 4)
    #expect(id([0], &names) != .absent)
  }

  @Test func textsOfManyAlphabetsComeBack() {
    var names = NameTable()
    for text in ["ключ", "予約の会話", "🙂🙂🙂", "e\u{301}", "متصفح طويل جدا جدا", "a\u{0}b", "\u{7F}"] {
      #expect(Identifier(text, names: &names).text(names).utf8.elementsEqual(text.utf8))
    }
  }

  @Test func lowerCaseUUIDsAreKeptExactly() {
    var names = NameTable()
    var random = FactRandom(seed: 36)
    for _ in 0..<2000 {
      let bytes = uuid(&random)
      let id = id(bytes, &names)
      #expect(!id.needsName && id.low >> 62 == 0b10)
      #expect(id.text(NameTable()) == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func otherUUIDsAreNamed() {
    var names = NameTable()
    for text in [
      "3F2504E0-4F89-41D3-9A0C-0305E82C3301", "3f2504e0-4f89-41d3-9a0c-0305e82c330A",
      "3f2504e0-4f89-41d3-1a0c-0305e82c3301", "3f2504e0-4f89-41d3-ca0c-0305e82c3301",
      "3f2504e0-4f89-41d3-ea0c-0305e82c3301", "3f2504e0-4f89-41d3-9a0c-0305e82c330g",
      "3f2504e0_4f89-41d3-9a0c-0305e82c3301", "3f2504e04f8-9-41d3-9a0c-0305e82c3301",
      "3f2504e0-4f89-41d3-9a0c-0305e82c330", "3f2504e0-4f89-41d3-9a0c-0305e82c33011",
    ] {
      let id = Identifier(text, names: &names)
      #expect(id.needsName)
      #expect(id.text(names) == text)
    }
  }

  /// Each of the 36 places with each of the 256 bytes: kept as a UUID only where it is one.
  @Test func everyByteAtEveryPlaceOfAUUID() {
    var random = FactRandom(seed: 256)
    for place in 0..<36 {
      var bytes = uuid(&random)
      for byte in UInt8.min...UInt8.max {
        bytes[place] = byte
        var names = NameTable()
        let id = id(bytes, &names)
        let isUUID =
          switch place {
          case 8, 13, 18, 23: byte == UInt8(ascii: "-")
          case 19: "89ab".utf8.contains(byte)
          default: Self.hexDigits.contains(byte)
          }
        #expect(id.needsName == !isUUID, "byte \(byte) at \(place)")
        #expect(id.text(names) == String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  @Test func equalTextsAreEqualIds() {
    var names = NameTable()
    for text in ["4711", "0123456789abcdef", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"] {
      var others = NameTable()
      #expect(Identifier(text, names: &names) == Identifier(text, names: &others))
    }
  }

  @Test func namesOfTwoTablesJoin() {
    var one = NameTable()
    var other = NameTable()
    let left = Identifier("a first name of some length", names: &one)
    let right = Identifier("a second name of some length", names: &other)
    one.join(other)
    #expect(left.text(one) == "a first name of some length")
    #expect(right.text(one) == "a second name of some length")
  }

  @Test func theLesserTextWinsWhicheverCameFirst() {
    var names = NameTable()
    let texts = ["", "4711", "55501.4711", "caf\u{E9}", "cafe\u{301}", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"]
    let ids = texts.map { Identifier($0, names: &names) }
    for left in ids {
      for right in ids {
        let lesser = names.lesser(left, right)
        #expect(lesser == names.lesser(right, left), "\(left.text(names)) and \(right.text(names))")
        #expect(lesser == left || lesser == right)
        #expect(left.isAbsent || right.isAbsent || !lesser.isAbsent)
      }
    }
    #expect(names.lesser(.absent, ids[1]) == ids[1])
  }
}

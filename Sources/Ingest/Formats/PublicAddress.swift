/// A public internet address, written the one way in which equal addresses are equal; private ones say nothing about where a login
/// came from, and are none.
struct PublicAddress: Equatable {
  let text: String

  /// Nil for what is no address, and for addresses that no login policy of a platform ever sees.
  init?(_ written: String) {
    let words = written.utf8.count <= 64 ? Array(written.utf8) : []
    if let address = Self.version4(words[...]) {
      guard !Self.isPrivate(version4: address) else { return nil }
      text = address.map { String($0) }.joined(separator: ".")
    } else if let groups = Self.version6(words) {
      // RFC 4291 section 2.5.5.2: how programs write the other kind on a socket of this one.
      if groups[..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF {
        let address = [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255].map { UInt8($0) }
        guard !Self.isPrivate(version4: address) else { return nil }
        text = address.map { String($0) }.joined(separator: ".")
      } else {
        guard !Self.isPrivate(version6: groups) else { return nil }
        text = groups.map { String($0, radix: 16) }.joined(separator: ":")
      }
    } else {
      return nil
    }
  }

  /// RFC 1918, RFC 6598 (carriers), RFC 1122 (this host), RFC 3927 (the link), RFC 5771 (many at once) and what is not in use.
  private static func isPrivate(version4 bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1]) {
    case (0, _), (10, _), (127, _), (224..., _): true
    case (100, 64...127), (169, 254), (172, 16...31), (192, 168): true
    default: false
    }
  }

  /// RFC 4193 (`fc00::/7`), RFC 4291 (`fe80::/10`, `ff00::/8`, `::`, `::1`).
  private static func isPrivate(version6 groups: [UInt16]) -> Bool {
    groups[0] & 0xFE00 == 0xFC00 || groups[0] & 0xFFC0 == 0xFE80 || groups[0] >> 8 == 0xFF
      || (groups[..<7].allSatisfy { $0 == 0 } && groups[7] <= 1)
  }

  private static func version4(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { part -> UInt8? in
      guard (1...3).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return UInt8(String(decoding: part, as: UTF8.self))
    }
    return numbers.count == 4 ? numbers : nil
  }

  /// RFC 4291 section 2.2: groups, of which one run of zeros may be left out, the last two maybe as the other kind.
  private static func version6(_ text: [UInt8]) -> [UInt16]? {
    // RFC 4007 section 11: behind `%` stands the link it is valid on.
    let text = text.prefix { $0 != UInt8(ascii: "%") }
    guard text.contains(UInt8(ascii: ":")) else { return nil }
    var front: [UInt16] = []
    var back: [UInt16]?
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.isEmpty {
        // Empty parts at either end belong to the gap beside them.
        if index == 0, parts.count > 1, parts[1].isEmpty { continue }
        if index == parts.count - 1, index > 0, parts[index - 1].isEmpty, back != nil { continue }
        guard back == nil, index > 0, index < parts.count - 1 else { return nil }
        back = []
        continue
      }
      var groups: [UInt16] = []
      if index == parts.count - 1, let last = version4(part) {
        groups = [UInt16(last[0]) << 8 | UInt16(last[1]), UInt16(last[2]) << 8 | UInt16(last[3])]
      } else if part.count <= 4, let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16),
        part[part.startIndex] != UInt8(ascii: "+")
      {
        groups = [group]
      } else {
        return nil
      }
      if back == nil { front += groups } else { back = (back ?? []) + groups }
    }
    guard let back else { return front.count == 8 ? front : nil }
    guard front.count + back.count < 8 else { return nil }
    return front + Array(repeating: 0, count: 8 - front.count - back.count) + back
  }
}

/// A path as the system has it: bytes, which need not be UTF-8.
///
/// Paths are told apart and sorted by their bytes. In print a byte that is not UTF-8 is a visible `\xE9`, and the backslash of a name
/// that really holds such a text is `\x5C`, so that no two paths are ever printed alike.
public struct InputPath: Hashable, Sendable {
  public let bytes: [UInt8]

  public static let standardInput = InputPath("-")

  public init(_ text: String) { bytes = Array(text.utf8) }
  public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// For system calls, with the zero byte that ends it.
  public var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// The path of an entry of this directory.
  public func appending(_ name: some Sequence<UInt8>) -> InputPath {
    InputPath(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name)
  }
}

extension InputPath: Comparable {
  public static func < (one: InputPath, other: InputPath) -> Bool { one.bytes.lexicographicallyPrecedes(other.bytes) }
}

extension InputPath: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

extension InputPath: CustomStringConvertible {
  public var description: String {
    var text = ""
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .emptyInput: return text
      case .error(let count):
        for byte in bytes[offset..<offset + count] { Self.appendEscape(of: byte, to: &text) }
        offset += count
      case .valid(let scalar):
        if isEscape(at: offset) {
          Self.appendEscape(of: UInt8(ascii: "\\"), to: &text)
        } else {
          text.unicodeScalars.append(Unicode.UTF8.decode(scalar))
        }
        offset += scalar.count
      }
    }
  }

  /// Whether the name holds what could be taken for an escape: `\x` and two digits.
  private func isEscape(at offset: Int) -> Bool {
    let next = bytes[offset...].prefix(4)
    guard next.count == 4, next.starts(with: #"\x"#.utf8) else { return false }
    return next.dropFirst(2).allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func appendEscape(of byte: UInt8, to text: inout String) {
    text += (byte < 0x10 ? #"\x0"# : #"\x"#) + String(byte, radix: 16, uppercase: true)
  }
}

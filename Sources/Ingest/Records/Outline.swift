/// Follows brackets and quotes, and no other grammar, to the end of a value.
struct Outline {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isBegun = false
  private var isDone = false
  /// A line feed stood in a string, where none may be: the value is broken.
  private(set) var stringWasCut = false
  /// Letters outside of strings that no literal has.
  private var strangers = 0
  /// So much text stands outside of strings that a quote is missing: what is taken for structure is the text between two strings.
  var isTurnedInsideOut: Bool { strangers > 8 }

  /// Whether the value ends before this byte. A line feed ends a string, for none may hold one.
  @inline(__always)
  mutating func endsBefore(_ byte: UInt8) -> Bool {
    if isDone { return true }
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      if byte == 0x0A {
        stringWasCut = true
        isInString = false
        isEscaped = false
        // Around a string that was the whole value there is no bracket to wait for.
        return depth == 0
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      // A closing bracket that was never opened belongs to the array around, unless the value is nothing but a brace too many.
      if depth == 0, isBegun || byte == UInt8(ascii: "]") { return true }
      if depth > 0 {
        depth -= 1
        isDone = depth == 0
      }
    case UInt8(ascii: ","):
      if depth == 0 { return true }
    case 0x0A:
      if depth == 0, isBegun { return true }
    default: if byte.isLetter, !byte.mayStandInLiteral { strangers += 1 }
    }
    if !byte.isJSONWhitespace { isBegun = true }
    return false
  }
}

extension UInt8 {
  /// Letters of `true`, `false` and `null`, and of exponents.
  fileprivate var mayStandInLiteral: Bool {
    switch self {
    case UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "u"), UInt8(ascii: "e"), UInt8(ascii: "f"),
      UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}

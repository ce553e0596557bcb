/// Follows brackets and quotes, and no other grammar, to the end of a value.
struct Outline {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isBegun = false
  private var isDone = false
  /// A line feed stood in a string, where none may be: the value is broken.
  private(set) var stringWasCut = false

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
    default: break
    }
    if !byte.isJSONWhitespace { isBegun = true }
    return false
  }
}

import Model

/// Documents element by element: arrays of records.
extension RecordReader {
  enum Ending {
    /// The array's own bracket ended it.
    case closed
    /// It was cut, which has been reported; something else follows, or nothing.
    case cut
  }

  /// Reads an array whose elements are records, from its bracket on.
  mutating func readElements(_ sink: inout Sink) -> Ending {
    buffer.consume(1)
    var known: [UInt8] = []
    var isFirst = true
    var valueIsDue = true
    var commaWasMissing = false
    while let byte = significantByte() {
      let place = elementPlace
      if byte == UInt8(ascii: "]") {
        // A comma before the bracket is wrong, and nothing is lost.
        if valueIsDue, !isFirst {
          report(JSONFault(reason: .expectedValue, offset: 0), at: place, isLost: false, &sink)
        }
        buffer.consume(1)
        return .closed
      }
      if !valueIsDue, byte == UInt8(ascii: ",") {
        buffer.consume(1)
        valueIsDue = true
        continue
      }
      let noComma = JSONFault(reason: .expectedCommaOrEnd, offset: 0)
      if !valueIsDue, byte == UInt8(ascii: "[") || (byte == UInt8(ascii: "{") && commaWasMissing) {
        // Not one comma was forgotten: the array was cut, and what follows is another document.
        if !commaWasMissing { report(noComma, at: place, isLost: false, &sink) }
        return .cut
      }
      let isExpected = valueIsDue || byte == UInt8(ascii: "{")
      if known.isEmpty { known = beginning() }
      let before = elements
      let result = isExpected ? readValue(at: place, &sink) : .fault(noComma)
      // A page inside the array has counted its own elements.
      if isExpected, elements == before { elements += 1 }
      commaWasMissing = !valueIsDue
      isFirst = false
      valueIsDue = false
      switch result {
      case .done:
        if commaWasMissing { report(noComma, at: place, isLost: false, &sink) }
        continue
      case .tooLarge:
        skipTooLarge(at: place, isElement: true, &sink)
        continue
      case .cut: return .cut
      case .brokenPage: break
      case .fault(let fault): report(fault, at: place, isLost: isExpected, &sink)
      }
      switch recoverElement(like: known) {
      case .atSeparator: break
      case .atValue: valueIsDue = true
      case .atDocument: return .cut
      case .atEnd:
        endedInArray = true
        return .cut
      }
    }
    endedInArray = true
    report(JSONFault(reason: .unexpectedEnd, offset: 0), at: elementPlace, isLost: false, &sink)
    return .cut
  }

  private var elementPlace: Place { Place(record: elements + 1, byteOffset: buffer.position) }
}

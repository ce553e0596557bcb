/// Why a text is no JSON, and where. Offsets are into the span that was scanned.
struct JSONFault: Error, Equatable {
  enum Reason: Equatable {
    case unexpectedEnd, expectedValue, expectedKey, expectedColon, expectedCommaOrEnd
    case badLiteral, badNumber, badEscape, controlInString, invalidUTF8, nestedTooDeep
    /// Behind the value, which is sound.
    case tooManyValues(limit: Int)
  }

  let reason: Reason
  let offset: Int

  var message: String {
    switch reason {
    case .unexpectedEnd: "the value ends in the middle"
    case .expectedValue: "a value was expected"
    case .expectedKey: "a key in double quotes was expected"
    case .expectedColon: "a colon was expected after the key"
    case .expectedCommaOrEnd: "a comma or the end of the object or array was expected"
    case .badLiteral: "only true, false and null may stand without quotes"
    case .badNumber: "the number is not written as RFC 8259 section 6 wants it"
    case .badEscape: "the escape after the backslash is none of RFC 8259 section 7"
    case .controlInString: "a control character stands unescaped in a string (a line may have been cut)"
    case .invalidUTF8: "the bytes are not UTF-8"
    case .nestedTooDeep: "arrays and objects are nested more than \(JSONScanner.nestingLimit) deep"
    case .tooManyValues(let limit): "there are more than \(limit) values; a larger --max-record-bytes reads more"
    }
  }
}

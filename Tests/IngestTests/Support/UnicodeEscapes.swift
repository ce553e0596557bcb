extension String {
  /// Every UTF-16 unit of the text as RFC 8259 may escape it.
  var unicodeEscapes: String {
    utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}

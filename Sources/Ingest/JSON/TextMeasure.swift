import Model

/// What is kept of a text: how it looks and how long it is.
struct TextMeasure {
  var state: TextState
  var utf16Count: UInt32 = 0
  /// All four lengths, of long texts only.
  var counts: TextCounts?
}

extension JSONRecord {
  /// Measures a message's text; a missing or null text is `absent`.
  ///
  /// A text is blank where each scalar is white space, default-ignorable (zero-width space, joiners, variation selectors, fillers), a
  /// control, or U+2800. `Character.isWhitespace` alone would miss most of these.
  /// - Parameter masksLetters: whether a letter is among the mask's characters.
  func measure(_ node: JSONNode?, mask: borrowing Set<Unicode.Scalar>, masksLetters: Bool = true) -> TextMeasure {
    guard let node, kind(node) == .string else { return TextMeasure(state: .absent) }
    let utf8 = count(node)
    if !isEscaped(node), !isBeyondASCII(node) {
      let state = utf8 > 0 && !masksLetters && beginsWithLetter(node) ? .present : state(of: node, mask)
      let count = UInt32(truncatingIfNeeded: utf8)
      return TextMeasure(
        state: state, utf16Count: count, counts: utf8 > TextCounts.keptAbove ? TextCounts(plain: count) : nil)
    }
    let utf16 = utf16Count(of: node)
    let mayBeLong = utf8 > TextCounts.keptAbove
    return TextMeasure(
      state: state(of: node, mask), utf16Count: utf16, counts: mayBeLong ? counts(of: node) : nil)
  }

  /// The first byte decides for nearly every text.
  private func beginsWithLetter(_ node: JSONNode) -> Bool {
    (bytes.byte(offset(node) + 1) | 0x20) &- UInt8(ascii: "a") < 26
  }

  private func state(of node: JSONNode, _ mask: borrowing Set<Unicode.Scalar>) -> TextState {
    let mask = copy mask
    var sawMask = false
    var sawPlaceholder = false
    var sawOther = false
    forEachScalar(node) { scalar in
      if mask.contains(scalar) {
        sawMask = true
      } else if scalar == "\u{FFFC}" {
        sawPlaceholder = true
      } else if !scalar.isInvisible {
        sawOther = true
      }
      return !sawOther
    }
    if sawOther || (sawMask && sawPlaceholder) { return .present }
    return sawMask ? .masked : sawPlaceholder ? .placeholder : .blank
  }

  private func utf16Count(of node: JSONNode) -> UInt32 {
    var units: UInt32 = 0
    forEachScalar(node) { scalar in
      units += scalar.value > 0xFFFF ? 2 : 1
      return true
    }
    return units
  }

  private func counts(of node: JSONNode) -> TextCounts? {
    let text = text(node)
    let utf8 = text.utf8.count
    guard utf8 > TextCounts.keptAbove else { return nil }
    return TextCounts(
      utf16: UInt32(truncatingIfNeeded: text.utf16.count),
      scalars: UInt32(truncatingIfNeeded: text.unicodeScalars.count),
      graphemes: UInt32(truncatingIfNeeded: text.count), utf8: UInt32(truncatingIfNeeded: utf8))
  }
}

extension TextCounts {
  /// Of a text without escapes and bytes beyond ASCII: no two of its characters make one.
  fileprivate init(plain count: UInt32) { self.init(utf16: count, scalars: count, graphemes: count, utf8: count) }
}

extension Unicode.Scalar {
  /// Whether a reader sees nothing of it.
  var isInvisible: Bool {
    value == 0x2800 || properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || properties.generalCategory == .control
  }
}

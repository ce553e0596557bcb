public import Model

/// Reads a written moment outside of any record.
public enum InputTime {
  /// RFC 3339, or the history's form; nil where it is neither.
  public static func parse(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    return unsafe WrittenTime.parse(bytes.span.bytes, 0, bytes.count)
  }
}

public import Model

/// Reads a written moment outside of any record.
public enum InputTime {
  /// RFC 3339, or the history's form; nil where it is neither.
  /// - Parameter zone: that of a time without one.
  public static func parse(_ text: String, in zone: ZoneRules = .utc) -> Timestamp? {
    let bytes = Array(text.utf8)
    return unsafe WrittenTime(bytes.span.bytes, 0, bytes.count)?.moment(in: zone)
  }
}

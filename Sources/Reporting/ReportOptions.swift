/// What a user may choose about how reports are written; formats that it does not concern pass over it.
public struct ReportOptions: Sendable, Equatable {
  /// What stands between the cells of CSV: one of `delimiters`.
  public var delimiter = UInt8(ascii: ",")
  /// CSV with a byte-order mark and CRLF, which is what spreadsheet programs on Windows expect.
  public var isForExcel = false

  /// Characters that no number, time or id is written with: what stands in such a cell is never quoted.
  public static let delimiters = Set(",;|\t^~!#$%&*?".utf8)

  public init() {}
}

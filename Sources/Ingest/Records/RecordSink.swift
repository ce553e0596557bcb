import Model

/// Where a record stands in its input.
struct Place: Equatable {
  /// The line on which a top-level value begins, or the running number of an element of a document's array.
  var record: Int
  /// The 1-based value on that line.
  var value = 1
  /// Into the uncompressed bytes.
  var byteOffset: Int
}

/// What a record reader hands its records to.
protocol RecordSink {
  /// Nothing more is wanted.
  var isStopped: Bool { get }
  /// One checked JSON value.
  /// - Returns: how many elements of a document's array it held: the reader counts elements through the whole input.
  mutating func read(_ record: JSONRecord, at place: Place, elementsBefore: Int) -> Int
  /// The same of a record whose form is known, from nothing but its values, in their order.
  /// - Returns: false where it must be read as a whole; then nothing was done.
  mutating func readValues(_ values: JSONRecord, at place: Place, elementsBefore: Int) -> Bool
  /// A page whose array of records is streamed begins; its members follow one by one, its elements through `read`.
  /// - Parameter key: the array's.
  mutating func beginPage(_ key: Keyword)
  mutating func readPageMember(_ key: Keyword, _ record: JSONRecord)
  mutating func endPage()
  /// A line that is no JSON, without its line feed.
  mutating func readText(_ line: RawSpan, at place: Place, scanner: inout JSONScanner) -> TextOutcome
  /// What stands between the cells of the table in hand.
  var rowDelimiter: UInt8 { get }
  /// A row of the table whose header was such a line.
  /// - Returns: false where it cannot be used, which was reported.
  mutating func readRow(_ row: CSVRow, _ bytes: RawSpan, at place: Place) -> Bool
  mutating func report(_ problem: Problem)
}

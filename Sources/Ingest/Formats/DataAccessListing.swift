import Model

/// The list of files that the Data Access API has; the files themselves hold the data.
enum DataAccessListing: InputFormat {
  static let info = LayoutInfo(
    "data-access-listing", "a list of files of the Data Access API",
    recognizedBy: "`dataAccessFiles`, an object",
    tells: [])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    fields.hasObject(.dataAccessFiles, .dataAccessFiles, record)
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    stream.ignore("list of files")
  }
}

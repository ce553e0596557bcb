import Model

/// A page of the Messaging Interactions API: `_metadata` and `conversationHistoryRecords` (layout of the vendor's
/// "Messaging Interactions API" page).
enum HistoryPage: InputFormat {
  static let info = LayoutInfo(
    "history-page", "a page of the message history",
    recognizedBy: "`conversationHistoryRecords` beside `_metadata`",
    tells: [.historyMessages, .bots])

  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    guard let records = fields.historyRecords else { return false }
    return record.kind(records) == .array || fields.pageMetadata != nil
  }

  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream) {
    stream.pages.begin()
    var records = record.elements(fields.historyRecords)
    while let node = records.next(in: record) { stream.readElement(record, node) }
    if let metadata = fields.pageMetadata { stream.pages.read(.pageMetadata, record, metadata) }
    stream.pages.end(&stream.facts)
  }
}

/// What pages say about all their records, wherever in the document it stands.
struct PageFacts {
  /// The conversations of the pages that are open, by index; a page may lie in another's array.
  private var open: [(conversations: [Int32], isPartial: Bool)] = []
  /// Pages begun so far.
  private(set) var count = 0

  mutating func begin() {
    open.append(([], false))
    count += 1
  }

  mutating func read(_ key: Keyword, _ record: JSONRecord, _ node: JSONNode) {
    guard key == .pageMetadata, !open.isEmpty else { return }
    let status = record.member(.shardsStatusResult, of: node)
    if record.flag(record.member(.partialResult, of: status)) == true { open[open.count - 1].isPartial = true }
  }

  /// Notes a conversation of the innermost page; false outside of pages, where a record speaks for itself.
  mutating func add(_ conversation: Int) -> Bool {
    guard !open.isEmpty else { return false }
    open[open.count - 1].conversations.append(Int32(truncatingIfNeeded: conversation))
    return true
  }

  /// Ends the innermost page. Where shards did not answer, any part of any of its conversations may be missing.
  mutating func end(_ facts: inout FactStore) {
    guard let page = open.popLast() else { return }
    for index in page.conversations {
      facts.update(Int(index)) { $0.marks.insert(page.isPartial ? .partialCopy : .wholeCopy) }
    }
  }
}

import Model

/// What pages say about all their records, wherever in the document it stands.
struct PageFacts {
  private struct Page {
    /// Of its array of records.
    let key: Keyword
    let account: Identifier
    /// By index.
    var conversations: [Int32] = []
    var isPartial = false
  }

  /// A page may lie in another's array.
  private var open: [Page] = []
  /// Pages begun so far.
  private(set) var count = 0

  /// The key of the array in whose elements the reading is; unknown outside of pages.
  var key: Keyword { open.last?.key ?? .unknown }
  /// Whose data the innermost page holds, where its records do not say.
  var account: Identifier { open.last?.account ?? .absent }

  mutating func begin(_ key: Keyword, account: Identifier = .absent) {
    open.append(Page(key: key, account: account))
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

extension Stream {
  /// Reads a page as one that does not fit the buffer is read: member by member, the elements of its arrays as records of their own.
  /// - Returns: false where the record is no such page.
  @discardableResult
  mutating func readPage(_ fields: TopLevel, _ record: JSONRecord) -> Bool {
    guard let key = fields.pageKey else { return false }
    pages.begin(key)
    var members = record.members(fields.node)
    while let (key, value, _) = members.nextMember(in: record) {
      if record.kind(value) == .array, Formats.streamedArrays.contains(key) {
        readElements(of: value, record)
      } else {
        pages.read(key, record, value)
      }
    }
    pages.end(&facts)
    return true
  }

  private mutating func readElements(of list: JSONNode?, _ record: JSONRecord) {
    var elements = record.elements(list)
    while let node = elements.next(in: record) { readElement(record, node) }
  }

  /// Reads a page that lies in the record in hand: the elements of its array, which are records of their own.
  mutating func readPage(
    _ key: Keyword, in document: JSONNode?, _ record: JSONRecord, metadata: JSONNode? = nil,
    account: Identifier = .absent
  ) {
    pages.begin(key, account: account)
    readElements(of: record.member(key, of: document), record)
    if let metadata { pages.read(.pageMetadata, record, metadata) }
    pages.end(&facts)
  }
}

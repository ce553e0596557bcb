import Model

/// Messages as a table, as liveperson-api-python-wrapper writes them with pandas: a row a message, its columns in any order, more
/// of them, an index before them, numbers as `1.0`.
struct TranscriptTable {
  static let info = LayoutInfo(
    "history-csv", "messages of the message history as a table",
    recognizedBy: "a header with `conversation_id`, `message_data`, `sent_by`, `seq` and `type`",
    tells: [.historyMessages, .bots])

  private let columns: [String: Int]
  private let count: Int
  /// Cells before the first named one: where the reader passes white space before a record, a header loses the tab behind the empty
  /// name of its index.
  private let unnamed: Int

  init?(_ names: [String], delimiter: UInt8) {
    unnamed = delimiter == 0x09 ? 1 : 0
    var columns: [String: Int] = [:]
    for (index, name) in names.enumerated() where columns[name] == nil { columns[name] = index }
    guard ["conversation_id", "message_data", "sent_by", "seq", "type"].allSatisfy({ columns[$0] != nil }) else {
      return nil
    }
    self.columns = columns
    count = names.count
  }

  /// - Returns: why the row cannot be used.
  func read(_ row: CSVRow, _ bytes: RawSpan, into stream: inout Stream) -> String? {
    let before = row.cells.count - count
    guard before == 0 || before == unnamed else { return "it has \(row.cells.count) cells, the header \(count)" }
    func text(_ name: String) -> String { columns[name].map { row.text($0 + before, bytes) } ?? "" }
    let data = columns["message_data"].map { row.bytes($0 + before, bytes) } ?? []
    // Read first: of a row that is not UTF-8 nothing is used.
    guard let message = PlainText(data) else { return "its message is not UTF-8" }
    let conversation = Self.identifier(text("conversation_id"), &stream.facts.names)
    guard !conversation.isAbsent else { return "it has no conversation_id" }
    guard let sequence = Self.integer(text("seq")).flatMap({ Int32(exactly: $0) }), sequence >= 0 else {
      return "its seq is no number"
    }
    stream.summary.records += 1
    stream.summary.recordsByLayout[Self.info.name, default: 0] += 1
    let named = Self.identifier(text("dialog_id"), &stream.facts.names)
    let dialogId = named.isAbsent ? conversation : named
    let sender = Self.identifier(text("participant_id"), &stream.facts.names)
    let channel = Self.identifier(text("source"), &stream.facts.names)
    let sentBy = text("sent_by").lowercased()
    // A Python literal, or JSON: it is looked at, never evaluated.
    let fromBot = text("context_data").lowercased().contains("botresponse")
    if fromBot { stream.facts.people.add(.botResponse, to: sender) }
    let time = Self.time(text("time_l"), text("time"), &stream)
    stream.facts.setOwner(conversation, of: dialogId)
    let index = stream.facts.index(of: conversation, evidence: stream.evidence)
    let evidence = stream.evidence
    let isPrivate = text("audience").uppercased() == "AGENTS_AND_MANAGERS"
    let names = stream.facts.names
    var new: Message?
    stream.facts.update(index) {
      $0.marks.insert([.history, .messagesListed])
      $0.channel = names.lesser($0.channel, channel)
      guard let dialog = $0.dialogIndex(dialogId) else { return }
      var message = Message(dialog: dialog, sequence: sequence, time: time, evidence: evidence, sightings: .history)
      message.sender = $0.participantIndex(sender)
      message.role = sentBy == "consumer" ? .consumer : sentBy == "agent" ? .agent : .unknown
      if sentBy == "consumer" { $0.updateParticipant(sender) { $0.roles.insert(.consumer) } }
      if isPrivate { message.marks.insert(.privateNote) }
      if fromBot { message.marks.insert(.botResponse) }
      new = message
    }
    guard var new else { return nil }
    let type = text("type").uppercased()
    message.withRecord { record in
      let content = Self.content(
        type, isEmpty: data.isEmpty, record, stream.options, isHashed: sentBy != "consumer")
      new.take(content)
      stream.facts.add(new, to: index)
      stream.keep(content, of: MessageKey(dialog: dialogId, sequence: sequence), record)
    }
    return nil
  }

  /// The cell of the message holds texts only: it is empty for all that is none.
  private static func content(
    _ type: String, isEmpty: Bool, _ record: JSONRecord, _ options: ReadingOptions, isHashed: Bool
  ) -> MessageContent {
    let text = isEmpty ? nil : record.root
    switch type {
    case "RICH_CONTENT": return MessageContent(kind: .richContent)
    case "HOSTED_FILE", "IMG", "FILE": return MessageContent(kind: .file)
    case "LINK": return MessageContent(kind: .link)
    case "SECURE_FORM_INVITATION", "SECURE_FORM_SUBMIT": return MessageContent(kind: .secureForm)
    case "TEXT_PLAIN", "TEXT_HTML", "TEXT": return MessageContent(text: text, record, options, isHashed: isHashed)
    default:
      return isEmpty
        ? MessageContent(kind: .unknown) : MessageContent(text: text, record, options, isHashed: isHashed)
    }
  }

  private static func time(_ milliseconds: String, _ written: String, _ stream: inout Stream) -> Timestamp? {
    if let number = integer(milliseconds), number > 0 { return Timestamp(milliseconds: number) }
    let bytes = Array(written.utf8)
    return unsafe stream.moment(writtenIn: bytes.span.bytes, 0, bytes.count)
  }

  /// Data frames write whole numbers as `1.0` where a column has gaps.
  private static func integer(_ text: String) -> Int64? {
    Int64(text) ?? Double(text).flatMap { Int64(exactly: $0) }
  }

  private static func identifier(_ text: String, _ names: inout NameTable) -> Identifier {
    switch text.lowercased() {
    case "undefined", "null", "na", "nan", "none", "-1": return .absent
    default:
      let whole = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      return Identifier(whole.allSatisfy { $0.isASCII && $0.isNumber } ? whole : text, names: &names)
    }
  }
}

import Model

/// One layout of the platform's records: how it is recognised, and which facts it gives.
protocol InputFormat: SendableMetatype {
  static var info: LayoutInfo { get }
  static func recognizes(_ fields: TopLevel, _ record: JSONRecord) -> Bool
  static func read(_ fields: TopLevel, _ record: JSONRecord, into stream: inout Stream)
}

extension InputFormat {
  /// As reports name it.
  static var name: String { info.name }
}

enum Formats {
  /// Every layout, in the order in which a record is tried; the envelope must come last, since it looks for the others inside.
  static let all = common + rare + [Envelope.self]

  /// The layouts of conversations, of which most records are.
  private static let common: [any InputFormat.Type] = [
    HistoryPage.self, HistoryRecord.self, WebhookBody.self, SocketFrame.self, SDKEvent.self, SDKAnswer.self,
  ]

  /// The layouts of which no record without a telling key is: others are not tried in vain.
  private static let rare: [any InputFormat.Type] = [
    ConsumerHistory.self, ChatHistory.self, SingerMessage.self, DataAccessFile.self, DataAccessListing.self,
    AgentActivity.self, AgentStatus.self, UserRecord.self, AuditTrail.self, LoginAnswer.self, LoginRecord.self,
    DataUsage.self, GatewayRecord.self, Fragment.self,
  ]

  /// What is written about every layout, those that are not JSON too.
  static var infos: [LayoutInfo] {
    all.map { $0.info } + [TextLog.info, TranscriptTable.info, AuditTable.info, GatewayForm.info]
  }

  /// The place in the list of a record's layout.
  static func place(of fields: TopLevel, _ record: JSONRecord) -> Int? {
    if let place = innerPlace(of: fields, record) { return place }
    return Envelope.recognizes(fields, record) ? envelopePlace : nil
  }

  static var envelopePlace: Int { common.count + rare.count }

  /// The same for a record that is no envelope.
  static func innerPlace(of fields: TopLevel, _ record: JSONRecord) -> Int? {
    if let key = fields.pageKey, let page = pages[key] { return all.firstIndex { $0 == page } }
    for (place, format) in common.enumerated() where format.recognizes(fields, record) { return place }
    if fields.keys.isEmpty { return nil }
    for (place, format) in rare.enumerated() where format.recognizes(fields, record) { return common.count + place }
    return nil
  }

  /// The arrays whose elements are records of their own, so that a document of any size is read element by element.
  static let streamedArrays = Set(pages.keys)

  /// The layouts of the documents that are nothing but such an array and what is said about it, by the array's key.
  static let pages: [Keyword: any InputFormat.Type] = [
    .conversationHistoryRecords: HistoryPage.self, .messageEventRecords: ConsumerHistory.self,
    .conversationHistoryMetadataRecords: ConsumerHistory.self, .interactionHistoryRecords: ChatHistory.self,
  ]
}

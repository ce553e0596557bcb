import Model

/// What reading one input gathers: its facts, the account of its records, and what only the order of its stream can tell.
struct Stream {
  var facts = FactStore()
  var summary: InputSummary
  let options: ReadingOptions
  /// The input's place in the sorted list of inputs.
  let input: Int
  /// Where the record in hand stands.
  var place = Place(record: 0, byteOffset: 0)
  /// What the recorder around a frame wrote of it.
  var envelope = Envelope.Context()
  var caches = LayoutCaches()
  var exchanges = PendingExchanges()
  var ownEvents = OwnEvents()
  var pages = PageFacts()
  var textLog = TextLog()
  /// The table that the input is, once its header was met.
  var table: Table?
  /// Lists of records so far.
  private var lists = 0
  /// Pages inside the record in hand counted their elements here.
  var elementsInRecord = 0
  private var zones: [String: ZoneRules?] = [:]
  private var elementsBefore = 0
  /// Where the record in hand begins, whichever element of it is being read.
  private var recordOffset = 0
  /// This is a part of an input that others read the rest of: what only a whole stream or document can tell stops the reading.
  private var isPart = false
  /// From where the records of facts are counted: the byte offset of the part in hand.
  private var firstRecord = 0
  /// Requests and responses, or elements of a document, were met.
  private(set) var needsWhole = false
  /// Values of each layout, by its place in the list, and those of one layout that followed each other since.
  private var layoutCounts = [Int](repeating: 0, count: Formats.all.count)
  private var run = (place: 0, count: 0)

  init(path: String, input: Int, options: ReadingOptions) {
    summary = InputSummary(path: path)
    self.input = input
    self.options = options
  }

  var evidence: Evidence { Evidence(input: input, record: firstRecord + place.record, value: place.value) }

  /// A record that is known and holds nothing to judge.
  mutating func ignore(_ kind: String) { summary.ignored[kind, default: 0] += 1 }

  /// - Parameter byteOffset: where it is wrong, if not at the beginning of the record in hand.
  mutating func report(_ kind: Problem.Kind, _ message: String, byteOffset: Int? = nil) {
    summary.add(Problem(kind, record: place.record, byteOffset: byteOffset ?? place.byteOffset, message: message))
  }

  /// A record of no known layout.
  mutating func reportUnrecognized(_ shape: String, because reason: String? = nil) {
    summary.addUnrecognized(shape, because: reason, record: place.record, byteOffset: place.byteOffset)
    // Which shapes are counted by themselves, only the whole input can tell.
    needsWhole = needsWhole || summary.unrecognized[InputSummary.otherShapes] != nil
  }

  /// Something was met that only the whole stream tells.
  mutating func needsWholeStream() { needsWhole = true }

  @inline(__always)
  private mutating func noteWhetherWholeIsNeeded() {
    needsWhole = needsWhole || elementsInRecord > 0 || elementsBefore > 0 || exchanges.isUsed || ownEvents.isUsed
  }

  /// A moment that a frame of this stream told: what frames without a time of their own are dated by.
  @inline(__always)
  mutating func passed(_ moment: Timestamp?) {
    if let moment { exchanges.passed(moment) }
  }

  /// A frame came over the socket of the program whose stream this is, at a moment that its recorder wrote.
  mutating func heard(_ moment: Timestamp?) {
    passed(moment)
    ownEvents.hear(moment)
  }

  /// Takes a part of the input in hand, which has an account of its own; facts and caches go on.
  mutating func begin(partAt offset: Int) {
    isPart = true
    firstRecord = offset
    summary = InputSummary(path: summary.path)
  }

  /// Takes a record in hand.
  mutating func begin(at place: Place, elementsBefore: Int) {
    self.place = place
    self.elementsBefore = elementsBefore
    recordOffset = place.byteOffset
    elementsInRecord = 0
    envelope = Envelope.Context()
  }

  /// A moment that may be written without a zone, as loggers do.
  /// - Parameter zone: the one that is meant where the user names none.
  mutating func moment(_ node: JSONNode?, _ record: JSONRecord, ofZone zone: String? = nil) -> Timestamp? {
    guard let node, record.kind(node) == .string, !record.isEscaped(node) else { return counted(node, record) }
    let start = record.offset(node) + 1
    return moment(writtenIn: record.bytes, start, start + record.count(node), ofZone: zone) ?? counted(node, record)
  }

  /// A moment that is written as a number, of whatever unit.
  private func counted(_ node: JSONNode?, _ record: JSONRecord) -> Timestamp? {
    let plain = record.timestamp(node)
    if let plain, plain.milliseconds >= EpochTime.earliestMilliseconds { return plain }
    guard let node, [.number, .string].contains(record.kind(node)), record.count(node) <= 32 else { return plain }
    return EpochTime(record.text(node))?.moment ?? plain
  }

  mutating func moment(writtenIn bytes: RawSpan, _ start: Int, _ end: Int, ofZone zone: String? = nil) -> Timestamp? {
    guard let written = WrittenTime(bytes, start, end) else { return nil }
    return written.moment(in: written.offsetMinutes == nil ? assumedZone(zone) : .utc)
  }

  mutating func moment(_ time: NamedMonthTime) -> Timestamp? {
    time.moment(in: time.offsetMinutes == nil ? assumedZone(nil) : .utc)
  }

  /// The zone of a time without one: the layout's before the user's, who names that of other logs beside it.
  private mutating func assumedZone(_ name: String?) -> ZoneRules {
    if let name, let zone = zone(named: name) {
      summary.assumedZones.insert(name)
      return zone
    }
    if let zone = options.zone { return zone }
    summary.assumedZones.insert(InputSummary.usualZone)
    return .utc
  }

  /// A zone that the input names; its rules are looked up once.
  mutating func zone(named name: String) -> ZoneRules? {
    if let known = zones[name] { return known }
    let rules = options.zoneNamed(name)
    zones[name] = .some(rules)
    return rules
  }

  /// Reads an element of an array inside the record in hand as a record of its own.
  mutating func readElement(_ record: JSONRecord, _ node: JSONNode) {
    let before = elementsInRecord
    let outer = place
    place = Place(record: elementsBefore + before + 1, byteOffset: recordOffset + record.offset(node))
    defer { place = outer }
    readCounted(record, node)
    // A page or list inside the array has counted its own elements.
    if elementsInRecord == before { elementsInRecord += 1 }
  }

  /// A page or list is its elements, not a record beside them.
  private mutating func readCounted(_ record: JSONRecord, _ node: JSONNode) {
    let before = (pages.count, lists)
    if record.kind(node) == .string, EnvelopeContent.looksLikeJSON(node, record) {
      readEmbedded(node, record)
    } else {
      read(record, node)
    }
    if (pages.count, lists) == before { summary.records += 1 }
  }

  /// The record in hand is a list of others.
  mutating func noteList() { lists += 1 }

  /// Counts a value of a layout.
  @inline(__always)
  mutating func count(_ place: Int) {
    if place != run.place {
      layoutCounts[run.place] += run.count
      run = (place, 0)
    }
    run.count += 1
  }

  /// Finds the layout of a value and has it read.
  mutating func read(_ record: JSONRecord, _ node: JSONNode) {
    if record.form != nil, let frame = caches.frames(record, node, find: { NotificationFrame(record, node) }) {
      return frame.read(record, into: &self)
    }
    let fields = TopLevel(record, node)
    if let place = Formats.place(of: fields, record) {
      count(place)
      Formats.all[place].read(fields, record, into: &self)
      return
    }
    reportUnrecognized(fields.shape(record))
  }
}

extension Stream {
  /// Ends the stream: what waited for something that did not come becomes a fact, or does not.
  mutating func finish() {
    settle(exchanges.finish())
    // A log that ends so: its program started at no known time.
    if let start = textLog.undatedStart {
      ownEvents.add(AgentEvent(.started, time: nil), evidence: start, into: &facts)
    }
    noteEnd()
    ownEvents.finish(&facts, input: input)
    settle(exchanges.takeUnowned(ownEvents.firstOwner), isEnd: true)
    layoutCounts[run.place] += run.count
    run.count = 0
    // Here and not when all inputs were read: they are read side by side.
    facts.foldCopies()
    for (place, count) in layoutCounts.enumerated() where count > 0 {
      summary.recordsByLayout[Formats.all[place].name, default: 0] += count
    }
  }
}

extension Stream: RecordSink {
  var isStopped: Bool { isPart && needsWhole }

  mutating func read(_ record: JSONRecord, at place: Place, elementsBefore: Int) -> Int {
    begin(at: place, elementsBefore: elementsBefore)
    readCounted(record, record.root)
    if let form = record.form, !caches.valueFrames.knows(form) {
      let frame = caches.frames(record, record.root) { NotificationFrame(record, record.root) }
      caches.valueFrames.keep(frame.flatMap { NotificationFrame($0, overValuesOf: record) }, of: form)
    }
    noteWhetherWholeIsNeeded()
    return elementsInRecord
  }

  mutating func readValues(_ values: JSONRecord, at place: Place, elementsBefore: Int) -> Bool {
    // No frame is kept while a record is read from its values: that needs another record.
    guard let form = values.form, let frame = unsafe caches.valueFrames[form] else { return false }
    begin(at: place, elementsBefore: elementsBefore)
    summary.records += 1
    unsafe frame._withUnsafeGuaranteedRef { $0.read(values, into: &self) }
    noteWhetherWholeIsNeeded()
    return true
  }

  mutating func beginPage(_ key: Keyword) {
    if let format = Formats.pages[key] { summary.recordsByLayout[format.name, default: 0] += 1 }
    needsWhole = true
    pages.begin(key)
  }

  mutating func readPageMember(_ key: Keyword, _ record: JSONRecord) { pages.read(key, record, record.root) }

  mutating func endPage() { pages.end(&facts) }

  mutating func report(_ problem: Problem) { summary.add(problem) }
}

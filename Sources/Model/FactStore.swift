/// All facts that were read, by conversation: the one thing that grows with the input.
///
/// Merging two stores is a join: the order of reading, repeats and cuts change nothing. Conversations are found by one look-up.
public struct FactStore: Sendable {
  public var names = NameTable()
  public var people = People()
  public private(set) var conversations = Conversations()
  /// The conversation of each dialog whose id is not its conversation's.
  public private(set) var dialogOwners: [Identifier: Identifier] = [:]
  /// All four lengths of the long texts.
  public private(set) var longTexts: [MessageKey: TextCounts] = [:]
  /// Beginnings of texts, kept only when a report asks for them.
  public private(set) var excerpts: [MessageKey: String] = [:]
  /// What happened to users outside of conversations.
  public var agentEvents = FactSet<AgentEvent>()
  public var gatewayMessages = FactSet<GatewayMessage>()
  /// When the sockets of programs that ask for the time brought something.
  public private(set) var lifeSigns: [LifeSigns.Owner: LifeSigns] = [:]
  private var table = ConversationTable()
  private var room = MessageRoom()
  /// No conversation has copies that are still to be folded.
  private var isFolded = true
  /// Some have a few that are folded at the end, however many stores bring more.
  private var hasLateCopies = false

  public init() {}

  /// The index of a conversation, which is added if new.
  public mutating func index(of id: Identifier, evidence: Evidence) -> Int {
    table.complete(conversations)
    if let index = table.find(id, in: conversations) {
      // Later records of a log, as nearly all are, change nothing.
      if evidence < conversations.evidence(at: index) { conversations.update(index) { $0.evidence = evidence } }
      return index
    }
    table.append(id)
    conversations.append(Conversation(id: id, evidence: evidence))
    return conversations.count - 1
  }

  public func find(_ id: Identifier) -> Conversation? {
    table.find(id, in: conversations).map { conversations[$0] }
  }

  public mutating func update(_ index: Int, _ change: (inout Conversation) -> Void) {
    isFolded = false
    conversations.update(index, change)
  }

  /// - Parameter change: is lent the names as well.
  public mutating func update(_ index: Int, _ change: (inout Conversation, borrowing NameTable) -> Void) {
    isFolded = false
    conversations.update(index) { change(&$0, names) }
  }

  /// Adds marks to a conversation, which mostly has them.
  public mutating func mark(_ index: Int, _ marks: ConversationMarks) {
    if !conversations.marks(at: index).isSuperset(of: marks) { update(index) { $0.marks.formUnion(marks) } }
  }

  public mutating func add(_ message: Message, to index: Int) {
    room.note()
    isFolded = false
    conversations.update(index) { $0.add(message, names: names) }
  }

  /// Adds the message that is made of what is known of its conversation.
  /// - Returns: false where none was made.
  public mutating func add(to index: Int, _ make: (inout Conversation) -> Message?) -> Bool {
    var isAdded = false
    room.note()
    isFolded = false
    conversations.update(index) {
      guard let message = make(&$0) else { return }
      $0.add(message, names: names)
      isAdded = true
    }
    return isAdded
  }

  public mutating func keep(_ counts: TextCounts, of key: MessageKey) {
    if let known = longTexts[key], known.order >= counts.order { return }
    longTexts[key] = counts
  }

  public mutating func keep(excerpt: String, of key: MessageKey) {
    // By bytes: texts that only look alike are two, of which one must win.
    if let known = excerpts[key], !known.utf8.lexicographicallyPrecedes(excerpt.utf8) { return }
    excerpts[key] = excerpt
  }

  public mutating func add(_ signs: LifeSigns, of owner: LifeSigns.Owner) {
    lifeSigns[owner, default: LifeSigns()].join(signs)
  }

  public mutating func setOwner(_ conversation: Identifier, of dialog: Identifier) {
    if conversation == dialog || dialogOwners[dialog] == conversation { return }
    dialogOwners[dialog] = names.lesser(dialogOwners[dialog] ?? .absent, conversation)
  }

  public mutating func join(_ other: consuming FactStore) {
    names.join(other.names)
    people.join(other.people, names: names)
    for (dialog, conversation) in other.dialogOwners { setOwner(conversation, of: dialog) }
    for (key, counts) in other.longTexts { keep(counts, of: key) }
    for (key, excerpt) in other.excerpts { keep(excerpt: excerpt, of: key) }
    agentEvents.join(other.agentEvents)
    gatewayMessages.join(other.gatewayMessages)
    for (owner, signs) in other.lifeSigns { add(signs, of: owner) }
    // Taken out of the other store: what is held twice would be copied when it changes.
    var others = Conversations()
    swap(&others, &other.conversations)
    isFolded = isFolded && other.isFolded
    hasLateCopies = hasLateCopies || other.hasLateCopies
    table.complete(conversations)
    other.table.complete(others)
    // Those that both know are joined one by one, from the last on: then none of them comes to stand in another's place. The rest
    // changes hands.
    let common = table.common(conversations, with: other.table, others)
    for (here, there) in common.sorted(by: { $0.there > $1.there }) {
      guard let other = others.remove(at: there) else { continue }
      conversations.update(here) {
        $0.join(other, names: names)
        if !isFolded { return }
        // To fold all for the sake of a few would cost as much for each of many inputs.
        if $0.isLarge(beside: other) { hasLateCopies = true } else { $0.foldCopies(names: names) }
      }
    }
    if others.isEmpty { return }
    conversations.take(&others)
    table.isComplete = false
  }

  /// Folds the copies in all conversations, as far as they are known.
  public mutating func foldCopies() {
    if !isFolded || hasLateCopies { conversations.updateAll { $0.foldCopies(names: names) } }
    (isFolded, hasLateCopies) = (true, false)
  }

  /// Ends the reading: events that named only their dialog go to the conversation it belongs to, and copies are folded.
  public mutating func settle() {
    if !dialogOwners.isEmpty { table.complete(conversations) }
    var strays: [Int] = []
    for dialog in Array(dialogOwners.keys) {
      let owner = root(of: dialog)
      guard owner != dialog, let from = table.find(dialog, in: conversations) else { continue }
      // What was filed under the dialog's id moves, and leaves nothing behind that could be judged.
      let stray = conversations[from]
      let to = index(of: owner, evidence: stray.evidence)
      isFolded = false
      conversations.update(to) { $0.join(stray, names: names) }
      strays.append(from)
    }
    if !strays.isEmpty {
      // From the last on: then what comes to stand in a place is no stray.
      for index in strays.sorted(by: >) { _ = conversations.remove(at: index) }
      table = ConversationTable(conversations)
    }
    foldCopies()
  }

  /// The conversation at the end of a chain of owners; of a circle, which only contradictory records can make, the least.
  /// All dialogs on the way are given to it, so that no chain is followed twice.
  private mutating func root(of dialog: Identifier) -> Identifier {
    guard let owner = dialogOwners[dialog], dialogOwners[owner] != nil else { return dialogOwners[dialog] ?? dialog }
    var way = [dialog]
    var places = [dialog: 0]
    var root = owner
    while let next = dialogOwners[root] {
      if let place = places[root] {
        root = way[place...].reduce(root) { names.lesser($0, $1) }
        break
      }
      places[root] = way.count
      way.append(root)
      root = next
    }
    for dialog in way { dialogOwners[dialog] = dialog == root ? nil : root }
    return root
  }
}

/// Which message of all: its dialog and sequence. A dialog belongs to one conversation.
public struct MessageKey: Hashable, Sendable {
  public let dialog: Identifier
  public let sequence: Int32

  public init(dialog: Identifier, sequence: Int32) {
    self.dialog = dialog
    self.sequence = sequence
  }
}

extension TextCounts {
  fileprivate var order: (UInt32, UInt32, UInt32, UInt32) { (utf16, utf8, scalars, graphemes) }
}

import Model

/// Something that somebody said in a dialog and had said there before.
struct Repetition {
  let later: Subject.Thread.Entry
  /// The nearest before it that says the same.
  let earlier: Message
  /// By whom; absent where nothing tells.
  let sender: Identifier
  /// When the same was said first.
  private let saidFirst: Timestamp?
  /// The last moment at which the consumer spoke before it; `isOpen` where one of the consumer's messages has no time.
  private let consumerSpoke: (last: Latest, isOpen: Bool)
  /// The consumer said something between the two.
  private let isInterrupted: Bool
  /// It is what the sender had said first in the dialog, whose beginning is in the log: a greeting, mostly.
  let isGreeting: Bool
  /// It was said before any consumer spoke, so that it was no answer.
  let isUnasked: Bool
  private let entries: [Subject.Thread.Entry]
  private let place: Int
  private let subject: Subject

  /// Whatever was said again in a dialog, by its later place.
  static func all(in thread: Subject.Thread, _ subject: Subject) -> [Repetition] {
    var said: [Said: (last: Int, first: Earliest)] = [:]
    // What each said first.
    var greetings: [Int: (hash: UInt32, isUnasked: Bool)] = [:]
    var isAsked = false
    var consumer = (last: Latest(), isOpen: false)
    var consumerPlace = -1
    var all: [Repetition] = []
    for (place, entry) in thread.entries.enumerated() {
      let message = entry.message
      if entry.mayBeFromConsumer {
        isAsked = true
        consumerPlace = place
        consumer.last.fold(message.time.moment)
        consumer.isOpen = consumer.isOpen || message.time.moment == nil
      }
      if entry.speaker == .consumer { continue }
      let sender = subject.sender(of: entry)
      // Ids of one person count as one; whom no record tells of stands for himself.
      let person = subject.knowledge.persons.find(sender) ?? -1 - Int(message.sender)
      let isPrivate = message.marks.contains(.privateNote)
      if greetings[person] == nil, !isPrivate { greetings[person] = (message.contentHash, !isAsked) }
      if message.contentHash == 0 { continue }
      let key = Said(person: person, hash: message.contentHash, isPrivate: isPrivate)
      var times = said[key]?.first ?? Earliest()
      if let last = said[key]?.last {
        all.append(
          Repetition(
            later: entry, earlier: thread.entries[last].message, sender: sender, saidFirst: times.moment,
            consumerSpoke: consumer, isInterrupted: consumerPlace > last,
            isGreeting: greetings[person]?.hash == message.contentHash && !subject.startIsTruncated,
            isUnasked: greetings[person]?.isUnasked ?? false, entries: thread.entries, place: place,
            subject: subject))
      }
      times.fold(message.time.moment)
      said[key] = (place, times)
    }
    return all
  }

  private struct Said: Hashable {
    let person: Int
    let hash: UInt32
    let isPrivate: Bool
  }

  /// Milliseconds between the two; nil where one has no time.
  var gap: Int64? {
    guard let now = later.message.time.moment, let before = earlier.time.moment else { return nil }
    return now.milliseconds(since: before)
  }

  var consumerSpokeBetween: Bool {
    isInterrupted || consumerTapped(since: earlier.time.moment)
  }

  /// When the sender's program was last started or connected before it said this, if it had said the same before that.
  func restart(after window: Int64) -> Timestamp? {
    guard let now = later.message.time.moment, let saidFirst, let timeline = subject.knowledge.timeline(of: sender)
    else { return nil }
    let index = timeline.beginnings.partitioningIndex { $0 > now }
    guard index > 0 else { return nil }
    let restart = timeline.beginnings[index - 1]
    return saidFirst < restart && now.milliseconds(since: saidFirst) > window ? restart : nil
  }

  /// What has no time may be new.
  func consumerSpoke(since restart: Timestamp) -> Bool {
    consumerSpoke.isOpen || consumerSpoke.last.moment.map { $0 >= restart } ?? false || consumerTapped(since: restart)
  }

  /// A tap that has no number of its own.
  private func consumerTapped(since moment: Timestamp?) -> Bool {
    guard let tap = subject.conversation.consumerActed.moment, let moment, let now = later.message.time.moment else {
      return false
    }
    return tap >= moment && tap <= now
  }

  /// The consumer waited for an answer, and this is all that the bot said to it.
  var isOnlyAnswer: Bool {
    let before = entries[..<place].last { $0.mayBeFromConsumer || $0.isVisibleContentOfAgent }
    let after = entries[(place + 1)...].first { $0.mayBeFromConsumer || $0.isVisibleContentOfAgent }
    return before?.mayBeFromConsumer ?? false && after?.mayBeFromConsumer ?? true
  }
}

extension Subject {
  /// What a program says that it sent has no sender: it is the bot's whose conversation it is.
  fileprivate func sender(of entry: Thread.Entry) -> Identifier {
    let sender = entry.message.sender
    if sender != Message.unknownSender { return conversation.participants[Int(sender)].id }
    return entry.speaker == .bot(.absent) && assignedBots.count == 1 ? assignedBots[0].id : .absent
  }
}

extension Subject.Thread.Entry {
  /// Old events say who spoke, and not in which role.
  fileprivate var mayBeFromConsumer: Bool {
    isFromConsumer || (speaker == .agent && message.role == .unknown)
  }
}

import Model

/// What became of the images that the gateway of text messages took in from a conversation's consumer.
struct GatewayEvidence {
  /// A message of the consumer as it arrived in the conversation.
  struct Arrival {
    let message: Message
    let dialog: Dialog
    let isBlank: Bool

    var key: MessageKey { MessageKey(dialog: dialog.id, sequence: message.sequence) }
  }

  /// A message with images, and where it should have arrived.
  struct Media {
    let entry: GatewayInbox.Entry
    /// A file of the consumer came near it.
    let hasArrived: Bool
    /// What arrived near it: a blank, else another message of the consumer. Each image has one of its own, as long as there are enough.
    let instead: Arrival?
  }

  let media: [Media]
  /// Whether the gateway took in anything of the conversation.
  let isKnown: Bool
  let window: Int64
  /// The message of the consumer that each message without images is nearest to.
  private let texts: Set<MessageKey>
  /// When the gateway took in what arrived as a file.
  private let arrivedTimes: [Timestamp]
  private let hasTimelessArrival: Bool

  /// - Parameter window: how far from the gateway's message its arrival may lie, in milliseconds.
  init(_ subject: Subject, window: Int64) {
    self.window = window
    let inbound = subject.knowledge.gatewayEntries(of: subject.conversation.id)
    isKnown = !inbound.isEmpty
    if inbound.isEmpty {
      (media, texts, arrivedTimes, hasTimelessArrival) = ([], [], [], false)
      return
    }
    let arrivals = subject.threads.flatMap { thread in
      thread.entries.filter { $0.isFromConsumer && $0.message.kind != .action }.map {
        Arrival(message: $0.message, dialog: thread.dialog, isBlank: subject.isInvisible($0.message))
      }
    }
    let all = Arrivals(arrivals, window: window)
    let files = Arrivals(arrivals.filter { $0.message.kind == .file }, window: window)
    let blanks = Arrivals(arrivals.filter(\.isBlank), window: window)
    let images = inbound.filter { $0.message.mediaCount > 0 }
    // An image that arrived needs no blank.
    let lost = images.filter { files.nearest(to: $0.message.time) == nil }
    let blanksInstead = blanks.partners(of: lost)
    let others = lost.filter { blanksInstead[$0.message.id] == nil }
    let instead = all.partners(of: others).merging(blanksInstead) { $1 }
    media = images.map { entry in
      let time = entry.message.time
      let own = instead[entry.message.id]
      return Media(
        entry: entry, hasArrived: files.nearest(to: time) != nil,
        instead: own ?? blanks.nearest(to: time) ?? all.nearest(to: time))
    }
    let arrived = media.filter(\.hasArrived)
    arrivedTimes = arrived.compactMap(\.entry.message.time).sorted()
    hasTimelessArrival = arrivedTimes.count < arrived.count
    texts = Set(inbound.filter { $0.message.mediaCount == 0 }.compactMap { all.nearest(to: $0.message.time)?.key })
  }

  /// Messages of the consumer, to be found by the time of what the gateway took in.
  private struct Arrivals {
    private let all: [Arrival]
    private let window: Int64
    /// The first that has no time: it is near to anything.
    private let timeless: Int?
    /// Times, the earliest first, and the places in `all` of what has them.
    private let times: [Timestamp]
    private let places: [Int]

    init(_ all: [Arrival], window: Int64) {
      self.all = all
      self.window = window
      timeless = all.firstIndex { $0.message.time.moment == nil }
      let timed = all.enumerated().compactMap { place, arrival in arrival.message.time.moment.map { ($0, place) } }
        .sorted { $0 < $1 }
      times = timed.map(\.0)
      places = timed.map(\.1)
    }

    /// An arrival for each of what the gateway took in, by its id: one of its own, or the nearest where none is left within the window.
    /// - Parameter entries: by time; those without one last.
    func partners(of entries: [GatewayInbox.Entry]) -> [Identifier: Arrival] {
      let moments = entries.compactMap(\.message.time)
      var partners: [Int?] = Pairing.partners(of: moments, among: times, within: window).map { $0.map { places[$0] } }
      partners += [Int?](repeating: nil, count: entries.count - partners.count)
      // What has no time may be any: first what arrived without one, then, for images without one, what is left.
      var isTaken = [Bool](repeating: false, count: all.count)
      for place in partners.compactMap(\.self) { isTaken[place] = true }
      var timeless = all.indices.filter { all[$0].message.time.moment == nil }[...]
      var left = places.filter { !isTaken[$0] }[...]
      for place in entries.indices where partners[place] == nil {
        partners[place] = timeless.popFirst() ?? (place < moments.count ? nil : left.popFirst())
      }
      var found: [Identifier: Arrival] = [:]
      for (entry, partner) in zip(entries, partners) {
        found[entry.message.id] = partner.map { all[$0] } ?? nearest(to: entry.message.time)
      }
      return found
    }

    /// The nearest within the window; of several as near the first to be said.
    func nearest(to time: Timestamp?) -> Arrival? {
      guard let time else { return all.first }
      var near: [(distance: Int64, place: Int)] = []
      if let timeless { near.append((0, timeless)) }
      let after = times.partitioningIndex { $0 >= time }
      if after > 0 {
        // Of several of one moment the first.
        let before = times[after - 1]
        near.append((time.milliseconds(since: before), places[times.partitioningIndex { $0 >= before }]))
      }
      if after < times.count { near.append((times[after].milliseconds(since: time), places[after])) }
      return near.filter { $0.distance <= window }.min { $0 < $1 }.map { all[$0.place] }
    }
  }

  /// The gateway took in messages of the conversation, and none had an image.
  var sawOnlyTexts: Bool { isKnown && media.isEmpty }

  /// Whether an image arrived as a file near a message, which is what is left of it then. Without a time of either, what is in one
  /// conversation counts as near.
  func arrived(near message: Message) -> Bool {
    hasTimelessArrival || !arrivedTimes.places(near: message.time.moment, within: window).isEmpty
  }

  /// Whether the gateway took in a message without images where a message arrived: then it was none.
  func sawText(at key: MessageKey) -> Bool { texts.contains(key) }
}

/// The images that are lost for certain, by what arrived in their stead.
struct ImageLosses {
  /// Images near which some message of the consumer arrived.
  private(set) var replaced: [(arrival: GatewayEvidence.Arrival, images: [GatewayInbox.Entry])] = []
  /// Images near which nothing of the consumer arrived.
  private(set) var vanished: [GatewayInbox.Entry] = []
  /// The log may only not show the file.
  private(set) var isUndecided = false
  private var places: [MessageKey: Int] = [:]

  init(_ gateway: GatewayEvidence, _ subject: Subject) {
    for media in gateway.media {
      let seen = media.entry.message
      subject.see(
        "the gateway took in a message with \(seen.mediaCount) media (\(seen.mediaKinds.words ?? "kind unknown")) at "
          + "\(Sight.time(seen.time)); near it came "
          + (media.hasArrived ? "a file" : media.instead.map { Sight.message($0.message) } ?? "nothing"))
      if subject.isHeld(by: "image-arrived", media.hasArrived) { continue }
      if Self.mayBeHidden(seen, gateway, subject) {
        isUndecided = true
      } else if let arrival = media.instead {
        if let place = places[arrival.key] {
          replaced[place].images.append(media.entry)
        } else {
          places[arrival.key] = replaced.count
          replaced.append((arrival, [media.entry]))
        }
      } else {
        vanished.append(media.entry)
      }
    }
  }

  /// Whether a file may have come that the log does not show.
  private static func mayBeHidden(_ seen: GatewayMessage, _ gateway: GatewayEvidence, _ subject: Subject) -> Bool {
    let bot = subject.firstBot?.participant
    if subject.hidesMessages(from: bot, at: seen.time) != nil { return true }
    let covered = subject.isCovered(
      gateway.window, after: seen.time, until: subject.messagesEnd(bot?.id ?? .absent))
    return subject.isHeld(by: "log-ends", !subject.conversation.isClosed && covered == false)
  }

  func images(at key: MessageKey) -> [GatewayInbox.Entry] {
    places[key].map { replaced[$0].images } ?? []
  }
}

/// What a participant is in a conversation when it speaks. The higher of two copies' values wins: it says more.
public enum Role: UInt8, Sendable, Comparable {
  case unknown
  /// History says only `Agent`, for people and bots alike.
  case agent
  case consumer, assignedAgent, manager, reader
  /// The sender of automatic messages (inferred: the SDK's WhatsApp fixture shows it, no page says so).
  case controller
  /// Role `AGENT`: the survey bot of a post-conversation survey.
  case surveyAgent

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a message consists of; status and typing events are no messages.
public enum ContentKind: UInt8, Sendable, Comparable {
  case unknown, text, richContent, file, secureForm, link
  /// A consumer's tap on structured content (an `AcceptStatusEvent` with status `ACTION`): it is the consumer's turn.
  case action

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a message's text looks like. The order is the join's: present over masked over blank over absent.
public enum TextState: UInt8, Sendable, Comparable {
  /// The kind has no text.
  case none
  /// A text message without its text.
  case absent
  /// Nothing that can be seen: white space, default-ignorable code points, controls, U+2800.
  case blank
  /// Nothing but U+FFFC, which stands where an attachment was.
  case placeholder
  /// Nothing but mask characters: redacted, not empty.
  case masked
  case present

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Through which doors a message was seen; the union over all copies.
public struct Sightings: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A notification on an agent's socket or to an agent SDK.
  @inlinable public static var live: Sightings { Sightings(rawValue: 1) }
  /// A notification to a webhook or on the consumer's socket.
  @inlinable public static var relayed: Sightings { Sightings(rawValue: 2) }
  /// In the answer to a query for the dialog's messages.
  @inlinable public static var queried: Sightings { Sightings(rawValue: 4) }
  /// In an exported conversation record.
  @inlinable public static var history: Sightings { Sightings(rawValue: 8) }
  /// As the last content event inside a conversation change.
  @inlinable public static var lastContent: Sightings { Sightings(rawValue: 16) }
  /// As a publish request that was answered with this sequence.
  @inlinable public static var published: Sightings { Sightings(rawValue: 32) }
}

/// Marks of a message; the union over all copies.
public struct MessageMarks: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Audience `AGENTS_AND_MANAGERS`: the consumer never sees it.
  @inlinable public static var privateNote: MessageMarks { MessageMarks(rawValue: 1) }
  /// Carries a bot's response metadata.
  @inlinable public static var botResponse: MessageMarks { MessageMarks(rawValue: 2) }
  /// The SDK's `__isMe`: sent by the user whose log this is.
  @inlinable public static var own: MessageMarks { MessageMarks(rawValue: 4) }
}

/// One message of a dialog, without its text: 48 bytes.
public struct Message: Sendable {
  /// Server time; where no copy of the message has one, the log's.
  public var time: Earliest
  /// When the log of the receiving program shows it, by notification or query.
  public var delivered = Earliest()
  public var evidence: Evidence
  public let sequence: Int32
  /// Length of the text in UTF-16 code units; 0 where there is none.
  public var utf16Count: UInt32 = 0
  /// Equal for contents that a reader takes for the same; 0 where none was taken.
  public var contentHash: UInt32 = 0
  /// Index into the conversation's participants; `unknownSender` where the log does not say.
  public var sender: UInt16 = Message.unknownSender
  /// Index into the conversation's dialogs.
  public var dialog: UInt16
  public var role = Role.unknown
  public var kind = ContentKind.unknown
  public var text = TextState.none
  public var sightings: Sightings
  public var marks: MessageMarks = []
  /// The time is the log's: that of its sender's request.
  public var isTimedByLog = false

  public static let unknownSender = UInt16.max

  public init(dialog: UInt16, sequence: Int32, time: Timestamp?, evidence: Evidence, sightings: Sightings) {
    self.dialog = dialog
    self.sequence = sequence
    self.time = Earliest(time)
    self.evidence = evidence
    self.sightings = sightings
  }

  /// By dialog, then sequence: the order of speaking.
  var order: Int64 { Int64(dialog) << 32 | Int64(UInt32(bitPattern: sequence) ^ 0x8000_0000) }

  /// Folds another copy of the same message into this one. Content comes whole from the copy that says more.
  mutating func join(_ other: Message, senderIsLesser: (UInt16, UInt16) -> Bool) {
    joinTime(other)
    delivered.fold(other.delivered)
    evidence = min(evidence, other.evidence)
    if (kind, text, utf16Count, contentHash) < (other.kind, other.text, other.utf16Count, other.contentHash) {
      (kind, text, utf16Count, contentHash) = (other.kind, other.text, other.utf16Count, other.contentHash)
    }
    role = max(role, other.role)
    if sender == Message.unknownSender
      || (other.sender != Message.unknownSender && senderIsLesser(other.sender, sender))
    {
      sender = other.sender
    }
    sightings.formUnion(other.sightings)
    marks.formUnion(other.marks)
  }

  /// Server time wins over the log's, which wins over none; of two of a kind the earlier.
  private mutating func joinTime(_ other: Message) {
    if timeRank == other.timeRank {
      time.fold(other.time)
    } else if timeRank < other.timeRank {
      (time, isTimedByLog) = (other.time, other.isTimedByLog)
    }
  }

  private var timeRank: Int { time.moment == nil ? 0 : isTimedByLog ? 1 : 2 }
}

/// The four lengths of a long text.
public struct TextCounts: Hashable, Sendable {
  public var utf16, scalars, graphemes, utf8: UInt32

  public init(utf16: UInt32, scalars: UInt32, graphemes: UInt32, utf8: UInt32) {
    self.utf16 = utf16
    self.scalars = scalars
    self.graphemes = graphemes
    self.utf8 = utf8
  }

  /// Texts above this many UTF-8 bytes, the largest of the four lengths, have all four kept.
  public static let keptAbove = 1000
}

/// A text or picture message as the telephone network's gateway saw it, before a connector made a message of the platform of
/// it. Neither its text nor a telephone number is kept.
public struct GatewayMessage: Hashable, Sendable {
  public enum Direction: UInt8, Sendable {
    case unknown
    /// From the consumer.
    case inbound
    /// To the consumer.
    case outbound
  }

  public struct MediaKinds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable public static var image: MediaKinds { MediaKinds(rawValue: 1) }
    @inlinable public static var video: MediaKinds { MediaKinds(rawValue: 2) }
    @inlinable public static var audio: MediaKinds { MediaKinds(rawValue: 4) }
    @inlinable public static var other: MediaKinds { MediaKinds(rawValue: 8) }
  }

  /// The gateway's own id of it: copies have the same.
  public var id: Identifier
  /// The platform's conversation, where the record names one.
  public var conversation = Identifier.absent
  public var direction = Direction.unknown
  public var time: Timestamp?
  public var mediaCount: Int32 = 0
  public var mediaKinds: MediaKinds = []
  public var text = TextState.absent
  /// Length of the text in UTF-16 code units.
  public var utf16Count: UInt32 = 0

  public init(id: Identifier) { self.id = id }
}

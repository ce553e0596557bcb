/// Something that happened to a user of the platform, a bot or a person, outside of any conversation: its program's
/// connection, its login, its availability, its account.
public struct AgentEvent: Hashable, Sendable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Its program began to run.
    case started
    /// Its program ended by an error that nobody caught.
    case crashed
    /// The socket came up, went down, or is tried again.
    case connected, closed, reconnecting
    /// A step of connecting succeeded; `service` and `step` tell which.
    case succeeded
    /// A call or a step of connecting failed.
    case failed
    /// A login, with its outcome (`unanswered` where it failed without a code), and its end.
    case login, logout
    case availability
    /// Asked to be told of conversations, of rings, of a dialog's messages.
    case conversationsSubscribed, ringsSubscribed, messagesQueried
    /// Asked the server's clock: programs do so to keep the connection open.
    case heartbeat
    /// The account was enabled or disabled, or is.
    case enabled, disabled
  }

  /// How a login proves who it is.
  public enum Method: UInt8, Sendable {
    case unknown, password, oauth1, oauth2
  }

  public enum Availability: UInt8, Sendable {
    case unknown, online, occupied, away, backSoon, offline
  }

  /// Which of the platform's services an error or a success is of (node-agent-sdk, `SDKError.service`).
  public enum Service: UInt8, Sendable {
    case unknown, messaging, login, sessionRefresh, domains
  }

  /// In which step of connecting (node-agent-sdk, the `location` of `error` and `success` events).
  public enum Step: UInt8, Sendable {
    case unknown, connect, reconnect, refresh
  }

  public var kind: Kind
  /// Whose: a user id, participant id or login; absent where the stream does not tell.
  public var agent = Identifier.absent
  public var account = Identifier.absent
  public var time: Timestamp?
  /// What the platform answered, where something was asked.
  public var outcome = Exchange.Outcome.unknown
  /// The socket's close code (RFC 6455 section 7.4), or an error's HTTP-like code.
  public var code: Int32?
  public var availability = Availability.unknown
  public var service = Service.unknown
  public var step = Step.unknown
  public var method = Method.unknown
  /// The public address that a login came from; private ones say nothing and are not kept.
  public var address = Identifier.absent
  /// Of a disabled account: by an administrator (true), or by the platform itself (false).
  public var byAdministrator: Bool?
  /// It was so at this moment, and may have been so before: a list of states, not of changes.
  public var isSnapshot = false

  public init(_ kind: Kind, time: Timestamp?) {
    self.kind = kind
    self.time = time
  }
}

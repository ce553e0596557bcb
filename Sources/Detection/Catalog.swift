public import Model

/// The detectors, and what may be asked of all of them.
public enum Catalog {
  /// One line a detector, in the order in which they are listed to users.
  public static let all: [any Detector.Type] = [
    EmptyMessage.self,
    OversizedMessage.self,
    SMSImageDrop.self,
    BotFirstMessage.self,
    MissingFirstNotification.self,
    StalledConversation.self,
    BotLoginFailure.self,
    ConnectorOffline.self,
    ManagerJoinRefused.self,
    SlowReply.self,
    DuplicateReply.self,
  ]

  public static var infos: [DetectorInfo] { all.map { $0.info } }

  public static func detector(_ id: String) -> (any Detector.Type)? { all.first { $0.info.id == id } }
}

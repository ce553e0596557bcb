import Model

extension Message {
  /// Something that a consumer meant to send and that arrived; taps only answer what was there.
  var holdsContent: Bool {
    switch text {
    case .absent, .blank, .placeholder: false
    case .masked, .present: true
    case .none: kind != .unknown && kind != .action
    }
  }
}

extension Subject {
  /// Whether a text arrived of which nothing can be seen. What masking took away was not empty, and kinds without text are not.
  func isInvisible(_ message: Message) -> Bool {
    switch message.text {
    case .blank, .placeholder: true
    case .absent: !isHeld(by: "masked-account", knowledge.masksTexts(in: conversation.account))
    case .none, .masked, .present: false
    }
  }
}

/// What is known of one conversation, and why each detector fired or did not. It holds times, ids and lengths, never text.
public struct Explanation: Sendable {
  public struct Happening: Sendable {
    public var time: Timestamp?
    public var what: String

    public init(_ time: Timestamp?, _ what: String) {
      self.time = time
      self.what = what
    }
  }

  /// What one detector made of it.
  public struct Verdict: Sendable {
    public var detector: String
    /// As the whole run found them: about the conversation, or about a bot in it.
    public var findings: [Finding] = []
    /// What held a finding back.
    public var guards: [DetectorInfo.Guard] = []
    public var isJudged = false
    public var isUndecided = false
    /// Why it does not apply.
    public var reasons: [String] = []
    /// What it looked at.
    public var sights: [String] = []

    public init(detector: String) { self.detector = detector }
  }

  public var conversation: String
  /// What holds of it as a whole: account, channel, who is in it, what was read.
  public var traits: [(title: String, text: String)] = []
  /// By time.
  public var timeline: [Happening] = []
  public var verdicts: [Verdict] = []

  public init(conversation: String) { self.conversation = conversation }
}

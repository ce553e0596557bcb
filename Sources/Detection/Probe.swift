import Synchronization

/// What a detector asked and saw while it judged one conversation or bot: for `explain`, and for the tests that switch off one guard
/// after the other and want to see a decoy found. A run has none.
public final class Probe: Sendable {
  /// A guard that was asked, and whether it held the finding back.
  public struct Answer: Sendable, Hashable {
    public let guardID: String
    public let holds: Bool
  }

  private struct State {
    var answers: [Answer] = []
    var sights: [String] = []
    var seen: Set<String> = []
  }

  private let disabled: String?
  private let state = Mutex(State())

  /// - Parameter disabled: the id of a guard that is not to hold.
  public init(disabled: String? = nil) { self.disabled = disabled }

  public var answers: [Answer] { state.withLock { $0.answers } }
  /// What the detector looked at, a line each.
  public var sights: [String] { state.withLock { $0.sights } }

  func ask(_ guardID: String, _ holds: Bool) -> Bool {
    let holds = holds && guardID != disabled
    let answer = Answer(guardID: guardID, holds: holds)
    state.withLock { if !$0.answers.contains(answer) { $0.answers.append(answer) } }
    return holds
  }

  func see(_ sight: String) {
    state.withLock { if $0.seen.insert(sight).inserted { $0.sights.append(sight) } }
  }
}

/// What a probe can be held to.
protocol Probed {
  var probe: Probe? { get }
}

extension Probed {
  /// Whether a guard, by its id among the detector's, holds a finding back.
  @inline(__always)
  func isHeld(by guardID: @autoclosure () -> String, _ holds: Bool) -> Bool {
    guard let probe else { return holds }
    return probe.ask(guardID(), holds)
  }

  /// Notes what a verdict rests on.
  @inline(__always)
  func see(_ sight: @autoclosure () -> String) { probe?.see(sight()) }
}

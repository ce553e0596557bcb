import Model
import TestSupport
import Testing

@testable import Detection

/// Conversations that were left waiting together are counted as a walk through all waits counts them.
@Suite struct WaitCrowdTests {
  private func moment(_ milliseconds: Int) -> Timestamp? { Timestamp(milliseconds: Int64(milliseconds)) }

  private func wait(_ conversation: Int, began: Int, lastSpoke: Int?) -> Wait? {
    var names = NameTable()
    guard let start = moment(began) else { return nil }
    return Wait(
      conversation: Identifier("c-\(conversation)", names: &names), bot: .absent, milliseconds: nil, person: 0,
      account: .absent, lastSpoke: lastSpoke.flatMap { moment($0) }, began: start, answered: nil, outage: nil,
      isLate: false, evidence: Evidence(input: 0, record: 1))
  }

  @Test(arguments: 1...40) func countsAsAWalkDoes(seed: Int) {
    var random = FactRandom(seed: UInt64(seed))
    let waits = (0..<60).compactMap { _ in
      wait(
        random.below(8), began: random.below(300),
        lastSpoke: random.oneIn(9) ? nil : random.below(300))
    }
    .sorted { $0.began < $1.began }
    var crowd = WaitCrowd(waits, within: 50)
    var index = 0
    while index < waits.count {
      let began = waits[index].began
      let members = waits[index...].prefix { $0.began.milliseconds(since: began) <= 50 }
        .filter { $0.lastSpoke.map { $0 < began } ?? false }
      #expect(crowd.conversations(from: index) == Int64(Set(members.map(\.conversation)).count))
      index += 1 + random.below(3)
    }
  }
}

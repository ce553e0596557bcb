import Model

/// Puts findings into report order: each with its place, one per fingerprint, and only those that were asked for.
struct ReportOrder {
  private let verdicts: [DetectorSuite.Verdict]
  private let configuration: Configuration

  init(_ verdicts: [DetectorSuite.Verdict], _ configuration: Configuration) {
    self.verdicts = verdicts
    self.configuration = configuration
  }

  func findings(from inputs: [InputSummary]) -> [Finding] {
    // Findings are large: they stay where they are until all is in order.
    let lists = verdicts.map(\.findings)
    var kept: [String: (list: Int, index: Int)] = [:]
    kept.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for (list, findings) in lists.enumerated() {
      for index in findings.indices {
        let fingerprint = findings[index].fingerprint
        if let other = kept[fingerprint], !isEarlier(findings[index], lists[other.list][other.index]) { continue }
        kept[fingerprint] = (list, index)
      }
    }
    // What rests on a guess at the clock is not certain.
    let guessed = Set(inputs.indices.filter { inputs[$0].assumesZone || inputs[$0].assumesYear })
    // Times nearly always decide.
    return kept.values.filter { isWanted(lists[$0.list][$0.index]) }
      .map { (time: lists[$0.list][$0.index].time?.milliseconds ?? .max, place: $0) }
      .sorted { left, right in
        if left.time != right.time { return left.time < right.time }
        return Finding.reportOrder(lists[left.place.list][left.place.index], lists[right.place.list][right.place.index])
      }
      .map { located(lists[$0.place.list][$0.place.index], inputs, guessed: guessed) }
  }

  /// Of two findings with one fingerprint, as two of a bot in one minute, the earlier stays, and of two of one moment the one seen at the
  /// earlier place: files may be cut and named in any way.
  private func isEarlier(_ finding: Finding, _ other: Finding) -> Bool {
    if Finding.reportOrder(finding, other) { return true }
    if Finding.reportOrder(other, finding) { return false }
    return finding.evidence ?? .last < other.evidence ?? .last
  }

  private func isWanted(_ finding: Finding) -> Bool {
    func matches(_ wanted: Set<String>, _ value: String?) -> Bool {
      wanted.isEmpty || (value.map(wanted.contains) ?? false)
    }
    guard matches(configuration.accounts, finding.account), matches(configuration.skills, finding.skill),
      matches(configuration.channels, finding.channel)
    else { return false }
    // A finding without a time lies in no span of time.
    if let since = configuration.since, finding.time.map({ $0 < since }) ?? true { return false }
    if let until = configuration.until, finding.time.map({ $0 >= until }) ?? true { return false }
    return true
  }

  /// - Parameter guessed: the inputs whose clock was guessed at.
  private func located(_ finding: Finding, _ inputs: [InputSummary], guessed: Set<Int>) -> Finding {
    var finding = finding
    guard let evidence = finding.evidence, inputs.indices.contains(evidence.input) else { return finding }
    finding.source = inputs[evidence.input].path
    if !guessed.isEmpty, ([evidence] + finding.restsOn).contains(where: { guessed.contains($0.input) }) {
      finding.confidence = min(finding.confidence, .medium)
    }
    let record = inputs[evidence.input].record(of: evidence)
    finding.record = record
    if evidence.value > 1 { finding.details.append(("line", .text("\(record):\(evidence.value)"))) }
    return finding
  }
}

extension Evidence {
  fileprivate static let last = Evidence(input: .max, record: .max, value: .max)
}

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
    let findings = verdicts.flatMap(\.findings)
    var kept: [String: Int] = [:]
    for (place, finding) in findings.enumerated() {
      if let other = kept[finding.fingerprint], !isEarlier(finding, findings[other]) { continue }
      kept[finding.fingerprint] = place
    }
    // Times nearly always decide. Findings are large: their places are sorted, not they.
    return kept.values.filter { isWanted(findings[$0]) }
      .map { (time: findings[$0].time?.milliseconds ?? .max, place: $0) }
      .sorted { left, right in
        if left.time != right.time { return left.time < right.time }
        return Finding.reportOrder(findings[left.place], findings[right.place])
      }
      .map { located(findings[$0.place], inputs) }
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

  private func located(_ finding: Finding, _ inputs: [InputSummary]) -> Finding {
    var finding = finding
    guard let evidence = finding.evidence, inputs.indices.contains(evidence.input) else { return finding }
    let input = inputs[evidence.input]
    finding.source = input.path
    // What rests on a guess at the clock is not certain.
    let clocks = ([evidence] + finding.restsOn).map(\.input).filter(inputs.indices.contains).map { inputs[$0] }
    if clocks.contains(where: { $0.assumesZone || $0.assumesYear }) {
      finding.confidence = min(finding.confidence, .medium)
    }
    let record = input.record(of: evidence)
    finding.record = record
    if evidence.value > 1 { finding.details.append(("line", .text("\(record):\(evidence.value)"))) }
    return finding
  }
}

extension Evidence {
  fileprivate static let last = Evidence(input: .max, record: .max, value: .max)
}
